"""Who is in short stories of our own: people split, mixed, missed and made up, on raw text.

    python -m evaluation.world_cast
    python -m evaluation.world_cast --half unseen
    python -m evaluation.world_cast --wrong biscuit

The stories and their gold are in `evaluation/testbed`. An entity stands for the gold person whose
names and descriptions its mentions use most. The *main entry* of a gold person is the entity that
most of these stand in; further entries of the same person are *split* off, entities that stand for
nobody in the gold are *spurious*, and one whose mentions use the names of a second person, at
least one in four and twice, is *mixed*. Precision is how many entities are main entries. Recall is
how many of those who speak or are present in a scene have one; of people who are only spoken of,
nothing is asked. *Together* is how many of the words that name or describe one person of the gold,
in the gold's own words, are linked to that person's main entry.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Counts, Figures, Summed, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from fabula.story import EntityId, Story

MIXED_SHARE = 0.25
LEAST_MIXED = 2
"""A second person in an entity: fewer mentions than these are single slips."""


class Scores(Summed):
    """Counts over stories; `asked` are gold people who speak or are present."""

    entities: int = 0
    main: int = 0
    split: int = 0
    spurious: int = 0
    mixed: int = 0
    asked: int = 0
    met: int = 0
    words: int = 0
    together: int = 0


class Casting(Struct, frozen=True):
    """How the gold's people lie in a cast, by the name of the gold person and by entity.

    `words` count, for each gold person, the mentions in the gold's own words by the entity that
    they are linked to, None for no entity.
    """

    words: Mapping[str, Counter[EntityId | None]]
    main: Mapping[str, EntityId]
    stands_for: Mapping[EntityId, str]


def casting(gold: GoldStory, story: Story) -> Casting:
    """Lay the cast beside the gold's."""
    stands_for = people(gold, story)
    words: defaultdict[str, Counter[EntityId | None]] = defaultdict(Counter)
    for name, entity_id in _named(gold, story):
        words[name][entity_id] += 1
    main: dict[str, EntityId] = {}
    for entity_id, name in stands_for.items():
        before = main.get(name)
        if before is None or words[name][entity_id] > words[name][before]:
            main[name] = entity_id
    return Casting(words, main, stands_for)


def _named(gold: GoldStory, story: Story) -> Iterator[tuple[str, EntityId | None]]:
    """Each mention in words that the gold has for one person alone, with its entity."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for member in gold.gold.cast:
        for words in (member.name, *member.aliases):
            owners[words.lower()].add(member.name)
    linked = {link.mention_id: link.entity_id for link in story.links}
    for mention in story.mentions:
        words = story.document[mention].lower()
        found = owners.get(words) or owners.get(f"the {words}", set())
        if mention.form != "pronominal" and len(found) == 1:
            yield next(iter(found)), linked.get(mention.id)


def asked_for(gold: GoldStory) -> frozenset[str]:
    """The gold people who speak or are present, and who tells."""
    spoke = {line.speaker for line in gold.gold.quotations if line.speaker}
    there = {name for scene in gold.gold.scenes for name in scene.present}
    return frozenset(spoke | there | {m.name for m in gold.gold.cast if m.narrator})


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Scores:
    """The scores of one story; with `wrong`, print what is not right."""
    cast = casting(gold, story)
    known = {member.name for member in gold.gold.cast}
    asked = asked_for(gold)
    main = set(cast.main.values())
    spurious = [each for each in story.cast if cast.stands_for[each.id] not in known]
    split = [each for each in story.cast if each not in spurious and each.id not in main]
    mixed = [(each, other) for each in story.cast for other in _second(cast, each.id)]
    if wrong:
        _show_wrong(cast, story, sorted(asked - cast.main.keys()))
        for each in spurious:
            print(f"    spurious: {each.name} {[alias.name for alias in each.aliases]}")
        for each in split:
            print(f"    split: {each.name} is {cast.stands_for[each.id]}")
        for each, other in mixed:
            print(f"    mixed: {each.name} is {cast.stands_for[each.id]} and {other}")
    return Scores(
        entities=len(story.cast),
        main=len(story.cast) - len(spurious) - len(split),
        split=len(split),
        spurious=len(spurious),
        mixed=len({each.id for each, _ in mixed}),
        asked=len(asked),
        met=len(asked & cast.main.keys()),
        words=sum(at.total() for at in cast.words.values()),
        together=sum(at[cast.main[name]] for name, at in cast.words.items() if name in cast.main),
    )


def _show_wrong(cast: Casting, story: Story, missing: Sequence[str]) -> None:
    for name in missing:
        print(f"    missing: {name}; {_shown(cast.words[name], story)}")
    for name, at in cast.words.items():
        astray = {key: times for key, times in at.items() if key != cast.main.get(name)}
        if astray and name in cast.main:
            print(f"    astray: {name}: {_shown(astray, story)}")


def _second(cast: Casting, entity_id: EntityId) -> list[str]:
    """Who else is in this entity."""
    own = cast.stands_for[entity_id]
    uses = {name: at[entity_id] for name, at in cast.words.items() if at[entity_id]}
    least = max(LEAST_MIXED, MIXED_SHARE * sum(uses.values()))
    return [name for name, times in uses.items() if name != own and times >= least]


def _shown(at: Mapping[EntityId | None, int], story: Story) -> str:
    names: dict[EntityId | None, str] = {each.id: each.name for each in story.cast}
    return ", ".join(f"{times} in {names.get(key, 'no one')}" for key, times in at.items())


def _row(name: str, scores: Scores) -> str:
    entries = Counts(scores.main, scores.entities, scores.entities)
    return (
        f"{name:<28} entries {scores.main:>3} of {scores.entities:<3} people "
        f"({entries.precision:5.1f} %), {scores.split} split, {scores.spurious} spurious, "
        f"{scores.mixed} mixed   met {scores.met:>3} of {scores.asked:<3} "
        f"({percent(scores.met, scores.asked):5.1f} %)   "
        f"together {percent(scores.together, scores.words):5.1f} % of {scores.words}"
    )


def figures(scores: Scores) -> Figures:
    """People by name, in per cent."""
    return {
        "people_precision": percent(scores.main, scores.entities),
        "people_recall": percent(scores.met, scores.asked),
        "people_together": percent(scores.together, scores.words),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    encoding.rules_only_argument(parser)
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument(
        "--wrong", metavar="STORY", help="print what is wrong in a story, or in all"
    )
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    total = Scores()
    for gold in testbed.load(options.half):
        scores = score(gold, read_story(gold, encoder), wrong=options.wrong in {gold.name, "all"})
        total.add(scores)
        if options.half == "seen":
            print(_row(gold.name, scores))
    print(_row(f"all {options.half}", total))


if __name__ == "__main__":
    main()
