"""Reads DOCX: the accepted text, with headings, emphasis, page breaks and reviewers' comments.

The paragraphs are read one at a time from the XML. A library that builds HTML of the whole
document first (mammoth was tried) takes five times as long, keeps no places, and drops what
matters to a manuscript: where a comment begins, what is hidden, what stands in the middle.

The file has no lines: `Place.line` is the number of the paragraph in the part, from 1, and
`Place.column` counts the characters of its text.
"""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from fabula.errors import BrokenFileError
from fabula.sources.archive import Archive, resolve
from fabula.sources.assembly import check_story
from fabula.sources.docx_body import BodyReader, LeftOut
from fabula.sources.docx_styles import Styles
from fabula.sources.manuscript import read_manuscript
from fabula.sources.page import in_text_order
from fabula.sources.safe_xml import attribute, local_name, parse, words
from fabula.sources.text_flow import Flow, TextFlow
from fabula.text import Diagnostic, Document, Metadata

_MAIN_PART = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_NOTES = ("footnotes", "endnotes")


class _Text(Struct, frozen=True):
    """The parts of a document after reading; `members` are their paths in the archive."""

    flow: Flow
    members: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(data: bytes, name: str, encoding: str | None = None) -> Document:  # noqa: ARG001
    """Read a DOCX; its text has no encoding of its own, so `encoding` changes nothing.

    Insertions are in the text and deletions are not; pictures and hidden text are left out with
    a diagnostic. Each comment is a `comment` mark on the words it is about. Footnotes and
    endnotes come after the story, as paratext. Underlining is emphasis, as in typescripts.

    Raises:
        BrokenFileError: if the archive is damaged, or has no document in it.
        EncryptedFileError: if it is locked with a password.
        EmptyStoryError: if there is not one letter in it.
        LimitError: if it unpacks to more than a story can be.
    """
    archive = Archive(data, name)
    text = _read_parts(archive, name)
    finished = text.flow
    check_story(finished.text, name)
    manuscript = read_manuscript(finished)
    known = _metadata(_optional(archive, archive.find(_PROPERTIES), name))
    return Document(
        text=finished.text,
        name=name,
        format="docx",
        paragraphs=finished.paragraphs,
        metadata=Metadata(
            title=known.title or manuscript.metadata.title,
            authors=manuscript.metadata.authors or known.authors,
            language=known.language,
        ),
        marks=in_text_order(finished.marks, manuscript.marks),
        anchors=finished.anchors,
        members=text.members,
        diagnostics=(*archive.diagnostics, *text.diagnostics),
    )


def _read_parts(archive: Archive, name: str) -> _Text:
    """The document, and behind it the notes at the foot of its pages and at its end."""
    main = _main_part(archive, name)
    parts = dict(_related(archive, main, name))
    flow = TextFlow(name)
    styles = Styles(_optional(archive, parts.get("styles"), name))
    comments = dict(_comments(_optional(archive, parts.get("comments"), name)))
    reader = BodyReader(flow, styles, comments, name)
    members = [main]
    reader.read(archive.read(main), main, 0)
    for kind in _NOTES:
        if kind in parts:
            since = flow.length
            reader.read(archive.read(parts[kind]), parts[kind], len(members))
            members.append(parts[kind])
            flow.enclose("paratext", since, value="author_note")
    notes = tuple(_notes_on(reader.left_out, comments))
    return _Text(flow.finish(), tuple(members), notes)


def _main_part(archive: Archive, name: str) -> str:
    """The part with the document: nearly always the same, but the archive has the last word."""
    parts = dict(_related(archive, "", name))
    main = parts.get("officeDocument") or archive.find(_MAIN_PART)
    if main is None:
        raise BrokenFileError(
            f"{name}: expected a DOCX, found an archive without '{_MAIN_PART}'; "
            "save it again from a word processor"
        )
    return main


def _related(archive: Archive, part: str, name: str) -> Iterator[tuple[str, str]]:
    """What kind of part stands where, by the relationships of `part`; nothing outside the file."""
    folder, _, file = part.rpartition("/")
    listed = archive.find(f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels")
    if listed is None:
        return
    for element in parse(archive.read(listed), name, listed):
        if attribute(element, "TargetMode") == "External":
            continue
        target = resolve(part, attribute(element, "Target"))
        found = archive.find(target[0]) if target else None
        if found:
            yield attribute(element, "Type").rpartition("/")[2], found


def _optional(archive: Archive, part: str | None, name: str) -> etree._Element | None:
    """A part that a document can be read without."""
    if part is None:
        return None
    try:
        return parse(archive.read(part), name, part)
    except BrokenFileError:
        return None


def _comments(root: etree._Element | None) -> Iterator[tuple[str, str]]:
    for comment in root if root is not None else ():
        if local_name(comment) == "comment":
            lines = [words(paragraph) for paragraph in comment.iter("{*}p")]
            yield attribute(comment, "id"), "\n".join(lines)


def _metadata(root: etree._Element | None) -> Metadata:
    found = {local_name(element): words(element) for element in (root if root is not None else ())}
    author = found.get("creator")
    return Metadata(
        title=found.get("title") or None,
        authors=(author,) if author else (),
        language=found.get("language") or None,
    )


def _notes_on(left_out: LeftOut, comments: dict[str, str]) -> Iterator[Diagnostic]:
    """One line for each kind of thing that is in the file and not in the text."""
    kinds = (
        ("changes-accepted", left_out.changes, "deleted or moved pieces left out"),
        ("hidden-text", left_out.hidden, "runs of hidden text left out"),
        ("pictures-left-out", left_out.pictures, "pictures left out"),
        ("numbers-left-out", left_out.note_signs, "note signs left out; the notes are at the end"),
        ("comments-left-out", len(comments), "comments that are about no text, left out"),
    )
    for code, count, what in kinds:
        if count:
            yield Diagnostic(code, f"{what}: {count:,}")
