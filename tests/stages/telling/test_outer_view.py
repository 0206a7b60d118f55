import pytest


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
