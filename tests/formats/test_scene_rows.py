import pytest

from fabula.formats.rows import rows
from fabula.formats.scene_rows import ComingRow, scene_title
from fabula.story import (
    Chain,
    ChainId,
    Chapter,
    ChapterId,
    Coming,
    Entity,
    EntityId,
    Mention,
    MentionId,
    Presence,
    Quotation,
    QuotationId,
    Scene,
    SceneId,
    Stay,
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


@pytest.mark.parametrize(
    ("in_the_mill", "in_the_barn", "place"),
    [((0, 30), (30, 60), "the barn"), ((0, 5), (55, 60), None), ((0, 35), (35, 60), "the mill")],
)
def test_the_place_of_a_scene_is_where_those_present_are_the_longest(
    in_the_mill, in_the_barn, place
):
    text = "In the mill Ada and Tom sang. Then they slept in the barn!!!"
    ada, tom, s1, c1 = EntityId("e1"), EntityId("e2"), SceneId("s1"), ChapterId("c1")
    story = Story(
        document=Document(
            text=text, name="t.txt", format="plain", paragraphs=(Paragraph(0, len(text)),)
        )
    )
    spans = [Span(3, 11), Span(49, 57)]
    mentions = [
        Mention(
            id=MentionId(f"m{number}"),
            start=span.start,
            end=span.end,
            type="FAC",
            form="nominal",
            head=Span(span.start + 4, span.end),
        )
        for number, span in enumerate(spans, start=1)
    ]
    chains = [
        Chain(id=ChainId(f"r{number}"), mention_ids=(MentionId(f"m{number}"),), type="FAC")
        for number in (1, 2)
    ]
    stays = [
        Stay(who_id=who, place_id=chain.id, since=since, until=until, evidence=span)
        for chain, span, (since, until), people in zip(
            chains, spans, (in_the_mill, in_the_barn), ((ada,), (ada, tom)), strict=True
        )
        for who in people
        if not (who == tom and until - since < 30)
    ]
    layers = {
        "paratext": [],
        "chapters": [Chapter(id=c1, start=0, end=len(text))],
        "scenes": [Scene(id=s1, chapter_id=c1, start=0, end=len(text), opened_by="start")],
        "quotations": [],
        "mentions": mentions,
        "cast": [Entity(id=ada, name="Ada"), Entity(id=tom, name="Tom")],
        "chains": chains,
        "presence": [Presence(scene_id=s1, entity_ids=(ada, tom))],
        "viewpoints": [Viewpoint(scene_id=s1)],
        "places": sorted(stays, key=lambda stay: stay.since),
    }
    for layer, records in layers.items():
        story = story.with_layer(layer, records)
    (row,) = rows(story, "scenes")
    assert row.place == place
