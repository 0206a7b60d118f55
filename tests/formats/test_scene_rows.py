import pytest

from fabula.formats.rows import rows
from fabula.formats.scene_rows import ComingRow, scene_title
from fabula.story import (
    Chapter,
    ChapterId,
    Coming,
    Entity,
    EntityId,
    Presence,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Story,
    Viewpoint,
)
from fabula.text import Document, Paragraph, Span

TEXT = "“Ahoy, Tom!” Ines called. Tom came in."


@pytest.mark.parametrize(
    ("place", "time", "present", "title"),
    [
        ("the mill", "That night", ["Ada", "Tom"], "The mill, that night: Ada and Tom"),
        ("the mill", "Friday", ["Ada"], "The mill, Friday: Ada"),
        ("the mill", None, [], "The mill"),
        (None, "That night,", ["Ada"], "That night: Ada"),
        (None, None, ["the ferryman", "Ada"], "The ferryman and Ada"),
        (None, None, ["A", "B", "C", "D", "E"], "A, B, C and 2 others"),
        (None, None, ["A", "B", "C", "D"], "A, B, C and D"),
        (None, None, [], None),
    ],
)
def test_a_title_tells_where_when_and_who(place, time, present, title):
    assert scene_title(place, time, present) == title


def test_who_sees_a_scene_comes_first_in_its_title():
    assert scene_title(None, None, ["Tom", "Kit", "Ada"], eyes="Ada") == "Ada, Tom and Kit"


def test_a_scene_row_counts_words_and_talk_and_names_who_comes():
    tom, s1, c1 = EntityId("e1"), SceneId("s1"), ChapterId("c1")
    said = Span(0, 12)
    coming = Coming(who_id=tom, move="arrives", evidence=Span(26, len(TEXT)))
    story = Story(
        document=Document(
            text=TEXT, name="t.txt", format="plain", paragraphs=(Paragraph(0, len(TEXT)),)
        )
    )
    layers = {
        "paratext": [],
        "chapters": [Chapter(id=c1, start=0, end=len(TEXT))],
        "scenes": [Scene(id=s1, chapter_id=c1, start=0, end=len(TEXT), opened_by="start")],
        "quotations": [
            Quotation(
                id=QuotationId("q1"),
                start=said.start,
                end=said.end,
                parts=(said,),
                kind="speech",
                style="double",
            )
        ],
        "mentions": [],
        "cast": [Entity(id=tom, name="Tom")],
        "presence": [Presence(scene_id=s1, entity_ids=(tom,), comings=(coming,))],
        "viewpoints": [Viewpoint(scene_id=s1, mode="external")],
    }
    for layer, records in layers.items():
        story = story.with_layer(layer, records)
    (row,) = rows(story, "scenes")
    assert (row.words, row.dialogue, row.mode, row.kind) == (7, 0.29, "external", "scene")
    assert row.comings == (ComingRow("Tom", "arrives", coming.evidence),)
    assert row.title == "Tom"
