"""Saved stories: the same in, the same out, and nothing believed that is damaged."""

from pathlib import Path

import msgspec
import pytest

from fabula.errors import OutputError, SavedStoryError
from fabula.formats.saved import from_json, is_saved_file, load, save, to_json
from fabula.story import Attribution, Paratext, Quotation, QuotationId, Story
from fabula.text import Anchor, Document, Mark, Metadata, Paragraph, Sentence, Span, Tag, Token


@pytest.fixture
def story() -> Story:
    document = Document(
        text="By Ida\n\n“Tea?”",
        name="tea.txt",
        format="plain",
        encoding="utf-8",
        paragraphs=(Paragraph(0, 6), Paragraph(8, 14)),
        metadata=Metadata(title="Tea", tags=(Tag("Rating", "General"),)),
        marks=(Mark("rule", 7, 7),),
        anchors=(Anchor(0, 1, 1),),
        sentences=(Sentence(0, 6), Sentence(8, 14)),
        tokens=(Token(0, 2), Token(3, 6)),
    )
    quotation = Quotation(
        id=QuotationId("q1"),
        start=8,
        end=14,
        parts=(Span(8, 14),),
        kind="speech",
        style="double",
    )
    return (
        Story(document=document)
        .with_layer("paratext", [Paratext(role="author", start=3, end=6)])
        .with_layer("quotations", [quotation])
        .with_layer("attributions", [Attribution(quotation_id=quotation.id)])
    )


def test_a_story_comes_back_as_it_was_saved(story: Story, tmp_path: Path) -> None:
    place = tmp_path / "tea.fabula.json"
    save(story, place)
    assert load(place) == story


def test_the_same_story_saves_to_the_same_bytes(story: Story) -> None:
    again = from_json(to_json(story))
    assert to_json(again) == to_json(story)


def test_the_schema_stands_first(story: Story) -> None:
    assert to_json(story).startswith(b'{"fabula":1,"version":')


def test_another_schema_is_refused_with_its_version(story: Story) -> None:
    data = to_json(story).replace(b'{"fabula":1', b'{"fabula":99', 1)
    with pytest.raises(SavedStoryError, match="found schema 99"):
        from_json(data)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-20],
        lambda data: data.replace(b"[8,14]", b"[8,1400]"),
        lambda data: data.replace(b"[8,14]", b"[14,8]"),
        lambda data: data.replace(b'"speech"', b'"song"'),
        lambda data: b'{"fabula":1,' + b"[" * 200_000,
        lambda data: b'{"fabula":1,"story":3}',
    ],
)
def test_a_damaged_story_is_refused(story: Story, damage) -> None:
    with pytest.raises(SavedStoryError, match="read the story file again"):
        from_json(damage(to_json(story)))


def test_an_id_that_points_nowhere_is_refused(story: Story) -> None:
    data = to_json(story).replace(b'"quotation_id":"q1"', b'"quotation_id":"q7"')
    with pytest.raises(SavedStoryError, match="q7"):
        from_json(data)


def test_a_missing_saved_story_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(SavedStoryError, match=r"none\.fabula\.json: expected a saved story"):
        load(tmp_path / "none.fabula.json")


def test_a_manuscript_is_never_overwritten(story: Story, tmp_path: Path) -> None:
    manuscript = tmp_path / "chapter.txt"
    manuscript.write_text("Ten years of work.")
    with pytest.raises(OutputError, match="something else there"):
        save(story, manuscript)
    assert manuscript.read_text() == "Ten years of work."


def test_a_saved_story_is_replaced_whole(story: Story, tmp_path: Path) -> None:
    place = tmp_path / "tea.fabula.json"
    save(story, place)
    shorter = msgspec.structs.replace(story, attributions=(), layers=("paratext", "quotations"))
    save(shorter, place)
    assert load(place) == shorter
    assert [each.name for each in tmp_path.iterdir()] == ["tea.fabula.json"]


def test_a_folder_that_is_not_there_is_one_clear_line(story: Story, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        save(story, tmp_path / "missing" / "tea.fabula.json")


def test_only_a_file_that_begins_like_one_is_a_saved_story(story: Story, tmp_path: Path) -> None:
    saved, other = tmp_path / "saved.json", tmp_path / "other.json"
    saved.write_bytes(to_json(story))
    other.write_text('{"title": "none of ours"}', encoding="utf-8")
    assert is_saved_file(saved)
    for path in (other, tmp_path, tmp_path / "none", tmp_path / ("x" * 300), Path("a\0b")):
        assert not is_saved_file(path)
