"""Inputs for fuzzing the readers: small sound files of every kind, and ways to damage them."""

import io
import zipfile
from collections.abc import Iterator
from random import Random

from msgspec import Struct

_PROSE = """“Ready?” asked Ann, and she held the kite up with *both* hands.

“Ready,” said Ben – though the wind, as Zoë had warned them, was too strong…

* * *

The gull on the harbour wall looked at them. _Children_, it thought."""

_PARAGRAPHS = "".join(
    f"<p>{line.replace('*both*', '<em>both</em>')}</p>" for line in _PROSE.split("\n\n")
)

_HTML = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Kite</title>
<style>.hide {{ display: none }}</style></head><body><div id="preface"><h1>Kite</h1>
<div class="byline">by <a rel="author" href="#">Ann Bell</a></div></div>
<div id="chapters"><h2 class="heading">Chapter 1: Wind</h2><div class="userstuff">
{_PARAGRAPHS}<hr/><p align="center">***</p><p>&nbsp;</p><p>She let go.<br>It flew.</p>
<blockquote><p>&ldquo;Dear Mara&rdquo;</p></blockquote></div></div></body></html>"""

_XHTML = f"""<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Kite</title></head>
<body><h2 id="c1">Wind</h2>{_PARAGRAPHS}<h2 id="c2">Rain</h2>{_PARAGRAPHS}</body></html>"""

_CONTAINER = """<?xml version="1.0"?><container version="1.0"
xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile
full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""

_PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0"
unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Kite</dc:title><dc:creator>Ann Bell</dc:creator><dc:language>en</dc:language>
<dc:identifier id="id">kite</dc:identifier></metadata><manifest>
<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>"""

_NCX = """<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
<navMap><navPoint id="n1"><navLabel><text>Wind</text></navLabel>
<content src="a.xhtml#c1"/></navPoint><navPoint id="n2"><navLabel><text>Rain</text></navLabel>
<content src="b%20b.xhtml#c2"/></navPoint></navMap></ncx>"""

_OOXML = "http://schemas.openxmlformats.org"
_PARTS = "application/vnd.openxmlformats"
_DOCX_TYPES = f"""<?xml version="1.0"?><Types xmlns="{_OOXML}/package/2006/content-types">
<Default Extension="rels" ContentType="{_PARTS}-package.relationships+xml"/>
<Override PartName="/word/document.xml"
ContentType="{_PARTS}-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_DOCX_LINKS = f"""<?xml version="1.0"?>
<Relationships xmlns="{_OOXML}/package/2006/relationships"><Relationship Id="r1"
Type="{_OOXML}/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"""
_DOCX_BODY = f"""<?xml version="1.0"?>
<w:document xmlns:w="{_OOXML}/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Wind</w:t></w:r></w:p>
<w:p><w:r><w:t>“Ready?” asked </w:t></w:r>
<w:ins w:id="1" w:author="B"><w:r><w:t>Ann</w:t></w:r></w:ins>
<w:del w:id="2" w:author="B"><w:r><w:delText>Zoë</w:delText></w:r></w:del></w:p>
<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>#</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>Ready,</w:t></w:r><w:r><w:br/><w:t>said Ben.</w:t></w:r></w:p>
</w:body></w:document>"""


class Input(Struct, frozen=True):
    """A file to read; `label` says how it came about."""

    label: str
    name: str
    data: bytes


def samples() -> tuple[Input, ...]:
    """A sound file of every kind that is read, and of every encoding."""
    texts = {
        "plain": ("kite.txt", _PROSE),
        "wrapped": ("kite.txt", "\n".join(_wrapped(_PROSE.replace("\n\n", " "), 60))),
        "markdown": (
            "kite.md",
            f"---\ntitle: Kite\n---\n\n# Kite\n\n## Wind\n\n> {_PROSE}\n\n---\n",
        ),
        "novelwriter": ("kite.nwd", f"#! Kite\n\n## Wind\n\n### Scene\n\n@pov: Ann\n\n{_PROSE}\n"),
        "gutenberg": (
            "kite.txt",
            "Title: Kite\n\n*** START OF THE PROJECT GUTENBERG EBOOK KITE ***\n\n"
            f"{_PROSE}\n\n*** END OF THE PROJECT GUTENBERG EBOOK KITE ***\n\nSection 1.\n",
        ),
        "fanficfare": (
            "kite.txt",
            "\n\nKite\n\nby Ann\n\n\nGenre: Sea\nStatus: Done\nPackaged: 1\nStory URL: x\n\n\n"
            f"TABLE OF CONTENTS\n\n1. Wind\n\n\n\t1. Wind\n\n{_PROSE}\n\n\nEnd file.\n",
        ),
        "html": ("kite.html", _HTML),
        "xhtml": ("kite.xhtml", _XHTML),
    }
    files = [Input(kind, name, text.encode()) for kind, (name, text) in texts.items()]
    files += [
        Input(encoding, "kite.txt", _PROSE.replace("\n", end).encode(encoding, errors="replace"))
        for encoding, end in [("cp1252", "\r\n"), ("mac_roman", "\r"), ("utf-16", "\r\n")]
    ]
    return (*files, Input("epub", "kite.epub", _epub()), Input("docx", "kite.docx", _docx()))


