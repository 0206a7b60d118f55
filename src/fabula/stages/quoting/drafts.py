"""From marked words to quotations: parts joined around a cue and over paragraphs."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from fabula.labels import QuotationKind, QuotationStyle
from fabula.stages.quoting.conventions import Conventions
from fabula.stages.quoting.joining import interrupts, unclosed_end
from fabula.stages.quoting.kinds import kind_of
from fabula.stages.quoting.marks import QuotationMark, find_marks
from fabula.stages.quoting.reading import MAX_DEPTH, Quoted, Stack, read_marks
from fabula.stages.quoting.utterances import is_uttered
from fabula.text import Span

CARRIED_PARAGRAPHS = 8
CARRIED_CHARACTERS = 600
"""How far a quotation may run on through paragraphs without marks (verses, lists) to its closing
mark. Farther away a closing mark is more likely a misprint of its own."""


DOUBTFUL = 1.5
"""The cost of opening from which a mark at the head of a paragraph is more likely something else:
an apostrophe in ’Twas is not, a closing mark is."""


class Draft(Struct, frozen=True):
    """A quotation that has no id yet; `within` is the index of the draft that quotes it."""

    parts: tuple[Span, ...]
    kind: QuotationKind
    style: QuotationStyle
    closed: bool = True
    within: int | None = None

    @property
    def start(self) -> int:
        """Where its first part begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Where its last part ends."""
        return self.parts[-1].end


def draft_quotations(
    text: str,
    stretches: Sequence[Span],
    fresh: Collection[int],
    conventions: Conventions,
) -> list[Draft]:
    """The quotations in marks of a story's paragraphs.

    `stretches` are the paragraphs, in text order; nothing runs over into one that begins at an
    offset in `fresh` (the start of a chapter or scene).
    """
    builder = _Builder(text)
    marks = [
        tuple(find_marks(text, stretch.start, stretch.end, conventions)) for stretch in stretches
    ]
    carried: Stack = ()
    for place, stretch in enumerate(stretches):
        if stretch.start in fresh:
            carried = ()
            builder.forget()
        if carried and not marks[place]:
            carried = carried if builder.wait(stretch) else ()
            continue
        following = _opening_marks(marks, stretches, place + 1, fresh)
        quoted, carried = read_marks(
            marks[place],
            stretch.start,
            stretch.end,
            conventions,
            carried=carried,
            continued=following,
        )
        builder.add(stretch, quoted, runs_over=bool(carried) and following[:1] == carried[:1])
    return builder.drafts()


def _opening_marks(
    marks: Sequence[Sequence[QuotationMark]],
    stretches: Sequence[Span],
    place: int,
    fresh: Collection[int],
) -> Stack:
    """The families of the marks that open a paragraph, such as “‘; none where a chapter begins."""
    if place >= len(stretches) or stretches[place].start in fresh:
        return ()
    position, families = stretches[place].start, []
    for mark in marks[place][:MAX_DEPTH]:
        if mark.start > position + 1 or mark.opening > DOUBTFUL:  # a hair space may stand between
            break
        families.append(mark.family)
        position = mark.end
    return tuple(families)


class _Growing(Struct):
    """A draft that may still get parts."""

    parts: list[Span]
    kind: QuotationKind
    style: QuotationStyle
    closed: bool
    within: int | None


class _Builder:
    """Takes the marked words of one paragraph after the other and makes drafts of them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._drafts: list[_Growing] = []
        self._running: list[int] = []  # the drafts left open at each depth, outermost first
        self._runs_over = False  # … because the next paragraph opens with a mark
        self._waiting: list[Span] = []

    def drafts(self) -> list[Draft]:
        """The drafts made so far, in the order in which they begin."""
        return [
            Draft(tuple(item.parts), item.kind, item.style, item.closed, item.within)
            for item in self._drafts
        ]

    def forget(self) -> None:
        """Let nothing run over from what came before."""
        self._running = []
        self._runs_over = False
        self._waiting = []

    def wait(self, stretch: Span) -> bool:
        """Keep a paragraph without marks, in case the open quotation ends after it."""
        self._waiting.append(stretch)
        size = sum(len(span) for span in self._waiting)
        if len(self._waiting) <= CARRIED_PARAGRAPHS and size <= CARRIED_CHARACTERS:
            return True
        self.forget()
        return False

    def add(self, stretch: Span, quoted: Sequence[Quoted], *, runs_over: bool) -> None:
        """Make drafts of a paragraph's quotations and join them to what they continue."""
        owners: list[int | None] = []  # the draft at each depth that surrounds what comes next
        last: dict[int, int] = {}  # the last draft at each depth inside them
        open_now: list[int] = []
        for item in quoted:
            del owners[item.depth :]
            last = {depth: index for depth, index in last.items() if depth <= item.depth}
            outer = owners[-1] if owners else None
            span = self._extent(item, stretch, runs_over=runs_over)
            bounds = stretch if outer is None else self._inside(outer, item)
            index = self._running_into(item, stretch)
            if index is not None:
                self._extend(index, (*self._waiting, span), closed=item.end is not None)
            else:
                index = self._follow(span, last.get(item.depth))
                if index is not None:
                    self._extend(index, (span,), closed=item.end is not None)
                else:
                    index = self._begin(item, span, bounds, outer)
            owners.append(index)
            if index is None:
                continue
            last[item.depth] = index
            if item.end is None and span.end == stretch.end and len(open_now) == item.depth:
                open_now.append(index)
        self._running, self._runs_over = open_now, runs_over
        self._waiting = []

    def _extent(self, item: Quoted, stretch: Span, *, runs_over: bool) -> Span:
        """From the opening mark to the closing one, or to where the words say they end."""
        if item.end is not None:
            return Span(item.start, item.end)
        over = runs_over and item.limit == stretch.end
        return Span(item.start, unclosed_end(self._text, item.start, item.limit, runs_over=over))

    def _inside(self, outer: int, item: Quoted) -> Span:
        """The words of the quotation around a nested one."""
        part = self._drafts[outer].parts[-1]
        return Span(part.start + 1, max(part.end, item.limit))

    def _running_into(self, item: Quoted, stretch: Span) -> int | None:
        """The draft of an earlier paragraph that these words, at the head of this one, go on with.

        Either this paragraph opens with its mark again, or it only closes it.
        """
        if item.depth >= len(self._running):
            return None
        index = self._running[item.depth]
        # Each mark of “‘ is a character, with a hair space between at most.
        heads = item.start - stretch.start <= 2 * item.depth
        again = item.opened and self._runs_over and self._drafts[index].style == item.family
        return index if heads and (again or not item.opened) else None

    def _follow(self, span: Span, previous: int | None) -> int | None:
        """The draft before these words in their paragraph, if they go on with its sentence."""
        if previous is None:
            return None
        draft = self._drafts[previous]
        end = draft.parts[-1].end
        if not draft.closed and not self._text[end : span.start].strip():
            return previous  # the next line of a signature or a verse has a mark again
        return previous if interrupts(self._text, draft.parts[-1], span) else None

    def _begin(self, item: Quoted, span: Span, bounds: Span, outer: int | None) -> int | None:
        """A new draft of the marked words; None where they are not uttered."""
        kind = kind_of(self._text, span, bounds)
        if kind != "writing" and not is_uttered(self._text, span, bounds):
            return None
        closed = item.end is not None
        self._drafts.append(_Growing([span], kind or "speech", item.family, closed, outer))
        return len(self._drafts) - 1

    def _extend(self, index: int, parts: Sequence[Span], *, closed: bool) -> None:
        self._drafts[index].parts.extend(parts)
        self._drafts[index].closed = closed


def ordered(drafts: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """The drafts with their index, by start; an outer one before those that it quotes."""
    yield from sorted(enumerate(drafts), key=lambda pair: (pair[1].start, -pair[1].end))
