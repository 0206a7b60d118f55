"""Something that is kept from somebody, and which of these claims become secrets."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from fabula.story import ChainId, EntityId, Knowledge, Secret, Story
from fabula.text import Span

LEAST_CONFIDENCE = 0.6
"""Below this it is a guess who keeps what from whom."""

_LEARNING = frozenset({"told", "read", "found", "guessed"})
"""Ways of coming to know that end a secret; to see somebody is not to learn what he hides."""


class Concealed(Struct, frozen=True):
    """From `evidence` on, `keepers` keep something about these people and things from others.

    `hidden_from` empty: from everybody else.
    """

    keepers: frozenset[EntityId]
    hidden_from: frozenset[EntityId]
    about: frozenset[EntityId | ChainId]
    evidence: Span
    confidence: float


class Disclosed(Struct, frozen=True):
    """Somebody who knew tells somebody who did not; `evidence` are the words."""

    by: EntityId
    to: EntityId
    evidence: Span


def secrets_of(
    story: Story, concealed: Iterable[Concealed], disclosed: Sequence[Disclosed]
) -> Sequence[Secret]:
    """The secrets in text order, each once, up to the passage where it comes out.

    Example:
        “He had not told Ines about the letter. … Ines found the letter.”: a secret of the letter,
        from the first sentence to the second.
    """
    seen = set[tuple[frozenset[str], ...]]()
    secrets = []
    for each in sorted(concealed, key=lambda each: each.evidence):
        known = (each.keepers, each.hidden_from, each.about)
        if each.confidence < LEAST_CONFIDENCE or not each.keepers or known in seen:
            continue
        seen.add(known)
        ended_by = _coming_out(each, story.knowledge, disclosed)
        secrets.append(
            Secret(
                keeper_ids=tuple(sorted(each.keepers)),
                from_ids=tuple(sorted(each.hidden_from)),
                about_ids=tuple(sorted(each.about)),
                since=each.evidence.start,
                until=None if ended_by is None else ended_by.start,
                evidence=each.evidence,
                ended_by=ended_by,
                confidence=round(each.confidence, 2),
            )
        )
    return secrets


def _coming_out(
    kept: Concealed, knowledge: Iterable[Knowledge], disclosed: Sequence[Disclosed]
) -> Span | None:
    """The first passage behind it in which one of those learns of it from whom it was kept."""
    told = (
        each.evidence
        for each in disclosed
        if each.by in kept.keepers and each.to in kept.hidden_from
    )
    learnt = (
        each.evidence
        for each in knowledge
        if each.who_id in kept.hidden_from and each.of_id in kept.about and each.how in _LEARNING
    )
    behind = [each for each in (*told, *learnt) if each.start >= kept.evidence.end]
    return min(behind, default=None)
