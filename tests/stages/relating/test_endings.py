from related import people_and_arcs, read

from fabula.stages.relating.endings import Ending, endings_told, with_endings
from fabula.story import EntityId, Relation
from fabula.text import Span


def relation(a, kind, b, since=0):
    return Relation(
        a_id=EntityId(a),
        b_id=EntityId(b),
        kind=kind,
        since=since,
        evidence=Span(since, since + 3),
        confidence=0.9,
    )


def told(prose, arcs, verb):
    people, made = people_and_arcs(prose, arcs, {verb: "VERB"})
    return [(set(each.people), prose_at(people, each.at)) for each in endings_told(people, made)]


def prose_at(people, at):
    return people.story.document.text[at:].split()[0].strip(".")


def test_whoever_is_sacked_works_for_them_no_more():
    arcs = [("Ada", "nsubj", "sacked"), ("Tom", "dobj", "sacked")]
    assert told("{ada|Ada} sacked {tom|Tom}.", arcs, "sacked") == [({"ada", "tom"}, "sacked")]
    never = [*arcs, ("never", "neg", "sacked")]
    assert told("{ada|Ada} never sacked {tom|Tom}.", never, "sacked") == []


def test_friends_fall_out():
    arcs = [
        ("Ada", "nsubj", "fell"),
        ("out", "prt", "fell"),
        ("with", "prep", "fell"),
        ("Tom", "pobj", "with"),
    ]
    assert told("{ada|Ada} fell out with {tom|Tom}.", arcs, "fell") == [({"ada", "tom"}, "fell")]
    assert told("{ada|Ada} fell down with {tom|Tom}.", [arcs[0], *arcs[2:]], "fell") == []


def test_whoever_frees_a_prisoner_ends_it():
    arcs = [("Ada", "nsubj", "freed"), ("Tom", "dobj", "freed")]
    assert told("{ada|Ada} freed {tom|Tom}.", arcs, "freed") == [({"tom"}, "freed")]


def test_a_relation_lasts_until_the_first_passage_that_ends_it():
    over = [Ending(frozenset({EntityId("tom")}), frozenset({"captor"}), at) for at in (5, 40, 90)]
    (captor,) = with_endings([relation("odo", "captor", "tom", 10)], over)
    assert captor.until == 40
    (friend,) = with_endings([relation("odo", "friend", "tom", 10)], over)
    assert friend.until is None


def test_two_names_told_of_before_the_verb_were_shipmates():
    arcs = [("Odo", "conj", "Tom"), ("Tom", "conj", "been"), ("shipmates", "acomp", "been")]
    found = read("{tom|Tom} and {odo|Odo} had been shipmates.", arcs)
    assert [each[:3] for each in found] == [("tom", "colleague", "odo")]
