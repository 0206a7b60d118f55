"""What words are told of: whether it happens, in which frame, and who says so."""

import pytest
from msgspec import structs
from told import narrated

from fabula.stages.clauses.narration import Narration
from fabula.stages.happening.realis import SURE, Happenings
from fabula.story import Attribution, EntityId


def happenings(prose, grammar, speaker=None, **given):
    """Each word that tells of an event, with what is found of it."""
    story, scores = narrated(prose, grammar, **given)
    if speaker is not None:
        said = [Attribution(quotation_id=q.id, speaker_id=speaker) for q in story.quotations]
        story = structs.replace(story, attributions=tuple(said))
    told = Narration(story, scores)
    return story, {told.words[each.row]: each for each in Happenings(told).all()}


def realis(prose, grammar, word, **given):
    found = happenings(prose, grammar, **given)[1]
    return found[word].realis if word in found else None


@pytest.mark.parametrize(
    ("prose", "more", "told"),
    [
        ("{ada|Ada} sang.", "", None),
        ("{ada|Ada} not sang.", "not neg sang", "negated"),
        ("{ada|Ada} would sang.", "would aux sang", "hypothetical"),
        ("If {ada|Ada} sang.", "If mark sang", "hypothetical"),
        ("{ada|Ada} refused to sang.", "sang xcomp refused, to aux sang", "negated"),
        ("{ada|Ada} hoped to sang.", "sang xcomp hoped, to aux sang", "hypothetical"),
        ("{ada|Ada} seemed to sang.", "sang xcomp seemed, to aux sang", None),
        ("{ada|Ada} often sang.", "often advmod sang", None),
    ],
)
def test_of_what_is_no_event_the_grammar_says_whether_it_might_be(prose, more, told):
    assert realis(prose, f"Ada nsubj sang, {more}", "sang", events="") == told


def test_a_state_that_is_denied_is_no_event():
    assert (
        realis("{ada|Ada} not knew it.", "Ada nsubj knew, not neg knew", "knew", events="") is None
    )


def test_a_denial_of_its_own_outweighs_the_encoder():
    grammar = "Ada nsubj sang, never neg sang"
    found = happenings("{ada|Ada} never sang.", grammar, events="sang")[1]["sang"]
    assert (found.realis, found.confidence) == ("negated", SURE["negated"])


def test_who_could_see_it_saw_it():
    grammar = "Ada nsubj see, could aux see"
    assert realis("{ada|Ada} could see it.", grammar, "see", events="see") == "actual"


def test_a_memory_and_a_dream_have_their_passage():
    story, found = happenings(
        "{ada|Ada} dreamt she flew. {tom|Tom} had sung.",
        "Ada nsubj dreamt, she nsubj flew, Tom nsubj sung, had aux sung",
    )
    assert (found["flew"].realis, found["sung"].realis) == ("dreamt", "remembered")
    assert story.document[found["flew"].frame] == "she flew."
    assert story.document[found["sung"].frame] == "Tom had sung."


def test_who_says_so_tells_what_happened_and_what_may():
    prose = "“{ada|Ada} sang. {ada|She} will row,” {tom|Tom} said."
    grammar = "Ada nsubj sang, She nsubj row, will aux row, Tom nsubj said"
    tom = EntityId("tom")
    found = happenings(prose, grammar, speaker=tom, events="sang said")[1]
    assert (found["sang"].realis, found["sang"].teller_id) == ("reported", tom)
    assert (found["row"].realis, found["row"].teller_id) == ("hypothetical", tom)
    assert (found["said"].realis, found["said"].teller_id) == ("actual", None)


def test_an_order_is_not_yet_obeyed():
    found = happenings("“Row home,” {tom|Tom} said.", "Tom nsubj said", tags="Row=VERB", events="")
    assert found[1]["row"].realis == "hypothetical"


def test_what_is_reported_in_other_words_has_its_teller():
    story, found = happenings(
        "{ada|Ada} said that {tom|Tom} sank.",
        "Ada nsubj said, Tom nsubj sank, that mark sank, sank ccomp said",
    )
    assert (found["sank"].realis, found["sank"].teller_id) == ("reported", EntityId("ada"))
    assert story.document[found["sank"].frame] == "said that Tom sank."


def test_where_it_was_done_takes_for_granted_that_it_was():
    grammar = "Ada nsubj hide, Where advmod hide, did aux hide"
    assert realis("Where did {ada|Ada} hide it?", grammar, "hide", events="") is None
