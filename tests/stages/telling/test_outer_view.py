import pytest

from fabula.stages.telling.minds import signs_in
from fabula.stages.telling.predicates import predicates


@pytest.fixture
def signs(passages_of):
    def signs_of(prose):
        (passage,) = passages_of(prose)
        return [(sign.entity_id, sign.rule) for sign in signs_in(passage, predicates(passage))]

    return signs_of


@pytest.mark.parametrize(
    ("prose", "rule"),
    [
        ("{tom|Tom} seemed nervous.", "hedged"),
        ("{tom|He} looked tired.", "hedged"),
        ("{tom|He} was obviously lost.", "hedged"),
        ("{tom|He} appeared to have forgotten.", "hedged"),
        ("{tom|He} grinned as if he had planned it.", "hedged"),
        ("{tom|Tom}’s eyes narrowed.", "face"),
    ],
)
def test_someone_is_seen_from_outside(signs, prose, rule):
    assert signs(prose) == [("tom", rule)]
