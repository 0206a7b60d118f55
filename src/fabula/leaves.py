"""The leaves of a story: its text cut into pieces that leave nothing out."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from fabula.text import Document, overlapping

if TYPE_CHECKING:
    from fabula.story import Story

LeafKind = Literal[
    "narration", "speech", "thought", "writing", "heading", "break", "paratext", "gap"
]


STORY_LEAVES: frozenset[LeafKind] = frozenset({"narration", "speech", "thought", "writing"})
"""The kinds that hold words of the story itself: no headings, breaks or notes."""


class Leaf(Struct, frozen=True):
    """One piece of the tiling of the text; see `Story.leaves`."""

    kind: LeafKind
    start: int
    end: int
    id: str | None = None


def leaves_of(story: "Story") -> tuple[Leaf, ...]:
    """The pieces in text order; joined they are the text, character for character.

    Inside the story a leaf is a quotation's part or the narration between; `gap` is the white
    space between paragraphs.
    """
    return tuple(_tile(len(story.document.text), _claims(story), story.document))


def _claims(story: "Story") -> Sequence[Leaf]:
    """The leaves that are not narration, in text order; an outer claim comes before an inner."""
    claims = [Leaf("paratext", note.start, note.end) for note in story.paratext]
    claims += [
        Leaf("heading", chapter.heading.start, chapter.heading.end, chapter.id)
        for chapter in story.chapters
        if chapter.heading
    ]
    claims += [
        Leaf("break", scene.mark.start, scene.mark.end, scene.id)
        for scene in story.scenes
        if scene.mark
    ]
    claims += [
        Leaf(quotation.kind, part.start, part.end, quotation.id)
        for quotation in story.quotations
        if quotation.within is None
        for part in quotation.parts
    ]
    return sorted(claims, key=lambda leaf: (leaf.start, -leaf.end))


def _tile(length: int, claims: Sequence[Leaf], document: Document) -> Iterator[Leaf]:
    position = 0
    for claim in claims:
        if claim.end <= position:
            continue
        start = max(claim.start, position)
        yield from _narration(position, start, document)
        yield Leaf(claim.kind, start, claim.end, claim.id)
        position = claim.end
    yield from _narration(position, length, document)


def _narration(start: int, end: int, document: Document) -> Iterator[Leaf]:
    """What lies between two claims: paragraph text is narration, the rest is gap."""
    position = start
    for paragraph in overlapping(document.paragraphs, start, end):
        low, high = max(paragraph.start, position), min(paragraph.end, end)
        if low > position:
            yield Leaf("gap", position, low)
        yield Leaf("narration", low, high)
        position = high
    if position < end:
        yield Leaf("gap", position, end)
