"""The bundled weights, run through ONNX Runtime on the CPU.

Each file is loaded when it is first needed and kept for the life of the process. The variable
FABULA_MODELS names another folder to take the weights from, to try some before they ship.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Literal, TypeAlias

from fabula.encoder.scores import Floats, Inputs
from fabula.errors import ModelError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

ModelName: TypeAlias = Literal[
    "reader", "mentions", "utterances", "coreference", "speech", "scenes"
]

FOLDER_VARIABLE = "FABULA_MODELS"

_MOST_THREADS = 2  # a laptop has two quick cores; what a result is does not depend on it
_SLOW_FUSIONS = ["BiasGeluFusion"]
"""Steps that ONNX Runtime would join into one for which it has no quick way on a processor: without
them the reader takes less time, and says the very same.

`SkipLayerNormFusion` is slow, too, but without it sums are rounded in another order, and enough of
the values in 8 bits come out otherwise to cost LitBank's entities 0.6 points.
"""

_LOADING = Lock()


def run_all(name: ModelName, many: Iterable[Inputs]) -> Iterator[dict[str, Floats]]:
    """What a model says to each of these inputs, in order, by the name of the output.

    Two are worked on at a time, and few are asked for ahead, so that memory does not grow with
    their number. Nothing is loaded where there are none. Two inputs side by side keep two cores
    busier than both at one input would, above all when the machine has other work.

    Raises:
        ModelError: as `run`.
    """
    threads = min(_MOST_THREADS, os.cpu_count() or 1)
    with ThreadPoolExecutor(threads, thread_name_prefix="fabula-encoder") as pool:
        waiting: deque[Future[dict[str, Floats]]] = deque()
        for inputs in many:
            waiting.append(pool.submit(run, name, inputs))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def run(name: ModelName, inputs: Inputs) -> dict[str, Floats]:
    """What a model says to these inputs, by the name of the output.

    Raises:
        ModelError: if its file is missing, damaged, or takes other inputs than these.
    """
    path = folder() / f"{name}.onnx"
    with _LOADING:
        session = _session(path)
    takes = {entry.name for entry in session.get_inputs()}
    if takes != set(inputs):
        raise ModelError(
            f"{path}: expected weights that take {', '.join(sorted(inputs))}, found weights that "
            f"take {', '.join(sorted(takes))}; they belong to another version of Fabula"
        )
    outputs = [entry.name for entry in session.get_outputs()]
    return dict(zip(outputs, session.run(outputs, inputs), strict=True))


def folder() -> Path:
    """Where the weights are: in the package, unless FABULA_MODELS names another folder."""
    chosen = os.environ.get(FOLDER_VARIABLE)
    return Path(chosen) if chosen else Path(str(resources.files("fabula.models")))


@cache
def _session(path: Path) -> "InferenceSession":
    if not path.is_file():
        raise ModelError(
            f"{path}: expected the weights of the encoder, found no file; install Fabula again"
        )
    import onnxruntime

    # Builds for Windows would otherwise tell Microsoft what is run.
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # `run_all` has a thread for each core
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL
    options.log_severity_level = 3  # errors: its warnings are of no use to a reader
    try:
        return onnxruntime.InferenceSession(
            path.read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=_SLOW_FUSIONS,
        )
    except Exception as error:  # ONNX Runtime raises a dozen kinds without a common parent
        found = str(error).partition("\n")[0]
        raise ModelError(
            f"{path}: expected the weights of the encoder, found a file that cannot be loaded "
            f"({found}); install Fabula again"
        ) from error
