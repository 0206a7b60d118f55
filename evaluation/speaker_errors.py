"""Why speakers are wrong: the answers to a novel's quotations, each wrong one with its cause.

Every wrong answer has the first of these causes that holds:

- not found: none of our quotations shares a letter with it;
- split: the answer is an entity without a name of the corpus's list, most of whose lines are this
  speaker's: the right person, whose names are not joined to it, or who never has one;
- merged: the entity of the answer bears a name of the right speaker too, but others more;
- not in the cast: no entity bears a name of the right speaker;
- no candidate: the right speaker is not among the candidates that are shown;
- left open: they are, and no answer was given;
- another preferred: they are, and somebody else was taken.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from msgspec import Struct

from evaluation import pdnc, tables
from evaluation.figures import percent
from evaluation.speakers import TYPES, Answer, answers, characters, votes
from fabula.labels import Evidence
from fabula.story import EntityId, Story

Cause = Literal[
    "not found",
    "split",
    "merged",
    "not in the cast",
    "no candidate",
    "left open",
    "another preferred",
]
CAUSES: tuple[Cause, ...] = get_args(Cause)

DISTANCES = (100, 300, 1_000, 3_000, 10_000)
"""Characters since the speaker was last named: upper ends of the groups of the table."""

NOT_FOUND, NOT_NAMED, FARTHER = "not found", "not named before", f"over {DISTANCES[-1]:,}"

CONFUSIONS = 15

AROUND, LONGEST = 300, 240
"""Characters shown before and behind a quotation, and of the quotation itself."""


class Examined(Struct, frozen=True):
    """An answer; `cause` is None if it is right.

    `distance` is the number of characters between the last use of a name of the gold speaker and
    the quotation, None if they have not been named; `entities` is the number of entities whose
    names point at them. `candidates` are gold characters, or names of entities in brackets,
    likeliest first.
    """

    novel: str
    answer: Answer
    cause: Cause | None
    distance: int | None
    entities: int
    candidates: tuple[str, ...]

    @property
    def evidence(self) -> str:
        """The class of evidence of the answer."""
        return self.answer.attribution.evidence if self.answer.attribution else NOT_FOUND


def examine(novel: pdnc.PdncNovel, story: Story) -> list[Examined]:
    """All quotations of a novel, in text order."""
    found = list(answers(novel, story))
    cast = _Cast(novel, story, found)
    uses = _name_uses(novel, story)
    return [
        Examined(
            novel=novel.name,
            answer=answer,
            cause=None if answer.right else cast.cause(answer),
            distance=_distance(uses[answer.gold.speaker], answer.gold.parts[0].start),
            entities=cast.entities(answer.gold.speaker),
            candidates=cast.candidates(answer),
        )
        for answer in found
    ]


class _Cast:
    """The entities of a story beside the characters of the list."""

    def __init__(self, novel: pdnc.PdncNovel, story: Story, found: Sequence[Answer]) -> None:
        self._names = characters(novel, story)
        self._votes = votes(novel, story)
        self._lines: dict[EntityId, Counter[str]] = defaultdict(Counter)
        for answer in found:
            if answer.attribution and answer.attribution.speaker_id:
                self._lines[answer.attribution.speaker_id][answer.gold.speaker] += 1

    def entities(self, character: str) -> int:
        return sum(name == character for name in self._names.values())

    def candidates(self, answer: Answer) -> tuple[str, ...]:
        shown = answer.attribution.candidates if answer.attribution else ()
        return tuple(self._names[person] for person in shown)

    def cause(self, answer: Answer) -> Cause:
        gold, found = answer.gold.speaker, answer.attribution
        if found is None:
            return "not found"
        said = found.speaker_id
        if said and said not in self._votes and self._lines[said].most_common(1)[0][0] == gold:
            return "split"
        if said and self._votes.get(said, {}).get(gold):
            return "merged"
        if gold not in self._names.values():
            return "not in the cast"
        if gold not in self.candidates(answer):
            return "no candidate"
        return "another preferred" if said else "left open"


def _name_uses(novel: pdnc.PdncNovel, story: Story) -> Mapping[str, list[int]]:
    """Where the names of each character end that are used as names, in text order."""
    owners = pdnc.owners(novel)
    uses: dict[str, list[int]] = defaultdict(list)
    for mention in story.mentions:
        owner = owners.get(pdnc.folded(story.document[mention]), set())
        if mention.form == "proper" and len(owner) == 1:
            uses[next(iter(owner))].append(mention.end)
    return uses


def _distance(uses: Sequence[int], start: int) -> int | None:
    before = bisect_left(uses, start)
    return start - uses[before - 1] if before else None


def report(examined: Sequence[Examined]) -> str:
    """The tables: wrong answers by type, evidence, distance and cause, and the confusions."""
    wrong = [each for each in examined if each.cause]
    several = sum(each.entities > 1 for each in wrong)
    return "\n\n".join(
        [
            f"{len(wrong)} of {len(examined)} quotations are wrong "
            f"({percent(len(wrong), len(examined)):.1f} %)",
            _wrong_by("type of the quotation", examined, lambda each: each.answer.gold.type, TYPES),
            _wrong_by(
                "evidence of the answer",
                examined,
                lambda each: each.evidence,
                (*get_args(Evidence), NOT_FOUND),
            ),
            _wrong_by(
                "characters since the speaker was named",
                examined,
                distance_group,
                (*(f"up to {end:,}" for end in DISTANCES), FARTHER, NOT_NAMED),
            ),
            f"right speakers with several entities in the cast: {percent(several, len(wrong)):.1f} "
            "% of all errors",
            _causes(wrong),
            _confusions(wrong),
        ]
    )


def distance_group(each: Examined) -> str:
    """The group of `DISTANCES` that a quotation belongs to."""
    if each.distance is None:
        return NOT_NAMED
    ends = [end for end in DISTANCES if each.distance <= end]
    return f"up to {ends[0]:,}" if ends else FARTHER


def _wrong_by(
    title: str,
    examined: Sequence[Examined],
    group: Callable[[Examined], str],
    order: Sequence[str],
) -> str:
    """For each group: how many are wrong, of how many, and their share of all wrong ones."""
    every = Counter(map(group, examined))
    wrong = Counter(group(each) for each in examined if each.cause)
    return tables.table(
        (title, "wrong", "of", "per cent", "of all errors"),
        [
            (
                name,
                str(wrong[name]),
                str(every[name]),
                f"{percent(wrong[name], every[name]):.1f}",
                f"{percent(wrong[name], wrong.total()):.1f}",
            )
            for name in order
            if every[name]
        ],
    )


def _causes(wrong: Sequence[Examined]) -> str:
    counts = Counter((each.cause, each.answer.gold.type) for each in wrong)
    rows = []
    for cause in CAUSES:
        of_cause = [counts[cause, kind] for kind in TYPES]
        share = percent(sum(of_cause), len(wrong))
        rows.append((cause, *map(str, of_cause), f"{share:.1f}"))
    return tables.table(("cause", *TYPES, "of all errors"), rows)


def _confusions(wrong: Sequence[Examined]) -> str:
    pairs = Counter((each.answer.gold.speaker, each.answer.speaker or "nobody") for each in wrong)
    return tables.table(
        ("spoken by → given to", "lines", "of all errors"),
        [
            (f"{gold} → {given}", str(number), f"{percent(number, len(wrong)):.1f}")
            for (gold, given), number in pairs.most_common(CONFUSIONS)
        ],
    )


def show(novel: pdnc.PdncNovel, each: Examined) -> str:
    """One answer with its passage, the candidates and the evidence."""
    gold, found = each.answer.gold, each.answer.attribution
    named = NOT_NAMED
    if each.distance is not None:
        named = f"last named {each.distance:,} characters before"
    place = f"{novel.name} {gold.id} at {gold.parts[0].start:,}"
    lines = [
        f"--- {place}, {gold.type}: {each.cause or 'right'}",
        _passage(novel.text, gold.parts[0].start, gold.parts[-1].end),
        f"gold:  {gold.speaker} to {', '.join(gold.addressees) or 'nobody'}; {named}",
    ]
    if found is not None:
        cue = f", cue “{novel.text[found.cue.start : found.cue.end]}”" if found.cue else ""
        lines += [
            f"given: {each.answer.speaker or 'nobody'} ({found.evidence}, "
            f"stated {percent(found.confidence, 1):.0f} %{cue})",
            f"candidates: {', '.join(each.candidates) or 'none'}",
        ]
    return "\n".join(lines)


def _passage(text: str, start: int, end: int) -> str:
    words = text[start:end]
    if len(words) > LONGEST:
        words = f"{words[: LONGEST // 2]} […] {words[-LONGEST // 2 :]}"
    return f"{text[max(start - AROUND, 0) : start]}>>>{words}<<<{text[end : end + AROUND]}"
