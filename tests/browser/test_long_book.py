"""A book of 150,000 words: small enough, there at once, and light to move in."""

import pytest

MOST_BYTES = 6_000_000

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def size(book):
    return book.stat().st_size


def test_the_page_is_small_enough(size):
    assert size <= MOST_BYTES


def test_it_opens_scrolls_and_is_searched(opened, book):
    reader = opened(book)
    painted = reader.run(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
    )
    assert painted is not None
    # Far-away chapters are not laid out.
    assert (
        reader.run("getComputedStyle(document.querySelector('.chapter')).contentVisibility")
        == "auto"
    )
    reader.page.mouse.move(500, 400)
    for _ in range(5):
        reader.page.mouse.wheel(0, 2_000)
        reader.page.wait_for_timeout(50)
    assert reader.run("scrollY") > 5_000
    last = reader.find("#story .scene").last.get_attribute("id")
    reader.run("id => { location.hash = id; }", last)
    reader.wait(f"document.activeElement.id === '{last}'")
    assert reader.find(f"#{last}").bounding_box()["y"] < 700
    reader.press("a", "/")
    reader.page.keyboard.type("lantern")
    reader.find(".search [role=option]").first.wait_for()


def test_its_pane_and_charts_open(opened, book):
    reader = opened(book)
    reader.press("a")
    reader.find("#charts summary").first.click()
    assert reader.find("#chart-storyline svg").is_visible()
    reader.find("#settle > details > summary").click()
    reader.find("#settle .status").wait_for()
    assert reader.find("#settle .conversations > li").count() < 200
