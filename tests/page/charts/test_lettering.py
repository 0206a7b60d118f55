import pytest

from fabula.page.charts.lettering import Slot, fit, lettering, width_of
from fabula.page.charts.svg import write


def test_words_that_fit_stay_whole() -> None:
    assert fit("Ines", 100) == "Ines"


@pytest.mark.parametrize("room", [20, 40, 60, 90])
def test_words_that_do_not_fit_are_cut_to_the_room(room: float) -> None:
    cut = fit("Captain Aurelio Stroud of the Marigold", room)
    assert cut.endswith("…")
    assert width_of(cut) <= room


def test_where_there_is_no_room_there_are_no_words() -> None:
    assert fit("Ines", 5) == ""


def test_wide_scripts_take_more_room() -> None:
    assert width_of("城の人") > width_of("abc")


def test_cut_words_show_whole_at_a_touch() -> None:
    written = write(lettering("Captain Stroud", Slot(0, 0, 50)))
    assert "<title>Captain Stroud</title>" in written
    assert "<title>" not in write(lettering("Ines", Slot(0, 0, 50)))
