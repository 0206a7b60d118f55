"""From marked words to quotations: parts joined around a cue and over paragraphs."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, structs

from fabula.stages.quoting.conventions import Conventions
from fabula.stages.quoting.joining import interrupts, unclosed_end
from fabula.stages.quoting.kinds import kind_of
from fabula.stages.quoting.marks import Family, QuotationMark, find_marks
from fabula.stages.quoting.reading import Quoted, Stack, read_marks
from fabula.stages.quoting.utterances import is_uttered
from fabula.story import QuotationKind, QuotationStyle
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
        family = _next_opening(marks, stretches, place, fresh)
        quoted, carried = read_marks(
            marks[place],
            stretch.start,
            stretch.end,
            conventions,
            carried=carried,
            continued=family,
        )
        builder.add(stretch, quoted, runs_over=bool(carried) and family == carried[0])
    return builder.drafts


def _next_opening(
    marks: Sequence[Sequence[QuotationMark]],
    stretches: Sequence[Span],
    place: int,
    fresh: Collection[int],
) -> Family | None:
    """The family of the mark that opens the next paragraph, if one does."""
    following = place + 1
    if following >= len(stretches) or stretches[following].start in fresh:
        return None
    first = next(iter(marks[following]), None)
    if first is None or first.start != stretches[following].start or first.opening > DOUBTFUL:
        return None
    return first.family


class _Builder:
    """Takes the marked words of one paragraph after the other and makes drafts of them."""

    def __init__(self, text: str) -> None:
        self.drafts: list[Draft] = []
        self._text = text
        self._running: int | None = None  # the draft whose last part was not closed
        self._runs_over = False  # … because the next paragraph opens with a mark
        self._waiting: list[Span] = []

    def forget(self) -> None:
        """Let nothing run over from what came before."""
        self._running = None
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
        open_draft: int | None = None
        for item in quoted:
            del owners[item.depth :]
            last = {depth: index for depth, index in last.items() if depth <= item.depth}
            outer = owners[-1] if owners else None
            span = self._extent(item, stretch, runs_over=runs_over)
            bounds = stretch if outer is None else self._inside(outer, item)
            index = self._continued(item, span, bounds, last.get(item.depth))
            if index is not None:
                waiting = self._waiting if index == self._running else []
                self._extend(index, (*waiting, span), closed=item.end is not None)
            else:
                index = self._begin(item, span, bounds, outer)
            owners.append(index)
            if index is None:
                continue
            last[item.depth] = index
            if item.depth == 0:
                open_draft = index if item.end is None and span.end == stretch.end else None
        self._running, self._runs_over = open_draft, runs_over
        self._waiting = []

    def _extent(self, item: Quoted, stretch: Span, *, runs_over: bool) -> Span:
        """From the opening mark to the closing one, or to where the words say they end."""
        if item.end is not None:
            return Span(item.start, item.end)
        over = runs_over and item.depth == 0 and item.limit == stretch.end
        return Span(item.start, unclosed_end(self._text, item.start, item.limit, runs_over=over))

    def _inside(self, outer: int, item: Quoted) -> Span:
        """The words of the quotation around a nested one."""
        part = self.drafts[outer].parts[-1]
        return Span(part.start + 1, max(part.end, item.limit))

    def _continued(
        self, item: Quoted, span: Span, bounds: Span, previous: int | None
    ) -> int | None:
        """The draft that the marked words go on with, if they do."""
        if item.depth == 0 and self._continues_running(item, span, bounds):
            return self._running
        if previous is not None and interrupts(self._text, self.drafts[previous].parts[-1], span):
            return previous
        return None

    def _begin(self, item: Quoted, span: Span, bounds: Span, outer: int | None) -> int | None:
        """A new draft of the marked words; None where they are not uttered."""
        kind = kind_of(self._text, span, bounds)
        if kind != "writing" and not is_uttered(self._text, span, bounds):
            return None
        closed = item.end is not None
        self.drafts.append(Draft((span,), kind or "speech", item.family, closed, outer))
        return len(self.drafts) - 1

    def _continues_running(self, item: Quoted, span: Span, bounds: Span) -> bool:
        if self._running is None or span.start != bounds.start:
            return False
        return not item.opened or (
            self._runs_over and self.drafts[self._running].style == item.family
        )

    def _extend(self, index: int, parts: tuple[Span, ...], *, closed: bool) -> None:
        draft = self.drafts[index]
        self.drafts[index] = structs.replace(draft, parts=(*draft.parts, *parts), closed=closed)


def ordered(drafts: Sequence[Draft]) -> Iterator[tuple[int, Draft]]:
    """The drafts with their index, by start; an outer one before those that it quotes."""
    yield from sorted(enumerate(drafts), key=lambda pair: (pair[1].start, -pair[1].end))
