"""Paper, quiet, and colours of the reader's own."""

import pytest


def shown(reader, selector):
    return reader.find(selector).first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_prints_as_a_plain_book(opened, lamps, scheme):
    reader = opened(lamps, color_scheme=scheme)
    reader.find("#story a.m").first.click()
    reader.page.emulate_media(media="print")
    hidden = ["#bar", "#nav", "#cast", "#charts", "#settle", ".strip", ".card", ".paratext"]
    assert [each for each in hidden if shown(reader, each)] == []
    assert shown(reader, "h1")
    assert reader.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert reader.run("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_short_story_prints_on_few_pages(opened, lamps):
    reader = opened(lamps)
    pages = reader.page.pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= pages <= 2


def test_chapters_of_a_printed_book_begin_on_new_pages(opened, written):
    from fabula import pipeline

    text = "Chapter 1\n\nAnn rowed.\n\nChapter 2\n\nBen swam.\n\nChapter 3\n\nThey met.\n"
    story = pipeline.read_bytes(text.encode(), "three.txt", encoder=None)
    reader = opened(written("three.html", story))
    assert reader.page.pdf(format="A4").count(b"/Type /Page\n") == 3


def test_nothing_glides_for_who_wants_no_motion(opened, small):
    reader = opened(small, reduced_motion="reduce")
    moving = reader.run(
        """[...document.querySelectorAll("*")].filter(each => {
            const style = getComputedStyle(each);
            return style.animationName !== "none"
                || style.transitionDuration.split(", ").some(time => time !== "0s")
                || style.scrollBehavior !== "auto";
        }).length"""
    )
    assert moving == 0


def test_forced_colours_leave_speakers_doubt_and_pressed_buttons_to_be_seen(opened, unsettled):
    reader = opened(unsettled, forced_colors="active")
    border = "each => getComputedStyle(each).borderBottomStyle"
    assert reader.find("#q1").evaluate(border) == "solid"
    assert reader.find("#q2").evaluate(border) == "dashed"
    button = reader.page.get_by_role("button", name="Show all")
    colour = "each => getComputedStyle(each).backgroundColor"
    before = button.evaluate(colour)
    button.click()
    assert button.evaluate(colour) != before
