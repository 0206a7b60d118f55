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


@pytest.mark.parametrize(
    "prose",
    [
        "{tom|Tom} looked the other way.",
        "{tom|Tom} looked him in the eye.",
        "{tom|Tom} looked straight ahead.",
    ],
)
def test_turning_the_eyes_is_no_guess_of_how_somebody_is(signs, prose):
    assert ("tom", "hedged") not in signs(prose)
