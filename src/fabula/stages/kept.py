"""What several stages read out of a story alike, worked out once for each reading.

The mentions as the rules see them, the narration with its grammar: many stages begin with the
same views of the layers before them, and a layer never changes once it is written.
"""

from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from operator import is_
from typing import Concatenate, ParamSpec, TypeAlias, TypeVar, cast

from fabula.story import Story

Given = ParamSpec("Given")
Result = TypeVar("Result")

_Kept: TypeAlias = MutableMapping[Callable[..., object], tuple[tuple[object, ...], object]]

_KEPT: ContextVar[_Kept | None] = ContextVar("kept", default=None)


@contextmanager
def one_reading() -> Iterator[None]:
    """While this lasts, `kept` views are kept; all are let go at its end.

    Each thread has readings of its own.
    """
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def kept(
    *layers: str,
) -> Callable[
    [Callable[Concatenate[Story, Given], Result]], Callable[Concatenate[Story, Given], Result]
]:
    """Make a function of a story remember its last result in one reading.

    `layers` are the fields of the story that the function reads, “document” among them. A story
    with the very same ones, and the very same other arguments, gets the result that is there;
    equal is not enough, so that asking costs nothing. The result is shared: nobody may change it.
    Outside a reading the function is called as ever.
    """

    def remembering(
        view: Callable[Concatenate[Story, Given], Result],
    ) -> Callable[Concatenate[Story, Given], Result]:
        @wraps(view)
        def remembered(story: Story, /, *args: Given.args, **named: Given.kwargs) -> Result:
            shelf = _KEPT.get()
            if shelf is None:
                return view(story, *args, **named)
            read = (*(getattr(story, layer) for layer in layers), *args, *named.values())
            if view not in shelf or not _same(shelf[view][0], read):
                shelf[view] = read, view(story, *args, **named)
            return cast(Result, shelf[view][1])

        return remembered

    return remembering


def _same(before: tuple[object, ...], read: tuple[object, ...]) -> bool:
    return len(before) == len(read) and all(map(is_, before, read))
