from hand_scored import document_of, scores

from fabula import pipeline
from fabula.sources import plain
from fabula.stages.mentions import FindMentions


def things(text, spans=(), **given):
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="quotations")
    found = FindMentions(scores(document_of(text), spans=list(spans), **given))(story)
    return [story.document[mention] for mention in found if mention.type == "ITEM"]


def test_a_key_is_a_thing_whatever_the_encoder_thinks():
    relations = [("the", "det", "key"), ("small", "amod", "key"), ("key", "dobj", "took")]
    found = things("Odo took the small key.", relations=relations, tags={"key": "NOUN"})
    assert found == ["the small key"]


def test_a_noun_before_another_noun_is_no_thing_of_its_own():
    relations = [("key", "compound", "ring"), ("a", "det", "ring"), ("ring", "dobj", "took")]
    tags = {"key": "NOUN", "ring": "NOUN"}
    assert things("Odo took a key ring.", relations=relations, tags=tags) == ["a key ring"]


def test_a_thing_that_the_encoder_half_sees_is_one():
    relations = [("the", "det", "gizmo"), ("gizmo", "dobj", "took")]
    given = {"relations": relations, "tags": {"gizmo": "NOUN"}}
    assert things("Odo took the gizmo.", [("the", "gizmo", "ITEM", 0.3)], **given) == ["the gizmo"]
    assert things("Odo took the gizmo.", [("the", "gizmo", "ITEM", 0.1)], **given) == []
