"""The benchmarks as functions: from the data folder to figures by name, in per cent.

Those that the gate needs as well take readings, so that one reading serves several of them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from evaluation import (
    bias,
    cast,
    litbank_coreference,
    litbank_events,
    litbank_mentions,
    litbank_speakers,
    mobility,
    parsing,
    pdnc,
    quotations,
    scene_changes,
    short_stories,
    speakers,
    testbed,
    world,
)
from evaluation.figures import Counts, Figures, percent
from evaluation.testbed import Half
from fabula.pipeline import Encoder


def mention_figures(data: Path, encoder: Encoder | None) -> Figures:
    """LitBank's mentions on the development documents."""
    return litbank_mentions.figures(litbank_mentions.measure(data, encoder))


def event_figures(data: Path, encoder: Encoder | None) -> Figures:
    """LitBank's events on the development documents."""
    return litbank_events.figures(litbank_events.measure(data, encoder))


def coreference_figures(data: Path, encoder: Encoder | None) -> Figures:
    """LitBank's coreference on the development documents, in both settings."""
    values: dict[str, float] = {}
    for setting in litbank_coreference.SETTINGS:
        scored = litbank_coreference.measure(data, encoder, "development", setting)
        values |= litbank_coreference.figures(scored, setting)
    return values


def litbank_speaker_figures(data: Path, encoder: Encoder | None) -> Figures:
    """LitBank's speakers on the development documents."""
    return litbank_speakers.figures(litbank_speakers.measure(data, encoder))


def quotation_figures(data: Path, encoder: Encoder | None) -> Figures:
    """How well quotations are found in the development novels of PDNC."""
    return found_quotations(
        [quotations.compare(novel, quotations.find(novel, encoder)) for novel in pdnc.load(data)]
    )


def found_quotations(compared: Sequence[quotations.Comparison]) -> Figures:
    """The figures over these novels."""
    scores = sum((each.scores for each in compared), quotations.Scores())
    counts = Counts(scores.matched, scores.found, scores.gold)
    return {
        "quotations_precision": counts.precision,
        "quotations_recall": counts.recall,
        "quotations_f1": counts.f1,
    }


def speaker_figures(data: Path, encoder: Encoder | None) -> Figures:
    """How often speakers and addressees are right in the development novels of PDNC."""
    return right_speakers(
        [
            answer
            for novel in pdnc.load(data)
            for answer in speakers.answers(novel, pdnc.read(novel, encoder, until="attributions"))
        ]
    )


def right_speakers(found: Sequence[speakers.Answer]) -> Figures:
    """The figures over these answers."""
    values = {"speakers": percent(sum(each.right for each in found), len(found))}
    for kind in speakers.TYPES:
        typed = [each for each in found if each.gold.type == kind]
        values[f"speakers_{kind}"] = percent(sum(each.right for each in typed), len(typed))
    addressees = Counts(
        sum(len(each.addressees & set(each.gold.addressees)) for each in found),
        sum(len(each.addressees) for each in found),
        sum(len(set(each.gold.addressees)) for each in found),
    )
    kept = [each for each in found if each.speaker is not None and not speakers.is_withheld(each)]
    values["speakers_coverage"] = percent(len(kept), len(found))
    values["speakers_precision"] = percent(sum(each.right for each in kept), len(kept))
    return {**values, "addressees_f1": addressees.f1}


def cast_figures(data: Path, encoder: Encoder | None) -> Figures:
    """How well names are gathered into people in the development novels of PDNC."""
    scores = [
        cast.score(novel, pdnc.read(novel, encoder, until="links")) for novel in pdnc.load(data)
    ]
    characters = sum(each.characters for each in scores)
    pairs = Counts(
        sum(each.shared_pairs for each in scores),
        sum(each.predicted_pairs for each in scores),
        sum(each.gold_pairs for each in scores),
    )
    return {
        "cast_found": percent(sum(each.found for each in scores), characters),
        "cast_split": percent(sum(len(each.split) for each in scores), characters),
        "cast_merged": percent(sum(len(each.merged) for each in scores), characters),
        "cast_pairs_precision": pairs.precision,
        "cast_pairs_recall": pairs.recall,
    }


def short_story_figures(_: Path, encoder: Encoder | None) -> Figures:
    """Lines, viewpoints and presence in our own short stories, both halves."""
    values: dict[str, float] = {}
    for half in get_args(Half):
        scores = short_stories.Scores()
        for gold in testbed.load(half):
            scores.add(short_stories.score(gold, short_stories.read_story(gold, encoder)))
        values |= {
            f"{half}_speakers": percent(scores.speakers, scores.lines),
            f"{half}_viewpoints": percent(scores.viewpoints, scores.scenes),
            f"{half}_present_f1": scores.present.f1,
        }
    return values


def world_figures(_: Path, encoder: Encoder | None) -> Figures:
    """Every layer of the world in our own short stories, both halves."""
    return {
        f"{half}_{name}": value
        for half in get_args(Half)
        for name, value in world.measure(testbed.load(half), encoder).items()
    }


def bias_figures(_: Path, encoder: Encoder | None) -> Figures:
    """Pronouns and lines in the five versions of our passages."""
    return bias.figures(bias.measure(encoder))


def parsing_figures(data: Path) -> Figures:
    """Grammar on the treebank's development part."""
    return parsing.figures(parsing.measure(data, "dev"))


def mobility_figures(data: Path) -> Figures:
    """People and places on the development pairs."""
    return mobility.figures(mobility.measure(data))


def scene_figures(data: Path) -> Figures:
    """Hidden breaks of the held-out books."""
    return scene_changes.figures(scene_changes.measure(data))
