"""Files made to break readers, from the test suites of epubcheck, html5lib and others.

The folder holds `epubcheck-resources.tar.xz` (books, packed and unpacked), `html5lib-tests.tar.xz`
(pieces of HTML) and `blns.json` (naughty strings); what is missing there is left out.
"""

import json
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from evaluation.fuzz_inputs import Input, packed

_READABLE = {".epub", ".xhtml", ".html", ".htm", ".xml", ".opf", ".ncx", ".svg", ".txt", ".md"}


def malformed(folder: Path) -> Iterator[Input]:
    """Everything in the folder as single files to read.

    Raises:
        FileNotFoundError: if none of the three is there.
    """
    books = folder / "epubcheck-resources.tar.xz"
    pages = folder / "html5lib-tests.tar.xz"
    strings = folder / "blns.json"
    if not any(path.exists() for path in (books, pages, strings)):
        raise FileNotFoundError(f"{folder}: expected one of {books.name}, {pages.name}, blns.json")
    if books.exists():
        yield from _epubcheck(dict(_members(books)))
    if pages.exists():
        yield from _html5lib(dict(_members(pages)))
    if strings.exists():
        yield from _strings(json.loads(strings.read_text(encoding="utf-8")))


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(path) as archive:
        for member in archive:
            file = archive.extractfile(member)
            if file is not None:
                yield member.name, file.read()


def _epubcheck(files: dict[str, bytes]) -> Iterator[Input]:
    """Packed books as they are, unpacked ones packed, and their parts one by one."""
    for name, data in files.items():
        path = PurePosixPath(name)
        if path.suffix.lower() in _READABLE:
            yield Input(f"epubcheck {name}", path.name, data)
    for root, members in _books(files):
        yield Input(f"epubcheck {root}/", f"{PurePosixPath(root).name}.epub", packed(members))


def _books(files: dict[str, bytes]) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The folders that hold an unpacked EPUB, each with its members in their order."""
    marks = ("/mimetype", "/META-INF/container.xml")
    roots = {name.removesuffix(mark) for name in files for mark in marks if name.endswith(mark)}
    books: dict[str, dict[str, bytes]] = {root: {} for root in sorted(roots)}
    for name, data in files.items():
        for parent in PurePosixPath(name).parents:
            if str(parent) in books:
                books[str(parent)][str(PurePosixPath(name).relative_to(parent))] = data
    for root, members in books.items():
        first = {name: members[name] for name in ("mimetype",) if name in members}
        yield root, first | members


def _html5lib(files: dict[str, bytes]) -> Iterator[Input]:
    """The pieces of HTML that the tokenizer tests and the encoding tests are made of."""
    for name, data in files.items():
        if name.endswith(".test"):
            tests = json.loads(data)
            cases: Iterable[object] = tests.get("tests", ()) if isinstance(tests, dict) else ()
            for number, case in enumerate(cases):
                source = str(case.get("input", "")) if isinstance(case, dict) else ""
                page = f"<!DOCTYPE html><p>Once. {source}"
                yield Input(f"{name} {number}", "page.html", page.encode(errors="replace"))
        elif name.endswith(".dat"):
            for number, part in enumerate(data.split(b"#data\n")[1:]):
                piece = part.split(b"#encoding")[0].split(b"#errors")[0]
                yield Input(f"{name} {number}", "page.html", piece)


def _strings(strings: Iterable[str]) -> Iterator[Input]:
    """Each string in a sentence, in a format that takes it as it is and in one that parses it."""
    for number, string in enumerate(strings):
        data = f"“{string}” said Ann.\n\n{string}\n\nBen laughed.\n".encode(errors="surrogatepass")
        for name in ("strings.txt", "strings.md", "strings.html"):
            yield Input(f"blns {number} as {name}", name, data)
