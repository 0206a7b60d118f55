"""Lines, viewpoints and presence on short modern stories of our own, end to end on raw text.

    python -m evaluation.short_stories
    python -m evaluation.short_stories --half unseen
    python -m evaluation.short_stories --wrong biscuit

The stories and their gold are in `evaluation/testbed`. A gold line is answered by the predicted
quotation that covers its first character, or that starts next in its paragraph (a chat line after
its handle). An entity stands for the gold person whose names its mentions use most. A line that
was not found or has no speaker is wrong; one whose speaker readers cannot tell is not counted.
Words in marks that nobody says are right where nobody is said to say them. Addressees are counted
as sets, over the lines whose gold names any. A gold scene is answered by the predicted scene in
which its middle lies, with its viewpoint and other minds than the focalizer's. Presence is counted
over people, those marked unsure left out: predicted for a gold scene are all whom a scene shows in
a stretch that reaches into it, so that a scene cut too much or too little says nothing of who is
there.
"""

import argparse
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import get_args

from msgspec import Struct

from evaluation import encoding, testbed
from evaluation.figures import Counts, Summed, counts_of, percent
from evaluation.testbed import GoldStory, Half
from evaluation.testbed.records import Quotation as GoldLine
from fabula import pipeline
from fabula.sources import read_bytes
from fabula.story import EntityId, Presence, Quotation, Scene, Story
from fabula.text import Span, covering

_DETERMINERS = frozenset("a an the my your his her its our their".split())


class Scores(Summed):
    """Counts over stories; `present` counts people by scene, once in each that they are in.

    `lines` are those that have a speaker and those that nobody says, `found` the quotations of
    the former, `heard` the people spoken to. `named` are the scenes that are given a focalizer,
    and `minds` the other minds that scenes enter.
    """

    lines: int = 0
    found: int = 0
    speakers: int = 0
    scenes: int = 0
    viewpoints: int = 0
    named: Counts = Counts()
    minds: Counts = Counts()
    present: Counts = Counts()
    heard: Counts = Counts()


def bare(phrase: str) -> str:
    """The phrase in small letters, without its first determiner."""
    words = phrase.lower().replace("’", "'").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _DETERMINERS else words)


def read_story(gold: GoldStory, encoder: pipeline.Encoder | None) -> Story:
    """The whole reading of the story's file."""
    document = read_bytes(gold.path.read_bytes(), gold.path.name)
    return pipeline.analyse(document, encoder=encoder, guess=True)


def people(gold: GoldStory, story: Story) -> Mapping[EntityId, str]:
    """The gold person each entity stands for; its own name in brackets if nobody."""
    owners = {alias.lower(): m.name for m in gold.gold.cast for alias in m.aliases}
    owners |= {member.name.lower(): member.name for member in gold.gold.cast}
    narrator = next((member.name for member in gold.gold.cast if member.narrator), None)
    votes: dict[EntityId, Counter[str]] = defaultdict(Counter)
    mentions = {mention.id: mention for mention in story.mentions}
    for link in story.links:
        mention = mentions[link.mention_id]
        words = story.document[mention].lower()
        owner = owners.get(words) or owners.get(f"the {words}")
        if owner is not None and mention.form != "pronominal":
            votes[link.entity_id][owner] += 1
    stands_for: dict[EntityId, str] = {}
    for entity in story.cast:
        best = votes[entity.id].most_common(1)
        if best:
            stands_for[entity.id] = best[0][0]
        elif entity.narrator and narrator is not None:
            stands_for[entity.id] = narrator
        else:
            stands_for[entity.id] = owners.get(entity.name.lower(), f"[{entity.name}]")
    return stands_for


class _Reading(Struct, frozen=True):
    """A story as read, beside its gold; with `wrong`, what is not right is printed."""

    gold: GoldStory
    story: Story
    names: Mapping[EntityId, str]
    wrong: bool

    def name(self, entity_id: EntityId | None) -> str | None:
        return None if entity_id is None else self.names[entity_id]


def score(gold: GoldStory, story: Story, *, wrong: bool = False) -> Scores:
    """The scores of one story; with `wrong`, print what is not right."""
    reading = _Reading(gold, story, people(gold, story), wrong)
    scores = Scores()
    _score_lines(reading, scores)
    _score_scenes(reading, scores)
    return scores


