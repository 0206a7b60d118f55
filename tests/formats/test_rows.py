"""The public rows: their keys are a promise."""

import msgspec
import pytest

from fabula.errors import LayerError
from fabula.formats.rows import SHOWN, rows
from fabula.story import (
    Attribution,
    Chain,
    ChainId,
    GroupMember,
    Mention,
    MentionId,
    QuotationId,
    Story,
)
from fabula.text import Span

KEYS = {
    "paratext": "role start end text",
    "chapters": "id start end title",
    "scenes": "id chapter start end title kind viewpoint also mode person tense place time present "
    "comings words dialogue confidence",
    "cast": "id name aliases kind pronouns mentions quotations first named members",
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
    "secrets": "keepers hidden_from about since until evidence ended_by confidence",
    "quotations": "id start end parts text kind speaker addressees cue manner evidence confidence "
    "candidates scene",
}


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
    assert (tom["text"], tom["entity"], tom["name"], tom["chain"]) == (
        "Tom",
        "e1",
        "Tom Reed",
        "r1",
    )
    assert (milk["text"], milk["name"], milk["chain"]) == ("milk", None, "r2")


def test_a_chain_is_shown_by_its_most_telling_words(story: Story) -> None:
    it = Mention(
        id=MentionId("m0"), start=0, end=3, type="ITEM", form="pronominal", head=Span(0, 3)
    )
    chain = Chain(id=ChainId("r2"), mention_ids=(it.id, MentionId("m2")), type="ITEM")
    changed = msgspec.structs.replace(
        story, mentions=(it, *story.mentions), chains=(story.chains[0], chain)
    )
    _, milk = (msgspec.to_builtins(row) for row in rows(changed, "chains"))
    assert (milk["text"], milk["mentions"], milk["spans"]) == ("milk", 2, ([0, 3], [39, 43]))


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


def test_a_group_names_its_members(story: Story) -> None:
    tom, ann = story.cast
    member = GroupMember(entity_id=tom.id, evidence=Span(20, 23))
    found = msgspec.structs.replace(
        story, cast=(tom, msgspec.structs.replace(ann, kind="group", members=(member,)))
    )
    _, group = (msgspec.to_builtins(row) for row in rows(found, "cast"))
    assert group["members"] == ("Tom Reed",)
