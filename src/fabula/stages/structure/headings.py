"""Reads a block as a heading: what depth, what number, what title.

This looks at one block only. Whether “IV” divides the text or is a line of it, `outline` decides
from all of them.
"""

import re
from typing import Literal

from msgspec import Struct, structs

from fabula.lexicon.heading_words import (
    CHAPTER_DEPTH,
    DIVISIONS,
    NUMBER_DEPTH,
    STANDING_HEADINGS,
)
from fabula.stages.structure.layout import Block, Line, lines_of
from fabula.stages.structure.numbering import NUMBER, ORDINAL, value_of

MAX_HEADING_WORDS = 30
"""Long enough for “CHAPTER IX. IN WHICH …” over three lines, shorter than most paragraphs."""
MAX_STOPPED_WORDS = 3
MAX_HEADING_LINES = 6
MAX_WRAPPED_WORDS = 45
"""A numbered heading in title case may be longer still."""

Caption = Literal["capitals", "title", "phrase"]
"""How a line looks that could be a title: ALL CAPITALS, Each Word So, or a Phrase without stop."""


class Heading(Struct, frozen=True, gc=False):
    """A heading as one block has it.

    `depth` is as in `lexicon.heading_words`. `number` is None for “Prologue”. `title` is the
    heading as written, without adornments, lines joined; `titled` tells whether it has words of
    its own beside “Chapter 3”. `body` is where story begins in the same block, if it does.
    """

    start: int
    end: int
    depth: int
    number: int | None
    title: str
    titled: bool
    body: int | None = None


_DIVISION = "|".join(sorted(DIVISIONS, key=len, reverse=True))
_STANDING = "|".join(sorted(STANDING_HEADINGS))
_OPEN = r"[\s*_~#=>\[({<|\\–—-]*"

_KEYWORD_FIRST = re.compile(
    rf"{_OPEN}(?:the\s+)?(?P<word>{_DIVISION})\b\.?[\s:–—-]*(?:the\s+)?#?"
    rf"(?P<number>{NUMBER})(?![\w'’])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER_FIRST = re.compile(
    rf"{_OPEN}(?:the\s+)?(?P<number>{ORDINAL})\s+(?P<word>{_DIVISION})\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_STANDING_FIRST = re.compile(
    rf"{_OPEN}(?:the\s+)?(?P<word>{_STANDING})\b(?:\s+(?P<number>{NUMBER})(?![\w'’]))?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_LAST = re.compile(
    rf"{_OPEN}(?:the\s+)?(?:chapter\s+(?:the\s+)?last|(?:last|final)\s+chapter)\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BARE_NUMBER = re.compile(rf"{_OPEN}(?P<number>{NUMBER})[\s.:)\]}}>*_~#=|–—-]*", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(
    r"[\s*_~#(]*(?P<number>\d{1,3}|[ivxlc]{1,9})(?P<rest>(?:\s*[.:)–—-]|\s)\s*[^\W_].*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER_TITLE = re.compile(
    rf"(?P<title>[^\n]{{1,80}}?)[\s,:;–—-]+(?P<word>chapter|part)\s+#?(?P<number>{NUMBER})\W*",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\s*(?:of|/)\s*(?:\d{1,4}|\?+)\s*(?=$|\W)", re.IGNORECASE)
_SEPARATED = re.compile(r"\s*(?:[.:)\]|–—]+|-+)\s*(?=\S)")
_IN_WHICH = re.compile(r",?\s+(?:in\s+which|wherein|being)\b[^.]*[.!?]?\s*", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    "a an and as at but by for from if in into nor of off on or over so the to up with".split()
)


def read_heading(block: Block) -> Heading | None:
    """The heading at the start of a block, None where there is none.

    Finds: “CHAPTER I.”, “Part Two: The Storm”, “Phase the Second”, “First Period”, “Prologue”,
        “-- 2 --”, “IV”, “I. The Return”, and the title on the line below in the same block.
    Why it holds: the words of a heading are few and fixed; a sentence that opens with them goes
        on in small letters (“Chapter One of my life was over”).
    Misses: headings that are a title only, which need their neighbours to be known.
    Example: “CHAPTER II.⏎The Ferry” is chapter 2, titled.
    """
    lines = lines_of(block)
    if not lines or len(lines[0].text) > 200:
        return None
    if len(lines) > 1 and lines[0].text.strip(" *_#").casefold() in DIVISIONS:
        lines = (Line(lines[0].start, lines[1].end, f"{lines[0].text} {lines[1].text}"), *lines[2:])
    heading = read_line(lines[0])
    if heading is None:
        return _wrapped_heading(block, lines)
    whole = _with_lines(heading, lines[1:], block.words <= MAX_HEADING_WORDS)
    runs_on = whole.body is not None and heading.titled and caption(heading.title) not in _TITLES
    return None if runs_on else whole


def _wrapped_heading(block: Block, lines: tuple[Line, ...]) -> Heading | None:
    """A heading whose title goes on over several lines: “Chapter VI: Mr. Ash,⏎Mr. Birch …”."""
    if not 1 < len(lines) <= MAX_HEADING_LINES or block.words > MAX_WRAPPED_WORDS:
        return None
    text = " ".join(line.text for line in lines)
    match = _KEYWORD_FIRST.fullmatch(text)
    if match is None or caption(match["rest"].strip(" .:–—-"), MAX_WRAPPED_WORDS) not in _TITLES:
        return None
    return _heading(Line(block.start, block.end, text), match, None)


