"""Reads the word lists that are files: `[section]` lines, and words or lines below them."""

from functools import cache
from importlib.resources import files


@cache
def read_lines(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of each section of `lexicon/data/NAME`, comments and empty lines left out.

    `read_lines("place_names.txt")["GPE"]` begins with "England".
    """
    text = (files("fabula.lexicon") / "data" / name).read_text(encoding="utf-8")
    sections: dict[str, list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            current.append(line)
    return {section: tuple(lines) for section, lines in sections.items()}


@cache
def read_words(name: str) -> dict[str, frozenset[str]]:
    """Like `read_lines`, for files whose lines hold several words."""
    return {
        section: frozenset(word for line in lines for word in line.split())
        for section, lines in read_lines(name).items()
    }
