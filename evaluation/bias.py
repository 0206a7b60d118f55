"""Whether people are read alike whatever their pronouns, and wherever their names come from.

    python -m evaluation.bias
    python -m evaluation.bias --errors 20

Thirty short passages of our own (`bias_passages.toml`) are told five times: with he, she, they,
xe and ze, each with names from seven languages. In every passage all third-person pronouns mean
one of two people, and the other is called by name alone. Counted are

- pronouns: the share that stands in one chain with that person's name and not with the other's,
  and beside it the share that stands with the other's; the rest was left open;
- lines: the share of quotations that are attributed to the person who speaks.

A reader without bias has the same figures in every row. The figures are not comparable with those
on real prose: the passages are short and plain, and “xe” means somebody in every one of them.
"""

import re
import tomllib
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct

import fabula
from evaluation import encoding
from evaluation.figures import Figures, percent
from evaluation.litbank_reading import chains_of, passage
from fabula.pipeline import Encoder
from fabula.story import EntityId, Story
from fabula.text import Span

Version = Literal["he", "she", "they", "xe", "ze"]
VERSIONS: tuple[Version, ...] = get_args(Version)
PASSAGES = Path(__file__).parent / "bias_passages.toml"

_SLOTS = ("they", "them", "their", "theirs", "themself", "was")
_FORMS: Mapping[Version, Sequence[str]] = {
    "he": ("he", "him", "his", "his", "himself", "was"),
    "she": ("she", "her", "her", "hers", "herself", "was"),
    "they": ("they", "them", "their", "theirs", "themself", "were"),
    "xe": ("xe", "xem", "xyr", "xyrs", "xemself", "was"),
    "ze": ("ze", "hir", "hir", "hirs", "hirself", "was"),
}
_PIECE = re.compile(r"\{(\w+)\}|\[([AB]):|\]")


class Names(Struct, frozen=True):
    """The names of one language: A of the he and she versions, and two that anyone bears."""

    he: str
    she: str
    any: tuple[str, str]

    def of(self, version: Version) -> Mapping[str, str]:
        """The names of A and B in a version; B has the same one in all of them."""
        own = {"he": self.he, "she": self.she}
        return {"A": own.get(version, self.any[0]), "B": self.any[1]}


class Probes(Struct, frozen=True):
    """The passages with their slots, and the names by language."""

    passages: tuple[str, ...]
    names: Mapping[str, Names]


class Told(Struct, frozen=True):
    """One passage in one version, and where its names, pronouns and lines stand."""

    version: Version
    language: str
    text: str
    names: Mapping[str, str]
    name_places: Sequence[tuple[str, Span]]
    pronouns: Sequence[Span]
    lines: Sequence[tuple[str, int]]


class Outcome(Struct, frozen=True):
    """What was right in one telling; `with_the_other` are pronouns taken for the wrong person."""

    told: Told
    wrong_pronouns: tuple[Span, ...]
    with_the_other: int
    wrong_lines: tuple[int, ...]


