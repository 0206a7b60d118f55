"""From what is done with a thing to who has it from when until when."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec import structs

from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.handled import Handled
from fabula.story import ChainId, Custody

LEAST_SURE = 0.6
"""Of claims less sure of their person than this one in four was wrong: somebody has the thing."""

LEAST_SEEN = 0.7
"""So it was of what is only seen in “her” hand, if it is less sure than this who she is."""

INFERRED = 0.9
"""How much less sure it is that who gives a thing away had it, or that it goes back."""


def custodies(told: Narration, handled: Iterable[Handled]) -> list[Custody]:
    """The chain of custody of every thing that matters, in text order.

    Whose a thing is says nothing of who has it, and what is only brought in with “there was”
    need not matter. Each custody ends where the next
    begins, or where the thing goes to somebody whom the story does not name.
    """
    by_thing: defaultdict[ChainId, list[Handled]] = defaultdict(list)
    for each in handled:
        by_thing[each.thing.chain_id].append(each)
    found = [custody for passages in by_thing.values() for custody in _chain(told, passages)]
    return sorted(found, key=lambda custody: (custody.since, custody.item_id))


def _chain(told: Narration, passages: Iterable[Handled]) -> Iterator[Custody]:
    kept = list(_changes(passages))
    for each, after in zip_longest(kept, kept[1:]):
        if not each.elsewhere:
            yield Custody(
                item_id=each.thing.chain_id,
                holder_id=each.holder.entity_id if each.holder else None,
                how=each.how,
                since=told.span([each.at]).start,
                until=None if after is None else told.span([after.at]).start,
                evidence=told.span(each.rows),
                confidence=round(each.sure, 2),
            )


def _changes(passages: Iterable[Handled]) -> Iterator[Handled]:
    """The passages that change something: not one that says again who has it."""
    current: Handled | None = None
    before: Named | None = None
    for told_of in sorted(passages, key=lambda passage: (passage.at, max(passage.rows))):
        if told_of.elsewhere and _is_from(current, told_of.giver):
            continue  # the same gift once more
        if _has_just_given(current, told_of):
            continue
        for each in _with_giver(told_of, current):
            certain = _as_far_as_sure(each, current)
            if certain is None or (current is not None and _same(current, certain)):
                continue
            if certain.back and before is not None:
                certain = _given_back(certain, before)
            if current is not None and current.holder is not None:
                before = current.holder
            current = certain
            yield certain


def _has_just_given(current: Handled | None, each: Handled) -> bool:
    """“Tom gave him the watch. He strapped it on”: to whomever, and “he” is not Tom."""
    if current is None or not current.elsewhere or not _is_from(current, each.holder):
        return False
    return each.how in _KEEPING and each.at - current.at < JUST_GIVEN


JUST_GIVEN = 40
"""Words after a gift within which the giver has it only if he takes it again."""

_KEEPING = frozenset({"had", "wore"})


def _with_giver(each: Handled, current: Handled | None) -> Iterator[Handled]:
    """The passage, after another that says that the giver had the thing, if that is news."""
    giver, start = each.giver, min(each.rows)
    if giver is not None and start < each.at and not _is_known(each, giver, current, start):
        sure = min(each.sure, giver.sure) * INFERRED
        if sure >= LEAST_SURE:
            yield Handled(each.thing, giver, "had", each.rows, start, sure)
    yield each


def _is_known(each: Handled, giver: Named, current: Handled | None, start: int) -> bool:
    """Whether the giver is known to have it, or to have given it: “gave it back, laid it down”."""
    if current is None:
        return False
    again = _has(current, each.holder) or _is_from(current, giver)
    return again or _has(current, giver) or current.at >= start


def _as_far_as_sure(each: Handled, current: Handled | None) -> Handled | None:
    """The passage; with somebody unnamed where it is hardly known who it is, none if but seen."""
    if each.holder is None or each.sure >= (LEAST_SEEN if each.seen else LEAST_SURE):
        return each
    if each.seen:
        return None
    if _has(current, each.holder):
        return None
    return structs.replace(each, holder=None, elsewhere=True)


def _has(current: Handled | None, who: Named | None) -> bool:
    holder = current.holder if current is not None else None
    return holder is not None and who is not None and holder.entity_id == who.entity_id


def _is_from(current: Handled | None, giver: Named | None) -> bool:
    """Whether this giver is the one from whom the last change came."""
    last = current.giver if current is not None else None
    return last is not None and giver is not None and last.entity_id == giver.entity_id


def _given_back(each: Handled, before: Named) -> Handled:
    """“He weighed it, and gave it back”: to whoever had it before him."""
    if each.giver is not None and each.giver.entity_id == before.entity_id:
        return each
    sure = min(each.sure, before.sure) * INFERRED
    return structs.replace(each, holder=before, elsewhere=False, sure=sure)


def _same(current: Handled, each: Handled) -> bool:
    if each.elsewhere or current.elsewhere:
        return each.elsewhere and current.elsewhere
    if each.holder is None or current.holder is None:
        return each.holder is current.holder and each.how == current.how
    return each.holder.entity_id == current.holder.entity_id
