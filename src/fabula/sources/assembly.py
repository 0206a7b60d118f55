"""What all readers of text files do at the end: put a `Document` together and check it."""

import re
from collections.abc import Iterable, Sequence

from fabula.errors import EmptyStoryError
from fabula.sources.decoding import Decoded
from fabula.sources.lines import anchors_of
from fabula.text import Document, Mark, Metadata, Paragraph

_LETTER = re.compile(r"[^\W\d_]")


def assemble(
    decoded: Decoded,
    name: str,
    format: str,  # noqa: A002  (the field of Document)
    paragraphs: Sequence[Paragraph],
    *,
    marks: Iterable[Mark] = (),
    metadata: Metadata | None = None,
) -> Document:
    """The document of a text file, with its marks in order and an anchor for each line.

    Raises:
        EmptyStoryError: if there is not one letter in the text.
    """
    check_story(decoded.text, name)
    return Document(
        text=decoded.text,
        name=name,
        format=format,
        paragraphs=tuple(paragraphs),
        encoding=decoded.encoding,
        metadata=metadata or Metadata(),
        marks=tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))),
        anchors=anchors_of(decoded.text),
        diagnostics=decoded.diagnostics,
    )


def check_story(text: str, name: str) -> None:
    """See that there is something to read.

    Raises:
        EmptyStoryError: if there is not one letter in the text.
    """
    if _LETTER.search(text):
        return
    if not text:
        found = "an empty file"
    elif text.isspace():
        found = "only white space"
    else:
        found = "no letters"
    raise EmptyStoryError(f"{name}: expected a story, found {found}; check the file")
