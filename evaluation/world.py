"""Every layer of the world on short stories of our own, end to end on raw text: totals alone.

    python -m evaluation.world
    python -m evaluation.world --rules-only

Each story is read once and scored by `evaluation/world_cast.py`, `world_scenes.py`,
`world_places.py`, `world_items_states.py`, `world_relations.py`, `world_secrets.py`,
`world_events.py` and `world_frames.py`, which say what counts as right, and by
`evaluation/short_stories.py` for who is there in a scene. The figures of a half are over all of
its stories together.
"""

import argparse
from collections.abc import Iterable, Sequence
from typing import get_args

from evaluation import (
    encoding,
    short_stories,
    testbed,
    world_cast,
    world_events,
    world_frames,
    world_items_states,
    world_places,
    world_relations,
    world_scenes,
    world_secrets,
)
from evaluation.figures import Figures
from evaluation.testbed import GoldStory, Half
from fabula.pipeline import Encoder
from fabula.story import Story


class Totals:
    """What the measures of the layers count, over the stories of a half."""

    def __init__(self) -> None:
        self._scenes = world_scenes.Tallies()
        self._cast = world_cast.Scores()
        self._stays = world_places.Counts()
        self._presence = short_stories.Scores()
        self._kinds = {kind: world_items_states.Tally() for kind in world_items_states.KINDS}
        self._relations = world_relations.Scores()
        self._secrets = world_secrets.Scores()
        self._events = world_events.Counts.none()
        self._frames = world_frames.Counts()

    def add(self, gold: GoldStory, story: Story) -> None:
        """Count one story in."""
        world_scenes.score(gold, story, self._scenes)
        self._cast.add(world_cast.score(gold, story))
        self._stays.add(world_places.score(gold, story))
        self._presence.add(short_stories.score(gold, story))
        for kind, tally in world_items_states.score(gold, story).items():
            self._kinds[kind].add(tally)
        self._relations.add(world_relations.score(gold, story))
        self._secrets.add(world_secrets.score(gold, story))
        self._events.add(world_events.score(gold, story))
        self._frames.add(world_frames.score(gold, story))

    def figures(self) -> Figures:
        """The figures of all layers by name, in per cent."""
        present = self._presence.present
        return {
            **world_scenes.figures(self._scenes),
            **world_cast.figures(self._cast),
            **world_places.figures(self._stays),
            "presence_precision": present.precision,
            "presence_recall": present.recall,
            **world_items_states.figures(self._kinds),
            **world_relations.figures(self._relations),
            **world_secrets.figures(self._secrets),
            **world_events.figures(self._events),
            **world_frames.figures(self._frames),
        }


def measure(stories: Iterable[GoldStory], encoder: Encoder | None) -> Figures:
    """The figures over these stories, each of which is read once."""
    totals = Totals()
    for gold in stories:
        totals.add(gold, short_stories.read_story(gold, encoder))
    return totals.figures()


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories of both halves and print the figures of each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    encoding.rules_only_argument(parser)
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    for half in get_args(Half):
        for name, value in measure(testbed.load(half), encoder).items():
            print(f"{half:<6} {name:<26} {value:5.1f}")


if __name__ == "__main__":
    main()
