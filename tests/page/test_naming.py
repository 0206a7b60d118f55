import pytest

from fabula.page.naming import ThingsTold, initials_of, shown_at
from fabula.story import ChainId


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Tom Brook", "TB"),
        ("Ines", "In"),
        ("Mrs. Brook", "Mrs B"),
        ("Mr. Brook", "Mr B"),
        ("Captain Odo Reed", "COR"),
        ("the ferryman", "Fe"),
        ("the girl with the lantern", "GL"),
        ("the", "?"),
        ("…", "?"),
        ("", "?"),
    ],
)
def test_initials_are_short_and_tell_a_wife_from_her_husband(name, initials):
    assert initials_of(name) == initials


def test_words_are_shown_from_their_offset_on():
    told = ((10, "a stranger"), (50, "Odo Reed"))
    assert shown_at(told, 9) == "a stranger"
    assert shown_at(told, 49) == "a stranger"
    assert shown_at(told, 50) == "Odo Reed"


def test_a_thing_is_called_by_the_words_used_so_far(story, end_of):
    things = ThingsTold(story)
    assert things.names(ChainId("r4")) == ((end_of("the small key"), "the small key"),)
    assert things.name_at(ChainId("r5"), end_of("boathouse")) == "the boathouse"