def _wrapped(text: str, width: int) -> Iterator[str]:
    return (text[start : start + width].strip() for start in range(0, len(text), width))


def _epub() -> bytes:
    return packed(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": _CONTAINER.encode(),
            "OEBPS/content.opf": _PACKAGE.encode(),
            "OEBPS/toc.ncx": _NCX.encode(),
            "OEBPS/a.xhtml": _XHTML.encode(),
            "OEBPS/b b.xhtml": _XHTML.encode(),
        }
    )


def _docx() -> bytes:
    return packed(
        {
            "[Content_Types].xml": _DOCX_TYPES.encode(),
            "_rels/.rels": _DOCX_LINKS.encode(),
            "word/document.xml": _DOCX_BODY.encode(),
        }
    )


def packed(members: dict[str, bytes]) -> bytes:
    """A ZIP archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=stored)
    return file.getvalue()


_TOKENS = (
    *(b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\r", b"\r\n", b"\n\n\n"),
    *(b"<div>", b"</div>", b"<p>", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<table>", b"<br>"),
    *(b"&amp;", b"&#0;", b"&#x110000;", b"&#xd800;", b"&lt", b"<!DOCTYPE a [", b"<?xml ?>"),
    *(b"*", b"_", b"**", b"```\n", b"# ", b"> ", b"---\n", b"\t", b"    ", b"%", b"@pov: ", b"[i]"),
    *("“".encode(), "”".encode(), "\u2028".encode(), "\u202e".encode(), b"../", b"\\", b"%00"),
    *(b"PK\x01\x02", b"PK\x05\x06", b"-1", b"4294967295", b"'", b'"', b"=", b"<", b">"),
)


def mutated(number: int, seed: int, files: tuple[Input, ...]) -> Input:
    """The file of this number: the same for the same seed, whatever came before it."""
    random = Random(f"{seed}:{number}")
    file = random.choice(files)
    data = file.data
    if data.startswith(b"PK") and random.random() < 0.7:
        data = _with_damaged_member(data, random)
    else:
        data = damaged(data, random, files)
    name = random.choice(files).name if random.random() < 0.05 else file.name
    return Input(f"input {number} (seed {seed}, from {file.label})", name, data)


def damaged(data: bytes, random: Random, files: tuple[Input, ...] = ()) -> bytes:
    """The bytes with one to eight random changes."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        start = random.randint(0, len(changed))
        end = min(len(changed), start + random.choice((1, 1, 2, 8, 64, 1000)))
        match random.randrange(8):
            case 0 if start < len(changed):
                changed[start] ^= 1 << random.randrange(8)
            case 1:
                del changed[start:end]
            case 2:
                changed[start:start] = changed[start:end] * random.choice((1, 2, 50))
            case 3:
                changed[start:start] = random.choice(_TOKENS) * random.choice((1, 1, 3, 500))
            case 4:
                changed[start:end] = random.randbytes(end - start)
            case 5 if random.random() < 0.3:
                del changed[start:]
            case 6 if files:
                other = random.choice(files).data
                cut = random.randint(0, len(other))
                changed[start:end] = other[cut : cut + 200]
            case _:
                changed[start:end] = random.choice(_TOKENS)
    return bytes(changed[:1_000_000])


def _with_damaged_member(data: bytes, random: Random) -> bytes:
    """The archive with sound structure and damage inside, or with a member lost or renamed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(sorted(members))
    content = members[name]
    match random.randrange(6):
        case 0:
            del members[name]
        case 1:
            members[f"../{name}"] = members.pop(name)
        case _:
            members[name] = damaged(content, random)
    return packed(members)