def read_line(line: Line) -> Heading | None:
    """The heading that this line is, None where it is none."""
    text = line.text
    if len(text.split()) > MAX_HEADING_WORDS:
        return None
    for pattern, depth in (
        (_KEYWORD_FIRST, None),
        (_NUMBER_FIRST, None),
        (_STANDING_FIRST, CHAPTER_DEPTH),
        (_LAST, CHAPTER_DEPTH),
        (_BARE_NUMBER, NUMBER_DEPTH),
        (_NUMBERED_TITLE, NUMBER_DEPTH),
        (_AFTER_TITLE, CHAPTER_DEPTH),
    ):
        match = pattern.fullmatch(text)
        heading = _heading(line, match, depth) if match else None
        if heading is not None:
            return heading
    return None


def _heading(line: Line, match: re.Match[str], depth: int | None) -> Heading | None:
    parts = match.groupdict()
    number = None
    if parts.get("number"):
        number = value_of(parts["number"])
        if number is None:
            return None
    rest = _TOTAL.sub(" ", parts.get("rest") or "", count=1)
    own = _own_title(rest, free="word" in parts and number is not None)
    if own is None or ("title" in parts and caption(parts["title"]) not in _TITLES):
        return None
    if depth is None:
        depth = DIVISIONS[parts["word"].casefold()]
    titled = bool(own) or "title" in parts
    return Heading(line.start, line.end, depth, number, clean(line.text), titled)


def _own_title(rest: str, free: bool) -> str | None:
    """The title after the number; "" where nothing follows, None where a sentence goes on.

    `free` allows whole sentences, as in “Chapter 3: In which nobody gets wet.”
    """
    bare = rest.strip(" \t\n*_~#=.:)]}>|<–—-")
    if not bare:
        return ""
    if not free and len(bare.split()) > MAX_STOPPED_WORDS:  # a list has sentences, with stops
        bare = rest.lstrip(" \t\n*_~#=.:)]}>|<–—-").rstrip(" \t\n*_~#=")
    if len(bare.split()) > MAX_HEADING_WORDS:
        return bare
    if free and _IN_WHICH.fullmatch(rest):  # “Chapter Two, in which Ines knocks three times”
        return bare
    if _SEPARATED.match(rest):
        sentence = free and bare[0].isupper() and bare[-1] not in ",;" and rest.lstrip()[0] != "."
        return bare if sentence or caption(bare) else None
    whole = rest.strip()
    bracketed = whole[0] in "([" and whole[-1] in ")]"
    wide = bracketed or rest.startswith(("  ", "\t", "\n"))
    looks = caption(bare)
    return bare if looks in {"capitals", "title"} or (wide and looks) else None


def _with_lines(heading: Heading, lines: tuple[Line, ...], short: bool) -> Heading:
    """The heading with the lines of its block that still belong to it."""
    for line in lines[:MAX_HEADING_LINES]:
        goes_on = short and heading.titled and line.text[0].islower()
        if read_line(line) is not None or not (goes_on or caption(line.text) in _TITLES):
            return structs.replace(heading, body=line.start)
        title = (
            join_titles(heading.title, clean(line.text))
            if not heading.titled
            else (f"{heading.title} {clean(line.text)}")
        )
        heading = structs.replace(heading, end=line.end, title=title, titled=True)
    return heading


_TITLES = frozenset({"capitals", "title"})


def join_titles(first: str, second: str) -> str:
    """“Chapter I” and “The Ferry” as one title: “Chapter I: The Ferry”.

    Where the first ends with a mark of its own, a space is enough: “CHAPTER I. THE FERRY”.
    """
    return f"{first} {second}" if first[-1:] in ".:;!?–—-" else f"{first}: {second}"


def clean(text: str) -> str:
    """The text without what Markdown puts around it, its white space made single."""
    return " ".join(text.strip("#*_~>|= \t").split())


def caption(text: str, most: int = MAX_HEADING_WORDS) -> Caption | None:
    """How a line looks that could be a title, None where it looks like a sentence.

    `caption("THE FERRY.")` is “capitals”, `caption("A Walk to the Mill")` “title”,
    `caption("Down by the mill")` “phrase”, `caption("She ran.")` None.
    """
    words = text.split()
    letters = [character for character in text if character.isalpha()]
    if not letters or len(words) > most or text.rstrip("*_ ")[-1] in ",;":
        return None
    first = words[0].strip("\"'“”‘’*_([{<>#~")
    if sum(map(str.isupper, letters)) >= 0.7 * len(letters) and first == first.upper():
        return "capitals"
    if _is_quoted_speech(text):
        return None
    capitalised = [word for word in words if _counts(word) and _capitalised(word)]
    counted = sum(map(_counts, words))
    stop = text.rstrip("*_ \"'”’")[-1:] in ".!?…:"
    if counted and len(capitalised) >= 0.8 * counted and _capitalised(words[0]):
        return "title" if not stop or len(capitalised) >= 2 else None
    return "phrase" if not stop and _capitalised(words[0]) and len(words) <= 12 else None


def _is_quoted_speech(text: str) -> bool:
    return text[0] in "\"“'‘«" and text.rstrip("\"”'’»")[-1:] in ",.!?…—-"


def _counts(word: str) -> bool:
    letters = "".join(filter(str.isalpha, word))
    return len(letters) > 0 and letters.casefold() not in _SMALL_WORDS


def _capitalised(word: str) -> bool:
    bare = word.lstrip("\"'“”‘’*_([{<>#~–—-")
    return bool(bare) and (bare[0].isupper() or bare[0].isdigit())
