"""The paragraphs that are story: no paratext, no headings, no marks of a scene break."""

from collections.abc import Iterator

from fabula.story import Story
from fabula.text import Span, Spanned


def story_stretches(story: Story) -> list[Span]:
    """What is left of each paragraph without paratext, headings and break marks, in order.

    A paragraph with a note in its middle leaves two stretches.
    """
    barred = _merged(
        [
            *story.paratext,
            *(chapter.heading for chapter in story.chapters if chapter.heading),
            *(scene.mark for scene in story.scenes if scene.mark),
        ]
    )
    stretches: list[Span] = []
    place = 0
    for paragraph in story.document.paragraphs:
        while place < len(barred) and barred[place].end <= paragraph.start:
            place += 1
        position, ahead = paragraph.start, place
        while ahead < len(barred) and barred[ahead].start < paragraph.end:
            if barred[ahead].start > position:
                stretches.extend(_trimmed(story.document.text, position, barred[ahead].start))
            position = max(position, barred[ahead].end)
            ahead += 1
        if position < paragraph.end:
            stretches.extend(_trimmed(story.document.text, position, paragraph.end))
    return stretches


def _merged(spans: list[Spanned]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    merged: list[Span] = []
    for span in sorted(spans, key=lambda item: item.start):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(Span(span.start, span.end))
    return merged


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without white space at its ends, if anything is left of it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
