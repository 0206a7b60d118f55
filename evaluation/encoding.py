"""With which encoder a benchmark reads, and what the encoder says where that alone is measured."""

import hashlib
from argparse import ArgumentParser

from evaluation.figures import NotMeasured
from fabula.encoder import encode, model
from fabula.encoder.scores import Scores
from fabula.errors import ModelError
from fabula.pipeline import Encoder, bundled
from fabula.text import Document


def rules_only_argument(parser: ArgumentParser) -> None:
    """Add `--rules-only`: what the encoder is worth shows in two runs of a benchmark."""
    parser.add_argument("--rules-only", action="store_true", help="read without the encoder")


def encoder_here() -> Encoder | None:
    """The bundled encoder; None where its weights are not there, so that rules alone read."""
    return bundled if (model.folder() / "reader.onnx").is_file() else None


def announced(*, rules_only: bool) -> Encoder | None:
    """The encoder to read with, after the first line of a benchmark has said which it is."""
    if rules_only:
        print("Read by rules only, as asked for")
        return None
    if encoder_here() is None:
        print(f"Read by rules only: there are no weights in {model.folder()}")
        return None
    print("Read with the encoder")
    return bundled


def weights_digest() -> str:
    """The SHA-256 of the weights: of the name and content of every file, in order of name.

    Raises:
        FileNotFoundError: if there are none.
    """
    files = sorted(model.folder().glob("*.onnx"))
    if not files:
        raise FileNotFoundError(f"expected weights in {model.folder()}, found none")
    total = hashlib.sha256()
    for path in files:
        total.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()


def scores_of(document: Document) -> Scores:
    """What the bundled encoder says about a segmented document.

    Raises:
        NotMeasured: if the weights are not there.
    """
    try:
        return encode(document)
    except ModelError as error:
        raise NotMeasured(str(error)) from error
