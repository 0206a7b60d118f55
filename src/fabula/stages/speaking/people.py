"""The people of a story as the reading of speakers sees them: links, pronouns, the narrator."""

from collections.abc import Iterable

from fabula.labels import Pronouns
from fabula.lexicon.kinship import KIN
from fabula.lexicon.pronouns import YOU
from fabula.lexicon.roles import person_noun
from fabula.lexicon.speech_verbs import VOICE_NOUNS
from fabula.story import Entity, EntityId, Mention, MentionId, Story
from fabula.text import covering

_FORMS: tuple[tuple[Pronouns, str], ...] = (
    ("he", "he him his himself"),
    ("she", "she her hers herself"),
    ("they", "they them their theirs themselves themself"),
    ("it", "it its itself"),
)
_PRONOUNS = {form: pronouns for pronouns, forms in _FORMS for form in forms.split()}
_INTRODUCING = frozenset({"a", "an", "another", "some", "someone", "somebody"})
# “his lordship”, “her Majesty”: the possessive is part of the title.
_TITLES = frozenset(
    "lordship ladyship majesty highness grace excellency honour honor worship".split()
)
# No entity id begins with this.
_STRANGER = "?"
# Words behind which anybody may be.
_VEILS = VOICE_NOUNS | {"somebody", "someone"}
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself"})
SECOND_PERSON = frozenset(
    {"you", "your", "yours", "yourself", "yourselves", "thou", "thee", "thy", "ye"}
)
PLURAL_FIRST_PERSON = frozenset({"we", "us", "our", "ours", "ourselves"})


def _of_kin(entity: Entity) -> Pronouns | None:
    """The pronouns of someone who is called by kinship: “she” of Mum."""
    found = (KIN.get(name.lower()) for name in entity.names)
    return next((pronouns for pronouns in found if pronouns in {"he", "she"}), None)


