"""The colours of the page can be read on its paper, by day and by night."""

import re

import pytest

from fabula.page.document import asset

CSS = asset("page.css")
LIGHT = CSS.split(":root {", 1)[1].split("}", 1)[0]
DARK = CSS.split(':root[data-theme="dark"] {', 1)[1].split("}", 1)[0]
BY_SYSTEM = CSS.split(':root:not([data-theme="light"]) {', 1)[1].split("}", 1)[0]
ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: contrast of text below 18 points."""


def colours(block):
    return dict(re.findall(r"--([a-z]\w*): (#[0-9a-f]{6})", block))


def luminance(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour, paper, share):
    parts = [
        round(int(colour[at : at + 2], 16) * share + int(paper[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", *(f"k{n}" for n in range(9))])
def test_each_colour_can_be_read_on_the_paper_and_on_its_own_tint(block, name):
    found = colours(block)
    assert contrast(found[name], found["paper"]) >= ENOUGH
    assert contrast(found[name], mixed(found[name], found["paper"], 0.08)) >= ENOUGH
    assert contrast(found["ink"], mixed(found[name], found["paper"], 0.17)) >= ENOUGH


def test_both_ways_into_the_dark_are_the_same():
    assert colours(DARK) == colours(BY_SYSTEM)
