import pytest
from evaluation.figures import Counts
from evaluation.scene_changes import Told, best_threshold, counts, figures, matched, score


def told(probabilities, *starts, name="book"):
    return Told(name, tuple(range(len(probabilities))), tuple(probabilities), frozenset(starts))


@pytest.mark.parametrize(
    ("found", "gold", "reach", "pairs"),
    [
        ([3, 7], [3, 8], 0, 1),
        ([3, 7], [3, 8], 1, 2),
        ([4, 5, 6], [5], 1, 1),
        ([5], [4, 6], 1, 1),
        ([1, 2], [2, 3], 1, 2),
        ([], [1], 1, 0),
    ],
)
def test_each_start_and_each_break_is_used_once(found, gold, reach, pairs):
    assert matched(found, gold, reach) == pairs


def test_the_threshold_is_the_one_with_the_best_f1():
    book = told([0.1, 0.45, 0.3, 0.9], 1, 3)
    assert best_threshold([book]) == 0.32
    assert counts(book.found(0.32), book.starts) == Counts(2, 2, 2)


def test_the_threshold_is_decided_on_other_books_than_are_scored():
    scored = [told([0.5, 0.2], 0, name="a"), told([0.5, 0.2], 1, name="c")]
    deciding = told([0.9, 0.4], 0, name="b")
    result = score([scored[0], deciding, scored[1]])
    assert [book.name for book in result.books] == ["a", "c"]
    assert result.threshold == 0.42
    values = figures(result)
    assert values["scenes_f1"] == 50
    assert values["scenes_near_f1"] == 100


def test_the_baseline_is_as_busy_as_the_reader_and_the_same_each_time():
    book = told([0.9, 0.1] * 200, *range(0, 400, 2))
    result = score([book])
    once = result.random_counts()
    assert once == result.random_counts()
    assert once.found == pytest.approx(result.counts().found, rel=0.2)
    assert once.f1 < result.counts().f1 == 100
