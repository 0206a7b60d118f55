"""When a passage happens, as its opening says: “Three days later”, “By eight o’clock”."""

import re
from typing import Literal

from msgspec import Struct

from fabula.lexicon.break_words import TIME_UNITS
from fabula.lexicon.number_words import CARDINALS, ORDINALS, TENS, TENS_ORDINALS
from fabula.lexicon.time_words import DAYTIMES, FEASTS, MEALS, MONTHS, SEASONS, WEEKDAYS
from fabula.text import Span

Leap = Literal["later", "day", "hour", "waking", "soon"]
"""How a word on time moves the story: on by hours or more, to a day, to a part of a day or an
hour, to waking up, or on by less than an hour or by an unknown while."""

SHORT_UNITS = frozenset("second seconds moment moments minute minutes".split())

READ = 240
"""Characters of a passage in which its time is looked for: a sentence or two."""


class Time(Struct, frozen=True):
    """Words that say when a passage happens, and whether they are its first words."""

    span: Span
    leap: Leap
    opens: bool


def _any(*words: frozenset[str] | dict[str, int]) -> str:
    found = sorted({each for group in words for each in group}, key=lambda each: (-len(each), each))
    return "(?:" + "|".join(map(re.escape, found)) + ")"


_NUMBER = rf"(?:\d+|{_any(CARDINALS, TENS)}(?:[- ]{_any(CARDINALS)})?)"
_SHORT = _any(SHORT_UNITS)
_LONG = _any(TIME_UNITS - SHORT_UNITS)
_PERIOD = r"(?:day|week|month|year|term|summer|winter|afternoon|evening|night)"
_HOURS_OF = r"(?:dark|school|work|church|closing(?:\s+time)?)"
"""What a part of the day is called after: “after school”."""
_PLURAL = _any(frozenset(unit for unit in TIME_UNITS - SHORT_UNITS if unit.endswith("s")))
_DAYTIME = _any(DAYTIMES)
_DAY = _any(DAYTIMES, WEEKDAYS, SEASONS)
_SOME = rf"(?:{_NUMBER}|an?|a\s+few|a\s+couple\s+of|several|some|many|half\s+an)"
_HOUR = _NUMBER.replace(r"\d+", r"\d{1,2}(?!\d)", 1)
_CLOCK = (
    rf"(?:(?:half\s+past|(?:a\s+)?quarter\s+(?:past|to)|{_NUMBER}\s+(?:minutes\s+)?(?:past|to))\s+)?"
    rf"{_HOUR}(?:[.:]\d\d|-(?:fifteen|thirty|forty-five))?(?:\s*(?:o['’]clock|a\.?m\.?|p\.?m\.?))?"
    rf"(?:\s+(?:that|this|in|on|at|of)\s+(?:the\s+)?(?:next\s+|following\s+|same\s+)?{_DAY})?"
)
_NO_NOUN = (
    r"(?=\W*\Z|\s*[,.;:!?—–-]|\s+(?-i:[A-Z])|\s+(?:the|an?|this|that|these|those|he|she|it|they|we|i"
    r"|you|his|her|its|their|my|our|your|there|here|when|while|as|and|but|with|without|for|from|to|in"
    r"|on|at|every|each|all|some|no|nobody|nothing|one|someone|everyone|everything|is|was|sharp"
    r"|precisely|exactly|still)\b)"
)
"""What may follow an hour; “about ten inches” and “after two men” are none."""
_FULL_CLOCK = (
    rf"(?:{_NUMBER}\s+o['’]clock\b"
    rf"|(?:half\s+past|(?:a\s+)?quarter\s+(?:past|to)|{_NUMBER}\s+(?:minutes\s+)?(?:past|to))\s+{_HOUR}\b)"
)
_ORDINAL = rf"(?:\d+(?:st|nd|rd|th)|(?:{_any(TENS)}[- ])?{_any(ORDINALS, TENS_ORDINALS)})"
_DATE = (
    rf"(?:the\s+)?(?:{_ORDINAL}\s+)?(?:of\s+)?(?:{_any(WEEKDAYS)}s?|{_any(MONTHS)})\b(?:\s+{_DAYTIME})?"
    rf"(?:\s+(?:in|of)\s+{_any(MONTHS)})?"
)

