"""Lines that say who tells what follows: “Ines’s Diary”, “Letter from Ines to Tom”, “INES”."""

import re
from typing import Literal

from msgspec import Struct

from fabula.lexicon.telling_words import ACCOUNTS, LETTERS, TALES, TOLD_BY, VIEWS
from fabula.story import Story
from fabula.text import Paragraph, covering, overlapping

LONGEST = 120
"""Characters of a heading with the names of a writer and of those written to."""

MOST_LINES = 3
"""Lines of a heading: a number, a name, a day."""

LabelKind = Literal["account", "letter", "view", "name"]


IN_WORDS = frozenset[LabelKind]({"account", "letter", "view"})
"""Labels that nothing but a label says; a bare name inside a scene may be a signature."""


class TellerLabel(Struct, frozen=True, order=True):
    """A line from `start` up to `end` that names whoever tells what follows.

    `kind` says how: by an account (“Ines’s Diary”), a letter, a point of view, or hardly more than
    a name (“Ines”, “Ines to Tom”, “The Story of Ines”), which may as well be what it is about.
    """

    start: int
    end: int
    name: str
    kind: LabelKind


def teller_labels(story: Story) -> list[TellerLabel]:
    """The labels of a story, in text order.

    Finds:
        Short lines outside quotations that give somebody a diary, a narrative or another account,
        a letter, or a point of view; names alone on a line that heads a scene.
    Why it holds:
        Books of several voices say at the head of each whose it is.
    Misses:
        Voices told apart by type or by a picture; who is headed by a role (“The Cook’s Tale”).

    Example:
        “Ines’s Diary” over “I rowed home”: Ines is “I”.
    """
    quoted = sorted(part for quotation in story.quotations for part in quotation.parts)
    notes = [part.span for part in story.paratext if part.role != "title"]
    return [
        label
        for paragraph in story.document.paragraphs
        if len(paragraph) <= LONGEST
        and not overlapping(quoted, paragraph.start, paragraph.end)
        and covering(notes, paragraph.start) is None
        and (label := _label(story.document.text, paragraph)) is not None
        and (label.kind in IN_WORDS or covering(story.scenes, paragraph.start) is None)
    ]


def _label(text: str, paragraph: Paragraph) -> TellerLabel | None:
    lines = text[paragraph.start : paragraph.end].split("\n")
    if len(lines) > MOST_LINES:
        return None
    for line in lines:
        found = read_label(line)
        if found is not None:
            return TellerLabel(paragraph.start, paragraph.end, *found)
    return None


def read_label(line: str) -> tuple[str, LabelKind] | None:
    """The name and the kind of a label: “Ines’s Diary” gives Ines, account.

    Whether anybody bears the name is not asked here.
    """
    bare = _NUMBER.sub("", " ".join(line.replace("\u2060", "").split()).strip(_ADORNMENT))
    for pattern, kind in _PATTERNS:
        match = pattern.match(bare)
        if match is not None:
            return match["name"].rstrip("."), kind
    return None


_ADORNMENT = " *_~#=<>[](){}|:—–-"


def _any(words: frozenset[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in longest_first)


_ACCOUNT = rf"(?i:{_any(ACCOUNTS)})"
_TALE = rf"(?i:{_any(TALES)})"
_LETTER = rf"(?i:{_any(LETTERS)})"
_VIEW = rf"(?i:{_any(VIEWS)})"
_TOLD = rf"(?i:{_any(TOLD_BY)})"
_WORD = r"[A-Z][\w.-]*(?:['’](?![sS]\b)\w+)?"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:(?i:van|von|de|la|le|of|the)\s)?{_WORD}){{0,4}})"
_NUMBER = re.compile(
    r"(?i)^(?:(?:chapter|part|book|letter|section)\s+)?(?:\d+|[ivxlc]+|one|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)\s*(?:[.:)—–-]+\s*|(?=\n))"
)


def _owned(words: str) -> re.Pattern[str]:
    """“Ines’s Diary”, “Dr. Brook’s Phonograph Diary, continued”."""
    before = r"(?:(?i:from|extracts? from|in|the)\s)*"
    return re.compile(rf"{before}{_NAME}['’][sS]?\s(?:\w+\s){{0,2}}{words}\b")


def _of(words: str) -> re.Pattern[str]:
    """“The Diary of Ines Brook”, “Narrative of Dr. Brook”."""
    return re.compile(rf"(?:\w+\s){{0,3}}{words}\s(?:\w+\s)?(?:{_TOLD}\s)?(?i:of|by)\s{_NAME}")


_PATTERNS: tuple[tuple[re.Pattern[str], LabelKind], ...] = (
    (re.compile(rf"(?:.{{0,60}}\b)?{_TOLD}\s(?:\w+\s){{0,2}}(?i:by)\s{_NAME}"), "account"),
    (
        # Letter from Miss Ines Brook to Tom; Telegram, Ines Brook, Osker, to Tom
        re.compile(
            rf"(?:\w+\s)?{_LETTER}\b[^A-Z]{{0,20}}?(?:\([^)]*\),?\s)?{_NAME}\b.*?(?i:\sto\s)"
        ),
        "letter",
    ),
    (re.compile(rf"(?:\w+\s)?{_LETTER}\s(?i:from|by)\s{_NAME}"), "letter"),
    (_owned(_ACCOUNT), "account"),
    (_owned(_TALE), "name"),
    (re.compile(rf"{_NAME}['’][sS]?\s{_LETTER}\b"), "letter"),
    (_of(_ACCOUNT), "account"),
    (_of(_TALE), "name"),
    (re.compile(rf"{_NAME}(?:['’][sS]?)?\s*(?:[:—–-]\s*)?{_VIEW}(?!\w)"), "view"),
    (re.compile(rf"{_VIEW}\s*(?:[:—–-]|(?i:of\b))?\s*{_NAME}"), "view"),
    (re.compile(rf"{_NAME}\s(?i:to)\s{_WORD}(?:\s{_WORD}){{0,3}}\.?$"), "name"),
    (re.compile(rf"{_NAME}$"), "name"),
)
