"""Something that somebody learns, and which of it is worth keeping."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from fabula.labels import HAPPENED, KnowingHow
from fabula.stages.clauses.narration import Narration
from fabula.story import ChainId, EntityId, EventId, Knowledge
from fabula.text import Span


class Learnt(Struct, frozen=True):
    """From `evidence` on, `who` knows of a person, a thing or an event.

    `news` is True where something is told of a person whom they may have known of before.
    """

    who: EntityId
    of: EntityId | ChainId | EventId
    how: KnowingHow
    evidence: Span
    confidence: float
    news: bool = False


LEAST_CONFIDENCE = 0.75
"""Below this what somebody knows is a guess about who was meant, or who was spoken to."""


def happenings(told: Narration) -> Mapping[int, EventId]:
    """The events that happen, by the row of their word: what there is to know."""
    return {
        told.rows.row_of(event.start): event.id
        for event in told.story.events
        if event.realis in HAPPENED
    }


def first_of_each(learnt: Iterable[Learnt]) -> Sequence[Knowledge]:
    """The first time that each comes to know of each; news of a person counts every time."""
    seen = set[tuple[str, str]]()
    kept = []
    for each in sorted(learnt, key=lambda each: (each.evidence, each.who, each.of)):
        known = (each.who, each.of) in seen
        if each.confidence < LEAST_CONFIDENCE or each.who == each.of or (known and not each.news):
            continue
        seen.add((each.who, each.of))
        kept.append(
            Knowledge(
                who_id=each.who,
                of_id=each.of,
                how=each.how,
                since=each.evidence.start,
                evidence=each.evidence,
                confidence=round(each.confidence, 2),
            )
        )
    return kept
