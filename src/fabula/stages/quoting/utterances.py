"""Which quoted words are uttered, and which are names, titles and other people's terms."""

import re
from collections.abc import Sequence

from msgspec import Struct

from fabula.lexicon.quoting_words import (
    AMBIGUOUS_SPEECH_VERBS,
    NAMING_WORDS,
    SAYING_NOUNS,
    UNSPEAKING_WORDS,
)
from fabula.lexicon.speech_verbs import SPEECH_VERBS, THINKING_VERBS
from fabula.stages.quoting.surroundings import (
    CLOSING_MARKS,
    cue_after,
    cue_before,
    words_after,
    words_before,
)
from fabula.text import Span

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TERMINAL = frozenset(".!?…—–-")
_PUNCTUATION = frozenset(",.!?;:")
_SENTENCE_BOUNDARY = frozenset(".!?…")
_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
_POSSESSIVES = frozenset({"his", "her", "their", "my"})
_CLAUSE_WORDS = frozenset("is are was were am i i'm i’m it's it’s that's that’s you".split())
"""Words that titles rarely have: “This Is Inspector Dean” is a sentence."""

# A name, a title or a term is rarely longer than this.
TERM_WORDS = 6
LONG_WORDS = 8


class Inside(Struct, frozen=True, gc=False):
    """What the quoted words look like by themselves."""

    words: int
    capital: bool
    last: str  # the last character before the closing mark
    titled: bool  # every word of weight has a capital: “The Tribe of Light”

    @property
    def stressed(self) -> bool:
        """Whether it ends like something called out."""
        return self.last in "!?"

    @property
    def ended(self) -> bool:
        """Whether a sentence or a clause before a cue ends inside the marks."""
        return self.last in _TERMINAL or self.last == ","


def look_inside(text: str, span: Span) -> Inside:
    """Describe the words between the marks."""
    inner = text[span.start : span.end].strip(CLOSING_MARKS)
    words = _WORD.findall(inner[:400])
    weighty = [word for word in words if len(word) > 3]
    return Inside(
        words=len(words),
        capital=bool(words) and words[0][0].isupper(),
        last=inner[-1] if inner else " ",
        titled=bool(weighty)
        and not _PUNCTUATION & set(inner[:-1])
        and all(word[0].isupper() for word in weighty)
        and not _CLAUSE_WORDS & {word.lower() for word in words},
    )


def is_uttered(text: str, span: Span, bounds: Span) -> bool:
    """Whether a quotation is speech or thought.

    `bounds` is the paragraph, or the inside of the quotation that quotes this one.

    Finds: “Yes”, he said; He cried, “Fire!”; quotations that begin a paragraph or a sentence.
    Why it holds: what is uttered is a sentence of its own, with a capital, a stop and often a
        cue; a name, a title or a borrowed term is a piece of the sentence around it.
    Misses: borrowed terms that have a stop inside for the printer's sake, set off by a comma;
        short answers woven into the narration without a verb of speech.
    Example: nothing is uttered in: the so-called “experts” left; his “good friends.”
    """
    inside = look_inside(text, span)
    previous = _previous(text, span.start, bounds.start)
    if previous == "":
        return _opens_paragraph(text, span.end, bounds.end, inside)
    if inside.words == 0:
        return False
    if previous.isalnum() or previous in "'’":
        before = [word.lower() for word in words_before(text, span.start, bounds.start, 3)]
        if before and _announced(before, inside):
            return True
        cued = inside.last == "," and cue_after(text, span.end, bounds.end) is not None
        return _stands_alone(before[-1] if before else "", inside, cued=cued)
    if previous in _SENTENCE_BOUNDARY or previous in '”"»':
        return _opens_sentence(text, span.end, bounds.end, inside)
    return _follows_pause(text, span, bounds, inside)


def _previous(text: str, start: int, low: int) -> str:
    """The last character of the narration before the mark; empty at a paragraph's start."""
    position = start - 1
    while position >= low and (text[position].isspace() or text[position] in "*_"):
        position -= 1
    return text[position] if position >= low else ""


