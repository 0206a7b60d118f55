"""Where each token stands in running text."""

from collections.abc import Sequence

from msgspec import Struct

from fabula.text import Span


class Running(Struct, frozen=True):
    """Running text and the place of each token in it."""

    text: str
    places: tuple[Span, ...]


def places_in(text: str, tokens: Sequence[str]) -> Running | None:
    """The beginning of `text` that these tokens were made from, None if it was not.

    The text must have the tokens' characters in their order, with any white space between them:
    `Don't go!` is where `Do`, `n't`, `go`, `!` come from. One pass over the text.
    """
    places: list[Span] = []
    position = 0
    for token in tokens:
        start = None
        for character in token:
            while position < len(text) and text[position].isspace():
                position += 1
            if text[position : position + 1] != character:
                return None
            start = position if start is None else start
            position += 1
        if start is None:
            return None
        places.append(Span(start, position))
    return Running(text[:position], tuple(places))
