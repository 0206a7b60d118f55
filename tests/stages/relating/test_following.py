from fabula.stages.relating.following import with_what_follows
from fabula.story import EntityId, Relation
from fabula.text import Span


def relation(a, kind, b, at=0, confidence=0.9, until=None):
    return Relation(
        a_id=EntityId(a),
        b_id=EntityId(b),
        kind=kind,
        since=at,
        until=until,
        evidence=Span(at, at + 5),
        confidence=confidence,
    )


def follows(*relations):
    return [
        (each.a_id, each.kind, each.b_id, each.since, each.confidence)
        for each in with_what_follows(relations)
        if each not in relations
    ]


def test_siblings_share_their_kin_from_where_both_are_told():
    found = follows(
        relation("leonie", "aunt_or_uncle", "hugo", 5), relation("felix", "twin", "hugo", 30)
    )
    assert found == [("leonie", "aunt_or_uncle", "felix", 30, 0.81)]


def test_it_does_not_matter_from_which_side_it_is_told():
    found = follows(relation("hugo", "child", "dad"), relation("hugo", "sibling", "nell"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("dad", "parent", "nell")]


def test_children_of_one_parent_are_siblings_unless_he_is_only_called_father():
    told = [relation("dad", "parent", "tom"), relation("dad", "parent", "ned")]
    assert [each[:3] for each in follows(*told)] == [("tom", "sibling", "ned")]
    vague = frozenset({EntityId("dad")})
    assert len(with_what_follows(told, vague=vague)) == len(told)


def test_a_parent_s_kin_are_grandparents_and_uncles():
    found = follows(relation("ada", "parent", "tom"), relation("odo", "parent", "ada"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("odo", "grandparent", "tom")]
    found = follows(relation("ada", "parent", "tom"), relation("ned", "sibling", "ada"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("ned", "aunt_or_uncle", "tom")]


def test_what_the_text_says_itself_is_not_concluded_again():
    told = (
        relation("dad", "parent", "hugo"),
        relation("hugo", "sibling", "nell"),
        relation("dad", "guardian", "nell"),
        relation("dad", "in_law", "nell"),
    )
    assert follows(*told) == []


def test_kin_by_marriage_and_doubtful_kin_conclude_nothing():
    assert follows(relation("eve", "spouse", "dad"), relation("dad", "parent", "tom")) == []
    doubtful = relation("dad", "parent", "hugo", confidence=0.55)
    assert follows(doubtful, relation("hugo", "sibling", "nell")) == []


def test_a_wife_s_kin_and_an_uncle_s_are_kin_too():
    found = follows(relation("ada", "spouse", "tom"), relation("odo", "parent", "ada"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("odo", "in_law", "tom")]
    found = follows(relation("ned", "aunt_or_uncle", "tom"), relation("eve", "spouse", "ned"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("eve", "aunt_or_uncle", "tom")]
    found = follows(relation("ned", "aunt_or_uncle", "tom"), relation("bo", "child", "ned"))
    assert [(a, kind, b) for a, kind, b, _, _ in found] == [("bo", "cousin", "tom")]
