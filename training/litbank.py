"""Write LitBank as running text with every annotation on it.

    python -m training.litbank --data FOLDER --out FILE [--line-ends joined|kept]

One document a line, as JSON: `evaluation.litbank.GoldDocument`. 67 of the 80 documents are the
text of the book itself, so that a model trains on what it will read; the others are put together
from the tokens. `TRAINING` and `DEVELOPMENT` of `evaluation.litbank` say which to train on.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from evaluation import litbank, pdnc
from evaluation.litbank import GoldDocument
from training.augmentation.line_ends import with_joined_lines


def documents(data: Path, *, join_lines: bool = True) -> Iterator[GoldDocument]:
    """The documents of `data`, each paragraph on one line unless line ends are to be kept."""
    for name in litbank.document_names(data):
        document = litbank.load_document(data, name)
        yield with_joined_lines(document) if join_lines else document


def write(path: Path, found: Iterable[GoldDocument]) -> None:
    """Write one document a line."""
    path.write_bytes(msgspec.json.Encoder().encode_lines(found))


def read(path: Path) -> list[GoldDocument]:
    """The documents of a file that `write` made."""
    return msgspec.json.Decoder(GoldDocument).decode_lines(path.read_bytes())


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the file and say what is in it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE")
    parser.add_argument("--line-ends", choices=("joined", "kept"), default="joined")
    options = parser.parse_args(arguments)
    found = list(documents(options.data, join_lines=options.line_ends == "joined"))
    write(options.out, found)
    books = sum(document.printed == "book" for document in found)
    print(f"{len(found)} documents, {books} as their books print them")
    for layer in ("mentions", "attributes", "entities", "events", "quotations"):
        print(f"{sum(len(getattr(document, layer)) for document in found):>7,} {layer}")


if __name__ == "__main__":
    main()
