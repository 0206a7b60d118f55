"""Write trained weights as the ONNX files that readers run.

    python -m training.export WEIGHTS.pt --data FOLDER --out FOLDER

`reader.onnx` is quantised to 8 bits with scales fixed beforehand on LitBank's training documents
(static quantisation): scales that follow each input, as in dynamic quantisation, would make what
is read in one window depend on the windows beside it. Weights have one scale for each column,
word embeddings one for each word. The small networks over spans stay in full precision; those
over pairs look their features up a few at a time (`JointFeatures`).
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime import quantization
from torch import Tensor, nn

from evaluation.litbank import TRAINING
from fabula.encoder import windows
from fabula.encoder.pair_features import COREFERENCE_SIZES, SPEECH_SIZES
from fabula.encoder.pieces import pieces_of
from fabula.encoder.windows import Batch
from training import passages
from training.network import SPAN_VECTOR, STATE, Network, Pairs, Reader

OPSET = 17
"""Understood by every ONNX Runtime since 1.13."""

CALIBRATION_DOCUMENTS = 12
"""Training documents from which the ranges of activations are taken: about 160 windows."""

LEAST_COLUMNS = 64
"""Narrower products (the last step to a score) cost little and stay in full precision."""

INPUTS = ("pieces", "cases", "first")
OUTPUTS = ("states", "salience", "event", "tag", "relation", "arc", "span")
"""What readers need. The scene's score is for training alone, so that states know of scenes: where
one begins is told from many states together (`training.scene_network`)."""


class CompactEmbedding(nn.Module):
    """An embedding in 8 bits, with a scale for each row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """[b, t] → [b, t, d]."""
        return self.rows[ids].float() * self.scale[ids]


COREFERENCE_TABLES = ((0, 1), (2, 5, 6), (3, 4, 8, 9), (7,))
SPEECH_TABLES = ((0, 4, 5), (1, 2, 3))
"""Features, by their place, that share a table: 789 rows and 363 in all. With fewer and larger
tables the rows in use no longer stay in the processor's cache."""


class JointFeatures(nn.Module):
    """The sum of the vectors of a pair's features, some of them added up beforehand.

    A table has a row for each way in which its features may fall together, the last of them
    counting fastest. To look up ten rows and add them took half of the time of a pair.
    """

    def __init__(
        self, weight: Tensor, sizes: Sequence[int], tables: Sequence[Sequence[int]]
    ) -> None:
        """`weight` [features, v] are the rows of all features, feature after feature."""
        super().__init__()
        own = weight.split(list(sizes))
        begins = first_rows(sizes)
        steps = torch.zeros(len(sizes), len(tables), dtype=torch.int64)
        joint: list[Tensor] = []
        for column, chosen in enumerate(tables):
            rows = torch.zeros(1, weight.shape[1])
            for feature in chosen:
                steps[list(chosen), column] *= sizes[feature]
                steps[feature, column] = 1
                rows = (rows[:, None] + own[feature]).flatten(0, 1)
            joint.append(rows)
        self.register_buffer("rows", torch.cat(joint))
        self.register_buffer("steps", steps)
        starts = first_rows([len(rows) for rows in joint])
        self.register_buffer("shift", starts - begins @ steps)

    def forward(self, features: Tensor) -> Tensor:
        """[p, f] rows of the features → [p, v]."""
        chosen = features @ self.steps + self.shift  # [p, tables]
        parts = [self.rows[rows] for rows in chosen.unbind(1)]
        return sum(parts[1:], parts[0])


def first_rows(sizes: Sequence[int]) -> Tensor:
    """Where each of several tables begins when they stand one below the other."""
    return torch.tensor([sum(sizes[:number]) for number in range(len(sizes))])


class ReaderOutputs(nn.Module):
    """The reader with its scores in a fixed order."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, cases: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """As `Reader.forward`, in the order of `OUTPUTS`."""
        scores = self.reader(pieces, cases, first)
        return tuple(scores[name] for name in OUTPUTS)


def export(network: Network, calibration: Sequence[Batch], folder: Path) -> None:
    """Write all files of a model into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    network = network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "reader.onnx"
        write_reader(network.reader, plain)
        quantise(plain, calibration, folder / "reader.onnx")
    for name in ("mentions", "utterances"):
        _write_vectors(getattr(network, name), folder / f"{name}.onnx")
    _write_coreference(network.coreference, folder / "coreference.onnx")
    _write_speech(network.speech, folder / "speech.onnx")


def write_reader(reader: Reader, path: Path) -> None:
    """The reader with compact word embeddings and all else in full precision."""
    reader.encoder.words = CompactEmbedding(reader.encoder.words.weight.data)  # type: ignore[assignment]
    places = torch.ones(2, 256, dtype=torch.int64)
    first = torch.ones(2, 9, dtype=torch.int64)
    _write(
        ReaderOutputs(reader),
        (places, places, first),
        names=INPUTS,
        outputs=OUTPUTS,
        axes={
            "pieces": {0: "windows", 1: "width"},
            "cases": {0: "windows", 1: "width"},
            "first": {0: "windows", 1: "tokens"},
        },
        path=path,
    )


