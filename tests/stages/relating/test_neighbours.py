import pytest
from related import read


@pytest.mark.parametrize(
    "place",
    [
        "from next door",
        "from across the landing",
        "who lives upstairs",
        "from number nine",
        "from 2a",
    ],
)
def test_whoever_is_from_next_door_is_a_neighbour(place):
    found = read(f"{{dray|Mr Dray}} {place} drove {{me|us}}.", narrator="me")
    assert found == [("dray", "neighbour", "me", f"Mr Dray {place}")]


@pytest.mark.parametrize(
    "place", ["from next week", "from 9 years ago", "who lived next door to Ada"]
)
def test_other_places_make_no_neighbour(place):
    assert read(f"{{dray|Mr Dray}} {place} drove {{me|us}}.", narrator="me") == []


def test_whoever_has_a_drill_upstairs_lives_there():
    tags = {"has": "VERB"}
    found = read("{tom|Tom} upstairs has {me|my} drill.", (), tags, narrator="me")
    assert [each[:3] for each in found] == [("tom", "neighbour", "me")]


def test_whoever_is_sent_upstairs_lives_anywhere():
    assert read("{me|I} sent {tom|Tom} upstairs at once.", (), narrator="me") == []


def test_who_lives_next_door_to_somebody_is_a_neighbour():
    arcs = [
        ("Ada", "nsubj", "lived"),
        ("next", "amod", "door"),
        ("door", "advmod", "lived"),
        ("to", "prep", "door"),
        ("Tom", "pobj", "to"),
    ]
    found = read("{ada|Ada} lived next door to {tom|Tom}.", arcs, {"lived": "VERB"})
    assert [each[:3] for each in found] == [("ada", "neighbour", "tom")]
    ran = [tuple(word.replace("lived", "ran") for word in each) for each in arcs]
    assert read("{ada|Ada} ran next door to {tom|Tom}.", ran, {"ran": "VERB"}) == []
