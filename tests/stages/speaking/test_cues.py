import pytest
from hand_built import story

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.cues import cue_after, cue_before


def read_after(prose, *, joined=True):
    built = story("“Up!” " + prose)
    narration = Narration(built.document, built.mentions)
    pieces = narration.pieces(built.quotations[0].end, len(built.document.text))
    return described(built, cue_after(pieces, joined=joined))


def read_before(prose):
    built = story(prose + " “Up!”")
    narration = Narration(built.document, built.mentions)
    return described(built, cue_before(narration.pieces(0, built.quotations[0].start)))


def described(built, cue):
    if cue is None:
        return None
    names = {link.mention_id: link.entity_id for link in built.links}
    subject = names.get(cue.subject.id, "?") if cue.subject else "?"
    return subject, [names[mention.id] for mention in cue.addressees]


@pytest.mark.parametrize(
    "prose",
    [
        "said {ines|Ines}.",
        "{ines|Ines} said.",
        "{ines|she} whispered again, gently shaking the tent.",
        "softly said {ines|Ines}.",
        "said {ines|the young baker}, and {tom|Tom} turned.",
        "{ines|Ines}, who had been asleep, said.",
        "{ines|Ines} in the green coat said.",
        "{ines|Ines} had at last replied.",
        "went on {ines|Ines}.",
        "{ines|she} put in quickly.",
        "came {ines|Ines}’s voice from the loft.",
        "{ines|Ines}’s voice came from the loft.",
        "came the voice of {ines|Ines}.",
        "{ines|her} low voice asked.",
        "was {ines|Ines}’s answer.",
        "{tom|Tom} heard {ines|her} murmur.",
    ],
)
def test_a_cue_behind_a_quotation_names_its_speaker(prose):
    assert read_after(prose) == ("ines", [])


@pytest.mark.parametrize(
    "prose",
    [
        "{ines|Ines} said:",
        "{tom|They} had counted to ten when {ines|Ines} said,",
        "{ines|Ines} turned round and said,",
        "{ines|Ines}, who knew {tom|Tom} well, said,",
        "{ines|Ines} looked past {tom|Tom} and said quietly,",
        "Then {ines|Ines} spoke:",
        "Said {ines|Ines}:",
        "With a sigh {ines|the baker} answered,",
        "{ines|Ines} put down the basket, saying,",
        "{tom|Tom} heard {ines|her} say,",
        "When {tom|Tom} came in, {ines|Ines} said,",
        "{ines|Her} voice said,",
        "{ines|Ines} said",
    ],
)
def test_a_cue_in_front_of_a_quotation_names_its_speaker(prose):
    subject, _ = read_before(prose)
    assert subject == "ines"


@pytest.mark.parametrize(
    "prose",
    [
        "{ines|she} said to {tom|Tom}.",
        "said {ines|Ines} to {tom|Tom}.",
        "{ines|Ines} told {tom|him}.",
        "{ines|Ines} asked {tom|Tom}.",
        "{ines|Ines} shouted at {tom|Tom}.",
        "said {ines|Ines}, turning to {tom|Tom}.",
        "said {ines|Ines} in a low voice to {tom|Tom}.",
        "{ines|Ines} demanded of {tom|him}.",
    ],
)
def test_the_one_spoken_to_is_no_speaker(prose):
    assert read_after(prose) == ("ines", ["tom"])


def test_someone_turned_to_before_the_words_is_spoken_to():
    assert read_before("{ines|Ines} turned to {tom|Tom} and said:") == ("ines", ["tom"])


def test_running_to_someone_is_not_speaking_to_them():
    assert read_after("cried {ines|Ines}, running to {tom|Tom}.") == ("ines", [])


def test_a_bystander_is_no_speaker():
    assert read_after("a voice said, and {ines|Ines} turned.") == ("?", [])
    assert read_after("said the taller of the two, and {ines|Ines} turned.") == ("?", [])


@pytest.mark.parametrize(
    "prose",
    [
        "{ines|Ines} frowned.",
        "It was late.",
        "and told {ines|her} so.",
        "{ines|Ines} was told.",
        "The answer surprised {ines|Ines}.",
    ],
)
def test_a_beat_behind_a_full_stop_is_no_cue(prose):
    assert read_after(prose, joined=False) is None


def test_an_act_stands_for_the_verb_only_where_the_quotation_runs_on():
    assert read_after("{ines|she} shrugged.", joined=True) == ("ines", [])
    assert read_after("{ines|She} shrugged.", joined=False) is None


@pytest.mark.parametrize(
    "prose", ["{ines|Ines} said nothing.", "{ines|Ines} gave a loud cry.", "Nobody came."]
)
def test_a_finished_sentence_in_front_is_no_cue(prose):
    assert read_before(prose) is None


def test_a_noun_that_looks_like_a_verb_is_passed_over():
    assert read_before("{ines|Ines} gave a cry,") is None


def test_the_manner_is_the_verb_with_its_adverb():
    built = story("“Up!” {ines|she} whispered softly.")
    narration = Narration(built.document, built.mentions)
    cue = cue_after(narration.pieces(5, len(built.document.text)), joined=True)
    assert cue.manner == "whispered softly"
    assert built.document[cue.span] == "she whispered"


@pytest.mark.parametrize("prose", ["came {ines|Ines}’s voice.", "{ines|she} held him close."])
def test_an_act_or_a_voice_is_no_manner(prose):
    built = story("“Up,” " + prose)
    narration = Narration(built.document, built.mentions)
    assert cue_after(narration.pieces(5, len(built.document.text)), joined=True).manner is None


def test_a_subject_far_from_its_verb_is_not_marked():
    prose = "{ines|Ines} put the last of the wet ropes down on the planks of the quay and said,"
    built = story(prose + " “Up!”")
    narration = Narration(built.document, built.mentions)
    cue = cue_before(narration.pieces(0, built.quotations[0].start))
    assert built.document[cue.span] == "said"


def test_the_manner_may_be_a_kind_of_voice():
    built = story("“Up!” said {ines|Ines} in a low voice.")
    narration = Narration(built.document, built.mentions)
    cue = cue_after(narration.pieces(5, len(built.document.text)), joined=True)
    assert cue.manner == "said in a low voice"
