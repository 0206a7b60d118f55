"""HTML source to a stream of text and tags, each with its offset in the source.

A parser library gives no offsets, and closes `<i>` where a browser would carry it over `<p>`;
places and emphasis are what we need most. This follows the tokeniser of the HTML standard for
everything that shows in prose, visits each character a bounded number of times whatever the
input, and builds no tree.
"""

import re
from collections.abc import Iterator
from html import unescape

from msgspec import Struct

from fabula.errors import LimitError
from fabula.sources.limits import MAX_LINES

RAW_TEXT = frozenset({"script", "style", "iframe", "noembed", "noframes", "title", "textarea"})
"""Elements whose content holds no tags: everything up to their end tag is text."""

_ATTRIBUTES = frozenset(
    {"id", "class", "style", "align", "hidden", "name", "href", "rel", "role", "epub:type"}
    | {"src", "alt", "content", "http-equiv", "charset", "media", "lang", "xml:lang", "type"}
)
"""The attributes that some reader asks for; the rest is not kept."""

_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*+")
_TAG_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
"""The attributes of a tag and its end; a “>” in a quoted value does not end it."""
_ATTRIBUTE = re.compile(
    r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>]++)))?+""",
)
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#[0-9]++|#[xX][0-9a-fA-F]++|[a-zA-Z][a-zA-Z0-9]*+);?+")
_PREFIX = re.compile(r"(?:x?html|h|svg):(.+)")


class Text(Struct, frozen=True, gc=False):
    """Text that stands in the source from `at` on, as it is or as one character reference."""

    at: int
    text: str


class StartTag(Struct, frozen=True):
    """The start of an element; `closed` for `<br/>` and its like."""

    at: int
    name: str
    attributes: dict[str, str]
    closed: bool = False


class EndTag(Struct, frozen=True, gc=False):
    """The end of an element."""

    at: int
    name: str


Token = Text | StartTag | EndTag

_NO_ATTRIBUTES: dict[str, str] = {}


def as_source(text: str, name: str) -> str:
    """The text of an HTML file as `tokens` wants it: lines end in LF, and there are no NULs.

    No line gains or loses a character, so that lines and columns stay those of the file.

    Raises:
        LimitError: if there are more lines than a story can have.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise LimitError(
            f"{name}: expected at most {MAX_LINES:,} lines, found more; split the file"
        )
    return text.replace("\0", "\ufffd") if "\0" in text else text


def tokens(source: str, *, xml: bool = False) -> Iterator[Token]:
    """The text and the tags of an HTML source, in order; comments and the like are skipped.

    `<p>Hi &amp; bye` gives `StartTag(0, "p", {})`, `Text(3, "Hi ")`, `Text(6, "&")` and
    `Text(11, " bye")`. Line ends in `source` must be LF alone. `xml` is for XHTML in an EPUB,
    where a CDATA section is text.
    """
    position = 0
    while True:
        found = _MARKUP.search(source, position)
        if found is None:
            yield from _text(source, position, len(source))
            return
        yield from _text(source, position, found.start())
        token, position = _markup(source, found.start(), xml=xml)
        if token is None:
            continue
        yield token
        if type(token) is StartTag and token.name in RAW_TEXT and not token.closed:
            end = _raw_end(source, token.name, position)
            yield from _text(source, position, end, raw=token.name not in {"title", "textarea"})
            position = end


def _markup(source: str, at: int, *, xml: bool) -> tuple[Token | None, int]:
    """What starts with the “<” at `at`, and where it ends."""
    if xml and source.startswith("<![CDATA[", at):
        end = _find(source, "]]>", at)
        return Text(at + 9, source[at + 9 : end]), min(end + 3, len(source))
    if source[at + 1] == "!":
        return None, _declaration_end(source, at)
    closing = source[at + 1] == "/"
    name = _NAME.match(source, at + 1 + closing)
    if name is None:
        # A processing instruction, or “</3”, which a browser too hides up to the next “>”.
        return None, _past(source, ">", at)
    rest = _TAG_REST.match(source, name.end())
    if rest is None:
        return None, len(source)  # cut off inside a tag
    if closing:
        return EndTag(at, _plain_name(name[0])), rest.end()
    closed = source[rest.end() - 2] == "/"
    attributes = _read_attributes(source, name.end(), rest.end() - 1)
    return StartTag(at, _plain_name(name[0]), attributes, closed), rest.end()


def _plain_name(name: str) -> str:
    name = name.lower()
    prefixed = _PREFIX.fullmatch(name) if ":" in name else None
    return prefixed[1] if prefixed else name


def _read_attributes(source: str, start: int, end: int) -> dict[str, str]:
    if end - start < 2:
        return _NO_ATTRIBUTES
    attributes: dict[str, str] = {}
    for found in _ATTRIBUTE.finditer(source, start, end):
        name = found[1].lower()
        if name in _ATTRIBUTES and name not in attributes:
            value = found[2] or found[3] or found[4] or ""
            attributes[name] = unescape(value) if "&" in value else value
    return attributes


def _text(source: str, start: int, end: int, *, raw: bool = False) -> Iterator[Text]:
    """The text between two tags, each character reference on its own."""
    if start >= end:
        return
    position = start
    if not raw and source.find("&", start, end) >= 0:
        for found in _REFERENCE.finditer(source, start, end):
            decoded = unescape(found[0])
            if decoded == found[0]:
                continue
            if found.start() > position:
                yield Text(position, source[position : found.start()])
            if decoded:  # a reference to a control character stands for nothing
                yield Text(found.start(), decoded)
            position = found.end()
    if position < end:
        yield Text(position, source[position:end])


def _raw_end(source: str, name: str, position: int) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position)
    return found.start() if found else len(source)


def _declaration_end(source: str, at: int) -> int:
    """The end of a comment, a document type (with an internal subset), or the like."""
    if source.startswith("<!--", at):
        if source.startswith((">", "->"), at + 4):
            return source.index(">", at + 4) + 1
        found = _COMMENT_END.search(source, at + 4)
        return found.end() if found else len(source)
    end = _past(source, ">", at)
    if source[at + 2 : at + 9].lower() == "doctype" and source.find("[", at, end) >= 0:
        return _past(source, ">", _find(source, "]", at))
    return end


def _find(source: str, text: str, position: int) -> int:
    found = source.find(text, position)
    return len(source) if found < 0 else found


def _past(source: str, text: str, position: int) -> int:
    return min(_find(source, text, position) + len(text), len(source))
