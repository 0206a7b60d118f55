"""Dreams: the stretches of a story that somebody dreams, by the words that begin and end them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.verb_forms import all_forms

WAKING = all_forms("wake awake awaken waken".split()) | {"awake"}
"""“Tom woke with his cheek on the oar.”"""

MOST_WORDS = 600
"""How far behind somebody's falling asleep, or the start of a dream, a waking may end it.

A longer dream is rather a chapter, in which those who sleep in its first line are awake."""

_DREAMING = (all_forms(["dream"]) | {"dreamt"}) - {"dreaming"}
_NOT_DREAMT = frozenset(
    """
    never not no hardly little would could might if should can must may often always ever
    sometimes
    """.split()
)
_POSSESSIVE = frozenset("the a my your his her their our this that".split())
_HAVE = all_forms(["have"])
_FALLING = frozenset("fall falls fell fallen".split())
_OFF = all_forms("drift doze nod".split())
_UNSETTLED = frozenset("not never before until till when if had could would to whenever".split())
"""In a sentence with one of these nobody falls asleep just then."""

_NEXT_DAY = frozenset("morning tomorrow today afternoon noon later next breakfast".split())
_PRONOUNS = frozenset("i you he she we they".split())
_ASLEEP = all_forms("sleep snore lie breathe murmur mutter turn stir roll sigh be".split())
"""What a sleeper may do without dreaming it."""

LATE_WORDS = 6
"""Words that may stand behind “fell asleep” in its sentence: in a longer one it is not the end."""

FIRST_SENTENCES = 2
"""Where the dreamer must act, so that it is a dream and not the night in which others act."""

CONTENT_WITHIN = 4
"""Words behind “dreamt” among which the subject of what is dreamt begins: “last night that I”."""

NEAR = 3
"""Words before “dreamt” among which a “never” denies it, or before “woke” its subject stands."""


class Rows(Struct, frozen=True):
    """Rows `low` up to `high` (excluded) of the tokens: a sentence, or a dream."""

    low: int
    high: int


class Tokens(Struct, frozen=True):
    """What dreams are read from: words in small letters, which are verbs, and the sentences.

    `subjects` says which words are the subject of a verb, `told` which are the narrator's;
    `scenes` are the first rows of scenes.
    """

    words: Sequence[str]
    verbs: Sequence[bool]
    subjects: Sequence[bool]
    told: Sequence[bool]
    sentences: Sequence[Rows]
    scenes: frozenset[int]


def dreams(tokens: Tokens) -> list[Rows]:
    """The dreams of a story, in text order.

    Finds:
        What hangs on “dreamt” up to the end of the sentence, and on to where somebody wakes; a
        sentence with “in her dream”; what somebody does between falling asleep and waking.
    Why it holds:
        Writers say where a dream begins, or let it end with a waking, so that a reader is not lost.
    Misses:
        Dreams that only turn out to be some; nightmares without the word; daydreams.

    Example:
        “Ines fell asleep. She was walking on the sea. She woke with a stiff neck.” She walks on
        the sea in a dream.
    """
    found: list[Rows] = []
    for number, sentence in enumerate(tokens.sentences):
        if found and sentence.low < found[-1].high:
            continue
        found += _told_as_dream(tokens, number) or _slept_through(tokens, number)
    return found


def _told_as_dream(tokens: Tokens, number: int) -> list[Rows]:
    """“I dreamt he was on the roof”, “in her dream the boat had wheels”."""
    sentence, words = tokens.sentences[number], tokens.words
    for row in range(sentence.low, sentence.high):
        before = words[max(row - NEAR, sentence.low) : row]
        if words[row] in _DREAMING and tokens.verbs[row] and not _NOT_DREAMT & set(before):
            content = _has_content(tokens, row, sentence.high)
            return [_to_waking(tokens, number, row + 1)] if content else []
        if words[row] in {"dream", "dreams"} and before[-1:] and before[-1] in _POSSESSIVE:
            if before[-2:-1] == ["in"] and before[-1] not in {"a", "this", "that"}:
                return [sentence]
            if before[-2:-1] and before[-2] in _HAVE and not _NOT_DREAMT & set(before):
                return [_to_waking(tokens, number, row + 1)]
    return []


def _has_content(tokens: Tokens, row: int, high: int) -> bool:
    """“dreamt that he was home”, “dreamt he flew”; not “dreamt of fame”, “dreamt all night”."""
    for behind in range(row + 1, min(row + 1 + CONTENT_WITHIN, high)):
        if tokens.subjects[behind]:
            return True
        if not tokens.words[behind][0].isalpha():
            return False
    return False


def _to_waking(tokens: Tokens, number: int, row: int) -> Rows:
    """From the row to the end of its sentence, or up to the sentence in which somebody wakes.

    A dream that is told in speech ends with the speech; one of the narrator's has speech in it.
    """
    sentence, by_narrator = tokens.sentences[number], tokens.told[row - 1]
    ends = (
        each
        for each in range(row, sentence.high)
        if tokens.words[each] in WAKING or (tokens.told[each] and not by_narrator)
    )
    high = next(ends, sentence.high)
    waking = _waking_after(tokens, number) if high == sentence.high else None
    between = range(high, waking.low) if waking else range(0)
    same_voice = by_narrator or not any(tokens.told[each] for each in between)
    if waking and same_voice and not any(tokens.words[each] in _NEXT_DAY for each in between):
        high = waking.low
    return Rows(min(row, high - 1), high)


def _waking_after(tokens: Tokens, number: int) -> Rows | None:
    """The next sentence of the scene in which somebody wakes."""
    start = tokens.sentences[number].high
    for sentence in tokens.sentences[number + 1 :][:MOST_WORDS]:
        if sentence.low in tokens.scenes or sentence.low - start > MOST_WORDS:
            return None
        if any(tokens.words[row] in WAKING for row in range(sentence.low, sentence.high)):
            return sentence
    return None


def _slept_through(tokens: Tokens, number: int) -> list[Rows]:
    """What the sleeper does between “fell asleep” and “woke”."""
    sentence = tokens.sentences[number]
    sleep = _falls_asleep(tokens, sentence)
    waking = None if sleep is None else _waking_after(tokens, number)
    if sleep is None or waking is None or waking.low == sentence.high:
        return []
    sleeper = _subject_before(tokens, sleep, sentence.low)
    wakes = next(row for row in range(waking.low, waking.high) if tokens.words[row] in WAKING)
    waker = _subject_before(tokens, wakes, waking.low)
    if sleeper is None or waker is None or not _may_be_one(sleeper, waker):
        return []
    first = tokens.sentences[number + 1 : number + 1 + FIRST_SENTENCES]
    acts = any(_acts(tokens, each, {sleeper, waker}) for each in first if each.low < waking.low)
    return [Rows(sentence.high, waking.low)] if acts else []


def _falls_asleep(tokens: Tokens, sentence: Rows) -> int | None:
    """The row of “fell” in a sentence that ends with somebody's falling asleep."""
    words = tokens.words
    if _UNSETTLED & set(words[sentence.low : sentence.high]):
        return None
    for row in range(sentence.low, sentence.high - 1):
        off = words[row] in _OFF and words[row + 1] == "off"
        asleep = words[row] in _FALLING and words[row + 1] == "asleep"
        if (off or asleep) and sentence.high - row <= LATE_WORDS:
            return row
    return None


def _subject_before(tokens: Tokens, verb: int, low: int) -> str | None:
    """The subject right before a verb, an adverb or two between them."""
    near = range(verb - 1, max(verb - 1 - NEAR, low - 1), -1)
    return next((tokens.words[row] for row in near if tokens.subjects[row]), None)


def _may_be_one(one: str, other: str) -> bool:
    """“Ines” and “she”, “you” and “you”; not “he” and “she”, nor two names."""
    return one == other or ((one in _PRONOUNS) != (other in _PRONOUNS))


def _acts(tokens: Tokens, sentence: Rows, names: set[str]) -> bool:
    """Whether one of these does what a sleeper does not do lying there."""
    rows = range(sentence.low, sentence.high)
    does = any(tokens.verbs[row] and tokens.words[row] not in _ASLEEP for row in rows)
    return does and any(tokens.subjects[row] and tokens.words[row] in names for row in rows)


def covered(found: Sequence[Rows]) -> Iterator[int]:
    """All rows that lie in one of these."""
    for each in found:
        yield from range(each.low, each.high)
