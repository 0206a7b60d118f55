"""The body of a DOCX into a `TextFlow`: the text as it stands once all changes are accepted."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from fabula.errors import LimitError
from fabula.sources.docx_styles import (
    Style,
    Styles,
    child_of,
    is_on,
    over,
    paragraph_style,
    run_style,
)
from fabula.sources.limits import MAX_PARAGRAPHS
from fabula.sources.safe_xml import attribute, local_name, stream
from fabula.sources.text_flow import Look, TextFlow

LINE = 1 << 32
"""A place in the flow counts `LINE` for each paragraph before, and one for each character."""

_TAGS = ("{*}p", "{*}commentRangeStart", "{*}commentRangeEnd")
_NOT_ACCEPTED = frozenset({"del", "moveFrom"})
_PROPERTIES = frozenset({"pPr", "rPr", "instrText", "rt", "Fallback"})
"""What holds no text of the page: settings, field codes, readings, forms for old programs."""
_ELSEWHERE = _NOT_ACCEPTED | {"p", "Fallback", "txbxContent"}
"""Around a paragraph, these say that it is not one of the body's own."""
_PICTURES = frozenset({"drawing", "pict", "object"})
_NOTE_SIGNS = frozenset({"footnoteReference", "endnoteReference"})
_CHARACTERS = {"tab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "sym": "•"}
"""Elements that stand for a character. A symbol is one of a font's own, often an ornament."""


class LeftOut(Struct):
    """What is in the file and not in the text."""

    hidden: int = 0
    pictures: int = 0
    note_signs: int = 0
    changes: int = 0


class BodyReader:
    """Reads the paragraphs of a document's parts into a flow.

    `comments` are the texts of comments by id; each becomes a mark on what it is about.
    """

    def __init__(self, flow: TextFlow, styles: Styles, comments: dict[str, str], name: str) -> None:
        self.left_out = LeftOut()
        self._flow = flow
        self._styles = styles
        self._comments = comments
        self._name = name
        self._count = 0
        self._place = 0
        self._since = 0
        self._linked = False
        self._goes_on = False
        self._boxes: list[etree._Element] = []
        self._open_comments: dict[str, int] = {}

    def read(self, data: bytes, part: str, member: int) -> None:
        """Read all paragraphs of a part.

        Raises:
            BrokenFileError: if it is no XML, or XML with a document type.
            LimitError: if there are more paragraphs or more text than a story can have.
        """
        self._count = 0
        for element in _elements(data, self._name, part):
            if local_name(element) == "p":
                self._paragraph(element)
                self._check_count()
            else:
                self._comment_range(element)
        self._flow.end_member(range(0, (self._count + 1) * LINE, LINE), member)

    def _check_count(self) -> None:
        if self._count > MAX_PARAGRAPHS:
            raise LimitError(
                f"{self._name}: expected at most {MAX_PARAGRAPHS:,} paragraphs, found more; "
                "split the file"
            )

    def _paragraph(self, element: etree._Element) -> None:
        flow = self._flow
        properties = child_of(element, "pPr")
        style = paragraph_style(properties, self._styles)
        borders = _borders(properties)
        if not self._goes_on:
            flow.end_block()
        if "top" in borders or is_on(child_of(properties, "pageBreakBefore")):
            flow.rule()
        self._since = flow.length
        self._place = self._count * LINE
        self._count += 1
        self._children(element, style)
        # A paragraph whose end was deleted goes on in the next one.
        self._goes_on = child_of(child_of(properties, "rPr"), "del") is not None
        if not self._goes_on:
            self._end_paragraph(element, style)
        if "bottom" in borders or _ends_page(properties):
            flow.rule()
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            for inner in box.iterchildren("{*}p"):
                self._paragraph(inner)

    def _end_paragraph(self, element: etree._Element, style: Style) -> None:
        flow, since = self._flow, self._since
        flow.end_block()
        if flow.length == since:
            if next(element.iter("{*}br", "{*}drawing", "{*}pict"), None) is None:
                flow.empty_line()
            return
        if style.level:
            flow.enclose("heading", since, level=min(style.level, 6))
        if style.quoted:
            flow.enclose("blockquote", since)
        if style.role:
            flow.enclose("paratext", since, value=style.role)

    def _children(self, element: etree._Element, style: Style) -> None:
        for child in element:
            name = local_name(child)
            if name == "r":
                self._run(child, style)
            elif name in _NOT_ACCEPTED:
                self.left_out.changes += 1
            elif name == "hyperlink":
                self._linked = True
                self._children(child, style)
                self._linked = False
            elif name in {"commentRangeStart", "commentRangeEnd"}:
                self._comment_range(child)
            elif name not in _PROPERTIES:
                self._children(child, style)

    def _run(self, element: etree._Element, style: Style) -> None:
        style = over(style, run_style(child_of(element, "rPr"), self._styles))
        if style.hidden:
            self.left_out.hidden += child_of(element, "t") is not None
            return
        underlined = bool(style.underlined) and not self._linked
        look = Look(bool(style.italic) or underlined, bool(style.bold), bool(style.centred))
        self._content(element, look)

    def _content(self, element: etree._Element, look: Look) -> None:
        """What stands in a run, or in the wrappers that programs put into it."""
        for child in element:
            name = local_name(child)
            if name == "t":
                self._write(child.text or "", look)
            elif name in _CHARACTERS:
                self._write(_CHARACTERS[name], look)
            elif name in {"br", "cr"}:
                self._break(child)
            elif name in _PICTURES:
                self._picture(child)
            elif name in _NOTE_SIGNS:
                self.left_out.note_signs += 1
            elif name == "commentReference":
                self._comment_sign(attribute(child, "id"))
            elif name not in _PROPERTIES | _NOT_ACCEPTED:
                self._content(child, look)

    def _write(self, text: str, look: Look) -> None:
        self._flow.write(text, self._place, look)
        self._place += len(text)

    def _break(self, element: etree._Element) -> None:
        self._place += 1
        if attribute(element, "type") == "page":
            self._flow.rule()
        else:
            self._flow.line_break()

    def _picture(self, element: etree._Element) -> None:
        """A picture is left out; a line drawn as one is a rule; text in a box comes after."""
        boxes = [
            box
            for box in element.iter("{*}txbxContent")
            if next(box.iterancestors("{*}txbxContent"), None) is None
        ]
        self._boxes += boxes
        if any(attribute(part, "hr") in {"t", "true", "1"} for part in element.iter()):
            self._flow.rule()
        elif not boxes:
            self.left_out.pictures += 1

    def _comment_range(self, element: etree._Element) -> None:
        comment_id = attribute(element, "id")
        if local_name(element) == "commentRangeStart":
            self._open_comments.setdefault(comment_id, self._flow.length)
        elif comment_id in self._open_comments:
            self._mark_comment(comment_id, self._open_comments.pop(comment_id))

    def _comment_sign(self, comment_id: str) -> None:
        """A comment without a range is about its paragraph up to its sign."""
        self._open_comments.pop(comment_id, None)
        self._mark_comment(comment_id, self._since)

    def _mark_comment(self, comment_id: str, since: int) -> None:
        text = self._comments.pop(comment_id, None)
        if text is not None:
            self._flow.enclose("comment", since, value=text)


def _elements(data: bytes, name: str, part: str) -> Iterator[etree._Element]:
    """The paragraphs and comment ranges of the body, each forgotten once it was looked at."""
    for element in stream(data, name, part, _TAGS):
        around = [local_name(outer) for outer in element.iterancestors()]
        if not _ELSEWHERE.isdisjoint(around):
            continue
        if "tr" not in around or not _in_deleted_row(element):
            yield element
        _forget(element)


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def _in_deleted_row(element: etree._Element) -> bool:
    return any(
        child_of(child_of(row, "trPr"), "del") is not None for row in element.iterancestors("{*}tr")
    )


def _borders(properties: etree._Element | None) -> frozenset[str]:
    """The sides of a paragraph with a line along them, as Word makes of a typed `---`."""
    borders = child_of(properties, "pBdr")
    if borders is None:
        return frozenset()
    return frozenset(local_name(side) for side in borders if is_on(side))


def _ends_page(properties: etree._Element | None) -> bool:
    """Whether a section ends here and the next begins on a new page."""
    section = child_of(properties, "sectPr")
    if section is None:
        return False
    kind = child_of(section, "type")
    return kind is None or attribute(kind, "val") != "continuous"
