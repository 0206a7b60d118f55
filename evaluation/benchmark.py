"""How fast Fabula reads, and how much memory it takes.

    python -m evaluation.benchmark                        # made-up books of four sizes
    python -m evaluation.benchmark --words 50000          # one size
    python -m evaluation.benchmark novel.txt other.epub   # your own files
    python -m evaluation.benchmark --json novel.txt

Each book is read in a fresh process, so that the peak memory is its own and nothing is warm.
Without a file the books are the project's example stories, their paragraphs in a new order
again and again: good for watching how cost grows with length. Real novels have more people and
more different words and take somewhat longer, so give a figure for a real book beside it.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import fabula
from fabula.story import Story

DEFAULT_WORDS = (1_000, 10_000, 100_000, 300_000)
WORDS_PER_CHAPTER = 3_000
EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
SEED = 19


class Measurement(msgspec.Struct, frozen=True):
    """One book read once: seconds of each step in order, memory in millions of bytes.

    `seconds` are those of the clock; `cpu_seconds` leave out the waiting on a busy machine.
    """

    book: str
    words: int
    seconds: float
    cpu_seconds: float
    peak_mb: float
    steps: dict[str, float]

    @property
    def words_per_second(self) -> float:
        """Words read in a second, from opening the file to the finished story."""
        return self.words / self.seconds


class Stopwatch:
    """Takes the time of each step when given as `progress` to `fabula.read`."""

    def __init__(self) -> None:
        self.steps: dict[str, float] = {}
        self._step = "source"
        self._since = time.perf_counter()

    def __call__(self, step: str, number: int, total: int) -> None:  # noqa: ARG002
        """End the step that runs and start the next."""
        self.stop()
        self._step = step

    def stop(self) -> None:
        """End the step that runs."""
        now = time.perf_counter()
        self.steps[self._step] = round(now - self._since, 4)
        self._since = now


def measure(path: Path) -> Measurement:
    """Read one story in this process and say what it took."""
    watch = Stopwatch()
    start, cpu_start = time.perf_counter(), time.process_time()
    story = fabula.read(path, progress=watch)
    seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
    watch.stop()
    return Measurement(
        book=path.name,
        words=count_words(story),
        seconds=round(seconds, 3),
        cpu_seconds=round(cpu_seconds, 3),
        peak_mb=peak_mb(),
        steps=watch.steps,
    )


def count_words(story: Story) -> int:
    """Tokens with a letter or a digit in them."""
    document = story.document
    return sum(any(map(str.isalnum, document[token])) for token in document.tokens)


def peak_mb() -> float:
    """The most memory that this process has held at once, in millions of bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024  # Linux counts in KiB
    return round(peak * unit / 1e6, 1)


def measure_apart(path: Path) -> Measurement:
    """Read one story in a process of its own.

    Raises:
        SystemExit: with the reader's message, if the file cannot be read.
    """
    command = [sys.executable, "-m", "evaluation.benchmark", "--one", str(path.resolve())]
    root = Path(__file__).resolve().parent.parent
    run = subprocess.run(command, capture_output=True, cwd=root, check=False)
    if run.returncode:
        lines = run.stderr.decode(errors="replace").splitlines() or ["the reader stopped"]
        raise SystemExit(f"{path}: {lines[-1]}")
    return msgspec.json.decode(run.stdout, type=Measurement)


def made_up_book(scenes: Sequence[str], words: int) -> str:
    """Prose of about so many words from the paragraphs of the scenes, with chapter headings.

    The order is shuffled with a fixed seed, so that the same call gives the same book.

    Raises:
        ValueError: if the scenes have no words.
    """
    paragraphs = [part for scene in scenes for part in scene.split("\n\n") if part.strip()]
    if not paragraphs:
        raise ValueError("expected scenes with words in them, found none; look into examples/")
    return "\n\n".join(_paragraphs(paragraphs, words)) + "\n"


