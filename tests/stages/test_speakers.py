from hand_built import story

from fabula.stages.speakers import AttributeQuotations


def read(prose, **people):
    built = story(prose, **people)
    return AttributeQuotations()(built)


def speakers(prose, **people):
    """The likeliest speakers: how sure they are is tested apart."""
    attributions = AttributeQuotations(guess=True)(story(prose, **people))
    return [attribution.speaker_id for attribution in attributions]


INES_AND_TOM = "{ines|Ines} and {tom|Tom} sat on the quay.\n\n"
BOTH = {"ines": "she", "tom": "he"}


def test_every_quotation_has_one_attribution_in_order():
    built = story("“One,” said {ines|Ines}. “Two.”\n\n*Three.*\n\n“Four.”")
    attributions = AttributeQuotations()(built)
    assert [a.quotation_id for a in attributions] == [q.id for q in built.quotations]


def test_a_cue_names_the_speaker():
    [found] = read("“The boat is gone,” whispered {ines|Ines} softly.")
    assert (found.speaker_id, found.evidence) == ("ines", "explicit")
    assert found.manner == "whispered softly"


def test_a_pronoun_names_the_speaker_through_its_link():
    [found] = read(INES_AND_TOM + "“Gone,” {ines|she} said.", **BOTH)
    assert (found.speaker_id, found.evidence) == ("ines", "anaphoric")


def test_the_one_spoken_to_is_the_addressee():
    [found] = read("“Fireball,” {ines|she} said to {tom|Tom}.")
    assert (found.speaker_id, found.addressee_ids) == ("ines", ("tom",))


def test_a_bystander_does_not_speak():
    [found] = read("“Halt,” a voice said, and {ines|Ines} turned.")
    assert found.speaker_id is None
    assert found.evidence == "none"


def test_a_beat_is_weaker_than_a_cue():
    [found] = read("“Stop.” {ines|Ines} frowned.")
    assert (found.speaker_id, found.evidence) == ("ines", "beat")


def test_two_people_take_turns():
    prose = INES_AND_TOM + (
        "“Where is it?” asked {ines|Ines}.\n\n“Where is what?”\n\n“The boat.”\n\n"
        "“Gone,” said {tom|Tom}."
    )
    found = read(prose, **BOTH)
    assert [a.speaker_id for a in found] == ["ines", "tom", "ines", "tom"]
    assert [a.evidence for a in found] == ["explicit", "turn", "turn", "explicit"]
    assert found[1].addressee_ids == ("ines",)


def test_turns_are_read_from_both_ends():
    prose = INES_AND_TOM + "“Gone.”\n\n“What is gone?”\n\n“The boat,” said {tom|Tom}."
    assert speakers(prose, **BOTH) == ["tom", "ines", "tom"]


def test_a_turn_passes_over_a_paragraph_of_narration():
    prose = INES_AND_TOM + (
        "“Where is it?” asked {ines|Ines}.\n\nThe rain fell on the planks.\n\n“Gone.”"
    )
    assert speakers(prose, **BOTH) == ["ines", "tom"]


def test_a_person_who_is_called_does_not_speak_and_answers_next():
    prose = INES_AND_TOM + "{rosa|Rosa} came up.\n\n“{rosa|Rosa}, have you seen it?”\n\n“No.”"
    found = read(prose, rosa="she", **BOTH)
    assert found[0].speaker_id != "rosa"
    assert found[0].addressee_ids == ("rosa",)
    assert found[1].speaker_id == "rosa"


def test_one_paragraph_has_one_speaker():
    prose = INES_AND_TOM + "“Look,” said {tom|Tom}. The gulls rose. “There it is!”"
    assert speakers(prose, **BOTH) == ["tom", "tom"]


def test_two_cues_in_one_paragraph_may_name_two_speakers():
    prose = "“Look,” said {tom|Tom}, and {ines|Ines} answered, “I see it.”"
    assert speakers(prose, **BOTH) == ["tom", "ines"]


def test_a_paragraph_that_ends_in_a_colon_hands_over():
    prose = INES_AND_TOM + "{ines|Ines} raised her hand and said:\n\n“There!”"
    assert speakers(prose, **BOTH) == ["ines"]


def test_a_pronoun_must_agree_with_its_person():
    prose = INES_AND_TOM + "“Where?” {tom|she} asked."  # the link is wrong
    assert speakers(prose, **BOTH) == ["ines"]


def test_alternation_corrects_a_doubtful_pronoun():
    prose = (
        "{hugo|Hugo} met {tom|Tom}.\n\n“Gone,” said {tom|Tom}.\n\n“Gone?” {tom|he} asked.\n\n"
        "“Gone,” said {tom|Tom}."
    )
    assert speakers(prose, hugo="he", tom="he") == ["tom", "hugo", "tom"]


def test_a_new_scene_starts_a_new_conversation():
    prose = INES_AND_TOM + (
        "“Gone,” said {ines|Ines}.\n\n***\n\n{rosa|Rosa} opened the shop. “Bread!”"
    )
    assert speakers(prose, rosa="she", **BOTH) == ["ines", "rosa"]


