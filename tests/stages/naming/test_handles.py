"""The names before the messages of a chat."""

import pytest
from stage_by_stage import cast_of, mentions_of, names_in, read_to

from fabula.stages.naming.handles import find_handles

CHAT = "orlo: has anyone seen my boots\n\nmaud: no\n\norlo: maud they are red"


@pytest.mark.parametrize(
    ("before", "handle"),
    [
        ("orlo:", "orlo"),
        ("<orlo>", "orlo"),
        ("[10:02] Orlo Finch:", "Orlo Finch"),
        ("ORLO (10:02):", "ORLO"),
        ("**Orlo:**", "Orlo"),
        ("12/05/2031, 10:02 - @orlo:", "orlo"),
    ],
)
def test_the_handle_is_the_name_alone(before: str, handle: str) -> None:
    text = f"{before} boots?\n\nMaud: no\n\n{before} thanks"
    story = read_to("quotations", text)
    found = [story.document[span] for span in find_handles(story)]
    assert found == [handle, "Maud", handle]


def test_what_names_nobody_is_no_handle() -> None:
    story = read_to("quotations", "unknown: boo\n\nMe: who is it\n\nunknown: guess\n\nQ: hm")
    assert find_handles(story) == []


def test_a_sign_has_no_handle() -> None:
    story = read_to("quotations", "A sign said: KEEP OUT. She went in.")
    assert find_handles(story) == []


def test_handles_are_names_and_so_are_the_same_words_in_messages() -> None:
    assert names_in(CHAT) == ["orlo", "maud", "orlo", "maud"]
    assert "boots" not in mentions_of(CHAT, "proper")


def test_one_name_in_two_spellings_is_one_member_of_the_cast() -> None:
    text = f"{CHAT}\n\nMAUD: under the bench\n\norlo: ta\n\nmaud: hm"
    assert list(cast_of(text)) == ["orlo", "maud"]
