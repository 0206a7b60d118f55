from fabula.page.charts.lettering import Slot
from fabula.page.charts.name_places import TakenPlaces

OVER, BESIDE = Slot(10, 0, 100), Slot(10, 30, 100)


def test_a_name_takes_the_first_free_place() -> None:
    taken = TakenPlaces([])
    assert taken.place("Ines", [OVER, BESIDE]) == OVER
    assert taken.place("Tom", [OVER, BESIDE]) == BESIDE


def test_a_name_keeps_off_dots() -> None:
    assert TakenPlaces([(30, -3)]).place("Ines", [OVER, BESIDE]) == BESIDE


def test_a_name_is_cut_rather_than_laid_over_another() -> None:
    taken = TakenPlaces([(75, -3)])
    cut = taken.place("Captain Stroud", [OVER])
    assert (cut.x, cut.y) == (OVER.x, OVER.y)
    assert cut.room < 70
