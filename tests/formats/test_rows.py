"""The public rows: their keys are a promise."""

import msgspec
import pytest

from fabula.errors import LayerError
from fabula.formats.rows import SHOWN, rows
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
    State,
    Stay,
    Story,
    Viewpoint,
)
from fabula.text import Document, Paragraph, Span

TEXT = "Tea, by Ida\n\n“Tea?” Tom whispered. “Or milk?”"
TOM, ANN = EntityId("e1"), EntityId("e2")
M1, M2 = MentionId("m1"), MentionId("m2")
KEYS = {
    "paratext": "role start end text",
    "chapters": "id start end title",
    "scenes": "id chapter start end title kind viewpoint also mode person tense place time present "
    "comings words dialogue confidence",
    "cast": "id name aliases kind pronouns mentions quotations first named",
    "mentions": "start end text type form entity name chain",
    "chains": "id text type entity name mentions spans",
    "events": "start end text agents patients recipients instrument place time realis frame teller "
    "scene confidence",
    "places": "who where since until evidence confidence",
    "items": "item holder how since until evidence confidence",
    "states": "who attribute value since until evidence ended_by confidence",
    "relations": "a kind b since until evidence confidence",
    "relatives": "who kind noun since evidence confidence",
    "knowledge": "who of of_id how since evidence confidence",
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


@pytest.mark.parametrize("layer", SHOWN)
def test_every_promised_key_is_there(story: Story, layer: str) -> None:
    written = list(rows(story, layer))
    assert written
    for row in written:
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
        story, attributions=(Attribution(quotation_id=QuotationId("q1")),)
    )
    (quotation,) = rows(found, "quotations")
    assert msgspec.to_builtins(quotation)["speaker"] is None
    _, milk = rows(found, "mentions")
    assert msgspec.to_builtins(milk)["entity"] is None


def test_the_cast_counts_mentions_and_lines(story: Story) -> None:
    tom, ann = (msgspec.to_builtins(row) for row in rows(story, "cast"))
    assert (tom["mentions"], tom["quotations"], tom["first"]) == (1, 1, 20)
    assert tom["aliases"] == ("Tom",)
    assert (ann["mentions"], ann["quotations"], ann["first"]) == (0, 0, None)


def test_a_mention_is_named_by_its_chain(story: Story) -> None:
    tom, milk = (msgspec.to_builtins(row) for row in rows(story, "mentions"))
    assert (tom["text"], tom["entity"], tom["name"], tom["chain"]) == ("Tom", TOM, "Tom Reed", "r1")
    assert (milk["text"], milk["name"], milk["chain"]) == ("milk", None, "r2")


def test_a_chain_is_shown_by_its_most_telling_words(story: Story) -> None:
    it = Mention(
        id=MentionId("m0"), start=0, end=3, type="ITEM", form="pronominal", head=Span(0, 3)
    )
    chain = Chain(id=ChainId("r2"), mention_ids=(it.id, M2), type="ITEM")
    changed = msgspec.structs.replace(
        story, mentions=(it, *story.mentions), chains=(story.chains[0], chain)
    )
    _, milk = (msgspec.to_builtins(row) for row in rows(changed, "chains"))
    assert (milk["text"], milk["mentions"], milk["spans"]) == ("milk", 2, ([0, 3], [39, 43]))


def test_an_event_names_the_cast_and_quotes_all_else(story: Story) -> None:
    (row,) = rows(story, "events")
    found = msgspec.to_builtins(row)
    assert found["text"] == "whispered"
    assert (found["agents"], found["patients"]) == (("Tom Reed",), ("milk",))
    assert (found["realis"], found["place"], found["scene"]) == ("actual", None, "s1")


def test_a_layer_that_was_not_computed_is_refused(story: Story) -> None:
    bare = Story(document=story.document)
    with pytest.raises(LayerError, match="read the story again"):
        list(rows(bare, "quotations"))


def test_an_unknown_layer_is_refused_with_the_list(story: Story) -> None:
    with pytest.raises(LayerError, match=r"expected a layer .*found 'weather'"):
        rows(story, "weather")


def test_a_scene_is_where_those_present_are(story: Story) -> None:
    (scene,) = rows(story, "scenes")
    (stay,) = rows(story, "places")
    assert scene.place == stay.where == "milk"
    assert scene.time is None
    assert stay.until is None


def test_a_thing_is_with_its_holder_or_with_nobody(story: Story) -> None:
    taken, left = rows(story, "items")
    assert (taken.item, taken.holder, taken.how, taken.until) == ("milk", "Tom Reed", "took", 39)
    assert (left.holder, left.until) == (None, None)


def test_a_state_has_the_words_that_begin_and_end_it(story: Story) -> None:
    (state,) = rows(story, "states")
    assert (state.who, state.attribute, state.value) == ("Tom Reed", "sleep", "asleep")
    assert (state.evidence, state.ended_by) == (Span(20, 23), Span(39, 43))


def test_a_relation_names_both(story: Story) -> None:
    (relation,) = rows(story, "relations")
    assert (relation.a, relation.kind, relation.b) == ("Tom Reed", "friend", "Ann")


def test_a_relative_is_called_by_a_noun(story: Story) -> None:
    (relative,) = rows(story, "relatives")
    assert (relative.who, relative.kind, relative.noun) == ("Tom Reed", "parent", "mother")


def test_knowledge_is_of_a_person_a_thing_or_an_event(story: Story) -> None:
    assert [(row.of, row.of_id) for row in rows(story, "knowledge")] == [
        ("Tom Reed", "e1"),
        ("milk", "r2"),
        ("Tom", "v1"),
    ]
