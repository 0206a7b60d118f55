"""Whom a description means: “the ferryman”, “her brother”, “the old man”."""

from collections.abc import Mapping

from msgspec import Struct

from fabula.stages.linking.families import Families
from fabula.stages.linking.focus import Candidate, Focus, Person
from fabula.stages.linking.name_index import NameIndex
from fabula.stages.linking.phrases import BRIDGING, COMPANIONS, Phrase, read_phrase
from fabula.stages.linking.surroundings import Surroundings
from fabula.story import EntityId

BACKWARD = 900
"""Characters of narration over which “the man” points back: about ten sentences."""


FOCUS_REASON = "description of who is in focus"


class Meant(Struct, frozen=True):
    """The person meant, the rule that says so, and how sure it is.

    `nearest` is the person in the cast whom a description would have pointed back at, if the
    story had not introduced someone by it.
    """

    person: Person
    reason: str
    confidence: float
    nearest: str | None = None


class Descriptions:
    """Reads descriptions against the cast, the focus and what was said of people before."""

    def __init__(
        self, focus: Focus, index: NameIndex, families: Families, names: Mapping[str, str]
    ) -> None:
        self._names = names
        self._focus = focus
        self._index = index
        self._families = families
        self._roles: dict[str, Person] = {}
        self._relations: dict[tuple[str, str], Person] = {}
        self._introduced: dict[str, Person] = {}
        self._serial = 0

    def learn(self, phrase: Phrase, person: Person, owner: Person | None) -> None:
        """Remember what the text equates: Tom is “the carpenter”, and Ada's brother."""
        if phrase.plural or phrase.reference == "nobody":
            return
        if phrase.reference == "possessed":
            if owner is not None and phrase.is_kin:
                self._relations[owner.key, phrase.noun] = person
        elif not phrase.is_generic:
            self._roles[phrase.role] = person

    def meant(
        self,
        place: Surroundings,
        phrase: Phrase,
        owner: Person | None,
        people: Mapping[EntityId, Person],
    ) -> Meant | None:
        """Whom the description means; someone new if nobody known fits; None for nobody."""
        if phrase.reference == "nobody":
            return None
        known = self._by_name(place, phrase, people)
        if known is not None:
            return known
        if phrase.plural:
            return self._group(phrase)
        if phrase.reference == "possessed":
            return self._possessed(place, phrase, owner, people)
        if phrase.reference == "new":
            return self._introduce(phrase)
        return self._definite(place, phrase, people)

    def _by_name(
        self, place: Surroundings, phrase: Phrase, people: Mapping[EntityId, Person]
    ) -> Meant | None:
        """“the Slayer”, “the waiter”: the cast has the description itself."""
        if phrase.reference not in {"definite", "new"}:
            return None
        full = " ".join(("the", *place.text.split()[1:]))
        for key in (full, f"the {phrase.role}"):
            bearers = self._index.bearers(key)
            if not bearers or (phrase.reference == "new" and bearers[0].named):
                continue
            if phrase.is_generic and not self._is_plain_match(place, people[bearers[0].id]):
                continue
            return Meant(people[bearers[0].id], "description in the cast", 0.7)
        return None

    def _is_plain_match(self, place: Surroundings, person: Person) -> bool:
        """“the old woman” of some chapters ago is hardly the one who is there now."""
        candidate = self._focus.get(person.key)
        if candidate is not None:
            return place.told - candidate.last.told <= BACKWARD
        return self._pointed_at(place, read_phrase(place)) is None

    def _possessed(
        self,
        place: Surroundings,
        phrase: Phrase,
        owner: Person | None,
        people: Mapping[EntityId, Person],
    ) -> Meant | None:
        if owner is None:
            return self._introduce(phrase, kept=False)
        if phrase.is_kin:
            return self._relative(place, phrase, owner, people)
        if phrase.noun in COMPANIONS:
            found = self._pointed_at(place, phrase, besides=owner.key)
            if found is not None:
                return Meant(found.person, "companion in focus", 0.5)
        return self._owned(phrase, owner, people)

    def _relative(
        self,
        place: Surroundings,
        phrase: Phrase,
        owner: Person,
        people: Mapping[EntityId, Person],
    ) -> Meant:
        """A relation told before; else the relative in focus; else the only one of the name."""
        told = self._relations.get((owner.key, phrase.noun))
        if told is not None:
            return Meant(told, "relation told before", 0.75)
        if owner.in_cast:
            relatives = self._families.relatives(EntityId(owner.key), phrase.noun)
            in_focus = [c for key in relatives if (c := self._focus.get(key)) is not None]
            near = [c for c in in_focus if place.told - c.last.told <= BACKWARD]
            if near:
                latest = min(near, key=lambda candidate: place.told - candidate.last.told)
                return Meant(latest.person, "relative in focus", 0.65 if len(near) == 1 else 0.5)
            if len(relatives) == 1:
                return Meant(people[relatives[0]], "only such relative", 0.6)
        return self._owned(phrase, owner, people)

    def _owned(self, phrase: Phrase, owner: Person, people: Mapping[EntityId, Person]) -> Meant:
        """Someone's relative or servant who has no name (yet)."""
        key = (owner.key, phrase.noun)
        if key not in self._relations:
            bearers = self._index.bearers(f"{self._names.get(owner.key, '')}’s {phrase.noun}")
            if bearers:
                self._relations[key] = people[bearers[0].id]
                return Meant(self._relations[key], "described by relation", 0.6)
            name = f"{phrase.noun} of {owner.key}"
            self._relations[key] = Person(name, phrase.pronoun, in_cast=False)
        return Meant(self._relations[key], "described by relation", 0.5)

    def _definite(
        self, place: Surroundings, phrase: Phrase, people: Mapping[EntityId, Person]
    ) -> Meant | None:
        titled = [key for key in self._families.titled(phrase.noun) if key in people]
        if titled:
            near = [c for key in titled if (c := self._focus.get(key)) is not None]
            if near or len(titled) == 1:
                person = near[0].person if near else people[titled[0]]
                return Meant(person, "title", 0.7)
        if phrase.role in self._roles:
            return Meant(self._roles[phrase.role], "role told before", 0.65)
        if not phrase.is_generic and phrase.role in self._introduced:
            nearest = self._pointed_at(place, phrase, in_cast=True)
            return Meant(
                self._introduced[phrase.role],
                "introduced before",
                0.6,
                nearest.person.key if nearest is not None else None,
            )
        found = self._pointed_at(place, phrase) if phrase.noun not in BRIDGING else None
        if found is not None:
            return Meant(found.person, FOCUS_REASON, 0.5)
        return self._introduce(phrase, kept=not phrase.is_kin)

    def _pointed_at(
        self,
        place: Surroundings,
        phrase: Phrase,
        *,
        besides: str | None = None,
        in_cast: bool = False,
    ) -> Candidate | None:
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
        fitting = [
            candidate
            for candidate in self._focus.candidates()
            if self._fits(place, phrase, candidate, besides)
            and (candidate.person.in_cast or not in_cast)
        ]
        if phrase.is_other:
            fitting = fitting[1:2]
        same_noun = [c for c in fitting if c.person.key.split("@")[0] == phrase.noun]
        if same_noun:
            return same_noun[0]
        if besides is not None:
            fitting = [c for c in fitting if c.person.in_cast] or fitting
        subjects = [c for c in fitting if c.last_subject is not None][:2]
        return min(
            subjects or fitting[:1],
            key=lambda candidate: place.told - candidate.last.told,
            default=None,
        )

    def _fits(
        self, place: Surroundings, phrase: Phrase, candidate: Candidate, besides: str | None
    ) -> bool:
        person, last = candidate.person, candidate.last_for(place)
        if person.group or person.key == besides or (person.narrator and place.narrated):
            return False
        if phrase.pronoun is not None and person.pronoun != phrase.pronoun:
            return False
        if last.sentence == place.sentence or place.told - last.told > BACKWARD:
            return False
        if place.narrated and not last.narrated:
            return False
        return last.scene == place.scene

    def _introduce(self, phrase: Phrase, *, kept: bool = True) -> Meant:
        """Someone new; a role comes back under the same key, “a man” is another each time."""
        if phrase.is_generic or not kept:
            self._serial += 1
            key = f"{phrase.noun}@{self._serial}"
        else:
            key = phrase.role
        person = Person(key, phrase.pronoun, in_cast=False)
        if kept and not phrase.is_generic:
            person = self._introduced.setdefault(phrase.role, person)
        return Meant(person, "introduced", 0.4)

    def _group(self, phrase: Phrase) -> Meant:
        person = Person(f"group {phrase.noun}", "they", in_cast=False, group=True)
        return Meant(self._introduced.setdefault(phrase.noun, person), "group", 0.5)
