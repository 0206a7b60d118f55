"""The list of the stories in a library, and what stands where a page is not ready yet."""

from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from urllib.parse import quote

from msgspec import Struct

from fabula.formats.numbers import counted
from fabula.formats.visible import on_one_line
from fabula.page.document import content_security_policy
from fabula.page.markup import attributes, text_node
from fabula.serve.library import SUFFIXES, Reading
from fabula.serve.reading import Step

_STEP_WORDS = {
    "waiting": "waiting its turn",
    "sentences": "opening",
    "encoder": "reading",
    "page": "writing the page",
}
"""How a step is called in the list; the others go by the name of the layer they find."""


class Entry(Struct, frozen=True):
    """A story as it stands in the list."""

    name: str
    step: Step | None = None
    reading: Reading | None = None


def library_page(folder: str, entries: Sequence[Entry], problem: str | None = None) -> str:
    """The list of stories, with a form to add one; `problem` says why one was not added."""
    alert = f'<p class="problem" role="alert">{text_node(problem)}</p>\n' if problem else ""
    rows = "".join(_row(entry) for entry in entries)
    listed = f'<ul class="stories">\n{rows}</ul>\n' if rows else _NOTHING
    return _document(
        "Library",
        f'<main>\n<h1>Library</h1>\n<p class="folder">{text_node(on_one_line(folder))}</p>\n'
        f"{alert}{listed}{_FORM}</main>\n"
        '<p id="live" class="unseen" aria-live="polite"></p>\n',
        reload_every=_RELOAD if any(entry.step for entry in entries) else None,
    )


def waiting_page(entry: Entry) -> str:
    """What stands in a story's place until it has been read."""
    return _document(
        entry.name,
        f'<main>\n<p><a href="/">Library</a></p>\n<ul class="stories">\n{_row(entry)}</ul>\n'
        '</main>\n<p id="live" class="unseen" aria-live="polite"></p>\n',
        reload_every=_RELOAD,
    )


def said_of(entry: Entry) -> str:
    """What the list says under a story's name, as plain text."""
    if entry.step is not None:
        words = _STEP_WORDS.get(entry.step.name, f"finding {entry.step.name.replace('_', ' ')}")
        return f"{words} …"
    if entry.reading is None:
        return "not read yet"
    if entry.reading.problem is not None:
        return entry.reading.problem
    parts = (
        entry.reading.author and f"by {entry.reading.author}",
        counted(entry.reading.words, "word"),
        counted(entry.reading.scenes, "scene"),
        counted(entry.reading.people, "person", "people"),
    )
    return " · ".join(on_one_line(part) for part in parts if part)


def story_link(name: str) -> str:
    """The address of a story's page."""
    return "/stories/" + quote(name, safe="/", errors="surrogateescape")


def _row(entry: Entry) -> str:
    title = on_one_line((entry.reading and entry.reading.title) or entry.name)
    ready = entry.reading is not None and entry.reading.problem is None and entry.step is None
    failed = entry.reading is not None and entry.reading.problem is not None
    shown = (
        f"<a{attributes(href=story_link(entry.name))}>{text_node(title)}</a>"
        if ready
        else f"<span>{text_node(title)}</span>"
    )
    progress = ""
    if entry.step is not None:
        total = entry.step.total or None
        value = entry.step.number if total else None
        progress = f"<progress{attributes(max=total, value=value, aria_label=title)}></progress>"
    kind = "problem" if failed else "said"
    return (
        f"<li{attributes(data_name=entry.name, data_ready=ready)}>{shown}{progress}"
        f'<p class="{kind}">{text_node(said_of(entry))}</p></li>\n'
    )


def _document(title: str, body: str, reload_every: int | None) -> str:
    style, script = _asset("library.css"), _asset("library.js")
    policy = content_security_policy(style, script).replace(
        "form-action 'none'", "form-action 'self'; connect-src 'self'"
    )
    # With the script the list follows by itself.
    reload_tag = (
        f'<noscript><meta http-equiv="refresh" content="{reload_every}"></noscript>\n'
        if reload_every
        else ""
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<meta{attributes(http_equiv='Content-Security-Policy', content=policy)}>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{reload_tag}<title>{text_node(on_one_line(title))} · Fabula</title>\n"
        f"<style>{style}</style>\n</head>\n<body>\n{body}<script>{script}</script>\n</body>\n"
        "</html>\n"
    )


@cache
def _asset(name: str) -> str:
    return (resources.files("fabula.serve") / "assets" / name).read_text(encoding="utf-8")


def _accepted(suffixes: Iterable[str]) -> str:
    return ",".join(sorted(suffixes))


_RELOAD = 3
"""Seconds after which a page without its script looks again."""

_NOTHING = '<p class="said">No stories in this folder yet.</p>\n'

_FORM = (
    '<form action="/stories" method="post" enctype="multipart/form-data">\n'
    '<label for="file">Add a story</label>\n'
    f'<input id="file" type="file" name="file" required accept="{_accepted(SUFFIXES)}">\n'
    "<button>Add</button>\n"
    '<p class="said">It is copied into the folder. Nothing leaves this machine.</p>\n</form>\n'
)