class People:
    """Who a mention points at, and which pronouns may point at whom."""

    def __init__(self, story: Story) -> None:
        self._text = story.document.text
        self._links = {link.mention_id: link for link in story.links}
        self._pronouns = {entity.id: entity.pronouns or _of_kin(entity) for entity in story.cast}
        self._groups = {entity.id for entity in story.cast if entity.kind == "group"}
        self._voices = {
            entity.id
            for entity in story.cast
            if all(name.split()[-1].lower() in _VEILS for name in entity.names)
        }
        self._tellings = story.tellings
        self._you = {entity.id for entity in story.cast if YOU in entity.names}
        self._hero = min(self._you, default=None)
        narrators = {told.narrator_id for told in story.tellings if told.narrator_id is not None}
        self.tellers = frozenset(narrators | self._you)
        self._innermost: dict[int, Mention] = {}
        for mention in story.mentions:
            other = self._innermost.setdefault(mention.start, mention)
            if mention.end < other.end:
                self._innermost[mention.start] = mention

    def who(self, mention: Mention | None) -> EntityId | None:
        """The entity that the mention is linked to; a narrator's “I” needs no link."""
        if mention is None:
            return None
        link = self._links.get(mention.id)
        if link is None:
            return self.narrator_at(mention.start) if self.is_first_person(mention) else None
        return link.entity_id

    def narrator_at(self, offset: int) -> EntityId | None:
        """Who tells the story there; None where nobody known does."""
        telling = covering(self._tellings, offset)
        return None if telling is None else telling.narrator_id

    def teller_at(self, offset: int) -> EntityId | None:
        """Whom the narration calls “I” there, or else “you” throughout; None for neither."""
        return self.narrator_at(offset) or self._hero

    def linked(self, mention_id: MentionId) -> EntityId | None:
        """The entity of a mention by id."""
        link = self._links.get(mention_id)
        return link.entity_id if link else None

    def trust(self, mention: Mention) -> float:
        """How sure the link of a mention is, from 0 to 1; 0.0 without one."""
        link = self._links.get(mention.id)
        return link.confidence if link else 0.0

    def pronoun_form(self, mention: Mention) -> str:
        """The pronoun as written, in lower case; an empty string for names and nouns."""
        if mention.form != "pronominal":
            return ""
        return self._text[mention.start : mention.end].lower()

    def pronouns_of(self, mention: Mention) -> Pronouns | None:
        """What a mention says of its person's pronouns: “her” and “the girl” give “she”."""
        if mention.form == "pronominal":
            return _PRONOUNS.get(self.pronoun_form(mention))
        noun = self.noun(mention)
        found = person_noun(noun) if mention.form == "nominal" else None
        return None if found == "any" else found

    def noun(self, mention: Mention) -> str:
        """The word that carries the meaning of a mention, in lower case."""
        return self._text[mention.head.start : mention.head.end].lower()

    def owner(self, mention: Mention) -> EntityId | None:
        """Whose brother or cook the words name: the one of “his” in “his brother”.

        None for names and titles: “her ladyship” belongs to nobody.
        """
        first = self._innermost.get(mention.start)
        if mention.form != "nominal" or first is None or first.end >= mention.end:
            return None
        return None if self.noun(mention) in _TITLES else self.who(first)

    def is_first_person(self, mention: Mention) -> bool:
        """Whether the mention is “I”, “me”, “my”."""
        return self.pronoun_form(mention) in FIRST_PERSON

    def is_told_as_you(self, mention: Mention) -> bool:
        """Whether the mention is the “you” that second-person narration tells of."""
        return (
            mention.quotation_id is None
            and self.pronoun_form(mention) in SECOND_PERSON
            and self.linked(mention.id) is not None
        )

    def is_group(self, entity_id: EntityId) -> bool:
        """Whether several people act as this one."""
        return entity_id in self._groups

    def pronouns(self, entity_id: EntityId) -> Pronouns | None:
        """The pronouns the text uses for a person; None where it does not say."""
        return self._pronouns.get(entity_id)

    def is_new(self, mention: Mention) -> bool:
        """Whether the words bring in somebody not met before: “a woman”, “another man”."""
        first = self._text[mention.start : mention.end].split(None, 1)[0].lower()
        return mention.form == "nominal" and first in _INTRODUCING

    def agrees(self, entity_id: EntityId, pronouns: Pronouns, offset: int) -> bool:
        """Whether this pronoun, at this offset, may point at that person.

        A person whose pronouns are unknown agrees with all; a group agrees with “they” alone.
        """
        if entity_id == self.narrator_at(offset) or entity_id in self._you:
            return False  # the narration says “I” of its narrator, or “you” of its hero
        if entity_id in self._groups:
            return pronouns == "they"
        known = self._pronouns.get(entity_id)
        return known is None or known == pronouns

    def stranger(self, noun: str) -> EntityId:
        """A stand-in for someone whom the words name and the cast does not hold.

        Inside a conversation “the voice” stays the same person from cue to cue; no stand-in
        leaves the reading of speakers.
        """
        return EntityId(_STRANGER + noun)

    def is_stranger(self, entity_id: EntityId) -> bool:
        """Whether this is a stand-in."""
        return entity_id.startswith(_STRANGER)

    def is_relative(self, entity_id: EntityId) -> bool:
        """Whether a stand-in is named by kinship alone (“his mother”): likely one of the cast."""
        return entity_id.removeprefix(_STRANGER) in KIN

    def is_veiled(self, mention: Mention) -> bool:
        """Whether the words leave open who it is: “somebody”, “a low voice”; not “Tom's voice”."""
        if not self.is_new(mention) or self.noun(mention) not in _VEILS:
            return False
        person = self.who(mention)
        return self.owner(mention) is None and (person is None or person in self._voices)

    def is_several(self, mention: Mention) -> bool:
        """Whether it is a “we” that no group of the cast is known for."""
        return self.pronoun_form(mention) in PLURAL_FIRST_PERSON and self.who(mention) is None

    def everyone(self, mentions: Iterable[Mention]) -> tuple[EntityId, ...]:
        """The people whom these mentions point at, each once, in order."""
        found = (self.who(mention) for mention in mentions)
        return tuple(dict.fromkeys(person for person in found if person is not None))
