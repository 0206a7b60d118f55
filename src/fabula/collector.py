"""Python's search for cycles of garbage, put off while a story is read.

The layers of a story are trees of records: what a reading lets go is freed at once by reference
counts. The search would go through all that is kept again and again and find nothing; for a
novel that is a tenth of the time of the stages.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Rest:
    """The search is off while at least one reading goes on."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._readings = 0
        self._was_on = False

    def begin(self) -> None:
        with self._lock:
            if not self._readings:
                self._was_on = gc.isenabled()
                gc.disable()
            self._readings += 1

    def end(self) -> None:
        with self._lock:
            self._readings -= 1
            if not self._readings and self._was_on:
                gc.enable()


_REST = _Rest()


@contextmanager
def put_off() -> Iterator[None]:
    """While this lasts, no search begins; it is on again after the last of several readings."""
    _REST.begin()
    try:
        yield
    finally:
        _REST.end()
