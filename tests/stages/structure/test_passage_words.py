import pytest
from hand_scored import document_of, scores

from fabula.stages.structure.passage_words import PassageWords
from fabula.text import Span


def words_of(text, **given):
    document = document_of(text)
    return PassageWords(document, scores(document, **given)), Span(0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "“Row home,” said Ines.",
        "‘Row home,’ said Ines.",
        '"Row home," said Ines.',
        "«Row home», Ines",
    ],
)
def test_what_stands_in_quotation_marks_is_spoken(text):
    words, whole = words_of(text)
    told = [words.words[row] for row in words.told(words.rows(whole))]
    assert "home" not in told
    assert "ines" in told


def test_a_line_behind_a_dash_is_spoken():
    words, whole = words_of("— Row home.")
    assert words.told(words.rows(whole)) == []


def test_apostrophes_open_no_speech():
    words, whole = words_of("The boys’ boat wasn’t Tom’s.")
    assert len(words.told(words.rows(whole))) == len(words.words)


def test_a_first_sentence_of_a_word_is_read_with_the_next():
    words, whole = words_of("Rain. The boats were in. Nobody rowed.")
    assert [words.words[row] for row in words.first_sentence(whole)][-2:] == ["in", "."]


def test_a_place_is_new_until_it_has_been_named():
    words, whole = words_of("The mill stood still. Ines went to the mills and the river.")
    second = words.rows(words.sentences(whole)[1])
    places = [row for row in second if words.names_a_place(row)]
    assert [words.words[row] for row in places] == ["river"]
    mills = [row for row in second if words.words[row] == "mills"]
    assert not words.is_new(mills, 0, second.start)
    assert words.is_new(places, 0, second.start)


def test_a_name_is_new_where_nobody_has_been_called_so():
    given = {
        "spans": [
            ("Tom", "Tom", "PER", 0.9),
            ("Tom#2", "Tom#2", "PER", 0.9),
            ("Ines", "Ines", "PER", 0.9),
        ],
        "tags": {"Tom": "PROPN", "Tom#2": "PROPN", "Ines": "PROPN"},
    }
    words, whole = words_of("Tom slept. Tom woke. Ines rowed.", **given)
    second, third = (words.rows(each) for each in words.sentences(whole)[1:])
    assert not words.new_name(words.told(second), 0, second.start)
    assert words.new_name(words.told(third), 0, third.start)
    assert words.new_name(words.told(second), second.start, second.start)


def test_stretches_about_the_same_have_the_same_words():
    tags = {"oats": "NOUN", "oats#2": "NOUN", "rain": "NOUN"}
    words, whole = words_of("The oats. The oats. The rain.", tags=tags)
    first, second, third = (words.rows(each) for each in words.sentences(whole))
    assert words.same_words(first, second) == pytest.approx(1)
    assert words.same_words(first, third) == 0
    assert words.same_words(first, range(0)) == 0


def test_the_share_of_speech_ends_with_the_text():
    words, whole = words_of("“Go.” Ines went.")
    rows = words.rows(whole)
    assert words.share_spoken(range(-50, rows.stop + 50)) == words.share_spoken(rows) > 0.4
    assert words.share_spoken(range(-5, 0)) == 0


def test_what_stands_before_the_verb_leads_a_sentence():
    grammar = [("In", "prep", "rowed"), ("mill", "pobj", "In"), ("Ines", "nsubj", "rowed")]
    words, whole = words_of("In mill Ines rowed to town", relations=grammar)
    ahead = words.up_to_verb(words.told(words.rows(whole)))
    assert [words.words[row] for row in ahead] == ["in", "mill", "ines", "rowed"]
    assert words.up_to_verb([]) == []
