"""Relations and knowledge on short stories of our own, end to end on raw text.

    python -m evaluation.world_relations
    python -m evaluation.world_relations --half unseen
    python -m evaluation.world_relations --wrong biscuit

The stories and their gold are in `evaluation/testbed`. An entity stands for the gold person whose
names its mentions use most. A relation is right if the gold has it between the same two, from
either side: “a is PARENT of b” is “b is CHILD of a”, and kinds without an inverse hold both
ways; twins are siblings too. What follows from two relations of the gold (a sister's father)
counts neither way. A relation of anybody who is nobody in the gold is wrong. Relatives
outside the cast (“her mother”) are counted apart: one is right if the gold has such a relative of
that sex, whoever she is; it finds the relation where the reading has nobody in the cast for her.

Knowledge in the gold is a sample of what matters: recall is how many of its records, one for each
person who comes to know, have a claim of the same person about anybody or anything it is about, at
all (“met”), and within some sentences of the gold's passage (“near”). Precision cannot be measured
on a sample; it is judged by hand on claims drawn at random (`--claims 60` prints them).
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import get_args

from evaluation import encoding, testbed
from evaluation.figures import Figures, Summed, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from fabula.labels import INVERSES
from fabula.lexicon.kinship import KIN
from fabula.story import EntityId, Story
from fabula.world import answers

SEED = 7
NEAR = 300
"""Code points between a claim of knowledge and the gold's passage: some sentences."""

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
    ("child", "parent"): "sibling",
    ("cousin", "sibling"): "cousin",
}
"""If a is FIRST of b and b is SECOND of c, what a is of c."""


class Scores(Summed):
    """Counts over stories; `told` are gold records, `known` those of knowledge that are met.

    `kin_found` are gold relations found by relations or by relatives outside the cast; `placed`
    gold records of knowledge that are met near the passage that the gold gives.
    """

    right: int = 0
    claimed: int = 0
    found: int = 0
    told: int = 0
    kin_right: int = 0
    kin_claimed: int = 0
    kin_found: int = 0
    known: int = 0
    placed: int = 0
    to_know: int = 0
    knowing: int = 0


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


def claimed_relatives(gold: GoldStory, story: Story, names: Mapping[EntityId, str]) -> list[Triple]:
    """The relatives outside the cast, by the names of the gold; in brackets if there is none."""
    pronouns = {member.name: member.pronouns for member in gold.gold.cast}
    present = set(names.values())
    found: list[Triple] = []
    for relative in story.relatives:
        owner, asked = names[relative.who_id], KIN.get(relative.noun, "any")
        fitting = [
            a
            for a, kind, b in sorted(gold_relations(gold))
            if (kind, b) == (relative.kind, owner)
            and (asked == "any" or pronouns[a] in {None, "they", asked})
        ]
        fitting.sort(key=lambda name: name in present)
        found.append((fitting[0] if fitting else f"[{relative.noun}]", relative.kind, owner))
    return found


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Scores:
    """The scores of one story; with `wrong`, print what is not right."""
    names = people(gold, story)
    known = gold_relations(gold)
    neutral = following(known)
    claims = [each for each in claimed_relations(story, names) if each not in neutral]
    relatives = claimed_relatives(gold, story, names)
    told = [(each.a, each.kind, each.b) for each in gold.gold.relations]
    answered = _answered(claims, known)
    absent = [each for each in relatives if each[0] not in names.values()]
    by_all = answered | _answered(absent, known)
    scores = Scores(
        right=sum(claim in known for claim in claims),
        claimed=len(claims),
        found=sum(triple in answered for triple in told),
        told=len(told),
        kin_right=sum(claim in known for claim in relatives),
        kin_claimed=len(relatives),
        kin_found=sum(triple in by_all for triple in told),
        knowing=len(story.knowledge),
    )
    if wrong:
        for claim in (*claims, *relatives):
            print(f"    {'right' if claim in known else 'WRONG'}: {' '.join(claim)}")
        for triple in told:
            if triple not in by_all:
                print(f"    missed: {' '.join(triple)}")
    for met, placed in _knowledge_met(gold, story, names):
        scores.known += met
        scores.placed += placed
        scores.to_know += 1
    return scores


