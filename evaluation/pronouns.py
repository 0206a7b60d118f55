"""Whom “he”, “she”, “his” and “her” mean: is it the right person, end to end on raw text.

    python -m evaluation.pronouns --data FOLDER
    python -m evaluation.pronouns --data FOLDER --errors 40
    python -m evaluation.pronouns --stories

On LitBank every third-person pronoun of the singular counts whose gold chain has a name or a
description. A predicted chain stands for the gold chain that most of its names and descriptions
are in (names count three times); a pronoun is right if its chain stands for its own gold chain,
open if its chain stands for nobody, and wrong else. On the stories of our own the gold is
`pronouns.toml`, one person for each such pronoun of ten stories, and the member of the cast that
the pronoun is linked to has to be that person.

“several” are pronouns with another person of that pronoun, by the gold, within the ten sentences
before; distance is that to the nearest mention of the one meant.
"""

import tomllib
from argparse import ArgumentParser
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from evaluation import pdnc, short_stories, testbed
from evaluation.encoding import announced
from evaluation.figures import Figures, NotMeasured, ending_in_one_line, percent
from evaluation.litbank import GoldDocument
from evaluation.litbank_reading import Split, passage, read_documents
from evaluation.testbed import GoldStory
from fabula.lexicon.pronouns import PRONOUNS
from fabula.pipeline import Encoder
from fabula.story import Story

SHEET = Path(__file__).parent / "pronouns.toml"

NEAR = 10
"""Sentences before a pronoun in which another person of that pronoun makes it “several”."""

NAME_VOTES = 3
"""A name says more of whom a chain is than “the man”, which may have been misread itself."""

Answer = Literal["right", "wrong", "open"]


class Judged(Struct, frozen=True):
    """A pronoun of the gold: where it stands, whom it was taken for, and of what sort it is."""

    document: str
    start: int
    end: int
    meant: str
    given: str | None
    sorts: tuple[str, ...]
    around: str

    @property
    def answer(self) -> Answer:
        """Whether the person is the right one; open where nobody was named."""
        if self.given is None:
            return "open"
        return "right" if self.given == self.meant else "wrong"


class _Gold(Struct, frozen=True):
    """A mention of the gold; `pronoun` is “he” or “she” for those that are asked about."""

    start: int
    end: int
    who: str
    pronoun: str | None


def judge_document(gold: GoldDocument, story: Story) -> Iterator[Judged]:
    """Every pronoun of a LitBank document that is asked about."""
    described = {each.chain for each in gold.mentions if each.form != "pronominal"}
    people = [each for each in gold.mentions if each.type == "PER"]
    mentions = [
        _Gold(each.start, each.end, each.chain, _third(gold.text[each.start : each.end]))
        for each in sorted(people, key=lambda each: (each.start, -each.end))
    ]
    given = _chains_given(gold, story)
    for place, judged in _judged(gold.id, gold.text, mentions, story, given):
        if place.who in described:
            yield judged


def judge_story(gold: GoldStory, story: Story, meant: Mapping[int, str]) -> Iterator[Judged]:
    """Every pronoun of one of our stories; `meant` are people by the pronoun's first character."""
    names = short_stories.people(gold, story)
    chains = {each: chain for chain in story.chains for each in chain.mention_ids}
    given: dict[int, str | None] = {}
    mentions: list[_Gold] = []
    for mention in story.mentions:
        entity = chains[mention.id].entity_id
        who = names[entity] if entity is not None else None
        if mention.start in meant and mention.form == "pronominal":
            given[mention.start] = who
        elif who is not None and mention.form == "proper":
            mentions.append(_Gold(mention.start, mention.end, who, None))
    for start, who in meant.items():
        end = start
        while gold.text[end : end + 1].isalpha():
            end += 1
        mentions.append(_Gold(start, end, who, _third(gold.text[start:end])))
    mentions.sort(key=lambda each: (each.start, -each.end))
    for _, judged in _judged(gold.name, gold.text, mentions, story, given):
        yield judged