def _score_lines(reading: _Reading, scores: Scores) -> None:
    gold, story = reading.gold, reading.story
    attributions = {each.quotation_id: each for each in story.attributions}
    for line in gold.gold.quotations:
        found = _answer(story, line.begins)
        given = None if found is None else attributions[found.id]
        speaker = None if given is None else reading.name(given.speaker_id)
        heard = set() if given is None else {reading.names[each] for each in given.addressee_ids}
        if line.to:
            scores.heard += counts_of(heard, line.to)
        if line.speaker is None and line.kind != "scare":
            continue
        scores.lines += 1
        scores.found += found is not None and line.kind != "scare"
        if _is_right(line, found, speaker):
            scores.speakers += 1
        elif reading.wrong:
            words = " ".join(gold.text[line.begins.start : line.begins.start + 60].split())
            print(f"    {line.speaker} spoke, not {speaker}: {words}")


def _is_right(line: GoldLine, found: Quotation | None, speaker: str | None) -> bool:
    """Whether the right person says it, or nobody what nobody says."""
    if line.kind == "scare":
        return speaker is None
    return found is not None and speaker == line.speaker


def _answer(story: Story, begins: Span) -> Quotation | None:
    """The innermost quotation over the first character, or the next to start in the paragraph."""
    paragraph = covering(story.document.paragraphs, begins.start)
    end = paragraph.end if paragraph else begins.end
    over = following = None
    for quotation in story.quotations:
        if quotation.start <= begins.start < quotation.end:
            over = quotation  # one in a letter is listed behind the letter
        elif following is None and begins.start < quotation.start < end:
            following = quotation
    return over or following


def _score_scenes(reading: _Reading, scores: Scores) -> None:
    gold, story = reading.gold, reading.story
    viewpoints = {each.scene_id: each for each in story.viewpoints}
    for span, scene in zip(testbed.scene_spans(gold), gold.gold.scenes, strict=True):
        scores.scenes += 1
        answer = nearest(story.scenes, (span.start + span.end) // 2)
        viewpoint = viewpoints[answer.id]
        focalizer = reading.name(viewpoint.focalizer_id)
        scores.named += counts_of({focalizer} - {None}, {scene.viewpoint} - {None})
        scores.minds += counts_of((reading.names[each] for each in viewpoint.also), scene.also)
        if focalizer == scene.viewpoint:
            scores.viewpoints += 1
        elif reading.wrong:
            print(f"    {scene.viewpoint} sees, not {focalizer}: {gold.text[span.start :][:50]!r}")
        shown = _shown(reading.story.presence, span)
        predicted = {reading.names[each] for each in shown} - set(scene.unsure)
        scores.present += counts_of(predicted, scene.present)


def _shown(presence: Sequence[Presence], span: Span) -> Iterator[EntityId]:
    """Those whom a scene shows in a stretch that shares a character with the span."""
    for each in presence:
        for who, stretch in zip(each.entity_ids, each.stretches, strict=True):
            if stretch.start < span.end and span.start < stretch.end:
                yield who


def nearest(scenes: Sequence[Scene], offset: int) -> Scene:
    """The scene at this offset, or the next one where it lies in a break."""
    return scenes[min(bisect_left(scenes, offset, key=attrgetter("end")), len(scenes) - 1)]


def _row(name: str, scores: Scores) -> str:
    return (
        f"{name:<28} lines {scores.speakers:>3} of {scores.lines:<3} "
        f"({percent(scores.speakers, scores.lines):5.1f} %, {scores.found} found)  "
        f"to F1 {scores.heard.f1:5.1f}  "
        f"viewpoints {scores.viewpoints:>2} of {scores.scenes:<2} "
        f"({percent(scores.viewpoints, scores.scenes):5.1f} %)  "
        f"named P {scores.named.precision:5.1f} R {scores.named.recall:5.1f}  "
        f"other minds P {scores.minds.precision:5.1f} R {scores.minds.recall:5.1f}  "
        f"present P {scores.present.precision:5.1f} R {scores.present.recall:5.1f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the stories and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    encoding.rules_only_argument(parser)
    parser.add_argument("--half", choices=get_args(Half), default="seen")
    parser.add_argument("--wrong", metavar="STORY", help="print what is wrong in a seen story")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    total = Scores()
    for gold in testbed.load(options.half):
        wrong = options.half == "seen" and gold.name == options.wrong
        scores = score(gold, read_story(gold, encoder), wrong=wrong)
        total.add(scores)
        if options.half == "seen":
            print(_row(gold.name, scores))
    print(_row(f"all {options.half}", total))


if __name__ == "__main__":
    main()
