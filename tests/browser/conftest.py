"""A real browser, and readers who open the pages of a few stories in it.

The tests are skipped where Chromium or Playwright is missing, unless `FABULA_BROWSER=required`.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tests.browser.reader import Reader
from tests.browser.stories import doubted, lamplighters, long_book
from tests.world.conftest import small_world

from fabula.page.document import page
from fabula.story import Story

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
)
"""A browser that runs as root in a container, and asks for nothing on its own account."""


def missing() -> str | None:
    """What these tests need and is not there."""
    if importlib.util.find_spec("playwright") is None:
        return "needs Playwright (pip install playwright)"
    if not any(map(shutil.which, BROWSERS)):
        return "needs Chromium (apt-get install chromium)"
    return None


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    reason = missing()
    if reason and os.environ.get("FABULA_BROWSER") == "required":
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    found = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def opened(browser) -> Iterator[Callable[..., Reader]]:
    """`opened(path, **how)`: a reader with that page open, in a browser context of their own.

    Whatever a test does, no request leaves the page, and the browser has nothing to complain of.
    """
    readers: list[Reader] = []
    with ExitStack() as contexts:

        def open_page(
            path: Path, *, at: str = "", script: bool = True, moves: bool = True, **how
        ) -> Reader:
            how = {"viewport": {"width": 1000, "height": 700}} | how
            context = browser.new_context(java_script_enabled=script, **how)
            contexts.callback(context.close)
            reader = Reader(context.new_page(), path.as_uri(), moves=script and moves)
            readers.append(reader)
            reader.open(at)
            return reader

        yield open_page
        for reader in readers:
            assert reader.complaints == []
            assert reader.asked_elsewhere == []


@pytest.fixture(scope="session")
def written(tmp_path_factory) -> Callable[[str, Story], Path]:
    """`written(name, story)`: the story's page as a file."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name: str, story: Story) -> Path:
        path = folder / name
        path.write_text(page(story), encoding="utf-8", newline="")
        return path

    return write


@pytest.fixture(scope="session")
def small(written) -> Path:
    """The small story with all layers: a stranger comes who turns out to be Odo Reed."""
    return written("small.html", small_world())


@pytest.fixture(scope="session")
def unsettled(written) -> Path:
    """The small story, where it is doubtful who says the last line."""
    return written("unsettled.html", doubted())


@pytest.fixture(scope="session")
def lamps(written) -> Path:
    """The example story, read by rules alone."""
    return written("lamps.html", lamplighters())


@pytest.fixture(scope="session")
def book(written) -> Path:
    """A book of 150,000 words, read by rules alone."""
    return written("book.html", long_book())
