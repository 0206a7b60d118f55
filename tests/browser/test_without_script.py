"""Without JavaScript the page is a plain annotated text."""

import pytest
from tests.world.conftest import TEXT


@pytest.fixture
def plain(opened, small):
    return opened(small, script=False)


def test_the_text_is_there_word_for_word(plain):
    paragraphs = plain.find("#story p").all_inner_texts()
    assert "\n\n".join(paragraphs) == TEXT


def test_speakers_and_names_are_marked(plain):
    mark = "getComputedStyle(document.querySelector('#q1'), '::before').content"
    assert plain.find("#q1").get_attribute("data-i") == "In"
    assert "none" not in plain.run(mark)
    assert plain.find("#story a.m").first.evaluate("each => each.href").endswith("#who-ines")


def test_names_lead_to_the_cast_which_is_folded_until_asked_for(plain):
    assert plain.find("#who-odo").is_hidden()
    plain.find("#cast summary").first.click()
    assert plain.find("#who-odo").is_visible()
    assert "Odo Reed" in plain.find("#who-odo").inner_text()
    assert "a stranger" not in plain.find("#who-odo h3").inner_text()


def test_charts_unfold(plain):
    plain.find("#charts summary").first.click()
    for chart in ("storyline", "network", "talk", "custody", "states"):
        box = plain.find(f"#chart-{chart} svg").bounding_box()
        assert box["height"] > 20


def test_nothing_is_offered_that_needs_the_script(plain):
    assert plain.find("#settle").is_hidden()
    assert plain.page.get_by_role("button").count() == 0
    assert plain.page.get_by_role("slider").count() == 0
