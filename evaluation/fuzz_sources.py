"""What the readers do with damaged files: read, refuse, crash or hang.

    python -m evaluation.fuzz_sources --inputs 10000 --seed 1
    python -m evaluation.fuzz_sources --inputs 0 --malformed FOLDER
    python -m evaluation.fuzz_sources --inputs 1000 --whole

Sound files of every kind are damaged at random, from a seed, so that each input can be made
again by its number. `--malformed` adds the files of a folder (see `evaluation.malformed`), each
as it is. A refusal is a `SourceError`; anything else that a reader raises is a crash, and so is
a document that is not sound: paragraphs, marks and places must lie in the text, in order, and
the text must be writable as UTF-8. With `--whole` all stages run too, and the story's records must
point into its text. Prints a table, and exits with 1 if anything crashed or hung.
"""

import argparse
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path
from types import FrameType

from msgspec import Struct

from evaluation.fuzz_inputs import Input, mutated, samples
from evaluation.malformed import malformed
from fabula import pipeline, sources
from fabula.errors import SourceError, StoryError
from fabula.formats.soundness import check
from fabula.text import Document

SLOW_SECONDS = 2.0
"""None of the inputs is large; whoever gives such a file expects an answer at once."""

HANG_SECONDS = 30.0


Reader = Callable[[bytes, str], Document]


class Hang(BaseException):
    """Raised by the alarm in whatever is running; no reader catches it."""


class Outcome(Struct, frozen=True):
    """What became of one input: `result` is read, refused, crash or hang."""

    result: str
    kind: str
    detail: str
    seconds: float


def read_whole(data: bytes, name: str) -> Document:
    """The document of a story that all stages have read.

    Raises:
        StoryError: if a record points outside the text, or the pieces do not make it up.
    """
    found = pipeline.read_bytes(data, name)
    check(found)
    if "".join(found.document[leaf] for leaf in found.leaves()) != found.document.text:
        raise StoryError("the leaves do not make up the text")
    return found.document


def attempt(file: Input, read: Reader | None = None) -> Outcome:
    """Read one file and see what comes of it."""
    start = time.perf_counter()
    result, kind, detail = "read", "", ""
    signal.setitimer(signal.ITIMER_REAL, HANG_SECONDS)
    try:
        document = (read or sources.read_bytes)(file.data, file.name)
        kind = document.format
        detail = unsound(document)
        result = "crash" if detail else "read"
    except SourceError as error:
        result, kind, detail = "refused", type(error).__name__, str(error)
        if "\n" in detail:
            result, detail = "crash", f"a message of several lines: {detail!r}"
    except Hang:
        result, kind = "hang", f"over {HANG_SECONDS:g} s"
    except Exception as error:
        result, kind, detail = "crash", type(error).__name__, str(error)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return Outcome(result, kind, detail, time.perf_counter() - start)


def unsound(document: Document) -> str:
    """What is wrong with a document, or nothing."""
    try:
        document.text.encode()
    except UnicodeEncodeError as error:
        return f"text that cannot be written: {error}"
    length = len(document.text)
    starts = [mark.start for mark in document.marks]
    offsets = [anchor.offset for anchor in document.anchors]
    if starts != sorted(starts) or offsets != sorted(offsets):
        return "marks or anchors out of order"
    if any(not 0 <= mark.start <= mark.end <= length for mark in document.marks):
        return "a mark outside the text"
    if any(not 0 <= offset <= length for offset in offsets):
        return "an anchor outside the text"
    return _unsound_paragraphs(document)


def _unsound_paragraphs(document: Document) -> str:
    position = 0
    for span in document.paragraphs:
        if not position <= span.start < span.end <= len(document.text):
            return f"a paragraph out of place: {span}"
        if document[span].strip() != document[span]:
            return f"white space at the ends of a paragraph: {span}"
        position = span.end
    return ""


def run(files: Iterable[Input], read: Reader | None = None) -> Iterator[tuple[Input, Outcome]]:
    """Each file with what became of it."""

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    signal.signal(signal.SIGALRM, ring)
    for file in files:
        yield file, attempt(file, read)


def main() -> int:
    """Run from the command line; the exit status is 1 after a crash or a hang."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--inputs", type=int, default=1000, help="how many damaged files")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--malformed", type=Path, metavar="FOLDER")
    parser.add_argument("--whole", action="store_true", help="run the stages as well")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="save what crashes or hangs")
    options = parser.parse_args()
    sound = samples()
    files = chain(
        sound,
        (mutated(number, options.seed, sound) for number in range(options.inputs)),
        malformed(options.malformed) if options.malformed else (),
    )
    counts: Counter[tuple[str, str]] = Counter()
    slow: list[tuple[float, str]] = []
    failures = 0
    for file, outcome in run(files, read_whole if options.whole else None):
        counts[outcome.result, outcome.kind] += 1
        if outcome.seconds > SLOW_SECONDS:
            slow.append((outcome.seconds, file.label))
        if outcome.result in {"crash", "hang"}:
            failures += 1
            print(f"{outcome.result}: {file.label} ({file.name}): {outcome.kind} {outcome.detail}")
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"{failures:04}-{file.name}").write_bytes(file.data)
    report(counts, slow)
    return 1 if failures else 0


def report(counts: Counter[tuple[str, str]], slow: list[tuple[float, str]]) -> None:
    """Print the table."""
    print(f"{counts.total():>8}  inputs")
    for (result, kind), count in sorted(counts.items()):
        print(f"{count:>8}  {result:<8} {kind}")
    print(f"{len(slow):>8}  slower than {SLOW_SECONDS:g} s")
    for seconds, label in sorted(slow, reverse=True)[:10]:
        print(f"{seconds:>8.1f}  s: {label}")


if __name__ == "__main__":
    sys.exit(main())
