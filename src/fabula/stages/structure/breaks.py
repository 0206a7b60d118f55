"""Lines that only divide: rows of glyphs, rules with characters, “LINE BREAK”."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from fabula.lexicon.break_words import BREAK_WORDS, LAUGHTER
from fabula.stages.structure.layout import Block

MAX_GLYPHS = 120
"""A row of glyphs fits on a line."""

_GLYPHS = frozenset(
    "*#~=+_^<>|/\\@%&$•◆◇❖⁂·‡†§❦❧✦✧✱✲✳∗⁎※★☆♦♥♡♠♣●○◦■□▪▫▲△▼▽►◄❀✿❁☙°¤¬×÷♪♫☾☽⚜➳∞◊⬥⟡✺✹✸✷✶✴✽♢♤♧⊹"
)
"""Marks that are not used in sentences, or not alone."""
_DASHES = frozenset("-–—―−_⸺⸻─━")
_STOPS = frozenset(".…·,:;'`´\"“”‘’()[]{}!?")
_ROW_FRAME = _GLYPHS | _DASHES | frozenset(".·:'`()[]{}")
_DOTS = frozenset(".…·")
_LETTER_ROW = frozenset("oxOX0")
_SPACES = re.compile(r"[\s\u2060\u200b\ufeff]+")
MIN_DASHES = 3
MIN_REPEATED = 6


def is_break_line(block: Block, recurring: Collection[str] = ()) -> bool:
    """Whether a block is a line that only divides.

    Finds: `* * *`, `#`, `~*~`, `-----`, `oOo`, `-x-`, `LINE BREAK`, `⁂`, rule marks with
        characters, letters repeated without meaning (`SPNSPNSPN`). `recurring` are the short
        lines that the text repeats: a lone `x` or `-` counts only among them or when centred.
    Why it holds: such a line has no word in it, and no one says it.
    Misses: words chosen as a break by one writer, such as the name of a song.
    Example: ~*~
    """
    if "rule" in block.looks:
        return True
    text = block.text
    if len(text) > MAX_GLYPHS or text.count("\n") > 1:
        return False
    row = _SPACES.sub("", text)
    if not row:
        return False
    known = row in recurring or "centred" in block.looks
    if not any(map(str.isalnum, row)):
        return _is_glyph_row(row, known)
    return _is_letter_row(row, known) or _is_worded(row)


def recurring_rows(blocks: Sequence[Block]) -> frozenset[str]:
    """The short lines without a real word that occur again and again, spaces left out."""
    rows = Counter(
        _SPACES.sub("", block.text)
        for block in blocks
        if len(block.text) <= MAX_GLYPHS and len(_SPACES.sub("", block.text[:40])) <= 30
    )
    return frozenset(row for row, count in rows.items() if count > 1)


def _is_glyph_row(row: str, known: bool) -> bool:
    letters = set(row)
    if letters <= _DASHES:
        return len(row) >= MIN_DASHES or known
    if letters & _GLYPHS:
        return not letters & set('!?"“”')
    if letters <= _DOTS:
        return known
    return letters <= (_STOPS | _DASHES) and bool(letters & _DASHES) and known


def _is_letter_row(row: str, known: bool) -> bool:
    """`oOo`, `xXx`, `-x-`, `~o~O~o~`; and `SPNSPNSPN` where it recurs."""
    letters = "".join(filter(str.isalnum, row))
    others = set(row) - set(letters)
    if not others <= _ROW_FRAME:
        return False
    kinds = set(letters.casefold().replace("0", "o"))
    if not set(letters) <= _LETTER_ROW or len(kinds) > 2:
        return known and _is_repeated(letters)
    mixed = len(kinds) == 1 and len(set(letters)) == 2 and len(letters) > 2
    waves = letters == letters[::-1] or letters[2:] == letters[:-2]
    return (mixed and waves) or known or bool(others & (_GLYPHS | _DASHES))


def _is_repeated(letters: str) -> bool:
    """Whether a word is a short piece three times or more, and no laughter."""
    if len(letters) < MIN_REPEATED:
        return False
    period = (letters + letters).find(letters, 1)
    return period <= len(letters) // 3 and letters[:period].casefold() not in LAUGHTER


def _is_worded(row: str) -> bool:
    words = "".join(filter(str.isalpha, row)).casefold()
    others = {character for character in row if not character.isalnum()}
    return words in BREAK_WORDS and not others & set(',!?"“”’')
