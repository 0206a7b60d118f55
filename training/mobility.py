"""Write passages with a person and a place, and how the person stands to it.

    python -m training.mobility --data FOLDER --out mobility.jsonl [--split dev]

The pairs of `evaluation.mobility_data` (Soni et al., ACL 2023, MIT licence). `dev` is for
measuring: never train on it.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation.mobility_data import Pair, load

from evaluation import pdnc
from fabula.encoder.scores import PLACE_RELATIONS
from training.items import with_items
from training.parsing import Parser, with_parse
from training.passages import Passage, PlaceLabel, write


def passages(pairs: Iterable[Pair]) -> Iterator[Passage]:
    """One passage for each pair, without parse and items."""
    for pair in pairs:
        label = PlaceLabel(
            person=pair.person,
            place=pair.place,
            relation=PLACE_RELATIONS.index(pair.relation),
        )
        yield Passage(id=pair.id, source="mobility", text=pair.text, places=(label,))


def main(arguments: Sequence[str] | None = None, parser: Parser | None = None) -> None:
    """Write the file and say how many passages it has."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(options)
    options.add_argument("--out", type=Path, required=True, metavar="FILE")
    options.add_argument("--split", choices=("train", "dev"), default="train")
    chosen = options.parse_args(arguments)
    found = passages(load(chosen.data, chosen.split))
    print(f"{write(chosen.out, with_items(with_parse(found, parser)))} passages")


if __name__ == "__main__":
    main()
