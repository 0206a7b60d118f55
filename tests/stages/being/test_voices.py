"""Voices lost, hoarse and found again."""

import pytest
from told import narrated

from fabula.stages.states import FindStates


def states(prose, grammar, **given):
    story, scores = narrated(prose, grammar, **given)
    return [f"{each.attribute} {each.value}" for each in FindStates(scores)(story)]


@pytest.mark.parametrize(
    ("prose", "grammar", "found"),
    [
        ("“Water,” croaked {tom|Tom}.", "Tom nsubj croaked", []),
        (
            "“Water,” said {tom|Tom} hoarsely.",
            "Tom nsubj said, hoarsely advmod said",
            ["voice hoarse"],
        ),
        (
            "{ada|Ada} could not speak above a whisper.",
            "Ada nsubj speak, could aux speak, not neg speak, above prep speak, "
            "a det whisper, whisper pobj above",
            ["voice only a whisper"],
        ),
    ],
)
def test_a_voice_that_fails_is_told_by_how_it_speaks(prose, grammar, found):
    assert states(prose, grammar) == found
