"""LitBank's documents as anyone's story: the running text read through the public reading.

What the benchmarks on LitBank share: their splits, their arguments, the chains of a story, and
the table of the worst documents. The gold spans count the code points of the text that is read,
so that found and gold are compared offset by offset, white space at the ends left out.
"""

from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Literal, TypeVar, get_args

from msgspec import Struct

import fabula
from evaluation import encoding, pdnc
from evaluation.figures import NotMeasured
from evaluation.litbank import DEVELOPMENT, TRAINING, GoldDocument, document_names, load_document
from fabula.pipeline import Encoder
from fabula.story import Mention, MentionId, Story
from fabula.text import Spanned

Split = Literal["development", "training", "all"]

WORST = 3
"""Documents that each benchmark names as its worst."""

T = TypeVar("T")


class Reading(Struct, frozen=True):
    """A document with its gold layers, and the same text as Fabula reads it."""

    gold: GoldDocument
    story: Story


def names_of(data: Path, split: Split) -> tuple[str, ...]:
    """The documents of a split that the data holds.

    Raises:
        NotMeasured: if it holds none of them.
    """
    present = document_names(data)
    wanted = {"development": DEVELOPMENT, "training": TRAINING, "all": tuple(present)}[split]
    names = tuple(name for name in wanted if name in present)
    if not names:
        raise NotMeasured(f"no documents of the split '{split}' in {data}/litbank")
    return names


def read_documents(data: Path, split: Split, encoder: Encoder | None) -> Iterator[Reading]:
    """The documents of a split, read end to end by `fabula.read_bytes`, one at a time.

    Raises:
        NotMeasured: if the data holds none of them.
    """
    for name in names_of(data, split):
        gold = load_document(data, name)
        yield Reading(gold, read_text(gold, encoder))


def read_text(gold: GoldDocument, encoder: Encoder | None) -> Story:
    """The document's text as a plain text file.

    Raises:
        ValueError: if the reader changed a character, so that the gold spans would be off.
    """
    story = fabula.read_bytes(gold.text.encode(), f"{gold.id}.txt", encoder=encoder, guess=True)
    if story.document.text != gold.text:
        raise ValueError(f"document {gold.id}: the text was read differently from the gold's")
    return story


def chains_of(story: Story) -> tuple[tuple[MentionId, ...], ...]:
    """Which mentions point at the same; every mention is in exactly one chain.

    From the layer `chains`; a story without it has its chains from the links to the cast, and a
    mention without a link is a chain of its own.
    """
    if "chains" in story.layers:
        return tuple(chain.mention_ids for chain in story.chains)
    linked = {link.mention_id: str(link.entity_id) for link in (*story.links, *story.speech_links)}
    groups: dict[str, list[MentionId]] = defaultdict(list)
    for mention in story.mentions:
        groups[linked.get(mention.id, f"alone {mention.id}")].append(mention.id)
    return tuple(tuple(group) for group in groups.values())


def trimmed(text: str, place: Spanned) -> tuple[int, int]:
    """The span without white space at its ends."""
    words = text[place.start : place.end]
    start = place.start + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def in_litbank(mention: Mention) -> bool:
    """Whether LitBank marks things of this type: all but portable ones."""
    return mention.type != "ITEM"


def arguments(document: str | None, given: Sequence[str] | None, *, errors: bool) -> Namespace:
    """`--data`, `--split`, `--rules-only` and, where a benchmark can show them, `--errors N`."""
    parser = ArgumentParser(description=(document or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--split", choices=get_args(Split), default="development")
    encoding.rules_only_argument(parser)
    if errors:
        parser.add_argument("--errors", type=int, default=0, metavar="N", help="print N errors")
    return parser.parse_args(given)


def print_head(protocol: str, split: Split, number: int) -> None:
    """Say what is measured and on what."""
    print(f"Protocol: {protocol}")
    print(f"Split: LitBank, {split}, {number} documents")


def print_worst(
    readings: Sequence[T], name: Callable[[T], str], figure: Callable[[T], float], what: str
) -> None:
    """Print the documents with the lowest figure, the lowest first."""
    worst = sorted(readings, key=figure)[:WORST]
    listed = ", ".join(f"{name(each)} ({figure(each):.1f})" for each in worst)
    print(f"Worst documents by {what}: {listed}")


def passage(text: str, start: int, end: int, reach: int = 60) -> str:
    """The words at a span with what stands around them, on one line."""
    before, after = text[max(start - reach, 0) : start], text[end : end + reach]
    return " ".join(f"{before}[[{text[start:end]}]]{after}".split())