def _next(text: str, end: int, high: int) -> str:
    """The first character of the narration after the mark; empty at a paragraph's end."""
    position = end
    while position < high and (text[position].isspace() or text[position] in "*_"):
        position += 1
    return text[position] if position < high else ""


def _opens_paragraph(text: str, end: int, high: int, inside: Inside) -> bool:
    """“Yes” is uttered even without a stop, but not in “Experts” were called in."""
    if inside.ended or inside.words > TERM_WORDS or inside.words == 0:
        return True
    return _narrator_returns(text, end, high)


def _narrator_returns(text: str, end: int, high: int) -> bool:
    """Whether what follows cannot have the quoted words for its subject.

    A new sentence, a cue, an act of the speaker: “You see” she tapped the map; “And then”
    lowering his voice.
    """
    following = _next(text, end, high)
    if not following.islower() or cue_after(text, end, high) is not None:
        return True
    word = words_after(text, end, high, 1)[0]
    return word in _SUBJECTS or (word.endswith("ing") and len(word) > 5)


def _opens_sentence(text: str, end: int, high: int, inside: Inside) -> bool:
    """A sentence that begins with quoted words: speech, unless they are its subject."""
    if cue_after(text, end, high) is not None:
        return True
    if inside.last in _TERMINAL:
        return inside.capital or inside.words > 1 or inside.stressed
    if inside.last == ",":
        begins = words_after(text, end, high, 1)
        acts = bool(begins) and begins[0] in _SUBJECTS | _POSSESSIVES
        return acts or not (inside.titled and inside.words <= TERM_WORDS)
    return inside.words > TERM_WORDS or _narrator_returns(text, end, high)


def _follows_pause(text: str, span: Span, bounds: Span, inside: Inside) -> bool:
    """After a comma, colon, semicolon, dash or bracket."""
    whole = inside.ended or (inside.capital and inside.words > 2)
    if whole and cue_after(text, span.end, bounds.end) is not None:
        return True
    verb = cue_before(text, span.start, bounds.start)
    if verb is not None and not (verb in AMBIGUOUS_SPEECH_VERBS and inside.titled):
        near = words_before(text, span.start, bounds.start, 4)
        doubtful = verb in AMBIGUOUS_SPEECH_VERBS or "as" in near  # as people said, “loud”
        return not doubtful or inside.ended or inside.capital
    if inside.titled and 1 < inside.words <= TERM_WORDS and not inside.stressed:
        return False
    colon = _previous(text, span.start, bounds.start) == ":"
    if inside.words <= 2:
        return inside.last in _TERMINAL and (inside.capital or inside.stressed)
    return inside.words > LONG_WORDS or inside.ended or (colon and inside.capital)


def _announced(before: Sequence[str], inside: Inside) -> bool:
    """Whether the word right before the mark says that something is uttered: he said “no”.

    After “that” only a whole clause is: she explained that “all of it was hers”.
    """
    verb = before[-1]
    if verb == "that":
        spoken = len(before) > 1 and before[-2] in SPEECH_VERBS | SAYING_NOUNS
        return inside.words > TERM_WORDS and (spoken or inside.ended)
    if verb in AMBIGUOUS_SPEECH_VERBS:
        return inside.stressed
    if verb in SPEECH_VERBS:
        return True
    if verb in THINKING_VERBS:  # it was thought “very English”
        return inside.capital
    named = any(word in NAMING_WORDS for word in before)
    # With a wild cry of “Fire!”; a cheery “Yes!”
    return inside.stressed and inside.capital and not named and verb not in {"the", "this"}


def _stands_alone(verb: str, inside: Inside, *, cued: bool) -> bool:
    """Whether words in the middle of a sentence are a sentence of their own."""
    if cued and (inside.capital or verb not in UNSPEAKING_WORDS):
        return True
    shortest = LONG_WORDS if verb in UNSPEAKING_WORDS or verb in NAMING_WORDS else 2
    if not inside.capital or inside.words <= shortest:
        return False
    if inside.words > LONG_WORDS:
        return True
    return inside.last in _TERMINAL and (inside.stressed or not inside.titled)
