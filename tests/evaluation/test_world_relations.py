"""Scores of relations and knowledge against gold."""

from evaluation.testbed import GoldStory
from evaluation.testbed.records import Gold, Knowledge, Member, Relation, Scene
from evaluation.world_relations import both_ways, figures, following, gold_relations, score
from msgspec import structs

from fabula import story as told
from fabula.segmentation import segment
from fabula.sources import plain
from fabula.text import Span

TEXT = "Ines sang. Tom and Ada and Odo slept."
PEOPLE = ("Ines", "Tom", "Ada", "Odo")


def gold(*relations, knowledge=()):
    quote = Span(0, 4)
    scene = Scene(begins=quote, opened_by="start", person="third", tense="past")
    return GoldStory(
        name="song",
        half="seen",
        path=None,
        text=TEXT,
        gold=Gold(
            about="",
            cast=tuple(Member(name=name) for name in PEOPLE),
            scenes=(scene,),
            relations=tuple(Relation(a=a, kind=kind, b=b, quote=quote) for a, kind, b in relations),
            knowledge=tuple(
                Knowledge(who=(who,), of="", about=(about,), how="told", since=quote)
                for who, about in knowledge
            ),
        ),
    )


def without(story, name):
    """The story as if nobody were called that."""
    mentions = tuple(each for each in story.mentions if each.id != f"m{name}")
    return structs.replace(
        story,
        mentions=mentions,
        cast=tuple(each for each in story.cast if each.name != name),
        links=tuple(each for each in story.links if each.entity_id != name),
    )


def read(*relations, relatives=(), knowledge=()):
    story = told.Story(document=segment(plain.from_text(TEXT)))
    mentions = [
        told.Mention(
            id=told.MentionId(f"m{name}"),
            start=TEXT.index(name),
            end=TEXT.index(name) + len(name),
            type="PER",
            form="proper",
            head=Span(TEXT.index(name), TEXT.index(name) + len(name)),
        )
        for name in PEOPLE
    ]
    layers = {
        "mentions": mentions,
        "cast": [told.Entity(id=told.EntityId(name), name=name) for name in PEOPLE],
        "links": [
            told.Link(
                mention_id=mention.id,
                entity_id=told.EntityId(name),
                reason="name",
                confidence=1.0,
            )
            for name, mention in zip(PEOPLE, mentions, strict=True)
        ],
        "chains": [],
        "relations": [
            told.Relation(
                a_id=told.EntityId(a),
                b_id=told.EntityId(b),
                kind=kind,
                since=0,
                evidence=Span(0, 4),
            )
            for a, kind, b in relations
        ],
        "relatives": [
            told.Relative(
                who_id=told.EntityId(who), kind=kind, noun=noun, since=0, evidence=Span(0, 4)
            )
            for who, kind, noun in relatives
        ],
        "knowledge": [
            told.Knowledge(
                who_id=told.EntityId(who),
                of_id=told.EntityId(of),
                how="told",
                since=0,
                evidence=Span(0, 4),
            )
            for who, of in knowledge
        ],
    }
    for name, records in layers.items():
        story = story.with_layer(name, records)
    return story


def test_a_relation_is_right_from_either_side():
    scores = score(gold(("Ines", "parent", "Tom")), read(("Tom", "child", "Ines")))
    assert (scores.right, scores.claimed, scores.found, scores.told) == (1, 1, 1, 1)


def test_the_wrong_way_round_is_wrong():
    scores = score(gold(("Ines", "parent", "Tom")), read(("Tom", "parent", "Ines")))
    assert (scores.right, scores.claimed, scores.found) == (0, 1, 0)


def test_a_symmetric_relation_has_no_direction():
    assert both_ways(("Ines", "friend", "Tom")) == (
        ("Ines", "friend", "Tom"),
        ("Tom", "friend", "Ines"),
    )


def test_twins_are_siblings_too():
    scores = score(gold(("Ines", "twin", "Tom")), read(("Tom", "sibling", "Ines")))
    assert (scores.right, scores.found) == (1, 1)


def test_what_follows_counts_neither_way():
    known = gold_relations(gold(("Ines", "parent", "Tom"), ("Tom", "sibling", "Ada")))
    assert ("Ines", "parent", "Ada") in following(known)
    children = gold_relations(gold(("Ines", "parent", "Tom"), ("Ines", "parent", "Ada")))
    assert ("Tom", "sibling", "Ada") in following(children)
    scores = score(
        gold(("Ines", "parent", "Tom"), ("Tom", "sibling", "Ada")),
        read(("Ines", "parent", "Ada"), ("Odo", "friend", "Ada")),
    )
    assert (scores.right, scores.claimed) == (0, 1)


def test_knowledge_is_met_by_a_claim_of_one_it_is_about():
    sheet = gold(knowledge=[("Tom", "Odo"), ("Ada", "Odo")])
    scores = score(sheet, read(knowledge=[("Tom", "Odo")]))
    assert (scores.known, scores.to_know, scores.knowing) == (1, 2, 1)


def test_figures_are_in_per_cent():
    sheet = gold(("Ines", "parent", "Tom"), ("Tom", "friend", "Ada"), knowledge=[("Tom", "Odo")])
    found = figures(score(sheet, read(("Tom", "child", "Ines"), knowledge=[("Tom", "Odo")])))
    assert found == {
        "relations_precision": 100,
        "relations_recall": 50,
        "relatives_precision": 0,
        "kin_recall": 50,
        "knowledge_recall": 100,
        "knowledge_near_recall": 100,
    }


def test_a_relative_outside_the_cast_finds_whom_the_reading_has_nobody_for():
    sheet = gold(("Odo", "parent", "Tom"), ("Ada", "sibling", "Tom"))
    seen = read(relatives=[("Tom", "parent", "father"), ("Tom", "sibling", "sister")])
    scores = score(sheet, without(seen, "Odo"))
    assert (scores.kin_right, scores.kin_claimed) == (2, 2)
    assert (scores.found, scores.kin_found) == (0, 1)
    assert score(sheet, read(relatives=[("Tom", "child", "son")])).kin_right == 0
