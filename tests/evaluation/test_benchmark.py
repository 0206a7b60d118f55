import json
import os
import sys
from pathlib import Path

import pytest
from evaluation.benchmark import Book, Row, as_json, cores, given, main, read_apart, relative, table
from evaluation.figures import NotMeasured
from evaluation.one_reading import Reading

from evaluation import benchmark


def reading(reader="Fabula", seconds=2.0, encoder=1.5):
    return Reading(
        reader=reader,
        version=f"{reader} 3",
        start=0.5,
        seconds=seconds,
        cpu_seconds=3.75,
        peak_mb=80.4,
        encoder_seconds=encoder,
        stages={"cast": 0.25},
    )


SMALL = Row("10,000", 10_000, reading())
LARGE = Row("100,000", 100_000, reading(seconds=22.0))
SPACY = Row("10,000", 10_000, reading("spaCy", seconds=4.0, encoder=None))


@pytest.fixture
def apart(monkeypatch):
    """The readings by canned processes; those of spaCy fail. Returns the calls."""
    calls = []

    def answer(*arguments):
        calls.append(arguments)
        if arguments[0] == "spacy":
            raise NotMeasured("spaCy is not installed")
        return reading()

    monkeypatch.setattr(benchmark, "read_apart", answer)
    return calls


def test_time_per_word_is_a_multiple_of_that_at_ten_thousand_words():
    assert relative(LARGE, [SMALL, SPACY, LARGE]) == pytest.approx(1.1)
    assert relative(SMALL, [SMALL, LARGE]) == 1


def test_time_per_word_needs_a_row_of_the_same_reader():
    assert relative(LARGE, [SPACY, LARGE]) is None


def test_the_share_of_the_encoder_is_in_per_cent():
    assert SMALL.encoder_share == 75
    assert SPACY.encoder_share is None


def test_the_table_has_a_column_for_each_reading():
    shown = {line[:13].strip(): line[13:].split() for line in table([SMALL, SPACY]).splitlines()}
    assert shown["reader"] == ["Fabula", "spaCy"]
    assert shown["words"] == ["10,000", "10,000"]
    assert shown["words/s"] == ["5,000", "2,500"]
    assert shown["peak MB"] == ["80", "80"]
    assert shown["encoder"] == ["75", "%", "–"]
    assert shown["cast"] == ["0.25", "0.25"]


def test_a_row_is_one_line_of_json_with_what_is_worked_out():
    row = json.loads(as_json(LARGE, [SMALL, LARGE]))
    assert row["words_per_second"] == 4545
    assert row["time_per_word"] == 1.1
    assert row["encoder_percent"] == 6.8
    assert row["cores"] == cores()
    assert row["stages"] == {"cast": 0.25}


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the system keeps no such list")
def test_only_the_cores_allowed_are_counted(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: {3, 5, 6})
    assert cores() == 3


def test_without_spacy_one_line_says_so_and_the_rest_is_measured(apart, capsys):
    main(["--words", "300", "600"])
    printed = capsys.readouterr()
    assert printed.err.count("without spaCy: spaCy is not installed") == 1
    assert printed.out.splitlines()[0].split() == ["book", "300", "600"]
    assert [call[0] for call in apart] == ["fabula", "spacy", "fabula"]


def test_the_options_reach_the_readers(apart):
    main(["--words", "300", "--rules-only", "--spacy", "small_model"])
    assert apart[0][2:] == ("--rules-only",)
    assert apart[1][2:] == ("--spacy", "small_model")


def test_json_is_one_object_a_line(apart, capsys):
    main(["--words", "300", "600", "--json"])
    books = [json.loads(line)["book"] for line in capsys.readouterr().out.splitlines()]
    assert books == ["300", "600"]


def test_a_file_is_read_as_it_is_by_fabula_and_as_plain_text_by_spacy(tmp_path: Path):
    page = tmp_path / "owl.html"
    page.write_text("<p>Ada rowed.</p><p>The <em>owl</em> sang.</p>", encoding="utf-8")
    (book,) = given(tmp_path, [page])
    assert book == Book("owl.html", 5, page, tmp_path / "1_plain.txt")
    assert book.plain.read_text(encoding="utf-8") == "Ada rowed.\n\nThe owl sang."


def test_a_file_that_is_not_there_ends_in_one_line(tmp_path):
    with pytest.raises(SystemExit, match=r"not measured: .*missing\.txt"):
        main([str(tmp_path / "missing.txt")])


def test_a_process_that_fails_says_why(tmp_path):
    with pytest.raises(NotMeasured, match=r"^.*missing\.txt"):
        read_apart("fabula", str(tmp_path / "missing.txt"), "--rules-only")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the parent may be counted in")
def test_the_memory_of_a_reading_is_its_own(tmp_path):
    path = tmp_path / "owl.txt"
    path.write_text("Ada rowed.", encoding="utf-8")
    ballast = bytearray(os.urandom(1_000) * 200_000)
    assert read_apart("fabula", str(path), "--rules-only").peak_mb < len(ballast) / 1e6


@pytest.mark.parametrize("value", ["", "many", "-3", "0"])
def test_sizes_that_are_no_numbers_are_refused(value, capsys):
    with pytest.raises(SystemExit):
        main([f"--words={value}"])
    assert "expected a number of words" in capsys.readouterr().err
