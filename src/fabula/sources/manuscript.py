"""The head and foot of a manuscript in the form that magazines ask for (Shunn's and its kin)."""

import re

from fabula.sources.page import Findings
from fabula.sources.text_flow import Flow
from fabula.text import Mark, Metadata, Paragraph

HEAD = 14
"""Paragraphs that are looked at: name, five lines of address, word count, blank, title, byline."""

_WORD_COUNT = re.compile(
    r"(?:.*\s)?(?:(?:about|approx\w*\.?|ca\.?|~)\s*)?[\d,.]+\s*words\.?", re.IGNORECASE | re.DOTALL
)
_LONGEST_COUNT = 200
_BYLINE = re.compile(r"(?:by|a (?:short )?story by)\s+(.{2,60})", re.IGNORECASE)
_END = re.compile(r"(?:the\s+)?end\.?|(?:#\s*){2,}", re.IGNORECASE)


def read_manuscript(flow: Flow) -> Findings:
    """The paratext of a manuscript's first and last page; nothing if it has not that form.

    Finds: the block above the title that ends in a count of words, the title and the byline in
    the middle under it, and “END” in the middle as the last line.
    Why it holds: no story begins with its author's address and its length.
    Misses: manuscripts without a word count.
    Example: “Ann Reed” / “about 4,200 words” / centred “The Ferry” / centred “by Ann Reed”.
    """
    head = list(flow.paragraphs[:HEAD])
    count = next((i for i, paragraph in enumerate(head) if _is_count(flow, paragraph)), None)
    if count is None:
        return Findings()
    centred = {(mark.start, mark.end) for mark in flow.marks if mark.kind == "centred"}
    middle = [p for p in head if (p.start, p.end) in centred]
    if not middle or middle[0].start < head[count].start:
        return Findings()
    title = middle[0]
    marks = [
        Mark("paratext", paragraph.start, paragraph.end, "author")
        for paragraph in head[: head.index(title)]
    ]
    marks.append(Mark("paratext", title.start, title.end, "title"))
    authors = []
    if len(middle) > 1 and (byline := _BYLINE.fullmatch(_words(flow, middle[1]))):
        marks.append(Mark("paratext", middle[1].start, middle[1].end, "author"))
        authors.append(byline[1])
    last = flow.paragraphs[-1]
    if (last.start, last.end) in centred and _END.fullmatch(_words(flow, last)):
        marks.append(Mark("paratext", last.start, last.end, "navigation"))
    return Findings(tuple(marks), Metadata(title=_words(flow, title), authors=tuple(authors)))


def _is_count(flow: Flow, paragraph: Paragraph) -> bool:
    if paragraph.end - paragraph.start > _LONGEST_COUNT:
        return False
    return _WORD_COUNT.fullmatch(_words(flow, paragraph)) is not None


def _words(flow: Flow, paragraph: Paragraph) -> str:
    return " ".join(flow.text[paragraph.start : paragraph.end].split())
