"""The stages: each reads a story and writes one layer of it.

A stage is called with the story so far and gives back the records of its own layer. It never
changes anything else, and stages do not import each other. What a stage is made of lies in a room
beside it (`happening` for events, `placing` for places); what several need, in one that belongs to
none of them (`clauses`, `token_rows`, `kept`), in `fabula.lexicon`, `fabula.story` or
`fabula.text`. `fabula.pipeline` has their order.
"""

from collections.abc import Sequence
from typing import Protocol

from msgspec import Struct

from fabula.errors import StageOrderError
from fabula.story import Story


class Stage(Protocol):
    """One step of the reading: `requires` are the layers it reads, `provides` the one it writes."""

    @property
    def requires(self) -> tuple[str, ...]:
        """The layers that must have been written before."""

    @property
    def provides(self) -> str:
        """The layer that the stage writes."""

    def __call__(self, story: Story) -> Sequence[Struct]:
        """The records of the layer, in text order."""


def check_order(stages: Sequence[Stage]) -> None:
    """See that every layer is written before it is read, and only once.

    Raises:
        StageOrderError: naming the stage, the layer, and what was written before it.
    """
    written: list[str] = []
    for stage in stages:
        name = type(stage).__name__
        for layer in stage.requires:
            if layer not in written:
                raise StageOrderError(
                    f"{name} reads '{layer}', which no earlier stage writes; "
                    f"written so far: {', '.join(written) or 'nothing'}"
                )
        if stage.provides in written:
            raise StageOrderError(f"{name} writes '{stage.provides}', which is written already")
        written.append(stage.provides)
