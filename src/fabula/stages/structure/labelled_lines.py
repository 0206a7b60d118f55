"""Reads labelled lines: “Rating: Teen”, “A/N: Enjoy!”, “**Disclaimer:** not mine”."""

import re
from typing import cast

from msgspec import Struct

from fabula.lexicon.paratext_labels import (
    AMBIGUOUS_LABELS,
    LABELS,
    STORY_MARKERS,
    STRONG_LABELS,
    UNPUNCTUATED_LABELS,
)
from fabula.story import ParatextRole

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
_STRONG_SEPARATORS = re.compile(r"[\s*_~\])}>]*(?:[:：=]|$)")
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
    head = straight(text[: _LONGEST + 16])
    match = _LABEL.match(head)
    if match is None:
        return None
    label = match["label"].casefold()
    if label == "an" and match["label"] != "AN":
        return None
    after = head[match.end() :]
    strong = label in STRONG_LABELS or label == "an"
    plain = label not in AMBIGUOUS_LABELS
    if _ALONE.fullmatch(straight(text[match.end() :][:40])) and len(text) < match.end() + 40:
        shown = match["label"][0].isupper() or after.lstrip("*_ )]").startswith(":")
        return Label(_ROLE_OF[label], len(text), strong, plain, alone=True) if shown else None
    separator = (_SEPARATOR if label != "an" else _COLON).match(after)
    if separator is None:
        if label not in UNPUNCTUATED_LABELS or not after[:1].isspace():
            return None
        return Label(_ROLE_OF[label], match.end() + 1, strong, plain, alone=False)
    if not _STRONG_SEPARATORS.match(after) and not strong:
        return None
    return Label(_ROLE_OF[label], match.end() + separator.end(), strong, plain, alone=False)


_COLON = re.compile(r"[\s*_~\])}>]*[:：][\s*_~]*")


def is_story_marker(text: str) -> bool:
    """Whether this is the line of a web page after which the story begins: “Chapter Text”."""
    return text.strip(" *_:\t").casefold() in STORY_MARKERS


def straight(text: str) -> str:
    """The text with straight apostrophes, of the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("´", "'").replace("`", "'")
