import numpy as np
import pytest

from fabula.encoder.scores import ENTITY_TYPES
from fabula.encoder.spans import LEAST_PROBABILITY, MOST_TOKENS, candidates_in, joined
from fabula.encoder.windows import Window

TOKENS = 60
WINDOW = Window(seen=slice(100, 100 + TOKENS), core=slice(110, 150), rows=slice(100, 160))
ONE_PARAGRAPH = np.zeros(200, dtype=np.int64)
Place = tuple[int, int, int]


def found(
    *likely: Place, paragraphs: np.ndarray = ONE_PARAGRAPH, logit: float = 2.0
) -> list[Place]:
    """The candidates, as type, first and last token, when these alone are likely."""
    logits = np.full((len(ENTITY_TYPES), TOKENS + 5, TOKENS + 5), -9.0, dtype=np.float32)
    for kind, first, last in likely:
        logits[kind, first - 100, last - 100] = logit
    spans = candidates_in(WINDOW, logits, paragraphs)
    return list(zip(spans.kind.tolist(), spans.first.tolist(), spans.last.tolist(), strict=True))


def test_a_likely_span_is_a_candidate_in_tokens_of_the_document() -> None:
    assert found((3, 120, 122)) == [(3, 120, 122)]


def test_a_span_is_taken_where_its_first_token_is_in_the_core() -> None:
    assert found((0, 109, 112), (0, 110, 112), (0, 149, 155), (0, 150, 155)) == [
        (0, 110, 112),
        (0, 149, 155),
    ]


def test_a_span_that_ends_before_it_begins_is_none() -> None:
    assert found((0, 120, 119), (0, 120, 120)) == [(0, 120, 120)]


def test_a_span_is_at_most_forty_tokens_wide() -> None:
    widest = 110 + MOST_TOKENS - 1
    assert found((0, 110, widest), (0, 110, widest + 1)) == [(0, 110, widest)]


def test_a_span_stays_in_its_paragraph() -> None:
    paragraphs = (np.arange(200) >= 121).astype(np.int64)
    assert found((0, 118, 120), (0, 119, 121), (0, 121, 122), paragraphs=paragraphs) == [
        (0, 118, 120),
        (0, 121, 122),
    ]


def test_what_lies_beyond_the_tokens_seen_is_padding() -> None:
    assert found((0, 149, 100 + TOKENS), (0, 149, 100 + TOKENS - 1)) == [(0, 149, 159)]


def test_candidates_come_by_first_then_last_then_type() -> None:
    places = [(5, 111, 111), (0, 111, 112), (2, 111, 112), (1, 130, 131)]
    assert found(*reversed(places)) == places


@pytest.mark.parametrize(("logit", "count"), [(-2.94, 1), (-2.95, 0)])
def test_a_span_less_likely_than_one_in_twenty_is_dropped(logit: float, count: int) -> None:
    assert len(found((0, 120, 120), logit=logit)) == count


def test_the_probability_is_that_of_the_logit() -> None:
    logits = np.full((len(ENTITY_TYPES), TOKENS, TOKENS), -9.0, dtype=np.float32)
    logits[1, 20, 21] = 0.0
    spans = candidates_in(WINDOW, logits, ONE_PARAGRAPH)
    assert spans.probability.tolist() == [0.5]
    assert spans.probability[0] > LEAST_PROBABILITY


def test_the_candidates_of_no_window_are_empty_arrays() -> None:
    none = joined([])
    assert len(none.first) == len(none.last) == len(none.kind) == len(none.probability) == 0
