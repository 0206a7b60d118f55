"""Bytes to text: which encoding a file is in, and what had to be assumed."""

import codecs

from msgspec import Struct

from fabula.errors import EncodingError
from fabula.text import Diagnostic


class Decoded(Struct, frozen=True):
    """The text of a file and the encoding that rebuilds its bytes."""

    text: str
    encoding: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(
    data: bytes, name: str, encoding: str | None = None, declared: str | None = None
) -> Decoded:
    """Decode a text file."""
    if encoding:
        try:
            return Decoded(data.decode(encoding), encoding)
        except (LookupError, UnicodeError) as error:
            raise EncodingError(f"{name}: {error}") from error
    if data.startswith(codecs.BOM_UTF8):
        return Decoded(data.decode("utf-8-sig"), "utf-8-sig")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1")
