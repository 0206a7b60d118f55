"""What the tests of every package share."""

import socket
from collections.abc import Callable

import pytest
from hypothesis import settings

from fabula import segmentation
from fabula.sources import plain
from fabula.text import Document

# Time limits belong to a quiet machine, and a red test should be red for the next person too.
settings.register_profile("fabula", deadline=None, derandomize=True)
settings.load_profile("fabula")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fabula works offline: whatever asks for a connection fails its test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test tried to open a network connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def read_segmented(text: str) -> Document:
    """The text as a document with paragraphs, sentences and tokens."""
    return segmentation.segment(plain.from_text(text))


@pytest.fixture
def document_of() -> Callable[[str], Document]:
    """`document_of(text)`: the text as a document with paragraphs, sentences and tokens."""
    return read_segmented
