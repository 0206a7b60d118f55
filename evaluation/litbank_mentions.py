"""Mentions against LitBank: the entity layer without pronouns, the coreference layer with them.

    python -m evaluation.litbank_mentions --data FOLDER
    python -m evaluation.litbank_mentions --data FOLDER --split all --errors 20

The two layers are two tasks, and their figures must never be compared: more than half of all
mentions are pronouns, which are easy.

Entities (Bamman, Popat and Shen, NAACL 2019): names and noun phrases, nested, no pronouns. Ours
are the mentions that are no pronouns. Mentions (Bamman, Lewke and Mansoor, LREC 2020): the same
with pronouns. Both: a mention is found if first character, last character and type agree, white
space at the ends left out; possessive endings lie outside ours as they do in LitBank. Types PER,
FAC, GPE, LOC, VEH, ORG; our ITEM is left out, since LitBank does not mark portable things.
Micro-averaged over the documents.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias, get_args

from msgspec import Struct

from evaluation.encoding import announced
from evaluation.figures import Counts, Figures, counts_of, ending_in_one_line, interval, total
from evaluation.litbank import GoldType
from evaluation.litbank_reading import (
    Reading,
    Split,
    arguments,
    in_litbank,
    passage,
    print_head,
    print_worst,
    read_documents,
    trimmed,
)
from fabula.pipeline import Encoder

PROTOCOL = "raw text, end to end; exact span (and type where said), nested, micro P/R/F1"
TYPES: tuple[GoldType, ...] = get_args(GoldType)

TypedSpan: TypeAlias = tuple[int, int, str]


class Compared(Struct, frozen=True):
    """Found and gold of one document, for both layers."""

    name: str
    text: str
    entities: frozenset[TypedSpan]
    gold_entities: frozenset[TypedSpan]
    mentions: frozenset[TypedSpan]
    gold_mentions: frozenset[TypedSpan]

    @property
    def entity_counts(self) -> Counts:
        """The entity layer: no pronouns."""
        return counts_of(self.entities, self.gold_entities)

    @property
    def mention_counts(self) -> Counts:
        """The coreference layer: with pronouns."""
        return counts_of(self.mentions, self.gold_mentions)

    @property
    def span_counts(self) -> Counts:
        """The coreference layer, whatever the type."""
        return counts_of(_spans(self.mentions), _spans(self.gold_mentions))


def compare(reading: Reading) -> Compared:
    """The typed spans of one document."""
    gold, text = reading.gold, reading.gold.text
    ours = [mention for mention in reading.story.mentions if in_litbank(mention)]
    return Compared(
        name=gold.id,
        text=text,
        entities=frozenset(
            (*trimmed(text, mention), mention.type)
            for mention in ours
            if mention.form != "pronominal"
        ),
        gold_entities=frozenset((*trimmed(text, each), each.type) for each in gold.entities),
        mentions=frozenset((*trimmed(text, mention), mention.type) for mention in ours),
        gold_mentions=frozenset((*trimmed(text, each), each.type) for each in gold.mentions),
    )


def _spans(typed: Iterable[TypedSpan]) -> set[tuple[int, int]]:
    return {(start, end) for start, end, _ in typed}


def by_type(compared: Sequence[Compared], *, pronouns: bool) -> Mapping[str, Counts]:
    """The counts of each type, added up over the documents."""

    def of(kind: str, spans: Iterable[TypedSpan]) -> list[TypedSpan]:
        return [span for span in spans if span[2] == kind]

    pairs = [
        (each.mentions, each.gold_mentions) if pronouns else (each.entities, each.gold_entities)
        for each in compared
    ]
    return {
        kind: total(counts_of(of(kind, found), of(kind, gold)) for found, gold in pairs)
        for kind in TYPES
    }


def measure(data: Path, encoder: Encoder | None, split: Split = "development") -> list[Compared]:
    """Read the documents of a split and compare each."""
    return [compare(reading) for reading in read_documents(data, split, encoder)]


def figures(compared: Sequence[Compared]) -> Figures:
    """The figures of both layers, in per cent."""
    entities = total(each.entity_counts for each in compared)
    mentions = total(each.mention_counts for each in compared)
    spans = total(each.span_counts for each in compared)
    low, high = interval(compared, lambda drawn: total(each.entity_counts for each in drawn).f1)
    kinds = by_type(compared, pronouns=False)
    return {
        "entities_precision": entities.precision,
        "entities_recall": entities.recall,
        "entities_f1": entities.f1,
        "entities_f1_low": low,
        "entities_f1_high": high,
        **{f"entities_{kind}_f1": counts.f1 for kind, counts in kinds.items()},
        "mentions_precision": mentions.precision,
        "mentions_recall": mentions.recall,
        "mentions_f1": mentions.f1,
        "mention_spans_f1": spans.f1,
    }


def _print_layer(title: str, all_counts: Counts, kinds: Mapping[str, Counts]) -> None:
    print(f"\n{title}")
    print(f"  {'all':<6}{all_counts}")
    for kind, counts in kinds.items():
        print(f"  {kind:<6}{counts}")


def _print_errors(compared: Sequence[Compared], number: int) -> None:
    """Errors of the coreference layer, evenly drawn: - was missed, + is extra."""
    errors = [
        (each, span, sign)
        for each in compared
        for sign, spans in (
            ("-", each.gold_mentions - each.mentions),
            ("+", each.mentions - each.gold_mentions),
        )
        for span in sorted(spans)
    ]
    errors.sort(key=lambda error: (error[0].name, error[1]))
    for each, (start, end, kind), sign in errors[:: max(len(errors) // number, 1)][:number]:
        print(f"{sign} {each.name} {kind} {passage(each.text, start, end)}")


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print both layers, each under its own name."""
    options = arguments(__doc__, given, errors=True)
    encoder = announced(rules_only=options.rules_only)
    compared = measure(options.data, encoder, options.split)
    print_head(PROTOCOL, options.split, len(compared))
    _print_layer(
        "Entity layer, WITHOUT pronouns, exact span and type:",
        total(each.entity_counts for each in compared),
        by_type(compared, pronouns=False),
    )
    low, high = interval(compared, lambda drawn: total(each.entity_counts for each in drawn).f1)
    print(f"  95 % interval of F1 over documents: {low:.1f} to {high:.1f}")
    print_worst(compared, lambda each: each.name, lambda each: each.entity_counts.f1, "entity F1")
    _print_layer(
        "Coreference layer, WITH pronouns, exact span and type:",
        total(each.mention_counts for each in compared),
        by_type(compared, pronouns=True),
    )
    print("Coreference layer, WITH pronouns, exact span, any type:")
    print(f"  {'all':<6}{total(each.span_counts for each in compared)}")
    print_worst(compared, lambda each: each.name, lambda each: each.mention_counts.f1, "mention F1")
    if options.errors:
        _print_errors(compared, options.errors)


if __name__ == "__main__":
    main()
