"""The colours of the page can be read on its paper, by day and by night."""

import re
from itertools import combinations
from math import cos, dist, radians, sin

import pytest

from fabula.page.document import asset

CSS = asset("page.css")
LIGHT = CSS.split(":root {", 1)[1].split("}", 1)[0]
DARK = CSS.split(':root[data-theme="dark"] {', 1)[1].split("}", 1)[0]
BY_SYSTEM = CSS.split(':root:not([data-theme="light"]) {', 1)[1].split("}", 1)[0]
ENOUGH = 4.5
"""WCAG 2.2, 1.4.3: contrast of text below 18 points."""

APART = 16
"""Distance in CIE L*a*b*: marks of this distance are told apart at a glance."""

# What is left of linear red, green and blue for people without one kind of cone.
# Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision
# Deficiency (2009), severity 1.
EYES = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)
"""From linear sRGB to CIE XYZ over the white of D65."""


def colours(block):
    return dict(re.findall(r"--([a-z]\w*): (#[0-9a-f]{6})", block))


def linear(colour):
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def times(matrix, vector):
    return [sum(one * other for one, other in zip(row, vector, strict=True)) for row in matrix]


def luminance(colour):
    return times(TO_XYZ, linear(colour))[1]


def lab(colour, eyes):
    seen = [min(1.0, max(0.0, channel)) for channel in times(eyes, linear(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in times(TO_XYZ, seen)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def oklch_luminance(lightness, chroma, hue):
    """The luminance of a colour in OKLCH (Ottosson, A perceptual color space, 2020)."""
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
def test_initials_can_be_read_on_a_tint_of_any_hue(block):
    lightness, chroma = map(float, re.search(r"--tint: (\S+) (\S+);", block).groups())
    found = colours(block)
    for hue in range(0, 360, 10):
        tint = oklch_luminance(lightness, chroma, radians(hue))
        for name in ("ink", *(f"k{number}" for number in range(9))):
            high, low = sorted((luminance(found[name]), tint), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= ENOUGH


@pytest.mark.parametrize("block", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", EYES.values(), ids=EYES)
def test_the_colours_of_people_are_told_apart_by_all_eyes(block, eyes):
    found = colours(block)
    seen = [lab(found[f"k{number}"], eyes) for number in range(1, 9)]
    assert min(dist(one, other) for one, other in combinations(seen, 2)) >= APART


def test_both_ways_into_the_dark_are_the_same():
    assert colours(DARK) == colours(BY_SYSTEM)
