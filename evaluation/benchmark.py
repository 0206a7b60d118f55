"""How fast Fabula reads and how much memory it takes, with spaCy beside it.

    python -m evaluation.benchmark                            # four sizes of made-up books
    python -m evaluation.benchmark --words 1000 10000         # other sizes
    python -m evaluation.benchmark novel.epub --words 10000   # your own files too
    python -m evaluation.benchmark --rules-only               # without the encoder
    python -m evaluation.benchmark --json                     # one JSON object a line

Each book is read in a fresh process (`one_reading`), on the cores that this process may use.
spaCy's small English pipeline reads the same text in the same run where it is installed; it does
far less than Fabula and is here as a measure that many people know. The books are made up
(`made_up_book`): good for watching how the cost grows with length. A novel has more different
words and people, so give a figure for a real one beside them. A machine with other work to do
gives other figures; the seconds of the processor show it.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from evaluation.figures import NotMeasured, ending_in_one_line, percent
from evaluation.made_up_book import count_words, made_up_book
from evaluation.one_reading import Reading

DEFAULT_WORDS = (1_000, 10_000, 100_000, 300_000)
BASE_WORDS = 10_000
"""The size whose time per word the others are compared with."""

ROOT = Path(__file__).resolve().parent.parent


class Book(msgspec.Struct, frozen=True):
    """A text to read: `file` as it is given, `plain` the same as plain text for spaCy."""

    title: str
    words: int
    file: Path
    plain: Path


class Row(msgspec.Struct, frozen=True):
    """One book read by one reader."""

    book: str
    words: int
    reading: Reading

    @property
    def words_per_second(self) -> float:
        """Words read in a second, without the start of the reader."""
        return self.words / max(self.reading.seconds, 0.001)

    @property
    def encoder_share(self) -> float | None:
        """Per cent of the seconds that are spent in the encoder; None without one."""
        inside = self.reading.encoder_seconds
        return None if inside is None else percent(inside, self.reading.seconds)


def relative(row: Row, rows: Sequence[Row]) -> float | None:
    """The time per word as a multiple of the same reader's at 10,000 words; None without that."""
    for base in rows:
        if base.book == _size_title(BASE_WORDS) and base.reading.reader == row.reading.reader:
            return base.words_per_second / row.words_per_second
    return None


