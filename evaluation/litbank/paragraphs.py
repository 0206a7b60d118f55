"""Where paragraphs begin in a document whose book is missing.

Speech shows most breaks: a new speaker has a new line. In plain narration nothing does, so that
long stretches are cut at a length. On the 67 documents whose books are at hand five of six
breaks at speech are the book's, and half of all breaks are found.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from evaluation.litbank.annotations import Annotations, QuotationRow
from fabula.lexicon.speech_verbs import SPEECH_VERBS

LONGEST = 200
"""Tokens after which a new sentence of narration opens a paragraph; few are longer in books."""

_CUE_REACH = 5
"""Tokens at the head of a sentence in which the verb of a cue stands: … ” the old miller said."""

OPENERS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "11": (2, 5),
        "45": (2, 7),
        "105": (2,),
        "158": (2, 4),
        "160": (1,),
        "174": (2,),
        "208": (2,),
        "1245": (2,),
        "1342": (2, 1053, 1055),
        "1695": (3, 9),
        "2641": (2, 7),
        "2891": (2, 15, 20, 23, 937, 938, 943, 946, 1347, 1350, 1355, 1386, 1388),
        "5230": (2, 7),
    }
)
"""By document: tokens after a heading or beside the head and foot of a letter, where the corpus
has no sentence boundary or nothing else tells."""


def openers(name: str, document: Annotations) -> tuple[int, ...]:
    """The tokens that open a paragraph, the first of the document not among them."""
    return tuple(sorted({*OPENERS.get(name, ()), *_by_rule(document)}))


def _by_rule(document: Annotations) -> Iterator[int]:
    tokens, quotations = document.tokens, document.quotations
    starts = [row.first for row in quotations]
    paragraph, last = 0, None
    for first, end in pairwise((*document.sentences, len(tokens))):
        spoken = _covering(quotations, starts, first)
        opens = first > 0 and _opens(tokens, first, spoken, last, first - paragraph)
        if opens:
            paragraph, last = first, None
            yield first
        at = bisect_left(starts, end)
        if at and quotations[at - 1].first >= first:
            last = quotations[at - 1]


def _covering(
    quotations: Sequence[QuotationRow], starts: Sequence[int], token: int
) -> QuotationRow | None:
    at = bisect_left(starts, token + 1) - 1
    return quotations[at] if at >= 0 and token < quotations[at].end else None


def _opens(
    tokens: Sequence[str],
    first: int,
    spoken: QuotationRow | None,
    last: QuotationRow | None,
    length: int,
) -> bool:
    """Whether the sentence at `first` opens a paragraph.

    `spoken` is the speech that the sentence begins in, `last` the last speech of this paragraph,
    `length` what the paragraph has already.
    """
    if spoken is not None:
        begins = spoken.first == first and tokens[first - 1] not in {":", ","}
        return begins and (last is None or last.speaker != spoken.speaker or last.end == first)
    if tokens[first].islower() or tokens[first] == "(":
        return False
    if last is not None and last.end == first:
        words = {token.lower() for token in tokens[first : first + _CUE_REACH]}
        return not words & SPEECH_VERBS
    return last is None and length > LONGEST