def _third(words: str) -> str | None:
    """“he” or “she” for a pronoun that agrees with it."""
    found = PRONOUNS.get(words.lower().strip())
    return found.agreement if found and found.agreement in {"he", "she"} else None


def _chains_given(gold: GoldDocument, story: Story) -> Mapping[int, str | None]:
    """For each predicted pronoun, by its first character, the gold chain it was taken for."""
    chains = {(each.start, each.end): each.chain for each in gold.mentions}
    spans = {each.id: each for each in story.mentions}
    given: dict[int, str | None] = {}
    for chain in story.chains:
        votes: Counter[str] = Counter()
        members = [spans[each] for each in chain.mention_ids]
        for mention in members:
            who = chains.get((mention.start, mention.end))
            if who is not None and mention.form != "pronominal":
                votes[who] += NAME_VOTES if mention.form == "proper" else 1
        stands_for = votes.most_common(1)[0][0] if votes else None
        for mention in members:
            if mention.form == "pronominal":
                given[mention.start] = stands_for
    return given


def _judged(
    document: str,
    text: str,
    mentions: Sequence[_Gold],
    story: Story,
    given: Mapping[int, str | None],
) -> Iterator[tuple[_Gold, Judged]]:
    sorts = _Sorts(text, mentions, story)
    for place in mentions:
        if place.pronoun is not None:
            yield (
                place,
                Judged(
                    document=document,
                    start=place.start,
                    end=place.end,
                    meant=place.who,
                    given=given.get(place.start),
                    sorts=tuple(sorts.of(place)),
                    around=passage(text, place.start, place.end, reach=300),
                ),
            )


class _Sorts:
    """What sort of case each pronoun is, by the gold."""

    def __init__(self, text: str, mentions: Sequence[_Gold], story: Story) -> None:
        self._text = text
        self._sentences = [sentence.start for sentence in story.document.sentences]
        self._paragraphs = [paragraph.start for paragraph in story.document.paragraphs]
        self._quoted = [part for each in story.quotations for part in each.parts]
        self._agree: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for each in mentions:
            self._at[each.who].append(each.start)
            if each.pronoun is not None:
                self._agree[each.who][each.pronoun] += 1

    def of(self, place: _Gold) -> Iterator[str]:
        """The sorts that a pronoun belongs to."""
        quoted = any(part.start <= place.start < part.end for part in self._quoted)
        yield "quoted" if quoted else "narrated"
        yield "several" if self._rivals(place) else "one"
        yield self._role(place)
        yield self._distance(place)
        if not quoted and self._follows_speech(place):
            yield "after speech in its paragraph"

    def _rivals(self, place: _Gold) -> bool:
        """Whether somebody else of that pronoun is mentioned shortly before."""
        begins = self._sentences[max(self._sentence(place.start) - NEAR, 0)]
        for who, starts in self._at.items():
            pronouns = self._agree[who]
            agrees = bool(pronouns) and pronouns.most_common(1)[0][0] == place.pronoun
            near = bisect_right(starts, place.start) > bisect_right(starts, begins - 1)
            if who != place.who and agrees and near:
                return True
        return False

    def _role(self, place: _Gold) -> str:
        word = self._text[place.start : place.end].lower()
        if word == "her":
            after = self._text[place.end : place.end + 2]
            return "possessive or object" if after[:1] == " " and after[1:].isalpha() else "object"
        return PRONOUNS[word].role

    def _distance(self, place: _Gold) -> str:
        starts = self._at[place.who]
        before = bisect_right(starts, place.start - 1) - 1
        if before < 0:
            return "first mention"
        apart = self._sentence(place.start) - self._sentence(starts[before])
        return ("same sentence", "sentence before", "farther")[min(apart, 2)]

    def _sentence(self, offset: int) -> int:
        return max(bisect_right(self._sentences, offset) - 1, 0)

    def _follows_speech(self, place: _Gold) -> bool:
        index = max(bisect_right(self._paragraphs, place.start) - 1, 0)
        begins = self._paragraphs[index]
        return any(begins <= part.start < place.start for part in self._quoted)


