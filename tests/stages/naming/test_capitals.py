from stage_by_stage import read_to

from fabula.stages.naming.capitals import Capitals
from fabula.stages.naming.story_words import story_words


def names(text):
    words = story_words(read_to("quotations", text))
    capitals = Capitals(words)
    following = [*words[1:], None]
    return [
        word.text
        for word, after in zip(words, following, strict=True)
        if capitals.is_name(word, after)
    ]


def test_a_capital_inside_a_sentence_is_a_name():
    assert names("They gave it to Durrow.") == ["Durrow"]


def test_an_unknown_word_that_opens_a_sentence_is_a_name():
    assert names("Melisar rowed. The boat was slow.") == ["Melisar"]


def test_a_common_word_that_opens_a_sentence_is_none():
    assert names("Carefully they rowed. Lanterns burned.") == []


def test_a_word_that_is_mostly_a_name_is_one_at_the_start_too():
    text = "He waved to Rose. He called Rose. Rose rowed on."
    assert names(text) == ["Rose"] * 3


def test_a_name_that_is_also_a_word_needs_a_verb_at_the_start():
    text = "He asked Will. He saw Will. They will, they will, they will go. Will nodded. Will you?"
    assert names(text) == ["Will"] * 3


def test_shouting_is_a_name_only_if_the_story_has_it():
    assert names("He saw Anna. “ANNA! COME HERE!” he cried.") == ["Anna", "ANNA"]


def test_days_peoples_pronouns_and_noises_are_none():
    assert names("On Monday the English and I left. Shhhh! Brrr!") == []
