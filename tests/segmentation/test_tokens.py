"""Words, numbers and marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.segmentation.tokens import tokenise


def tokens(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    "word",
    [
        "don’t",
        "don't",
        "Emma’s",
        "o’clock",
        "’Tis",
        "'tis",
        "‘tis",
        "’em",
        "goin’",
        "o’",
        "th’",
        "rock-’n’-roll",
        "jack-o’-lantern",
        "well-known",
        "th-thank",
        "Mr.",
        "Capt.",
        "p.m.",
        "J.R.R.",
        "Ph.D.",
        "£3.50",
        "1,000",
        "7:30",
        "25%",
        "2nd",
        "’90s",
        "cafe\u0301",
        "R&B",
        "@ferry_fan",
        "https://ferry.example/timetable?day=1",
        "👍🏽",
        "?!",
        "--",
        "…",
        "...",
        ". . .",
    ],
)
def test_it_is_one_token(word: str) -> None:
    assert tokens(f"Ada {word} Tom") == ["Ada", word, "Tom"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boat…its late…it’s us…", "boat|…|its|late|…|it’s|us|…"),
        ("wait—what", "wait|—|what"),
        ("the *red* one", "the|*|red|*|one"),
        ("_You_ know", "_|You|_|know"),
        ("“Well?”", "“|Well|?|”"),
        ("the dogs’ dinner", "the|dogs|’|dinner"),
        ("rock ’n’ roll", "rock|’n’|roll"),
        ("‘Wait,’ he said", "‘|Wait|,|’|he|said"),
        ("'Wait,' he said", "'|Wait|,|'|he|said"),
        ("(again)", "(|again|)"),
        ("a plain pain’ here", "a|plain|pain|’|here"),
    ],
)
def test_marks_stand_by_themselves(text: str, expected: str) -> None:
    assert "|".join(tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "initial"),
    [
        ("J. Hart came", "J."),
        ("J. R. Hart came", "R."),
        ("No. 7 was shut", "No."),
    ],
)
def test_a_full_stop_belongs_to_what_it_shortens(text: str, initial: str) -> None:
    assert initial in tokens(text)


@pytest.mark.parametrize("text", ["It was I. Tom knew.", "No. Not that one.", "Plan B. The end."])
def test_a_full_stop_after_a_whole_word_stands_alone(text: str) -> None:
    assert "." in tokens(text)[:4]


def test_offsets_count_from_the_start_of_the_text() -> None:
    text = "First line.\n\nSecond one."
    found = tokenise(text, 13, len(text))
    assert [(token.start, token.end) for token in found] == [(13, 19), (20, 23), (23, 24)]


@given(st.text(alphabet=st.sampled_from("aB1 '’‘\"“”.,!?…—-*_&@#😀\u0301\n\t\ud800"), max_size=60))
def test_every_visible_character_lies_in_exactly_one_token(text: str) -> None:
    found = tokenise(text, 0, len(text))
    covered = [offset for token in found for offset in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    assert {offset for offset, character in enumerate(text) if not character.isspace()} <= set(
        covered
    )
    assert all(text[token.start : token.end].strip() for token in found)
