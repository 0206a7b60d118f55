from evaluation.litbank_reading import (
    Reading,
    chains_of,
    in_litbank,
    passage,
    print_worst,
    read_text,
    trimmed,
)

from fabula.story import Chain, ChainId, EntityId, Link, Mention, MentionId, Story
from fabula.text import Document, Paragraph, Span


def mention(number, start, end, kind="PER"):
    return Mention(
        id=MentionId(f"m{number}"),
        start=start,
        end=end,
        type=kind,
        form="proper",
        head=Span(start, end),
    )


def story_of(text, **layers):
    document = Document(
        text=text, name="a.txt", format="plain", paragraphs=(Paragraph(0, len(text)),)
    )
    story = Story(document=document)
    for name, records in layers.items():
        story = story.with_layer(name, records)
    return story


def link(number, entity):
    return Link(
        mention_id=MentionId(f"m{number}"), entity_id=EntityId(entity), reason="", confidence=1.0
    )


MENTIONS = (mention(1, 0, 3), mention(2, 4, 7), mention(3, 8, 11), mention(4, 12, 15))


def test_links_of_both_layers_make_chains_and_the_rest_stand_alone():
    story = story_of(
        "Ada Tom Ada Eve",
        mentions=MENTIONS,
        links=(link(1, "e1"), link(2, "e2")),
        speech_links=(link(3, "e1"),),
    )
    assert chains_of(story) == (("m1", "m3"), ("m2",), ("m4",))


def test_the_layer_of_chains_is_preferred():
    chains = (
        Chain(id=ChainId("x1"), mention_ids=(MentionId("m1"), MentionId("m2")), type="PER"),
        Chain(id=ChainId("x2"), mention_ids=(MentionId("m3"), MentionId("m4")), type="PER"),
    )
    story = story_of("Ada Tom Ada Eve", mentions=MENTIONS, links=(link(1, "e1"),), chains=chains)
    assert chains_of(story) == (("m1", "m2"), ("m3", "m4"))


def test_white_space_at_the_ends_of_a_span_is_left_out():
    assert trimmed("  the\nboat \n", Span(0, 12)) == (2, 10)


def test_portable_things_are_not_litbanks():
    assert in_litbank(mention(1, 0, 3, "VEH"))
    assert not in_litbank(mention(1, 0, 3, "ITEM"))


def test_the_reading_of_a_document_keeps_its_offsets(rowing):
    reading = Reading(rowing, read_text(rowing, None))
    assert reading.story.document.text == rowing.text
    assert "mentions" in reading.story.layers


def test_the_worst_documents_are_named_lowest_first(capsys):
    print_worst(
        [("a", 3.0), ("b", 1.0), ("c", 2.0), ("d", 9.0)], lambda p: p[0], lambda p: p[1], "F1"
    )
    assert capsys.readouterr().out == "Worst documents by F1: b (1.0), c (2.0), a (3.0)\n"


def test_a_passage_shows_the_words_in_place():
    assert passage("Ada waved\nto Tom.", 4, 9) == "Ada [[waved]] to Tom."
