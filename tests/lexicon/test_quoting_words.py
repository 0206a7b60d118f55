"""Words around quotation marks."""

from fabula.lexicon import quoting_words
from fabula.lexicon.speech_verbs import SPEECH_VERBS


def test_plain_verbs_of_speech_are_not_ambiguous() -> None:
    plain = {"said", "asked", "answered", "whispered", "cried"}
    assert not plain & quoting_words.AMBIGUOUS_SPEECH_VERBS
    assert plain <= SPEECH_VERBS


def test_people_are_not_things_that_are_written_on() -> None:
    assert not quoting_words.WRITING_NOUNS & {"she", "tom", "boy", "voice", "man", "door"}


def test_every_list_is_in_lower_case() -> None:
    lists = [value for value in vars(quoting_words).values() if isinstance(value, frozenset)]
    assert len(lists) >= 10
    for words in lists:
        assert all(word == word.lower() for word in words)
