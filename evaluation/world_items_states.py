"""Custody of things, states and traits on short stories of our own, end to end on raw text.

    python -m evaluation.world_items_states
    python -m evaluation.world_items_states --half unseen
    python -m evaluation.world_items_states --wrong biscuit

The stories and their gold are in `evaluation/testbed`; its README says how the gold was decided.

A claim of custody is judged where the gold follows the thing (it is listed and has lines), and not
if it is over before the gold begins to follow it. It is right if the gold has the same holder, or
nobody, at the passage where the claim begins; nobody has what has been eaten, torn or left when the
gold's last line of it is over. A claim of a state is right if the gold has a state
of the same kind for the same person there; moods and dress, of which the gold is not complete, are
counted apart. That somebody is awake is right where the gold has their sleep or faint end, wrong
while it goes on, and not judged elsewhere. A claim of a trait is right if the gold has one of the
same kind whose value has the same head word (freckles and freckled are one); height and build are
one kind there, and so are trade and rank, eyes and marks. A passage is met within its sentence.
Recall counts gold lines that a right claim meets; each passage of a trait is a line. That “the
vicar” is a vicar is judged only where the gold has a line for it.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from evaluation import encoding, testbed
from evaluation.figures import Figures, Summed, percent
from evaluation.short_stories import bare, people, read_story
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Custody as GoldCustody
from evaluation.testbed.records import State as GoldState
from evaluation.testbed.records import Trait
from fabula.labels import TRAITS
from fabula.story import Custody, EntityId, State, Story
from fabula.text import Span, covering

PARTLY_LISTED = frozenset({"mood", "dress"})
"""States of which the gold lists some, so that a claim which it lacks may still be right."""

AWAKE = "awake"
ASLEEP = frozenset({"sleep", "consciousness"})
"""Being awake is no line of the gold: there it is the end of one of these."""

KINDS = ("custody", "states", "mood and dress", "traits")


class Tally(Summed):
    """Claims that can be judged, those that are right, gold lines, and those that are met."""

    claims: int = 0
    right: int = 0
    lines: int = 0
    met: int = 0


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Mapping[str, Tally]:
    """The tally of each kind for one story; with `wrong`, print what is not right or not met."""
    scorer = _Scorer(gold, story, people(gold, story), wrong)
    return {
        "custody": scorer.custody(),
        "states": scorer.states(frozenset(PARTLY_LISTED), inside=False),
        "mood and dress": scorer.states(frozenset(PARTLY_LISTED), inside=True),
        "traits": scorer.traits(),
    }


class _Scorer:
    """One story as read beside its gold."""

    def __init__(
        self, gold: GoldStory, story: Story, names: Mapping[EntityId, str], wrong: bool
    ) -> None:
        self._gold, self._story, self._names, self._wrong = gold, story, names, wrong

    def custody(self) -> Tally:
        """Claims about things that the gold follows."""
        lines = defaultdict(list)
        for line in self._gold.gold.custody:
            lines[line.item].append(line)
        followed = self._followed(lines)
        tally, met = Tally(lines=len(self._gold.gold.custody)), set()
        for claim in self._story.items:
            item = followed.get(claim.item_id)
            if item is None:
                continue
            answers = [line for line in lines[item] if self._holds(claim, line, lines[item])]
            if not answers and self._ends_before(claim, lines[item]):
                continue
            met |= {id(line) for line in answers}
            right = bool(answers) or self._is_nobodys(claim, lines[item])
            self._count(tally, right, f"{self._who(claim.holder_id)} {claim.how} {item}", claim)
        tally.met = len(met)
        self._missed(line for line in self._gold.gold.custody if id(line) not in met)
        return tally

    def states(self, partly: frozenset[str], *, inside: bool) -> Tally:
        """Claims of states for a time, those `partly` listed or the others."""
        lines = [line for line in self._gold.gold.states if (line.attribute in partly) is inside]
        tally, met = Tally(lines=len(lines)), set()
        for claim in self._story.states:
            if claim.attribute in TRAITS or (claim.attribute in partly) is not inside:
                continue
            who = self._who(claim.who_id)
            if claim.value == AWAKE and not self._tells_of_sleep(who, claim.since):
                continue
            answers = [
                line
                for line in lines
                if line.who == who
                and (
                    self._ends_at(claim.since, line)
                    if claim.value == AWAKE
                    else line.attribute == claim.attribute
                    and self._begins_within(claim.since, line)
                )
            ]
            met |= {id(line) for line in answers}
            self._count(tally, bool(answers), f"{who} {claim.attribute} {claim.value}", claim)
        tally.met = len(met)
        self._missed(line for line in lines if id(line) not in met)
        return tally

    def _tells_of_sleep(self, who: str | None, since: int) -> bool:
        """Whether the gold has them asleep or in a faint there, or has that end."""
        return any(
            line.who == who
            and line.attribute in ASLEEP
            and (self._begins_within(since, line) or self._ends_at(since, line))
            for line in self._gold.gold.states
        )

    def _ends_at(self, since: int, line: GoldState) -> bool:
        """Whether a sleep or a faint ends in the sentence of `since`."""
        if line.attribute not in ASLEEP or line.until is None:
            return False
        here = self._sentence(since)
        return line.until.start < here.end and here.start < line.until.end

    def traits(self) -> Tally:
        """Claims of what lasts."""
        lines = self._gold.gold.traits
        tally, met = Tally(lines=len(lines)), set()
        for claim in self._story.states:
            if claim.attribute not in TRAITS:
                continue
            who = self._who(claim.who_id)
            answers = [
                line
                for line in lines
                if line.who == who
                and _same_kind(line.attribute, claim.attribute)
                and _agree(line.value, claim.value)
            ]
            if not answers and self._is_called(who, claim):
                continue
            here = self._sentence(claim.evidence.start)
            met |= {
                id(line)
                for line in answers
                if line.quote.start < here.end and here.start < line.quote.end
            }
            self._count(tally, bool(answers), f"{who} {claim.attribute} {claim.value}", claim)
        tally.met = len(met)
        self._missed(line for line in lines if id(line) not in met)
        return tally

    def _is_called(self, who: str | None, claim: State) -> bool:
        """Whether the gold's own name says it, and no line need: “the vicar” is a vicar."""
        if claim.attribute not in _CALLINGS:
            return False
        return any(
            name.lower().startswith("the ") and _head(name) == claim.value.split()[-1]
            for person in self._gold.gold.cast
            if person.name == who
            for name in (person.name, *person.aliases)
        )

    def _who(self, entity_id: EntityId | None) -> str | None:
        return None if entity_id is None else self._names[entity_id]

    def _sentence(self, offset: int) -> Span:
        found = covering(self._story.document.sentences, offset)
        return Span(found.start, found.end) if found else Span(offset, offset + 1)

    def _begins_within(self, since: int, line: GoldCustody | GoldState) -> bool:
        if since < self._sentence(line.since.start).start:
            return False
        return line.until is None or since < self._sentence(line.until.start).end

    def _holds(self, claim: Custody, line: GoldCustody, lines: Sequence[GoldCustody]) -> bool:
        if self._who(claim.holder_id) != line.holder:
            return False
        first = min(other.since.start for other in lines)
        if claim.since < first and line.since.start == first:
            # told of earlier than the gold cares to follow the thing
            return claim.until is None or claim.until > first
        return self._begins_within(claim.since, line)

    def _is_nobodys(self, claim: Custody, lines: Sequence[GoldCustody]) -> bool:
        """Whether nobody is said to have it where the gold's last line ends: “who eats it”."""
        sentence = self._sentence(claim.since)
        begun = [line for line in lines if line.since.start < sentence.end]
        over = [line.until is not None and line.until.start < sentence.end for line in begun]
        return claim.holder_id is None and bool(begun) and all(over)

    def _ends_before(self, claim: Custody, lines: Sequence[GoldCustody]) -> bool:
        """Whether a claim is over when the gold begins to follow the thing."""
        first = min(line.since.start for line in lines)
        return claim.until is not None and claim.until < self._sentence(first).end

    def _followed(self, lines: Mapping[str, Sequence[GoldCustody]]) -> Mapping[str, str]:
        """The gold thing that each chain stands for."""
        phrases: dict[str, set[str]] = {}
        heads: defaultdict[str, set[str]] = defaultdict(set)
        for item in self._gold.gold.items:
            for name in (item.name, *item.aliases):
                heads[_head(name)].add(item.name)
                phrases.setdefault(bare(name), set()).add(item.name)
        words = {mention.id: self._story.document[mention] for mention in self._story.mentions}
        followed: dict[str, str] = {}
        for chain in self._story.chains:
            for mention_id in chain.mention_ids:
                phrase = words[mention_id]
                found = phrases.get(bare(phrase)) or heads.get(_head(phrase), set())
                if len(found) == 1:
                    followed.setdefault(chain.id, next(iter(found)))
        return {chain: item for chain, item in followed.items() if lines.get(item)}

    def _count(self, tally: Tally, right: bool, what: str, claim: Custody | State) -> None:
        tally.claims += 1
        tally.right += right
        if self._wrong:
            print(f"    {'right' if right else 'WRONG'}: {what}: {self._line(claim.evidence)}")

    def _missed(self, lines: Iterable[GoldCustody | GoldState | Trait]) -> None:
        for line in lines if self._wrong else ():
            passage = line.quote if isinstance(line, Trait) else line.since
            what = (
                f"{line.holder} {line.how} {line.item}"
                if isinstance(line, GoldCustody)
                else f"{line.who} {line.attribute} {line.value}"
            )
            print(f"    missed: {what}: {self._line(passage)}")

    def _line(self, span: Span) -> str:
        return " ".join(self._gold.text[span.start : span.end].split())


