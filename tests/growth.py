"""How the time that work takes grows with its input, also on a machine that is busy."""

import gc
import time
from collections.abc import Callable

LINEAR = 3.0
"""Linear work grows by about 1; quadratic work over eight times the input by about 8."""


def growth(work: Callable[[int], object], size: int, times: int = 8) -> float:
    """By how much more than its input grows the work of `size * times` over that of `size`.

    The quickest of several runs is taken of both, without collections of garbage between: what
    other programs take from a run can only make it longer.
    """
    small = min(_seconds(work, size) for _ in range(3))
    large = min(_seconds(work, size * times) for _ in range(2))
    return large / max(small, 0.001) / times


def _seconds(work: Callable[[int], object], size: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()
