"""Whether a story is sound: every span in the text, every id there."""

from collections.abc import Iterator

from msgspec import Struct, structs

from fabula.errors import StoryError
from fabula.story import LAYERS, Located, Story
from fabula.text import Span, Spanned


def check(story: Story) -> None:
    """See that every span lies in the text and every id is there.

    Raises:
        StoryError: naming the first record that points nowhere.
    """
    length = len(story.document.text)
    known = {record.id for layer in _IDENTIFIED for record in getattr(story, layer)}
    for layer in LAYERS:
        for record in getattr(story, layer):
            for span in _spans(record):
                if span.end > length:
                    raise StoryError(f"{layer}: {record} lies outside the text of {length}")
            for name in _references(record):
                if name not in known:
                    raise StoryError(f"{layer}: {record} names '{name}', which does not exist")


_IDENTIFIED = ("chapters", "scenes", "quotations", "mentions", "cast", "chains", "events")
_LISTS_OF_IDS = frozenset({"also", "candidates", "agents", "patients", "recipients"})


def _spans(record: Struct) -> Iterator[Spanned]:
    if isinstance(record, Located):
        yield record.span
    for value in structs.astuple(record):
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, Span))
            yield from (span for item in _inner(value) for span in _spans(item))


def _references(record: Struct) -> Iterator[str]:
    for field in record.__struct_fields__:
        value = getattr(record, field)
        if value is None:
            continue
        if field.endswith("_id") or field == "within":
            yield value
        elif field.endswith("_ids") or field in _LISTS_OF_IDS:
            yield from value
        elif isinstance(value, tuple):
            yield from (name for item in _inner(value) for name in _references(item))


def _inner(value: tuple[object, ...]) -> Iterator[Struct]:
    """The records within a record, such as the comings of a presence."""
    return (item for item in value if isinstance(item, Struct) and not isinstance(item, Span))
