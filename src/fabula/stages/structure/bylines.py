"""Names of writers: “by Emily Ash”, “A story by Emily Ash”, “The Ferry by lampgirl77”."""

import re

from fabula.stages.structure.headings import caption

MAX_NAME_WORDS = 6
MAX_TITLE_WORDS = 14
MAX_TITLED_LINE = 200

_BYLINE = re.compile(
    r"[\s*_~(\[–—-]*(?:(?:an?|this|the)\s+(?:[\w'’-]+\s+){0,4}?"
    r"(?:story|novel|novella|tale|romance|fan\s?fic(?:tion)?|fic|ficlet|one-?shot|drabble)\s+)?"
    r"(?:(?:re)?written\s+|chapter\s+|story\s+)?by[*_~]*:?\s+(?P<name>[^\n]{1,80}?)[\s*_~)\]–—-]*",
    re.IGNORECASE,
)
_LONE_BY = re.compile(r"[\s*_~(\[–—-]*(?:written\s+)?by[\s*_~:)\]–—-]*", re.IGNORECASE)
_BY = re.compile(r"\sby\s+(?=\S)", re.IGNORECASE)
_PARTICLES = frozenset("de da di del della von van der den la le du of the and y e & with".split())


def is_byline(text: str) -> bool:
    """Whether a line names the writer and nothing else: “by Emily Ash”."""
    match = _BYLINE.fullmatch(text) if len(text) <= MAX_TITLED_LINE else None
    return match is not None and is_name(match["name"])


def is_lone_by(text: str) -> bool:
    """Whether a line is only the “by” of a title page, with the name below."""
    return _LONE_BY.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether words could be the name of a writer: “H. G. Wells”, “lampgirl77”.

    Finds: up to six words that all begin with a capital, or one word of any kind.
    Why it holds: it is asked only of what follows “by” on a line of its own.
    Misses: pen names of several small words.
    """
    words = text.strip(" *_~").split()
    if not 0 < len(words) <= MAX_NAME_WORDS or words[-1][-1] in "!?;:,":
        return False
    if words[-1][-1] == "." and len(words[-1]) > 4:
        return False
    if len(words) == 1:
        return any(map(str.isalnum, words[0]))
    named = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(named) and all(word[0].isupper() or not word.isalpha() for word in named)


def split_title(text: str) -> tuple[int, int] | None:
    """Where “The Ferry by Emily Ash” falls into title and byline.

    Gives the end of the title and the start of “by”, as offsets into `text`; None where the
    line is something else, such as a sentence with a full stop.
    """
    matches = list(_BY.finditer(text)) if len(text) <= MAX_TITLED_LINE else []
    if not matches or "\n" in text:
        return None
    by = matches[-1]
    title = text[: by.start()].rstrip(" \t*_~,–—-")
    if not is_name(text[by.end() :]) or not _is_title(title.strip('*_~"“” ')):
        return None
    return len(title), by.start() + 1


def _is_title(title: str) -> bool:
    return 0 < len(title.split()) <= MAX_TITLE_WORDS and (
        caption(title) is not None or title == title.casefold()
    )
