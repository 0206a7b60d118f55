"""A story of one line, built by hand with every layer."""

import pytest

from fabula.story import (
    Alias,
    Attribution,
    Chain,
    ChainId,
    Chapter,
    ChapterId,
    Custody,
    Entity,
    EntityId,
    Event,
    EventId,
    Knowledge,
    Link,
    Mention,
    MentionId,
    Paratext,
    Presence,
    Quotation,
    QuotationId,
    Relation,
    Relative,
    Scene,
    SceneId,
    Secret,
    State,
    Stay,
    Story,
    Viewpoint,
)
from fabula.text import Document, Paragraph, Span

TEXT = "Tea, by Ida\n\n“Tea?” Tom whispered. “Or milk?”"
TOM, ANN = EntityId("e1"), EntityId("e2")
M1, M2 = MentionId("m1"), MentionId("m2")


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
        "mentions": _mentions(),
        "cast": [
            Entity(id=TOM, name="Tom Reed", aliases=(Alias(name="Tom", reason="part of name"),)),
            Entity(id=ANN, name="Ann", pronouns="she"),
        ],
        "links": [Link(mention_id=M1, entity_id=TOM, reason="name", confidence=0.9)],
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
        "chains": [
            Chain(id=ChainId("r1"), mention_ids=(M1,), type="PER", entity_id=TOM),
            Chain(id=ChainId("r2"), mention_ids=(M2,), type="ITEM"),
        ],
        "events": [
            Event(id=EventId("v1"), start=24, end=33, agents=(M1,), patients=(M2,), confidence=0.8)
        ],
        "presence": [Presence(scene_id=SceneId("s1"), entity_ids=(TOM, ANN))],
        "viewpoints": [Viewpoint(scene_id=SceneId("s1"), person="third", focalizer_id=TOM)],
        "places": [
            Stay(
                who_id=TOM, place_id=ChainId("r2"), since=20, evidence=Span(20, 43), confidence=0.9
            )
        ],
        "items": [
            Custody(
                item_id=ChainId("r2"),
                holder_id=TOM,
                how="took",
                since=20,
                until=39,
                evidence=Span(20, 43),
                confidence=0.8,
            ),
            Custody(item_id=ChainId("r2"), how="left", since=39, evidence=Span(39, 43)),
        ],
        "states": [
            State(
                who_id=TOM,
                attribute="sleep",
                value="asleep",
                since=20,
                until=39,
                evidence=Span(20, 23),
                ended_by=Span(39, 43),
                confidence=0.8,
            )
        ],
        "relations": [
            Relation(
                a_id=TOM, b_id=ANN, kind="friend", since=20, evidence=Span(20, 23), confidence=0.9
            )
        ],
        "relatives": [
            Relative(who_id=TOM, kind="parent", noun="mother", since=20, evidence=Span(20, 23))
        ],
        "knowledge": [
            Knowledge(who_id=ANN, of_id=of_id, how="told", since=20, evidence=Span(20, 23))
            for of_id in (TOM, ChainId("r2"), EventId("v1"))
        ],
        "secrets": [
            Secret(
                keeper_ids=(TOM,),
                from_ids=(ANN,),
                about_ids=(ChainId("r2"),),
                since=20,
                until=39,
                evidence=Span(20, 34),
                ended_by=Span(39, 43),
                confidence=0.8,
            )
        ],
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


def _mentions() -> list[Mention]:
    tom, milk = Span(20, 23), Span(39, 43)
    return [
        Mention(id=M1, start=tom.start, end=tom.end, type="PER", form="proper", head=tom),
        Mention(id=M2, start=milk.start, end=milk.end, type="ITEM", form="nominal", head=milk),
    ]
