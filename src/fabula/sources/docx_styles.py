"""The styles of a DOCX: which are headings, italic, in the middle, hidden."""

import re

from lxml import etree
from msgspec import Struct, structs

from fabula.labels import ParatextRole
from fabula.sources.safe_xml import attribute, local_name

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc \d")
_MAX_BASES = 20
"""Styles are based on each other at most so deep; a circle of them ends here."""

_ROLES: dict[str, ParatextRole] = {"title": "title", "subtitle": "title", "toc heading": "contents"}
_QUOTES = frozenset({"quote", "intense quote", "block text", "quotations"})
_OFF = frozenset({"0", "false", "off", "none", "nil"})


class Style(Struct, frozen=True):
    """How a paragraph or a run is set; None where nothing is said."""

    italic: bool | None = None
    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    centred: bool | None = None
    level: int | None = None
    quoted: bool | None = None
    role: ParatextRole | None = None


NO_STYLE = Style()


class Styles:
    """The styles of a document by id, each with what it takes over from those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        self._own: dict[str, tuple[str, Style]] = {}
        self._known: dict[str, Style] = {}
        if root is not None:
            for element in root:
                if local_name(element) == "style":
                    based_on = _value(child_of(element, "basedOn"))
                    self._own[attribute(element, "styleId")] = (based_on, _named(element))

    def of(self, style_id: str) -> Style:
        """The style with this id; one that says nothing if there is none."""
        known = self._known.get(style_id)
        if known is None:
            chain: list[Style] = []
            next_id = style_id
            while next_id in self._own and len(chain) < _MAX_BASES:
                next_id, style = self._own[next_id]
                chain.append(style)
            known = NO_STYLE if chain else _meaning(_unspaced(style_id))
            for style in reversed(chain):
                known = over(known, style)
            self._known[style_id] = known
        return known


def paragraph_style(properties: etree._Element | None, styles: Styles) -> Style:
    """How a paragraph is set, by its style and what its properties say over it."""
    if properties is None:
        return NO_STYLE
    named = styles.of(_value(child_of(properties, "pStyle")))
    return over(named, _paragraph_properties(properties))


def run_style(properties: etree._Element | None, styles: Styles) -> Style:
    """How a run is set, by its style and what its properties say over it."""
    if properties is None:
        return NO_STYLE
    style_id = _value(child_of(properties, "rStyle"))
    return over(styles.of(style_id), _run_properties(properties))


def over(under: Style, above: Style) -> Style:
    """What both styles say, the second over the first."""
    if above == NO_STYLE:
        return under
    said = {
        field: value
        for field in above.__struct_fields__
        if (value := getattr(above, field)) is not None
    }
    return structs.replace(under, **said)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `<w:i/>` is there and not turned off."""
    return element is not None and attribute(element, "val").lower() not in _OFF


def child_of(element: etree._Element | None, name: str) -> etree._Element | None:
    """The first child with this name, None if there is none."""
    if element is None:
        return None
    return next((child for child in element if local_name(child) == name), None)


def _named(element: etree._Element) -> Style:
    """A style's own say, with what its name means in every Word."""
    name = _value(child_of(element, "name")).lower()
    said = over(
        _run_properties(child_of(element, "rPr")), _paragraph_properties(child_of(element, "pPr"))
    )
    return over(said, _meaning(name))


def _meaning(name: str) -> Style:
    """What the name of a built-in style stands for, in small letters: `heading 1`."""
    heading = _HEADING.fullmatch(name)
    return Style(
        level=int(heading[1]) if heading else None,
        quoted=True if name in _QUOTES else None,
        role="contents" if _CONTENTS.fullmatch(name) else _ROLES.get(name),
    )


def _unspaced(style_id: str) -> str:
    """The name that an id was made of, where the file does not say: `Heading1`."""
    return re.sub(r"(?<=[a-z])(?=\d|heading$|text$)", " ", style_id.lower())


def _paragraph_properties(properties: etree._Element | None) -> Style:
    if properties is None:
        return NO_STYLE
    alignment = child_of(properties, "jc")
    outline = _value(child_of(properties, "outlineLvl"))
    return Style(
        centred=_value(alignment) == "center" if alignment is not None else None,
        level=int(outline) + 1 if outline in {"0", "1", "2", "3", "4", "5"} else None,
    )


def _run_properties(properties: etree._Element | None) -> Style:
    if properties is None:
        return NO_STYLE
    switches = {local_name(child): is_on(child) for child in properties}
    return Style(
        italic=switches.get("i"),
        bold=switches.get("b"),
        underlined=switches.get("u"),
        hidden=switches.get("vanish"),
    )


def _value(element: etree._Element | None) -> str:
    return "" if element is None else attribute(element, "val")