def cores() -> int:
    """The cores that this process and those it starts may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def made_up(folder: Path, sizes: Sequence[int]) -> Iterator[Book]:
    """Made-up books of these sizes, written into a folder."""
    for size in sizes:
        text = made_up_book(size)
        path = folder / f"{size}_words.txt"
        path.write_text(text, encoding="utf-8")
        yield Book(_size_title(size), count_words(text), path, path)


def given(folder: Path, files: Sequence[Path]) -> Iterator[Book]:
    """The reader's own files, with their text in a folder as plain text.

    Raises:
        NotMeasured: if one cannot be read as a story.
    """
    import fabula
    from fabula import sources

    for number, file in enumerate(files, start=1):
        try:
            document = sources.read_file(file)
        except fabula.FabulaError as error:
            raise NotMeasured(str(error)) from error
        text = "\n\n".join(document[paragraph] for paragraph in document.paragraphs)
        plain = folder / f"{number}_plain.txt"
        plain.write_text(text, encoding="utf-8")
        yield Book(file.name, count_words(text), file.resolve(), plain)


def read_apart(*arguments: str) -> Reading:
    """One reading in a process of its own, with the arguments of `evaluation.one_reading`.

    Raises:
        NotMeasured: with the last line that the process wrote, if it did not succeed.
    """
    paths = [str(ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    run = subprocess.run(
        [sys.executable, "-m", "evaluation.one_reading", *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))},
        check=False,
    )
    if run.returncode:
        said = run.stderr.decode(errors="replace").splitlines()
        last = said[-1] if said else f"the process ended with {run.returncode}"
        raise NotMeasured(last.removeprefix("not measured: "))
    return msgspec.json.decode(run.stdout, type=Reading)


def measure(books: Sequence[Book], options: Namespace) -> Iterator[Row]:
    """Each book read by Fabula, then by spaCy; if spaCy cannot, one line says so once.

    Raises:
        NotMeasured: if Fabula cannot read a book.
    """
    beside = True
    for book in books:
        rules = ["--rules-only"] if options.rules_only else []
        yield Row(book.title, book.words, read_apart("fabula", str(book.file), *rules))
        if beside:
            try:
                reading = read_apart("spacy", str(book.plain), "--spacy", options.spacy)
            except NotMeasured as reason:
                print(f"without spaCy: {reason}", file=sys.stderr)
                beside = False
            else:
                yield Row(book.title, book.words, reading)


def table(rows: Sequence[Row]) -> str:
    """A column for each reading: what it took, then the seconds of each stage."""
    cells = [
        ("reader", [row.reading.reader for row in rows]),
        ("words", [f"{row.words:,}" for row in rows]),
        ("words/s", [f"{row.words_per_second:,.0f}" for row in rows]),
        ("seconds", [f"{row.reading.seconds:.2f}" for row in rows]),
        ("cpu seconds", [f"{row.reading.cpu_seconds:.2f}" for row in rows]),
        ("peak MB", [f"{row.reading.peak_mb:.0f}" for row in rows]),
        ("encoder", [_shown(row.encoder_share, "{:.0f} %") for row in rows]),
        ("time per word", [_shown(relative(row, rows), "× {:.2f}") for row in rows]),
        ("start", [f"{row.reading.start:.2f}" for row in rows]),
    ]
    stages = dict.fromkeys(stage for row in rows for stage in row.reading.stages)
    cells += [
        (f"  {stage}", [_shown(row.reading.stages.get(stage), "{:.2f}") for row in rows])
        for stage in stages
    ]
    label = max(len(title) for title, _ in cells)
    titles = [row.book for row in rows]
    widths = [
        max(len(title), *(len(column[number]) for _, column in cells))
        for number, title in enumerate(titles)
    ]
    lines = [("book", titles), *cells]
    return "\n".join(_line(title, column, label, widths) for title, column in lines)


def _line(title: str, column: Sequence[str], label: int, widths: Sequence[int]) -> str:
    padded = (cell.rjust(width) for cell, width in zip(column, widths, strict=True))
    return "  ".join([title.ljust(label), *padded])


def _shown(value: float | None, form: str) -> str:
    return "–" if value is None else form.format(value)


def _size_title(size: int) -> str:
    return f"{size:,}"


def machine(rows: Sequence[Row]) -> str:
    """What was measured where, in one line."""
    versions = dict.fromkeys(row.reading.version for row in rows)
    where = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    return "; ".join([f"cores allowed: {cores()}", where, *versions])


def as_json(row: Row, rows: Sequence[Row]) -> str:
    """A row with everything that is worked out of it, as one line."""
    per_word = relative(row, rows)
    figures = {
        "book": row.book,
        "words": row.words,
        "cores": cores(),
        "words_per_second": round(row.words_per_second),
        "encoder_percent": _rounded(row.encoder_share, 1),
        "time_per_word": _rounded(per_word, 3),
        **msgspec.to_builtins(row.reading),
    }
    return json.dumps(figures, ensure_ascii=False)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)


def _positive(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise ArgumentTypeError(f"expected a number of words, found '{value}'")
    return int(value)


def _arguments(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(
        prog="python -m evaluation.benchmark",
        description=(__doc__ or "").split("\n", maxsplit=1)[0],
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="stories to read")
    parser.add_argument(
        "--words",
        nargs="+",
        type=_positive,
        metavar="N",
        help="sizes of made-up books; 1000 10000 100000 300000 where no FILE is given",
    )
    parser.add_argument(
        "--spacy",
        default="en_core_web_sm",
        metavar="MODEL",
        help="the pipeline to compare with: a package of spaCy's or a module with load()",
    )
    parser.add_argument("--rules-only", action="store_true", help="without the encoder")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return parser.parse_args(arguments)


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Measure made-up books, or the files given, and print a table or JSON lines."""
    options = _arguments(arguments)
    sizes = options.words or (() if options.files else DEFAULT_WORDS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        books = [*given(folder, options.files), *made_up(folder, sizes)]
        rows = []
        for row in measure(books, options):
            rows.append(row)
            took = f"{row.reading.reader}, {row.book}: {row.reading.seconds:.1f} s"
            print(took, file=sys.stderr, flush=True)
    if options.json:
        for row in rows:
            print(as_json(row, rows))
    else:
        print(table(rows))
        print(machine(rows))


if __name__ == "__main__":
    main()