_ABOUT = r"(?:(?:about|nearly|almost|perhaps|some|not|just)\s+)?"
_PASSED = r"(?:later|after(?:wards?)?|passed|had\s+passed|went\s+by|on(?=,))\b"
_SPANS = rf"(?:{_LONG}|{_any(SEASONS)}s|{_any(DAYTIMES)}s)"
_IT_WAS = (
    r"it(?:\s+(?:was|is|had\s+been)|['’]s)\s+"
    r"(?:(?:nearly|almost|long|past|after|about|already|early|late|on|in|the|a|an)\s+)*"
)
_LATER = (
    rf"{_ABOUT}{_SOME}\s+(?:more\s+)?{_SPANS}\s+{_PASSED}"
    r"|(?:some\s+time|much|long|not\s+long)\s+(?:later|after(?:wards)?)\b"
    r"|later(?=,?\s+(?:in|at|on|when|outside|back|as)\b)"
    rf"|(?:{_NUMBER}|a\s+few|several)\s+{_PLURAL}\s+(?:into|before|after)\b"
    r"|years\s+ago\b|since\s+then\b|(?:the\s+)?next\s+time\b"
    rf"|it\s+took\s+(?:\w+\s+)?{_ABOUT}{_SOME}\s+{_LONG}\b"
    rf"|it\s+(?:was|is)\s+{_ABOUT}{_SOME}\s+{_LONG}\s+ago\b"
    rf"|{_PLURAL}\s+(?:turned\s+(?:in)?to|became|grew\s+into)\s+{_PLURAL}\b"
    rf"|not\s+until\s+(?:the\s+)?{_DAY}\b"
    rf"|(?:later|early|late)\s+(?:that|the\s+(?:next|same|following))\s+{_DAY}\b"
    rf"|(?:on\s+)?the\s+(?:very\s+)?(?:next|following)\s+(?:{_DAY}|day|week|month|year)\b(?:\s+{_DAYTIME}\b)?"
    rf"|next\s+(?:{_DAYTIME}|day|week|month|year)\b"
    rf"|the\s+(?:{_DAY}|day|week|year)\s+(?:before|after|of)\s+(?:the|his|her|their|my|our)\s+\w+"
    rf"|the\s+(?:{_any(SEASONS)}|year|week)\s+(?:that\s+)?(?:i|he|she|they|we)\s+(?:was|were|turned|came)\b"
    rf"|(?:for|during|in)\s+the\s+(?:first|next|following)\s+(?:{_SOME}\s+)?{_LONG}\b"
    rf"|(?:the\s+)?(?:{_DAY}|day|week|month|year)\s+after(?:wards?)?\b(?!\s+\w+day)"
    rf"|{_PLURAL}\s+{_PASSED}"
    rf"|for\s+(?:the\s+)?{_SOME}\s+{_PLURAL}\b"
    rf"|all\s+(?:that\s+|through\s+the\s+|the\s+next\s+)?(?:{_DAY}|day|week|month|year)\b"
    rf"|it\s+(?:was|took)\s+(?:\w+\s+)?{_ABOUT}{_SOME}\s+{_LONG}\s+(?:before|until|later|since)\b"
)
_NAMED_DAY = (
    rf"(?:at|over|by)\s+the\s+(?:end\s+of\s+the\s+{_PERIOD}|weekend)\b"
    rf"|that\s+(?:same\s+|very\s+)?(?:weekend|{_any(SEASONS)})\b|come\s+(?:the\s+)?{_any(SEASONS)}\b"
    rf"|(?:day|night|week|month|year)\s+{_NUMBER}\s?[.,:]|first\s+thing\s+on\s+{_DATE}|"
    rf"(?:on\s+)?the\s+(?:{_ORDINAL}|last)\s+(?:{_DAY}|day)\b|"
    rf"(?:the\s+)?{_DAY}\s+(?:came|fell|broke|found|had\s+come|had\s+fallen|had\s+broken)\b|"
    rf"(?:by|on|until|from|in|it(?:\s+(?:was|is)|['’]s)(?:\s+on)?)\s+(?:the\s+(?:\w+\s+)?)?{_DATE}"
    rf"|on\s+the\s+{_ORDINAL}(?!\s+\w)"
    rf"|on\s+the\s+{_ORDINAL}(?=\s+(?:the|he|she|it|they|we|i|of)\b)"
    rf"|on\s+(?:his|her|their|my|our|its)\s+(?:very\s+)?(?:{_ORDINAL}|last)\s+(?:{_DAY}|day)\b"
    rf"|(?:on|it(?:\s+(?:was|is)|['’]s))\s+an?\s+(?:\w+\s+)?{_any(WEEKDAYS)}\b(?:\s+{_DAYTIME}\b)?"
    rf"|(?:come\s+)?{_any(WEEKDAYS)}(?:\s+{_DAYTIME})?(?=,|\.|\s+(?:was|is|came|comes|found|finds|brought"
    r"|dawned|passed|the)\b)"
    rf"|(?:on\s+)?(?:early|late|one)\s+(?:\w+\s+)?(?:in\s+)?{_DATE}"
    rf"|one\s+(?:\w+\s+)?(?:{_DAY}|day)\b"
    rf"|(?:at|by|before|after)\s+{_any(FEASTS)}\b"
    rf"|on\s+the\s+(?:very\s+)?(?:eve|day|{_DAYTIME})\s+(?:of|before|after)\b(?:\s+the\b)?(?:\s+\w+){{1,2}}"
    rf"|that\s+(?:same\s+)?{_any(WEEKDAYS)}\b(?:\s+{_DAYTIME}\b)?"
    rf"|(?:early\s+|late\s+)?in\s+(?:the\s+)?(?:{_any(MONTHS)}|{_any(SEASONS)})\b"
)
_PART_OF_DAY = (
    rf"(?:that|the\s+same)\s+(?:very\s+|same\s+)?{_DAYTIME}\b"
    rf"|(?:(?:just|shortly|soon|long|well|some\s+time|a\s+little)\s+(?=before|after))?"
    rf"(?:by|at|towards?|around|before|after|about)\s+(?:about\s+|exactly\s+|half\s+)?"
    rf"(?:{_CLOCK}(?!\w){_NO_NOUN}|{_DAYTIME}\b|{_any(MEALS)}\b|{_HOURS_OF}\b)"
    r"|(?:when|as\s+soon\s+as)\s+it\s+(?:was|is|gets|grew|got)\s+(?:nearly\s+)?(?:dark|light)\b"
    rf"|(?:first|last)\s+thing(?:\s+(?:at|in)\s+(?:the\s+)?{_DAYTIME})?\b|in\s+the\s+early\s+hours\b"
    rf"|(?:when|once|after|before|long\s+after)\s+(?:the\s+|all\s+the\s+)?\w+\s+"
    rf"(?:were|was|had|have|has|are)\s+(?:all\s+)?(?:gone\s+(?:to\s+bed|home)|asleep|in\s+bed)\b"
    r"|the\s+(?:sun|moon)\s+(?:was|is|had|has)\s+(?:\w+\s+){0,2}?(?:up|down|set|risen|rising|setting|high|low)\b"
    rf"|(?:early|late)\s+(?:in\s+the|one|on|that)\s+{_DAYTIME}\b"
    rf"|(?:in|during)\s+the\s+(?:{_DAYTIME}|middle\s+of\s+the\s+night|small\s+hours)\b"
    r"|it(?:\s+(?:was|is|had\s+been|grew|got)|['’]s)\s+(?:(?:nearly|almost|quite|already|still|growing|getting|coming\s+on)\s+)*"
    r"(?:dark|light|late)\b(?!\s+(?:blue|green|red|brown|grey))"
    rf"|{_IT_WAS}(?:{_DAYTIME}\b|{_CLOCK}(?=\s+when|,|\s+in\s+the)|{_FULL_CLOCK})"
    rf"|it(?:\s+(?:was|is)|['’]s)\s+(?:nearly|almost|past|after|gone)\s+{_HOUR}(?=\W|\Z){_NO_NOUN}"
    rf"|half\s+past\s+{_NUMBER}\b"
    rf"|(?:the\s+clocks?\s+struck|{_NUMBER}\s+o['’]clock\b|the\s+bells?\s+(?:rang|struck))\s?(?:{_NUMBER}\b)?"
    r"|(?:at|with|by)\s+(?:the\s+)?(?:first|last)\s+light\b|with\s+the\s+(?:dawn|dusk|sunrise|sunset)\b"
    r"|(?:as|when|before|after|once)\s+the\s+(?:sun|moon)\s+(?:had\s+)?"
    r"(?:rose|risen|set|went\s+down|gone\s+down|came\s+up|come\s+up|rises|sets|comes\s+up|goes\s+down)\b"
    rf"|{_any(MEALS)}\s+(?:was|is)\b|(?:when|once)\s+{_any(MEALS)}\s+(?:was|is|had\s+been)\b"
)
_WAKING = (
    r"(?:when|as\s+soon\s+as)\s+(?:\w+\s+){1,2}(?:woke|awoke|wakes|wakened)\b(?:\s+in\s+the\s+\w+)?"
    r"|(?:\w+\s+){1,2}(?:woke|awoke|wakes?)\s+(?:to|in|up|with|at|on|before|late|early)\b"
    r"|(?:when\s+)?\w+\s+came\s+to\s+(?:himself|herself|itself|themselves|myself)\b"
)
_SOON = (
    r"(?:later|meanwhile|afterwards|yesterday|today|tonight|tomorrow|by\s+the\s+time)\b"
    rf"|this\s+{_DAYTIME}\b|the\s+rest\s+of\s+the\s+(?:{_DAY}|day|week|journey|way)\b"
    r"|after\s+(?:that|the\s+\w+|his\s+\w+|her\s+\w+)\b"
    r"|when\s+(?:\w+\s+){1,3}(?:reached|returned|arrived|got\s+(?:to|back|home|in|there)|came\s+(?:back|home|out|in))\b"
    rf"|{_ABOUT}{_SOME}\s+(?:more\s+)?{_SHORT}\s+{_PASSED}"
)

