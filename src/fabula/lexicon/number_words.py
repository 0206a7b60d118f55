"""Numbers in words, as headings write them: Chapter Twelve, Phase the Second.

Closed classes of English, written by hand.
"""

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

CARDINALS = {word: value for value, word in enumerate(_UNITS + _TEENS, start=1)}
"""“one” to “nineteen”."""

TENS = {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
"""“twenty” to “ninety”, which may be followed by one of the first nine cardinals."""

ORDINALS = {
    word: value
    for value, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
        """.split(),
        start=1,
    )
}
"""“first” to “nineteenth”."""

TENS_ORDINALS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split(),
        strict=True,
    )
}
"""“twentieth” to “ninetieth”."""
