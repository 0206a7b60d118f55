"""Plain text: paragraphs from lines, wrapped or not."""

from fabula.errors import EmptyStoryError
from fabula.sources import lines
from fabula.sources.decoding import Decoded, decode
from fabula.text import Document


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a plain text file."""
    return _document(decode(data, name, encoding), name)


def from_text(text: str, name: str = "story.txt") -> Document:
    """Read text that is already decoded.

    `from_text("“Ready?”\\n\\nShe was.")` has two paragraphs, `Span(0, 8)` and `Span(10, 18)`.
    """
    return _document(Decoded(text, "utf-8"), name)


def _document(decoded: Decoded, name: str) -> Document:
    text = decoded.text
    paragraphs = lines.paragraph_per_line(lines.lines_of(text))
    if not paragraphs:
        raise EmptyStoryError(f"{name}: expected a story, found no text; check the file")
    return Document(
        text=text,
        name=name,
        format="plain",
        paragraphs=paragraphs,
        encoding=decoded.encoding,
        anchors=lines.anchors_of(text, name),
        diagnostics=decoded.diagnostics,
    )
