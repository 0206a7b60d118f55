"""People named by what they are."""

from msgspec import structs
from told import narrated

from fabula.stages.states import FindStates


def found(prose, grammar, reason, **given):
    """The states where every mention is linked for this reason, too thinly to be a person."""
    story, scores = narrated(prose, grammar, **given)
    thin = [structs.replace(link, reason=reason, confidence=0.7) for link in story.links]
    thinned = structs.replace(story, links=tuple(thin))
    return [f"{each.who_id} {each.attribute} {each.value}" for each in FindStates(scores)(thinned)]


def test_a_role_names_the_one_who_has_it():
    prose = "{tom|The officer} was asleep."
    grammar = "The det officer, officer nsubj was, asleep acomp was"
    told = found(prose, grammar, "description in the cast", tags="officer=NOUN")
    assert told == ["tom sleep asleep"]
    assert found(prose, grammar, "description of who is in focus", tags="officer=NOUN") == []


def test_any_officer_is_nobody():
    prose = "{tom|An officer} was asleep."
    grammar = "An det officer, officer nsubj was, asleep acomp was"
    assert found(prose, grammar, "description in the cast", tags="officer=NOUN") == []


def test_a_role_says_too_little_of_dress():
    prose = "{tom|The officer} came in a red coat."
    grammar = (
        "The det officer, officer nsubj came, in prep came, a det coat, red amod coat, coat pobj in"
    )
    assert found(prose, grammar, "title", tags="officer=NOUN") == []
