import pytest

from fabula.stages.telling.possession import is_possessive, possessed


@pytest.mark.parametrize(
    ("prose", "possessive"),
    [
        ("{tom|Tom}’s kite dipped.", True),
        ("It was {ada|her} kite.", True),
        ("The owl saw {ada|her} and hooted.", False),
        ("The owl saw {ada|her}.", False),
        ("The owl saw {tom|Tom} there.", False),
    ],
)
def test_a_mention_is_possessive_where_something_is_owned(passages_of, prose, possessive):
    (passage,) = passages_of(prose)
    assert is_possessive(passage, passage.people[0]) is possessive


def test_the_thing_owned_may_follow_an_adjective(passages_of):
    (passage,) = passages_of("It was {tom|Tom}’s own kite.")
    place = possessed(passage, passage.people[0], frozenset({"kite"}))
    assert passage.words[place] == "kite"
