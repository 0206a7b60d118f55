"""What the tests of the readers share."""

from collections.abc import Callable

import pytest

from fabula.text import Document, MarkKind


@pytest.fixture
def shown() -> Callable[[Document], list[str]]:
    """`shown(document)`: its paragraphs as strings, each on one line."""
    return lambda document: [" ".join(document[span].split()) for span in document.paragraphs]


@pytest.fixture
def marked() -> Callable[..., list[str]]:
    """`marked(document, kind, value)`: the texts under such marks, each on one line."""

    def texts(document: Document, kind: MarkKind, value: str | None = None) -> list[str]:
        return [
            " ".join(document[mark].split())
            for mark in document.marks_of(kind)
            if value is None or mark.value == value
        ]

    return texts
