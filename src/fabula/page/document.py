"""The whole page: one HTML file that needs nothing beside it and reaches for nothing."""

import base64
from collections.abc import Sequence
from hashlib import sha256
from importlib import resources
from pathlib import PurePath

from fabula.formats.byline import author_of, title_of
from fabula.formats.numbers import counted
from fabula.formats.visible import on_one_line
from fabula.page.cast_section import cast_section
from fabula.page.charts import Chart, all_charts
from fabula.page.contents import contents
from fabula.page.markup import attributes, text_node
from fabula.page.model import json_block, page_model
from fabula.page.people import people_on_page
from fabula.page.prose import prose
from fabula.page.scenes import SceneOnPage, scenes_on_page
from fabula.story import Story

HEAD = "<!doctype html>\n<!-- fabula page -->\n"
"""What every page begins with, by which one is known again before it is replaced."""

_STYLES = ("page.css", "script.css", "charts.css")
_SCRIPT = "page.js"


def is_page(head: bytes) -> bool:
    """Whether a file that begins like this is a page that Fabula wrote."""
    return head.startswith(HEAD.encode())


def page(story: Story) -> str:
    """A story as one HTML file: the text, the cast, charts, and the script that moves it.

    The same story gives the same page. It is readable without the script; what stands in it
    follows `so_far` of the story, so that a page made from a part of it holds nothing else.
    """
    people = people_on_page(story)
    scenes = scenes_on_page(story, people)
    style = "\n".join(asset(name) for name in _STYLES)
    script = asset(_SCRIPT)
    body = "".join(
        (
            '<a class="skip" href="#story">Skip to the story</a>\n',
            _bar(story),
            _front(story, scenes),
            contents(story, scenes),
            cast_section(story, people, scenes),
            _charts(all_charts(story, people)),
            _SETTLE,
            f'</div>\n<main id="story" tabindex="-1">\n{prose(story, people, scenes)}</main>\n',
            '<p id="live" class="unseen" aria-live="polite"></p>\n',
            '<script type="application/json" id="story-model">'
            f"{json_block(page_model(story, people, scenes))}</script>\n",
            f"<script>{script}</script>\n",
        )
    )
    return (
        f'{HEAD}<html lang="en"{attributes(data_story=story.document.name)}>\n'
        f"<head>\n{_head(story, style, script)}</head>\n"
        f"<body>\n{body}</body>\n</html>\n"
    )


def asset(name: str) -> str:
    """A style sheet or the script of the page, as it comes with the package."""
    return (resources.files("fabula.page") / "assets" / name).read_text(encoding="utf-8")


def content_security_policy(style: str, script: str) -> str:
    """What a browser may do with the page: this style, this script, and nothing else.

    No request can leave the page, whatever stands in the story.
    """
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode()


def _title(story: Story) -> str:
    """The title; of a story without one the name of its file, without what comes after the dot."""
    return on_one_line(title_of(story) or PurePath(story.document.name).stem)


def _head(story: Story, style: str, script: str) -> str:
    policy = attributes(
        http_equiv="Content-Security-Policy", content=content_security_policy(style, script)
    )
    return (
        '<meta charset="utf-8">\n'
        f"<meta{policy}>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{text_node(_title(story))}</title>\n"
        f"<style>{style}</style>\n"
    )


def _bar(story: Story) -> str:
    return (
        '<header id="bar"><p class="running"><a href="#top">'
        f'{text_node(_title(story))}</a></p><nav aria-label="This page">'
        '<a href="#nav">Contents</a> <a href="#cast">Cast</a> <a href="#charts">Charts</a>'
        "</nav></header>\n"
    )


def _front(story: Story, scenes: Sequence[SceneOnPage]) -> str:
    """Title, byline and figures; the folds for contents, cast and charts follow in its frame."""
    author = author_of(story)
    byline = f'<p class="byline">by {text_node(on_one_line(author))}</p>\n' if author else ""
    figures = [counted(sum(scene.words for scene in scenes), "word")]
    if len(story.chapters) > 1:
        figures.append(counted(len(story.chapters), "chapter"))
    figures.append(counted(len(scenes), "scene"))
    return (
        '<div id="top" class="front">\n<section class="title" aria-labelledby="title">'
        f'<h1 id="title">{text_node(_title(story))}</h1>\n{byline}'
        f'<p class="figures">{" · ".join(figures)}</p></section>\n'
    )


def _charts(charts: Sequence[Chart]) -> str:
    if not charts:
        return '<section id="charts" aria-label="Charts"></section>\n'
    figures = "".join(
        f'<figure id="chart-{chart.id}"><h3>{text_node(chart.title)}</h3>\n'
        f"<figcaption>{text_node(chart.description)}</figcaption>\n"
        f'<div class="drawing" tabindex="0" role="group" aria-label="{_label(chart)}">'
        f"{chart.svg}</div></figure>\n"
        for chart in charts
    )
    return (
        '<section id="charts" aria-labelledby="charts-title"><details><summary>'
        '<h2 id="charts-title">Charts</h2></summary>\n'
        f"{figures}</details></section>\n"
    )


def _label(chart: Chart) -> str:
    return text_node(f"{chart.title}, a drawing that can be scrolled").replace('"', "&quot;")


_SETTLE = (
    '<section id="settle" aria-labelledby="settle-title"><details><summary>'
    '<h2 id="settle-title">To settle</h2></summary></details></section>\n'
)
"""The script fills this one; without it the style hides it."""
