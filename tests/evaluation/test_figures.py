import pytest
from evaluation.figures import Counts, counts_of, interval, mean, percent, total


def test_precision_recall_and_f1_of_two_collections():
    counts = counts_of("abcd", "cdefgh")
    assert (counts.precision, counts.recall) == pytest.approx((50, 100 / 3))
    assert counts.f1 == pytest.approx(40)


def test_micro_adds_up_before_dividing():
    assert total([Counts(1, 1, 1), Counts(0, 3, 1)]) == Counts(1, 4, 2)


def test_nothing_found_and_nothing_there_is_0_and_no_error():
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)
    assert (percent(0, 0), mean([])) == (0, 0)


def test_an_interval_holds_the_figure_and_comes_out_the_same_again():
    documents = [10, 20, 30, 40, 50, 60]
    low, high = interval(documents, mean)
    assert 10 <= low < 35 < high <= 60
    assert interval(documents, mean) == (low, high)


def test_an_interval_of_one_document_is_its_figure():
    assert interval([42], mean) == (42, 42)
    with pytest.raises(ValueError, match="at least one document"):
        interval([], mean)
