from stage_by_stage import read_to

from fabula.stages.naming.story_words import story_words


def words_of(text):
    return story_words(read_to("quotations", text))


def test_a_possessive_ending_lies_outside():
    (anna, boat, *_), text = words_of("Anna’s boat sank."), "Anna’s boat sank."
    assert (anna.text, anna.possessive) == ("Anna", True)
    assert text[anna.start : anna.end] == "Anna"
    assert not boat.possessive


def test_a_bare_apostrophe_after_s_possesses():
    assert words_of("The twins’ boat sank.")[1].possessive


def test_a_quotation_that_ends_in_s_possesses_nothing():
    assert not any(word.possessive for word in words_of("‘We have two boats,’ said Anna."))


def test_a_stutter_is_left_out():
    text = "“A-Anna?” he asked."
    assert words_of(text)[0].text == "Anna"


def test_marks_show_before_and_after():
    oh, anna, wait = words_of("“Oh, Anna! Wait.”")
    assert (oh.after, anna.before, anna.after, wait.before) == (",", ",", "!", "!")


def test_a_quotation_opens_with_its_first_word():
    words = {word.text: word for word in words_of("Tom said, “Rivers are cold.”")}
    assert words["Rivers"].opens
    assert words["Rivers"].quotation_id is not None
    assert words["said"].quotation_id is None
    assert not words["said"].opens


def test_words_of_a_heading_are_left_out():
    text = "Chapter One\n\nAnna rowed to the island and back again.\n\nChapter Two\n\nTom slept."
    assert "Chapter" not in {word.text for word in words_of(text)}


def test_joiners_that_nobody_sees_are_no_part_of_a_word():
    text = "Anna\u2060—she rowed on."
    anna = words_of(text)[0]
    assert (anna.text, text[anna.start : anna.end]) == ("Anna", "Anna")


def test_a_verb_that_a_name_carries_is_no_part_of_it():
    text = "Barnaby’ll see to it, and Tom’d laugh, and they’ll wave."
    shown = [word.text for word in words_of(text)]
    assert {"Barnaby", "Tom", "they’ll"} <= set(shown)
