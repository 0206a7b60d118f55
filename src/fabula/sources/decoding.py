"""Bytes to text: which encoding a file is in, and what had to be assumed.

Only a byte-order mark and strict UTF-8 are certain. Everything after them is evidence, weighed
in a fixed order, and reported as a diagnostic (`encoding-assumed`), because a wrong guess shows
up as wrong letters that the reader alone can recognise.
"""

import codecs
import re

from msgspec import Struct

from fabula.errors import BinaryFileError, EncodingError, LimitError
from fabula.sources import legacy_encodings
from fabula.sources.limits import MAX_TEXT_CHARACTERS
from fabula.text import Diagnostic


class Decoded(Struct, frozen=True):
    """The text of a file and the encoding that rebuilds its bytes.

    `text` holds no lone surrogates, so it can always be written as UTF-8. `encoding` is None
    where no encoding gives the bytes back, because some of them had to be repaired.
    """

    text: str
    encoding: str | None
    diagnostics: tuple[Diagnostic, ...] = ()


_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and the encoding that writes each one back. No encoding of Python's writes a
big-endian mark, so there the mark stays: the text's first character, in no paragraph."""

_DANGEROUS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape"}
"""Encodings of Python's that are not for files; some of them take quadratic time."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_STRAY_BYTE = re.compile("[\udc80-\udcff]")
_NOT_TEXT = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1a\x1b"))
"""Control characters that no text uses; tab, line ends, form feed, Ctrl-Z and escape are fine."""

_FEW_CONTROLS = 8
_CONTROL_SHARE = 0.01
"""A text may hold stray control characters: a few in any case, or one in a hundred. Compressed
and other binary data has one in ten."""


def decode(
    data: bytes, name: str, encoding: str | None = None, declared: str | None = None
) -> Decoded:
    """Decode a text file; `declared` is what the file says about itself, `encoding` overrides all.

    In order: a byte-order mark, UTF-16 by its pattern of NULs, strict UTF-8, the declared
    encoding, UTF-8 with a few damaged bytes, then Windows-1252, Mac Roman and DOS by what their
    letters would look like, and charset-normalizer for what is not Western.

    Raises:
        EncodingError: if the bytes are not text in the encoding asked for, or in any known one.
        BinaryFileError: if they are no text at all.
        LimitError: if there is more text than a story can have.
    """
    if len(data) > 4 * MAX_TEXT_CHARACTERS:  # no encoding takes more than four bytes a letter
        raise _too_long(name)
    if encoding:
        decoded = _as_asked(data, name, encoding)
    else:
        decoded = _marked(data, name) or _unmarked_utf16(data) or _unmarked(data, name, declared)
    if len(decoded.text) > MAX_TEXT_CHARACTERS:
        raise _too_long(name)
    _refuse_binary(decoded.text.encode(), name)
    return decoded


def from_string(text: str, name: str) -> Decoded:
    """Text that was decoded elsewhere, with each lone surrogate replaced by U+FFFD."""
    if len(text) > MAX_TEXT_CHARACTERS:
        raise _too_long(name)
    clean, count = _SURROGATE.subn("\ufffd", text)
    if count:
        return Decoded(clean, None, (_surrogates(count),))
    return Decoded(text, "utf-8")


def _as_asked(data: bytes, name: str, encoding: str) -> Decoded:
    try:
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        codec = "undefined"
    if codec == "utf-8" and data.startswith(codecs.BOM_UTF8):
        codec = "utf-8-sig"
    try:
        if codec.replace("_", "-") in _DANGEROUS:
            raise LookupError
        return _checked(data.decode(codec), codec, data)
    except LookupError:
        raise EncodingError(
            f"{name}: expected the name of an encoding such as utf-8 or cp1252, "
            f"found '{encoding}'; leave it out to let the file decide"
        ) from None
    except UnicodeError as error:
        raise EncodingError(
            f"{name}: expected text in {encoding}, found {_where(error, data)}; "
            "name another encoding, or leave it out to let the file decide"
        ) from error


def _where(error: UnicodeError, data: bytes) -> str:
    if not isinstance(error, UnicodeDecodeError) or error.start >= len(data):
        return "bytes that are not"
    line = data.count(b"\n", 0, error.start) + 1
    return f"byte 0x{data[error.start]:02x} at offset {error.start:,} (line {line:,})"


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding) or _damaged_utf16(data, name, encoding)
    return None


def _damaged_utf16(data: bytes, name: str, encoding: str) -> Decoded:
    """UTF-16 or UTF-32 cut off in the middle of a letter, or with lone surrogates in it."""
    text = data.decode(encoding, errors="replace")
    if text.count("\ufffd") > max(_FEW_CONTROLS, _CONTROL_SHARE * len(text)):
        raise BinaryFileError(
            f"{name}: expected {encoding} text, found bytes that are not; "
            "give a text, HTML, EPUB or DOCX file"
        )  # two bytes may look like a mark by chance
    return _checked(text, encoding, data)


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark.

    Why it holds: Latin letters and spaces have a NUL for their upper byte, so every second byte
    of English is one (but for curly quotation marks), and the bytes between are not.
    Misses: scripts other than Latin.
    """
    if data.startswith(codecs.BOM_UTF8):
        return None
    head = data[:4096]
    pairs = max(len(head) // 2, 1)
    low, high = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if high > 0.7 and low < 0.1:
        return _strict(data, "utf-16-le")
    if low > 0.7 and high < 0.1:
        return _strict(data, "utf-16-be")
    return None


def _unmarked(data: bytes, name: str, declared: str | None) -> Decoded:
    """Text in an encoding where ASCII stays ASCII."""
    _refuse_binary(data, name)
    utf8 = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    return (
        _strict(data, utf8)
        or (_as_declared(data, declared) if declared else None)
        or _with_surrogates(data, utf8)
        or _damaged_utf8(data, utf8)
        or _guessed(data, name)
    )


def _as_declared(data: bytes, declared: str) -> Decoded | None:
    """The encoding that the file names, where the file is indeed in it.

    Who declares Latin-1 or ASCII means Windows-1252, as browsers know: the quotation marks of
    many such files lie where Latin-1 has control characters.
    """
    try:
        codec = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    if codec.startswith(("utf-16", "utf-32")) or codec.replace("_", "-") in _DANGEROUS:
        return None  # a declaration that can be read byte by byte is not in these
    if codec in {"iso8859-1", "ascii"}:
        codec = "cp1252"
    return _strict(data, codec)


def _with_surrogates(data: bytes, encoding: str) -> Decoded | None:
    """UTF-8 in which some program wrote the halves of UTF-16 pairs; lone halves become U+FFFD."""
    try:
        text = data.decode(encoding, errors="surrogatepass")
    except UnicodeDecodeError:
        return None
    pairs = text.encode("utf-16-le", errors="surrogatepass")
    whole = pairs.decode("utf-16-le", errors="replace")
    return Decoded(whole, None, (_surrogates(len(_SURROGATE.findall(text))),))


def _damaged_utf8(data: bytes, encoding: str) -> Decoded | None:
    """UTF-8 with stray bytes of Windows-1252 in it, as when two files were pasted together.

    Why it holds: letters of other encodings rarely form a valid UTF-8 sequence by chance, so
    two good sequences for each bad byte show what the file is meant to be.
    """
    text = data.decode(encoding, errors="surrogateescape")
    stray = len(_STRAY_BYTE.findall(text))
    good = len(text) - len(text.encode("ascii", errors="ignore")) - stray
    if good < 2 * stray:
        return None
    repaired = _STRAY_BYTE.sub(_windows_letter, text)
    message = (
        f"bytes in a UTF-8 file that were read as Windows-1252: {stray:,}; "
        "name the encoding if letters look wrong"
    )
    return Decoded(repaired, None, (Diagnostic("bytes-repaired", message),))


def _windows_letter(found: re.Match[str]) -> str:
    return bytes([ord(found[0]) - 0xDC00]).decode("cp1252", errors="replace")


def _guessed(data: bytes, name: str) -> Decoded:
    guess = legacy_encodings.guess(data)
    if guess is None:
        raise EncodingError(
            f"{name}: expected text, found bytes in no encoding that could be told; "
            "name the encoding, such as shift_jis or cp1251"
        )
    message = f"assumed {guess.encoding}: {guess.reason}; name the encoding if letters look wrong"
    decoded = _checked(data.decode(guess.encoding, errors="replace"), guess.encoding, data)
    assumed = Diagnostic("encoding-assumed", message)
    return Decoded(decoded.text, decoded.encoding, (assumed, *decoded.diagnostics))


def _strict(data: bytes, encoding: str) -> Decoded | None:
    try:
        return _checked(data.decode(encoding), encoding, data)
    except (UnicodeError, LookupError):  # LookupError: a codec that is not for text
        return None


def _checked(text: str, encoding: str, data: bytes) -> Decoded:
    """The text as decoded, with the encoding only if it gives the bytes back."""
    clean, count = text, 0
    if not _is_clean(text):
        clean, count = _SURROGATE.subn("\ufffd", text)
    notes = [_surrogates(count)] if count else []
    if clean.encode(encoding, errors="replace") == data:
        return Decoded(clean, encoding, tuple(notes))
    damaged = clean.count("\ufffd") - count
    if damaged:
        message = f"damaged places in the {encoding} text that became U+FFFD: {damaged:,}"
        notes.append(Diagnostic("bytes-repaired", message))
    elif not notes:
        message = f"the {encoding} bytes are not the only ones for this text"
        notes.append(Diagnostic("bytes-not-rebuilt", message))
    return Decoded(clean, None, tuple(notes))


def _is_clean(text: str) -> bool:
    """Whether there is no lone surrogate; much faster than searching for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _surrogates(count: int) -> Diagnostic:
    message = f"halves of UTF-16 pairs that were joined, or became U+FFFD where alone: {count:,}"
    return Diagnostic("surrogates-repaired", message)


def _refuse_binary(data: bytes, name: str) -> None:
    shown = data.rstrip(b"\0")  # a crash may leave a file padded with NULs
    count = len(shown) - len(shown.translate(None, _NOT_TEXT))
    if count > _FEW_CONTROLS and count > _CONTROL_SHARE * len(shown):
        raise BinaryFileError(
            f"{name}: expected text, found binary data ({count:,} control characters); "
            "give a text, HTML, EPUB or DOCX file"
        )


def _too_long(name: str) -> LimitError:
    return LimitError(
        f"{name}: expected at most {MAX_TEXT_CHARACTERS:,} characters of text, found more; "
        "split the file"
    )
