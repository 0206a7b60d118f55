"""The public rows: their keys are a promise."""

import msgspec
import pytest

from fabula.errors import LayerError
from fabula.formats.rows import SHOWN, rows
from fabula.story import (
    Alias,
    Attribution,
    Chapter,
    ChapterId,
    Entity,
    EntityId,
    Link,
    Mention,
    MentionId,
    Paratext,
    Presence,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
    Viewpoint,
)
from fabula.text import Document, Paragraph, Span

TEXT = "Tea, by Ida\n\n“Tea?” Tom whispered. “Or milk?”"
TOM, ANN = EntityId("e1"), EntityId("e2")
KEYS = {
    "paratext": "role start end text",
    "chapters": "id start end title",
    "scenes": "id chapter start end viewpoint also person tense place time present confidence",
    "cast": "id name aliases kind pronouns mentions quotations first named",
    "mentions": "start end text type form entity name",
    "quotations": "id start end parts text kind speaker addressees cue manner evidence confidence "
    "candidates scene",
}


@pytest.fixture
def story() -> Story:
    document = Document(
        text=TEXT,
        name="tea.txt",
        format="plain",
        paragraphs=(Paragraph(0, 11), Paragraph(13, len(TEXT))),
    )
    layers = {
        "paratext": [Paratext(role="title", start=0, end=3)],
        "chapters": [Chapter(id=ChapterId("c1"), start=13, end=len(TEXT))],
        "scenes": [
            Scene(
                id=SceneId("s1"),
                chapter_id=ChapterId("c1"),
                start=13,
                end=len(TEXT),
                opened_by="start",
            )
        ],
        "quotations": [_quotation()],
        "mentions": [_mention()],
        "cast": [
            Entity(id=TOM, name="Tom Reed", aliases=(Alias(name="Tom", reason="part of name"),)),
            Entity(id=ANN, name="Ann", pronouns="she"),
        ],
        "links": [Link(mention_id=MentionId("m1"), entity_id=TOM, reason="name", confidence=0.9)],
        "attributions": [
            Attribution(
                quotation_id=QuotationId("q1"),
                speaker_id=TOM,
                addressee_ids=(ANN,),
                cue=Span(20, 34),
                manner="whispered",
                evidence="explicit",
                confidence=0.9,
                candidates=(TOM, ANN),
            )
        ],
        "speech_links": [],
        "presence": [Presence(scene_id=SceneId("s1"), entity_ids=(TOM, ANN))],
        "viewpoints": [Viewpoint(scene_id=SceneId("s1"), person="third", focalizer_id=TOM)],
    }
    story = Story(document=document)
    for name, records in layers.items():
        story = story.with_layer(name, records)
    return story


def _quotation() -> Quotation:
    return Quotation(
        id=QuotationId("q1"),
        start=13,
        end=len(TEXT),
        parts=(Span(13, 19), Span(35, len(TEXT))),
        kind="speech",
        style="double",
    )


def _mention() -> Mention:
    return Mention(
        id=MentionId("m1"), start=20, end=23, type="PER", form="proper", head=Span(20, 23)
    )


@pytest.mark.parametrize("layer", SHOWN)
def test_every_promised_key_is_there(story: Story, layer: str) -> None:
    for row in rows(story, layer):
        found = msgspec.json.decode(msgspec.json.encode(row))
        assert set(KEYS[layer].split()) <= set(found)


def test_a_quotation_row_names_people_and_joins_its_parts(story: Story) -> None:
    (row,) = rows(story, "quotations")
    found = msgspec.to_builtins(row)
    assert found["text"] == "“Tea?” “Or milk?”"
    assert found["speaker"] == "Tom Reed"
    assert found["addressees"] == ("Ann",)
    assert found["candidates"] == ("Tom Reed", "Ann")
    assert found["scene"] == "s1"
    assert msgspec.json.decode(msgspec.json.encode(row))["parts"] == [[13, 19], [35, 45]]


def test_what_was_looked_for_and_not_found_is_null(story: Story) -> None:
    found = msgspec.structs.replace(
        story, attributions=(Attribution(quotation_id=QuotationId("q1")),), links=()
    )
    (quotation,) = rows(found, "quotations")
    assert msgspec.to_builtins(quotation)["speaker"] is None
    (mention,) = rows(found, "mentions")
    assert msgspec.to_builtins(mention)["entity"] is None


def test_the_cast_counts_mentions_and_lines(story: Story) -> None:
    tom, ann = (msgspec.to_builtins(row) for row in rows(story, "cast"))
    assert (tom["mentions"], tom["quotations"], tom["first"]) == (1, 1, 20)
    assert tom["aliases"] == ("Tom",)
    assert (ann["mentions"], ann["quotations"], ann["first"]) == (0, 0, None)


def test_a_layer_that_was_not_computed_is_refused(story: Story) -> None:
    bare = Story(document=story.document)
    with pytest.raises(LayerError, match="read the story again"):
        list(rows(bare, "quotations"))


def test_an_unknown_layer_is_refused_with_the_list(story: Story) -> None:
    with pytest.raises(LayerError, match=r"expected a layer .*found 'weather'"):
        rows(story, "weather")
