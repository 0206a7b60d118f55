"""The mentions of people by name, each with its name taken apart and how it is used."""

from msgspec import Struct

from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.cue_words import INTERJECTIONS
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.kept import kept
from fabula.stages.naming.known_to_rules import known_to_rules
from fabula.stages.naming.person_names import PersonName, parse_name
from fabula.stages.naming.story_words import NO_JOINERS
from fabula.story import Mention, Story

_BEFORE_A_CALL = frozenset("“‘\"'«,.!?…—–-¡¿*")
_AFTER_A_CALL = frozenset(",.!?…—–”\"'")
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz,;")
_BEFORE_A_SENTENCE = frozenset(".!?”\"'’")
_LONGEST_NEIGHBOUR = 24
"""Characters looked at on either side of a name: the longest English verb fits twice."""


class NamedMention(Struct, frozen=True, gc=False):
    """A name as used once.

    `called`: someone is addressed by it. `opens`: it is the subject that opens a sentence.
    `speaks`: a verb of speech stands beside it in the narration. `inner`: it stands inside a
    sentence, where only a name has a capital.
    """

    mention: Mention
    name: PersonName
    called: bool
    opens: bool
    speaks: bool
    inner: bool

    @property
    def key(self) -> str:
        """Equal for all spellings of the name."""
        return self.name.key

    @property
    def narrated(self) -> bool:
        """Whether the narrator uses it, not someone in a quotation."""
        return self.mention.quotation_id is None


@kept("document", "mentions")
def named_mentions(story: Story) -> list[NamedMention]:
    """Every mention of a person by name, in text order."""
    text = story.document.text
    return [
        NamedMention(
            mention=mention,
            name=parse_name(shown_name(text[mention.start : mention.end])),
            called=is_called(text, mention),
            opens=_opens_before_verb(text, mention),
            speaks=mention.quotation_id is None and _stands_by_speech_verb(text, mention),
            inner=text[max(mention.start - 3, 0) : mention.start].rstrip()[-1:] in _INSIDE,
        )
        for mention in known_to_rules(story)
        if mention.type == "PER" and mention.form == "proper"
    ]


def shown_name(text: str) -> str:
    """A name as it is shown: on one line, and not in capitals throughout."""
    shown = " ".join(text.translate(NO_JOINERS).split())
    # Up to three capitals may be initials.
    return shown.title() if shown.isupper() and len(shown) > 3 else shown


def is_called(text: str, mention: Mention) -> bool:
    """Whether someone is addressed by the name: “Oh, Ines!”, “Ines, come here”."""
    if mention.quotation_id is None:
        return False
    words = text[max(mention.start - _LONGEST_NEIGHBOUR, 0) : mention.start].split()
    before = words[-1] if words else ""
    opens = not before or before[-1] in _BEFORE_A_CALL
    greeted = before.lower().lstrip("“‘\"'") in INTERJECTIONS
    return (opens or greeted) and text[mention.end : mention.end + 1] in _AFTER_A_CALL


def _opens_before_verb(text: str, mention: Mention) -> bool:
    """Whether the name opens its sentence, or the rest a quotation leaves, before a verb."""
    before = text[max(mention.start - 3, 0) : mention.start].strip()
    after = text[mention.end : mention.end + _LONGEST_NEIGHBOUR]
    if (before and before[-1] not in _BEFORE_A_SENTENCE) or not after[:1].isspace():
        return False
    words = after.split()
    return bool(words) and is_verb_like(words[0].strip(",.;"))


def _stands_by_speech_verb(text: str, mention: Mention) -> bool:
    before = text[max(mention.start - _LONGEST_NEIGHBOUR, 0) : mention.start].split()
    after = text[mention.end : mention.end + _LONGEST_NEIGHBOUR].split()
    follows = bool(after) and after[0].strip(",.:;").lower() in SPEECH_VERBS
    return follows or (bool(before) and before[-1].lower() in SPEECH_VERBS)
