"""Numbers as headings write them: 12, XII, Twelve, the Twelfth, 12th."""

import re

from fabula.lexicon.number_words import CARDINALS, ORDINALS, TENS, TENS_ORDINALS

_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}

_TENS_WORD = "|".join([*TENS, *TENS_ORDINALS])
_SMALL_WORD = "|".join(sorted([*CARDINALS, *ORDINALS], key=len, reverse=True))

NUMBER = (
    r"(?:\d{1,4}(?:st|nd|rd|th)?"
    rf"|(?:{_TENS_WORD})(?:[\s-](?:{_SMALL_WORD}))?"
    rf"|(?:{_SMALL_WORD})"
    r"|[ivxlcdm]{1,9})"
)
"""A pattern for a number in any of the four ways of writing it; use it with `re.IGNORECASE`."""

_ORDINAL_WORD = "|".join([*TENS_ORDINALS, *sorted(ORDINALS, key=len, reverse=True)])
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{'|'.join(TENS)})[\s-])?(?:{_ORDINAL_WORD}))"
"""A pattern for an ordinal number, for “the First Narrative”."""

_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)?", re.IGNORECASE)


def value_of(number: str) -> int | None:
    """The value of a number in digits, Roman numerals or words; None if it is none.

    `value_of("XIV")` and `value_of("Fourteen")` are 14, `value_of("dim")` is None.
    """
    text = number.strip().casefold()
    digits = _DIGITS.fullmatch(text)
    if digits:
        return int(digits[1])
    words = re.split(r"[\s-]+", text)
    if len(words) == 2 and words[0] in TENS:
        unit = CARDINALS.get(words[1]) or ORDINALS.get(words[1])
        return TENS[words[0]] + unit if unit else None
    for table in (CARDINALS, TENS, ORDINALS, TENS_ORDINALS):
        if text in table:
            return table[text]
    return _roman(text)


def _roman(text: str) -> int | None:
    """The value of Roman numerals; “VIIII” counts too, as old printers set it, “IIX” does not."""
    if not text or any(letter not in _ROMAN_VALUES for letter in text):
        return None
    values = [_ROMAN_VALUES[letter] for letter in text]
    total = 0
    for index, value in enumerate(values):
        following = values[index + 1] if index + 1 < len(values) else 0
        if value < following:
            before = values[index - 1] if index else following
            if (value, following) not in _SUBTRACTIONS or before < following:
                return None
            total -= value
        else:
            total += value
    return total


_SUBTRACTIONS = {(1, 5), (1, 10), (10, 50), (10, 100), (100, 500), (100, 1000)}
