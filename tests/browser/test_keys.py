"""Everything can be done from the keyboard."""

import pytest


def top_of(reader, selector):
    return reader.run("each => document.querySelector(each).getBoundingClientRect().top", selector)


def test_the_tab_key_walks_through_bar_folds_and_text(opened, lamps):
    reader = opened(lamps)
    visited = []
    for _ in range(40):
        reader.press("Tab")
        visited.append(
            reader.run(
                """() => {
                    const here = document.activeElement;
                    // What comes on screen late loses the focus for a step, and is passed over.
                    if (here === document.body) return null;
                    const style = getComputedStyle(here);
                    const part = here.closest("#bar, #nav, #cast, #charts, #settle, #story");
                    return [here.className, part && part.id, style.outlineStyle];
                }"""
            )
        )
    assert visited[0][0] == "skip"
    stops = [each for each in visited if each]
    assert len(stops) > 35
    parts = [part for _, part, _ in stops if part]
    assert list(dict.fromkeys(parts)) == ["bar", "nav", "cast", "charts", "settle", "story"]
    unmarked = [each for each in stops if each[2] == "none"]
    assert unmarked == []


def test_the_first_stop_leads_past_everything_to_the_story(opened, lamps):
    reader = opened(lamps)
    reader.press("Tab", "Enter")
    assert 'id="story"' in reader.focused()


def test_scenes_and_lines_are_stepped_through(opened, lamps):
    reader = opened(lamps, viewport={"width": 700, "height": 500})
    reader.press("j")
    assert 'id="s1"' in reader.focused()
    reader.settle_down()  # where one is, a page knows once it stands still
    reader.press("j")
    assert 'id="s2"' in reader.focused()
    assert 0 <= top_of(reader, "#s2") < 150
    reader.press("k")
    assert 'id="s1"' in reader.focused()
    reader.press("n")
    first = reader.focused()
    assert 'class="q ' in first
    reader.press("n")
    assert reader.focused() != first
    reader.press("p")
    assert reader.focused() == first
    reader.press("Enter")
    assert "says this" in reader.card().inner_text()
    reader.press("Escape")
    assert reader.focused() == first


def test_the_list_of_keys_opens_closes_and_switches_single_keys_off(opened, small):
    reader = opened(small)
    reader.press("?")
    keys = reader.page.get_by_role("dialog", name="Keys")
    assert keys.is_visible()
    keys.get_by_role("checkbox").uncheck()
    reader.press("Escape")
    assert keys.is_hidden()
    reader.press("a")
    show_all = reader.page.get_by_role("button", name="Show all")
    assert show_all.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_key_turns_light_into_dark_and_it_is_kept(opened, small, scheme):
    reader = opened(small, color_scheme=scheme)
    paper = "getComputedStyle(document.body).backgroundColor"
    before = reader.run(paper)
    reader.press("t")
    after = reader.run(paper)
    assert after != before
    reader.page.reload()
    reader.page.wait_for_selector(".reading", state="attached")
    assert reader.run(paper) == after


def test_the_slider_is_moved_by_arrow_keys(opened, lamps):
    reader = opened(lamps)
    slider = reader.find("#reading-position")
    slider.focus()
    reader.press("Home")
    assert slider.get_attribute("aria-valuetext") == "0%"
    reader.press("ArrowRight", "ArrowRight")
    assert int(slider.input_value()) > 0
    reader.press("End")
    assert slider.get_attribute("aria-valuetext") == "100%"


def test_a_key_while_typing_is_a_letter(opened, small):
    reader = opened(small)
    reader.press("/")
    reader.page.keyboard.type("tja?")
    assert reader.find("input[type=search]").input_value() == "tja?"