def test_nobody_about_leaves_a_quotation_open():
    [found] = read("It rained on the empty quay.\n\n“Hello?”")
    assert (found.speaker_id, found.evidence, found.candidates) == (None, "none", ())


def test_a_speaker_that_is_likely_wrong_is_only_guessed():
    prose = INES_AND_TOM + (
        "“Where is it?” asked {ines|Ines}.\n\nThe rain fell on the planks.\n\n“Gone.”"
    )
    _, found = read(prose, **BOTH)
    assert (found.speaker_id, found.candidates[0]) == (None, "tom")
    assert 0.0 < found.confidence < 0.5
    assert speakers(prose, **BOTH) == ["ines", "tom"]


def test_a_thought_belongs_to_the_one_who_acts():
    prose = INES_AND_TOM + "{ines|Ines} closed her eyes. *Not again.*"
    [found] = read(prose, **BOTH)
    assert (found.speaker_id, found.evidence) == ("ines", "beat")


def test_a_thought_in_its_own_paragraph_looks_back():
    prose = INES_AND_TOM + "{ines|Ines} counted the boats. {ines|She} frowned.\n\n*One is gone.*"
    assert speakers(prose, **BOTH) == ["ines"]


def test_the_narrator_says_i():
    [found] = read("“Gone,” {hugo|I} said.", narrator="hugo")
    assert found.speaker_id == "hugo"


def test_the_you_of_the_narration_speaks_in_its_own_cue():
    [found] = read("“Is this seat free?” {you|you} ask {tom|Tom}.")
    assert (found.speaker_id, found.addressee_ids) == ("you", ("tom",))


def test_candidates_are_given_where_the_speaker_is_open():
    prose = "{ines|Ines}, {tom|Tom} and {rosa|Rosa} sat on the quay.\n\nIt rained.\n\n“Gone.”"
    [found] = read(prose)
    assert found.speaker_id is None
    assert set(found.candidates) == {"ines", "tom", "rosa"}


def test_a_name_outside_the_cast_speaks_for_nobody_else():
    prose = INES_AND_TOM + "“Gone,” Zorrin said.\n\n“Who are you?” asked {ines|Ines}."
    found = read(prose, **BOTH)
    assert [a.speaker_id for a in found] == [None, "ines"]
    assert found[0].cue is not None


def test_people_seen_only_in_cues_can_speak():
    prose = "“Ahoy!” cried {ada|Ada}.\n\n“Ahoy!” cried {finn|Finn}.\n\n“Come aboard.”"
    assert speakers(prose) == ["ada", "finn", "ada"]


def test_an_act_between_dashes_names_the_speaker():
    [found] = read("“It is our”—{ines|she} leaned closer—“secret.”")
    assert (found.speaker_id, found.evidence) == ("ines", "anaphoric")


def test_the_cue_of_another_paragraph_names_nobody_here():
    prose = "{rosa|Rosa} slept.\n\n“Up!” said {tom|Tom}.\n\n{ines|Ines} rose. “What is it?”"
    assert speakers(prose) == ["tom", "ines"]


def test_words_that_call_nobody_go_to_all_who_take_part():
    prose = (
        "“Where is it?” asked {ines|Ines}.\n\n“Gone,” said {tom|Tom}.\n\n“Never,” said {rosa|Rosa}."
    )
    found = read(prose, rosa="she", **BOTH)
    assert set(found[1].addressee_ids) == {"ines", "rosa"}
    assert set(found[2].addressee_ids) == {"ines", "tom"}


def test_nobody_speaks_to_themself():
    prose = INES_AND_TOM + "“Gone,” said {ines|Ines}.\n\n“Gone,” said {ines|Ines} again."
    said = read(prose, **BOTH)[-2:]
    assert [line.speaker_id for line in said] == ["ines", "ines"]
    assert all("ines" not in line.addressee_ids for line in said)


def test_words_quoted_inside_a_quotation_have_their_own_speaker():
    prose = "“{tom|Tom} said, ‘Never,’ and {?|I} said, ‘Now!’” cried {ines|Ines}."
    assert speakers(prose) == ["ines", "tom", "ines"]


def test_a_saying_inside_a_quotation_stays_open():
    assert speakers("“They call it ‘the ladder’ here,” said {ines|Ines}.") == ["ines", None]


def test_a_letter_belongs_to_whoever_signs_it():
    prose = INES_AND_TOM + "«Come home. The boat is found. {rosa|Rosa}»"
    [found] = read(prose, rosa="she", **BOTH)
    assert (found.speaker_id, found.evidence) == ("rosa", "explicit")


def test_whoever_reads_a_letter_did_not_write_it():
    prose = INES_AND_TOM + "{tom|Tom} read: «Come home. The boat is found.»"
    assert speakers(prose, **BOTH) == [None]
    prose = INES_AND_TOM + "{tom|Tom} wrote: «Come home. The boat is found.»"
    assert speakers(prose, **BOTH) == ["tom"]


