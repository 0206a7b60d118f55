"""axe-core finds nothing against WCAG 2.2 AA in any state and look of the page."""

from functools import cache
from pathlib import Path

import pytest

from fabula.page.document import asset

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [
    pytest.param({"color_scheme": scheme, "viewport": {"width": width, "height": 800}}, id=name)
    for scheme, width, name in (
        ("light", 1000, "light"),
        ("dark", 1000, "dark"),
        ("light", 390, "phone"),
        ("dark", 390, "dark phone"),
    )
]

_CHECK = """async rules => {
    const options = { runOnly: rules, resultTypes: ["violations"],
                      rules: { "target-size": { enabled: true } } };
    const found = await axe.run(document, options);
    return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(node => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary}`));
}"""

pytestmark = pytest.mark.skipif(
    not AXE.is_file(), reason="needs web/node_modules/axe-core (npm --prefix web ci)"
)


@cache
def axe() -> str:
    return AXE.read_text(encoding="utf-8")


def problems(reader):
    if not reader.run("'axe' in window"):
        reader.run(axe())
    return reader.run(_CHECK, RULES)


@pytest.mark.parametrize("look", LOOKS)
def test_the_page_as_it_opens(opened, unsettled, look):
    assert problems(opened(unsettled, **look)) == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", ["unsettled", "lamps"])
def test_the_page_with_everything_shown_and_unfolded(opened, request, page, look):
    reader = opened(request.getfixturevalue(page), **look)
    reader.press("a")
    reader.unfold_all()
    reader.find("#settle .conversations summary").first.click()
    assert problems(reader) == []


@pytest.mark.parametrize("look", LOOKS)
def test_cards_and_windows(opened, unsettled, look):
    reader = opened(unsettled, **look)
    reader.press("a")
    reader.find("#story a.m").last.click()
    assert problems(reader) == []
    reader.press("Escape")
    reader.find("#q1").click(position={"x": 6, "y": 8})
    assert problems(reader) == []
    reader.press("Escape", "/")
    reader.page.keyboard.type("key")
    reader.find(".search [role=option]").first.wait_for()
    assert problems(reader) == []
    reader.press("Escape", "?")
    assert problems(reader) == []


def test_a_line_put_right(opened, unsettled):
    reader = opened(unsettled)
    reader.press("a")
    reader.find("#settle > details > summary").click()
    reader.find("#settle .conversations summary").first.click()
    reader.find("#settle button.person").last.click()
    assert problems(reader) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_without_its_script(opened, small, scheme):
    # axe itself needs scripts, so only the page's own is taken away.
    still = small.with_name("still.html")
    whole = small.read_text(encoding="utf-8")
    still.write_text(whole.replace(asset("page.js"), ""), encoding="utf-8", newline="")
    reader = opened(still, color_scheme=scheme, moves=False)
    assert reader.find(".tools").count() == 0
    reader.unfold_all()
    assert problems(reader) == []


def test_nothing_scrolls_sideways_on_a_phone(opened, lamps):
    reader = opened(lamps, viewport={"width": 320, "height": 600})
    reader.press("a")
    reader.unfold_all()
    assert reader.run("document.documentElement.scrollWidth") <= 320


def test_text_can_be_twice_as_large(opened, lamps):
    reader = opened(lamps, viewport={"width": 640, "height": 600})
    reader.run("document.styleSheets[0].insertRule('html { font-size: 200% }')")
    assert reader.run("document.documentElement.scrollWidth") <= 640
