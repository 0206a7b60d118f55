"""Reads XML without following anything that it refers to."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO

from lxml import etree

from fabula.errors import BrokenFileError

_HALF_PAIR = re.compile(rb"&#(?:0{0,9}5(?:5[2-9]|6\d|7[0-3])\d\d|[xX]0{0,9}[dD][89a-fA-F]\w\w);?")
"""References to halves of UTF-16 pairs, U+D800 to U+DFFF, and some of their neighbours."""


def parse(data: bytes, name: str, member: str) -> etree._Element:
    """The root element of an XML file; small damage is repaired as browsers do.

    No document type, entity or address outside the file is ever fetched, entities are not
    expanded, and libxml2's limits on depth and size hold.

    Raises:
        BrokenFileError: if there is no XML in it, or it declares entities.
    """
    if b"<!ENTITY" in data:
        raise BrokenFileError(_broken(name, member, "entities of its own, as attacks declare them"))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_repaired(data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenFileError(_broken(name, member, str(error))) from error
    if root is None:
        raise BrokenFileError(_broken(name, member, "no element in it"))
    return root


def stream(data: bytes, name: str, member: str, tags: Sequence[str]) -> Iterator[etree._Element]:
    """The elements with these names, each as soon as it ends; for files too large for a tree.

    What can be read of a file is as safe as with `parse`; here damage is not repaired.

    Raises:
        BrokenFileError: if it is no XML, or has a document type, which the formats read in this
            way never have.
    """
    data = _repaired(data)
    if b"<!DOCTYPE" in data[:4096]:
        raise BrokenFileError(_broken(name, member, "a document type"))
    try:
        for _, element in etree.iterparse(
            BytesIO(data),
            tag=tags,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        ):
            yield element
    except etree.XMLSyntaxError as error:
        raise BrokenFileError(_broken(name, member, str(error))) from error


def _repaired(data: bytes) -> bytes:
    """The bytes with U+FFFD where they are not the UTF-8 that they should be.

    libxml2 lets halves of UTF-16 pairs through, and lxml fails when it meets them later.
    """
    head = data[:200].lower()
    if b"\0" not in head and (b"encoding" not in head or b"utf-8" in head):
        data = data.decode("utf-8", errors="replace").encode()
    return _HALF_PAIR.sub(b"&#xFFFD;", data)


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace, empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without namespace, empty if it is not there."""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def words(element: etree._Element) -> str:
    """All the text inside an element, on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _broken(name: str, member: str, reason: str) -> str:
    reason = " ".join(reason.split())  # libxml2's are of several lines
    return (
        f"{name}: expected XML in '{member}', found something else ({reason}); "
        "download or convert the file again"
    )
