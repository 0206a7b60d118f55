import time

import pytest
from evaluation.benchmark import Measurement, Stopwatch, made_up_book, main, peak_mb, table

SCENES = ["Ada rowed.\n\nThe owl sang a long song.", "Tom slept."]


def test_a_made_up_book_has_about_the_words_asked_for():
    words = len(made_up_book(SCENES, 500).split())
    assert 500 <= words <= 520


def test_the_same_size_gives_the_same_book():
    assert made_up_book(SCENES, 300) == made_up_book(SCENES, 300)


def test_a_long_book_has_chapters():
    assert made_up_book(SCENES, 7_000).count("Chapter ") == 3


def test_no_words_to_build_from_is_an_error():
    with pytest.raises(ValueError, match="expected scenes"):
        made_up_book(["  "], 10)


def test_the_stopwatch_gives_each_step_its_own_time():
    watch = Stopwatch()
    watch("quotations", 0, 2)
    time.sleep(0.02)
    watch("cast", 1, 2)
    watch.stop()
    assert list(watch.steps) == ["source", "quotations", "cast"]
    assert watch.steps["quotations"] >= 0.02 > watch.steps["cast"]


def test_the_table_shows_speed_memory_and_steps():
    shown = table([Measurement("owl.txt", 12_000, 2.0, 1.75, 80.4, {"cast": 1.5})])
    assert "owl.txt" in shown
    assert "12,000" in shown
    assert "6,000" in shown
    assert "80" in shown
    assert "1.50" in shown


def test_the_peak_memory_of_a_process_is_more_than_nothing():
    assert 5 < peak_mb() < 100_000


@pytest.mark.parametrize("value", ["", "many", "10,-3"])
def test_sizes_that_are_no_numbers_are_refused(value, capsys):
    with pytest.raises(SystemExit):
        main(["--words", value])
    assert "expected numbers like" in capsys.readouterr().err
