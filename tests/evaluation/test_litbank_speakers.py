import msgspec
import pytest
from evaluation.figures import NotMeasured
from evaluation.litbank_reading import Reading
from evaluation.litbank_speakers import compare, figures, measure
from tests.evaluation.spoken import FIRST, SECOND, TEXT, THIRD, story

from evaluation import litbank_speakers
from evaluation.litbank import GoldQuotation


@pytest.fixture
def dialogue(rowing):
    """Ines says the first and the third line, Tom the second."""
    quotations = tuple(
        GoldQuotation(id=f"Q{number}", parts=parts, speaker=speaker)
        for number, (parts, speaker) in enumerate([(FIRST, "a"), (SECOND, "b"), (THIRD, "a")])
    )
    return msgspec.structs.replace(rowing, text=TEXT, quotations=quotations)


def test_each_row_of_the_corpus_counts_and_the_right_speakers_are_perfect(dialogue):
    scored = compare(dialogue, story("e1", "e2", "e1"))
    assert (scored.quotations, scored.found, scored.with_speaker) == (4, 4, 4)
    assert scored.score.conll == 100


def test_whose_name_a_speaker_bears_does_not_matter(dialogue):
    assert compare(dialogue, story("e2", "e1", "e2")).score.conll == 100


def test_a_line_without_speaker_is_alone(dialogue):
    scored = compare(dialogue, story("e1", "e2", None))
    assert (scored.found, scored.with_speaker) == (4, 3)
    # Two of Ines's three rows have two thirds of her lines around them, the third one third.
    assert scored.score.b_cubed.recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert scored.score.b_cubed.precision == 100


def test_a_line_that_was_not_found_is_alone_like_one_without_speaker(dialogue):
    missed, unknown = (
        compare(dialogue, story("e1", "e2")),
        compare(dialogue, story("e1", "e2", None)),
    )
    assert missed.found == 3
    assert missed.score == unknown.score


def test_one_speaker_for_all_is_scored_beside(dialogue):
    values = figures([compare(dialogue, story("e1", "e1", "e1"))])
    assert values["litbank_speakers_conll"] == values["litbank_speakers_one"] < 100


def test_documents_without_quotations_are_left_out(rowing, dialogue, monkeypatch):
    readings = [Reading(rowing, story()), Reading(dialogue, story("e1"))]
    monkeypatch.setattr(litbank_speakers, "read_documents", lambda *_: readings)
    assert [each.name for each in measure(None, None)] == [dialogue.id]
    monkeypatch.setattr(litbank_speakers, "read_documents", lambda *_: readings[:1])
    with pytest.raises(NotMeasured, match="quotations"):
        measure(None, None)
