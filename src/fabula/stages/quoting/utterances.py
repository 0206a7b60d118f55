"""Which quoted words are uttered, and which are names, titles and other people's terms."""

import re

from msgspec import Struct

from fabula.lexicon.quoting_words import (
    AMBIGUOUS_SPEECH_VERBS,
    NAMING_WORDS,
    SAYING_NOUNS,
    UNSPEAKING_WORDS,
)
from fabula.lexicon.speech_verbs import SPEECH_VERBS, THINKING_VERBS
from fabula.stages.quoting.surroundings import cue_after, cue_before, words_after, words_before

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MARKS = " \t\r\n\"“”„‟«»‹›「」『』'‘’‚‛`´*_"
_TERMINAL = frozenset(".!?…—–-")
_SENTENCE_BOUNDARY = frozenset(".!?…")
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


def look_inside(text: str, start: int, end: int) -> Inside:
    """Describe the words between the marks of `text[start:end]`."""
    inner = text[start:end].strip(_MARKS)
    words = _WORD.findall(inner[:400])
    weighty = [word for word in words if len(word) > 3]
    return Inside(
        words=len(words),
        capital=bool(words) and words[0][0].isupper(),
        last=inner[-1] if inner else " ",
        titled=bool(weighty) and all(word[0].isupper() for word in weighty),
    )


def is_uttered(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether the quotation at `start:end` is speech or thought.

    `low:high` is the paragraph, or the quotation that quotes this one.

    Finds: “Yes”, he said; He cried, “Fire!”; quotations that begin a paragraph or a sentence.
    Why it holds: what is uttered is a sentence of its own, with a capital, a stop and often a
        cue; a name, a title or a borrowed term is a piece of the sentence around it.
    Misses: borrowed terms that have a stop inside for the printer's sake, set off by a comma;
        short answers woven into the narration without a verb of speech.
    Example: the so-called “experts” left; she read “The Ferry” twice; his “good friends.”
    """
    inside = look_inside(text, start, end)
    previous = _previous(text, start, low)
    if previous == "":
        return _opens_paragraph(text, end, high, inside)
    if inside.words == 0:
        return False
    before = [word.lower() for word in words_before(text, start, low, 3)]
    if previous.isalnum() or previous in "'’)":
        return _inside_sentence(text, end, high, inside, before)
    if previous in _SENTENCE_BOUNDARY or previous in "”\"»’'":
        return _opens_sentence(text, end, high, inside)
    return _follows_pause(text, start, end, (low, high), inside)


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
    following = _next(text, end, high)
    if not following.islower():
        return True
    return cue_after(text, end, high) is not None or _pronoun_follows(text, end, high)


def _pronoun_follows(text: str, end: int, high: int) -> bool:
    words = words_after(text, end, high, 1)
    return bool(words) and words[0].lower() in {"he", "she", "they", "i", "we"}


def _opens_sentence(text: str, end: int, high: int, inside: Inside) -> bool:
    """A sentence that begins with quoted words: speech, unless they are its subject."""
    if cue_after(text, end, high) is not None:
        return True
    if inside.last in _TERMINAL:
        return inside.capital or inside.words > 1 or inside.stressed
    if inside.last == ",":
        return not (inside.titled and inside.words <= TERM_WORDS)
    following = _next(text, end, high)
    return inside.words > TERM_WORDS or following == "" or following in '—–-"“'


def _follows_pause(
    text: str, start: int, end: int, paragraph: tuple[int, int], inside: Inside
) -> bool:
    """After a comma, colon, semicolon, dash or bracket."""
    low, high = paragraph
    if cue_after(text, end, high) is not None and inside.ended:
        return True
    verb = cue_before(text, start, low)
    if verb is not None:
        return inside.ended or inside.capital or verb not in AMBIGUOUS_SPEECH_VERBS
    if inside.last in _TERMINAL:
        return inside.capital or inside.words > TERM_WORDS or inside.stressed
    return inside.words > LONG_WORDS or (inside.ended and not inside.titled and inside.words > 2)


def _inside_sentence(text: str, end: int, high: int, inside: Inside, before: list[str]) -> bool:
    """Right after a word, without a pause."""
    verb = before[-1] if before else ""
    is_sentence = inside.capital and inside.last in _TERMINAL
    if verb in AMBIGUOUS_SPEECH_VERBS or verb in NAMING_WORDS:
        return inside.stressed or (inside.words > LONG_WORDS and inside.capital)
    if verb in SPEECH_VERBS or verb in THINKING_VERBS:
        return True
    if verb == "that":  # saying that “all would be well, and he hoped …”
        return inside.words > TERM_WORDS and before[0] in SPEECH_VERBS | SAYING_NOUNS
    if any(word in NAMING_WORDS for word in before):
        return inside.words > LONG_WORDS and is_sentence
    if inside.stressed and inside.capital and verb not in {"the", "this", "that"}:
        return True  # with a wild cry of “Fire!”, a cheery “Yes!”
    if cue_after(text, end, high) is not None and inside.last == ",":
        return True
    if verb in UNSPEAKING_WORDS:
        return inside.words > LONG_WORDS and is_sentence
    return is_sentence and inside.words > 2
