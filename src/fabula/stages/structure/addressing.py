"""Whether a paragraph speaks to the readers of the story, or tells the story."""

import re
from functools import lru_cache

from msgspec import Struct

from fabula.lexicon.note_words import CLEAR_PHRASES, NOTE_PHRASES
from fabula.stages.structure.labelled_lines import straight

MAX_READ = 3000
"""Characters looked at: a note shows itself early."""

_LONGEST_FIRST = "|".join(map(re.escape, sorted(NOTE_PHRASES, key=len, reverse=True)))
_PHRASES = re.compile(rf"(?<![\w'])(?:{_LONGEST_FIRST})(?![\w'])")
_DIALOGUE = re.compile(r"[“\"][^“”\"\n]{2,400}[,.!?…—–-][”\"]|[”\"]\s+(?:said|asked)\b")
_APPEAL = re.compile(
    r"\b(?:thanks|thank you|thankyou|hope you|hope everyone|please|pls|plz|let me know|enjoy"
    r"|enjoyed|sorry|welcome|stay tuned|see you|read and review|r&r|leave a|don't own|do not own"
    r"|not mine|own nothing|disclaimer|happy reading|what (?:did|do) you think|tell me what"
    r"|feel free)\b"
)
_PERSONAL = re.compile(r"\b(?:i|i'm|i've|i'll|me|my|you|your|you're|we|our|us|thanks|thank)\b")


class Address(Struct, frozen=True):
    """How a paragraph addresses readers.

    `signs` counts the different phrases of a note, `clear` those that stories do not have;
    `appeals` is a thank, a wish or a request, `personal` an “I” or “you”, `dialogue` a spoken
    line in quotation marks.
    """

    signs: int
    clear: int
    appeals: bool
    personal: bool
    dialogue: bool

    @property
    def is_note(self) -> bool:
        """Whether the paragraph by itself reads as a note, without a label."""
        speaks = self.appeals and self.personal and not self.dialogue
        return speaks and self.clear >= 1 and self.signs >= 2

    @property
    def may_go_on(self) -> bool:
        """Whether it may belong to a note that has begun."""
        return self.clear > 0 or (not self.dialogue and (self.signs > 0 or self.personal))


@lru_cache(maxsize=256)  # the rules for ends of chapters look at a paragraph again and again
def address_of(text: str) -> Address:
    """How `text`, a paragraph, addresses readers.

    “Thanks for all the reviews! I hope you like this chapter.” has five signs.
    """
    plain = straight(text[:MAX_READ]).casefold()
    found = set(_PHRASES.findall(plain))
    return Address(
        signs=len(found),
        clear=len(found & CLEAR_PHRASES),
        appeals=_APPEAL.search(plain) is not None,
        personal=_PERSONAL.search(plain) is not None,
        dialogue=_DIALOGUE.search(text[:MAX_READ]) is not None,
    )