_KINDS: tuple[tuple[Leap, str], ...] = (
    ("soon", _SOON),
    ("later", _LATER),
    ("day", _NAMED_DAY),
    ("hour", _PART_OF_DAY),
    ("waking", _WAKING),
)
_OPENING = tuple((leap, re.compile(rf"({words})", re.IGNORECASE)) for leap, words in _KINDS[1:])
_OPENING = (*_OPENING, ("soon", re.compile(rf"({_SOON})", re.IGNORECASE)))
_CLOCK_LINE = re.compile(
    r"[\s*_\[(]*((?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[ap]\.?m\b\.?)?)(?=[\])*_]*[.,:;–—-]?\s+[A-Z“\"‘'])"
)
"""“8.30. The baker was late.”: the hour stands before the first sentence, like a heading."""
_DATED_LINE = re.compile(
    rf"[\s*_]*((?:{_any(WEEKDAYS)},?\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_any(MONTHS)}|{_any(MONTHS)}\s+\d{{1,2}}(?:st|nd|rd|th)?)"
    r"(?:,?\s+\d{4})?)(?=[*_]*(?:[.:;]|\s?[—–]))",
    re.IGNORECASE,
)
"""“3 May.—The baker was late.”: so does the date of a diary."""
_AGO = rf"|{_SOME}\s+{_LONG}\s+(?:ago|before)\b"
_INSIDE = tuple(
    (leap, re.compile(rf"\b({words}{_AGO if leap == 'later' else ''})", re.IGNORECASE))
    for leap, words in _KINDS[1:4]
)
_BEFORE_OPENING = re.compile(
    r"[\s*_]*(?:(?:and|but|so|then|now)\s+(?:at\s+last\s+)?)?", re.IGNORECASE
)
_PLANNED = re.compile(r"\b(?:shall|will|would|should|until)\b|['’](?:ll|d)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?:[^.!?]|\.(?=\w))*")


