from collections.abc import Callable

import numpy as np
import pytest
from msgspec import structs

from fabula.encoder import scene_views
from fabula.encoder.pieces import paragraph_firsts
from fabula.encoder.scene_views import FAR, NEAR, VIEWS, views
from fabula.text import Document

DocumentOf = Callable[[str], Document]

TWO = "The mill stood still. Nobody came.\n\nBy noon it rained. Ines ran."


def read(document: Document, width: int = 4) -> tuple[np.ndarray, np.ndarray]:
    """States that repeat each token's number, and the views of them."""
    states = np.repeat(np.arange(len(document.tokens))[:, None], width, axis=1).astype(np.float16)
    return states, np.concatenate(list(views(document, states)))


def test_a_paragraph_is_seen_in_seven_views(document_of: DocumentOf) -> None:
    document = document_of(TWO)
    _, seen = read(document)
    assert seen.shape == (2, VIEWS, 4)
    first = paragraph_firsts(document)[1]
    last = len(document.tokens) - 1
    assert seen[1, 0, 0] == first
    assert seen[1, 1, 0] == np.mean(range(first, first + 5))  # “By noon it rained.”
    assert seen[1, 2, 0] == seen[1, 3, 0] == (first + last) / 2
    assert seen[1, 4, 0] == np.mean(range(first - 3, first))  # “Nobody came.”
    assert seen[1, 5, 0] == seen[1, 6, 0] == (first - 1) / 2


def test_nothing_stands_before_the_first_paragraph(document_of: DocumentOf) -> None:
    _, seen = read(document_of(TWO))
    assert not seen[0, 4:].any()


def test_views_reach_so_far_and_no_further(document_of: DocumentOf) -> None:
    long = "row " * 300
    _, seen = read(document_of(f"{long}\n\n{long}"))
    assert seen[1, 2, 0] == 300 + (NEAR - 1) / 2
    assert seen[1, 3, 0] == seen[1, 1, 0] == 300 + (FAR - 1) / 2
    assert seen[1, 5, 0] == 300 - (NEAR + 1) / 2
    assert seen[1, 6, 0] == seen[1, 4, 0] == 300 - (FAR + 1) / 2


def test_what_is_read_at_once_does_not_matter(
    document_of: DocumentOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = document_of("\n\n".join(f"Boat {number} came in." for number in range(60)))
    _, whole = read(document)
    monkeypatch.setattr(scene_views, "_TOKENS_AT_ONCE", 50)
    _, parts = read(document)
    assert np.allclose(whole, parts, atol=1e-4)


def test_a_paragraph_without_tokens_has_no_views(document_of: DocumentOf) -> None:
    document = structs.replace(document_of(TWO), tokens=(), sentences=())
    states = np.empty((0, 4), dtype=np.float16)
    assert list(views(document, states)) == []
    assert scene_views.scene_starts(document, states).tolist() == [0.0, 0.0]
