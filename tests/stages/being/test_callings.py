"""What people are called, and what that says of them."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def found(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "tags", "expected"),
    [
        (
            "said {tom|Tom}, the caretaker.",
            "Tom nsubj said, the det caretaker, caretaker attr said",
            "Tom=PROPN caretaker=NOUN",
            ["trade caretaker"],
        ),
        (
            "{tom|Tom} the janitor sang.",
            "Tom nsubj sang, the det janitor, janitor nsubj sang",
            "Tom=PROPN janitor=NOUN",
            ["trade janitor"],
        ),
        (
            "{tom|Tom}, the baker and {ada|Ada} sang.",
            "Tom nsubj sang, the det baker, baker conj Tom, Ada conj baker",
            "Tom=PROPN baker=NOUN Ada=PROPN",
            [],
        ),
        (
            "{tom|Sidney Cooper} sang.",
            "Sidney compound Cooper, Cooper nsubj sang",
            "Sidney=PROPN Cooper=PROPN",
            [],
        ),
        (
            "{tom|He} was Sidney Cooper.",
            "He nsubj was, Sidney compound Cooper, Cooper attr was",
            "Sidney=PROPN Cooper=PROPN",
            [],
        ),
        (
            "{tom|Carter Hall} sang.",
            "Carter compound Hall, Hall nsubj sang",
            "Carter=PROPN Hall=PROPN",
            [],
        ),
        (
            "{tom|Father Hall} sang.",
            "Father compound Hall, Hall nsubj sang",
            "Father=PROPN Hall=PROPN",
            ["trade priest"],
        ),
        (
            "{ada|Lady Hall} sang.",
            "Lady compound Hall, Hall nsubj sang",
            "Lady=PROPN Hall=PROPN",
            ["rank lady"],
        ),
        (
            "{?|He} met a cook, {ada|Hall}.",
            "He nsubj met, a det cook, cook dobj met, Hall appos cook",
            "cook=NOUN Hall=PROPN",
            ["trade cook"],
        ),
        (
            "{ada|She} was a marine biologist.",
            "She nsubj was, marine compound biologist, biologist attr was",
            "marine=NOUN biologist=NOUN",
            ["trade biologist"],
        ),
        (
            "{ada|She} was a good dancer.",
            "She nsubj was, good amod dancer, dancer attr was",
            "dancer=NOUN",
            [],
        ),
    ],
)
def test_names_and_nouns_that_say_what_people_are(prose, grammar, tags, expected):
    assert found(prose, grammar, tags=tags) == expected


def test_a_cat_may_be_called_admiral():
    prose = "The name was {byng|Admiral Byng}."
    grammar = "name nsubj was, Admiral compound Byng, Byng attr was"
    assert found(prose, grammar, tags="Admiral=PROPN Byng=PROPN") == []


def test_who_had_been_a_fox_for_an_hour_is_none():
    grammar = "Tom nsubj been, had aux been, a det fox, fox attr been"
    assert found("{tom|Tom} had been a fox.", grammar, tags="fox=NOUN been=AUX") == []
    now = "Tom nsubj was, a det fox, fox attr was"
    assert found("{tom|Tom} was a fox.", now, tags="fox=NOUN was=AUX") == ["species fox"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Captain Hall", ["rank captain"]),
        ("Earl Hall", []),
        ("Mrs. Captain Hall", []),
    ],
)
def test_a_title_may_be_a_given_name_or_a_husbands(name, expected):
    title = name.split()[-2]
    grammar = f"{title} compound Hall, Hall nsubj sang"
    tags = f"{title}=PROPN Hall=PROPN"
    assert found(f"{{tom|{name}}} sang.", grammar, tags=tags) == expected
