"""Whom a description means: “the ferryman”, “her brother”, “the old man”."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from fabula.lexicon.roles import person_noun
from fabula.stages.linking.focus import Candidate, Person
from fabula.stages.linking.known_people import KnownPeople
from fabula.stages.linking.phrases import BRIDGING, COMPANIONS, Phrase
from fabula.stages.linking.pointers import read_pointer
from fabula.stages.linking.scoring import Context, score
from fabula.stages.linking.surroundings import Surroundings
from fabula.story import EntityId

BACKWARD = 900
"""Characters of narration over which “the man” points back: about ten sentences."""

PASSERS_BY = frozenset("man woman lady gentleman fellow person stranger".split())
"""Nouns by which a story calls one person after another."""

FOCUS_REASON = "description of who is in focus"


class Meant(Struct, frozen=True):
    """The person meant, the rule that says so, and how sure it is.

    `nearest` is the person in the cast whom a description would have pointed back at, if the
    story had not introduced someone by it. `shares` is how likely everyone is who may be meant,
    by key; empty where nobody else was thought of.
    """

    person: Person
    reason: str
    confidence: float
    nearest: str | None = None
    shares: Mapping[str, float] = MappingProxyType({})


class Description(Struct, frozen=True):
    """A description where it stands; `owner` is whose relative, friend or servant it names."""

    place: Surroundings
    phrase: Phrase
    owner: Person | None = None


class Descriptions:
    """Reads descriptions against the cast, the focus and what was said of people before."""

    def __init__(
        self, text: str, context: Context, known: KnownPeople, *, guess: bool = True
    ) -> None:
        """Nobody described yet; `text` is the document's, `guess` as in `decide`."""
        self._text = text
        self._context = context
        self._guess = guess
        self._focus = context.focus
        self._known = known
        self._roles: dict[str, Person] = {}
        self._relations: dict[tuple[str, str], Person] = {}
        self._introduced: dict[str, Person] = {}
        self._serial = 0

    def learn(self, description: Description, person: Person) -> None:
        """Remember what the text equates: Tom is “the carpenter”, and Ada's brother."""
        phrase, owner = description.phrase, description.owner
        if phrase.plural or phrase.reference == "nobody":
            return
        if phrase.reference == "possessed":
            if owner is not None and phrase.is_kin:
                self._relations[owner.key, phrase.noun] = person
        elif not phrase.is_generic:
            self._roles[phrase.role] = person

    def meant(self, description: Description) -> Meant | None:
        """Whom the description means; someone new if nobody known fits; None for nobody."""
        phrase = description.phrase
        if phrase.reference == "nobody":
            return None
        known = self._by_name(description)
        if known is not None:
            return known
        if phrase.plural:
            return self._group(phrase)
        if phrase.reference == "possessed":
            return self._possessed(description)
        if phrase.reference == "new":
            return self._introduce(phrase)
        return self._definite(description)

    def _by_name(self, description: Description) -> Meant | None:
        """“the Pilot”, “the waiter”: the cast has the description itself."""
        phrase = description.phrase
        if phrase.reference not in {"definite", "new"}:
            return None
        for name in (phrase.full, f"the {phrase.role}"):
            person = next(iter(self._known.bearers(name)), None)
            if person is None or (phrase.reference == "new" and person.named):
                continue
            if not phrase.is_generic or self._is_near(description, person):
                return Meant(person, "description in the cast", 0.7)
            if phrase.reference == "definite":
                # “The old man” of the cast who is not there is not just “the man” either.
                return None
        return None

    def _is_near(self, description: Description, person: Person) -> bool:
        """“the old woman” of some chapters ago is hardly the one who is there now."""
        candidate = self._focus.get(person.key)
        if candidate is not None:
            # “A very old man” is somebody else than the man who is there.
            near = description.place.told - candidate.last.told <= BACKWARD
            return near and description.phrase.reference != "new"
        if description.phrase.reference == "new":
            # “A boy of ten” who is not there yet is the boy; “a man” may be any passer-by.
            return description.phrase.noun not in PASSERS_BY
        pointed_at = self._pointed_at(description)
        return pointed_at is None or _is_brought_in(pointed_at.person, description.phrase)

    def _possessed(self, description: Description) -> Meant:
        phrase, owner = description.phrase, description.owner
        if owner is None:
            return self._introduce(phrase, kept=False)
        if phrase.is_kin:
            return self._relative(description, owner)
        if phrase.noun in COMPANIONS:
            found = self._pointed_at(description)
            if found is not None:
                return Meant(found.person, "companion in focus", 0.5)
        return self._owned(phrase, owner)

    def _relative(self, description: Description, owner: Person) -> Meant:
        """A relation told before; else the relative in focus; else the only one of the name."""
        place, phrase = description.place, description.phrase
        told = self._relations.get((owner.key, phrase.noun))
        if told is not None and told.named:
            return Meant(told, "relation told before", 0.75)
        by_title = self._relative_by_title(description, owner)
        if by_title is not None:
            return Meant(by_title, "relative by title", 0.65)
        if owner.in_cast:
            relatives = self._known.families.relatives(EntityId(owner.key), phrase.noun)
            in_focus = [c for key in relatives if (c := self._focus.get(key)) is not None]
            near = [c for c in in_focus if place.told - c.last.told <= BACKWARD]
            if near:
                latest = min(near, key=lambda candidate: place.told - candidate.last.told)
                return Meant(latest.person, "relative in focus", 0.65 if len(near) == 1 else 0.5)
            if len(relatives) == 1:
                return Meant(self._known[relatives[0]], "only such relative", 0.6)
        return self._owned(phrase, owner)

    def _relative_by_title(self, description: Description, owner: Person) -> Person | None:
        """The one whom the story calls by the relation.

        Finds:
            The only person in focus with the word for a title; of a narrator's relatives the
            only one of the story with it, or whose name is another word for it.
        Why it holds:
            Narrators call their relatives what they are to them, and so do stories told close
            to one person.
        Misses:
            Two families, each with an uncle who is there.

        Example:
            “Uncle Toby sat down. Her uncle sighed.” and “I ran to Mum. My mother laughed.”
        """
        noun, told = description.phrase.noun, description.place.told
        titled = [key for key in self._known.families.titled(noun) if key != owner.key]
        narrator = self._known.narrator_at(description.place)
        if narrator is not None and owner.key == narrator.key:
            titled += self._known.families.called(noun)
            return self._known[titled[0]] if len(titled) == 1 else None
        in_focus = [c for key in titled if (c := self._focus.get(key)) is not None]
        near = [c.person for c in in_focus if told - c.last.told <= BACKWARD]
        return near[0] if len(near) == 1 else None

    def _owned(self, phrase: Phrase, owner: Person) -> Meant:
        """Someone's relative or servant who has no name (yet)."""
        key = (owner.key, phrase.noun)
        if key not in self._relations:
            name = f"{self._known.name_of(owner)}’s {phrase.noun}"
            unnamed = Person(f"{phrase.noun} of {owner.key}", phrase.pronoun, in_cast=False)
            self._relations[key] = next(iter(self._known.bearers(name)), unnamed)
        return Meant(self._relations[key], "described by relation", 0.5)

    def _definite(self, description: Description) -> Meant:
        phrase = description.phrase
        titled = self._titled(phrase)
        if titled is not None:
            return Meant(titled, "title", 0.7)
        if phrase.role in self._roles:
            return Meant(self._roles[phrase.role], "role told before", 0.65)
        if not phrase.is_generic and phrase.role in self._introduced:
            nearest = self._pointed_at(description, in_cast=True)
            return Meant(
                self._introduced[phrase.role],
                "introduced before",
                0.6,
                nearest.person.key if nearest is not None else None,
            )
        # What people say in a conversation points at others than those who are in focus.
        told = description.place.narrated
        mention = description.place.mention
        points = told and phrase.noun not in BRIDGING and not phrase.is_portrait
        # “Brigadier came down the stairs”, with no article, is a name, be it a dog's.
        points = points and not (phrase.capital and mention.start == mention.head.start)
        points = points and read_pointer(self._text, mention, phrase) is None
        points = points and (self._guess or phrase.points_back or _acts_by_trade(description))
        found = self._pointed_at(description) if points else None
        if found is not None:
            return Meant(found.person, FOCUS_REASON, 0.5)
        return self._introduce(phrase, kept=not phrase.is_kin)

    def _titled(self, phrase: Phrase) -> Person | None:
        """“the captain”: Captain Brook, if he is in focus or the only captain."""
        keys = self._known.families.titled(phrase.noun)
        near = [c for key in keys if (c := self._focus.get(key)) is not None]
        if near:
            return near[0].person
        return self._known[keys[0]] if len(keys) == 1 else None

    def _pointed_at(self, description: Description, *, in_cast: bool = False) -> Candidate | None:
        """The nearest person whom the description fits.

        Finds:
            Someone in focus of the right sex who is not mentioned in the same sentence; someone
            introduced with the same noun before anyone else.
        Why it holds:
            Nobody is called by two descriptions in one sentence, and a description that is not
            an introduction points back.
        Misses:
            Two men talking, where “the man” may be either.

        Example:
            “Tom saw Ada. The carpenter waved.”: Tom, if the noun fits both, as the subject.
        """
        place, phrase = description.place, description.phrase
        fitting = [
            candidate
            for candidate in self._focus.candidates()
            if (candidate.person.in_cast or not in_cast) and self._fits(description, candidate)
        ]
        if phrase.is_other:
            fitting = fitting[1:2]
        same_noun = [c for c in fitting if _is_brought_in(c.person, phrase)]
        if same_noun:
            return same_noun[0]
        if description.owner is not None:
            fitting = [c for c in fitting if c.person.in_cast] or fitting
        if phrase.age is not None:
            fitting = [c for c in fitting if phrase.age in self._known.ages(c.person)] or fitting
        ranked = [
            (score(place, candidate, rank, self._context), -rank, candidate)
            for rank, candidate in enumerate(fitting)
        ]
        return max(ranked, key=lambda item: item[:2])[2] if ranked else None

    def _fits(self, description: Description, candidate: Candidate) -> bool:
        place, phrase = description.place, description.phrase
        person, last = candidate.person, candidate.last_for(place)
        if person.group or person == description.owner or self._context.tells(person, place):
            return False
        if phrase.pronoun is not None and person.pronoun != phrase.pronoun:
            return False
        if not (person.named or phrase.is_generic or "@" in person.key):
            # “the second sailor” does not point back at the first.
            return False
        if not self._known.may_be_called(person, phrase.noun, phrase.age):
            return False
        if last.sentence == place.sentence or self._known.is_told_in(person, place.sentence):
            return False
        far = place.told - last.told > BACKWARD or last.scene != place.scene
        return not far and (last.narrated or not place.narrated)

    def _introduce(self, phrase: Phrase, *, kept: bool = True) -> Meant:
        """Someone new; a role comes back under the same key, “a man” is another each time."""
        kept = kept and not phrase.is_generic
        if not kept:
            self._serial += 1
        key = phrase.role if kept else f"{phrase.noun}@{self._serial}"
        person = Person(key, phrase.pronoun, in_cast=False)
        if kept:
            person = self._introduced.setdefault(phrase.role, person)
        return Meant(person, "introduced", 0.4)

    def _group(self, phrase: Phrase) -> Meant:
        person = Person(f"group {phrase.noun}", "they", in_cast=False, group=True)
        return Meant(self._introduced.setdefault(phrase.noun, person), "group", 0.5)


def _is_brought_in(person: Person, phrase: Phrase) -> bool:
    """Whether somebody outside the cast was brought in with the same noun: “a man”, “the man”."""
    return not person.in_cast and person.key.split("@")[0] == phrase.noun


def _acts_by_trade(description: Description) -> bool:
    """“The carpenter did not want to ask.”: who goes on acting was told of by name before.

    Not “said the barber”, who may be any voice of the crowd, nor “told the organist”.
    """
    place, phrase = description.place, description.phrase
    return place.subject and not place.speaks and person_noun(phrase.noun) is not None
