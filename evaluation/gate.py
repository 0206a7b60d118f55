"""Fails where a figure falls under its floor.

    python -m evaluation.gate --data FOLDER           # exit 1 if a figure is under its floor
    python -m evaluation.gate --data FOLDER --raise   # floors go up to what is measured now

`floors.toml` has the floors and the fingerprint of the data they were made with; with other data
the gate refuses to judge (exit 2). It measures LitBank's development documents and two novels of
PDNC, in less than three minutes. No run lowers a floor: whoever means to do so edits the file and
says why in the commit.
"""

import math
import sys
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from evaluation import (
    encoding,
    litbank_coreference,
    litbank_events,
    litbank_mentions,
    litbank_reading,
    litbank_speakers,
    pdnc,
    quotations,
    speakers,
    task_figures,
)
from evaluation.digests import digest
from evaluation.figures import Figures, NotMeasured
from evaluation.gold_mentions import read_with_gold
from evaluation.litbank_reading import Reading
from fabula.pipeline import Encoder

FLOORS = Path(__file__).parent / "floors.toml"

NOVELS = ("TheSportOfTheGods", "TheSignOfTheFour")
"""The two shortest development novels."""

SLACK = 0.3
"""Points between a figure and the floor that is made of it: processors round int8 differently."""

GATED: Mapping[str, tuple[str, ...]] = {
    "litbank_mentions": ("entities_f1", "mentions_f1"),
    "litbank_events": ("events_f1",),
    "litbank_coreference": ("predicted_conll", "gold_conll"),
    "litbank_speakers": ("litbank_speakers_conll",),
    "quotations": ("quotations_f1",),
    "speakers": ("speakers", "addressees_f1"),
}
"""The figures that have floors, by benchmark."""

_COMMENT = """\
# Floors of `python -m evaluation.gate`, in per cent, and the SHA-256 of the data that they
# were made with. `--raise` raises them; nothing lowers one but an edit that says why.
"""


class Floors(Struct, frozen=True):
    """What must not get worse; `data` has the digest of each folder."""

    data: dict[str, str]
    floors: dict[str, float]


class OtherData(Exception):
    """The data differs from that which the floors were made with."""


def load(path: Path = FLOORS) -> Floors:
    """The floors of the file; empty where there is none."""
    if not path.exists():
        return Floors({}, {})
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Floors)


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write the file, in order of name."""
    lines = [_COMMENT, "[data]"]
    lines += [f'{folder} = "{found}"' for folder, found in sorted(floors.data.items())]
    lines += ["", "[floors]"]
    lines += [f"{name} = {value:.1f}" for name, value in sorted(floors.floors.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def data_digests(data: Path) -> dict[str, str]:
    """The digests of the folders that the gate reads."""
    return {name: digest(data / name) for name in ("litbank", "litbank-books", "pdnc")}


def check_data(floors: Floors, digests: Mapping[str, str]) -> None:
    """See that the floors were made with this data.

    Raises:
        OtherData: naming the folders that differ.
    """
    other = [name for name, found in digests.items() if floors.data.get(name, found) != found]
    if other:
        raise OtherData(
            f"the floors were made with other data in {', '.join(other)}; expected "
            + ", ".join(f"{name} {floors.data[name][:12]}…" for name in other)
            + ", found "
            + ", ".join(f"{digests[name][:12]}…" for name in other)
        )


def measure(data: Path) -> tuple[Figures, list[str]]:
    """The gated figures, and a line for each benchmark that could not run.

    Everything is read once, and once more with the mentions given.
    """
    figures: dict[str, float] = {}
    skipped = []
    for name, find in _benchmarks(data, encoding.encoder_here()).items():
        try:
            found = find()
        except NotMeasured as reason:
            skipped.append(f"{name}: not measured: {reason}")
            continue
        figures |= {figure: found[figure] for figure in GATED[name]}
    return figures, skipped


def _benchmarks(data: Path, encoder: Encoder | None) -> Mapping[str, Callable[[], Figures]]:
    """Each benchmark on the same readings; those of the novels go as far as the speakers."""
    documents = list(litbank_reading.read_documents(data, "development", encoder))
    spoken = [each for each in documents if each.gold.quotations]
    novels = [
        (novel, pdnc.read(novel, encoder, until="attributions"))
        for novel in pdnc.load(data, NOVELS)
    ]
    return {
        "litbank_mentions": lambda: litbank_mentions.figures(
            [litbank_mentions.compare(each) for each in documents]
        ),
        "litbank_events": lambda: litbank_events.figures(
            [litbank_events.compare(each) for each in documents]
        ),
        "litbank_coreference": lambda: _coreference(documents, encoder),
        "litbank_speakers": lambda: litbank_speakers.figures(
            [litbank_speakers.compare(each.gold, each.story) for each in spoken]
        ),
        "quotations": lambda: task_figures.found_quotations(
            [quotations.compare(novel, story.quotations) for novel, story in novels]
        ),
        "speakers": lambda: task_figures.right_speakers(
            [answer for novel, story in novels for answer in speakers.answers(novel, story)]
        ),
    }


def _coreference(documents: Sequence[Reading], encoder: Encoder | None) -> Figures:
    compare = litbank_coreference.compare
    predicted = [compare(each.gold, each.story) for each in documents]
    given = [compare(each.gold, read_with_gold(each.gold, encoder)) for each in documents]
    return {
        **litbank_coreference.figures(predicted, "predicted"),
        **litbank_coreference.figures(given, "gold"),
    }


def failures(floors: Floors, figures: Figures) -> list[str]:
    """A line for each floor whose figure is under it or was not measured."""
    lines = []
    for name, floor in sorted(floors.floors.items()):
        if name not in figures:
            lines.append(f"{name}: not measured, floor {floor:.1f}")
        elif figures[name] < floor:
            lines.append(f"{name}: {figures[name]:.2f}, under its floor of {floor:.1f}")
    return lines


def raised(floors: Floors, figures: Figures, digests: Mapping[str, str]) -> Floors:
    """The floors, higher where the figures allow it; a figure without a floor gets one."""
    made = {name: math.floor(10 * (value - SLACK)) / 10 for name, value in figures.items()}
    names = {*floors.floors, *made}
    return Floors(
        data={**floors.data, **digests},
        floors={
            name: max(floors.floors.get(name, 0.0), made.get(name, 0.0)) for name in sorted(names)
        },
    )


def main(given: Sequence[str] | None = None, path: Path = FLOORS) -> int:
    """Judge, and say what is wrong: 0 fine, 1 under a floor, 2 other data."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--raise", action="store_true", dest="up", help="raise the floors")
    options = parser.parse_args(given)
    floors = load(path)
    digests = data_digests(options.data)
    try:
        check_data(floors, digests)
    except OtherData as reason:
        print(reason, file=sys.stderr)
        return 2
    figures, skipped = measure(options.data)
    for name, value in sorted(figures.items()):
        floor = floors.floors.get(name)
        print(f"{name:<24}{value:7.2f}   floor {'none' if floor is None else f'{floor:.1f}'}")
    print(*skipped, sep="\n", end="\n" * bool(skipped))
    under = failures(floors, figures)
    print(*under, sep="\n", end="\n" * bool(under), file=sys.stderr)
    if options.up:
        save(raised(floors, figures, digests), path)
    return int(bool(under))


if __name__ == "__main__":
    sys.exit(main())
