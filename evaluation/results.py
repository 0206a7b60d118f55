"""Runs the benchmarks and writes RESULTS.md.

    python -m evaluation.results --data FOLDER
    python -m evaluation.results --data FOLDER --only litbank_events --only mobility
    python -m evaluation.results --data FOLDER --rules-only

The figures of each run are kept in `evaluation/figures.json` with the fingerprints of the data
and of the weights they were measured with, so that one benchmark can be measured again without
the others. `--rules-only` measures the column “by rules”, what a reading without the encoder gets.
Neither file has a date or a time: the same program, weights and data give the same bytes.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from evaluation import encoding, pdnc
from evaluation.digests import digest
from evaluation.figures import NotMeasured
from evaluation.registry import BENCHMARKS, Benchmark
from evaluation.result_tables import Table
from fabula.pipeline import Encoder

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ROOT / "evaluation" / "figures.json"
RESULTS = ROOT / "RESULTS.md"

_HEAD = """# Results

Written by `python -m evaluation.results`; do not edit by hand. All figures are in per cent, and
every task is measured on raw text through the public reading, without oracles unless its protocol
says so. Published figures stand beside ours for orientation: their documents and protocols are
their own, as noted, and ours are of development documents until the held-out ones are scored.
"""


class Measured(Struct, frozen=True, omit_defaults=True):
    """The figures of one benchmark and the digests of the data folders that it read.

    `weights` is the digest of the encoder's weights, None if rules read alone; `by_rules` are the
    figures of a reading by rules alone of the same data, empty if nobody measured them.
    """

    figures: dict[str, float]
    digests: dict[str, str]
    weights: str | None = None
    by_rules: dict[str, float] = {}


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
    encoder = encoding.encoder_here()
    return Measured(
        figures=_figures(benchmark, data, encoder),
        digests=_digests(benchmark, data),
        weights=encoding.weights_digest() if encoder else None,
    )


def run_by_rules(benchmark: Benchmark, data: Path, known: Measured) -> Measured:
    """What is known of a benchmark, with its figures of a reading by rules alone.

    Raises:
        NotMeasured: if it cannot run here, needs the encoder, or has been measured on other data.
    """
    if benchmark.read is None:
        raise NotMeasured("what the encoder says has no rules beside it")
    if known.digests != _digests(benchmark, data):
        raise NotMeasured("it was measured on other data; measure it again with the encoder first")
    return structs.replace(known, by_rules=_figures(benchmark, data, None))


def _figures(benchmark: Benchmark, data: Path, encoder: Encoder | None) -> dict[str, float]:
    if missing := [folder for folder in benchmark.folders if not (data / folder).is_dir()]:
        raise NotMeasured(f"{data} has no folder {', '.join(missing)}")
    if benchmark.read is not None:
        figures = benchmark.read(data, encoder)
    elif benchmark.measure is not None:
        figures = benchmark.measure(data)
    else:
        raise TypeError(f"expected the benchmark '{benchmark.name}' to read or to measure")
    return {name: round(value, 2) for name, value in figures.items()}


def _digests(benchmark: Benchmark, data: Path) -> dict[str, str]:
    return {folder: digest(data / folder) for folder in benchmark.folders}


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
        f"Read: {_reader(measured)}.  \n"
        f"Command: `{_command(benchmark)}`\n\n{tables}"
    )


def _reader(measured: Measured) -> str:
    return f"with the weights `{measured.weights[:12]}…`" if measured.weights else "by rules alone"


def _table(table: Table, measured: Measured) -> str:
    """A column for reading by rules, and one for what others have published, where there is one."""
    columns = [[table.title, *(row.label for row in table.rows)]]
    # A row that is newer than the last measurement is empty until the task is measured again.
    ours = (_shown(measured.figures.get(row.figure)) for row in table.rows)
    columns.append(["Fabula", *ours])
    if measured.by_rules:
        rules = (_shown(measured.by_rules.get(row.figure)) for row in table.rows)
        columns.append(["by rules", *rules])
    marks = ["---", *["---:"] * (len(columns) - 1)]
    if any(row.published for row in table.rows):
        columns.append(["published", *(row.published for row in table.rows)])
        marks.append("---")
    head, *rest = ["| " + " | ".join(cells) + " |" for cells in zip(*columns, strict=True)]
    return "\n".join([head, "|" + "|".join(marks) + "|", *rest]) + "\n"


def _shown(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.1f}"


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
    encoding.rules_only_argument(parser)
    options = parser.parse_args(given)
    measured = load(kept)
    missed = 0
    for benchmark in _chosen(options.only):
        print(f"{benchmark.name} …", file=sys.stderr)
        try:
            if not options.rules_only:
                measured[benchmark.name] = run(benchmark, options.data)
            elif benchmark.read is not None and benchmark.name in measured:
                known = measured[benchmark.name]
                measured[benchmark.name] = run_by_rules(benchmark, options.data, known)
        except NotMeasured as reason:
            missed = 1
            if not options.rules_only:
                measured.pop(benchmark.name, None)
            print(f"{benchmark.name}: not measured: {reason}", file=sys.stderr)
        save(measured, kept)
        written.write_text(page(measured), encoding="utf-8")
    return missed


if __name__ == "__main__":
    sys.exit(main())
