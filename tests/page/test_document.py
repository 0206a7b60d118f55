import base64
import re
from hashlib import sha256
from itertools import pairwise

import pytest
from msgspec import structs

from fabula.formats.byline import title_of
from fabula.page.document import asset, is_page, page
from fabula.story import check
from fabula.text import Metadata
from fabula.world.so_far import so_far

ASSETS = ("page.css", "script.css", "charts.css", "page.js")
WICKED = (
    "</script><img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "'><svg onload=alert(1)>",
    "</style><style>*{display:none}</style>",
    "<!--",
    "]]>",
    "javascript:alert(1)",
    "&lt;script&gt;",
)


def sha(text):
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


def policy_of(found):
    ((_, meta),) = found.having(**{"http-equiv": "Content-Security-Policy"})
    return dict(part.strip().split(" ", 1) for part in meta["content"].split(";"))


def test_a_page_is_known_again(story):
    assert is_page(page(story).encode()[:64])
    assert not is_page(b"<!doctype html>\n<html>")


def test_the_policy_lets_through_this_style_and_this_script_alone(story, browse):
    written = page(story)
    policy = policy_of(browse(story))
    (style,) = re.findall(r"<style>(.*?)</style>", written, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", written, re.DOTALL)
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == f"'{sha(style)}'"
    assert policy["script-src"] == f"'{sha(script)}'"
    assert set(policy) == set(
        "default-src style-src script-src img-src base-uri form-action".split()
    )


def test_nothing_is_fetched_and_nothing_runs_inline(story, browse):
    for tag, found in browse(story).elements:
        assert not [name for name in found if name == "style" or name.startswith("on")], tag
        assert "src" not in found
        href = found.get("href") or "#"
        assert href.startswith("#"), href


@pytest.mark.parametrize("name", ASSETS)
def test_an_asset_is_there_and_ends_no_element(name):
    written = asset(name)
    assert written.strip()
    assert "\r" not in written  # a browser would hash a line feed in its place
    assert not re.search(r"</(script|style)|<!--", written, re.IGNORECASE)
    assert not re.search(r"@import|url\(\s*['\"]?(?!data:|#)", written)


@pytest.mark.parametrize("wicked", WICKED)
def test_no_name_title_or_text_becomes_markup(story, browse, wicked):
    plain = browse(story)
    ines, tom, odo = story.cast
    hostile = structs.replace(
        story,
        cast=(structs.replace(ines, name=wicked), tom, odo),
        chapters=(structs.replace(story.chapters[0], title=wicked),),
        document=structs.replace(
            story.document, name=wicked, metadata=Metadata(title=wicked, authors=(wicked,))
        ),
        states=tuple(structs.replace(state, value=wicked) for state in story.states),
    )
    found = browse(hostile)
    assert not found.crossed
    tags = {tag for tag, _ in plain.elements}
    assert {tag for tag, _ in found.elements} <= tags
    assert len(found.having(id="story-model")) == 1
    assert len([tag for tag, _ in found.elements if tag == "script"]) == 2


@pytest.mark.parametrize("wicked", WICKED)
def test_no_text_of_a_story_becomes_markup(read, browse, wicked):
    story = read(
        f"{wicked}\n\n“{wicked}” said Tom {wicked}.\n\nTom slept. {wicked}", f"{wicked}.txt"
    )
    found = browse(story)
    assert not found.crossed
    assert len([tag for tag, _ in found.elements if tag == "script"]) == 2
    assert {tag for tag, _ in found.elements}.isdisjoint({"img", "iframe", "object", "base"})
    assert "".join(found.paragraphs.values()).count(wicked) == 4


def test_what_comes_later_is_not_in_the_file(read):
    story = read(
        "“The zorble is lit,” said Ines.\n\n***\n\n“Quenquat!” cried Tom Vrisk, and he fell. "
        "Plimmoth was there.\n\n***\n\nThe wexley sank. Tom Vrisk wept, said Odo Krendel.\n"
    )
    later = ("Quenquat", "Vrisk", "Plimmoth", "wexley", "Krendel")
    told = page(so_far(story, story.scenes[0].end))
    assert "zorble" in told
    assert not [word for word in later if word.lower() in told.lower()]
    told = page(so_far(story, story.scenes[1].end))
    assert [word for word in later if word.lower() in told.lower()] == list(later[:3])


def test_no_fact_is_in_the_file_before_it_is_told(story, end_of):
    told = page(so_far(story, end_of("A stranger")))
    body = told.split("<body>")[1].split("<script>")[0]
    for later in ("Odo", "uncle", '"grey"', "took", "pier"):
        assert later not in body


def test_there_is_a_page_up_to_every_place(story):
    for position in range(0, len(story.document.text), 7):
        told = so_far(story, position)
        check(told)
        assert page(told)


def test_the_same_story_is_the_same_page(story, read):
    assert page(story) == page(story)
    text = "Ines rowed out.\n\n“Wait!” said Tom.\n"
    assert page(read(text)) == page(read(text))


def test_all_is_there_without_the_script(story):
    body = page(story).split("<body>")[1].split("<script")[0]
    for words in ("Odo Reed", "Ines", "the boathouse", "Scene 2", "14 %", "<svg"):
        assert words in body
    assert "</a> waited in the boathouse." in body


def test_headings_are_in_order_and_ids_are_single(story, browse):
    found = browse(story)
    levels = [int(tag[1]) for tag, _ in found.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))
    ids = [each["id"] for _, each in found.elements if each.get("id")]
    assert len(ids) == len(set(ids))
    links = {each["href"][1:] for tag, each in found.elements if tag == "a"}
    assert links <= set(ids)


def test_a_reading_by_rules_alone_has_a_page(read):
    story = read("Ines rowed out.\n\n“Wait!” said Tom.\n")
    assert "places" not in story.layers
    assert "“Wait!”" in page(story)


def test_a_story_without_people_or_talk_has_a_page(read, browse):
    found = browse(read("It rained.\n"))
    assert found.paragraphs == {"p0": "It rained."}


def test_the_page_knows_the_file_that_its_corrections_lie_beside(read, browse):
    ((_, root),) = browse(read("Ann rowed.", 'a "calm" <day>.txt')).having(lang="en")
    assert root["data-story"] == 'a "calm" <day>.txt'


def test_a_story_without_a_title_is_called_by_its_file(read):
    story = read("It rained.\n", "the_rain.txt")
    assert title_of(story) is None
    assert "<title>the_rain</title>" in page(story)
