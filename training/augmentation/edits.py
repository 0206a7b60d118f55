"""Changes to a document's text that take its annotations along."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct, structs

from evaluation.litbank import GoldDocument
from fabula.text import Span


class Edit(Struct, frozen=True, order=True):
    """`text` takes the place of the characters `start:end`; `start == end` puts it in between."""

    start: int
    end: int
    text: str


def edited(document: GoldDocument, edits: Iterable[Edit]) -> GoldDocument:
    """The document with all of the edits made, every span moved along.

    A span that ends inside an edit grows to hold the new words; what is put in at the edge of a
    span stays outside: `Edit(0, 4, "Ravi")` renames “Emma” and its mention, and `Edit(0, 0, "*")`
    stands before both.

    Raises:
        ValueError: if two edits overlap, or a span would lose all its characters.
    """
    ordered = sorted(edits)
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise ValueError(f"expected edits apart from each other, found {one} and {other}")
    move = mover(ordered)
    return structs.replace(
        document,
        text=rewritten(document.text, ordered),
        mentions=tuple(
            structs.replace(mention, start=place.start, end=place.end)
            for mention in document.mentions
            for place in [move(mention.start, mention.end)]
        ),
        entities=tuple(
            structs.replace(entity, start=place.start, end=place.end)
            for entity in document.entities
            for place in [move(entity.start, entity.end)]
        ),
        events=tuple(move(event.start, event.end) for event in document.events),
        quotations=tuple(
            structs.replace(
                quotation, parts=tuple(move(part.start, part.end) for part in quotation.parts)
            )
            for quotation in document.quotations
        ),
    )


def rewritten(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made, which are sorted and do not overlap."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join((*pieces, text[position:]))


def mover(edits: Sequence[Edit]) -> Callable[[int, int], Span]:
    """A function from the old ends of a span to the span of the new text; edits as above.

    It raises ValueError for a span that loses all its characters.
    """
    starts = [edit.start for edit in edits]
    ends = [edit.end for edit in edits]
    growth = (len(edit.text) - (edit.end - edit.start) for edit in edits)
    shifts = list(accumulate(growth, initial=0))  # by how many edits lie before

    def move(start: int, end: int) -> Span:
        before = bisect_right(ends, start)
        inside = before < len(edits) and starts[before] < start
        first = (starts[before] if inside else start) + shifts[before]
        before = bisect_left(starts, end)
        inside = before > 0 and ends[before - 1] > end
        last = (ends[before - 1] if inside else end) + shifts[before]
        if first >= last:
            raise ValueError(f"the edits leave nothing of the span {start}:{end}")
        return Span(first, last)

    return move
