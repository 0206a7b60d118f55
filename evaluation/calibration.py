"""Whether the confidence that is stated beside a speaker is how often it is right.

    python -m evaluation.calibration --data FOLDER
    python -m evaluation.calibration --data FOLDER --novels Emma Persuasion

Answers to the quotations of the Project Dialogism Novel Corpus, judged as `evaluation.speakers`
judges them. By default the novels are those that no rule, weight or confidence was made with (the
five development novels left out); reading all sixteen takes some minutes.

- Reliability: the answers of each class of evidence in bins of stated confidence, and the share
  of them that is right. The expected calibration error is the mean distance between the two over
  all answers of a class (Guo, Pleiss, Sun and Weinberger, ICML 2017), in points.
- Abstention: if answers under a threshold were withheld, how many quotations would still have
  one, and how many of those would be right.
"""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from evaluation import encoding, pdnc, tables
from evaluation.figures import NotMeasured, ending_in_one_line, mean, percent
from evaluation.speakers import Answer, answers
from fabula.story import Evidence

BIN = 0.1
"""Width of a bin of confidence."""

THRESHOLDS = (0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


class Stated(Struct, frozen=True):
    """A speaker that was given: on what evidence, with what confidence, and whether rightly."""

    evidence: Evidence
    confidence: float
    right: bool


class Bin(Struct, frozen=True):
    """Answers with confidences near each other: their mean and the share right, in per cent."""

    evidence: Evidence
    stated: float
    right: float
    number: int


def given(found: Iterable[Answer]) -> list[Stated]:
    """The answers that name a speaker; quotations not found or left open are no answers."""
    return [
        Stated(answer.attribution.evidence, answer.attribution.confidence, answer.right)
        for answer in found
        if answer.attribution is not None and answer.attribution.speaker_id is not None
    ]


def reliability(stated: Iterable[Stated]) -> list[Bin]:
    """The bins that are not empty, by class of evidence in its usual order, then by confidence."""
    groups: Mapping[tuple[int, int], list[Stated]] = defaultdict(list)
    classes = get_args(Evidence)
    for each in stated:
        # What lies on an edge must not fall under it for want of a bit.
        number = int(each.confidence / BIN + 1e-9)
        groups[classes.index(each.evidence), number].append(each)
    return [
        Bin(
            evidence=group[0].evidence,
            stated=100 * mean([each.confidence for each in group]),
            right=percent(sum(each.right for each in group), len(group)),
            number=len(group),
        )
        for _, group in sorted(groups.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error of these bins, in points."""
    distances = sum(each.number * abs(each.stated - each.right) for each in bins)
    number = sum(each.number for each in bins)
    return distances / number if number else 0.0


def reliability_table(stated: Sequence[Stated]) -> str:
    """A row for each bin, one for each class of evidence, and one for all."""
    bins = reliability(stated)
    rows = []
    for evidence in get_args(Evidence):
        of_class = [each for each in bins if each.evidence == evidence]
        rows += [_row(f"{evidence}, {_range(each)}", [each]) for each in of_class]
        if len(of_class) > 1:
            rows.append(_row(f"{evidence}, all", of_class))
    rows.append(_row("every class", bins))
    return tables.table(("evidence and confidence", "answers", "stated", "right", "error"), rows)


def _row(title: str, bins: Sequence[Bin]) -> tuple[str, ...]:
    number = sum(each.number for each in bins)
    stated = sum(each.number * each.stated for each in bins)
    right = sum(each.number * each.right for each in bins)
    return (
        title,
        str(number),
        f"{stated / number if number else 0:.1f}",
        f"{right / number if number else 0:.1f}",
        f"{calibration_error(bins):.1f}",
    )


def _range(each: Bin) -> str:
    low = int(each.stated / (100 * BIN) + 1e-9) * round(100 * BIN)
    return f"{low} to {low + round(100 * BIN)}"


def abstention_table(stated: Sequence[Stated], quotations: int) -> str:
    """For each threshold: quotations with an answer, right ones among them and among all."""
    rows = []
    for threshold in THRESHOLDS:
        kept = [each for each in stated if each.confidence >= threshold]
        right = sum(each.right for each in kept)
        rows.append(
            (
                f"{100 * threshold:.0f}",
                f"{percent(len(kept), quotations):.1f}",
                f"{percent(right, len(kept)):.1f}",
                f"{percent(right, quotations):.1f}",
            )
        )
    return tables.table(
        ("confidence at least", "with an answer", "right of these", "right of all"), rows
    )


def _report(title: str, found: Sequence[Answer]) -> str:
    stated = given(found)
    return "\n\n".join(
        [
            f"{title}: {len(found)} quotations, {len(stated)} with an answer",
            reliability_table(stated),
            abstention_table(stated, len(found)),
        ]
    )


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables over the novels, and one line for each."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", nargs="+", metavar="NAME")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    others = [n for n in pdnc.novel_names(options.data) if n not in pdnc.DEVELOPMENT]
    everything: list[Answer] = []
    for novel in pdnc.load(options.data, options.novels or others):
        found = list(answers(novel, pdnc.read(novel, encoder, until="attributions")))
        everything += found
        stated = given(found)
        error = calibration_error(reliability(stated))
        right = percent(sum(each.right for each in stated), len(stated))
        print(f"{novel.name}: {right:.1f} % of {len(stated)} answers right, error {error:.1f}")
    if not everything:
        raise NotMeasured(f"no novels but those of development in {options.data}")
    print("\n" + _report("All", everything))


if __name__ == "__main__":
    main()
