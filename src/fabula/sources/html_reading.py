"""Reads HTML into a `TextFlow`: which text shows, how it is set, and where elements lie."""

from collections import Counter

from msgspec import Struct, structs

from fabula.errors import LimitError
from fabula.sources.html_elements import (
    BLOCKS,
    BOLD,
    CELLS,
    ENDED_BY,
    ENDS_PARAGRAPH,
    FORMATTING,
    HEADING_GROUPS,
    HEADINGS,
    IMPLIED_END_STOPS,
    ITALIC,
    PREFORMATTED,
    VOID,
)
from fabula.sources.html_looks import Shown, is_ornament, is_shown, look_of
from fabula.sources.html_tokens import EndTag, StartTag, Text, tokens
from fabula.sources.limits import (
    CHARACTERS_PER_TAG,
    MAX_DEPTH,
    MAX_META,
    MAX_REGIONS,
    MAX_TAGS,
    REFERENCES_PER_TAG,
)
from fabula.sources.page import Entry, Page, Region, outermost, region_of
from fabula.sources.stylesheet import Rules, StyleSheet, style_blocks
from fabula.sources.text_flow import Flow, Look, TextFlow, first_visible, line_starts
from fabula.text import Diagnostic

IMPLIED_END_REACH = 64
"""How many open elements the start of a `<li>` looks through for one that it ends."""

LONGEST_HEADING = 300
"""Characters of a `<header>` that is nothing but a chapter's number and title."""

_REGION_TAGS = frozenset(
    {*HEADINGS, "article", "aside", "blockquote", "center", "dd", "dl", "dt", "footer", "form"}
    | {"header", "li", "main", "nav", "ol", "section", "table", "td", "th", "tr", "ul"}
)
_PARAGRAPH = frozenset({"p"})
_REGION_ATTRIBUTES = frozenset({"id", "class", "name", "href", "epub:type", "role"})


class LeftOut(Struct):
    """How many pieces of text a page keeps out of sight."""

    hidden: int = 0
    numbers: int = 0


class _Element(Struct, gc=False):
    """An element that is open.

    `since` is how much text there was when it began, `formats` how many formatting elements
    were open, `plain` how many of the italic ones its style sheet sets upright again.
    """

    tag: StartTag
    look: Look
    shown: Shown
    since: int
    formats: int
    plain: int


class _Heading(Struct, frozen=True, gc=False):
    since: int
    level: int


class _Format(Struct, frozen=True, gc=False):
    """A formatting element that is open, such as `<i>`."""

    name: str
    italic: bool
    bold: bool
    hidden: bool


