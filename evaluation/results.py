"""Runs the benchmarks and writes RESULTS.md.

    python -m evaluation.results --data FOLDER
    python -m evaluation.results --data FOLDER --only litbank_events --only mobility

The figures of each run are kept in `evaluation/figures.json` with the fingerprints of the data
they were measured on, so that one benchmark can be measured again without the others. Neither
file has a date or a time: the same program and the same data give the same bytes.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation import pdnc
from evaluation.digests import digest
from evaluation.figures import NotMeasured
from evaluation.registry import BENCHMARKS, Benchmark, Table

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "evaluation" / "figures.json"
RESULTS = ROOT / "RESULTS.md"

_HEAD = """# Results

Written by `python -m evaluation.results`; do not edit by hand. All figures are in per cent, and
every task is measured on raw text through the public reading, without oracles unless its protocol
says so. Published figures stand beside ours for orientation: their documents and protocols are
their own, as noted, and ours are of development documents until the held-out ones are scored.
"""


class Measured(Struct, frozen=True):
    """The figures of one benchmark and the digests of the data folders that it read."""

    figures: dict[str, float]
    digests: dict[str, str]


def load(path: Path) -> dict[str, Measured]:
    """The figures of earlier runs, by benchmark."""
    if not path.exists():
        return {}
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Measured])


def save(measured: Mapping[str, Measured], path: Path) -> None:
    """Keep the figures, in order of name."""
    encoded = msgspec.json.encode(dict(sorted(measured.items())), order="sorted")
    path.write_bytes(msgspec.json.format(encoded, indent=2) + b"\n")


def run(benchmark: Benchmark, data: Path) -> Measured:
    """Measure one benchmark.

    Raises:
        NotMeasured: if it cannot run here.
    """
    if missing := [folder for folder in benchmark.folders if not (data / folder).is_dir()]:
        raise NotMeasured(f"{data} has no folder {', '.join(missing)}")
    figures = benchmark.measure(data)
    return Measured(
        figures={name: round(value, 2) for name, value in figures.items()},
        digests={folder: digest(data / folder) for folder in benchmark.folders},
    )


def page(measured: Mapping[str, Measured], benchmarks: Iterable[Benchmark] = BENCHMARKS) -> str:
    """RESULTS.md: a table for each task that was measured, then the data."""
    known = [each for each in benchmarks if each.name in measured]
    parts = [_HEAD, *(_section(each, measured[each.name]) for each in known)]
    return "\n".join([*parts, _data_table(known, measured)])


def _section(benchmark: Benchmark, measured: Measured) -> str:
    tables = "\n".join(_table(table, measured) for table in benchmark.tables)
    return (
        f"## {benchmark.title}\n\n"
        f"Protocol: {benchmark.protocol}.  \n"
        f"Split: {benchmark.split}.  \n"
        f"Command: `{_command(benchmark)}`\n\n{tables}"
    )


def _table(table: Table, measured: Measured) -> str:
    """A column for what others have published only where somebody has."""
    compared = any(row.published for row in table.rows)
    cells = [[table.title, "Fabula", "published"]]
    cells += [
        [row.label, f"{measured.figures[row.figure]:.1f}", row.published] for row in table.rows
    ]
    head, *rest = ["| " + " | ".join(row[: 2 + compared]) + " |" for row in cells]
    return "\n".join([head, "|---|---:|" + "---|" * compared, *rest]) + "\n"


def _command(benchmark: Benchmark) -> str:
    where = " --data FOLDER" if benchmark.folders else ""
    return f"python -m evaluation.{benchmark.name}{where}"


def _data_table(known: Iterable[Benchmark], measured: Mapping[str, Measured]) -> str:
    """Which data each benchmark saw: a row for each folder, or several where they differ."""
    seen: dict[tuple[str, str], list[str]] = {}
    for benchmark in known:
        for folder, found in sorted(measured[benchmark.name].digests.items()):
            seen.setdefault((folder, found), []).append(benchmark.name)
    rows = [
        f"| {folder} | `{found}` | {', '.join(names)} |"
        for (folder, found), names in sorted(seen.items())
    ]
    return "## Data\n\n| folder | SHA-256 | read by |\n|---|---|---|\n" + "\n".join(rows) + "\n"


def _chosen(names: Sequence[str] | None) -> list[Benchmark]:
    return [each for each in BENCHMARKS if not names or each.name in names]


def main(given: Sequence[str] | None = None, kept: Path = FIGURES, written: Path = RESULTS) -> int:
    """Measure, keep the figures and write the page; 1 if a benchmark could not run."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    names = [each.name for each in BENCHMARKS]
    parser.add_argument("--only", action="append", choices=names, help="may be given again")
    options = parser.parse_args(given)
    measured = load(kept)
    missed = 0
    for benchmark in _chosen(options.only):
        print(f"{benchmark.name} …", file=sys.stderr)
        try:
            measured[benchmark.name] = run(benchmark, options.data)
        except NotMeasured as reason:
            missed = 1
            measured.pop(benchmark.name, None)
            print(f"{benchmark.name}: not measured: {reason}", file=sys.stderr)
        save(measured, kept)
        written.write_text(page(measured), encoding="utf-8")
    return missed


if __name__ == "__main__":
    sys.exit(main())
