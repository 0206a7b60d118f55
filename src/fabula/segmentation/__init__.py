"""Sentences and tokens of a document; no character lost."""

from msgspec import structs

from fabula.segmentation.sentences import split_sentences
from fabula.segmentation.tokens import tokenise
from fabula.text import Document, Mark, Paragraph, Sentence, Token

__all__ = ["segment"]


def segment(document: Document) -> Document:
    """The same document with its sentences and tokens.

    Both stay inside paragraphs. Every character of a paragraph that is not white space lies in
    exactly one token, and every token in exactly one sentence. A heading is one sentence, even
    “Chapter I. The Ferry”. In

        “What?” she said. “Mr. Dean…it’s you!”

    there are two sentences: ``“What?” she said.`` and the rest.
    """
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    headings = _heading_starts(document.marks_of("heading"), document.paragraphs)
    for paragraph in document.paragraphs:
        own = tokenise(document.text, paragraph.start, paragraph.end)
        if paragraph.start in headings:
            sentences.append(Sentence(own[0].start, own[-1].end))
        else:
            sentences.extend(split_sentences(document.text, own))
        tokens.extend(own)
    return structs.replace(document, sentences=tuple(sentences), tokens=tuple(tokens))


def _heading_starts(headings: tuple[Mark, ...], paragraphs: tuple[Paragraph, ...]) -> set[int]:
    """Where the paragraphs begin that a heading mark covers."""
    starts: set[int] = set()
    position = 0
    for heading in sorted(headings, key=lambda mark: mark.start):
        while position < len(paragraphs) and paragraphs[position].end <= heading.start:
            position += 1
        reach = position
        while reach < len(paragraphs) and paragraphs[reach].end <= heading.end:
            if paragraphs[reach].start >= heading.start:
                starts.add(paragraphs[reach].start)
            reach += 1
    return starts
