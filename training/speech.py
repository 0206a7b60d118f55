"""Write passages of dialogue whose speakers are known from their cues, many of them hidden.

    python -m training.speech --data FOLDER --out speech.jsonl

Fabula's rules read whole novels. Where a cue names the speaker (“No,” said Emma), they are right
more than nine times in ten; such a line, with its cue taken out, is an example of the hard kind
that has none. Books of LitBank's development documents, titles of the Project Dialogism Novel
Corpus and the Standard Ebooks kept for measuring are left out.
"""

import argparse
import csv
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from random import Random

from msgspec import Struct, structs

from evaluation import pdnc
from fabula import pipeline
from fabula.sources import plain
from fabula.story import Attribution, QuotationId, Scene, Story
from fabula.text import Document, Paragraph, Span, within
from training.augmentation.edits import Edit, mover, rewritten
from training.hidden_cues import hide, untouched
from training.items import with_items
from training.parsing import Parser, with_parse
from training.passages import (
    Passage,
    PassageMention,
    PassageSpeech,
    document,
    near,
    write,
)
from training.unlabelled import Book, gutenberg, standard_ebooks

MOST = 4000
"""Passages that the file has at most."""

GUTENBERG = frozenset("2005 9830 472 233".split())
"""The books of Project Gutenberg that are read: much dialogue, and none of them very old."""

MUCH_DIALOGUE = 1700
"""Opening marks in a book of Standard Ebooks that is read; the others would give little."""

COLLECTION = "short-fiction"
"""In the name of a book with many casts, which would be read as one."""

WORDS = (350, 450)
"""How long a passage is, a number between the two chosen for each."""

FEWEST = 4
"""Quotations with a known speaker that a passage has at least."""

SURE_SPEAKER = 0.85
"""How far a speaker is to be trusted who is taken for the truth."""

SURE_LINK = 0.75
"""The same for the person whom a name or pronoun points at."""

HIDDEN = 0.8
"""Share of the plain cues that are taken out. Three of four cues are plain, so that six in ten of
all go."""


class Heard(Struct, frozen=True):
    """A novel whose speakers and people are known as far as the rules are sure of them."""

    name: str
    story: Story
    speakers: Mapping[QuotationId, Attribution]
    people: tuple[PassageMention, ...]


class Line(Struct, frozen=True):
    """A quotation by its first part, who says it to whom, and its cue if that names them."""

    words: Span
    speaker: str
    addressees: frozenset[str]
    cue: Span | None


def books(data: Path) -> Iterator[Book]:
    """The novels that may be learnt from."""
    forbidden = _measured_titles(data / "pdnc")
    for book in standard_ebooks(data):
        title = book.name.split("_", maxsplit=1)[1]
        if book.held_out or title in forbidden | {COLLECTION}:
            continue
        if sum(block.text.count("“") for block in book.blocks) >= MUCH_DIALOGUE:
            yield book
    for book in gutenberg(data):
        number, title = book.name.split("_", maxsplit=1)
        if number in GUTENBERG and title.replace("_", "-") not in forbidden:
            yield book


def _measured_titles(folder: Path) -> frozenset[str]:
    """The titles of the corpus of dialogue that is for measuring only, as file names have them."""
    with (folder / "PDNC-Novel-Index.csv").open(encoding="utf-8", newline="") as lines:
        titles = [row["Novel Title"] for row in csv.DictReader(lines)]
    return frozenset(re.sub(r"\W+", "-", title.lower().replace("'", "")) for title in titles)


def passages(found: Iterable[Book], most_of_each: int) -> Iterator[Passage]:
    """Passages of dialogue, without parse and items; the same books give the same passages."""
    for book in found:
        yield from _some(list(from_text(book.name, book.text())), most_of_each, book.name)


def _some(found: Sequence[Passage], most: int, seed: str) -> Sequence[Passage]:
    chosen = sorted(Random(seed).sample(range(len(found)), min(most, len(found))))
    return [found[index] for index in chosen]


def from_text(name: str, text: str) -> Iterator[Passage]:
    """The passages of dialogue of one novel, given as a plain file."""
    heard = _heard(name, text)
    random = Random(f"speech/{name}")
    for scene in heard.story.scenes:
        for window in _windows(heard.story, scene, random):
            passage = _passage(heard, window, random)
            speakers = {speech.speaker for speech in passage.speeches or ()}
            if len(passage.speeches or ()) >= FEWEST and len(speakers) > 1:
                yield passage


def _heard(name: str, text: str) -> Heard:
    """The novel as the rules alone read it."""
    stages = pipeline.default_stages()
    last = next(i for i, stage in enumerate(stages) if stage.provides == "attributions")
    story = pipeline.analyse(plain.from_text(text), stages=stages[: last + 1])
    mentions = {mention.id: mention for mention in story.mentions}
    people = [
        PassageMention(
            start=mention.start,
            end=mention.end,
            type=mention.type,
            form=mention.form,
            chain=link.entity_id,
        )
        for link in story.links
        for mention in [mentions[link.mention_id]]
        if link.confidence >= SURE_LINK
    ]
    speakers = {
        found.quotation_id: found
        for found in story.attributions
        if found.speaker_id is not None
        and found.evidence in {"explicit", "anaphoric"}
        and found.confidence >= SURE_SPEAKER
    }
    return Heard(name, story, speakers, tuple(sorted(people, key=lambda one: one.start)))


