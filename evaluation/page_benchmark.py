"""How large the reading page is, how long it takes to write, to open and to scroll.

    python -m evaluation.page_benchmark                 # a made-up book of 150,000 words
    python -m evaluation.page_benchmark novel.epub      # your own files, or saved stories

Times in the browser are those of Chromium on this machine at this moment: measure on a quiet one.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

import fabula
from evaluation.browser import chromium
from evaluation.encoding import announced, rules_only_argument
from evaluation.made_up_book import count_words, made_up_book
from evaluation.tables import table
from fabula import pipeline
from fabula.page.document import page
from fabula.pipeline import Encoder
from fabula.story import Story

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WORDS = 150_000
"""What a page is to hold and still open within two seconds in at most 6 MB."""

FRAMES = 60
"""Measured at each place where the page is scrolled."""

STRIDE = 90
"""Pixels scrolled in a frame: a quick turn of the wheel, a screen in a sixth of a second."""

_SAVED = ".json"

_WATCH = """new MutationObserver((_, observer) => {
    if (!document.querySelector(".reading")) return;
    window.readyAt = performance.now();
    observer.disconnect();
}).observe(document, { childList: true, subtree: true });"""

_OPENED = """() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    ready: window.readyAt ?? null,
})"""

_SCROLL = """async ([places, frames, stride]) => {
    const next = () => new Promise(resolve => requestAnimationFrame(resolve));
    const lengths = [];
    for (let place = 0; place < places; place += 1) {
        scrollTo(0, document.documentElement.scrollHeight * place / places);
        await next();
        let last = await next();
        for (let frame = 0; frame < frames; frame += 1) {
            scrollBy(0, stride);
            const now = await next();
            lengths.push(now - last);
            last = now;
        }
    }
    return lengths;
}"""

_PLACES = 8
"""Where it is scrolled: at so many places, evenly over the book."""


class Figures(Struct, frozen=True):
    """What was measured of one page; times in milliseconds but for `seconds_to_write`."""

    name: str
    words: int
    megabytes: float
    seconds_to_write: float
    first_paint: float
    ready: float
    longest_frame: float
    median_frame: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.page_benchmark")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--words", type=int, default=WORDS, help="of the made-up book")
    parser.add_argument("--json", action="store_true", help="one object a line")
    rules_only_argument(parser)
    chosen = parser.parse_args(arguments)
    encoder = announced(rules_only=chosen.rules_only)
    stories = _stories(chosen.files, chosen.words, encoder)
    with chromium() as browser:
        found = [measured(name, story, browser) for name, story in stories]
    if chosen.json:
        for each in found:
            sys.stdout.write(msgspec.json.encode(each).decode() + "\n")
        return 0
    print(table(list(Figures.__struct_fields__), [_row(each) for each in found]))
    return 0


def measured(name: str, story: Story, browser: "Browser", frames: int = FRAMES) -> Figures:
    """The figures of a story's page in this browser; `frames` are scrolled at each place."""
    start = time.process_time()
    written = page(story).encode()
    seconds = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(written)
        opened, lengths = _browsed(path, browser, frames)
    return Figures(
        name=name,
        words=count_words(story.document.text),
        megabytes=round(len(written) / 1e6, 2),
        seconds_to_write=round(seconds, 2),
        first_paint=round(opened["painted"]),
        ready=round(opened["ready"]),
        longest_frame=round(max(lengths)),
        median_frame=round(sorted(lengths)[len(lengths) // 2]),
    )


def _browsed(path: Path, browser: "Browser", frames: int) -> tuple[dict[str, float], list[float]]:
    tab = browser.new_page(viewport={"width": 1280, "height": 900})
    tab.add_init_script(_WATCH)
    tab.goto(path.as_uri())
    tab.wait_for_selector(".reading", state="attached")
    opened = tab.evaluate(_OPENED)
    lengths = tab.evaluate(_SCROLL, [_PLACES, frames, STRIDE])
    tab.close()
    return opened, lengths


def _stories(
    files: Iterable[Path], words: int, encoder: Encoder | None
) -> Iterator[tuple[str, Story]]:
    for path in files:
        is_saved = path.suffix == _SAVED
        yield path.name, fabula.load(path) if is_saved else fabula.read(path, encoder=encoder)
    if not files:
        book = made_up_book(words).encode()
        yield "made up", pipeline.read_bytes(book, "book.txt", encoder=encoder)


def _row(figures: Figures) -> list[str]:
    return [str(value) for value in msgspec.structs.astuple(figures)]


if __name__ == "__main__":
    raise SystemExit(main())
