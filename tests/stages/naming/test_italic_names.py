import pytest

from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.naming.italic_names import italics_are_things
from fabula.text import Span


def types(text, name):
    """The types of every use of a name, all taken for a person's first."""
    found, at = [], text.find(name)
    while at >= 0:
        span = Span(at, at + len(name))
        found.append(FoundMention(span, "PER", "proper", span, None))
        at = text.find(name, at + 1)
    return [mention.type for mention in italics_are_things(found, text)]


@pytest.mark.parametrize("mark", ["*", "_"])
def test_a_name_in_italics_behind_the_is_a_ship(mark):
    text = f"I was cook in the {mark}Osprey{mark}. Osprey was old."
    assert types(text, "Osprey") == ["VEH", "VEH"]


@pytest.mark.parametrize(
    "text",
    [
        "“Not *Osprey*,” said Ines. Osprey laughed.",
        "The Osprey laughed.",
        "The *Osprey sang* all night.",
    ],
)
def test_names_in_italics_or_behind_the_alone_stay_people(text):
    assert set(types(text, "Osprey")) == {"PER"}


def test_one_ship_among_many_uses_of_a_name_is_somebody_elses():
    text = "She was called the *Ines*. " + "Ines laughed. " * 5
    assert set(types(text, "Ines")) == {"PER"}
