"""XML that is not what it should be."""

import pytest

from fabula.errors import BrokenFileError
from fabula.sources import safe_xml


@pytest.mark.parametrize(
    "data",
    [
        b'<a title="x&#xd800;y">x&#xd800;y</a>',
        b'<a title="x&#55296;y">x&#56319y</a>',
        b'<a title="x\xed\xa0\x80y">x\xed\xa0\x80y</a>',
        b'<?xml version="1.0" encoding="UTF-8"?><a title="x\xffy">x\xffy</a>',
    ],
)
def test_halves_of_pairs_and_stray_bytes_become_replacement_characters(data: bytes) -> None:
    root = safe_xml.parse(data, "book.epub", "content.opf")
    for words in (safe_xml.attribute(root, "title"), safe_xml.words(root)):
        assert "\ufffd" in words
        assert (words[0], words[-1]) == ("x", "y")


def test_a_declared_encoding_is_used() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-1"?><a title="Zoë"/>'.encode("latin-1")
    assert safe_xml.attribute(safe_xml.parse(data, "a", "b"), "title") == "Zoë"


@pytest.mark.parametrize("data", [b"", b"no XML at all", b"\0\0\0"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFileError, match=r"expected XML in 'content\.opf'"):
        safe_xml.parse(data, "book.epub", "content.opf")


def test_what_the_parser_says_is_put_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("Invalid character\n, line 1")

    monkeypatch.setattr(safe_xml.etree, "fromstring", refuse)
    with pytest.raises(BrokenFileError, match=r"found something else \(Invalid character , line"):
        safe_xml.parse(b"<a/>", "book.epub", "content.opf")
