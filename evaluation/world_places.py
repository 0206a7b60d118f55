"""Where people are, on the short stories of the test bed.

    python -m evaluation.world_places
    python -m evaluation.world_places --half unseen
    python -m evaluation.world_places --wrong the_kiln

A claim says that someone is in a place from one character to another. It is judged over those of
its characters at which the gold says where that person is: right if the gold's place is the
claimed one, or lies inside it, for at least half of them. Where the gold is silent about the
person, about that time, or about the claimed place (it is not listed, or lies inside the gold's
one), the claim is neither right nor wrong. A claim whose passage stands in a dream, a lie or
another frame that is no fact is wrong unless the gold has it on its own account. Recall: a stay
of the gold, person by person, is found if claims with its place, a part of it or what contains
it cover half of its characters.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Figures, Summed, percent
from evaluation.short_stories import people, read_story
from evaluation.testbed import GoldStory, Half
from fabula.story import ChainId, Story

Verdict = Literal["right", "wrong", "silent"]
_DETERMINERS = frozenset("the a an this that his her my our their its your one".split())
_LEADING_ON = frozenset(
    """
    of at in on by with since beyond behind above below under over near next past where who that
    """.split()
)


class Counts(Summed):
    """Claims by verdict, and stays of the gold that claims cover."""

    right: int = 0
    wrong: int = 0
    silent: int = 0
    found: int = 0
    gold: int = 0

    def __str__(self) -> str:
        precision = 100 * self.right / max(self.right + self.wrong, 1)
        recall = 100 * self.found / max(self.gold, 1)
        return (
            f"P {precision:5.1f} ({self.right} right, {self.wrong} wrong, {self.silent} not "
            f"judged)  R {recall:5.1f} ({self.found} of {self.gold})"
        )


class _Where(Struct, frozen=True):
    """Someone in a place of the gold from one character up to another."""

    who: str
    where: str
    start: int
    end: int


class Places:
    """The locations of a gold story: their names, and what lies inside what."""

    def __init__(self, gold: GoldStory) -> None:
        locations = gold.gold.locations
        self._names = {
            _plain(name): each.name for each in locations for name in (each.name, *each.aliases)
        }
        self._inside = {each.name: each.inside for each in locations}

    def named(self, words: str) -> str | None:
        """The location of that name, with or without an article.

        The first or last words of one location's name do as well (“the dressing room” for
        “dressing room two”), and more words before or behind it (“her mother's kitchen”, “the
        blue room beyond the hall”), if only one location is named so.
        """
        plain = _plain(words)
        if plain in self._names:
            return self._names[plain]
        head = _head(plain)
        alike = {
            place
            for name, place in self._names.items()
            if name.startswith(f"{plain} ") or name.endswith(f" {plain}")
        } or {place for name, place in self._names.items() if f" {head}".endswith(f" {name}")}
        return alike.pop() if len(alike) == 1 else None

    def contains(self, outer: str, inner: str) -> bool:
        """Whether being in `inner` says being in `outer`."""
        place: str | None = inner
        while place is not None:
            if place == outer:
                return True
            place = self._inside.get(place)
        return False


def _head(plain: str) -> str:
    """The words up to the first one that leads to another place: “of”, “beyond”."""
    words = plain.split()
    tails = (number for number, word in enumerate(words) if number and word in _LEADING_ON)
    return " ".join(words[: next(tails, len(words))]).rstrip(",")


def _plain(words: str) -> str:
    kept = words.lower().replace("’", "'").replace("*", "").replace("_", "").split()
    while len(kept) > 1 and kept[0] in _DETERMINERS:
        kept = kept[1:]
    return " ".join(kept)


def _chain_places(story: Story, places: Places) -> Mapping[ChainId, str]:
    """The location that each chain stands for: the one that its mentions name most."""
    words = {mention.id: story.document[mention] for mention in story.mentions}
    votes: dict[ChainId, Counter[str]] = defaultdict(Counter)
    for chain in story.chains:
        for mention_id in chain.mention_ids:
            place = places.named(words[mention_id])
            if place is not None:
                votes[chain.id][place] += 1
    return {chain_id: counted.most_common(1)[0][0] for chain_id, counted in votes.items()}


def _gold_stays(gold: GoldStory) -> list[_Where]:
    return [
        _Where(
            who, stay.where, stay.since.start, stay.until.start if stay.until else len(gold.text)
        )
        for stay in gold.gold.places
        for who in stay.who
    ]


def _overlap(one: _Where, other: _Where) -> int:
    return max(min(one.end, other.end) - max(one.start, other.start), 0)


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Counts:
    """The counts of one story; with `wrong`, print the claims that are not right."""
    places, names = Places(gold), people(gold, story)
    stands_for = _chain_places(story, places)
    told = _gold_stays(gold)
    counts = Counts(gold=len(told))
    claims: list[_Where] = []
    for stay in story.places:
        claim = _Where(
            names[stay.who_id],
            stands_for.get(stay.place_id, ""),
            stay.since,
            len(gold.text) if stay.until is None else stay.until,
        )
        claims.append(claim)
        verdict = _verdict(claim, told, places, gold)
        setattr(counts, verdict, getattr(counts, verdict) + 1)
        if wrong and verdict != "right":
            words = " ".join(story.document[stay.evidence].split())
            print(f"    {verdict}: {claim.who} in {claim.where or '(not in the gold)'}: {words}")
    counts.found = sum(_is_found(stay, claims, places) for stay in told)
    return counts


def _verdict(claim: _Where, told: Sequence[_Where], places: Places, gold: GoldStory) -> Verdict:
    agreed = against = 0
    for stay in told:
        if stay.who != claim.who or not claim.where:
            continue
        if places.contains(claim.where, stay.where):
            agreed += _overlap(claim, stay)
        elif not places.contains(stay.where, claim.where):
            against += _overlap(claim, stay)
    if agreed and agreed >= against:
        return "right"
    return "wrong" if against or _is_no_fact(claim, gold) else "silent"


def _is_no_fact(claim: _Where, gold: GoldStory) -> bool:
    return any(
        frame.begins.start <= claim.start < frame.ends.end
        for frame in gold.gold.frames
        if frame.kind != "flashback"
    )


def _is_found(stay: _Where, claims: Sequence[_Where], places: Places) -> bool:
    covered = sum(
        _overlap(stay, claim)
        for claim in claims
        if claim.who == stay.who
        and claim.where
        and (places.contains(claim.where, stay.where) or places.contains(stay.where, claim.where))
    )
    return 2 * covered >= stay.end - stay.start


def figures(counts: Counts) -> Figures:
    """Stays by name, in per cent; precision over the claims that the gold can judge."""
    return {
        "stays_precision": percent(counts.right, counts.right + counts.wrong),
        "stays_recall": percent(counts.found, counts.gold),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print what is wrong in a seen story")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    total = Counts()
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and gold.name == options.wrong
        counts = score(gold, read_story(gold, encoder), wrong=wrong)
        total.add(counts)
        if options.half == "seen":
            print(f"{gold.name:<28} {counts}")
    print(f"{'all ' + options.half:<28} {total}")


if __name__ == "__main__":
    main()
