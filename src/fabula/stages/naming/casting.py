"""A member of the cast on the way into it."""

from msgspec import Struct

from fabula.story import Entity


class Found(Struct, frozen=True):
    """A member of the cast and the offset of the first mention, by which the cast is ordered."""

    first: int
    entity: Entity
