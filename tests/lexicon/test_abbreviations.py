"""Words that own their full stop."""

from fabula.lexicon.abbreviations import (
    ABBREVIATIONS,
    FINAL_ABBREVIATIONS,
    INNER_ABBREVIATIONS,
    NUMBERED_ABBREVIATIONS,
    SENTENCE_STARTERS,
    TITLE_ABBREVIATIONS,
)


def test_each_abbreviation_is_of_one_sort() -> None:
    sorts = (TITLE_ABBREVIATIONS, INNER_ABBREVIATIONS, FINAL_ABBREVIATIONS)
    assert sum(map(len, sorts)) == len(ABBREVIATIONS)


def test_no_ordinary_word_is_taken_for_one() -> None:
    assert not ABBREVIATIONS & {"no", "No", "hon", "in", "sun", "sat", "may", "miss", "Miss"}
    assert not {word.lower() for word in TITLE_ABBREVIATIONS} & SENTENCE_STARTERS


def test_no_is_short_for_number_only_before_one() -> None:
    assert "No" in NUMBERED_ABBREVIATIONS
