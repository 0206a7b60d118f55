import pytest
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
    spans = [("the", "dovecot", "FAC", 0.3)]
    relations = behind("sat", "in", "the", "dovecot")
    assert places(
        "Odo sat in the dovecot.", spans, relations=relations, tags={"dovecot": "NOUN"}
    ) == ["the dovecot"]
    painted = [("dovecot", "dobj", "painted"), ("the", "det", "dovecot")]
    assert (
        places("Odo painted the dovecot.", spans, relations=painted, tags={"dovecot": "NOUN"}) == []
    )


def test_a_thing_that_someone_sits_on_is_none():
    relations = behind("sat", "on", "the", "hat")
    assert places("Odo sat on the hat.", relations=relations, tags={"hat": "NOUN"}) == []


def test_what_is_entered_is_a_place():
    relations = [("cave", "dobj", "entered"), ("the", "det", "cave")]
    assert places("Odo entered the cave.", relations=relations, tags={"cave": "NOUN"}) == [
        "the cave"
    ]


@pytest.mark.parametrize(
    ("prose", "name", "expected"),
    [
        ("Odo sat in the Drowned Rat.", "Rat", ["the Drowned Rat"]),
        ("Odo sang in March.", "March", []),
        ("Odo answered in Welsh.", "Welsh", []),
    ],
)
def test_a_name_behind_in_is_a_place_unless_it_is_a_time_or_a_language(prose, name, expected):
    verb = prose.split()[1]
    relations = [("in", "prep", verb), (name, "pobj", "in")]
    if "the" in prose:
        relations += [("the", "det", name), ("Drowned", "amod", name)]
    assert places(prose, relations=relations, tags={name: "PROPN"}) == expected


def test_a_name_that_is_looked_at_is_none():
    relations = [("at", "prep", "looked"), ("Penny", "pobj", "at")]
    assert places("Odo looked at Penny.", relations=relations, tags={"Penny": "PROPN"}) == []


def test_the_door_of_a_tower_tells_of_the_tower():
    relations = [("tower", "compound", "door"), ("door", "nsubjpass", "locked")]
    assert places("The tower door was locked.", relations=relations, tags={"tower": "NOUN"}) == [
        "tower"
    ]


def test_a_building_that_something_is_told_of_is_a_place():
    relations = [("marquee", "nsubj", "was"), ("The", "det", "marquee")]
    assert places("The marquee was hot.", relations=relations, tags={"marquee": "NOUN"}) == [
        "The marquee"
    ]


def test_out_into_the_dark_is_a_place():
    prose = "Ines went out into the dark."
    relations = [("into", "prep", "went"), ("dark", "pobj", "into"), ("the", "det", "dark")]
    assert places(prose, relations=relations, tags={"dark": "NOUN"}) == ["the dark"]
    plain = prose.replace("out ", "right ")
    assert places(plain, relations=relations, tags={"dark": "NOUN"}) == []


@pytest.mark.parametrize(("verb", "found"), [("rode", ["Osker"]), ("bumped", [])])
def test_a_name_that_somebody_goes_into_is_a_place(verb, found):
    prose = f"Ines {verb} into Osker."
    relations = [("Ines", "nsubj", verb), ("into", "prep", verb), ("Osker", "pobj", "into")]
    tags = {"Osker": "PROPN", verb: "VERB"}
    assert places(prose, relations=relations, tags=tags) == found
