"""Precision, recall and the intervals around them: the arithmetic that the benchmarks share."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Self, TypeVar

from msgspec import Struct

Figures = Mapping[str, float]
"""What a benchmark measures, by name, in per cent or as counts."""

RESAMPLES = 1_000
"""Draws of a bootstrap; with 1,000 the ends of a 95 % interval vary by a few tenths of a point."""

SEED = 20
"""Fixed, so that the same documents give the same interval."""

T = TypeVar("T")


class NotMeasured(Exception):
    """A benchmark cannot run here; the message says why: no layer, no data, no model."""


@contextmanager
def ending_in_one_line() -> Iterator[None]:
    """Decorates the `main` of a benchmark: where it cannot run, one line says why.

    Raises:
        SystemExit: in place of `NotMeasured`.
    """
    try:
        yield
    except NotMeasured as reason:
        raise SystemExit(f"not measured: {reason}") from None


class Summed(Struct):
    """Numbers that are counted story by story; a benchmark adds its own fields."""

    def add(self, other: Self) -> None:
        """Count another story's in."""
        for field in self.__struct_fields__:
            setattr(self, field, getattr(self, field) + getattr(other, field))


class Counts(Struct, frozen=True):
    """How many were found, how many there are, and how many are both."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Per cent of the found that are right; 0 where nothing was found."""
        return percent(self.right, self.found)

    @property
    def recall(self) -> float:
        """Per cent of the gold that were found; 0 where there is none."""
        return percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return percent(2 * self.right, self.found + self.gold)

    def __str__(self) -> str:
        return (
            f"P {self.precision:5.1f}  R {self.recall:5.1f}  F1 {self.f1:5.1f}  "
            f"({self.right} right, {self.found} found, {self.gold} gold)"
        )


def counts_of(found: Iterable[object], gold: Iterable[object]) -> Counts:
    """The counts of two collections without order; what stands twice in one counts once."""
    ours, theirs = set(found), set(gold)
    return Counts(len(ours & theirs), len(ours), len(theirs))


def total(counts: Iterable[Counts]) -> Counts:
    """All of them added up: what “micro” means."""
    return sum(counts, Counts())


def percent(part: float, whole: float) -> float:
    """`part` in per cent of `whole`; 0 where the whole is 0."""
    return 100 * part / whole if whole else 0.0


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def interval(items: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """The 95 % interval of a figure over documents, by the percentile bootstrap.

    Whole documents are drawn with replacement (Efron and Tibshirani 1993, chapter 13), since the
    errors inside one are not independent. Reproducible: the draws have a fixed seed.

    Raises:
        ValueError: if there are no items.
    """
    if not items:
        raise ValueError("an interval needs at least one document, found none")
    chance = random.Random(SEED)
    drawn = sorted(figure(chance.choices(items, k=len(items))) for _ in range(RESAMPLES))
    return drawn[int(0.025 * RESAMPLES)], drawn[int(0.975 * RESAMPLES) - 1]
