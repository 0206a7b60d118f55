"""Where each column of the storyline happens."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.page.charts.columns import Column
from fabula.page.naming import ThingsTold
from fabula.story import ChainId, Stay, Story


class PlacedRun(Struct, frozen=True):
    """Columns side by side that happen in one place.

    `told` says for each column from where on the place is known; `name` is what it is called
    there for the first time.
    """

    first: int
    told: tuple[int, ...]
    name: str

    @property
    def last(self) -> int:
        """The last column of the run."""
        return self.first + len(self.told) - 1


def placed_runs(story: Story, columns: Sequence[Column]) -> tuple[PlacedRun, ...]:
    """The columns with a known place, joined where one place follows itself."""
    names = ThingsTold(story)
    runs: list[PlacedRun] = []
    for index, column in enumerate(columns):
        for place, at in _place_of(story, column):
            name = names.name_at(place, at)
            before = runs[-1] if runs else None
            if before and before.last == index - 1 and before.name.casefold() == name.casefold():
                runs[-1] = PlacedRun(before.first, (*before.told, at), before.name)
            else:
                runs.append(PlacedRun(index, (at,), name))
    return tuple(runs)


def _place_of(story: Story, column: Column) -> Iterator[tuple[ChainId, int]]:
    """Where most of those present are said to be, the first of equals; at most one."""
    present = {each.scene_id: each.entity_ids for each in story.presence}
    there = {who for scene in column.scenes for who in present.get(scene.id, ())}
    stays: list[Stay] = [
        stay
        for stay in story.places
        if column.start <= stay.since < column.end and stay.who_id in there
    ]
    counts = Counter(stay.place_id for stay in stays)
    for place, _ in counts.most_common(1):
        yield place, min(stay.evidence.end for stay in stays if stay.place_id == place)