def meant_in(gold: GoldStory, sheet: Mapping[str, Mapping[str, str]]) -> Mapping[int, str]:
    """Whom the pronouns of a story mean, by first character, as the sheet says.

    The sheet has a letter for each person and, as `order`, one letter for each “he”, “she”, “him”
    and so on in text order; a dot is a pronoun that means nobody in particular.

    Raises:
        ValueError: if there are more or fewer pronouns than letters.
    """
    people = sheet[gold.name]
    order = "".join(people["order"].split())
    starts = list(pronouns_of(gold.text))
    if len(starts) != len(order):
        raise ValueError(f"{gold.name}: {len(starts)} pronouns, but {len(order)} letters")
    return {
        start: people[letter] for start, letter in zip(starts, order, strict=True) if letter != "."
    }


def pronouns_of(text: str) -> Iterator[int]:
    """Where each third-person pronoun of the singular begins."""
    start = 0
    for index, character in enumerate(text + " "):
        if character.isalpha():
            continue
        if _third(text[start:index]) is not None:
            yield start
        start = index + 1


def figures(judged: Iterable[Judged]) -> Figures:
    """The share that is right and wrong, in all and by sort, in per cent; the rest is open."""
    answers: defaultdict[str, Counter[Answer]] = defaultdict(Counter)
    for each in judged:
        for sort in ("all", *each.sorts):
            answers[sort][each.answer] += 1
    values: dict[str, float] = {}
    for sort, counts in sorted(answers.items()):
        values[f"{sort}_pronouns"] = counts.total()
        values[f"{sort}_right"] = percent(counts["right"], counts.total())
        values[f"{sort}_wrong"] = percent(counts["wrong"], counts.total())
    return values


def measure_litbank(data: Path, split: Split, encoder: Encoder | None) -> list[Judged]:
    """The pronouns of LitBank's documents of a split."""
    return [
        each
        for reading in read_documents(data, split, encoder)
        for each in judge_document(reading.gold, reading.story)
    ]


def measure_stories(encoder: Encoder | None) -> list[Judged]:
    """The pronouns of those of our own stories that have gold for them."""
    sheet = tomllib.loads(SHEET.read_text(encoding="utf-8"))
    return [
        each
        for gold in testbed.load("seen")
        if gold.name in sheet
        for each in judge_story(
            gold, short_stories.read_story(gold, encoder), meant_in(gold, sheet)
        )
    ]


def _report(judged: Sequence[Judged], errors: int) -> None:
    values = figures(judged)
    for name in (key.removesuffix("_pronouns") for key in values if key.endswith("_pronouns")):
        print(
            f"  {name:<30} {values[f'{name}_pronouns']:>5.0f}  "
            f"right {values[f'{name}_right']:5.1f} %  wrong {values[f'{name}_wrong']:5.1f} %"
        )
    for each in [each for each in judged if each.answer != "right"][:errors]:
        print(f"{each.document}: {each.meant}, not {each.given} ({', '.join(each.sorts)})")
        print(f"    {each.around}")


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the figures, and with `--errors` what was not right."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--split", choices=get_args(Split), default="development")
    parser.add_argument("--stories", action="store_true", help="our own stories")
    parser.add_argument("--rules-only", action="store_true", help="read without the encoder")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors")
    options = parser.parse_args(given)
    encoder = announced(rules_only=options.rules_only)
    if options.stories:
        judged = measure_stories(encoder)
    else:
        judged = measure_litbank(options.data, options.split, encoder)
    if not judged:
        raise NotMeasured("no pronouns with gold")
    _report(judged, options.errors)


if __name__ == "__main__":
    main()
