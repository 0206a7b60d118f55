"""One text read once, in a process of its own: the part of the benchmark that is measured.

    python -m evaluation.one_reading fabula novel.epub [--rules-only]
    python -m evaluation.one_reading spacy novel.txt --spacy en_core_web_sm

Prints a `Reading` as JSON. A reader first reads the example story, so that its libraries, word
lists and weights are in memory; what that takes is `start`, and the clock of the reading runs
from then on. Nothing is imported before it is needed: the memory of one reader has nothing of
the other's.
"""

import importlib
import importlib.metadata
import resource
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import msgspec

from evaluation.figures import NotMeasured, ending_in_one_line
from evaluation.made_up_book import EXAMPLE

P = ParamSpec("P")
T = TypeVar("T")

ENCODER_CALLS = {
    "fabula.encoder": ("encode",),
    "fabula.encoder.vectors": ("mention_vectors", "utterance_vectors"),
    "fabula.encoder.pairs": ("score_coreference", "score_speech"),
}
"""The functions in which the encoder works, by their module."""


class Reading(msgspec.Struct, frozen=True):
    """What one reading took: seconds, and memory in millions of bytes."""

    reader: str
    """“Fabula”, “rules” for Fabula without its encoder, or “spaCy”."""
    version: str
    start: float
    """From the first import to the end of the example story."""
    seconds: float
    """By the clock, from opening the file to the finished story."""
    cpu_seconds: float
    """Of all threads: without the waiting on a busy machine, twice the clock on two full cores."""
    peak_mb: float
    """The most that the process held at once, libraries and weights included."""
    encoder_seconds: float | None
    """The part of `seconds` inside the encoder; None for a reader that has none."""
    stages: dict[str, float]
    """The seconds of each stage, in order."""


class StageClock:
    """Takes the seconds of each stage, when given as `progress` to `fabula.read`."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._stage = "source"
        self._since = time.perf_counter()

    def __call__(self, stage: str, number: int, total: int) -> None:  # noqa: ARG002
        """End the stage that runs and begin the next."""
        self.stop()
        self._stage = stage

    def stop(self) -> None:
        """End the stage that runs."""
        now = time.perf_counter()
        self.stages[self._stage] = round(now - self._since, 4)
        self._since = now


class CallClock:
    """Adds up the seconds inside some functions; a call within a call counts once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._inside = False

    def timed(self, function: Callable[P, T]) -> Callable[P, T]:
        """The same function, with the clock running while it works."""

        def call(*given: P.args, **named: P.kwargs) -> T:
            if self._inside:
                return function(*given, **named)
            self._inside, since = True, time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                self._inside = False
                self.seconds += time.perf_counter() - since

        return call


def clock_encoder() -> CallClock:
    """A clock on all calls of the encoder, from now on in this process.

    Stages hold the functions under names of their own, so each holder gets the timed one.
    """
    clock = CallClock()
    for module, names in ENCODER_CALLS.items():
        for name in names:
            function = getattr(importlib.import_module(module), name)
            _put_in_place(function, clock.timed(function))
    return clock


def _put_in_place(function: object, timed: object) -> None:
    ours = [module for name, module in sys.modules.items() if name.split(".")[0] == "fabula"]
    for module in ours:
        for name in [name for name, value in vars(module).items() if value is function]:
            setattr(module, name, timed)


