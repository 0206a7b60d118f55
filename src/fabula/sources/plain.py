"""Plain text: paragraphs from lines, emphasis from the marks that people type."""

from fabula.sources import decoding
from fabula.sources.assembly import assemble
from fabula.sources.decoding import Decoded
from fabula.sources.emphasis import emphasis_marks
from fabula.sources.lines import all_lines
from fabula.sources.wrapping import lay_out
from fabula.text import Document


def read(data: bytes, name: str, encoding: str | None = None) -> Document:
    """Read a plain text file.

    Raises:
        SourceError: if the bytes are not text, or there is no story in it.
    """
    return _document(decoding.decode(data, name, encoding), name)


def from_text(text: str, name: str = "story.txt") -> Document:
    """Read text that is already decoded.

    `from_text("“Ready?”")` has one paragraph, `Paragraph(0, 8)`.

    Raises:
        SourceError: if there is no story in it, or more than a story can have.
    """
    return _document(decoding.from_string(text, name), name)


def _document(decoded: Decoded, name: str) -> Document:
    text = decoded.text
    layout = lay_out(text, all_lines(text, name))
    marks = (*layout.marks, *emphasis_marks(text, layout.paragraphs))
    return assemble(decoded, name, "plain", layout.paragraphs, marks=marks)
