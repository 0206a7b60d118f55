"""Quotation marks: where they may stand, and what each costs as opening, closing or apostrophe.

A mark is judged by its glyph (“ opens), by its surroundings (an opening mark follows white space
and touches a word) and, for single marks, by the words that it may belong to (’tis, the dogs’).
No mark is decided here; `reading` weighs all marks of a paragraph together.
"""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from fabula.lexicon.elisions import LEADING_ELISIONS, TRAILING_ELISIONS, WHOLE_IN_WORDS
from fabula.stages.quoting.conventions import Conventions

Family = Literal["double", "single", "guillemet", "low_high", "corner"]
"""Marks that close each other; ‹ › count as guillemets, 『 』 as corner marks."""

NEVER = 1e9


class QuotationMark(Struct, frozen=True, gc=False):
    """A character that may be a quotation mark, with the cost of each way to read it.

    Costs are in units of “one clear hint against it”: 0 is what a copy editor would expect.
    `alone` is the cost of reading it as no quotation mark at all: apostrophe, inch, misprint.
    `heads_line` says that it is the first thing on its line.
    """

    start: int
    end: int
    family: Family
    opening: float
    closing: float
    alone: float
    heads_line: bool = False


# An apostrophe between two letters is never a quotation mark, so it is not even looked at.
_SINGLES = r"(?<![^\W_])['’‘‚‛`´]|['’‘‚‛`´](?![^\W_])"
_CANDIDATE = re.compile(rf'["“”„‟«»‹›「」『』]|{_SINGLES}')
_TYPED_CANDIDATE = re.compile(rf'["“”„‟«»‹›「」『』]|``|\'\'|{_SINGLES}')
_FAMILIES: dict[str, Family] = {
    **dict.fromkeys('"“”‟', "double"),
    **dict.fromkeys(("``", "''"), "double"),
    "„": "low_high",
    **dict.fromkeys("'’‘‚‛`´", "single"),
    **dict.fromkeys("«»‹›", "guillemet"),
    **dict.fromkeys("「」『』", "corner"),
}
_OPENING_GLYPHS = frozenset("“‘„‚«‹「『‟‛`") | {"``"}
_CLOSING_GLYPHS = frozenset("”’»›」』´") | {"''"}
_BRACKETS_BEFORE = frozenset("([{")
_PUNCTUATION = frozenset(".,;:!?…)]}*_")
_DASHES = frozenset("-—–―‒")
_TRANSPARENT = frozenset("*_\"“”'‘’«»„")
"""Marks that stand between a quotation mark and the words it belongs to: “‘No,’ … and *“No.”*"""

MARKS_TOGETHER = 5
"""“‘*No*’” is as many marks as stand side by side; a longer run is decoration."""

# How much each hint counts. They were set by reading paragraphs where hints disagree (a closing
# mark set with a space before it, a dash lost in conversion) and are coarse on purpose.
WRONG_SIDE = 2.5  # white space where the word should be
GLUED = 1.0  # no white space on either side: “--"she said” and “word"word”
FLOATING = 0.7  # white space on both sides, as in tokenised text
WRONG_GLYPH = 2.0  # ” where “ is due: typed by software that guessed
TRUSTED_GLYPH = 0.6  # the share of a wrong side that counts where the glyph is right
WRONG_SINGLE = 3.0  # ’ opening or ‘ closing: nearly always an apostrophe instead
ELIDED = 1.2  # opening before a word that may have lost its beginning, or closing after an end
WITHOUT_PAUSE = 0.7  # opening with a small letter in the middle of a sentence
BEHIND_LETTER = 0.8  # closing where dialogue would have a comma or a stop
MIDWAY = 1.5  # a word that may have lost its beginning, in the middle of a sentence
TWO_MARKS = 0.5  # the second of two single marks before a word: ''Morning,' he said
STRAY = 4.0  # a double mark without a partner
INCH = 1.0  # 6'2", a ditto


