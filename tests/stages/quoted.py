"""Reads a text and tells its quotations in a form that is easy to compare."""

from fabula import segmentation
from fabula.sources import markdown, plain
from fabula.stages.quotations import FindQuotations
from fabula.story import Chapter, ChapterId, Paratext, Quotation, Scene, SceneId, Story
from fabula.text import Document, Span


def document_of(text: str, *, as_markdown: bool = False) -> Document:
    if as_markdown:
        return segmentation.segment(markdown.read(text.encode(), "story.md"))
    return segmentation.segment(plain.from_text(text))


def story_of(
    document: Document, *, notes: tuple[str, ...] = (), breaks: tuple[str, ...] = ()
) -> Story:
    """`notes` are words of the text that are paratext, `breaks` words that a scene starts with."""
    text = document.text
    starts = [0, *(text.index(words) for words in breaks)]
    chapter = ChapterId("c1")
    return Story(
        document=document,
        layers=("paratext", "chapters", "scenes"),
        paratext=tuple(
            Paratext(start=text.index(note), end=text.index(note) + len(note), role="author_note")
            for note in notes
        ),
        chapters=(Chapter(start=0, end=len(text), id=chapter),),
        scenes=tuple(
            Scene(
                start=start,
                end=end,
                id=SceneId(f"s{number}"),
                chapter_id=chapter,
                opened_by="blank" if number > 1 else "start",
            )
            for number, (start, end) in enumerate(
                zip(starts, [*starts[1:], len(text)], strict=True), start=1
            )
        ),
    )


def quotations(text: str, **story: tuple[str, ...]) -> list[Quotation]:
    return list(FindQuotations()(story_of(document_of(text), **story)))


def words(text: str, quotation: Quotation) -> str:
    """The parts of a quotation with bars between."""
    return "|".join(text[part.start : part.end] for part in quotation.parts)


def quoted(text: str, **story: tuple[str, ...]) -> list[str]:
    """What is quoted, outermost only, each quotation's parts with bars between."""
    return [words(text, found) for found in quotations(text, **story) if found.within is None]


def of_kind(text: str, kind: str) -> list[str]:
    return [words(text, found) for found in quotations(text) if found.kind == kind]


def span_of(text: str, part: str) -> Span:
    return Span(text.index(part), text.index(part) + len(part))