_SENTENCE_END = re.compile(r"[.!?]\s+(?=[^\s“\"‘'])")
SENTENCES = 4
"""Of the first passage of a scene in which a sentence may open with its time."""


def time_opening_a_sentence(text: str, start: int, end: int) -> Span | None:
    """The time with which one of the first sentences opens: “A bunk. It was past midnight.”."""
    starts = [start, *(match.end() for match in _SENTENCE_END.finditer(text, start, end))]
    for first in starts[:SENTENCES]:
        time = time_opening(text, first, end)
        if time is not None and time.leap in {"later", "day", "hour"}:
            return time.span
    return None


def time_of(text: str, start: int, end: int) -> Time | None:
    """The time that a passage's opening tells, if it does; offsets are those of `text`.

    Finds:
        Leaps (“Three days later”), days and parts of the day (“That night”, “On Friday”), hours
        (“By eight o’clock”, “8.30.”), dates and feasts, waking up.
    Why it holds:
        A scene that begins at another time says so at once.
    Misses:
        Times told by what happens (“When the lamps were lit”).

    Example:
        “By eight o’clock he could no longer feel his ears.” gives “By eight o’clock”.
    """
    end = min(end, start + READ)
    opening = time_opening(text, start, end)
    if opening is not None:
        return opening
    first = _first_word(text, start, end)
    sentence = _SENTENCE.match(text, first, end)
    stop = sentence.end() if sentence else end
    for leap, pattern in _INSIDE:
        match = pattern.search(text, first, stop)
        if match and not _PLANNED.search(text, first, match.start()):
            return Time(Span(*match.span(1)), leap, opens=False)
    return None


def time_opening(text: str, start: int, end: int) -> Time | None:
    """The time that the first words of a passage tell, if they do; offsets are those of `text`.

    As `time_of`, which also looks further on and is slower for it.
    """
    end = min(end, start + READ)
    clock = _CLOCK_LINE.match(text, start, end) or _DATED_LINE.match(text, start, end)
    if clock:
        return Time(Span(*clock.span(1)), "day", opens=True)
    first = _first_word(text, start, end)
    for leap, pattern in _OPENING:
        match = pattern.match(text, first, end)
        if match:
            return Time(Span(*match.span(1)), leap, opens=True)
    return None


def _first_word(text: str, start: int, end: int) -> int:
    """Where the opening begins, after “And”, “But then” and emphasis."""
    opening = _BEFORE_OPENING.match(text, start, end)
    return opening.end() if opening else start
