"""Events against LitBank: the words that name something which really happens in the story.

    python -m evaluation.litbank_events --data FOLDER
    python -m evaluation.litbank_events --data FOLDER --errors 20

Realis events (Sims, Park and Bamman, ACL 2019): one word each, whatever its part of speech; what
is only hoped, denied, supposed or said in general is none, what is told in speech or of the past
as having happened is one. Ours are the events of the story whose realis is “actual”, “remembered”
or “reported”. A trigger is found if first and last character agree. Micro P/R/F1, with the
95 % interval of a bootstrap over documents.
"""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from evaluation.encoding import announced
from evaluation.figures import (
    Counts,
    Figures,
    NotMeasured,
    counts_of,
    ending_in_one_line,
    interval,
    total,
)
from evaluation.litbank_reading import (
    Reading,
    Split,
    arguments,
    passage,
    print_head,
    print_worst,
    read_documents,
    trimmed,
)
from fabula.labels import HAPPENED
from fabula.pipeline import Encoder

PROTOCOL = "raw text, end to end; realis triggers, exact word, micro P/R/F1"


class Compared(Struct, frozen=True):
    """The triggers of one document, found and gold."""

    name: str
    text: str
    found: frozenset[tuple[int, int]]
    gold: frozenset[tuple[int, int]]

    @property
    def counts(self) -> Counts:
        """The counts of this document."""
        return counts_of(self.found, self.gold)


def compare(reading: Reading) -> Compared:
    """The triggers of one document.

    Raises:
        NotMeasured: if the reading has no layer of events.
    """
    if "events" not in reading.story.layers:
        raise NotMeasured("the reading has no layer 'events'")
    text = reading.gold.text
    return Compared(
        name=reading.gold.id,
        text=text,
        found=frozenset(
            trimmed(text, event) for event in reading.story.events if event.realis in HAPPENED
        ),
        gold=frozenset(trimmed(text, event) for event in reading.gold.events),
    )


def measure(data: Path, encoder: Encoder | None, split: Split = "development") -> list[Compared]:
    """Read the documents of a split and compare each."""
    return [compare(reading) for reading in read_documents(data, split, encoder)]


def _f1(compared: Sequence[Compared]) -> float:
    return total(each.counts for each in compared).f1


def figures(compared: Sequence[Compared]) -> Figures:
    """The figures over all documents, in per cent."""
    counts = total(each.counts for each in compared)
    low, high = interval(compared, _f1)
    return {
        "events_precision": counts.precision,
        "events_recall": counts.recall,
        "events_f1": counts.f1,
        "events_f1_low": low,
        "events_f1_high": high,
    }


def _print_errors(compared: Sequence[Compared], number: int) -> None:
    """Evenly drawn errors: - was missed, + is extra."""
    errors = [
        (each, start, end, sign)
        for each in compared
        for start, end, sign in sorted(
            [(*span, "-") for span in each.gold - each.found]
            + [(*span, "+") for span in each.found - each.gold]
        )
    ]
    for each, start, end, sign in errors[:: max(len(errors) // number, 1)][:number]:
        print(f"{sign} {each.name} {passage(each.text, start, end)}")


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print each document and all of them."""
    options = arguments(__doc__, given, errors=True)
    encoder = announced(rules_only=options.rules_only)
    compared = measure(options.data, encoder, options.split)
    print_head(PROTOCOL, options.split, len(compared))
    for each in compared:
        print(f"  {each.name:<8}{each.counts}")
    low, high = interval(compared, _f1)
    print(f"  {'all':<8}{total(each.counts for each in compared)}")
    print(f"  95 % interval of F1 over documents: {low:.1f} to {high:.1f}")
    print_worst(compared, lambda each: each.name, lambda each: each.counts.f1, "F1")
    if options.errors:
        _print_errors(compared, options.errors)


if __name__ == "__main__":
    main()
