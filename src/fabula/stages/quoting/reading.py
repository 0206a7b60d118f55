"""The marks of a paragraph, weighed together.

One mark alone is often unclear: an apostrophe or the end of a speech, the end of one speech or
the start of another. Read together they nearly always have one cheapest reading, found here by
dynamic programming over the stack of quotations that are open (a Viterbi search; its cost grows
with the number of marks, for the stack is at most three deep).
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from fabula.stages.quoting.conventions import Conventions
from fabula.stages.quoting.marks import NEVER, Family, QuotationMark

Act = Literal["open", "close", "restart", "none"]
Stack = tuple[Family, ...]


class Quoted(Struct, frozen=True, order=True):
    """Words between two marks, the marks included.

    `end` is None where the closing mark is missing: only the words can tell how far it goes.
    `limit` is where it must have ended by then: the next opening mark, or the paragraph's end.
    `depth` is 0 for a quotation that no other surrounds; `opened` is False where it began in an
    earlier paragraph and has no opening mark in this one.
    """

    start: int
    depth: int
    family: Family
    limit: int
    end: int | None = None
    opened: bool = True


MAX_DEPTH = 3
MAX_MARKS = 1000
"""Marks are weighed in batches of this many, so that a hostile paragraph costs no memory."""

SAME_INSIDE = 2.0  # “He said “no” to me”: the same marks again instead of the other kind
UNUSUAL_OUTSIDE = 1.0  # single marks outside where the book speaks in double ones, or the reverse
UNCLOSED = 3.0
RESTARTED = 3.0  # an opening mark where the last quotation was never closed
INNER_UNCLOSED = 2.5
CONTINUED = 0.5  # unclosed, but the next paragraph or line opens with a mark, as printers do


class _Open(Struct, frozen=True, gc=False):
    """A quotation whose end has not come yet."""

    start: int
    family: Family
    opened: bool = True


class _Step(Struct, frozen=True, gc=False):
    """The cheapest way to arrive at a stack: what it cost, from which stack, by which act."""

    cost: float
    before: Stack
    act: Act


def read_marks(
    marks: Sequence[QuotationMark],
    start: int,
    end: int,
    conventions: Conventions,
    *,
    carried: Stack = (),
    continued: Stack = (),
) -> tuple[list[Quoted], Stack]:
    """The quotations of the paragraph at `start:end`, and the stack still open at its end.

    `carried` is what the paragraph before left open, `continued` the families of the marks that
    open the next paragraph, if any do. Quotations come in the order in which they begin.
    """
    first = carried if carried and _closes_what_was_carried(marks, carried) else ()
    stack = first
    path: list[tuple[Act, Stack]] = []
    for low in range(0, len(marks), MAX_MARKS):
        is_last = low + MAX_MARKS >= len(marks)
        batch = marks[low : low + MAX_MARKS]
        path.extend(_cheapest(batch, stack, conventions, continued if is_last else ()))
        stack = path[-1][1]
    open_now = [_Open(start, family, opened=False) for family in first]
    return sorted(_quoted(marks, path, open_now, end)), stack


def _closes_what_was_carried(marks: Sequence[QuotationMark], carried: Stack) -> bool:
    """Whether the paragraph's first clear mark closes a quotation begun before it."""
    for mark in marks:
        if mark.family == carried[0] or carried[0] == "low_high":
            return mark.closing == 0.0 and mark.opening > 1.0
    return False


def _cheapest(
    marks: Sequence[QuotationMark],
    start: Stack,
    conventions: Conventions,
    continued: Stack,
) -> list[tuple[Act, Stack]]:
    """The cheapest reading: for each mark its act and the stack after it."""
    costs: dict[Stack, float] = {start: 0.0}
    columns: list[dict[Stack, _Step]] = []
    for mark in marks:
        column: dict[Stack, _Step] = {}
        for before, spent in costs.items():
            for act, after, cost in _moves(before, mark, conventions):
                total = spent + cost
                if after not in column or total < column[after].cost:
                    column[after] = _Step(total, before, act)
        columns.append(column)
        costs = {stack: step.cost for stack, step in column.items()}
    stack = min(costs, key=lambda end: (costs[end] + _end_cost(end, continued), end))
    path: list[tuple[Act, Stack]] = []
    for column in reversed(columns):
        step = column[stack]
        path.append((step.act, stack))
        stack = step.before
    return path[::-1]


def _end_cost(stack: Stack, continued: Stack) -> float:
    """What it costs to leave a paragraph with quotations open.

    A speech that runs over opens the next paragraph with its mark again, and so does what it
    quotes: “‘And then …
    """
    cost = 0.0
    for depth, family in enumerate(stack):
        if continued[depth : depth + 1] == (family,):
            cost += CONTINUED
        else:
            cost += INNER_UNCLOSED if depth else UNCLOSED
    return cost


def _moves(
    stack: Stack, mark: QuotationMark, conventions: Conventions
) -> Iterator[tuple[Act, Stack, float]]:
    """Every way to read a mark when `stack` is open, with its cost."""
    yield "none", stack, mark.alone
    if mark.opening < NEVER:
        if len(stack) < MAX_DEPTH:
            cost = mark.opening + _opening_habit(stack, mark.family, conventions)
            yield "open", (*stack, mark.family), cost
        if stack:
            goes_on = mark.heads_line and stack == (mark.family,)
            lost = CONTINUED if goes_on else RESTARTED + INNER_UNCLOSED * (len(stack) - 1)
            habit = _opening_habit((), mark.family, conventions)
            yield "restart", (mark.family,), mark.opening + lost + habit
    if mark.closing < NEVER:
        for depth in range(len(stack) - 1, -1, -1):
            if _closes(stack[depth], mark):
                lost = INNER_UNCLOSED * (len(stack) - 1 - depth)
                yield "close", stack[:depth], _closing_cost(stack[depth], mark) + lost


def _opening_habit(stack: Stack, family: Family, conventions: Conventions) -> float:
    if stack:
        return SAME_INSIDE if stack[-1] == family else 0.0
    return UNUSUAL_OUTSIDE if (family == "single") != conventions.single else 0.0


def _closes(family: Family, mark: QuotationMark) -> bool:
    return mark.family == family or (family == "low_high" and mark.family == "double")


def _closing_cost(family: Family, mark: QuotationMark) -> float:
    # “ closes what „ opens, so its glyph says nothing against it.
    return 0.0 if family == "low_high" else mark.closing


def _quoted(
    marks: Sequence[QuotationMark],
    path: Sequence[tuple[Act, Stack]],
    open_now: list[_Open],
    end: int,
) -> Iterator[Quoted]:
    """The quotations that a reading of the marks amounts to, as they end."""
    for mark, (act, after) in zip(marks, path, strict=True):
        if act == "close":
            yield from _lost(open_now, len(after) + 1, mark.start)
            begun = open_now.pop()
            yield _finish(begun, len(open_now), mark.start, mark.end)
        elif act == "restart":
            yield from _lost(open_now, 0, mark.start)
        if act in {"open", "restart"}:
            open_now.append(_Open(mark.start, mark.family))
    yield from _lost(open_now, 0, end)


def _lost(open_now: list[_Open], depth: int, limit: int) -> Iterator[Quoted]:
    """Take the quotations deeper than `depth` off the stack: they were never closed."""
    while len(open_now) > depth:
        begun = open_now.pop()
        yield _finish(begun, len(open_now), limit, None)


def _finish(begun: _Open, depth: int, limit: int, end: int | None) -> Quoted:
    return Quoted(begun.start, depth, begun.family, limit, end, begun.opened)
