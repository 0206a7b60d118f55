"""Where scenes begin, and where and when they are, on the short stories of the test bed.

    python -m evaluation.world_scenes
    python -m evaluation.world_scenes --half unseen

A scene of the gold is found if a predicted one begins in the same paragraph; the first scene of a
story does not count, for everyone finds it. Places and times are counted over the scenes that were
found: a place is right if it is the gold's or contains it, and not judged if the gold has no such
place or none for the scene, or has it inside its own (the cupboard, and not just home); a time is
right if it shares a word with the gold's other than “the” and the like, and not judged where the
gold has none. A mode left open counts as not claimed. Kinds are right or wrong for each scene that
was found; a summary that is called a reflection is no played scene either, and counts among those.
"""

import argparse
from bisect import bisect_right
from collections.abc import Sequence
from typing import get_args

from msgspec import Struct, field

from evaluation import encoding, testbed
from evaluation.figures import Figures, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Scene
from evaluation.world_places import Places
from fabula.formats.rows import rows
from fabula.formats.scene_rows import SceneRow
from fabula.labels import Move
from fabula.story import Story
from fabula.text import Span

UNPLAYED = frozenset({"summary", "reflection"})
_SMALL = frozenset("the a an of in at on by to past and that was it".split())


class Tally(Struct):
    """What is right among what is claimed, and how much there is in the gold."""

    right: int = 0
    claimed: int = 0
    gold: int = 0

    def add(self, *, right: int, claimed: int, gold: int) -> None:
        """Count more in."""
        self.right += right
        self.claimed += claimed
        self.gold += gold

    def __str__(self) -> str:
        precision = 100 * self.right / max(self.claimed, 1)
        recall = 100 * self.right / max(self.gold, 1)
        f1 = 200 * self.right / max(self.claimed + self.gold, 1)
        return (
            f"P {precision:5.1f} R {recall:5.1f} F1 {f1:5.1f} "
            f"({self.right} right of {self.claimed} claimed, {self.gold} in the gold)"
        )


class Tallies(Struct, kw_only=True):
    """Over stories: starts of all scenes, of those that nothing marks, places and times.

    Of the scenes that were found also which are documents, which are not played out (summaries and
    reflections), the kind they are of, and the mode they are told in; of all, who comes and goes.
    The gold lists only the comings that matter.
    """

    starts: Tally = field(default_factory=Tally)
    unmarked: Tally = field(default_factory=Tally)
    places: Tally = field(default_factory=Tally)
    times: Tally = field(default_factory=Tally)
    documents: Tally = field(default_factory=Tally)
    unplayed: Tally = field(default_factory=Tally)
    kinds: Tally = field(default_factory=Tally)
    modes: Tally = field(default_factory=Tally)
    comings: Tally = field(default_factory=Tally)


def score(gold: GoldStory, story: Story, tallies: Tallies) -> None:
    """Count one story in."""
    paragraphs = [paragraph.start for paragraph in story.document.paragraphs]
    found = {
        bisect_right(paragraphs, row.start): row
        for row in rows(story, "scenes")
        if isinstance(row, SceneRow)
    }
    told = {bisect_right(paragraphs, scene.begins.start): scene for scene in gold.gold.scenes}
    ours, theirs = set(found) - {min(found)}, set(told) - {min(told)}
    tallies.starts.add(right=len(ours & theirs), claimed=len(ours), gold=len(theirs))
    unmarked = {each for each in ours if found[each].opened_by == "unmarked"}
    tallies.unmarked.add(
        right=len(unmarked & theirs),
        claimed=len(unmarked),
        gold=sum(told[each].opened_by == "unmarked" for each in theirs),
    )
    places = Places(gold)
    for row, scene in [
        (found[min(found)], told[min(told)]),
        *((found[each], told[each]) for each in sorted(ours & theirs)),
    ]:
        _score_setting(row, scene, places, tallies)
        _score_telling(row, scene, tallies)
    _score_comings(gold, story, tallies)


def _score_setting(row: SceneRow, scene: Scene, places: Places, tallies: Tallies) -> None:
    if scene.place is not None:
        named = places.named(row.place) if row.place else None
        right = named is not None and places.contains(named, scene.place)
        finer = named is not None and not right and places.contains(scene.place, named)
        tallies.places.add(right=right, claimed=named is not None and not finer, gold=1)
    if scene.time is not None:
        right = row.time is not None and bool(_words(row.time) & _words(scene.time))
        tallies.times.add(right=right, claimed=row.time is not None, gold=1)


def _score_telling(row: SceneRow, scene: Scene, tallies: Tallies) -> None:
    ours, theirs = row.kind == "document", scene.kind == "document"
    tallies.documents.add(right=ours and theirs, claimed=ours, gold=theirs)
    ours, theirs = row.kind in UNPLAYED, scene.kind in UNPLAYED
    tallies.unplayed.add(right=ours and theirs, claimed=ours, gold=theirs)
    tallies.kinds.add(right=row.kind == scene.kind, claimed=1, gold=1)
    tallies.modes.add(right=row.mode == scene.mode, claimed=row.mode is not None, gold=1)


def _score_comings(gold: GoldStory, story: Story, tallies: Tallies) -> None:
    """A coming is right if the gold has the move of this person in the same sentence.

    The gold lists only those that matter. So a coming of somebody whom it has in that scene, and
    of whose comings there it tells nothing, is not judged.
    """
    names = people(gold, story)
    told = [(who, each.move, each.quote) for each in gold.gold.comings for who in each.who]
    ours = [
        (names[each.who_id], each.move, each.evidence)
        for presence in story.presence
        for each in presence.comings
    ]
    met = sum(any(_is_same(one, other) for other in ours) for one in told)
    followed = {(who, _scene_at(gold, quote).begins) for who, _, quote in told}
    judged = 0
    for who, _, evidence in ours:
        scene = _scene_at(gold, evidence)
        absent = who not in {*scene.present, *scene.unsure}
        judged += absent or (who, scene.begins) in followed
    tallies.comings.add(right=met, claimed=judged, gold=len(told))


def _scene_at(gold: GoldStory, span: Span) -> Scene:
    """The scene of the gold in which the span begins; what comes before all is in the first."""
    begun = [scene for scene in gold.gold.scenes if scene.begins.start <= span.start]
    return begun[-1] if begun else gold.gold.scenes[0]


def _is_same(one: tuple[str, Move, Span], other: tuple[str, Move, Span]) -> bool:
    overlaps = one[2].start < other[2].end and other[2].start < one[2].end
    return one[:2] == other[:2] and overlaps


def _words(text: str) -> set[str]:
    return set(text.lower().replace("’", "'").replace(",", " ").split()) - _SMALL


def figures(tallies: Tallies) -> Figures:
    """Starts, kinds, places, times and comings by name, in per cent."""
    named = {
        "starts": tallies.starts,
        "kinds": tallies.kinds,
        "scene_places": tallies.places,
        "times": tallies.times,
        "comings": tallies.comings,
    }
    values: dict[str, float] = {}
    for name, each in named.items():
        values |= {
            f"{name}_precision": percent(each.right, each.claimed),
            f"{name}_recall": percent(each.right, each.gold),
            f"{name}_f1": percent(2 * each.right, each.claimed + each.gold),
        }
    return values


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    tallies = Tallies()
    for gold in testbed.load(options.half):
        score(gold, read_story(gold, encoder), tallies)
    for name in tallies.__struct_fields__:
        print(f"{options.half} {name:<10} {getattr(tallies, name)}")


if __name__ == "__main__":
    main()