def _paragraphs(paragraphs: Sequence[str], words: int) -> Iterator[str]:
    chance = random.Random(SEED)
    total = in_chapter = 0
    chapter = 1
    pool: list[str] = []
    yield "Chapter 1"
    while total < words:
        if not pool:
            pool = chance.sample(paragraphs, len(paragraphs))
        paragraph = pool.pop()
        yield paragraph
        count = len(paragraph.split())
        total += count
        in_chapter += count
        if in_chapter >= WORDS_PER_CHAPTER and total < words:
            chapter, in_chapter = chapter + 1, 0
            yield f"Chapter {chapter}"


def table(measurements: Sequence[Measurement]) -> str:
    """The measurements as plain text: one row a book, then the seconds of each step."""
    names = [measurement.book for measurement in measurements]
    rows = [
        ("words", [f"{measurement.words:,}" for measurement in measurements]),
        ("seconds", [f"{measurement.seconds:.2f}" for measurement in measurements]),
        ("cpu seconds", [f"{measurement.cpu_seconds:.2f}" for measurement in measurements]),
        ("words/s", [f"{measurement.words_per_second:,.0f}" for measurement in measurements]),
        ("peak MB", [f"{measurement.peak_mb:.0f}" for measurement in measurements]),
    ]
    steps = dict.fromkeys(step for each in measurements for step in each.steps)
    rows += [(step, [f"{each.steps.get(step, 0):.2f}" for each in measurements]) for step in steps]
    label = max(len(title) for title, _ in rows)
    widths = [
        max(len(name), *(len(cells[column]) for _, cells in rows))
        for column, name in enumerate(names)
    ]
    lines = [_line("", names, label, widths)]
    lines += [_line(title, cells, label, widths) for title, cells in rows]
    return "\n".join(lines)


def _line(title: str, cells: Sequence[str], label: int, widths: Sequence[int]) -> str:
    padded = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    return "  ".join([title.ljust(label), *padded])


def _sizes(value: str) -> tuple[int, ...]:
    try:
        sizes = tuple(int(part) for part in value.split(","))
    except ValueError:
        sizes = ()
    if not sizes or min(sizes) < 1:
        raise argparse.ArgumentTypeError(f"expected numbers like 1000,10000, found '{value}'")
    return sizes


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.benchmark", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="stories to read")
    parser.add_argument(
        "--words",
        type=_sizes,
        help="sizes of made-up books; 1000,10000,100000,300000 where no FILE is given",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the files, or made-up books, and print a table or JSON lines."""
    options = _arguments(arguments)
    if options.one:
        try:
            print(msgspec.json.encode(measure(options.one)).decode())
        except fabula.FabulaError as error:
            raise SystemExit(str(error)) from None
        return
    with tempfile.TemporaryDirectory() as folder:
        sizes = options.words or (() if options.files else DEFAULT_WORDS)
        books = [*options.files, *_made_up_files(Path(folder), sizes)]
        measurements = []
        for book in books:
            measurement = measure_apart(book)
            measurements.append(measurement)
            if options.json:
                figures = msgspec.to_builtins(measurement)
                speed = {"words_per_second": round(measurement.words_per_second)}
                print(json.dumps(figures | speed), flush=True)
        if not options.json:
            print(table(measurements))


def _made_up_files(folder: Path, sizes: Sequence[int]) -> list[Path]:
    scenes = [scene for path in sorted(EXAMPLES.glob("*.txt")) for scene in _scenes(path)]
    books = []
    for size in sizes:
        book = folder / f"{size}_words.txt"
        book.write_text(made_up_book(scenes, size), encoding="utf-8")
        books.append(book)
    return books


def _scenes(path: Path) -> list[str]:
    """The scenes of an example, without its title and notes."""
    story = fabula.read(path)
    return [story.document[scene] for scene in story.scenes]


if __name__ == "__main__":
    main()