def _answered(claims: Sequence[Triple], known: frozenset[Triple]) -> frozenset[Triple]:
    """What the claims find of the gold: from either side, and twins by being siblings."""
    found = {way for claim in claims for way in both_ways(claim)}
    twins = {(a, "twin", b) for a, kind, b in found if kind == "sibling"} & known
    return frozenset(found | twins)


def _knowledge_met(
    gold: GoldStory, story: Story, names: Mapping[EntityId, str]
) -> Iterator[tuple[bool, bool]]:
    """For each who comes to know: whether some claim meets it, and whether one near the passage."""
    things = _things(gold, story, names)
    claims = [
        (names[each.who_id], about, each.since)
        for each in story.knowledge
        for about in things.get(each.of_id, ())
    ]
    for record in gold.gold.knowledge:
        if record.about:
            for who in record.who:
                met = [at for name, about, at in claims if name == who and about in record.about]
                yield bool(met), any(abs(at - record.since.start) <= NEAR for at in met)


def _things(
    gold: GoldStory, story: Story, names: Mapping[EntityId, str]
) -> Mapping[str, frozenset[str]]:
    """What knowledge is of, by the names of the gold: a person, a thing, all who take part."""
    items = {alias.lower(): item.name for item in gold.gold.items for alias in item.aliases}
    items |= {item.name.lower(): item.name for item in gold.gold.items}
    mentions = {mention.id: mention for mention in story.mentions}
    chains: dict[str, frozenset[str]] = {}
    for chain in story.chains:
        if chain.entity_id is not None:
            about = frozenset({names[chain.entity_id]})
        else:
            said = (story.document[mentions[each]].lower() for each in chain.mention_ids)
            about = frozenset(items.get(words, words) for words in said)
        chains[chain.id] = about
    of_mention = {each: chains[chain.id] for chain in story.chains for each in chain.mention_ids}
    things = {str(entity_id): frozenset({name}) for entity_id, name in names.items()} | chains
    for event in story.events:
        parts = (of_mention[each] for each in (*event.agents, *event.patients, *event.recipients))
        things[event.id] = frozenset(about for part in parts for about in part)
    return things


def _shown_claims(name: str, story: Story) -> list[str]:
    """Each claim of knowledge in a line with its passage, for a person to judge."""
    return [
        f"{name}: {known.who} {known.how}: {known.of} | {known.passage.quote}"
        for entity in story.cast
        for known in answers.known_of(story, entity)
    ]


def _row(name: str, scores: Scores) -> str:
    precision = percent(scores.right, scores.claimed)
    recall = percent(scores.found, scores.told)
    return (
        f"{name:<28} relations: {scores.right:>3} of {scores.claimed:<3} right ({precision:5.1f} %)"
        f"  {scores.found:>3} of {scores.told:<3} found ({recall:5.1f} %)   "
        f"relatives: {scores.kin_right:>2} of {scores.kin_claimed:<2} right, "
        f"{scores.kin_found:>3} found by both   "
        f"knowledge: {scores.known:>3} of {scores.to_know:<3} met, {scores.placed} near, "
        f"{scores.knowing} claims"
    )


def figures(scores: Scores) -> Figures:
    """Relations and knowledge by name, in per cent; of knowledge, recall alone is measured."""
    return {
        "relations_precision": percent(scores.right, scores.claimed),
        "relations_recall": percent(scores.found, scores.told),
        "relatives_precision": percent(scores.kin_right, scores.kin_claimed),
        "kin_recall": percent(scores.kin_found, scores.told),
        "knowledge_recall": percent(scores.known, scores.to_know),
        "knowledge_near_recall": percent(scores.placed, scores.to_know),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print what is wrong in a seen story")
    parser.add_argument(
        "--claims", type=int, default=0, metavar="N", help="print N claims of knowledge to judge"
    )
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    total = Scores()
    to_judge: list[str] = []
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and gold.name == options.wrong
        story = read_story(gold, encoder)
        to_judge += _shown_claims(gold.name, story)
        scores = score(gold, story, wrong=wrong)
        total.add(scores)
        if options.half == "seen":
            print(_row(gold.name, scores))
    print(_row(f"all {options.half}", total))
    for line in random.Random(SEED).sample(to_judge, min(options.claims, len(to_judge))):
        print(line)


if __name__ == "__main__":
    main()
