"""Write LitBank as passages: each document as printed, and as people write today.

    python -m training.litbank_passages --data FOLDER --out litbank.jsonl [--variants 7]

Every document comes plain, under its own number, and then changed by `augmented` with seeds from
1 up, under `NUMBER/SEED`; each with mentions, entities, events, speakers, items and a parse.
`TRAINING` and `DEVELOPMENT` of `evaluation.litbank` say which numbers to train on.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation import pdnc
from training import litbank
from training.augmentation import augmented
from training.items import with_items
from training.parsing import Parser, with_parse
from training.passages import Passage, from_litbank, write

VARIANTS = 7
"""Changed copies of each document: one for each two of about fifteen epochs."""


def passages(data: Path, variants: int = VARIANTS) -> Iterator[Passage]:
    """Each document and its variants, without parse and items."""
    for gold in litbank.documents(data):
        yield from_litbank(gold)
        for seed in range(1, variants + 1):
            yield from_litbank(augmented(gold, seed), f"{gold.id}/{seed}")


def main(arguments: Sequence[str] | None = None, parser: Parser | None = None) -> None:
    """Write the file and say how many passages it has."""
    options = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(options)
    options.add_argument("--out", type=Path, required=True, metavar="FILE")
    options.add_argument("--variants", type=int, default=VARIANTS, metavar="NUMBER")
    chosen = options.parse_args(arguments)
    found = passages(chosen.data, chosen.variants)
    print(f"{write(chosen.out, with_items(with_parse(found, parser)))} passages")


if __name__ == "__main__":
    main()
