from collections import Counter

import pytest

from fabula.lexicon.portable_things import edible_thing, portable_thing, weapon
from fabula.lexicon.sections import read_lines


@pytest.mark.parametrize("noun", ["key", "keys", "knives", "scissors", "torches", "pence"])
def test_what_can_be_picked_up_is_portable(noun):
    assert portable_thing(noun)


@pytest.mark.parametrize("noun", ["door", "hand", "water", "house", "thought", "Key"])
def test_what_cannot_be_picked_up_is_not(noun):
    assert not portable_thing(noun)


def test_each_thing_is_listed_once():
    lines = read_lines("portable_things.txt").values()
    words = Counter(word for section in lines for line in section for word in line.split())
    assert [word for word, count in words.items() if count > 1] == []
    assert len(words) > 500


def test_an_apple_is_eaten_and_a_cup_or_a_knife_is_not():
    assert edible_thing("apple")
    assert edible_thing("loaves")
    assert not edible_thing("cup")
    assert not edible_thing("knives")


def test_a_sword_is_a_weapon_and_a_spade_is_not():
    assert weapon("sword")
    assert weapon("knives")
    assert not weapon("spade")