class HtmlReader:
    """Reads one or more HTML sources into a flow, and keeps what their elements are.

    `regions` come in the order in which they end, `targets` is how much text there was before
    each id; `page` makes both fit the finished text. `head` is what the `<title>` and `<meta>`
    elements say, by name.
    """

    def __init__(self, flow: TextFlow, name: str, stylesheet: StyleSheet | None = None) -> None:
        self.regions: list[Region] = []
        self.targets: dict[tuple[int, str], int] = {}
        self.head: dict[str, str] = {}
        self.left_out = LeftOut()
        self.too_deep = False
        self._flow = flow
        self._name = name
        self._stylesheet = stylesheet or StyleSheet()
        self._tags = self._characters = 0
        self._begin(-1)

    def read(self, source: str, member: int = -1, *, xml: bool = False) -> None:
        """Read a source whose line ends are LF alone; see `html_tokens.tokens` for `xml`.

        Raises:
            LimitError: if it has more tags or text than a story can have.
        """
        self._begin(member)
        self._check_tags(source)
        for css in style_blocks(source):
            self._stylesheet.add(css)
        for token in tokens(source, xml=xml):
            if type(token) is Text:
                self._text(token)
            elif type(token) is StartTag:
                self._start(token)
            elif type(token) is EndTag:
                self._end(token)
        while len(self._open) > 1:
            self._pop()
        self._flow.end_member(line_starts(source), member)

    def _check_tags(self, source: str) -> None:
        self._tags += source.count("<") + source.count("&") // REFERENCES_PER_TAG
        self._characters += len(source)
        limit = max(MAX_TAGS, self._characters // CHARACTERS_PER_TAG)
        if self._tags > limit:
            raise LimitError(
                f"{self._name}: expected at most {limit:,} tags, found {self._tags:,}; "
                "split the file, or save the story alone"
            )

    def page(self, flow: Flow, contents: tuple[Entry, ...] = ()) -> Page:
        """Everything that was read, with its places in the finished text."""
        text = flow.text
        regions = [
            structs.replace(region, start=min(first_visible(text, region.start), region.end))
            for region in self.regions
        ]
        return Page(
            text=text,
            paragraphs=flow.paragraphs,
            headings=outermost(flow.marks, "heading"),
            blockquotes=outermost(flow.marks, "blockquote"),
            regions=tuple(sorted(regions, key=lambda region: (region.start, -region.end))),
            targets={key: first_visible(text, at) for key, at in self.targets.items()},
            head={name: " ".join(value.split()) for name, value in self.head.items()},
            contents=contents,
        )

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What the reader of the text should know about what is not in it."""
        notes = []
        if self.left_out.hidden:
            message = (
                f"pieces of text left out because the page hides them: {self.left_out.hidden:,}"
            )
            notes.append(Diagnostic("hidden-text", message))
        if self.left_out.numbers:
            message = f"page numbers and note signs left out of the text: {self.left_out.numbers:,}"
            notes.append(Diagnostic("numbers-left-out", message))
        if self.too_deep:
            message = (
                f"elements more than {MAX_DEPTH:,} deep: their text was read without its looks"
            )
            notes.append(Diagnostic("too-deep", message))
        return tuple(notes)

    def _begin(self, member: int) -> None:
        root = StartTag(0, "", {})
        self._member = member
        self._open = [_Element(root, Look(), "yes", self._flow.length, 0, 0)]
        self._counts: Counter[str] = Counter()
        self._beyond: Counter[str] = Counter()
        self._formats: list[_Format] = []
        self._format_counts: Counter[str] = Counter()
        self._italics = self._bolds = self._hidden_formats = 0
        self._pre_began = False
        self._heading = _Heading(-1, 1)
        self._quoted_at = -1

    def _text(self, token: Text) -> None:
        if self._pre_began:
            self._pre_began = False
            if token.text.startswith("\n"):  # the line break after `<pre>` is for looks
                token = Text(token.at + 1, token.text[1:])
        element = self._open[-1]
        if element.shown == "yes" and not self._hidden_formats:
            self._flow.write(token.text, token.at, self._look())
        elif element.tag.name == "title":
            self.head.setdefault("title", "")
            self.head["title"] += token.text
        elif not token.text.isspace():
            self._count_left_out(element.shown)

    def _count_left_out(self, shown: Shown) -> None:
        if shown == "number":
            self.left_out.numbers += 1
        elif shown != "never":
            self.left_out.hidden += 1

    def _look(self) -> Look:
        element = self._open[-1]
        look = element.look
        italic = look.italic or self._italics > element.plain
        bold = look.bold or self._bolds > 0
        if italic == look.italic and bold == look.bold:
            return look
        return Look(italic, bold, look.centred, look.preformatted)

    def _start(self, tag: StartTag) -> None:
        if "id" in tag.attributes:
            self.targets.setdefault((self._member, tag.attributes["id"]), self._flow.length)
        if tag.name == "a" and "name" in tag.attributes:
            self.targets.setdefault((self._member, tag.attributes["name"]), self._flow.length)
        rules = self._stylesheet.rules(tag.name, tag.attributes)
        if tag.name in VOID:
            self._void(tag, rules)
        elif tag.name in FORMATTING:
            self._start_format(tag, rules)
        else:
            self._start_element(tag, rules)

    def _void(self, tag: StartTag, rules: Rules) -> None:
        if tag.name == "meta" and len(self.head) < MAX_META:
            name, content = tag.attributes.get("name", ""), tag.attributes.get("content", "")
            self.head.setdefault(name.lower(), content)
        if self._open[-1].shown != "yes" or is_shown(tag, rules) != "yes":
            return
        if tag.name == "br":
            self._flow.line_break()
        elif tag.name == "hr" or (tag.name == "img" and is_ornament(tag)):
            self._flow.rule()

    def _start_format(self, tag: StartTag, rules: Rules) -> None:
        if tag.closed or len(self._formats) >= MAX_DEPTH:
            return
        italic = tag.name in ITALIC if rules.italic is None else rules.italic
        bold = tag.name in BOLD if rules.bold is None else rules.bold
        hidden = is_shown(tag, rules) != "yes"
        self._formats.append(_Format(tag.name, italic, bold, hidden))
        self._count_format(self._formats[-1], 1)

    def _end_format(self, name: str) -> None:
        if not self._format_counts[name]:
            return
        index = len(self._formats) - 1
        while self._formats[index].name != name:
            index -= 1
        self._count_format(self._formats.pop(index), -1)

    def _count_format(self, format_: _Format, step: int) -> None:
        self._format_counts[format_.name] += step
        self._italics += step * format_.italic
        self._bolds += step * format_.bold
        self._hidden_formats += step * format_.hidden

    def _start_element(self, tag: StartTag, rules: Rules) -> None:
        self._end_implied(tag.name)
        parent = self._open[-1]
        if tag.name in BLOCKS and parent.shown == "yes":
            self._flow.end_block()
            if rules.set_apart and tag.name == "p":
                self._flow.empty_line()
        if len(self._open) > MAX_DEPTH:
            self.too_deep = True
            self._beyond[tag.name] += not tag.closed
            return
        self._push(tag, rules, parent)
        if tag.closed:
            self._pop()

    def _push(self, tag: StartTag, rules: Rules, parent: _Element) -> None:
        shown = parent.shown if parent.shown != "yes" else is_shown(tag, rules)
        look = look_of(tag, rules, parent.look)
        plain = self._italics if rules.italic is False else parent.plain
        if tag.name == "html" and "lang" in tag.attributes:
            self.head.setdefault("lang", tag.attributes["lang"])
        self._pre_began = tag.name in PREFORMATTED
        if tag.name == "q" and shown == "yes":
            self._flow.write("“", tag.at, self._look())
        self._open.append(_Element(tag, look, shown, self._flow.length, len(self._formats), plain))
        self._counts[tag.name] += 1

    def _end(self, tag: EndTag) -> None:
        name = tag.name
        if name in {"html", "body"}:
            return  # what follows by mistake is set like the rest
        if name in FORMATTING:
            self._end_format(name)
        elif name == "br" and self._open[-1].shown == "yes":
            self._flow.line_break()
        elif self._beyond[name]:
            self._beyond[name] -= 1
            self._flow.end_block()
        elif self._counts[name]:
            while self._open[-1].tag.name != name:
                self._pop()
            if name == "q" and self._open[-1].shown == "yes":
                self._flow.write("”", tag.at, self._look())
            self._pop()
        elif name in BLOCKS:
            self._flow.end_block()

    def _end_implied(self, name: str) -> None:
        if name in ENDS_PARAGRAPH and self._counts["p"]:
            self._end_nearest(_PARAGRAPH)
        ended = ENDED_BY.get(name)
        if ended and any(self._counts[other] for other in ended):
            self._end_nearest(ended)

    def _end_nearest(self, names: frozenset[str]) -> None:
        """End the open element of these names that is within reach: of a row, not of its cell."""
        found = None
        lowest = max(len(self._open) - IMPLIED_END_REACH, 1)
        for index in range(len(self._open) - 1, lowest - 1, -1):
            name = self._open[index].tag.name
            if name in IMPLIED_END_STOPS:
                break
            if name in names:
                found = index
                if len(names) == 1:
                    break
        if found is not None:
            while len(self._open) > found:
                self._pop()

    def _pop(self) -> None:
        element = self._open.pop()
        tag, flow = element.tag, self._flow
        self._counts[tag.name] -= 1
        if tag.name in CELLS:
            while len(self._formats) > element.formats:
                self._count_format(self._formats.pop(), -1)
        if element.shown != "yes":
            return
        if tag.name in BLOCKS:
            flow.end_block()
            if flow.length == element.since and is_ornament(tag):
                flow.rule()
        if tag.name in HEADINGS:
            self._heading = _Heading(element.since, HEADINGS[tag.name])
            flow.enclose("heading", element.since, level=self._heading.level)
        elif tag.name in HEADING_GROUPS:
            self._end_group(element)
        elif tag.name == "blockquote":
            self._quoted_at = element.since
            flow.enclose("blockquote", element.since)
        elif tag.name in PREFORMATTED:
            flow.enclose("preformatted", element.since)
        self._keep_region(element)

    def _end_group(self, element: _Element) -> None:
        """A heading with a number or a second line beside it is one heading."""
        short = self._flow.length - element.since <= LONGEST_HEADING
        headed = self._heading.since >= element.since
        if short and headed and self._quoted_at < element.since:
            self._flow.enclose("heading", element.since, level=self._heading.level)

    def _keep_region(self, element: _Element) -> None:
        tag = element.tag
        if len(self.regions) >= MAX_REGIONS:
            return
        if tag.name in _REGION_TAGS or not _REGION_ATTRIBUTES.isdisjoint(tag.attributes):
            self.regions.append(region_of(tag, element.since, self._flow.length, self._member))
