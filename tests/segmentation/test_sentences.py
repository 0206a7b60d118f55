"""Where a sentence of prose ends."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.segmentation.sentences import split_sentences
from fabula.segmentation.tokens import tokenise


def sentences(text: str) -> list[str]:
    found = split_sentences(text, tokenise(text, 0, len(text)))
    return [text[sentence.start : sentence.end] for sentence in found]


@pytest.mark.parametrize(
    "text",
    [
        "“What?” she said.",
        "“What?” Tom asked quietly.",
        "“What!” cried Mrs. Hart of the mill.",
        "“Stop!” the ferryman shouted.",
        "“But—” Tom began.",
        "“Is it late?” I asked.",
        "Mr. and Mrs. Hart met Dr. Bell at 4.30 p.m. by the lock.",
        "J. R. Hart wrote it.",
        "Oh! how wet it was.",
        "Well… I never knew.",
        "He paused... then he waved.",
        "“No,” said Ada, “not the red one.”",
        "“No!” and “Yes!” were heard at once.",
        "He sold boats, nets, etc. to everyone.",
        "She lived in the U.S. Army camp.",
        "The line goes on\nin the next row.",
        "Wait — he said — no.",
    ],
)
def test_it_is_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "“Go!”| He ran.",
        "“What?” she said.| “I heard you.”",
        "Ada laughed.| Tom did not.",
        "“Right.| Off we go,” he said.",
        "“But—”| He stopped.",
        "It was I.| Tom knew it.",
        "He sold nets, oars, etc.| The shop was full.",
        "“Late…”| Ada looked at the clock.",
        "It rained…| The ferry was late.",
        "(He was lying.)| Nobody minded.",
        "*Why now?*| She sat down.",
        "He turned.| “Ready?”",
        "It rained.|He ran.",
        "“Yes.”| “No.”",
        "She said no.| — The end.",
        "Was it No. 7?| No.| Not that one.",
    ],
)
def test_sentences_end_here(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@given(st.text(alphabet=st.sampled_from("aBI ’'\"“”.!?…—()*\n"), max_size=80))
def test_the_sentences_hold_every_token_once_and_in_order(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    found = list(split_sentences(text, tokens))
    held = [
        token
        for sentence in found
        for token in tokens
        if sentence.start <= token.start and token.end <= sentence.end
    ]
    assert held == tokens
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize("glyphs", ['"', "! ", "“", ". ", ".”", "* "])
def test_a_line_of_marks_costs_no_more_than_its_length(glyphs: str) -> None:
    text = glyphs * 20_000
    start = time.perf_counter()
    sentences(text)
    assert time.perf_counter() - start < 5
