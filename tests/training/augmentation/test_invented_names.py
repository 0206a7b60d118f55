import re

import pytest

from training.augmentation import invented_names

TEXT = (
    "ADA HART\n\nMiss Ada Hart's boat was new. William Rose, or Will, rowed it, and the Harts "
    "waved. “Row, Will!” cried Ada. A rose lay in Rose’s hat, and God knew why. Captain Hart "
    "left Hartfield."
)


@pytest.fixture
def ferry(document_with):
    return document_with(
        TEXT,
        [
            "ada name ADA HART",
            "ada name Miss Ada Hart",
            "will name William Rose",
            "will name Will",
            "will name Will",
            "ada name Ada",
            "will name Rose",
            "god name God",
            "hart name Captain Hart",
        ],
        events=["rowed", "cried"],
    )


@pytest.fixture
def renamed(ferry):
    return invented_names.with_invented_names(ferry, seed=3)


def names(document):
    return [document.text[m.start : m.end] for m in document.mentions]


def test_no_name_is_left(renamed):
    assert not re.search(r"\b(Ada|Harts?|William|Will|Rose)\b", renamed.text)


def test_one_word_has_one_replacement(renamed):
    heading, ada, will_long, _, _, ada_short, rose, _, captain = names(renamed)
    title, first, last = ada.split()
    assert (title, first, captain) == ("Miss", ada_short, f"Captain {last}")
    assert heading == f"{first} {last}".upper()
    assert will_long.split()[1] == rose
    assert f"the {last}s waved" in renamed.text


def test_possessives_keep_their_ending(renamed):
    _, ada, *_ = names(renamed)
    assert f"{ada}'s boat" in renamed.text
    assert f"in {names(renamed)[6]}’s hat" in renamed.text


def test_a_pet_name_stays_a_short_form(renamed):
    long, short = names(renamed)[2].split()[0], names(renamed)[3]
    assert long.startswith(short)


def test_common_words_and_other_words_stay(renamed):
    assert "A rose lay in" in renamed.text
    assert "God knew why" in renamed.text
    assert "left Hartfield" in renamed.text


def test_other_spans_stay_on_their_words(ferry, renamed, words_of):
    assert words_of(renamed)[-2:] == words_of(ferry)[-2:] == ["rowed", "cried"]


def test_the_seed_decides(ferry, renamed):
    assert invented_names.with_invented_names(ferry, seed=3) == renamed
    assert invented_names.with_invented_names(ferry, seed=4) != renamed
