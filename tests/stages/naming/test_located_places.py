from hand_scored import document_of, scores

from fabula import pipeline
from fabula.sources import plain
from fabula.stages.mentions import FindMentions


def places(text, spans=(), **given):
    story = pipeline.analyse(plain.from_text(text), encoder=None, until="quotations")
    found = FindMentions(scores(document_of(text), spans=list(spans), **given))(story)
    return [story.document[each] for each in found if each.type not in {"PER", "ITEM"}]


def behind(verb, small, determiner, noun):
    return [(small, "prep", verb), (noun, "pobj", small), (determiner, "det", noun)]


def test_a_room_that_someone_is_in_is_a_place():
    found = places(
        "Odo sat in the pantry.",
        relations=behind("sat", "in", "the", "pantry"),
        tags={"pantry": "NOUN"},
    )
    assert found == ["the pantry"]


def test_a_room_named_in_passing_is_none():
    relations = [("pantry", "dobj", "liked"), ("the", "det", "pantry")]
    assert places("Odo liked the pantry.", relations=relations, tags={"pantry": "NOUN"}) == []


def test_a_noun_that_may_be_a_place_is_one_behind_in():
    spans = [("the", "gondola", "VEH", 0.3)]
    relations = behind("sat", "in", "the", "gondola")
    assert places(
        "Odo sat in the gondola.", spans, relations=relations, tags={"gondola": "NOUN"}
    ) == ["the gondola"]
    painted = [("gondola", "dobj", "painted"), ("the", "det", "gondola")]
    assert (
        places("Odo painted the gondola.", spans, relations=painted, tags={"gondola": "NOUN"}) == []
    )


def test_a_thing_that_someone_sits_on_is_none():
    relations = behind("sat", "on", "the", "hat")
    assert places("Odo sat on the hat.", relations=relations, tags={"hat": "NOUN"}) == []


def test_what_is_entered_is_a_place():
    relations = [("cave", "dobj", "entered"), ("the", "det", "cave")]
    assert places("Odo entered the cave.", relations=relations, tags={"cave": "NOUN"}) == [
        "the cave"
    ]
