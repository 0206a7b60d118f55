"""Whatever the bytes are: a sound document or a refusal, and nothing else."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula import sources
from fabula.errors import SourceError
from fabula.sources.lines import BLANKS
from fabula.text import Document

NAMES = st.sampled_from(["a.txt", "a.md", "a.nwd", "a"])
PROSE = ("Ann ran. ", "“No,” ", "it ", "*so* ", "_", "**", "/", "é", "\U0001f600")
SPACE = ("\n", "\n\n", "\r\n", "\r", "\f", "\t", "    ", "\xa0", "\ufeff", "\0", "\u2028", "\u200b")
MARKDOWN = ("# Wind", "## 1", "---", "***", "> ", "```", "<!-- ", "-->", "- ", "1. ", "====\n")
NOVELWRITER = ("@pov: Ann", "% note", "[i]", "[/i]", "%%~name: a\n", ">> ", " <<")
GUTENBERG = ("*** START OF THE PROJECT GUTENBERG EBOOK A ***\n", "End of Project Gutenberg's A\n")
FANFICFARE = (
    "Packaged: 1\nStatus: 2\nWords: 3\nGenre: 4\n",
    "TABLE OF CONTENTS\n\n1. A\n\n",
    "\n\n\t1. A\n\n",
    "\n\nEnd file.\n",
)
PIECES = st.sampled_from((*PROSE, *SPACE, *MARKDOWN, *NOVELWRITER, *GUTENBERG, *FANFICFARE))
TEXTS = st.lists(PIECES, max_size=40).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "cp1252"])


def check(document: Document, data: bytes) -> None:
    text = document.text
    json.dumps(text, ensure_ascii=False).encode()  # no lone surrogates
    if document.encoding:
        assert text.encode(document.encoding) == data
    else:
        assert document.diagnostics
    position = 0
    for span in document.paragraphs:
        assert position <= span.start < span.end <= len(text)
        assert document[span].strip(BLANKS) == document[span]
        position = span.end
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(starts)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in document.marks)
    line_starts = [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", text))]
    assert [anchor.offset for anchor in document.anchors] == line_starts
    assert [anchor.line for anchor in document.anchors] == list(range(1, len(line_starts) + 1))


def read_or_refuse(data: bytes, name: str, encoding: str | None = None) -> Document | None:
    try:
        document = sources.read_bytes(data, name, encoding=encoding)
    except SourceError:
        return None
    if document.format not in {"html", "epub", "docx"}:
        check(document, data)
    return document


@given(st.binary(max_size=400), NAMES)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    read_or_refuse(data, name)


@given(TEXTS, NAMES, ENCODINGS)
def test_any_text_in_any_encoding_is_read_or_refused(text: str, name: str, encoding: str) -> None:
    read_or_refuse(text.encode(encoding, errors="replace"), name)


@given(TEXTS, st.binary(max_size=6), st.integers(0, 400), NAMES)
def test_any_damage_to_a_text_is_read_or_refused(
    text: str, damage: bytes, place: int, name: str
) -> None:
    data = text.encode()
    read_or_refuse(data[:place] + damage + data[place:], name)


@given(st.binary(max_size=100), st.sampled_from(["utf-8", "utf-16", "utf-7", "cp1252", "gb18030"]))
def test_any_encoding_asked_for_reads_or_refuses(data: bytes, encoding: str) -> None:
    read_or_refuse(data, "a.txt", encoding)


@given(TEXTS, NAMES)
def test_no_letter_of_plain_text_is_lost(text: str, name: str) -> None:
    text = text.replace("\0", "")  # a NUL beside each letter makes it UTF-16
    document = read_or_refuse(text.encode(), name)
    if document is not None and document.format == "plain":
        inside = "".join(document[span] for span in document.paragraphs)
        assert sorted(filter(str.isalnum, inside)) == sorted(filter(str.isalnum, text))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.nwd"])
@pytest.mark.parametrize("piece", sorted({*PROSE, *SPACE, *MARKDOWN, *NOVELWRITER, "a: b\n"}))
def test_endless_repetition_is_read_or_refused(piece: str, name: str) -> None:
    read_or_refuse(("Once. " + piece * 5_000).encode(), name)
    read_or_refuse(("Once. " + (piece + "\n") * 5_000).encode(), name)
