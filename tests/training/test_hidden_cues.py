import re

import pytest
from training.augmentation.edits import rewritten
from training.hidden_cues import hide, untouched

from fabula.text import Span

SPEECH = re.compile(r"“[^”]*”|\"[^\"]*\"")


def without(text: str, cue: str) -> tuple[str, str] | None:
    """The text without its cue, and the line that the cue belonged to, as it was before."""
    spoken = [Span(*match.span()) for match in SPEECH.finditer(text)]
    start = text.index(cue)
    hidden = hide(text, spoken[0], Span(start, start + len(cue)), spoken)
    if hidden is None:
        return None
    return rewritten(text, [hidden.edit]), text[hidden.words.start : hidden.words.end]


def test_a_cue_in_the_middle_leaves_one_quotation():
    assert without("“No,” said Emma, “not to Bath.”", "said Emma") == (
        "“No, not to Bath.”",
        "“No,” said Emma, “not to Bath.”",
    )


@pytest.mark.parametrize(
    ("text", "cue", "left"),
    [
        ("“Not now,” said Ada.", "said Ada", "“Not now.”"),
        ("“Now?” Ada asked softly. The wind rose.", "Ada asked", "“Now?” The wind rose."),
        ('"Not now," said Ada. "Later."', "said Ada", '"Not now. Later."'),
        ("“Row!” cried Ada. “We are late.”", "cried Ada", "“Row! We are late.”"),
        ("“If I could—” Ada began.", "Ada began", "“If I could—”"),
        ("Ada said, “Not now.”", "Ada said", "“Not now.”"),
        ("He slept.\n\nAda said: “Wake up.”", "Ada said", "He slept.\n\n“Wake up.”"),
    ],
)
def test_a_plain_cue_goes_and_the_points_stay_right(text, cue, left):
    found = without(text, cue)
    assert found is not None
    assert found[0] == left


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("“Not now,” said Ada, turning the boat.", "said Ada"),
        ("“Not now,” said Ada and rowed on.", "said Ada"),
        ("The wind rose, and Ada said, “Not now.”", "Ada said"),
        ("“Not now,” the boy heard, and Ada said it again.", "Ada said"),
    ],
)
def test_a_cue_with_more_to_its_clause_stays(text, cue):
    assert without(text, cue) is None


def test_what_an_edit_touches_is_found():
    text = "“Not now,” said Ada. Tom slept."
    spoken = [Span(0, 10)]
    hidden = hide(text, spoken[0], Span(11, 19), spoken)
    assert hidden is not None
    assert not untouched([hidden.edit], 16, 19)
    assert untouched([hidden.edit], 21, 24)
    assert untouched([hidden.edit], 1, 4)
