import time

import pytest
from stage_by_stage import aliases_in, cast_of

from fabula.stages.naming.name_evidence import NameUse
from fabula.stages.naming.named_people import NamedPerson
from fabula.stages.naming.person_names import parse_name
from fabula.stages.naming.rare_forms import RareForms


def use(name, count=1, called=0):
    return NameUse(
        name=parse_name(name),
        count=count,
        first=0,
        narrated=count,
        called=called,
        inner=count,
        called_over=0,
        pronouns={},
    )


def readings(form, *people):
    found = RareForms([NamedPerson(person) for person in people]).readings(form)
    return {reason: [p.uses[0].name.text for p in candidates] for candidates, reason in found}


def test_a_called_form_may_be_clipped():
    people = (use("Melisar", 9), use("Tomas", 9))
    assert readings(use("Mel", called=1), *people)["short form"] == ["Melisar"]
    assert readings(use("Mel"), *people)["short form"] == []


@pytest.mark.parametrize(
    ("form", "full"), [("Be'y", "Berry"), ("Be’y", "Berry"), ("Bar'by", "Barnaby")]
)
def test_an_apostrophe_may_stand_for_letters_that_are_swallowed(form, full):
    assert readings(use(form, 20), use("Berry"), use("Barnaby"))["spelling"] == [full]


@pytest.mark.parametrize("form", ["O'Berry", "B'y", "Be'n"])
def test_a_particle_with_an_apostrophe_swallows_nothing(form):
    assert readings(use(form, 20), use("Berry"), use("Orberry"))["spelling"] == []


@pytest.mark.parametrize("slip", ["Welander", "Wellaander", "Wellunder"])
def test_one_letter_may_be_wrong(slip):
    assert readings(use(slip), use("Wellander", 9))["spelling"] == ["Wellander"]


@pytest.mark.parametrize("other", ["Bellander", "Welanderer", "Wellander"])
def test_other_names_are_no_slips(other):
    assert readings(use(other), use("Wellander", 9))["spelling"] == []


def test_a_common_form_is_no_slip():
    assert readings(use("Welander", 5), use("Wellander", 9))["spelling"] == []


def test_a_mother_is_nobodys_short_form():
    assert readings(use("Gran", called=1), use("Granger", 9)) == {}
    text = "Granger rowed. Granger sang.\n\n“Gran, wait!” Ines called."
    assert "Gran" not in aliases_in(text, "Granger")


@pytest.mark.slow
def test_thousands_of_names_take_no_longer_than_they_have_to():
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u")]
    names = [(a + b + c).title() for a in syllables for b in syllables[:10] for c in ("r", "x")]
    start = time.perf_counter()
    assert len(cast_of(" ".join(f"{name} rowed, and {name} sang." for name in names))) > 1000
    assert time.perf_counter() - start < 5


def test_an_initial_stands_for_the_one_of_the_same_title():
    people = (use("Mr. Tamlin", 9), use("Miss Tarrow", 9), use("Mr. Melisar", 9))
    assert readings(use("Mr. T"), *people) == {"initial": ["Mr. Tamlin"]}
    assert readings(use("T"), *people) == {"initial": []}
