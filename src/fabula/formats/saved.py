"""A story to and from versioned JSON (`chapter.fabula.json`).

The file is one JSON object: `fabula` is the number of the schema, `version` the program that
wrote it, `story` the document and its layers as `fabula.story` and `fabula.text` define them. It
holds the whole text, so that it can be asked without the story file beside it. Spans, tokens and
anchors are arrays; fields that hold their default are left out. The same bytes in, the same
bytes out.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from fabula.errors import FabulaError, SavedStoryError
from fabula.formats.output import write_atomically
from fabula.formats.soundness import check
from fabula.story import Story
from fabula.version import __version__

SCHEMA = 1
"""Raised when stories saved before can no longer be read."""

MAX_SAVED_BYTES = 2_000_000_000
"""A novel of 100,000 words saves to about 10 MB; this allows the longest serials."""

_HEAD = b'{"fabula":'


class SavedStory(Struct, frozen=True):
    """The outermost object of a saved story."""

    fabula: int
    version: str
    story: Story


class _Header(Struct):
    fabula: int
    version: str = "unknown"


def is_saved_story(head: bytes) -> bool:
    """Whether a file that begins like this is a saved story."""
    return head.startswith(_HEAD)


def is_saved_file(path: Path) -> bool:
    """Whether there is a saved story at this place; not where no file is or can be opened."""
    try:
        # A pipe is not looked into: opening one could wait for ever.
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_saved_story(file.read(len(_HEAD)))
    except (OSError, ValueError):  # too long a name, no right to read it, a NUL in it
        return False


def to_json(story: Story) -> bytes:
    """The story as one line of JSON in UTF-8, with a line feed at the end."""
    saved = SavedStory(fabula=SCHEMA, version=__version__, story=story)
    return msgspec.json.encode(saved) + b"\n"


def from_json(data: bytes, name: str = "saved story") -> Story:
    """The story that `to_json` wrote.

    Raises:
        SavedStoryError: if the JSON is damaged, or from a schema this version cannot read.
    """
    try:
        header = msgspec.json.decode(data, type=_Header)
    except (msgspec.DecodeError, RecursionError) as error:
        raise SavedStoryError(
            f"{name}: expected a story saved by 'fabula read -o', found JSON that does not "
            f"parse ({error}); read the story file again"
        ) from error
    if header.fabula != SCHEMA:
        raise SavedStoryError(
            f"{name}: expected saved stories of schema {SCHEMA}, found schema {header.fabula} "
            f"from version {header.version}; read the story file again with this version"
        )
    try:
        story = msgspec.json.decode(data, type=SavedStory).story
        check(story)
    except (msgspec.ValidationError, FabulaError) as error:
        raise SavedStoryError(
            f"{name}: the saved story is damaged ({error}); read the story file again"
        ) from error
    return story


def save(story: Story, path: str | Path) -> None:
    """Write a story to a file, whole or not at all.

    Raises:
        OutputError: if the place cannot be written, or holds a file that is no saved story.
    """
    write_atomically(Path(path), to_json(story), replaces=is_saved_story)


def load(path: str | Path) -> Story:
    """Read a story that `save` or `fabula read -o` wrote.

    Raises:
        SavedStoryError: if the file is missing, damaged or from another schema.
    """
    place = Path(path)
    try:
        if place.stat().st_size > MAX_SAVED_BYTES:
            raise SavedStoryError(f"{place}: larger than any saved story; read the story again")
        data = place.read_bytes()
    except OSError as error:
        raise SavedStoryError(
            f"{place}: expected a saved story, found none that can be opened "
            f"({error.strerror}); check the name"
        ) from error
    return from_json(data, str(place))
