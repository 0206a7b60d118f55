import pytest
from related import read

SAID = {"spoken": {"q1": ("ada", "tom")}}


@pytest.mark.parametrize("words", ["You’re under arrest,", "I arrest you,", "You are my prisoner,"])
def test_whoever_says_it_has_arrested_the_one_spoken_to(words):
    found = read(f"{{tom|Tom}} sat. “{words}” said {{ada|Ada}}.", **SAID)
    assert [each[:3] for each in found] == [("ada", "captor", "tom")]


def test_somebody_else_s_arrest_makes_no_captor_of_the_speaker():
    assert read("{tom|Tom} sat. “He is under arrest,” said {ada|Ada}.", **SAID) == []
