import json

from msgspec import structs

from fabula.corrections.lines import quotation_places
from fabula.corrections.records import Anchor
from fabula.page.model import json_block, page_model
from fabula.page.people import people_on_page
from fabula.story import EntityId


def model_of(story):
    model = json.loads(json_block(page_model(story, people_on_page(story))))
    for name in ("lines", "facts"):
        keys, rows = model[name]["keys"], model[name]["rows"]
        model[name] = [dict(zip(keys, row, strict=True)) for row in rows]
    return model


def test_the_keys_are_those_that_the_script_knows(story):
    model = model_of(story)
    keys = {
        name: set(model[name][0]) for name in ("chapters", "scenes", "people", "lines", "facts")
    }
    assert set(model) == {"version", "title", "end", *keys}
    assert keys == {
        "chapters": {"id", "title", "at"},
        "scenes": set(
            "id chapter at end place time viewpoint also person tense present words talk".split()
        ),
        "people": set("id kind colour initials names aliases pronouns mentions".split()),
        "lines": set("id at end kind by to sure evidence others words scene anchor".split()),
        "facts": set("layer who other what value since until from to sure".split()),
    }


def test_mentions_count_on_from_the_last(story):
    model = model_of(story)
    ines = model["people"][0]
    offsets, last = [], 0
    for step in ines["mentions"]:
        last += step
        offsets.append(last)
    assert [story.document.text[at : at + 4] for at in offsets] == ["Ines", "She ", "Ines"]


def test_an_anchor_names_its_line_in_a_file_of_corrections(story):
    for index, line in enumerate(model_of(story)["lines"]):
        anchor = Anchor(**dict(zip(Anchor.__struct_fields__, line["anchor"], strict=False)))
        found = quotation_places(story.document, story.quotations).find(anchor)
        assert found.index == index


def test_nothing_in_the_block_can_end_it(story):
    wicked = "</script><!-- &amp; \u2028\u2029 <script>"
    ines, *others = story.cast
    hostile = structs.replace(story, cast=(structs.replace(ines, name=wicked), *others))
    block = json_block(page_model(hostile, people_on_page(hostile)))
    assert not set("<>&\u2028\u2029") & set(block)
    assert wicked.split(maxsplit=1)[0] in json.loads(block)["people"][0]["names"][-1][1]


def test_a_line_of_nobody_is_there(story):
    unknown = structs.replace(story, attributions=())
    line = model_of(unknown)["lines"][0]
    assert (line["by"], line["to"], line["sure"], line["evidence"]) == (None, [], 0.0, "none")
    assert model_of(story)["lines"][0]["by"] == EntityId("ines")
