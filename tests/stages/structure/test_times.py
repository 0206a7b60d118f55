import pytest

from fabula.stages.structure.times import time_of, time_opening_a_sentence


def told(text):
    """The words, the leap, and whether they open the passage."""
    time = time_of(text, 0, len(text))
    return None if time is None else (text[time.span.start : time.span.end], time.leap, time.opens)


@pytest.mark.parametrize(
    ("words", "leap"),
    [
        ("Three days later", "later"),
        ("The next morning", "later"),
        ("Later that night", "later"),
        ("A few weeks after", "later"),
        ("For three days", "later"),
        ("All that winter", "later"),
        ("The week after", "later"),
        ("Two winters later", "later"),
        ("Two days before", "later"),
        ("It took three days", "later"),
        ("Since then", "later"),
        ("The next time", "later"),
        ("The night before the fair", "later"),
        ("The summer that she was", "later"),
        ("Much later", "later"),
        ("Ten years on,", "later"),
        ("It was three weeks ago", "later"),
        ("It took them four days", "later"),
        ("Days turned into weeks", "later"),
        ("Not until the spring", "later"),
        ("On Friday", "day"),
        ("It was a Tuesday", "day"),
        ("Come Monday", "day"),
        ("On the last evening", "day"),
        ("Night fell", "day"),
        ("Dawn found", "day"),
        ("At the weekend", "day"),
        ("By the end of the week", "day"),
        ("That summer", "day"),
        ("Come spring", "day"),
        ("Night two.", "day"),
        ("First thing on Monday", "day"),
        ("On their third night", "day"),
        ("It’s Saturday", "day"),
        ("On the third of June", "day"),
        ("One evening", "day"),
        ("That Friday", "day"),
        ("On the eve of the fair", "day"),
        ("That night", "hour"),
        ("By eight o’clock", "hour"),
        ("At half past six", "hour"),
        ("After supper", "hour"),
        ("After dark", "hour"),
        ("After school", "hour"),
        ("Shortly after nine", "hour"),
        ("At half six", "hour"),
        ("It was past two", "hour"),
        ("As soon as it was light", "hour"),
        ("In the early hours", "hour"),
        ("When the others had gone to bed", "hour"),
        ("The moon was up", "hour"),
        ("It’s dark", "hour"),
        ("At four-thirty", "hour"),
        ("At first light", "hour"),
        ("It was getting dark", "hour"),
        ("By eight", "hour"),
        ("With the dawn", "hour"),
        ("As the sun rose", "hour"),
        ("The clock struck nine", "hour"),
        ("Supper was", "hour"),
        ("When she woke", "waking"),
        ("Ines wakes on", "waking"),
        ("Ten minutes later", "soon"),
        ("Meanwhile", "soon"),
        ("By the time", "soon"),
        ("When they reached", "soon"),
    ],
)
def test_opening_words_tell_how_far_the_story_leaps(words, leap):
    found = told(f"{words} the boat was gone.")
    assert found is not None
    assert found[0].startswith(words.rstrip(","))
    assert found[1:] == (leap, True)


def test_a_day_inside_the_first_sentence_is_found_but_does_not_open():
    assert told("Ines rowed home on Friday.") == ("on Friday", "day", False)


def test_a_small_word_before_the_time_is_skipped():
    assert told("But that evening the lamp went out.") == ("that evening", "hour", True)


def test_a_plan_is_no_time():
    assert told("I shall row home on Friday.") is None


def test_the_second_sentence_tells_no_time():
    assert told("Ines laughed. On Friday she had cried.") is None


def test_plain_prose_tells_no_time():
    assert told("Ines mended the one oar that was left.") is None
    assert told("At one of the tables a man was asleep.") is None
    assert told("The tent was five feet high.") is None


def test_a_clock_before_the_first_sentence_is_its_time():
    assert told("8.30. The baker was late.") == ("8.30", "day", True)
    assert told("*9:10* “Late again,” said Odo.") == ("9:10", "day", True)


def test_a_number_that_begins_a_sentence_is_no_clock():
    assert told("8.30 was too early for the baker.") is None


def test_a_day_of_the_week_opens_where_it_is_the_subject():
    assert told("Sunday was hot.") == ("Sunday", "day", True)
    assert told("Monday’s paper lay on the step.") is None


@pytest.mark.parametrize(
    "text", ["About ten inches of water lay there.", "After two men came Tom."]
)
def test_a_number_of_things_is_no_hour(text):
    assert told(text) is None


def test_how_long_ago_it_was_is_a_time_inside():
    assert told("Tom had sunk it sixty-one years ago.") == ("sixty-one years ago", "later", False)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The toll house had one lamp. It was past midnight. Tom slept.", "It was past midnight"),
        ("The pool was in a shed. By two o’clock it was full.", "By two o’clock"),
        ("It’s easier than that. It’s ten past two and she is up.", "It’s ten past two"),
        ("The pool was in a shed, and Tom swam in it at noon.", None),
    ],
)
def test_one_of_the_first_sentences_may_open_with_the_time(text, time):
    found = time_opening_a_sentence(text, 0, len(text))
    assert (found and text[found.start : found.end]) == time


def test_later_leaps_where_a_place_or_an_act_follows():
    assert told("Later, in the barn, she wept.") == ("Later", "later", True)
    assert told("Later, she was sure of it.") == ("Later", "soon", True)
