import pytest

from fabula.stages.naming.grown_ups import is_grown_up
from fabula.story import Alias, Entity, EntityId


def named(name, *aliases):
    return Entity(
        id=EntityId("e1"), name=name, aliases=tuple(Alias(name=a, reason="name") for a in aliases)
    )


@pytest.mark.parametrize("name", ["Captain Rook", "Mrs. Ada Brook", "Dr. Finch"])
def test_titles_of_office_and_courtesy_are_adults(name):
    assert is_grown_up(named(name))


@pytest.mark.parametrize("name", ["Ada", "Miss Brook", "Ada Brook", "Prince Toby"])
def test_a_name_alone_and_titles_of_birth_say_nothing(name):
    assert not is_grown_up(named(name))


def test_an_alias_counts_too():
    assert is_grown_up(named("Ada Brook", "Captain Brook"))
