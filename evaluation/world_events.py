"""Events on short stories of our own, end to end on raw text: found, realis, who takes part.

    python -m evaluation.world_events
    python -m evaluation.world_events --half unseen
    python -m evaluation.world_events --wrong

The gold in `evaluation/testbed` lists the turning points of a story and at least one thing that
does not happen: a sample, so that only recall can be measured by it, and precision on what is
found.

- Found: an event of the reading stands in the gold's words. Where several do, it is the one that
  agrees with the gold in most of those who take part, the first of these.
- Realis, on the events found: right if what the gold has as happening is `actual`, `remembered`
  or `reported`, and what it has as not happening is anything but `actual` and `remembered`. So
  `reported` commits itself to nothing; how many are is printed.
- Agents, patients, recipient, instrument, place, on the events found that happen: a name that the
  reading gives is right if the gold has it in that role; recall is over the gold's names. An entity
  stands for the gold's person whose names it uses most, other words for the thing or place that
  is so called. Names of nobody and nothing in the gold (“her hand”) and roles that the gold leaves
  empty are not judged, for it names only the parts that matter.
"""

import argparse
from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Figures, Summed, percent
from evaluation.short_stories import bare, people, read_story
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Event as GoldEvent
from fabula.labels import HAPPENED, Realis
from fabula.story import Event, MentionId, Story

ROLES = ("agents", "patients", "recipient", "instrument", "place")
_MAY_BE_FALSE: frozenset[Realis] = frozenset({"reported", "dreamt", "hypothetical", "negated"})

Parts = Mapping[str, frozenset[str]]
"""The names in each role."""


class Role(Summed):
    """Names given in a role, those that are right, and names of the gold."""

    given: int = 0
    right: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """In per cent."""
        return percent(self.right, self.given)

    @property
    def recall(self) -> float:
        """In per cent."""
        return percent(self.right, self.gold)


class Counts(Struct):
    """Gold events and those found, of either kind; realis that is right; the roles."""

    gold: int = 0
    found: int = 0
    gold_unreal: int = 0
    found_unreal: int = 0
    realis: int = 0
    realis_unreal: int = 0
    reported: int = 0
    roles: dict[str, Role] = {}

    @classmethod
    def none(cls) -> "Counts":
        """Nothing counted yet."""
        return cls(roles={name: Role() for name in ROLES})

    def add(self, other: "Counts") -> None:
        """Count another story's in."""
        for field in self.__struct_fields__[:-1]:
            setattr(self, field, getattr(self, field) + getattr(other, field))
        for name, role in other.roles.items():
            self.roles[name].add(role)


class _Reading:
    """The events of a story with their parts by the names of the gold."""

    def __init__(self, gold: GoldStory, story: Story) -> None:
        self._story = story
        self._called = _called(gold)
        stands_for = people(gold, story)
        self._people = {
            mention_id: stands_for[chain.entity_id]
            for chain in story.chains
            if chain.entity_id is not None
            for mention_id in chain.mention_ids
        }
        self._words: dict[MentionId, list[str]] = {}
        said = {mention.id: story.document[mention] for mention in story.mentions}
        for chain in story.chains:
            words = [said[each] for each in chain.mention_ids]
            self._words |= dict.fromkeys(chain.mention_ids, words)

    def parts(self, event: Event) -> Parts:
        """Who and what is in each role."""
        one = {"instrument": event.instrument_id, "place": event.place_id}
        many = {
            "agents": event.agents,
            "patients": event.patients,
            "recipient": event.recipients,
            **{role: () if each is None else (each,) for role, each in one.items()},
        }
        return {
            role: frozenset(name for each in mentions if (name := self._name(each)) is not None)
            for role, mentions in many.items()
        }

    def answer(self, event: GoldEvent) -> Event | None:
        """The event that answers the gold's; None if none stands in its words."""
        inside = [
            each
            for each in self._story.events
            if event.quote.start <= each.start and each.end <= event.quote.end
        ]
        gold = gold_parts(event)
        agreeing = [
            sum(len(names & gold[role]) for role, names in self.parts(each).items())
            for each in inside
        ]
        return inside[agreeing.index(max(agreeing))] if inside else None

    def _name(self, mention_id: MentionId) -> str | None:
        """The gold's name: of the person, else of the thing or place that any mention names."""
        person = self._people.get(mention_id)
        if person is not None:
            return None if person.startswith("[") else person
        named = (self._called.get(bare(words)) for words in self._words[mention_id])
        return next((name for name in named if name is not None), None)


