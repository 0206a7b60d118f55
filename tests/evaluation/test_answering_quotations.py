import msgspec
from evaluation.answering_quotations import AnsweringQuotations
from tests.evaluation.spoken import FIRST, SECOND, place, quotation, story

from fabula.text import Span

ANSWERING = AnsweringQuotations(story("e1", "e2"))


def answer(*places):
    found = ANSWERING.to(places)
    return found.id if found else None


def test_any_part_finds_its_quotation():
    assert answer(FIRST[1]) == "q1"
    assert answer(place("rowing")) == "q2"


def test_the_quotation_that_shares_most_letters_answers():
    assert answer(Span(FIRST[1].start, place("rowing").end)) == "q2"


def test_marks_alone_share_nothing():
    assert answer(Span(SECOND[0].start, SECOND[0].start + 1)) is None
    assert answer(place("said Ines")) is None


def test_a_quotation_inside_another_answers_nothing():
    whole, words = story("e1", "e2"), place("said Ines")
    inner = quotation(9, (words,), within="q2")
    with_inner = msgspec.structs.replace(whole, quotations=(*whole.quotations, inner))
    assert AnsweringQuotations(with_inner).to([words]) is None
