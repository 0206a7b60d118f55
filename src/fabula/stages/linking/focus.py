"""Who is in focus: the people whom a pronoun or a description may point at, by the text so far."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.stages.linking.surroundings import Surroundings
from fabula.story import EntityId

REMEMBERED = 12
"""People in focus at most; who was named before twelve others is not meant by a bare “he”."""

REACH = 9
"""Sentences back to which a pronoun may point."""


class Trace(Struct, frozen=True, gc=False):
    """The last time someone was mentioned, and how."""

    entity_id: EntityId
    place: Surroundings
    named: bool


class Focus:
    """People mentioned of late, the latest first."""

    def __init__(self) -> None:
        self._traces: dict[EntityId, Trace] = {}
        self._subjects: dict[EntityId, Trace] = {}

    def note(self, entity_id: EntityId, place: Surroundings, *, named: bool) -> None:
        """Remember a mention of this person."""
        trace = Trace(entity_id, place, named)
        self._traces.pop(entity_id, None)
        self._traces[entity_id] = trace
        if place.subject:
            self._subjects.pop(entity_id, None)
            self._subjects[entity_id] = trace
        if len(self._traces) > REMEMBERED:
            oldest = next(iter(self._traces))
            del self._traces[oldest]
            self._subjects.pop(oldest, None)

    def traces(self) -> Iterator[Trace]:
        """The last mention of each, the latest first."""
        yield from reversed(self._traces.values())

    def last_subject(self, entity_id: EntityId) -> Trace | None:
        """The last mention of this person as a subject."""
        return self._subjects.get(entity_id)
