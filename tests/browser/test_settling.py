"""Putting right who says a line."""

from tests.browser.stories import doubted

from fabula.corrections.lines import quotation_places
from fabula.corrections.reading import read_corrections


def pane(reader):
    reader.press("a")
    reader.find("#settle > details > summary").click()
    conversation = reader.find("#settle .conversations summary").first
    conversation.wait_for()
    conversation.click()
    return reader.find("#settle")


def test_choosing_a_speaker_changes_the_page_at_once(opened, unsettled):
    reader = opened(unsettled)
    line = reader.find("#q2")
    assert "unsure" in line.get_attribute("class")
    pane(reader).get_by_role("button", name="Ines", exact=True).click()
    assert "unsure" not in line.get_attribute("class")
    assert line.get_attribute("data-i") == "In"
    cast = reader.find("#who-ines [data-count=lines]")
    assert cast.text_content() == "2 lines"
    assert reader.find("#who-odo [data-count=lines]").text_content() == "0 lines"
    reader.page.get_by_role("button", name="Take back").click()
    assert "unsure" in line.get_attribute("class")
    assert cast.text_content() == "1 line"


def test_what_was_chosen_is_kept(opened, unsettled):
    reader = opened(unsettled)
    pane(reader).get_by_role("button", name="Ines", exact=True).click()
    reader.page.reload()
    reader.page.wait_for_selector(".reading", state="attached")
    assert reader.find("#q2").get_attribute("data-i") == "In"


def test_the_lines_offered_are_corrections_that_fabula_takes(opened, unsettled, tmp_path):
    reader = opened(unsettled)
    settle = pane(reader)
    settle.get_by_role("button", name="Ines", exact=True).click()
    with reader.page.expect_download() as download:
        settle.get_by_role("link", name="Save as").click()
    saved = tmp_path / "saved.fabula.toml"
    download.value.save_as(saved)
    shown = settle.get_by_role("textbox").input_value()
    assert shown in saved.read_text(encoding="utf-8")
    (line,) = read_corrections(saved).lines
    assert line.speaker == "Ines"
    story = doubted()
    assert quotation_places(story.document, story.quotations).find(line).index == 1


def test_digits_choose_and_the_focus_stays_in_the_pane(opened, unsettled):
    reader = opened(unsettled)
    pane(reader).locator("[data-line=q2] button.person").first.focus()
    reader.press("2")
    assert reader.find("#q2").get_attribute("data-i") == "In"
    assert reader.run("document.activeElement.closest('#settle') !== null")


def test_a_card_of_any_line_leads_to_the_pane(opened, unsettled):
    reader = opened(unsettled)
    reader.press("a")
    reader.find("#q1").click(position={"x": 6, "y": 8})
    reader.page.get_by_role("button", name="Put it right").click()
    assert reader.run("document.activeElement.closest('[data-line]').dataset.line") == "q1"


def test_nothing_is_there_to_settle_before_it_is_read(opened, unsettled):
    reader = opened(unsettled, viewport={"width": 1000, "height": 300})
    reader.tell(60)
    reader.find("#settle > details > summary").click()
    status = reader.find("#settle .status")
    status.wait_for()
    assert "Nothing is left" in status.inner_text()
