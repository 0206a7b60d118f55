"""An error browser: what is wrong, where, and which mechanism fails most.

    python -m evaluation.errors TheSignOfTheFour --data FOLDER
    python -m evaluation.errors TheSignOfTheFour --kind implicit --count 40 --seed 7
    python -m evaluation.errors 36 60 --layer mentions --data FOLDER

For novels of the Project Dialogism Novel Corpus it prints wrong lines with their passage, the
gold and the given speaker, the candidates, the class of evidence with its cue and the confidence
that is stated, and what caused the error (`speaker_errors` says how causes are told apart). For
documents of LitBank, named by their numbers, it prints the errors of a layer. Tables over all
errors close the page. The lines shown are drawn at random, the same ones for the same seed.
"""

import random
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TypeVar, get_args

from evaluation import encoding, layer_errors, pdnc, speaker_errors
from evaluation.figures import NotMeasured, ending_in_one_line
from evaluation.litbank import document_names, load_document
from evaluation.litbank_reading import Reading, read_text
from evaluation.speakers import TYPES
from fabula.pipeline import Encoder

COUNT, SEED = 20, 20

T = TypeVar("T")


def drawn(items: Sequence[T], count: int, seed: int) -> list[T]:
    """So many items at random, in their order; all of them if there are no more."""
    chosen = random.Random(seed).sample(range(len(items)), min(count, len(items)))
    return [items[index] for index in sorted(chosen)]


def _speakers(options: Namespace, encoder: Encoder | None) -> None:
    novels = {novel.name: novel for novel in pdnc.load(options.data, options.names)}
    examined = [
        each
        for novel in novels.values()
        for each in speaker_errors.examine(novel, pdnc.read(novel, encoder, until="attributions"))
        if options.kind in {None, each.answer.gold.type}
    ]
    wrong = [each for each in examined if each.cause]
    for each in drawn(wrong, options.count, options.seed):
        print(speaker_errors.show(novels[each.novel], each), end="\n\n")
    print(speaker_errors.report(examined))


def _layer(options: Namespace, encoder: Encoder | None) -> None:
    golds = [load_document(options.data, name) for name in options.names]
    errors = [
        error
        for gold in golds
        for error in layer_errors.errors_in(Reading(gold, read_text(gold, encoder)), options.layer)
    ]
    for error in drawn(errors, options.count, options.seed):
        print(layer_errors.show(error), end="\n\n")
    print(layer_errors.report(errors))


def _check(options: Namespace) -> bool:
    """Whether the names are LitBank's.

    Raises:
        NotMeasured: if the data has none of them, or novels and documents are mixed.
    """
    documents, novels = set(document_names(options.data)), set(pdnc.novel_names(options.data))
    names = set(options.names)
    if names <= documents or names <= novels:
        return names <= documents
    raise NotMeasured(
        f"expected novels of PDNC or numbers of LitBank in {options.data}, found "
        f"{', '.join(sorted(names - documents - novels) or sorted(names))}"
    )


@ending_in_one_line()
def main(given: Sequence[str] | None = None) -> None:
    """Print errors and the tables over them."""
    parser = ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    pdnc.data_argument(parser)
    encoding.rules_only_argument(parser)
    parser.add_argument("names", nargs="+", metavar="NAME", help="a novel or a LitBank number")
    parser.add_argument("--count", type=int, default=COUNT, metavar="N", help="errors to print")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help="draws other errors")
    parser.add_argument("--kind", choices=TYPES, help="of novels: quotations of one type")
    parser.add_argument(
        "--layer",
        choices=get_args(layer_errors.Layer),
        default="mentions",
        help="of LitBank's documents",
    )
    options = parser.parse_args(given)
    of_litbank = _check(options)
    encoder = encoding.announced(rules_only=options.rules_only)
    (_layer if of_litbank else _speakers)(options, encoder)


if __name__ == "__main__":
    main()
