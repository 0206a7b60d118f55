"""The passage behind an answer: its words, and where they stand in the file."""

from msgspec import Struct

from fabula.story import Story
from fabula.text import Span, covering

MOST_QUOTED = 120
"""Characters of a quote: enough to recognise the sentence."""


class Passage(Struct, frozen=True):
    """Words of the text (`quote`, on one line), their place in the file, and their offsets."""

    quote: str
    place: str
    start: int
    end: int


def passage(story: Story, span: Span) -> Passage:
    """The passage for a span: the sentence around it, cut to `MOST_QUOTED` characters."""
    sentence = covering(story.document.sentences, span.start)
    start, end = (span.start, span.end) if sentence is None else (sentence.start, sentence.end)
    if end - start > MOST_QUOTED:
        # What leads up to the words says more than what follows.
        start = max(start, min(span.start, span.end - MOST_QUOTED // 2) - MOST_QUOTED // 4)
        end = min(max(end, span.end), start + MOST_QUOTED)
        start, end = _whole_words(story.document.text, start, end)
    text = story.document.text
    words = " ".join(text[start:end].split())
    before = "…" if sentence is not None and start > sentence.start else ""
    behind = "…" if sentence is not None and end < sentence.end else ""
    return Passage(
        quote=f"{before}{words}{behind}",
        place=str(story.document.place(span.start)),
        start=span.start,
        end=span.end,
    )


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that lie wholly inside; all of it where there is no space to cut at."""
    if text[start - 1 : start].isalnum():
        start = next((i for i in range(start, end) if text[i].isspace()), start)
    if text[end : end + 1].isalnum():
        end = next((i for i in range(end, start, -1) if text[i - 1].isspace()), end)
    return start, end
