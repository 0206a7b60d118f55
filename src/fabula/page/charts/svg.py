"""A small SVG builder: elements as values, and their text with everything escaped.

    label = element("text", "Ines & Tom", x=12, y=30.25, class_="name")
    write(label)    # <text x="12" y="30.2" class="name">Ines &amp; Tom</text>

Attribute names are those of SVG, with `_` for `-` (`text_anchor`) and a trailing `_` where the
name is a word of Python (`class_`). An attribute that is None is left out.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape

from msgspec import Struct

Value = str | int | float | None

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 allows in no way, escaped or not."""


class Element(Struct, frozen=True):
    """An SVG element; a child that is a string is text."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Element | str", ...] = ()


def element(tag: str, *children: Element | str, **attributes: Value) -> Element:
    """An element with these children and attributes."""
    written = (
        (name.rstrip("_").replace("_", "-"), _text(value))
        for name, value in attributes.items()
        if value is not None
    )
    return Element(tag, tuple(written), children)


def group(children: Iterable[Element], **attributes: Value) -> Element:
    """A `<g>` of these elements."""
    return element("g", *children, **attributes)


def linked(href: str, *children: Element, **attributes: Value) -> Element:
    """A link into the text (`#s4`) for the pointer only.

    It is no stop of the tab key, so that a chart of a thousand marks stands in nobody's way;
    another link, a `stop`, leads to the same scene.
    """
    return stop(href, *children, tabindex=-1, aria_hidden="true", **attributes)


def stop(href: str, *children: Element, **attributes: Value) -> Element:
    """A link into the text that the tab key reaches; its words or `aria_label` say where to."""
    return element("a", *children, href=href, **attributes)


def way(*steps: float | str) -> str:
    """The `d` of a path from letters and numbers: `way("M", 0, 4, "H", 12)`."""
    return " ".join(_text(step) for step in steps)


def number(value: float) -> str:
    """A length to a tenth of a pixel, as short as it goes: “12”, “0.5”."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def write(root: Element) -> str:
    """The element as well-formed XML that an HTML page can hold as it is."""
    return "".join(_pieces(root))


def _pieces(node: Element) -> Iterator[str]:
    inside = "".join(f' {name}="{_clean(value)}"' for name, value in node.attributes)
    if not node.children:
        yield f"<{node.tag}{inside}/>"
        return
    yield f"<{node.tag}{inside}>"
    for child in node.children:
        if isinstance(child, str):
            yield _clean(child)
        else:
            yield from _pieces(child)
    yield f"</{node.tag}>"


def _clean(words: str) -> str:
    """The words with markup escaped and without characters that XML does not allow."""
    return escape(_NOT_XML.sub("\ufffd", words), quote=True)


def _text(value: str | float) -> str:
    return value if isinstance(value, str) else number(value)
