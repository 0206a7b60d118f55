"""Words with an apostrophe at one end."""

from fabula.lexicon.elisions import LEADING_ELISIONS, TRAILING_ELISIONS, WHOLE_IN_WORDS


def test_the_words_are_given_without_their_outer_apostrophe() -> None:
    for word in LEADING_ELISIONS | TRAILING_ELISIONS:
        assert word == word.lower().strip("'’")


def test_common_words_that_may_begin_a_speech_are_missing() -> None:
    assert not LEADING_ELISIONS & {"as", "and", "is", "round", "till", "the", "no", "it"}


def test_common_words_that_may_end_a_speech_are_missing() -> None:
    assert not TRAILING_ELISIONS & {"no", "do", "so", "me", "you", "it", "ma", "pa"}


def test_whole_words_in_in_lose_no_g() -> None:
    assert all(word.endswith("in") for word in WHOLE_IN_WORDS)
    assert not WHOLE_IN_WORDS & {"goin", "runnin", "nothin"}