def read_with_fabula(path: Path, *, rules_only: bool = False) -> Reading:
    """Read a story with all stages; by the rules alone if asked or if there are no weights.

    Raises:
        NotMeasured: if the file or the weights cannot be read.
    """
    begun = time.perf_counter()
    import fabula
    from fabula.pipeline import bundled

    encoder = None if rules_only else bundled
    calls = CallClock() if rules_only else clock_encoder()
    try:
        fabula.read(EXAMPLE, encoder=encoder)
        start, earlier = time.perf_counter() - begun, calls.seconds
        since, cpu_since = time.perf_counter(), time.process_time()
        stages = StageClock()
        story = fabula.read(path, encoder=encoder, progress=stages)
    except fabula.FabulaError as error:
        raise NotMeasured(str(error)) from error
    stages.stop()
    seconds, cpu_seconds = time.perf_counter() - since, time.process_time() - cpu_since
    if not story.document.tokens:
        raise NotMeasured(f"{path}: expected a story, found no words")
    encoded = "encoder" in stages.stages
    return Reading(
        reader="Fabula" if encoded else "rules",
        version=f"Fabula {fabula.__version__}",
        start=round(start, 3),
        seconds=round(seconds, 3),
        cpu_seconds=round(cpu_seconds, 3),
        peak_mb=peak_mb(),
        encoder_seconds=round(calls.seconds - earlier, 3) if encoded else None,
        stages=stages.stages,
    )


def read_with_spacy(path: Path, model: str) -> Reading:
    """Read plain text with a pipeline of spaCy: all its parts, paragraph by paragraph.

    The results are kept until the end, as Fabula keeps its story. One process, like Fabula.

    Raises:
        NotMeasured: if spaCy or the model is not installed.
    """
    begun = time.perf_counter()
    nlp = _pipeline(model)
    list(nlp.pipe(_paragraphs(EXAMPLE)))
    start = time.perf_counter() - begun
    since, cpu_since = time.perf_counter(), time.process_time()
    read = list(nlp.pipe(_paragraphs(path)))
    seconds, cpu_seconds = time.perf_counter() - since, time.process_time() - cpu_since
    if not read:
        raise NotMeasured(f"{path}: expected a text, found no paragraph")
    meta = nlp.meta
    return Reading(
        reader="spaCy",
        version=f"spaCy {importlib.metadata.version('spacy')} "
        f"with {meta['lang']}_{meta['name']} {meta['version']}",
        start=round(start, 3),
        seconds=round(seconds, 3),
        cpu_seconds=round(cpu_seconds, 3),
        peak_mb=peak_mb(),
        encoder_seconds=None,
        stages={"spaCy’s pipeline": round(seconds, 4)},
    )


def _pipeline(model: str) -> Any:  # noqa: ANN401  # spaCy is no dependency
    """A pipeline of spaCy by the name of its package, or of a module that can load one."""
    try:
        spacy = importlib.import_module("spacy")
    except ImportError:
        raise NotMeasured("spaCy is not installed") from None
    try:
        return spacy.load(model)
    except OSError:  # spaCy knows no such package; some are published under other names
        pass
    try:
        module = importlib.import_module(model)
    except ImportError:
        raise NotMeasured(f"spaCy has no model {model}; name another with --spacy") from None
    return module.load()


def _paragraphs(path: Path) -> list[str]:
    """What stands between empty lines. Whole books at once are more than spaCy allows."""
    paragraphs = path.read_text(encoding="utf-8").split("\n\n")
    return [paragraph.strip() for paragraph in paragraphs if paragraph.strip()]


def peak_mb() -> float:
    """The most memory that this process has held at once, in millions of bytes.

    Linux counts into getrusage what the parent held when it started the process, so there the
    figure is the process's own high-water mark (VmHWM).
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        marks = [int(line.split()[1]) for line in lines if line.startswith("VmHWM:")]
        if marks:
            return round(marks[0] * 1024 / 1e6, 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024  # elsewhere it is counted in KiB
    return round(peak * unit / 1e6, 1)


@ending_in_one_line()
def main(arguments: Sequence[str] | None = None) -> None:
    """Read one file and print what it took as JSON."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("reader", choices=["fabula", "spacy"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--rules-only", action="store_true", help="Fabula without its encoder")
    parser.add_argument("--spacy", default="en_core_web_sm", metavar="MODEL")
    options = parser.parse_args(arguments)
    if options.reader == "fabula":
        reading = read_with_fabula(options.file, rules_only=options.rules_only)
    else:
        reading = read_with_spacy(options.file, options.spacy)
    print(msgspec.json.encode(reading).decode())


if __name__ == "__main__":
    main()
