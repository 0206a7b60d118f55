import pytest
from evaluation.calibration import (
    Stated,
    abstention_table,
    calibration_error,
    class_table,
    given,
    reliability,
    reliability_table,
)
from evaluation.pdnc import PdncQuotation
from evaluation.speakers import Answer

from fabula.story import Attribution, EntityId, QuotationId
from fabula.text import Span


def stated(evidence, confidence, *right):
    return [Stated(evidence, confidence, bool(each)) for each in right]


TURNS = [*stated("turn", 0.64, 1, 0), *stated("turn", 0.66, 1, 1), *stated("turn", 0.94, 1)]


def test_answers_are_put_in_bins_of_their_class():
    bins = reliability([*TURNS, *stated("explicit", 0.93, 1)])
    assert [(each.evidence, each.number, each.right) for each in bins] == [
        ("explicit", 1, 100),
        ("turn", 4, 75),
        ("turn", 1, 100),
    ]
    assert bins[1].stated == pytest.approx(65)


def test_a_confidence_on_an_edge_belongs_to_the_bin_above():
    (one,) = reliability([*stated("turn", 0.7, 1), *stated("turn", 0.79, 1)])
    assert one.number == 2


def test_the_error_is_the_mean_distance_over_answers():
    assert calibration_error(reliability(TURNS)) == pytest.approx((4 * 10 + 1 * 6) / 5)
    assert calibration_error([]) == 0


def answer(attribution, speaker=None):
    gold = PdncQuotation(
        id="Q1", parts=(Span(0, 3),), type="implicit", speaker="Ada", addressees=(), cue=""
    )
    return Answer(
        gold=gold,
        quotation=None,
        attribution=attribution,
        speaker=speaker,
        addressees=frozenset(),
    )


def test_only_named_speakers_are_answers():
    said = Attribution(
        quotation_id=QuotationId("q1"), speaker_id=EntityId("e1"), evidence="beat", confidence=0.9
    )
    left_open = Attribution(quotation_id=QuotationId("q2"))
    found = given([answer(said, "Ada"), answer(said, "Tom"), answer(left_open), answer(None)])
    assert found == [Stated("beat", 0.9, True), Stated("beat", 0.9, False)]


def test_the_reliability_table_has_bins_classes_and_all():
    lines = [line.split("|")[1].strip() for line in reliability_table(TURNS).splitlines()[2:]]
    assert lines == ["turn, 60 to 70", "turn, 90 to 100", "turn, all", "every class"]


def test_a_threshold_keeps_the_surer_answers():
    lines = abstention_table(TURNS, 10).splitlines()
    (row,) = [line for line in lines if line.startswith("| 65 ")]
    cells = [cell.strip() for cell in row.split("|")[1:-1]]
    assert cells == ["65", "30.0", "100.0", "30.0", "50 % of 2"]


def test_classes_stand_beside_each_other_in_both_groups_of_novels():
    table = class_table(stated("turn", 0.5, 1, 0), TURNS)
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]
    assert rows == [
        ["turn", "5", "71", "80", "2", "50", "50"],
        ["all", "5", "71", "80", "2", "50", "50"],
    ]
