"""The columns of the charts: scenes in the order in which they are told."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from fabula.story import ChapterId, Scene, Story

MOST_COLUMNS = 60
"""More than this is no longer read but only looked at."""

FEWEST_CHAPTERS = 12
"""From so many chapters on, a long story is drawn by chapters; otherwise by groups of scenes."""


class Column(Struct, frozen=True):
    """A stretch of the story drawn as one: a scene, some scenes, or a chapter.

    `label` is short (“4”, “4–6”), `name` is whole (“Scene 4”), `href` leads to its start.
    """

    scenes: tuple[Scene, ...]
    label: str
    name: str
    href: str
    start: int
    end: int

    @property
    def chapter_id(self) -> ChapterId:
        """The chapter in which it begins."""
        return self.scenes[0].chapter_id


def scene_columns(story: Story) -> tuple[Column, ...]:
    """One column a scene, however many there are."""
    return tuple(
        _column((scene,), "Scene", number, number) for number, scene in enumerate(story.scenes, 1)
    )


def columns_of(story: Story) -> tuple[Column, ...]:
    """One column a scene; with more than `MOST_COLUMNS` scenes, chapters or runs of scenes."""
    if len(story.scenes) <= MOST_COLUMNS:
        return scene_columns(story)
    chapters = [tuple(run) for _, run in groupby(story.scenes, key=attrgetter("chapter_id"))]
    if len(chapters) > MOST_COLUMNS:
        return tuple(_grouped(chapters, "Chapter"))
    if len(chapters) >= FEWEST_CHAPTERS:
        return tuple(
            _column(scenes, "Chapter", number, number) for number, scenes in enumerate(chapters, 1)
        )
    return tuple(_runs_of_scenes(chapters))


def _grouped(units: Sequence[tuple[Scene, ...]], kind: str) -> Iterator[Column]:
    """So many units to a column that there are not too many columns."""
    size = -(-len(units) // MOST_COLUMNS)
    for first in range(0, len(units), size):
        some = units[first : first + size]
        scenes = tuple(scene for unit in some for scene in unit)
        yield _column(scenes, kind, first + 1, first + len(some))


def _runs_of_scenes(chapters: Sequence[tuple[Scene, ...]]) -> Iterator[Column]:
    """The shortest runs of scenes of equal length, cut where chapters end, that are few enough."""
    size = 2
    while sum(-(-len(scenes) // size) for scenes in chapters) > MOST_COLUMNS:
        size += 1
    before = 0
    for scenes in chapters:
        for first in range(0, len(scenes), size):
            run = scenes[first : first + size]
            yield _column(run, "Scene", before + first + 1, before + first + len(run))
        before += len(scenes)


def _column(scenes: tuple[Scene, ...], kind: str, first: int, last: int) -> Column:
    one = first == last
    chapter = kind == "Chapter"
    return Column(
        scenes=scenes,
        label=str(first) if one else f"{first}–{last}",
        name=f"{kind} {first}" if one else f"{kind}s {first} to {last}",
        href=f"#{scenes[0].chapter_id if chapter else scenes[0].id}",
        start=scenes[0].start,
        end=scenes[-1].end,
    )
