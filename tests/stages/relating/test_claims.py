from msgspec import structs

from fabula.stages.relating.claims import Claim, settle
from fabula.story import EntityId
from fabula.text import Span


def claim(a, kind, b, at=0, confidence=0.8, sign="said"):
    return Claim(EntityId(a), kind, EntityId(b), Span(at, at + 5), confidence, sign)


def settled(*claims, **pronouns):
    return [(each.a_id, each.kind, each.b_id) for each in settle(claims, pronouns)]


def test_both_ways_of_saying_it_are_one_relation():
    (relation,) = settle([claim("ada", "parent", "tom"), claim("tom", "child", "ada", 9)], {})
    assert (relation.a_id, relation.kind, relation.b_id) == ("ada", "parent", "tom")
    assert relation.since == 0
    assert relation.confidence == 0.96


def test_the_surest_of_two_ways_to_be_related_holds():
    found = settled(
        claim("ada", "parent", "tom"),
        claim("ada", "parent", "tom", 20),
        claim("ada", "sibling", "tom", 40),
    )
    assert found == [("ada", "parent", "tom")]


def test_a_wedding_ends_an_engagement_and_a_divorce_the_marriage():
    found = settle(
        [
            claim("ada", "engaged", "tom", 0),
            claim("ada", "spouse", "tom", 50),
            claim("ada", "former_spouse", "tom", 90),
        ],
        {},
    )
    assert [(each.kind, each.since, each.until) for each in found] == [
        ("engaged", 0, 50),
        ("spouse", 50, 90),
        ("former_spouse", 90, None),
    ]


def test_nobody_has_two_fathers_but_a_father_and_a_mother():
    found = settled(
        claim("dad", "parent", "tom", 0, 0.9),
        claim("mum", "parent", "tom", 9, 0.9),
        claim("odo", "parent", "tom", 20, 0.6),
        dad="he",
        mum="she",
        odo="he",
    )
    assert found == [("dad", "parent", "tom"), ("mum", "parent", "tom")]


def test_what_is_too_doubtful_is_left_out():
    assert settled(claim("ada", "parent", "tom", confidence=0.3)) == []


def test_nobody_is_their_own_relative():
    assert settled(claim("ada", "twin", "ada")) == []


def test_a_father_is_not_counted_a_friend_too():
    kin = claim("ada", "parent", "tom")
    friend = claim("ada", "friend", "tom", 20)
    assert settled(kin, friend) == [("ada", "parent", "tom")]
    assert settled(friend) == [("ada", "friend", "tom")]


def test_a_guess_repeated_is_hardly_surer_but_another_sign_is():
    again = [claim("ada", "parent", "tom", at, 0.4, "chain") for at in (0, 20, 40)]
    assert settled(*again) == []
    other = claim("ada", "parent", "tom", 60, 0.4, "next")
    assert settled(*again, other) == [("ada", "parent", "tom")]


def test_a_father_who_brings_her_up_is_no_guardian():
    assert settled(claim("tom", "parent", "ada"), claim("tom", "guardian", "ada", 20)) == [
        ("tom", "parent", "ada")
    ]
    assert settled(claim("tom", "aunt_or_uncle", "ada"), claim("tom", "guardian", "ada", 20)) == [
        ("tom", "aunt_or_uncle", "ada"),
        ("tom", "guardian", "ada"),
    ]


def test_what_is_said_of_somebody_holds_against_guesses_however_many():
    found = settled(
        claim("tom", "cousin", "ada", 0, 0.6),
        claim("tom", "parent", "ada", 20, 0.7, sign="next"),
        claim("tom", "parent", "ada", 20, 0.7, sign="alone"),
    )
    assert found == [("tom", "cousin", "ada")]


def test_signs_of_who_is_meant_say_nothing_of_whose_relative_is_told_of():
    def guessed(owner):
        signs = ("next", "alone", "cue")
        claims = [claim("ada", "parent", "tom", 0, 0.7, sign) for sign in signs]
        return settled(*(structs.replace(each, owner=owner) for each in claims))

    assert guessed(0.5) == []
    assert guessed(0.9) == [("ada", "parent", "tom")]
