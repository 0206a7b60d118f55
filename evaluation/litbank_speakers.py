"""Who speaks, against LitBank: which quotations have one speaker, end to end on raw text.

    python -m evaluation.litbank_speakers --data FOLDER

The layer of Sims and Bamman (EMNLP 2020) names the speaker of each quotation by a chain of
mentions, so that what can be compared is which quotations are put together:

- key: the quotations of the corpus (its rows: “No,” said Ada, “not yet” are two) by gold speaker;
- response: the same quotations by predicted speaker, that of the quotation of ours that shares
  most letters with it. One that was not found or has no speaker is alone.

MUC, B-cubed, CEAF-e and their mean, added up over the documents before dividing (“micro”), as for
coreference. Documents without quotations are left out. Beside it the score of giving all lines of
a document to one speaker, which any reader has to beat.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.answering_quotations import AnsweringQuotations
from evaluation.coreference_metrics import CoreferenceScore, Partition, pooled, score
from evaluation.encoding import announced
from evaluation.figures import Figures, NotMeasured, ending_in_one_line, interval, percent
from evaluation.litbank import GoldDocument
from evaluation.litbank_reading import (
    Split,
    arguments,
    print_head,
    print_worst,
    read_documents,
)
from fabula.pipeline import Encoder
from fabula.story import Story
from fabula.text import Span

PROTOCOL = (
    "raw text, end to end; the corpus's quotations clustered by predicted speaker, not found or "
    "no speaker alone; MUC, B-cubed, CEAF-e and their mean, micro"
)


class Scored(Struct, frozen=True):
    """One document: its score, that of a single speaker, and how many lines have an answer."""

    name: str
    score: CoreferenceScore
    one_speaker: CoreferenceScore
    quotations: int
    found: int
    with_speaker: int


def key_of(gold: GoldDocument) -> dict[Span, str]:
    """The gold speaker of each row of the corpus."""
    return {part: quotation.speaker for quotation in gold.quotations for part in quotation.parts}


def response_of(rows: Sequence[Span], story: Story) -> tuple[dict[Span, str], int]:
    """The predicted speaker of each row that has one, and how many rows were found."""
    answering = AnsweringQuotations(story)
    speakers = {each.quotation_id: each.speaker_id for each in story.attributions}
    answers = {row: answering.to([row]) for row in rows}
    found = {row: answer for row, answer in answers.items() if answer is not None}
    said = {row: speakers.get(answer.id) for row, answer in found.items()}
    return {row: speaker for row, speaker in said.items() if speaker is not None}, len(found)


def compare(gold: GoldDocument, story: Story) -> Scored:
    """Score one document that has quotations."""
    speakers = key_of(gold)
    said, found = response_of(list(speakers), story)
    key = _clusters(list(speakers), speakers)
    return Scored(
        name=gold.id,
        score=score(key, _clusters(list(speakers), said)),
        one_speaker=score(key, [frozenset(speakers)]),
        quotations=len(speakers),
        found=found,
        with_speaker=len(said),
    )


def _clusters(rows: Sequence[Span], speakers: dict[Span, str]) -> Partition:
    """The rows by speaker; a row without one is a cluster of its own."""
    clusters: dict[object, set[Span]] = {}
    for row in rows:
        clusters.setdefault(speakers.get(row, row), set()).add(row)
    return list(clusters.values())


def measure(data: Path, encoder: Encoder | None, split: Split = "development") -> list[Scored]:
    """Read the documents of a split and score those that have quotations.

    Raises:
        NotMeasured: if none has.
    """
    readings = read_documents(data, split, encoder)
    scored = [compare(each.gold, each.story) for each in readings if each.gold.quotations]
    if not scored:
        raise NotMeasured(f"no document of the split '{split}' has quotations")
    return scored


def figures(scored: Sequence[Scored]) -> Figures:
    """The scores of all documents, in per cent."""
    everything = pooled(each.score for each in scored)
    single = pooled(each.one_speaker for each in scored)
    low, high = interval(scored, lambda drawn: pooled(each.score for each in drawn).conll)
    lines = sum(each.quotations for each in scored)
    return {
        "litbank_speakers_conll": everything.conll,
        "litbank_speakers_low": low,
        "litbank_speakers_high": high,
        "litbank_speakers_muc": everything.muc.f1,
        "litbank_speakers_b_cubed": everything.b_cubed.f1,
        "litbank_speakers_ceaf_e": everything.ceaf_e.f1,
        "litbank_speakers_one": single.conll,
        "litbank_speakers_found": percent(sum(each.found for each in scored), lines),
        "litbank_speakers_answered": percent(sum(each.with_speaker for each in scored), lines),
    }


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print each document and all of them."""
    options = arguments(__doc__, given, errors=False)
    encoder = announced(rules_only=options.rules_only)
    scored = measure(options.data, encoder, options.split)
    print_head(PROTOCOL, options.split, len(scored))
    for each in scored:
        print(
            f"  {each.name:<8}CoNLL {each.score.conll:5.1f}  ({each.quotations} quotations, "
            f"{each.found} found, {each.with_speaker} with a speaker)"
        )
    everything, values = pooled(each.score for each in scored), figures(scored)
    print(f"  MUC     {everything.muc}")
    print(f"  B-cubed {everything.b_cubed}")
    print(f"  CEAF-e  {everything.ceaf_e}")
    low, high = values["litbank_speakers_low"], values["litbank_speakers_high"]
    print(f"  CoNLL   {everything.conll:.1f}  (95 % interval {low:.1f} to {high:.1f})")
    print(f"  CoNLL of one speaker for all: {values['litbank_speakers_one']:.1f}")
    print_worst(scored, lambda each: each.name, lambda each: each.score.conll, "CoNLL score")


if __name__ == "__main__":
    main()