def _called(gold: GoldStory) -> Mapping[str, str]:
    """Things, places and people of the gold by each of their names; no name of two of them."""
    found: dict[str, set[str]] = {}
    lines = [
        *((each.name, each.aliases) for each in gold.gold.items),
        *((each.name, each.aliases) for each in gold.gold.locations),
        *((each.name, each.aliases) for each in gold.gold.cast),
    ]
    for main, aliases in lines:
        for name in (main, *aliases):
            found.setdefault(bare(name), set()).add(main)
            found.setdefault(bare(name).split()[-1], set()).add(main)
    return {words: next(iter(names)) for words, names in found.items() if len(names) == 1}


def gold_parts(event: GoldEvent) -> Parts:
    """Who and what the gold has in each role."""
    one = {"recipient": event.recipient, "instrument": event.instrument, "place": event.place}
    return {
        "agents": frozenset(event.agents),
        "patients": frozenset(event.patients),
        **{role: frozenset() if name is None else frozenset({name}) for role, name in one.items()},
    }


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Counts:
    """The counts of one story; with `wrong`, print what was missed or is not right."""
    reading, counts = _Reading(gold, story), Counts.none()
    for event in gold.gold.events:
        answer = reading.answer(event)
        right = answer is not None and _is_right(event, answer)
        counts.gold += event.realis
        counts.gold_unreal += not event.realis
        counts.found += event.realis and answer is not None
        counts.found_unreal += not event.realis and answer is not None
        counts.realis += event.realis and right
        counts.realis_unreal += not event.realis and right
        counts.reported += answer is not None and answer.realis == "reported"
        given = None if answer is None else reading.parts(answer)
        if given is not None and event.realis:
            _count_roles(counts, gold_parts(event), given)
        if wrong:
            _print_wrong(gold, story, event, answer, given)
    return counts


def _is_right(event: GoldEvent, answer: Event) -> bool:
    return answer.realis in (HAPPENED if event.realis else _MAY_BE_FALSE)


def _count_roles(counts: Counts, gold: Parts, given: Parts) -> None:
    for role, tally in counts.roles.items():
        if gold[role]:
            tally.gold += len(gold[role])
            tally.given += len(given[role])
            tally.right += len(gold[role] & given[role])


def _print_wrong(
    gold: GoldStory, story: Story, event: GoldEvent, answer: Event | None, given: Parts | None
) -> None:
    words = " ".join(gold.text[event.quote.start : event.quote.end].split())
    if answer is None or given is None:
        print(f"    missed {gold.name}: {words}")
        return
    if not _is_right(event, answer):
        print(f"    {answer.realis} {gold.name}: {words}")
    parts = gold_parts(event)
    for role in ROLES if event.realis else ():
        if parts[role] and parts[role] != given[role]:
            ours = ", ".join(sorted(given[role])) or "nobody"
            there = ", ".join(sorted(parts[role]))
            print(f"    {role} {gold.name}: {story.document[answer]}: {there}, not {ours}: {words}")


def figures(counts: Counts) -> Figures:
    """Recall, the accuracy of realis, and precision and recall of each role, in per cent."""
    values = {
        "events_found": percent(counts.found, counts.gold),
        "not_happening_found": percent(counts.found_unreal, counts.gold_unreal),
        "realis_accuracy": percent(counts.realis, counts.found),
        "not_happening_accuracy": percent(counts.realis_unreal, counts.found_unreal),
    }
    for name, role in counts.roles.items():
        values[f"event_{name}_precision"] = role.precision
        values[f"event_{name}_recall"] = role.recall
    return values


def report(half: str, counts: Counts) -> str:
    """The counts of a half in lines."""
    lines = [
        f"{half}: found {counts.found} of {counts.gold} that happen, "
        f"{counts.found_unreal} of {counts.gold_unreal} that do not; realis right of "
        f"{counts.realis} and {counts.realis_unreal} of these; {counts.reported} reported"
    ]
    lines += [
        f"    {name:<10} P {role.precision:5.1f} ({role.right}/{role.given})  "
        f"R {role.recall:5.1f} ({role.right}/{role.gold})"
        for name, role in counts.roles.items()
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories of both halves, or of one, and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), action="append")
    parser.add_argument("--wrong", action="store_true", help="print what is missed or wrong")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    for half in options.half or get_args(Half):
        counts = Counts.none()
        for gold in testbed.load(half):
            counts.add(score(gold, read_story(gold, encoder), wrong=options.wrong))
        print(report(half, counts))


if __name__ == "__main__":
    main()
