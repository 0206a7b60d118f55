"""The reading position: nothing is told before the text has told it, and all of it afterwards."""

import pytest
from tests.world.conftest import TEXT, end_of


@pytest.mark.parametrize("page", ["small", "lamps"])
def test_each_thing_is_shown_from_its_offset_until_the_next_takes_its_place(opened, request, page):
    reader = opened(request.getfixturevalue(page), viewport={"width": 1000, "height": 300})
    end = int(reader.find("#reading-position").get_attribute("max"))
    seen = []
    for position in (0, end // 5, end // 2, end - end // 5, end // 3, end):
        at = reader.tell(position)
        wrong, shown, hidden = reader.told_wrongly(at)
        assert wrong == []
        seen.append((at, shown, hidden))
    assert seen[1][1] < seen[2][1] < seen[3][1]
    assert seen[2][2] > 0
    reader.press("a")
    assert reader.told_wrongly(end)[0] == []


def test_nothing_of_later_is_seen_or_heard(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 300})
    reader.unfold_all()
    reader.tell(end_of("Tom woke."))
    before = reader.said()
    assert "Ines" in before
    assert not [word for word in ("Odo", "stranger", "pier", "uncle") if word in before]
    reader.tell(end_of("He had grey eyes."))
    assert "stranger" in reader.said()
    assert "Odo" not in reader.said()
    reader.tell(len(TEXT))
    after = reader.said()
    assert not [word for word in ("Odo Reed", "pier", "grey") if word not in after]


def test_a_card_knows_no_more_than_the_reader(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 300})
    reader.tell(end_of("He had grey eyes."))
    reader.find("#story a.m").filter(has_text="stranger").first.click()
    assert "stranger" in reader.card().inner_text()
    assert "Odo" not in reader.card().inner_text()
    reader.press("Escape")
    reader.tell(len(TEXT))
    reader.find("#story a.m").filter(has_text="stranger").first.click()
    assert "Odo Reed" in reader.card().inner_text()


def test_a_position_set_by_hand_stays_while_the_screen_does(opened, small):
    reader = opened(small)
    at = reader.tell(40)
    reader.settle_down()
    assert int(reader.find("#reading-position").input_value()) == at


def test_reading_on_moves_the_position_and_it_is_kept(opened, lamps):
    reader = opened(lamps, viewport={"width": 500, "height": 500})
    reader.settle_down()
    first = int(reader.find("#reading-position").input_value())
    for _ in range(6):
        reader.page.mouse.wheel(0, 350)
        reader.settle_down()
    later = int(reader.find("#reading-position").input_value())
    assert later > first
    reader.page.reload()
    reader.page.wait_for_selector(".reading", state="attached")
    assert int(reader.find("#reading-position").input_value()) == later


def test_a_leap_ahead_tells_nothing_until_the_reader_says_so(opened, lamps):
    reader = opened(lamps, viewport={"width": 500, "height": 400})
    reader.settle_down()
    before = int(reader.find("#reading-position").input_value())
    reader.run("scrollTo(0, document.body.scrollHeight * 0.75)")
    reader.settle_down()
    assert int(reader.find("#reading-position").input_value()) == before
    reader.find(".unfold").click()
    reader.page.get_by_role("button", name="Read up to here").click()
    assert int(reader.find("#reading-position").input_value()) > 2 * before


def test_show_all_shows_all_and_back(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 300})
    reader.unfold_all()
    reader.tell(0)
    button = reader.page.get_by_role("button", name="Show all")
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert "Odo Reed" in reader.said()
    button.click()
    assert "Odo" not in reader.said()


def test_scenes_are_told_one_by_one_by_key(opened, lamps):
    reader = opened(lamps)
    reader.tell(0)
    slider = reader.find("#reading-position")
    told = []
    for _ in range(4):
        reader.press("]")
        told.append(int(slider.input_value()))
    assert told == sorted(set(told))
    reader.press("[")
    assert int(slider.input_value()) == told[-2]
    assert "Told up to" in reader.find("#live").inner_text()
