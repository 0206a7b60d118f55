import pytest
from stage_by_stage import read_to

from fabula.stages.linking.focus import REMEMBERED, Focus, Person
from fabula.stages.linking.surroundings import surroundings_of

INES = Person("e1", "she", in_cast=True)
TOM = Person("e2", "he", in_cast=True)


def noted(text, *people):
    """A focus that has noted these people for the mentions of the text, in order."""
    focus = Focus()
    places = surroundings_of(read_to("mentions", text))
    for person, place in zip(people, places, strict=True):
        focus.note(person, place)
    return focus, places


def test_the_last_mentioned_comes_first():
    focus, _ = noted("Ines waved. Tom slept.", INES, TOM)
    assert [candidate.person for candidate in focus.candidates()] == [TOM, INES]


def test_the_narrator_takes_up_the_narrators_own_mention():
    focus, (ines, spoken, _) = noted("Ines waved. “Ines!” he cried.", INES, INES, TOM)
    candidate = focus.get("e1")
    assert candidate.last_for(ines) == ines
    assert candidate.last_for(spoken) == spoken


def test_speakers_and_the_called_are_remembered_by_paragraph():
    focus, places = noted("“Ines!” cried Tom.", INES, TOM)
    assert focus.speaker_of(places[0].paragraph) == "e2"
    assert focus.called_in(places[0].paragraph) == {"e1"}
    assert focus.called_in(99) == frozenset()


def test_the_long_forgotten_leave_the_focus():
    focus, (place,) = noted("Ines waved.", INES)
    for number in range(REMEMBERED):
        focus.note(Person(f"x{number}", None, in_cast=True), place)
    assert focus.get("e1") is None


@pytest.mark.parametrize("in_cast", [True, False])
def test_three_pronouns_of_one_kind_are_someones_own(in_cast):
    captain = Person("e3", None, in_cast=in_cast)
    captain.see("she")
    captain.see("she")
    assert captain.pronoun is None
    captain.see("she")
    assert captain.pronoun == "she"


def test_divided_pronouns_are_nobodys_own():
    captain = Person("e3", None, in_cast=True)
    for pronoun in ("she", "he", "she", "he", "she"):
        captain.see(pronoun)
    assert captain.pronoun is None
