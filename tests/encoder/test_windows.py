from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.encoder.pieces import MOST_PIECES, Pieces
from fabula.encoder.windows import CONTEXT, START_MARK, WIDTH, batch_of, batches, cut

PiecesWith = Callable[[list[int]], Pieces]
COUNTS = st.lists(
    st.one_of(st.integers(0, 3), st.sampled_from([0, 1, MOST_PIECES])), min_size=1, max_size=900
)


def test_a_short_text_is_one_window_that_is_all_core(pieces_with: PiecesWith) -> None:
    (window,) = cut(pieces_with([1] * 255))
    assert window.core == window.seen == window.rows == slice(0, 255)


def test_a_text_without_tokens_has_no_windows(pieces_with: PiecesWith) -> None:
    assert cut(pieces_with([])) == []
    assert list(batches(pieces_with([]), 4)) == []


def test_no_room_is_wasted_at_the_ends_of_a_text(pieces_with: PiecesWith) -> None:
    first, middle, last = cut(pieces_with([1] * (239 + 223 + 239)))
    assert (first.core, first.seen) == (slice(0, 239), slice(0, 255))
    assert (middle.core, middle.seen) == (slice(239, 462), slice(223, 478))
    assert (last.core, last.seen) == (slice(462, 701), slice(446, 701))


def test_the_tokens_seen_stand_whole_in_the_window(pieces_with: PiecesWith) -> None:
    pieces = pieces_with([7] * 200)
    for window in cut(pieces):
        assert window.rows.start <= pieces.first[window.seen.start]
        assert window.rows.stop >= pieces.after[window.seen.stop - 1]


@given(counts=COUNTS)
def test_every_window_of_a_longer_text_is_full(pieces_with: PiecesWith, counts: list[int]) -> None:
    pieces = pieces_with(counts)
    full = min(WIDTH - 1, len(pieces.ids))
    assert {window.rows.stop - window.rows.start for window in cut(pieces)} == {full}


def test_the_arrays_hold_the_pieces_after_a_start_mark(pieces_with: PiecesWith) -> None:
    pieces = pieces_with([2, 1, 3])
    batch = batch_of(pieces, cut(pieces))
    assert batch.pieces.shape == batch.cases.shape == (1, 7)
    assert batch.pieces[0].tolist() == [START_MARK, *range(1000, 1006)]
    assert batch.first.tolist() == [[1, 3, 4]]


def test_the_first_pieces_of_a_shorter_window_are_padded(pieces_with: PiecesWith) -> None:
    pieces = pieces_with([1] * 300)
    batch = batch_of(pieces, cut(pieces))
    shorter = batch.windows[1]
    assert batch.first.shape == (2, 255)
    assert (batch.first[1, shorter.tokens :] == 0).all()
    assert (batch.first[1, : shorter.tokens] > 0).all()


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_batches_hold_every_window_once_and_in_order(pieces_with: PiecesWith, size: int) -> None:
    pieces = pieces_with([1] * 2000)
    found = list(batches(pieces, size))
    assert [window for batch in found for window in batch.windows] == cut(pieces)
    assert {len(batch.windows) for batch in found[:-1]} <= {size}


@given(counts=COUNTS)
def test_each_token_is_in_exactly_one_core(pieces_with: PiecesWith, counts: list[int]) -> None:
    found = cut(pieces_with(counts))
    assert [token for window in found for token in range(len(counts))[window.core]] == list(
        range(len(counts))
    )


@given(counts=COUNTS)
def test_every_token_seen_has_its_first_piece_in_the_window(
    pieces_with: PiecesWith, counts: list[int]
) -> None:
    pieces = pieces_with(counts)
    for batch in batches(pieces, 3):
        for row, window in enumerate(batch.windows):
            first = batch.first[row, : window.tokens]
            assert np.array_equal(batch.pieces[row, first], pieces.ids[pieces.first[window.seen]])


@given(counts=COUNTS)
def test_windows_never_exceed_256(pieces_with: PiecesWith, counts: list[int]) -> None:
    for window in cut(pieces_with(counts)):
        assert window.rows.stop - window.rows.start < WIDTH
        assert 0 < window.tokens < WIDTH
        assert window.core.start < window.core.stop


@given(counts=COUNTS)
def test_a_core_has_context_wherever_there_is_text(
    pieces_with: PiecesWith, counts: list[int]
) -> None:
    for window in cut(pieces_with(counts)):
        assert window.seen.start < window.core.start or window.core.start == 0
        assert window.seen.stop > window.core.stop or window.core.stop == len(counts)


@given(counts=st.lists(st.integers(1, 3), min_size=300, max_size=900))
def test_context_is_16_pieces_but_for_the_rest_of_a_token(
    pieces_with: PiecesWith, counts: list[int]
) -> None:
    pieces = pieces_with(counts)
    for window in cut(pieces):
        left = pieces.first[window.core.start] - pieces.first[window.seen.start]
        right = pieces.after[window.seen.stop - 1] - pieces.after[window.core.stop - 1]
        assert window.core.start == 0 or CONTEXT - 2 <= left <= CONTEXT
        assert window.core.stop == len(counts) or CONTEXT - 2 <= right <= CONTEXT + 4


def test_a_token_of_more_pieces_than_a_window_is_read_by_its_start(
    pieces_with: PiecesWith,
) -> None:
    pieces = pieces_with([1, 400, 1])
    assert [window.core for window in cut(pieces)] == [slice(0, 1), slice(1, 2), slice(2, 3)]
    (batch,) = batches(pieces, 8)
    assert batch.pieces[1, :3].tolist() == [START_MARK, 1000, 1001]
