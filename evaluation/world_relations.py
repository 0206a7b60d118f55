"""Relations and knowledge on short stories of our own, end to end on raw text.

    python -m evaluation.world_relations
    python -m evaluation.world_relations --half unseen
    python -m evaluation.world_relations --wrong biscuit

The stories and their gold are in `evaluation/testbed`. An entity stands for the gold person whose
names its mentions use most. A relation is right if the gold has it between the same two, from
either side: “a is PARENT of b” is “b is CHILD of a”, and kinds without an inverse hold both
ways; twins are siblings too. What follows from two relations of the gold (a sister's father)
counts neither way. A relation of anybody who is nobody in the gold is wrong.

Knowledge in the gold is a sample: recall is how many of its records, one for each person who
comes to know, have a claim of the same person about anybody or anything it is about; precision
is not measured on it, and the number of claims stands in its place.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import get_args

from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Figures, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from fabula.story import INVERSES, EntityId, Story

Triple = tuple[str, str, str]
"""A name, a kind, a name: the first is KIND of the second."""

_FOLLOWS: Mapping[tuple[str, str], str] = {
    ("parent", "sibling"): "parent",
    ("parent", "parent"): "grandparent",
    ("parent", "spouse"): "in_law",
    ("sibling", "sibling"): "sibling",
    ("sibling", "parent"): "aunt_or_uncle",
    ("sibling", "spouse"): "in_law",
    ("spouse", "parent"): "parent",
    ("spouse", "sibling"): "in_law",
    ("aunt_or_uncle", "sibling"): "aunt_or_uncle",
    ("grandparent", "sibling"): "grandparent",
    ("spouse", "aunt_or_uncle"): "aunt_or_uncle",
    ("child", "aunt_or_uncle"): "cousin",
    ("cousin", "sibling"): "cousin",
}
"""If a is FIRST of b and b is SECOND of c, what a is of c."""


class Scores(Struct):
    """Counts over stories; `told` are gold records, `known` those of knowledge that are met."""

    right: int = 0
    claimed: int = 0
    found: int = 0
    told: int = 0
    known: int = 0
    to_know: int = 0
    knowing: int = 0

    def add(self, other: "Scores") -> None:
        """Count another story's scores in."""
        for field in self.__struct_fields__:
            setattr(self, field, getattr(self, field) + getattr(other, field))


def both_ways(triple: Triple) -> tuple[Triple, Triple]:
    """The relation and the same one from the other side."""
    a, kind, b = triple
    return triple, (b, INVERSES.get(kind, kind), a)  # type: ignore[call-overload]


def gold_relations(gold: GoldStory) -> frozenset[Triple]:
    """What may be claimed: the relations of the gold, both ways; twins as siblings too."""
    listed = [(each.a, each.kind, each.b) for each in gold.gold.relations]
    listed += [(a, "sibling", b) for a, kind, b in listed if kind == "twin"]
    return frozenset(way for triple in listed for way in both_ways(triple))


def following(known: frozenset[Triple]) -> frozenset[Triple]:
    """What follows from two of these relations without being one of them, both ways."""
    found = {
        way
        for (a, first, b), (left, second, c) in product(known, known)
        if b == left and a != c and (first, second) in _FOLLOWS
        for way in both_ways((a, _FOLLOWS[first, second], c))
    }
    return frozenset(found - known)


def claimed_relations(story: Story, names: Mapping[EntityId, str]) -> list[Triple]:
    """What was read, by the names of the gold; nothing that falls together by them."""
    found = ((names[each.a_id], each.kind, names[each.b_id]) for each in story.relations)
    return list(dict.fromkeys(triple for triple in found if triple[0] != triple[2]))


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Scores:
    """The scores of one story; with `wrong`, print what is not right."""
    names = people(gold, story)
    known = gold_relations(gold)
    neutral = following(known)
    claims = [each for each in claimed_relations(story, names) if each not in neutral]
    told = [(each.a, each.kind, each.b) for each in gold.gold.relations]
    answered = {way for claim in claims for way in both_ways(claim)}
    answered |= {(a, "twin", b) for a, kind, b in answered if kind == "sibling"} & known
    scores = Scores(
        right=sum(claim in known for claim in claims),
        claimed=len(claims),
        found=sum(triple in answered for triple in told),
        told=len(told),
        knowing=len(story.knowledge),
    )
    if wrong:
        for claim in claims:
            print(f"    {'right' if claim in known else 'WRONG'}: {' '.join(claim)}")
        for triple in told:
            if triple not in answered:
                print(f"    missed: {' '.join(triple)}")
    for met in _knowledge_met(gold, story, names):
        scores.known += met
        scores.to_know += 1
    return scores


def _knowledge_met(gold: GoldStory, story: Story, names: Mapping[EntityId, str]) -> Iterator[bool]:
    things = _things(story, names)
    claims = {(names[each.who_id], things.get(each.of_id, "")) for each in story.knowledge}
    for record in gold.gold.knowledge:
        if record.about:
            for who in record.who:
                yield any((who, about) in claims for about in record.about)


def _things(story: Story, names: Mapping[EntityId, str]) -> dict[str, str]:
    """What knowledge is of, by the names of the gold: people, else the words of a chain."""
    mentions = {mention.id: mention for mention in story.mentions}
    chains = {
        mention_id: names.get(chain.entity_id, "") if chain.entity_id else None
        for chain in story.chains
        for mention_id in chain.mention_ids
    }
    things: dict[str, str] = {str(entity_id): name for entity_id, name in names.items()}
    for chain in story.chains:
        things[chain.id] = story.document[mentions[chain.mention_ids[0]]].lower()
    for event in story.events:
        for mention_id in event.patients or event.agents:
            things[event.id] = chains[mention_id] or story.document[mentions[mention_id]].lower()
    return things


def _row(name: str, scores: Scores) -> str:
    precision = 100 * scores.right / max(scores.claimed, 1)
    recall = 100 * scores.found / max(scores.told, 1)
    return (
        f"{name:<28} relations: {scores.right:>3} of {scores.claimed:<3} right ({precision:5.1f} %)"
        f"  {scores.found:>3} of {scores.told:<3} found ({recall:5.1f} %)   "
        f"knowledge: {scores.known:>3} of {scores.to_know:<3} met, {scores.knowing} claims"
    )


def figures(scores: Scores) -> Figures:
    """Relations and knowledge by name, in per cent; of knowledge, recall alone is measured."""
    return {
        "relations_precision": percent(scores.right, scores.claimed),
        "relations_recall": percent(scores.found, scores.told),
        "knowledge_recall": percent(scores.known, scores.to_know),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print what is wrong in a seen story")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    total = Scores()
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and gold.name == options.wrong
        scores = score(gold, read_story(gold, encoder), wrong=wrong)
        total.add(scores)
        if options.half == "seen":
            print(_row(gold.name, scores))
    print(_row(f"all {options.half}", total))


if __name__ == "__main__":
    main()
