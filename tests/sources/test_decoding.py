"""Bytes to text."""

import json

import pytest

from fabula.errors import BinaryFileError, EncodingError, LimitError
from fabula.sources import decoding, limits
from fabula.sources.decoding import decode

PROSE = "“Don’t,” said Zoë — “the café is shut…”\nÉlan naïve – quite so.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"],
)
def test_the_encoding_is_told_and_rebuilds_the_bytes(encoding: str) -> None:
    data = (PROSE * 20).encode(encoding)
    decoded = decode(data, "a.txt")
    assert decoded.text == PROSE * 20
    assert decoded.encoding == encoding
    assert decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-32-be"])
def test_a_big_endian_mark_stays_so_that_the_bytes_can_be_rebuilt(encoding: str) -> None:
    data = ("\ufeff" + PROSE).encode(encoding)
    decoded = decode(data, "a.txt")
    assert decoded.encoding == encoding
    assert decoded.text == "\ufeff" + PROSE
    assert decoded.text.encode(encoding) == data


def test_certain_encodings_need_no_diagnostic() -> None:
    assert decode(PROSE.encode(), "a.txt").diagnostics == ()


def test_an_assumed_encoding_is_reported() -> None:
    (diagnostic,) = decode(PROSE.encode("cp1252"), "a.txt").diagnostics
    assert diagnostic.code == "encoding-assumed"
    assert diagnostic.message.startswith("assumed cp1252: 100% of its letters")


def test_a_declared_encoding_is_taken_on_its_word() -> None:
    data = "Fire na łące.".encode("iso8859-2")
    decoded = decode(data, "a.txt", declared="ISO-8859-2")
    assert decoded.text == "Fire na łące."
    assert decoded.diagnostics == ()


def test_declared_latin1_with_quotation_marks_is_windows() -> None:
    assert decode(PROSE.encode("cp1252"), "a.txt", declared="ISO-8859-1").text == PROSE


@pytest.mark.parametrize("declared", ["no-such-code", "utf-16", "hex", "idna", "a\0b"])
def test_a_declaration_that_cannot_be_true_is_ignored(declared: str) -> None:
    assert decode(PROSE.encode("cp1252"), "a.txt", declared=declared).text == PROSE


def test_utf8_wins_over_a_wrong_declaration() -> None:
    assert decode(PROSE.encode(), "a.txt", declared="ISO-8859-1").text == PROSE


def test_an_encoding_asked_for_overrides_everything() -> None:
    decoded = decode("Zoë".encode(), "a.txt", encoding="latin-1")
    assert decoded.text == "ZoÃ«"
    assert decoded.text.encode(decoded.encoding or "") == "Zoë".encode()


def test_utf8_asked_for_still_drops_the_mark() -> None:
    decoded = decode(b"\xef\xbb\xbfOnce.", "a.txt", encoding="UTF-8")
    assert (decoded.text, decoded.encoding) == ("Once.", "utf-8-sig")


def test_bytes_that_are_not_in_the_encoding_asked_for_are_refused() -> None:
    message = r"expected text in ascii, found byte 0xc3 at offset 8 \(line 2\)"
    with pytest.raises(EncodingError, match=message):
        decode("Once.\nZoë".encode(), "a.txt", encoding="ascii")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", "idna", "undefined", "a\0b"])
def test_an_encoding_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(EncodingError, match="expected the name of an encoding"):
        decode(b"Once.", "a.txt", encoding=name)


def test_stray_windows_bytes_in_utf8_are_repaired() -> None:
    data = PROSE.encode() + "It’s late.".encode("cp1252")
    decoded = decode(data, "a.txt")
    assert decoded.text == PROSE + "It’s late."
    assert decoded.encoding is None
    assert [note.code for note in decoded.diagnostics] == ["bytes-repaired"]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"gull \xed\xa0\xbd\xed\xb8\x80 kite", "gull \U0001f600 kite"),
        (b"gull \xed\xa0\x80 kite", "gull \ufffd kite"),
        ("\ufeffgull ".encode("utf-16-le") + b"\x00\xd8 \x00", "gull \ufffd "),
        ("\ufeffgull".encode("utf-16-le") + b"x", "gull\ufffd"),
    ],
)
def test_surrogates_never_reach_the_text(data: bytes, text: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == text
    assert decoded.encoding is None
    assert len(decoded.diagnostics) == 1
    json.dumps(decoded.text).encode()
    decoded.text.encode()


def test_surrogates_in_text_from_elsewhere_are_replaced_one_for_one() -> None:
    decoded = decoding.from_string("a\ud800b", "a.txt")
    assert decoded.text == "a\ufffdb"
    assert decoded.encoding is None


def test_stray_nuls_are_kept() -> None:
    assert decode(b"Once\0 upon a time.", "a.txt").text == "Once\0 upon a time."


def test_nuls_at_the_end_after_a_crash_are_kept() -> None:
    data = b"Once upon a time." + b"\0" * 4096
    assert len(decode(data, "a.txt").text) == len(data)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\0\0\0\1" * 1000,
        b"\xff\xfe" + b"\x01\0" * 100,
        b"\xff\xfe" + b"\x00\xd8" * 100,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFileError, match=r"found (binary data|bytes that are not)"):
        decode(data, "a.txt")


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_TEXT_CHARACTERS", 100)
    for data in (b"x" * 101, b"x" * 401):
        with pytest.raises(LimitError, match="at most 100 characters"):
            decode(data, "a.txt")
    with pytest.raises(LimitError):
        decoding.from_string("x" * 101, "a.txt")
    assert limits.MAX_TEXT_CHARACTERS > 10_000_000