def quantise(plain: Path, calibration: Sequence[Batch], path: Path) -> None:
    """Static 8 bits (QDQ) for every product with a weight of more than a few columns."""
    model = onnx.load(plain)
    columns = {weight.name: weight.dims[-1] for weight in model.graph.initializer if weight.dims}
    chosen = [
        node.name
        for node in model.graph.node
        if node.op_type in {"MatMul", "Gemm"}
        and any(columns.get(name, 0) >= LEAST_COLUMNS for name in node.input)
    ]
    quantization.quantize_static(
        plain,
        path,
        _Calibration(calibration),
        quant_format=quantization.QuantFormat.QDQ,
        nodes_to_quantize=chosen,
        per_channel=True,
        activation_type=quantization.QuantType.QUInt8,
        weight_type=quantization.QuantType.QInt8,
        calibrate_method=quantization.CalibrationMethod.MinMax,
        # What a product gives goes straight into a sum in full precision.
        extra_options={"OpTypesToExcludeOutputQuantization": ["MatMul", "Gemm"]},
    )


class _Calibration(quantization.CalibrationDataReader):
    """Feeds real prose to the quantiser, a batch at a time."""

    def __init__(self, batches: Sequence[Batch]) -> None:
        self._feeds = iter({name: getattr(batch, name) for name in INPUTS} for batch in batches)

    def get_next(self) -> dict[str, np.ndarray] | None:
        """The inputs of one batch; None at the end."""
        return next(self._feeds, None)


def _write_vectors(module: nn.Module, path: Path) -> None:
    names = ("first", "last", "content")
    _write(
        module,
        tuple(torch.zeros(3, STATE) for _ in names),
        names=names,
        outputs=("vectors",),
        axes={name: {0: "spans"} for name in names},
        path=path,
    )


class _Within(nn.Module):
    """Pairs among the spans of one table, with one answer for each."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self.pairs = pairs

    def forward(self, vectors: Tensor, left: Tensor, right: Tensor, features: Tensor) -> Tensor:
        return self.pairs(vectors, vectors, left, right, features).squeeze(-1)


def _joined(pairs: Pairs, sizes: Sequence[int], tables: Sequence[Sequence[int]]) -> Tensor:
    """Gives the network joint features, and is an example of what it takes [4, features]."""
    pairs.features = JointFeatures(pairs.features.weight.data, sizes, tables)  # type: ignore[assignment]
    return first_rows(sizes).expand(4, -1)


def _write_coreference(pairs: Pairs, path: Path) -> None:
    rows = torch.zeros(4, dtype=torch.int64)
    features = _joined(pairs, COREFERENCE_SIZES, COREFERENCE_TABLES)
    _write(
        _Within(pairs),
        (torch.zeros(3, SPAN_VECTOR), rows, rows, features),
        names=("vectors", "left", "right", "features"),
        outputs=("score",),
        axes={
            "vectors": {0: "spans"},
            "left": {0: "pairs"},
            "right": {0: "pairs"},
            "features": {0: "pairs"},
        },
        path=path,
    )


def _write_speech(pairs: Pairs, path: Path) -> None:
    rows = torch.zeros(4, dtype=torch.int64)
    features = _joined(pairs, SPEECH_SIZES, SPEECH_TABLES)
    _write(
        pairs,
        (torch.zeros(2, SPAN_VECTOR), torch.zeros(3, SPAN_VECTOR), rows, rows, features),
        names=("utterances", "mentions", "left", "right", "features"),
        outputs=("score",),
        axes={
            "utterances": {0: "quotations"},
            "mentions": {0: "spans"},
            "left": {0: "pairs"},
            "right": {0: "pairs"},
            "features": {0: "pairs"},
        },
        path=path,
    )


def _write(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    *,
    names: Sequence[str],
    outputs: Sequence[str],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    torch.onnx.export(
        module.eval(),
        inputs,
        path,
        input_names=list(names),
        output_names=list(outputs),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def calibration_batches(file: Path) -> Iterator[Batch]:
    """Windows of printed training documents, eight at a time."""
    chosen = set(TRAINING[:CALIBRATION_DOCUMENTS])
    for passage in passages.read(file):
        if passage.id in chosen:
            yield from windows.batches(pieces_of(passages.document(passage)), 8)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the files and say how large they are."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("weights", type=Path, metavar="WEIGHTS.pt")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    options = parser.parse_args(arguments)
    network = Network()
    network.load_state_dict(torch.load(options.weights, weights_only=True))
    export(network, list(calibration_batches(options.data / "litbank.jsonl")), options.out)
    for path in sorted(options.out.glob("*.onnx")):
        print(f"{path.stat().st_size / 1e6:7.2f} MB  {path.name}")


if __name__ == "__main__":
    main()
