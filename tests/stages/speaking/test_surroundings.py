from hand_built import story

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.surroundings import split_sentences, surroundings

PLACES = ("behind", "ahead", "lead", "earlier", "later")


def around(prose):
    built = story(prose)
    narration = Narration(built.document, built.mentions)
    return [
        described(built.document, one)
        for one in surroundings(built.document, built.quotations, narration)
    ]


def described(document, one):
    mentions = {place: getattr(one, place) for place in PLACES}
    return {
        "cue": document[one.cue.span] if one.cue else None,
        "adjoining": one.adjoining,
        **{place: document[who.span] if who else None for place, who in mentions.items()},
    }


def test_a_cue_between_two_parts_belongs_to_their_quotation():
    [found] = around("“The boat,” said {i|Ines}, “is gone.”")
    assert found["cue"] == "said Ines"


def test_each_quotation_of_a_paragraph_has_its_own_cue():
    first, second = around("“Look,” said {t|Tom}, and {i|Ines} answered, “I see it.”")
    assert (first["cue"], second["cue"]) == ("said Tom", "Ines answered")


def test_a_cue_that_leads_on_serves_both_its_neighbours():
    first, second = around("“No.” {i|Ines} said, “Never.”")
    assert first["cue"] == second["cue"] == "Ines said"


def test_a_verb_of_speech_is_taken_before_an_act():
    [found] = around("“The boat,” {i|she} smiled, and {i|she} said, “is gone.”")
    assert found["cue"] == "she smiled"


def test_those_who_act_beside_a_quotation_are_kept():
    [found] = around("{t|Tom} put down the oars. “Gone.” {i|Ines} frowned.")
    assert (found["ahead"], found["behind"], found["cue"]) == ("Tom", "Ines", None)


def test_a_paragraph_that_ends_in_a_colon_leads_to_the_next():
    [found] = around("{i|Ines} raised her hand:\n\n“Stop!”")
    assert (found["lead"], found["cue"]) == ("Ines", None)
    [found] = around("{i|Ines} turned and said:\n\n“Stop!”")
    assert found["cue"] == "Ines turned and said"


def test_paragraphs_of_narration_around_are_read():
    [found] = around("{i|Ines} sat down.\n\n“Gone.”\n\n{t|Tom} sighed.")
    assert (found["earlier"], found["later"]) == ("Ines", "Tom")


def test_paragraphs_with_other_quotations_are_not():
    _, second = around("{i|Ines} sat down. “Well?”\n\n“Gone.”")
    assert second["earlier"] is None


def test_quotations_side_by_side_adjoin():
    first, second = around("“Well?” “Gone.”")
    assert not first["adjoining"]
    assert second["adjoining"]


def test_a_cue_deep_inside_a_long_speech_belongs_to_someone_quoted():
    [found] = around("“One,” and then, “two,” said {t|Tom}, “three,” and then, “four.”")
    assert found["cue"] is None


def test_sentences_end_at_full_stops_and_may_stay_open():
    built = story("{i|Ines} rose. {i|She} said,")
    pieces = Narration(built.document, built.mentions).pieces(0, len(built.document.text))
    assert [[piece.word for piece in part] for part in split_sentences(pieces)] == [
        ["ines", "rose", "."],
        ["she", "said", ","],
    ]
