"""Notes under a label, as archives set them: “Chapter Notes”, then an indented block."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from fabula.labels import ParatextRole
from fabula.sources.page import Page
from fabula.text import Paragraph, covering


class Note(Struct, frozen=True):
    """A label with the block under it, from the label's first character to the block's last."""

    start: int
    end: int
    role: ParatextRole


def labelled_notes(
    page: Page, start: int, end: int, labels: Mapping[str, ParatextRole]
) -> Iterator[Note]:
    """The notes in `start:end`; `labels` are in small letters and without a colon.

    Finds: a paragraph that is a label and nothing else, and the quoted block that follows it.
    Why it holds: archives write both themselves; a writer's own “Notes” has no block of its own.
    Misses: labels in another language, or with words of the site's own added.
    Example: `<p>Summary</p><blockquote><p>Ann goes sailing.</p></blockquote>`.
    """
    paragraphs = page.paragraphs_in(start, end)
    for paragraph, after in pairwise(paragraphs):
        role = labels.get(label_of(page, paragraph))
        block = covering(page.blockquotes, after.start) if role else None
        if role and block and block.start == after.start:
            yield Note(paragraph.start, min(block.end, end), role)


def label_of(page: Page, paragraph: Paragraph) -> str:
    """A short paragraph as a label: small letters, one space between words, no colon."""
    if paragraph.end - paragraph.start > 60:
        return ""
    return page.words(paragraph).lower().replace("’", "'").rstrip(" :")
