import pytest

from fabula.stages.telling.knowing_more import knows_more


@pytest.mark.parametrize(
    ("prose", "times"),
    [
        ("Neither of them noticed the owl, which lived there ever after.", 2),
        ("Years later there was a statue of the goose.", 1),
        ("As it happened, the key had been under the mat all along.", 1),
        ("Nobody knew who had eaten the plums.", 1),
        ("The bell stands in the square to this day.", 1),
        ("Later she sat down and ate both of the plums.", 0),
        ("Nobody answered.", 0),
    ],
)
def test_what_came_of_it_and_what_several_know_only_a_narrator_can_tell(passages_of, prose, times):
    (passage,) = passages_of(prose)
    assert knows_more(passage) == times
