"""Which marked words are uttered."""

import pytest
from quoted import quoted


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” left before tea.",
        "She read “The Slow Ferry” twice.",
        "He was one of her “good friends.”",
        "They stopped at the “Duck and Anchor,” which was shut.",
        "The song was called “Row Me Over.”",
        "“Experts” were called in from the town.",
        "Everyone knew it as “the lake.”",
        "The word “kettle” made them laugh.",
        "It was thought “very daring” to swim there.",
        "She found the new boy rather “fresh.”",
        "The first club, “The Order of Oars,” met in a shed.",
        "Its name was “Gull.” Nobody minded.",
    ],
)
def test_names_titles_and_borrowed_terms_are_not(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes”, he said.", "“Yes”"),
        ("“Yes.”", "“Yes.”"),
        ("“Yes”", "“Yes”"),
        ("“No” he shrugged.", "“No”"),
        ("She said “no” at once.", "“no”"),
        ("With a wild cry of “Land!” she jumped.", "“Land!”"),
        ("He gave a cheerful “Right you are!” and rowed on.", "“Right you are!”"),
        ("Ada turned. “This is Captain Bell.”", "“This is Captain Bell.”"),
        ("And then, to Tom, “This is Captain Bell.”", "“This is Captain Bell.”"),
        ("Turning round, he asked: “Why”", "“Why”"),
        (
            "People said, “There goes the ferryman’s daughter.”",
            "“There goes the ferryman’s daughter.”",
        ),
        (
            "She explained that “all the boats were hers, and the oars.”",
            "“all the boats were hers, and the oars.”",
        ),
        ("Nobody answered. “Well,” she challenged, and waited.", "“Well,”"),
        ("Nobody answered. “Here,” her finger touched the map.", "“Here,”"),
        ("“You see” she tapped the map.", "“You see”"),
        ("Ada stared.\n\n“…”", "“…”"),
    ],
)
def test_short_and_odd_speech_is(text: str, expected: str) -> None:
    assert quoted(text) == [expected]
