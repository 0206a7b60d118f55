"""Stories for the page: the small one with all layers, and any text read by rules."""

from html.parser import HTMLParser

import pytest
from tests.world.conftest import end_of, small_world

from fabula import pipeline
from fabula.page.document import page


class Reader(HTMLParser):
    """What a browser would find: elements with attributes, and the text in each paragraph."""

    VOID = frozenset({"meta", "rect", "br", "hr"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: dict[str, str] = {}
        self.open: list[str] = []
        self.crossed: list[str] = []
        self._paragraph: str | None = None
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.elements.append((tag, found))
        name = found.get("id") or ""
        if tag in {"p", "h2"} and name.startswith("p") and name[1:].isdigit():
            self._paragraph = name
            self.paragraphs[name] = ""
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.crossed.append(tag)
        if tag in {"p", "h2"}:
            self._paragraph = None

    def handle_data(self, data):
        if self._paragraph is not None:
            self.paragraphs[self._paragraph] += data

    def having(self, **wanted):
        """The elements with these attributes."""
        return [
            (tag, found)
            for tag, found in self.elements
            if all(found.get(name.rstrip("_")) == value for name, value in wanted.items())
        ]


@pytest.fixture(name="story")
def _story():
    return small_world()


@pytest.fixture(name="end_of")
def _end_of():
    return end_of


@pytest.fixture
def read():
    """`read(text)`: the story in it, by rules alone."""
    return lambda text, name="tale.txt": pipeline.read_bytes(text.encode(), name, encoder=None)


@pytest.fixture
def browse():
    """`browse(story)`: its page as a browser finds it."""
    return lambda story: Reader(page(story))


@pytest.fixture
def parsed():
    """`parsed(markup)`: a piece of a page as a browser finds it."""
    return Reader