def load(path: Path = PASSAGES) -> Probes:
    """The passages and names of the file."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Probes)


def tell(template: str, language: str, names: Names, version: Version) -> Told:
    """A passage with the names and pronouns of a version in its slots."""
    forms = dict(zip(_SLOTS, _FORMS[version], strict=True))
    people = names.of(version)
    pieces: list[str] = []
    name_places: list[tuple[str, Span]] = []
    pronouns: list[Span] = []
    lines: list[tuple[str, int]] = []
    offset = 0

    def put(words: str) -> Span | None:
        nonlocal offset
        pieces.append(words)
        offset += len(words)
        return Span(offset - len(words), offset) if words else None

    position = 0
    template = template.strip()
    for match in _PIECE.finditer(template):
        put(template[position : match.start()])
        position = match.end()
        slot, speaker = match.groups()
        if speaker:
            lines.append((speaker, offset))
        elif slot in people:
            place = put(people[slot])
            if place:
                name_places.append((slot, place))
        elif slot:
            form = forms[slot.lower()]
            place = put(form.capitalize() if slot[0].isupper() else form)
            if place and slot != "was":
                pronouns.append(place)
    put(template[position:])
    return Told(version, language, "".join(pieces), people, name_places, pronouns, lines)


def tellings(probes: Probes) -> Iterator[Told]:
    """Every passage in every version with the names of every language."""
    for template in probes.passages:
        for language, names in probes.names.items():
            for version in VERSIONS:
                yield tell(template, language, names, version)


def judge(told: Told, story: Story) -> Outcome:
    """What a reading has right."""
    chain_at = _chains_by_place(story)
    chains: dict[str, set[int]] = {"A": set(), "B": set()}
    for who, place in told.name_places:
        if place in chain_at:
            chains[who].add(chain_at[place])
    right = chains["A"] - chains["B"]
    return Outcome(
        told=told,
        wrong_pronouns=tuple(each for each in told.pronouns if chain_at.get(each) not in right),
        with_the_other=sum(chain_at.get(each) in chains["B"] for each in told.pronouns),
        wrong_lines=tuple(
            start for who, start in told.lines if told.names[who] not in _speakers(story, start)
        ),
    )


def _chains_by_place(story: Story) -> Mapping[Span, int]:
    places = {mention.id: mention.span for mention in story.mentions}
    return {places[name]: number for number, names in enumerate(chains_of(story)) for name in names}


def _speakers(story: Story, start: int) -> set[str]:
    """All names of the one who is said to speak the line at `start`."""
    speaker: EntityId | None = None
    speakers = {record.quotation_id: record.speaker_id for record in story.attributions}
    for quotation in story.quotations:
        if any(part.start <= start < part.end for part in quotation.parts):
            speaker = speakers.get(quotation.id)
    if speaker is None:
        return set()
    entity = story.entity(speaker)
    return {entity.name, *(alias.name for alias in entity.aliases)}


def measure(encoder: Encoder | None) -> list[Outcome]:
    """Read every telling and judge it."""
    outcomes = []
    for told in tellings(load()):
        story = fabula.read_bytes(told.text.encode(), "probe.txt", encoder=encoder)
        outcomes.append(judge(told, story))
    return outcomes


class Shares(Struct, frozen=True):
    """Shares of pronouns and lines over several tellings, in per cent."""

    pronouns: float
    with_the_other: float
    lines: float


def shares(outcomes: Sequence[Outcome]) -> Shares:
    """The shares over these tellings."""
    pronouns = sum(len(each.told.pronouns) for each in outcomes)
    lines = sum(len(each.told.lines) for each in outcomes)
    wrong = sum(len(each.wrong_pronouns) for each in outcomes)
    return Shares(
        pronouns=percent(pronouns - wrong, pronouns),
        with_the_other=percent(sum(each.with_the_other for each in outcomes), pronouns),
        lines=percent(lines - sum(len(each.wrong_lines) for each in outcomes), lines),
    )


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The shares of each version, in per cent."""
    values = {}
    for version in VERSIONS:
        chosen = shares([each for each in outcomes if each.told.version == version])
        values[f"pronouns_{version}"] = chosen.pronouns
        values[f"lines_{version}"] = chosen.lines
    return values


def table(outcomes: Sequence[Outcome]) -> str:
    """A row for each version and for each language, as Markdown."""
    rows = [
        "| told with | pronouns right | with the other person | lines right |",
        "|---|---|---|---|",
    ]
    languages = dict.fromkeys(each.told.language for each in outcomes)
    by_version = {
        version: [each for each in outcomes if each.told.version == version] for version in VERSIONS
    }
    by_language = {
        f"{language} names": [each for each in outcomes if each.told.language == language]
        for language in languages
    }
    for name, chosen in [*by_version.items(), *by_language.items()]:
        each = shares(chosen)
        rows.append(
            f"| {name} | {each.pronouns:.1f} % | {each.with_the_other:.1f} % | {each.lines:.1f} % |"
        )
    return "\n".join(rows)


def main(given: Sequence[str] | None = None) -> None:
    """Print the table and what is wrong."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    encoding.rules_only_argument(parser)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors")
    options = parser.parse_args(given)
    outcomes = measure(encoding.announced(rules_only=options.rules_only))
    print(f"{len(outcomes)} tellings of {len(load().passages)} passages")
    print(table(outcomes))
    wrong = [(each.told, span.start, span.end) for each in outcomes for span in each.wrong_pronouns]
    wrong += [(each.told, start, start + 1) for each in outcomes for start in each.wrong_lines]
    step = max(len(wrong) // options.errors, 1) if options.errors else 1
    for told, start, end in wrong[::step][: options.errors]:
        print(f"{told.version}, {told.language}: {passage(told.text, start, end)}")


if __name__ == "__main__":
    main()
