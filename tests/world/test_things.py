import pytest

from fabula.world.things import Things, as_called, bare


@pytest.mark.parametrize(
    ("words", "left"), [("The small Key", "small key"), ("Tom’s boat", "boat"), ("the", "")]
)
def test_what_only_points_does_not_matter(words, left):
    assert bare(words) == left


def test_a_thing_has_its_first_description_for_a_name(story):
    assert Things(story).name("r4") == "the small key"


def test_a_whole_name_goes_before_a_part(story):
    things = Things(story)
    assert things.called("her key", ["r4", "r5"]) == ["r4"]
    assert things.called("boat", ["r4", "r5"]) == []


def test_a_description_that_opens_a_sentence_has_no_capital():
    assert as_called("The old\noffice", "nominal") == "the old office"
    assert as_called("The Hague", "proper") == "The Hague"
    assert as_called("Osker Quay", "proper") == "Osker Quay"
