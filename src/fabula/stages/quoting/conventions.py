"""Which marks a document sets its dialogue in."""

import re
from collections.abc import Sequence

from msgspec import Struct

from fabula.text import Spanned


class Conventions(Struct, frozen=True):
    """The habits of one document, counted over all of its story.

    `single` dialogue is in ‘single’ marks; `guillemets_reversed` is »this« order; `dashes`
    says that speech opens with a dash at the head of a paragraph, `typed` that double marks are
    ``made of single ones''.
    """

    single: bool = False
    guillemets_reversed: bool = False
    dashes: bool = False
    typed: bool = False


_DOUBLE_OPENING = re.compile(r'(?:(?<=[\s—–(\-])|^)(?:["“«„「]|``|»(?=\w))', re.MULTILINE)
# Closing single marks behind punctuation; apostrophes stand behind letters. A double mark right
# after one closes a speech that quotes another, so it does not count.
_SINGLE_CLOSING = re.compile(r"[.,!?…—\-]['’](?=[\s—–\-)]|$)")
_SINGLE_OPENING = re.compile(r"(?:(?<=[\s—–(\-])|^)['‘]['’]?(?=[A-Z…—\-])", re.MULTILINE)
_GUILLEMET = re.compile("[«»]")
_DASH_OPENING = re.compile(r"(?:[—–―]|--|-)[ \xa0]?(?=[^\W_]|[¿¡…'’])")

# Fewer than this could be signatures or interruptions; without a cue among them, a list.
MIN_DASH_PARAGRAPHS = 3
_PLAIN_CUE = re.compile(r"\b(?:said|says|asked|asks|replied|answered|cried|whispered|shouted)\b")


def opens_with_dash(text: str, paragraph: Spanned) -> bool:
    """Whether a paragraph begins with a dash and a word: — Come in."""
    return _DASH_OPENING.match(text, paragraph.start, paragraph.end) is not None


def find_conventions(text: str, paragraphs: Sequence[Spanned]) -> Conventions:
    """Count how the paragraphs of a story open and close their quotations.

    A book whose people speak ‘like this’ has many closing single marks behind punctuation and
    few opening double ones. Dashes are taken for dialogue only where they open more paragraphs
    than any other mark does, and some of those paragraphs have a cue.
    """
    typed = False
    double = single = dashes = cues = forward = backward = others = 0
    for paragraph in paragraphs:
        start, end = paragraph.start, paragraph.end
        double += sum(1 for _ in _DOUBLE_OPENING.finditer(text, start, end))
        typed = typed or text.find("``", start, end) >= 0
        closing = sum(1 for _ in _SINGLE_CLOSING.finditer(text, start, end))
        opening = sum(1 for _ in _SINGLE_OPENING.finditer(text, start, end))
        single += min(closing, opening)
        if opens_with_dash(text, paragraph):
            dashes += 1
            cues += _PLAIN_CUE.search(text, start, end) is not None
        others += text[start] in "\"“‘'«„「"
        first = _GUILLEMET.search(text, start, end)
        if first is not None:
            forward += first.group() == "«"
            backward += first.group() == "»"
    return Conventions(
        single=single > double,
        guillemets_reversed=backward > forward,
        dashes=dashes >= MIN_DASH_PARAGRAPHS and dashes > others and cues > 0,
        typed=typed,
    )
