from fabula.page.charts.lettering import Slot
from fabula.page.charts.svg import write
from fabula.page.charts.versions import Version, labels, versions

NAMES = ((10, "a stranger"), (80, "Captain Reed"))


def test_a_fuller_name_takes_the_place_of_the_first() -> None:
    assert list(versions(NAMES, 10)) == [
        Version("a stranger", 10, 80),
        Version("Captain Reed", 80),
    ]


def test_a_name_outdone_before_it_is_needed_is_left_out() -> None:
    assert list(versions(NAMES, 90)) == [Version("Captain Reed", 90)]


def test_without_a_script_only_the_last_name_is_seen() -> None:
    first, second = (write(each) for each in labels(NAMES, 20, Slot(0, 0, 200), "name"))
    assert 'class="name untold" data-at="20" data-until="80"' in first
    assert 'class="name" data-at="80"' in second