def _windows(story: Story, scene: Scene, random: Random) -> Iterator[Span]:
    """The scene cut into pieces of whole paragraphs; what is left at its end is not used."""
    own: list[Paragraph] = []
    words, wanted = 0, random.randint(*WORDS)
    for paragraph in within(story.document.paragraphs, scene.start, scene.end):
        own.append(paragraph)
        words += len(story.document[paragraph].split())
        if words >= wanted:
            yield Span(own[0].start, own[-1].end)
            own, words, wanted = [], 0, random.randint(*WORDS)


def _passage(heard: Heard, window: Span, random: Random) -> Passage:
    """The window as a passage, some of its cues hidden."""
    text = heard.story.document[window]
    lines, edits = _hidden(text, heard, window, random)
    move = mover(edits)
    people = tuple(
        structs.replace(one, start=place.start, end=place.end)
        for one in _inside(heard.people, window)
        if untouched(edits, one.start, one.end)
        for place in [move(one.start, one.end)]
    )
    bare = Passage(
        id=f"{heard.name}/{window.start}",
        source="speech",
        text=rewritten(text, edits),
        people=people,
    )
    moved = [structs.replace(line, words=move(line.words.start, line.words.end)) for line in lines]
    return structs.replace(bare, speeches=tuple(_speeches(moved, people, document(bare))))


def _hidden(
    text: str, heard: Heard, window: Span, random: Random
) -> tuple[Sequence[Line], Sequence[Edit]]:
    """The lines of a window, and the changes that take cues out; places are before the changes."""
    spoken = [
        _shifted(part, window)
        for quotation in within(heard.story.quotations, window.start, window.end)
        if quotation.within is None
        for part in quotation.parts
    ]
    kept: list[Line] = []
    edits: list[Edit] = []
    joined_up_to = 0
    for line in _lines(heard, window):
        if line.words.start < joined_up_to:
            continue  # it goes on with the line before, whose cue is gone
        hidden = None
        if line.cue is not None and random.random() < HIDDEN:
            hidden = hide(text, line.words, line.cue, spoken)
        if hidden is None:
            kept.append(line)
        else:
            edits.append(hidden.edit)
            kept.append(structs.replace(line, words=hidden.words, cue=None))
            joined_up_to = hidden.words.end
    return kept, sorted(edits)


def _lines(heard: Heard, window: Span) -> Iterator[Line]:
    """The lines of a window whose speaker is known, by their places in it."""
    for quotation in within(heard.story.quotations, window.start, window.end):
        found = heard.speakers.get(quotation.id)
        if found is not None and quotation.kind == "speech" and quotation.within is None:
            cue = found.cue if found.evidence == "explicit" else None
            # A cue may also stand in the paragraph before, which another window has.
            there = cue is not None and window.start <= cue.start and cue.end <= window.end
            yield Line(
                words=_shifted(quotation.parts[0], window),
                speaker=str(found.speaker_id),
                addressees=frozenset(found.addressee_ids),
                cue=_shifted(cue, window) if cue and there else None,
            )


def _speeches(
    lines: Sequence[Line], people: Sequence[PassageMention], read: Document
) -> Iterator[PassageSpeech]:
    """The lines with the mentions near them that point at speaker and addressees."""
    spans: dict[str, list[Span]] = {}
    for one in people:
        spans.setdefault(one.chain, []).append(Span(one.start, one.end))
    for line in lines:
        speaker = near(spans.get(line.speaker, ()), line.words, read)
        told = [span for person in line.addressees for span in spans.get(person, ())]
        if speaker:
            yield PassageSpeech(
                start=line.words.start,
                end=line.words.end,
                speaker=speaker,
                addressee=near(told, line.words, read),
            )


def _shifted(span: Span, window: Span) -> Span:
    return Span(span.start - window.start, span.end - window.start)


def _inside(people: Sequence[PassageMention], window: Span) -> Iterator[PassageMention]:
    """The mentions of a window, by their places in it."""
    low = bisect_left(people, window.start, key=attrgetter("start"))
    high = bisect_left(people, window.end, key=attrgetter("start"))
    for one in people[low:high]:
        yield structs.replace(one, start=one.start - window.start, end=one.end - window.start)


def main(arguments: Sequence[str] | None = None, parser: Parser | None = None) -> None:
    """Write the file and say what is in it."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(options)
    options.add_argument("--out", type=Path, required=True, metavar="FILE")
    chosen = options.parse_args(arguments)
    found = list(books(chosen.data))
    tally = Counter[str]()
    cut = _tallied(passages(found, -(-MOST // max(len(found), 1))), tally)
    count = write(chosen.out, with_items(with_parse(cut, parser)))
    print(f"{count} passages of {len(found)} books, " + ", ".join(f"{tally[x]} {x}" for x in tally))


def _tallied(found: Iterable[Passage], tally: Counter[str]) -> Iterator[Passage]:
    """The passages, their lines counted on the way."""
    for passage in found:
        speeches = passage.speeches or ()
        tally["lines"] += len(speeches)
        tally["lines with an addressee"] += sum(bool(speech.addressee) for speech in speeches)
        yield passage


if __name__ == "__main__":
    main()
