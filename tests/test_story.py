"""Layers, ids, and the tiling of the text."""

import msgspec
import pytest

from fabula.errors import LayerError
from fabula.story import (
    Chapter,
    ChapterId,
    Paratext,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
)
from fabula.text import Document, Paragraph, Span

TEXT = "Thanks to my aunt.\n\n  One\n\n“No,” said Ada, “never.”\n\n* * *\n\nShe left."
Q1 = QuotationId("q1")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def story() -> Story:
    paragraphs = ["Thanks to my aunt.", "One", "“No,” said Ada, “never.”", "* * *", "She left."]
    document = Document(
        text=TEXT,
        name="ada.txt",
        format="plain",
        paragraphs=tuple(Paragraph(*msgspec.structs.astuple(span_of(p))) for p in paragraphs),
    )
    parts = (span_of("“No,”"), span_of("“never.”"))
    chapter = Chapter(id=ChapterId("c1"), start=22, end=len(TEXT), heading=span_of("One"))
    return (
        Story(document=document)
        .with_layer("paratext", [Paratext(role="author_note", start=0, end=18)])
        .with_layer("chapters", [chapter])
        .with_layer("scenes", _scenes())
        .with_layer(
            "quotations",
            [
                Quotation(
                    id=Q1,
                    start=parts[0].start,
                    end=parts[1].end,
                    parts=parts,
                    kind="speech",
                    style="double",
                )
            ],
        )
    )


def _scenes() -> list[Scene]:
    said, left = span_of("“No,” said Ada, “never.”"), span_of("She left.")
    c1 = ChapterId("c1")
    return [
        Scene(id=SceneId("s1"), chapter_id=c1, start=said.start, end=said.end, opened_by="chapter"),
        Scene(
            id=SceneId("s2"),
            chapter_id=c1,
            start=left.start,
            end=left.end,
            opened_by="glyphs",
            mark=span_of("* * *"),
        ),
    ]


def test_the_leaves_rebuild_the_text() -> None:
    leaves = story().leaves()
    assert "".join(TEXT[leaf.start : leaf.end] for leaf in leaves) == TEXT


def test_each_leaf_says_what_it_is() -> None:
    told = [(leaf.kind, TEXT[leaf.start : leaf.end]) for leaf in story().leaves()]
    assert [pair for pair in told if pair[0] != "gap"] == [
        ("paratext", "Thanks to my aunt."),
        ("heading", "One"),
        ("speech", "“No,”"),
        ("narration", " said Ada, "),
        ("speech", "“never.”"),
        ("break", "* * *"),
        ("narration", "She left."),
    ]


def test_a_quotation_inside_a_note_is_no_leaf_of_its_own() -> None:
    whole = Paratext(role="author_note", start=0, end=len(TEXT))
    noted = msgspec.structs.replace(story(), paratext=(whole,))
    assert [leaf.kind for leaf in noted.leaves()] == ["paratext"]


def test_a_layer_has_one_writer() -> None:
    with pytest.raises(LayerError, match="already written"):
        story().with_layer("quotations", [])


def test_an_unknown_layer_is_refused() -> None:
    with pytest.raises(LayerError, match="found 'weather'"):
        story().with_layer("weather", [])


def test_layers_computed_differ_from_layers_not_looked_for() -> None:
    found = story().with_layer("mentions", [])
    assert "mentions" in found.layers
    assert "cast" not in found.layers
