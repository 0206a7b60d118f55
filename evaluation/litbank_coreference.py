"""Coreference against LitBank: which mentions point at the same, found end to end and given.

    python -m evaluation.litbank_coreference --data FOLDER
    python -m evaluation.litbank_coreference --data FOLDER --mentions gold

The layer of Bamman, Lewke and Mansoor (LREC 2020): every mention is in a chain, and those
mentioned once count as well. MUC, B-cubed and CEAF-e as in the reference scorer, and their mean,
the CoNLL score. Two settings, which must never be compared:

- predicted: raw text, end to end; a mention is the same if its first and last character agree.
- gold: the annotated mentions with their type and form are put in place of the found ones, and
  all else is done as usual. What a reader gets is the other setting.

“Pooled” adds up what was shared and what there was over all documents before dividing, as the
reference scorer does; “mean” is the mean of the documents' own scores.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from evaluation import pdnc
from evaluation.coreference_metrics import CoreferenceScore, Partition, pooled, score
from evaluation.encoding import announced, rules_only_argument
from evaluation.figures import Figures, ending_in_one_line, interval, mean
from evaluation.gold_mentions import read_with_gold
from evaluation.litbank import GoldDocument, load_document
from evaluation.litbank_reading import (
    Split,
    chains_of,
    in_litbank,
    names_of,
    print_head,
    print_worst,
    read_text,
    trimmed,
)
from fabula.pipeline import Encoder
from fabula.story import Story

Setting = Literal["predicted", "gold"]
SETTINGS: tuple[Setting, ...] = get_args(Setting)


class Scored(Struct, frozen=True):
    """The coreference scores of one document."""

    name: str
    score: CoreferenceScore


def key_of(gold: GoldDocument) -> Partition:
    """The annotated chains as sets of spans."""
    chains: dict[str, set[tuple[int, int]]] = {}
    for mention in gold.mentions:
        chains.setdefault(mention.chain, set()).add(trimmed(gold.text, mention))
    return list(chains.values())


def response_of(story: Story) -> Partition:
    """The chains of the story as sets of spans, without the types that LitBank does not mark.

    Two mentions of the same words count once, in the chain that comes first.
    """
    text = story.document.text
    mentions = {mention.id: mention for mention in story.mentions}
    taken: set[tuple[int, int]] = set()
    chains: list[set[tuple[int, int]]] = []
    for names in chains_of(story):
        spans = {
            trimmed(text, mentions[name]) for name in names if in_litbank(mentions[name])
        } - taken
        taken |= spans
        if spans:
            chains.append(spans)
    return chains


def compare(gold: GoldDocument, story: Story) -> Scored:
    """Score one document."""
    return Scored(gold.id, score(key_of(gold), response_of(story)))


def measure(data: Path, encoder: Encoder | None, split: Split, setting: Setting) -> list[Scored]:
    """Read the documents of a split and score each."""
    scored = []
    for name in names_of(data, split):
        gold = load_document(data, name)
        story = read_with_gold(gold, encoder) if setting == "gold" else read_text(gold, encoder)
        scored.append(compare(gold, story))
    return scored


def figures(scored: Sequence[Scored], setting: Setting) -> Figures:
    """The F1 scores of all documents, in per cent, their names begun with the setting."""
    everything = pooled(each.score for each in scored)
    low, high = interval(scored, lambda drawn: pooled(each.score for each in drawn).conll)
    values = {
        "muc_f1": everything.muc.f1,
        "b_cubed_f1": everything.b_cubed.f1,
        "ceaf_e_f1": everything.ceaf_e.f1,
        "conll": everything.conll,
        "conll_low": low,
        "conll_high": high,
        "conll_mean": mean([each.score.conll for each in scored]),
    }
    return {f"{setting}_{name}": value for name, value in values.items()}


def _report(scored: Sequence[Scored], setting: Setting) -> None:
    everything = pooled(each.score for each in scored)
    low, high = interval(scored, lambda drawn: pooled(each.score for each in drawn).conll)
    print(f"\n{setting} mentions, pooled over documents, singletons counted:")
    print(f"  MUC     {everything.muc}")
    print(f"  B-cubed {everything.b_cubed}")
    print(f"  CEAF-e  {everything.ceaf_e}")
    print(f"  CoNLL   {everything.conll:.1f}  (95 % interval {low:.1f} to {high:.1f})")
    print(f"  CoNLL, mean of documents: {mean([each.score.conll for each in scored]):.1f}")
    print_worst(scored, lambda each: each.name, lambda each: each.score.conll, "CoNLL score")


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print the scores of one setting or both."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--split", choices=get_args(Split), default="development")
    rules_only_argument(parser)
    parser.add_argument("--mentions", choices=SETTINGS, help="one setting only")
    options = parser.parse_args(given)
    encoder = announced(rules_only=options.rules_only)
    names = names_of(options.data, options.split)
    print_head(
        "exact spans, singletons counted, MUC, B-cubed, CEAF-e (phi4) and their mean",
        options.split,
        len(names),
    )
    for setting in [options.mentions] if options.mentions else SETTINGS:
        _report(measure(options.data, encoder, options.split, setting), setting)


if __name__ == "__main__":
    main()
