"""The scorer for quotations, on cases worked out by hand."""

from pathlib import Path

import pytest
from evaluation.pdnc import PdncNovel, PdncQuotation

from evaluation import quotations as scorer
from fabula.story import Quotation, QuotationId
from fabula.text import Span

TEXT = """"Row," said Ada, "or sink."

"He said \'wait here\' and left." Tom sat.

"One day

"we ran."
"""


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def gold(name: str, *parts: str) -> PdncQuotation:
    return PdncQuotation(
        id=name,
        parts=tuple(span(part) for part in parts),
        type="explicit",
        speaker="Ada",
        addressees=(),
        cue="",
    )


def found(name: str, *parts: str, kind: str = "speech") -> Quotation:
    spans = tuple(span(part) for part in parts)
    return Quotation(
        id=QuotationId(name),
        start=spans[0].start,
        end=spans[-1].end,
        parts=spans,
        kind=kind,  # type: ignore[arg-type]
        style="double",
    )


@pytest.fixture
def novel() -> PdncNovel:
    return PdncNovel(
        name="TheFerry",
        path=Path("novel_text.txt"),
        text=TEXT,
        quotations=(
            gold("Q0", "Row,", "or sink."),
            gold("Q1", "He said", "and left."),
            gold("Q2", 'One day\n\n"we ran.'),
        ),
        characters=(),
    )


def test_gold_is_cut_at_paragraphs_and_widened_over_inner_quotations(novel: PdncNovel) -> None:
    stretches = scorer.gold_stretches(novel)
    assert [TEXT[item.start : item.end].strip() for item in stretches] == [
        "Row,",
        "or sink.",
        "He said 'wait here' and left.",
        "One day",
        "we ran.",
    ]


def test_a_perfect_reading_scores_full_marks(novel: PdncNovel) -> None:
    comparison = scorer.compare(
        novel,
        [
            found("q1", '"Row,"', '"or sink."'),
            found("q2", "\"He said 'wait here' and left.\""),
            found("q3", '"One day', '"we ran."'),
        ],
    )
    scores = comparison.scores
    assert (scores.matched, scores.gold, scores.found) == (5, 5, 5)
    assert scores.shared_letters == scores.gold_letters == scores.found_letters
    assert (scores.joined, scores.wrongly_joined) == (2, 0)
    assert comparison.missed == comparison.extra == ()


def test_a_stretch_that_swallows_narration_does_not_match(novel: PdncNovel) -> None:
    comparison = scorer.compare(novel, [found("q1", '"Row," said Ada, "or sink."')])
    assert comparison.scores.matched == 0
    assert [TEXT[item.start : item.end] for item in comparison.extra] == [
        '"Row," said Ada, "or sink."'
    ]


def test_parts_of_two_quotations_in_one_are_a_wrong_join(novel: PdncNovel) -> None:
    both = found("q1", '"or sink."', "\"He said 'wait here' and left.\"")
    assert scorer.compare(novel, [both]).scores.wrongly_joined == 1


def test_writing_is_not_scored(novel: PdncNovel) -> None:
    sign = found("q1", '"Row,"', kind="writing")
    assert scorer.compare(novel, [sign]).scores.found == 0
