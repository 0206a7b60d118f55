"""The corpus loader, on a small corpus of our own in the same shape."""

import csv
from pathlib import Path

import pytest
from evaluation.figures import NotMeasured

from evaluation import pdnc

NOVEL = """Chapter 1

"Row," said Ada, "or sink."

"I will   row," he said.

"Good," she said.
"""
FIELDS = "quoteID quoteText subQuotationList quoteByteSpans speaker addressees quoteType".split()
FIELDS += "referringExpression mentionTextsList mentionSpansList mentionEntitiesList".split()
ROWS = [
    ["Q1", "", "['I will row,']", "[[40, 51]]", "Tommy", "['Ada Hart']", "Anaphoric", "he said"],
    ["Q0", "", "['Row,', 'or sink.']", "[[12, 16], [29, 37]]", "Ada", "['Tommy']", "Explicit", ""],
    ["Q2", "", "['Good,']", "[[60, 65]]", "Ada Hart", "", "nan", ""],
]
CHARACTERS = """Character ID,Main Name,Aliases,Gender,Category
0,Ada Hart,"{'Ada', 'Ada Hart'}",F,major
1,Tom Bell,"['Tommy', 'Tom Bell']",M,minor
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "pdnc" / "TheFerry"
    folder.mkdir(parents=True)
    (folder / "novel_text.txt").write_text(NOVEL, encoding="utf-8")
    with (folder / "quotation_info.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([FIELDS, *([*row, "[]", "[]", "[]"] for row in ROWS)])
    (folder / "character_info.csv").write_text(CHARACTERS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def novel(data: Path) -> pdnc.PdncNovel:
    (loaded,) = pdnc.load(data, ["TheFerry"])
    return loaded


def test_quotations_come_in_text_order(novel: pdnc.PdncNovel) -> None:
    assert [quotation.id for quotation in novel.quotations] == ["Q0", "Q1", "Q2"]


def test_spans_that_are_off_are_moved_to_their_words(novel: pdnc.PdncNovel) -> None:
    texts = [
        [novel.text[part.start : part.end] for part in quotation.parts]
        for quotation in novel.quotations
    ]
    assert texts == [["Row,", "or sink."], ["I will   row,"], ["Good,"]]


def test_people_are_called_by_their_main_names(novel: pdnc.PdncNovel) -> None:
    first, second, _ = novel.quotations
    assert (first.speaker, first.addressees) == ("Ada Hart", ("Tom Bell",))
    assert (second.speaker, second.addressees) == ("Tom Bell", ("Ada Hart",))


def test_a_quotation_without_a_type_or_addressee_is_kept(novel: pdnc.PdncNovel) -> None:
    last = novel.quotations[-1]
    assert (last.type, last.addressees) == ("untyped", ())


def test_characters_have_their_aliases(novel: pdnc.PdncNovel) -> None:
    assert novel.characters[0].aliases == ("Ada", "Ada Hart")


def test_the_folder_tells_which_novels_there_are(data: Path) -> None:
    assert pdnc.novel_names(data) == ("TheFerry",)


def test_a_novel_that_is_not_there_is_an_error(data: Path) -> None:
    with pytest.raises(NotMeasured, match="no TheLock; found TheFerry"):
        list(pdnc.load(data, ["TheLock"]))


def test_letters_are_what_two_readings_are_compared_by() -> None:
    assert pdnc.letters("“Row, _Ada_!”") == pdnc.letters("row ada") == "rowada"
