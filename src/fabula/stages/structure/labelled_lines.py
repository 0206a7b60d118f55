"""Reads labelled lines: “Rating: Teen”, “A/N: Enjoy!”, “**Disclaimer:** not mine”."""

import re
from typing import cast

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.lexicon.paratext_labels import (
    AMBIGUOUS_LABELS,
    LABELS,
    STORY_MARKERS,
    STRONG_LABELS,
    UNPUNCTUATED_LABELS,
)

_ROLE_OF = {
    label: cast("ParatextRole", role) for role, labels in LABELS.items() for label in labels
}
_LONGEST = max(map(len, _ROLE_OF)) + 8
_OPENING = r"[\s*_~>\[({<#=|\\•–—-]*"
_SEPARATOR = re.compile(r"[\s*_~\])}>]*(?:[:：=]|\s?[–—]|\s?-{1,2}(?=\s)|\.(?=\s|$))[\s*_~:]*")
_LABEL = re.compile(
    rf"{_OPENING}(?P<label>{'|'.join(map(re.escape, sorted(_ROLE_OF, key=len, reverse=True)))})"
    rf"(?![\w'])",
    re.IGNORECASE,
)
_CLEAR_SEPARATOR = re.compile(r"[\s*_~\])}>]*[:：=]")
_COLON = re.compile(r"[\s*_~\])}>]*[:：][\s*_~]*")
MAX_SEPARATOR = 40
_ALONE = re.compile(r"[\s*_~\])}>.:：–—=-]*")


class Label(Struct, frozen=True):
    """A label at the start of a text: its role, and where in the text its value begins.

    `strong` labels are believed anywhere, `plain` ones at the head of a text, others only in
    company. `alone` is True where nothing follows, and the value is expected below.
    """

    role: ParatextRole
    value: int
    strong: bool
    plain: bool
    alone: bool


def read_label(text: str) -> Label | None:
    """The label at the start of `text`, None where there is none.

    `read_label("Rating: Teen")` has the role “tags”; `read_label("Note the time.")` is None.
    """
    match = _LABEL.match(straight(text[: _LONGEST + 16]))
    if match is None or (match["label"].casefold() == "an" and match["label"] != "AN"):
        return None
    label = match["label"].casefold()
    value = _value(text, match)
    if value is None:
        return None
    return Label(
        role=_ROLE_OF[label],
        value=value,
        strong=label in STRONG_LABELS,
        plain=label not in AMBIGUOUS_LABELS,
        alone=value == len(text),
    )


def _value(text: str, match: re.Match[str]) -> int | None:
    """Where the value after a label begins; None where the words are no label after all."""
    label = match["label"].casefold()
    after = straight(text[match.end() : match.end() + MAX_SEPARATOR])
    if _ALONE.fullmatch(after) and len(text) < match.end() + MAX_SEPARATOR:
        shown = match["label"][0].isupper() or _COLON.match(after) is not None
        return len(text) if shown else None
    separator = (_COLON if label == "an" else _SEPARATOR).match(after)
    if separator is None:
        spaced = label in UNPUNCTUATED_LABELS and after[:1].isspace()
        return match.end() + 1 if spaced else None
    believed = _CLEAR_SEPARATOR.match(after) is not None or label in STRONG_LABELS
    return match.end() + separator.end() if believed else None


def is_story_marker(text: str) -> bool:
    """Whether this is the line of a web page after which the story begins: “Chapter Text”."""
    return text.strip(" *_:\t").casefold() in STORY_MARKERS


def straight(text: str) -> str:
    """The text with straight apostrophes, of the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("´", "'").replace("`", "'")
