"""Somebody who has a page open, as the tests see them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

BESIDE_THE_TEXT = ("#bar", "#nav", "#cast", "#charts", "#settle", ".strip", "#live")
"""What tells of the story outside its prose."""

READY = ".reading"
"""Comes last of what the script adds to the bar: with it the whole page moves."""

_MOMENT = 50
"""Between two looks at the page, in ms."""

_PATIENCE = 100
"""Looks, after which something waited for will not come."""

_TEXT = """selectors => selectors.flatMap(
    each => Array.from(document.querySelectorAll(each), found => found.innerText)
).join("\\n")"""

_UNTRUE = """position => {
    const number = (each, name, otherwise) =>
        each.hasAttribute(name) ? Number(each.getAttribute(name)) : otherwise;
    const prose = ':is(p, h2)[id^="p"][data-at]';
    const wrong = [];
    let shown = 0, hidden = 0;
    for (const each of document.querySelectorAll("[data-at], [data-until]")) {
        const isTold = number(each, "data-at", 0) <= position
            && number(each, "data-until", Infinity) > position;
        const own = getComputedStyle(each).display !== "none";
        const expected = isTold || each.matches(prose);
        if (own !== expected) wrong.push(each.outerHTML.slice(0, 200));
        if (own) shown += 1; else hidden += 1;
    }
    return { wrong, shown, hidden };
}"""


class Reader:
    """A page in the browser; what it asks for elsewhere and complains of is written down."""

    def __init__(self, page: "Page", address: str, *, moves: bool) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.asked_elsewhere: list[str] = []
        self._moves = moves
        page.on("console", lambda said: self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: self._asked(request.url))

    def _asked(self, url: str) -> None:
        if url.split("#", maxsplit=1)[0] != self.address and not url.startswith("blob:"):
            self.asked_elsewhere.append(url)

    def open(self, at: str = "") -> None:
        """The page, or a place in it: `at="#q12"`."""
        self.page.goto(self.address + at)
        if self._moves:
            self.page.wait_for_selector(READY, state="attached")

    def find(self, selector: str) -> "Locator":
        return self.page.locator(selector)

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def wait(self, script: str) -> None:
        """Wait until an expression is true.

        Playwright's own way evaluates strings in the page, which the page's policy forbids.
        """
        for _ in range(_PATIENCE):
            if self.run(script):
                return
            self.page.wait_for_timeout(_MOMENT)
        raise AssertionError(f"waited in vain for {script}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tell(self, offset: int) -> int:
        """Set the slider by hand; the offset that it then stands for.

        Its steps are coarse, and the last one stands for the end.
        """
        slider = self.find("#reading-position")
        slider.fill(str(offset), force=True)
        value, step, end = (
            int(slider.input_value()),
            int(slider.get_attribute("step") or 1),
            int(slider.get_attribute("max") or 0),
        )
        return end if value + step > end else value

    def unfold_all(self) -> None:
        self.run("document.querySelectorAll('details').forEach(each => { each.open = true; })")

    def said(self) -> str:
        """All that is to be seen or heard beside the text; folds must be open."""
        heard = (
            self.find(selector).nth(index).aria_snapshot()
            for selector in BESIDE_THE_TEXT
            for index in range(self.find(selector).count())
        )
        return "\n".join([self.run(_TEXT, list(BESIDE_THE_TEXT)), *heard])

    def told_wrongly(self, position: int) -> tuple[Sequence[str], int, int]:
        """What is shown or hidden against its offsets; how many are shown, and how many hidden."""
        found = self.run(_UNTRUE, position)
        return found["wrong"], found["shown"], found["hidden"]

    def card(self) -> "Locator":
        return self.find("[role=dialog].card")

    def focused(self) -> str:
        """The outer HTML of what has the focus, cut short."""
        return str(self.run("document.activeElement.outerHTML.slice(0, 120)"))

    def settle_down(self) -> None:
        """Wait until the page has looked at what is on screen."""
        self.page.wait_for_timeout(450)
