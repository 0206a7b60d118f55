"""Which of the encodings from before Unicode a text is in.

Detectors that compare letter frequencies go wrong on English, where a whole novel may hold one
accent and otherwise only quotation marks. What tells the encodings apart there is whether each
byte, read as a letter or mark, makes sense between its neighbours: “don’t” against “donÕt”.
"""

import re
from itertools import islice

from msgspec import Struct


class Guess(Struct, frozen=True):
    """An encoding and, in words, why it was taken."""

    encoding: str
    reason: str


_WESTERN = ("cp1252", "mac_roman", "cp437")
"""Windows, old Mac, DOS: in order of how likely an English file is in them."""

_SAMPLE = 20_000
"""How many characters outside ASCII are looked at; a novel has about as many."""

_DETECTOR_BYTES = 64 * 1024
"""What charset-normalizer sees: it tries dozens of encodings, and its answer settles early."""

_WESTERN_SHARE = 0.5
"""English, French or German have at most one letter in eight outside ASCII, and few lines have
more marks than letters; Cyrillic, Greek or Japanese text has hardly any letters inside."""

_HIGH = re.compile(r"[^\x00-\x7f]")
_OPENING = frozenset("“‘„‚«‹¿¡")
_CLOSING = frozenset("”’»›")
_ANYWHERE = frozenset("–—…•·\xa0©®™°£€§¶†‡×½¼¾²³\xad")


def guess(data: bytes) -> Guess | None:
    r"""The likeliest encoding of `data`, which is not UTF-8; None if nothing fits.

    Example: `guess(b"don\xd5t")` is Mac Roman, since “donÕt” is no word.
    """
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    letters = sum(map(data.count, _ASCII_LETTERS))
    if high > _WESTERN_SHARE * (letters + high):
        return _detected(data)
    order = _WESTERN
    if b"\n" not in data and b"\r" in data:
        order = ("mac_roman", "cp1252", "cp437")  # lines ended in CR on the old Mac alone
    scores = {encoding: _plausibility(data, encoding) for encoding in order}
    best = max(order, key=scores.__getitem__)
    reason = f"{scores[best]:.0%} of its letters and marks outside ASCII fit where they stand"
    return Guess(best, reason)


_ASCII_LETTERS = [bytes([code]) for code in range(0x41, 0x7B) if chr(code).isalpha()]


def _plausibility(data: bytes, encoding: str) -> float:
    """The share of characters outside ASCII that make sense between their neighbours."""
    text = f" {data.decode(encoding, errors='replace')} "
    total = good = 0
    for found in islice(_HIGH.finditer(text), _SAMPLE):
        index = found.start()
        total += 1
        good += _fits(text[index - 1], found[0], text[index + 1])
    return good / max(total, 1)


def _fits(before: str, character: str, after: str) -> bool:
    """Whether a character can stand between these two.

    An opening mark follows a space, a dash or another mark; a closing one follows something; a
    capital does not follow a small letter; a small letter does not come before a capital.
    """
    if character in _ANYWHERE:
        return True
    if character in _OPENING:
        return not before.isalnum() and not after.isspace()
    if character in _CLOSING:
        return not before.isspace() or (character == "’" and after.isalpha())
    if character.isupper():
        return not before.islower()
    if character.islower():
        return not after.isupper() and (before.isalpha() or after.isalpha() or before.isspace())
    return False


def _detected(data: bytes) -> Guess | None:
    from charset_normalizer import from_bytes  # slow to import, rarely needed

    cut = data.rfind(b"\n", 0, _DETECTOR_BYTES) + 1 or _DETECTOR_BYTES
    best = from_bytes(data if len(data) <= _DETECTOR_BYTES else data[:cut]).best()
    if best is None:
        return None
    return Guess(best.encoding, f"charset-normalizer finds {1 - best.chaos:.0%} of it coherent")