def find_marks(
    text: str, start: int, end: int, conventions: Conventions
) -> Iterator[QuotationMark]:
    """The marks of `text[start:end]` that may be quotation marks, in order."""
    after_single = start - 2  # where the last single mark ended
    candidates = _TYPED_CANDIDATE if conventions.typed else _CANDIDATE
    for match in candidates.finditer(text, start, end):
        low, high = match.span()
        glyph = match.group()
        family = _FAMILIES[glyph]
        left = _beside(text, low - 1, -1, start, end)
        right = _beside(text, high, 1, start, end)
        opening, closing = _shape_costs(left, right)
        if family == "single":
            alone = STRAY
            if right.isalnum() and not left.isalnum():
                alone = _leading_cost(glyph, left, _word_after(text, high, end))
                if right.islower() and _runs_on(text, low, start):
                    alone = min(alone, MIDWAY) if glyph == "'" else alone
                    opening += WITHOUT_PAUSE
                if low - after_single <= 1:  # a hair space may stand between the two of ‘’Tis
                    alone = min(alone, TWO_MARKS)
                opening += ELIDED if alone < 1.0 else 0.0
                closing += WRONG_SIDE
            elif left.isalnum():
                alone = _trailing_cost(_word_before(text, low, start))
                closing += BEHIND_LETTER + (ELIDED if alone == 0.0 else 0.0)
            elif left == right == " ":
                alone = 1.5
            opening += WRONG_SINGLE if glyph in _CLOSING_GLYPHS else 0.0
            closing += WRONG_SINGLE if glyph in _OPENING_GLYPHS else 0.0
            after_single = high
        else:
            opening, closing = _glyph_costs(glyph, family, opening, closing, conventions)
            alone = INCH if glyph == '"' and left.isdigit() else STRAY
        heads_line = low > start and text[low - 1] in "\r\n"
        yield QuotationMark(low, high, family, opening, closing, alone, heads_line)


def _beside(text: str, position: int, step: int, start: int, end: int) -> str:
    """The first character beside a mark that is no mark itself; a space at the paragraph's end."""
    for place in range(position, position + step * MARKS_TOGETHER, step):
        if not start <= place < end or text[place].isspace():
            return " "
        if text[place] not in _TRANSPARENT:
            return text[place]
    return " "


def _shape_costs(left: str, right: str) -> tuple[float, float]:
    """What the surroundings say against opening and against closing."""
    may_open = left == " " or left in _DASHES or left in _BRACKETS_BEFORE
    may_close = right == " " or right in _DASHES or right in _PUNCTUATION
    if left == " " and right == " ":
        return FLOATING, FLOATING
    opening = 0.0 if may_open and right != " " else WRONG_SIDE
    closing = 0.0 if may_close and left not in {" ", *_BRACKETS_BEFORE} else WRONG_SIDE
    if left != " " and right != " ":
        opening, closing = min(opening, GLUED), min(closing, GLUED)
        if left in _DASHES and right.isalnum():
            opening = closing = 0.3  # “our”—she leaned—“secret” and “But--"he began”
    return opening, closing


def _glyph_costs(
    glyph: str, family: Family, opening: float, closing: float, conventions: Conventions
) -> tuple[float, float]:
    """The costs with what the glyph itself says."""
    if family == "guillemet":
        # French sets a space inside; only the document's own habit tells « from ».
        opens = (glyph in "«‹") != conventions.guillemets_reversed
        return (0.0, NEVER) if opens else (NEVER, 0.0)
    if family == "corner":
        return (0.0, NEVER) if glyph in "「『" else (NEVER, 0.0)
    if glyph == "„":
        return 0.0, NEVER
    if glyph in _OPENING_GLYPHS:
        return opening * TRUSTED_GLYPH, closing + WRONG_GLYPH
    if glyph in _CLOSING_GLYPHS:
        return opening + WRONG_GLYPH, closing * TRUSTED_GLYPH
    return opening, closing


def _runs_on(text: str, position: int, start: int) -> bool:
    """Whether a word, and no pause, stands before the white space before `position`."""
    before = text[max(start, position - 3) : position].rstrip()
    return before[-1:].isalnum()


def _leading_cost(glyph: str, left: str, word: str) -> float:
    """The cost of reading a mark before a word as its apostrophe."""
    elided = word.lower().replace("’", "'") in LEADING_ELISIONS or word[:1].isdigit()
    if glyph == "’":
        return 0.0 if elided or left == " " else 1.0
    if glyph == "'":
        return 0.3 if elided else 2.5
    return 0.6 if elided else STRAY


def _trailing_cost(word: str) -> float:
    """The cost of reading a mark after a word as its apostrophe."""
    folded = word.lower()
    if folded in TRAILING_ELISIONS or word[-1:].isdigit():
        return 0.0
    if len(folded) > 3 and folded.endswith("in") and folded not in WHOLE_IN_WORDS:
        return 0.0
    if folded.endswith(("s", "x", "z")):
        return 0.3
    return 1.5


_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def _word_after(text: str, position: int, end: int) -> str:
    word = _WORD.match(text, position, end)
    return word.group() if word else ""


def _word_before(text: str, position: int, start: int) -> str:
    """The letters that end at `position`, at most 20 of them."""
    low = position
    while low > max(start, position - 20) and text[low - 1].isalnum():
        low -= 1
    return text[low:position]