def test_someone_brought_in_anew_is_nobody_known():
    prose = INES_AND_TOM + "“Tickets, please,” said {?|a woman} in blue."
    assert speakers(prose, **BOTH) == [None]


def test_a_voice_may_be_anyone_near_where_a_guess_is_asked_for():
    prose = INES_AND_TOM + "“Boo, {tom|Tom},” said {ines|Ines}.\n\n“Yes, yes,” said a voice."
    assert speakers(prose, **BOTH) == ["ines", "tom"]
    assert [line.speaker_id for line in read(prose, **BOTH)] == ["ines", None]


def test_a_voice_that_turns_out_to_be_somebody_is_theirs():
    prose = INES_AND_TOM + "“Halt!” cried a voice.\n\nIt was {rosa|Rosa}. She had the keys."
    assert speakers(prose, rosa="she", **BOTH) == ["rosa"]


def test_it_was_somebody_tells_of_a_speaker_only_if_they_spoke():
    tom = INES_AND_TOM + "“Boo,” said {ines|Ines}.\n\n“Halt!”\n\nIt was {rosa|Rosa}"
    assert speakers(tom + " who had said it.", rosa="she", **BOTH)[1] == "rosa"
    assert speakers(tom + ", and she had the keys.", rosa="she", **BOTH)[1] == "tom"


def test_somebody_is_who_the_next_paragraph_shows():
    prose = "{tom|Tom} climbed.\n\n“Late,” said {?|somebody}.\n\nThere sat {ines|Ines} with a lamp."
    assert speakers(prose, **BOTH) == ["ines"]


def test_somebody_whom_nothing_shows_stays_nobody():
    prose = INES_AND_TOM + "“Late,” said {?|somebody}.\n\n“So we are,” said {tom|Tom}."
    assert read(prose, **BOTH)[0].speaker_id is None


def test_what_we_say_is_said_by_nobody_in_particular():
    prose = INES_AND_TOM + "“Oats, oats,” {?|we} sang. “And barley.”"
    assert speakers(prose, **BOTH) == [None, None]
    assert speakers(prose.replace("{?|we}", "{?|she}"), **BOTH) == ["ines", "ines"]


def test_a_relative_is_whom_the_next_sentence_names():
    prose = (
        "{rosa|Rosa} and {tom|Tom} met {ines|Ines}.\n\n"
        "“Late,” said {?|his aunt}. {rosa|Rosa} had waited an hour. “Again.”"
    )
    assert speakers(prose, rosa="she", **BOTH) == ["rosa", "rosa"]


def test_what_calls_nobody_is_likelier_said_to_whoever_tells_the_story():
    prose = (
        "“Well,” {hugo|I} said, and sat down by {rosa|Rosa} and {ines|Ines}. A bell rang far off, "
        "and the gulls went up.\n\nA gate creaked.\n\nThe rain came down.\n\nIt was late.\n\n"
        "“Cold,” said {ines|Ines}.\n\n“It is.”"
    )
    assert speakers(prose, narrator="hugo", rosa="she", ines="she") == ["hugo", "ines", "hugo"]


def test_who_only_tells_the_story_is_not_likelier_spoken_to():
    prose = (
        "{hugo|I} heard of {rosa|Rosa} and {ines|Ines}.\n\n“Cold,” said {ines|Ines}.\n\n“It is.”"
    )
    assert speakers(prose, narrator="hugo", rosa="she", ines="she") == ["ines", "rosa"]


def test_one_called_by_kinship_has_its_pronoun():
    prose = "{mum|Mum} and {lou|Lou} met {tom|Tom}.\n\n“Cold,” {?|he} said to {tom|Tom}."
    assert speakers(prose, tom="he") == ["lou"]


def test_a_person_whom_no_mention_covers_is_somebody_who_is_there():
    prose = "{rosa|Rosa} and {tom|Tom} waited.\n\n“Quiet,” croaked the headmistress."
    assert speakers(prose, rosa="she", tom="he") == ["rosa"]


def test_a_name_that_answers_who_are_you_is_the_speakers():
    prose = INES_AND_TOM + "“What are you called?” asked {tom|Tom}.\n\n“{ines|Ines}.”"
    assert speakers(prose, **BOTH) == ["tom", "ines"]


def test_a_letter_without_a_name_stays_open():
    prose = INES_AND_TOM + "«Come home. The boat is found.»"
    assert speakers(prose, **BOTH) == [None]


def test_a_thought_with_a_cue_is_its_subjects():
    prose = INES_AND_TOM + "*Not again,* {tom|Tom} thought."
    [found] = read(prose, **BOTH)
    assert (found.speaker_id, found.evidence) == ("tom", "explicit")


def test_thoughts_take_no_turn_in_the_conversation():
    prose = INES_AND_TOM + "“Gone,” said {tom|Tom}.\n\n*Gone,* {tom|he} thought.\n\n“Who did it?”"
    assert speakers(prose, **BOTH) == ["tom", "tom", "ines"]


def test_an_empty_story_has_no_attributions():
    assert read("It rained.") == []
