import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.litbank import GoldDocument
from fabula.text import Span
from training.augmentation import edits


@pytest.fixture
def ada(document_with):
    return document_with(
        "“Row!” cried Ada. She waved.",
        ["ada name Ada", "ada pron She"],
        speech=["“Row!”"],
        events=["cried", "waved"],
    )


def test_spans_move_along(ada, words_of):
    changed = edits.edited(ada, [edits.Edit(0, 0, "Late. "), edits.Edit(13, 16, "Marigold")])
    assert changed.text == "Late. “Row!” cried Marigold. She waved."
    assert words_of(changed) == ["Marigold", "She", "Marigold", "cried", "waved", "“Row!”"]


def test_what_is_put_in_at_an_edge_stays_outside(ada, words_of):
    changed = edits.edited(ada, [edits.Edit(13, 13, "*"), edits.Edit(16, 16, "*")])
    assert "*Ada*" in changed.text
    assert words_of(changed) == words_of(ada)


def test_a_span_that_ends_in_an_edit_grows_with_it(ada, words_of):
    changed = edits.edited(ada, [edits.Edit(12, 14, " Ame")])
    assert changed.text == "“Row!” cried Ameda. She waved."
    assert words_of(changed)[0] == " Ameda"


def test_a_mark_taken_away_shortens_the_quotation(ada, words_of):
    changed = edits.edited(ada, [edits.Edit(0, 1, "—"), edits.Edit(5, 6, "")])
    assert words_of(changed)[-1] == "—Row!"


def test_edits_may_come_in_any_order(ada):
    two = [edits.Edit(18, 21, "Ada"), edits.Edit(1, 4, "Sail")]
    assert edits.edited(ada, two) == edits.edited(ada, two[::-1])


def test_edits_over_each_other_are_refused(ada):
    with pytest.raises(ValueError, match="apart from each other"):
        edits.edited(ada, [edits.Edit(0, 5, "x"), edits.Edit(4, 6, "y")])


def test_a_span_is_never_left_without_characters(ada):
    with pytest.raises(ValueError, match="nothing of the span 13:16"):
        edits.edited(ada, [edits.Edit(12, 17, "")])


@given(st.lists(st.tuples(st.integers(0, 3), st.text("xy ", max_size=3)), max_size=20))
def test_words_that_no_edit_touches_stay_under_their_spans(gaps):
    """Numbered words with gaps between them, each gap replaced by something else."""
    text, words, changes = "", [], []
    for number, (length, replacement) in enumerate(gaps):
        words.append(Span(len(text), len(text) + len(f"w{number}")))
        text += f"w{number}" + "." * length
        changes.append(edits.Edit(words[-1].end, len(text), replacement))
    document = GoldDocument(
        id="7", printed="tokens", text=text, mentions=(), attributes=(), entities=(),
        events=tuple(words), quotations=(),
    )  # fmt: skip
    changed = edits.edited(document, changes)
    assert [changed.text[event.start : event.end] for event in changed.events] == [
        f"w{number}" for number in range(len(gaps))
    ]