def _head(phrase: str) -> str:
    """The head noun of a short phrase: “letter” of “the letter of 14 June”."""
    return bare(phrase).split(" of ")[0].split(" with ")[0].split(" to ")[0].split()[-1]


_AS_GOOD_AS = (
    frozenset({"height", "build"}),
    frozenset({"trade", "rank"}),
    frozenset({"eyes", "mark"}),
)
"""“A small round woman” is one line of the gold, a camp director has a trade and a rank, and one
glass eye is a matter of eyes and a mark."""


def _same_kind(gold: str, attribute: str) -> bool:
    return gold == attribute or any({gold, attribute} <= kinds for kinds in _AS_GOOD_AS)


_CALLINGS = frozenset({"trade", "rank"})

_IDLE = frozenset("a an the of in and with one his her years old".split())


def _agree(gold: str, value: str) -> bool:
    """Whether the head words agree: the last of either value is a word of the other."""
    one, other = _words(gold), _words(value)
    return bool(one and other) and (one[-1] in other or other[-1] in one)


def _words(value: str) -> list[str]:
    words = value.lower().replace("gray", "grey").replace("-", " ").replace(",", " ").split()
    said = [word for word in words if word not in _IDLE] or words
    return [word.removesuffix("s").removesuffix("d") for word in said]  # freckles, freckled


def row(name: str, tallies: Mapping[str, Tally]) -> str:
    """One line of the table: for each kind precision, recall and their counts."""
    cells = [
        f"{kind} P {100 * each.right / max(each.claims, 1):5.1f} ({each.right}/{each.claims}) "
        f"R {100 * each.met / max(each.lines, 1):5.1f} ({each.met}/{each.lines})"
        for kind, each in tallies.items()
    ]
    return f"{name:<26} " + "   ".join(cells)


def figures(tallies: Mapping[str, Tally]) -> Figures:
    """Precision and recall of each kind by name, in per cent."""
    values: dict[str, float] = {}
    for kind, each in tallies.items():
        name = kind.replace(" ", "_")
        values[f"{name}_precision"] = percent(each.right, each.claims)
        values[f"{name}_recall"] = percent(each.met, each.lines)
    return values


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print the claims about a seen story")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=False)
    total = {kind: Tally() for kind in KINDS}
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and gold.name == options.wrong
        tallies = score(gold, read_story(gold, encoder), wrong=wrong)
        for kind, tally in tallies.items():
            total[kind].add(tally)
        if options.half == "seen":
            print(row(gold.name, tallies))
    print(row(f"all {options.half}", total))


if __name__ == "__main__":
    main()
