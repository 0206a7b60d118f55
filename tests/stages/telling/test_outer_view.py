import pytest

from fabula.stages.telling.outer_view import is_guess
from fabula.stages.telling.predicates import predicates


def guessed(passages_of, prose):
    (passage,) = passages_of(prose)
    (predicate,) = predicates(passage)
    return is_guess(passage, predicate.verb)


@pytest.mark.parametrize(
    "prose",
    [
        "{tom|Tom} seemed nervous.",
        "{tom|He} looked tired.",
        "{tom|He} looked very tired.",
        "{tom|He} appeared to have forgotten.",
    ],
)
def test_how_someone_seems_is_a_guess(passages_of, prose):
    assert guessed(passages_of, prose)


@pytest.mark.parametrize(
    "prose",
    [
        "{tom|Tom} looked the other way.",
        "{tom|Tom} looked him in the eye.",
        "{tom|Tom} looked straight ahead.",
        "{tom|Tom} appeared in the doorway.",
        "{tom|Tom} rowed.",
    ],
)
def test_turning_the_eyes_is_no_guess_of_how_somebody_is(passages_of, prose):
    assert not guessed(passages_of, prose)
