"""From what is done with a thing to who has it from when until when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.handled import Handled
from fabula.story import ChainId, Custody

LEAST_SURE = 0.55
"""Passages less sure than this were wrong as often as right, and are passed over."""


def custodies(told: Narration, handled: Iterable[Handled]) -> list[Custody]:
    """The chain of custody of every thing that matters, in text order.

    A thing matters that somebody handles, holds or wears; whose it is says nothing of who has it.
    Each custody ends where the next begins.
    """
    by_thing: defaultdict[ChainId, list[Handled]] = defaultdict(list)
    for each in handled:
        if each.sure >= LEAST_SURE:
            by_thing[each.thing.chain_id].append(each)
    found = [custody for passages in by_thing.values() for custody in _chain(told, passages)]
    return sorted(found, key=lambda custody: (custody.since, custody.item_id))


def _chain(told: Narration, passages: Iterable[Handled]) -> Iterator[Custody]:
    kept = list(_changes(passages))
    starts = [told.span(each.rows) for each in kept]
    for number, (each, span) in enumerate(zip(kept, starts, strict=True)):
        yield Custody(
            item_id=each.thing.chain_id,
            holder_id=each.holder.entity_id if each.holder else None,
            how=each.how,
            since=span.start,
            until=starts[number + 1].start if number + 1 < len(kept) else None,
            evidence=span,
            confidence=round(each.sure, 2),
        )


def _changes(passages: Iterable[Handled]) -> Iterator[Handled]:
    """The passages that change something: not one that says again who has it."""
    current: Handled | None = None
    for each in sorted(passages, key=lambda passage: max(passage.rows)):
        if current is not None and _same(current, each):
            continue
        current = each
        yield each


def _same(current: Handled, each: Handled) -> bool:
    if each.holder is None or current.holder is None:
        return each.holder is current.holder and each.how == current.how
    return each.holder.entity_id == current.holder.entity_id
