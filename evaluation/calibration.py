"""Whether the confidence that is stated beside a speaker is how often it is right.

    python -m evaluation.calibration --data FOLDER
    python -m evaluation.calibration --data FOLDER --bins --novels Emma Persuasion

Answers to the quotations of the Project Dialogism Novel Corpus, judged as `evaluation.speakers`
judges them, guesses included. The five development novels, which the rules were written with, stand
beside the sixteen that no rule was chosen by. The confidences themselves are shares measured on the
sixteen (`fabula/stages/speaking/confidence.py`), so the sixteen show how well a few bands say what
many lines do, and the five whether it holds in other books; the cells that divide the lines were
chosen on the five. Each novel's own error, printed first, is what a reader of one book meets.

- Classes: for each class of evidence what was stated on average, and the share that was right.
- Reliability (`--bins`): the same in bins of stated confidence. The expected calibration error is
  the mean distance between the two over all answers of a class (Guo, Pleiss, Sun and Weinberger,
  ICML 2017), in points.
- Abstention: if answers under a threshold are withheld, how many quotations still have one
  (coverage), how many of those are right (precision), and how many of the withheld are wrong.
"""

from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

from msgspec import Struct

from evaluation import encoding, pdnc, tables
from evaluation.figures import NotMeasured, ending_in_one_line, mean, percent
from evaluation.speakers import Answer, answers
from fabula.labels import Evidence
from fabula.stages.speaking.confidence import LEAST_CONFIDENCE

BIN = 0.1
"""Width of a bin of confidence."""

THRESHOLDS = (0.0, 0.4, LEAST_CONFIDENCE, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9)


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


def class_table(development: Sequence[Stated], others: Sequence[Stated]) -> str:
    """For each class of evidence what is stated and what is right, in both groups of novels."""
    rows = []
    for evidence in (*get_args(Evidence), None):
        groups = [
            [each for each in group if evidence in {None, each.evidence}]
            for group in (others, development)
        ]
        if any(groups):
            cells = [cell for group in groups for cell in _stated_and_right(group)]
            rows.append((evidence or "all", *cells))
    head = ("lines", "stated", "right")
    return tables.table(
        (
            "evidence",
            *(f"{name}, sixteen novels" for name in head),
            *(f"{name}, five" for name in head),
        ),
        rows,
    )


def _stated_and_right(group: Sequence[Stated]) -> tuple[str, str, str]:
    if not group:
        return "0", "", ""
    right = percent(sum(each.right for each in group), len(group))
    return str(len(group)), f"{100 * mean([each.confidence for each in group]):.0f}", f"{right:.0f}"


def abstention_table(stated: Sequence[Stated], quotations: int) -> str:
    """For each threshold: how many have an answer, how many of those and of all are right.

    And how many of the withheld answers are wrong.
    """
    rows = []
    for threshold in THRESHOLDS:
        kept = [each for each in stated if each.confidence >= threshold]
        right = sum(each.right for each in kept)
        dropped = len(stated) - len(kept)
        wrong = dropped - (sum(each.right for each in stated) - right)
        rows.append(
            (
                f"{100 * threshold:.0f}",
                f"{percent(len(kept), quotations):.1f}",
                f"{percent(right, len(kept)):.1f}",
                f"{percent(right, quotations):.1f}",
                f"{percent(wrong, dropped):.0f} % of {dropped}" if dropped else "",
            )
        )
    return tables.table(
        (
            "confidence at least",
            "with an answer",
            "right of these",
            "right of all",
            "wrong of those withheld",
        ),
        rows,
    )


def _report(found: Mapping[str, Sequence[Answer]], *, bins: bool) -> str:
    development = _together(found, lambda name: name in pdnc.DEVELOPMENT)
    others = _together(found, lambda name: name not in pdnc.DEVELOPMENT)
    parts = [class_table(given(development), given(others))]
    for title, answered in (("Sixteen novels", others), ("Five novels", development)):
        stated = given(answered)
        if answered:
            parts.append(f"{title}: {len(answered)} quotations, {len(stated)} with an answer")
            parts += [reliability_table(stated)] if bins else []
            parts.append(abstention_table(stated, len(answered)))
    return "\n\n".join(parts)


def _together(
    found: Mapping[str, Sequence[Answer]], belongs: Callable[[str], bool]
) -> list[Answer]:
    return [answer for name, each in found.items() if belongs(name) for answer in each]


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each novel and the tables over all of them."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("--novels", nargs="+", metavar="NAME", help="default: all that are there")
    parser.add_argument("--bins", action="store_true", help="print the bins of each class, too")
    options = parser.parse_args(arguments)
    encoder = encoding.announced(rules_only=options.rules_only)
    found: dict[str, list[Answer]] = {}
    for novel in pdnc.load(options.data, options.novels or pdnc.novel_names(options.data)):
        found[novel.name] = list(answers(novel, pdnc.read(novel, encoder, until="attributions")))
        stated = given(found[novel.name])
        error = calibration_error(reliability(stated))
        right = percent(sum(each.right for each in stated), len(stated))
        print(f"{novel.name}: {right:.1f} % of {len(stated)} answers right, error {error:.1f}")
    if not found:
        raise NotMeasured(f"no novels in {options.data}")
    print("\n" + _report(found, bins=options.bins))


if __name__ == "__main__":
    main()
