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
