"""Cards at names and lines, by pointer, keyboard and touch."""

import pytest


def test_a_click_on_a_name_opens_a_card_and_escape_gives_the_focus_back(opened, small):
    reader = opened(small)
    name = (
        reader.find(
            "#story a.m",
        )
        .filter(has_text="Tom")
        .first
    )
    name.click()
    assert reader.card().is_visible()
    assert "Tom" in reader.card().get_by_role("heading").inner_text()
    assert reader.run("document.activeElement.matches('.card')")
    reader.press("Escape")
    assert reader.card().is_hidden()
    assert reader.focused().startswith('<a class="m"')


def test_pointing_for_a_moment_opens_a_card_that_takes_no_focus(opened, small):
    reader = opened(small)
    reader.find("#story a.m").first.hover()
    reader.card().wait_for(state="visible", timeout=3000)
    assert reader.focused().startswith("<body")
    reader.page.mouse.move(990, 690)
    reader.card().wait_for(state="hidden", timeout=3000)


def test_enter_on_a_name_opens_its_card(opened, small):
    reader = opened(small)
    reader.find("#story a.m").first.focus()
    reader.press("Enter")
    assert "Ines" in reader.card().inner_text()
    # The tab key goes round in the card, which stands far from its words.
    stops = [reader.run("document.activeElement.closest('.card') !== null")]
    for _ in range(8):
        reader.press("Tab")
        stops.append(reader.run("document.activeElement.closest('.card') !== null"))
    assert all(stops)
    reader.press("Escape")
    assert ">Ines</a>" in reader.focused()


def test_a_tap_opens_a_card_that_stays_on_the_screen_of_a_phone(opened, small):
    reader = opened(small, viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    reader.find("#story a.m").first.tap()
    box = reader.card().bounding_box()
    assert reader.card().is_visible()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert box["y"] + box["height"] <= 700
    reader.find("#title").tap()
    assert reader.card().is_hidden()


@pytest.mark.parametrize("width", [390, 1000])
def test_every_card_lies_within_the_screen(opened, lamps, width):
    reader = opened(lamps, viewport={"width": width, "height": 600})
    for index in (0, 7, 23):
        reader.find("#story a.m").nth(index).click()
        box = reader.card().bounding_box()
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width
        reader.press("Escape")


def test_a_card_says_what_has_been_told_and_leads_to_the_words(opened, small):
    reader = opened(small, viewport={"width": 1000, "height": 400})
    reader.press("a")
    reader.find("#story a.m").filter(has_text="Odo").last.click()
    card = reader.card()
    assert "Odo Reed" in card.inner_text()
    assert "the small key" in card.inner_text()
    card.get_by_role("button", name="First mention").click()
    assert card.is_hidden()
    assert "A stranger" in reader.focused()


def test_a_line_says_who_utters_it_to_whom_and_why(opened, small):
    reader = opened(small)
    reader.find("#q1").click(position={"x": 6, "y": 8})
    words = reader.card().inner_text()
    assert "Ines says this" in words
    assert "Tom" in words
    assert "names the speaker" in words
    reader.press("Escape")
    assert 'id="q1"' in reader.focused()


def test_words_that_are_being_marked_open_no_card(opened, small):
    reader = opened(small)
    line = reader.find("#q1")
    reader.run("getSelection().selectAllChildren(document.querySelector('#q1'))")
    line.dispatch_event("click")
    assert reader.card().is_hidden()
    reader.run("getSelection().removeAllRanges()")
    line.dispatch_event("click")
    assert reader.card().is_visible()
