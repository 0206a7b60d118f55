"""What is claimed as fact though only a dream, a lie or another frame says so, on the test bed.

    python -m evaluation.world_frames
    python -m evaluation.world_frames --half unseen --claims

The gold lists the frames of a story (dream, lie, rumour, flashback …) and for each the likeliest
claims that a reader makes who misses it. Such a claim counts as made if the layer has one about
the same person, with its passage inside the frame, and a word of the forbidden value among its
own words or those of its passage. An event is claimed as fact if its realis is `actual`; so an
event that is `reported` or `remembered` is none.

Beside that: how many claims of each layer have their passage inside a frame that is no fact
(every kind but a flashback). Not all of them are wrong, for the gold may have one on its own
account: “she is eating a pear” is dreamt, but she is your mother for all that.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

import msgspec
from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Figures, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Claim, Frame
from fabula.lexicon.verb_forms import IRREGULAR
from fabula.story import EntityId, Story
from fabula.text import Span

LAYERS = ("states", "custody", "places", "relations", "events", "knowledge")
STEM = 3
"""Letters in which two forms of a word agree: “eats” and “eating”."""

_IDLE = frozenset("a an the of in on at to his her my your is was who with and it its now".split())


_BASES = {form: base for base, forms in IRREGULAR.items() for form in forms}


class Counts(Struct):
    """Forbidden claims, those that are made, and claims inside frames by layer."""

    forbidden: int = 0
    made: int = 0
    inside: Counter[str] = msgspec.field(default_factory=Counter)

    def add(self, other: "Counts") -> None:
        """Count another story's in."""
        self.forbidden += other.forbidden
        self.made += other.made
        self.inside = self.inside + other.inside


class Made(Struct, frozen=True):
    """A claim of a reading: of which layer, about whom, in what words, and its passage."""

    layer: str
    who: frozenset[str]
    words: str
    evidence: Span


def made_claims(story: Story, names: Mapping[EntityId, str]) -> Iterator[Made]:
    """All claims that a reading makes as facts of its present."""
    document = story.document
    said_of = {mention.id: document[mention] for mention in story.mentions}
    called = {
        chain.id: " ".join(said_of[each] for each in chain.mention_ids) for chain in story.chains
    }
    for state in story.states:
        said = f"{state.value} {document[state.evidence]}"
        yield Made("states", frozenset({names[state.who_id]}), said, state.evidence)
    for custody in story.items:
        holder = "nobody" if custody.holder_id is None else names[custody.holder_id]
        words = called[custody.item_id]
        yield Made("custody", frozenset({holder}), words, custody.evidence)
    for stay in story.places:
        yield Made("places", frozenset({names[stay.who_id]}), called[stay.place_id], stay.evidence)
    for relation in story.relations:
        pair = frozenset({names[relation.a_id], names[relation.b_id]})
        yield Made("relations", pair, relation.kind, relation.evidence)
    for known in story.knowledge:
        said = document[known.evidence]
        yield Made("knowledge", frozenset({names[known.who_id]}), said, known.evidence)
    yield from _events(story, names)


def _events(story: Story, names: Mapping[EntityId, str]) -> Iterator[Made]:
    entities = {
        mention_id: chain.entity_id for chain in story.chains for mention_id in chain.mention_ids
    }
    for event in story.events:
        if event.realis == "actual":
            taking_part = (*event.agents, *event.patients, *event.recipients)
            who = {names[found] for each in taking_part if (found := entities[each]) is not None}
            yield Made("events", frozenset(who), story.document[event], event.span)


def _inside(evidence: Span, frame: Frame) -> bool:
    return frame.begins.start <= evidence.start < frame.ends.end


def _is(made: Made, forbidden: Claim) -> bool:
    """Whether the claim is the forbidden one."""
    if made.layer != forbidden.layer or forbidden.who not in made.who:
        return False
    if forbidden.of is not None and made.layer == "relations" and forbidden.of not in made.who:
        return False
    return bool(_stems(forbidden.value) & _stems(made.words))


def _stems(words: str) -> frozenset[str]:
    """The words without their endings; of an irregular verb its base: “ate” and “eats” agree."""
    plain = "".join(each if each.isalpha() else " " for each in words.lower())
    return frozenset(_BASES.get(word, word)[:STEM] for word in plain.split() if word not in _IDLE)


def score(gold: GoldStory, story: Story, *, show: bool = False) -> Counts:
    """The counts of one story; with `show`, print each claim inside a frame."""
    claims = list(made_claims(story, people(gold, story)))
    counts = Counts()
    for frame in gold.gold.frames:
        within = [each for each in claims if _inside(each.evidence, frame)]
        hits = {id(each): each for each in within if any(_is(each, f) for f in frame.forbids)}
        counts.forbidden += len(frame.forbids)
        counts.made += sum(any(_is(each, f) for each in within) for f in frame.forbids)
        if frame.kind != "flashback":
            counts.inside.update(each.layer for each in within)
        if show:
            for each in within:
                mark = "FORBIDDEN" if id(each) in hits else "inside"
                passage = " ".join(gold.text[each.evidence.start : each.evidence.end].split())
                who = ", ".join(sorted(each.who))
                print(f"    {mark} {gold.name} {frame.kind}: {each.layer}: {who}: {passage}")
    return counts


def figures(counts: Counts) -> Figures:
    """The forbidden claims that are made, in per cent."""
    return {"forbidden_claims_made": percent(counts.made, counts.forbidden)}


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories of both halves, or of one, and print how many such claims are made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), action="append")
    parser.add_argument("--claims", action="store_true", help="print each claim inside a frame")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    for half in options.half or get_args(Half):
        counts = Counts()
        for gold in testbed.load(half):
            counts.add(score(gold, read_story(gold, encoder), show=options.claims))
        inside = ", ".join(f"{layer} {counts.inside[layer]}" for layer in LAYERS)
        print(f"{half:<6} forbidden claims made: {counts.made} of {counts.forbidden}")
        print(f"{half:<6} claims inside frames that are no fact: {inside}")


if __name__ == "__main__":
    main()
