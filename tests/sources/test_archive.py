"""Hostile and damaged archives. The bombs are made here, none is kept."""

import io
import struct
import time
import zipfile
import zlib

import pytest
from epub_builder import packed

from fabula.errors import BrokenFileError, EncryptedFileError, LimitError
from fabula.sources import archive as archives
from fabula.sources.archive import Archive, leads_out, resolve


def one(name: str, content: bytes = b"x") -> Archive:
    return Archive(packed({name: content}), "kite.epub")


def test_files_are_read_by_name() -> None:
    archive = Archive(packed({"a.txt": "wind", "b/c.txt": "rain"}), "kite.epub")
    assert archive.names == ("a.txt", "b/c.txt")
    assert archive.read("b/c.txt") == b"rain"
    assert archive.diagnostics == []


@pytest.mark.parametrize("path", ["Text/Ch 1.xhtml", "text/ch%201.xhtml", "TEXT/CH 1.XHTML"])
def test_other_spellings_of_a_name_are_found(path: str) -> None:
    assert one("Text/Ch 1.xhtml").find(path) == "Text/Ch 1.xhtml"


def test_an_exact_name_counts_over_another_spelling() -> None:
    archive = Archive(packed({"A.txt": "1", "a.txt": "2"}), "kite.epub")
    assert (archive.find("A.txt"), archive.find("a.txt")) == ("A.txt", "a.txt")
    assert archive.find("b.txt") is None


@pytest.mark.parametrize(
    "name", ["../up.xhtml", "/etc/passwd", "a/../../b", "C:/x", "..\\up", "a\x01b"]
)
def test_names_that_lead_out_are_left_out(name: str) -> None:
    archive = one(name)
    assert archive.names == ()
    assert [note.code for note in archive.diagnostics] == ["unsafe-name"]


def test_backslashes_are_folders() -> None:
    assert one("OEBPS\\a.xhtml").names == ("OEBPS/a.xhtml",)


def test_names_in_utf8_without_its_flag_are_read() -> None:
    data = packed({"Zoë.txt": "x"})
    plain = data.replace(struct.pack("<HH", 20, 0x800), struct.pack("<HH", 20, 0))
    assert plain != data
    assert Archive(plain, "a.epub").find("Zoë.txt") == "Zoë.txt"


def test_links_are_left_out() -> None:
    info = zipfile.ZipInfo("link.xhtml")
    info.external_attr = 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(info, "/etc/passwd")
    assert Archive(file.getvalue(), "a.epub").names == ()


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, packed({"a": "x"})[:-1], b"PK\x05\x06"]
)
def test_what_is_no_whole_archive_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFileError, match=r"kite\.epub: expected a whole ZIP archive"):
        Archive(data, "kite.epub")


def test_damaged_contents_are_refused() -> None:
    data = bytearray(packed({"a": b"wind " * 100}, zipfile.ZIP_STORED))
    data[40] ^= 0xFF
    with pytest.raises(BrokenFileError, match="CRC"):
        Archive(bytes(data), "kite.epub").read("a")


def test_a_password_is_refused() -> None:
    data = bytearray(packed({"a": "x"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(EncryptedFileError, match="locked with a password"):
        Archive(bytes(data), "kite.epub").read("a")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    with pytest.raises(BrokenFileError, match="packed by deflate"):
        Archive(packed({"a": "x"}, method), "kite.epub").read("a")


def seconds(start: float) -> float:
    return time.process_time() - start


def test_a_file_that_unpacks_too_far_is_refused_at_once() -> None:
    archive = one("a", bytes(50_000_000))
    start = time.process_time()
    with pytest.raises(LimitError, match="'a' to unpack to at most"):
        archive.read("a")
    assert seconds(start) < 1


def test_a_small_file_may_unpack_as_far_as_it_likes() -> None:
    assert len(one("a", bytes(1_000_000)).read("a")) == 1_000_000


def test_many_files_that_unpack_too_far_together_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "MAX_UNPACKED_BYTES", 250_000)
    archive = Archive(packed({name: bytes(100_000) for name in "abc"}), "kite.epub")
    archive.read("a")
    archive.read("b")
    with pytest.raises(LimitError):
        archive.read("c")


def test_a_size_that_is_not_true_is_not_believed() -> None:
    data = bytearray(packed({"a": bytes(50_000_000)}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        where = data.index(signature) + offset
        data[where : where + 4] = struct.pack("<I", 2_000_000_000)
    with pytest.raises(LimitError):
        Archive(bytes(data), "kite.epub").read("a")


def test_too_many_files_are_refused_before_they_are_listed() -> None:
    directory = b"PK\x01\x02" + bytes(42)
    start = time.process_time()
    with pytest.raises(LimitError, match="at most 20,000 files"):
        Archive(directory * 100_000, "kite.epub")
    assert seconds(start) < 1


def overlapping(names: int) -> bytes:
    """An archive whose directory points at one stretch of the file over and over."""
    packed_bytes = zlib.compress(bytes(100_000), 9)[2:-4]
    checksum = zlib.crc32(bytes(100_000))
    fields = (20, 0, 8, 0, 0, checksum, len(packed_bytes), 100_000)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *fields, 1, 0) + b"a" + packed_bytes
    entry = struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, *fields, 1, 0, 0, 0, 0, 0, 0)
    directory = (entry + b"a") * names
    end = struct.pack(
        "<4sHHHHIIH", b"PK\x05\x06", 0, 0, names, names, len(directory), len(local), 0
    )
    return local + directory + end


def test_files_that_share_bytes_of_the_archive_are_refused() -> None:
    assert Archive(overlapping(1), "kite.epub").read("a") == bytes(100_000)
    with pytest.raises(LimitError, match="overlap"):
        Archive(overlapping(2), "kite.epub")


@pytest.mark.parametrize(
    ("base", "reference", "target"),
    [
        ("OEBPS/toc.ncx", "a.xhtml", ("OEBPS/a.xhtml", "")),
        ("OEBPS/toc.ncx", "text/ch%201.xhtml#c1", ("OEBPS/text/ch 1.xhtml", "c1")),
        ("OEBPS/x/nav.xhtml", "../a.xhtml?x=1", ("OEBPS/a.xhtml", "")),
        ("a/b.xhtml", "#c", ("a/b.xhtml", "c")),
        ("word/document.xml", "/word/styles.xml", ("word/styles.xml", "")),
        ("", "OEBPS/a.xhtml", ("OEBPS/a.xhtml", "")),
        ("a/b.xhtml", "https://x/y", None),
        ("a/b.xhtml", "//x/y", None),
        ("a/b.xhtml", "file:///etc/passwd", None),
        ("a/b.xhtml", "data:text/html,x", None),
        ("a/b.xhtml", "../../x", None),
        ("a/b.xhtml", "%2e%2e/%2e%2e/x", None),
    ],
)
def test_references_stay_inside(base: str, reference: str, target: object) -> None:
    assert resolve(base, reference) == target


def test_paths_that_lead_out_are_known() -> None:
    assert leads_out("../x")
    assert leads_out("a/..")
    assert not leads_out("a..b/c")
