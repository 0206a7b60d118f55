"""The title of a story and who wrote it, as the text or the file says."""

import re

from fabula.formats.visible import on_one_line
from fabula.labels import ParatextRole
from fabula.story import Story

_BY = re.compile(r"^(?:written )?by\s+", re.IGNORECASE)
_LABEL = re.compile(r"^(?:title|author)\s*:\s*", re.IGNORECASE)
"""A record covers its whole line: “Title: The Ferry”, “by Ada Dean”."""


def title_of(story: Story) -> str | None:
    """The title printed above the story, else the one in the file's own data."""
    return _paratext(story, "title") or story.document.metadata.title


def author_of(story: Story) -> str | None:
    """Who wrote it, without “by”."""
    byline = _paratext(story, "author")
    if byline:
        return _BY.sub("", byline)
    return ", ".join(story.document.metadata.authors) or None


def _paratext(story: Story, role: ParatextRole) -> str | None:
    for note in story.paratext:
        if note.role == role:
            return _LABEL.sub("", on_one_line(story.document[note]).strip("*_# "))
    return None
