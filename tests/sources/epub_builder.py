"""Makes small EPUBs: the files around the pages, and the archive."""

import io
import warnings
import zipfile
from collections.abc import Mapping

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "ncx": "application/x-dtbncx+xml",
    "png": "image/png",
    "otf": "font/otf",
}


def page(body: str, body_attributes: str = "") -> str:
    """A page of XHTML."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">\n'
        f"<head><title>x</title></head>\n<body{body_attributes}>{body}</body></html>"
    )


def nav(entries: str, landmarks: str = "") -> str:
    """A navigation page; `entries` are `<li>`s."""
    return page(
        f'<nav epub:type="toc"><h1>Contents</h1><ol>{entries}</ol></nav>'
        f'<nav epub:type="landmarks"><ol>{landmarks}</ol></nav>'
    )


def ncx(points: str) -> str:
    """An EPUB 2 table of contents; `points` are `point(...)`s."""
    return (
        '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "x.dtd">'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'
    )


def point(title: str, source: str, inner: str = "") -> str:
    """One entry of an EPUB 2 table of contents."""
    return (
        f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{source}'/>{inner}"
        "</navPoint>"
    )


def package(
    files: Mapping[str, str],
    metadata: str = "",
    guide: str = "",
    spine: Mapping[str, str] | None = None,
) -> str:
    """A package file that lists `files`; pages are read in their order, unless `spine` says."""
    items = "".join(
        f'<item id="i{number}" href="{name}" media-type="{TYPES[name.rpartition(".")[2]]}"'
        + (' properties="nav"' if name == "nav.xhtml" else "")
        + "/>"
        for number, name in enumerate(files)
    )
    numbers = {name: number for number, name in enumerate(files)}
    order = spine or {name: "" for name in files if name.endswith("xhtml") and name != "nav.xhtml"}
    refs = "".join(f'<itemref idref="i{numbers[name]}" {rest}/>' for name, rest in order.items())
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{refs}</spine><guide>{guide}</guide></package>"
    )


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive of these members."""
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two members of the same name, where a test wants them
        with zipfile.ZipFile(file, "w", method) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
    return file.getvalue()


def epub(
    files: Mapping[str, str],
    metadata: str = "<dc:title>Kite</dc:title>",
    guide: str = "",
    spine: Mapping[str, str] | None = None,
    extra: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """An EPUB of these files, which lie in `OEBPS/`; `extra` are added as they are."""
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/content.opf": package(files, metadata, guide, spine),
            **{f"OEBPS/{name}": content for name, content in files.items()},
            **(extra or {}),
        }
    )
