"""Who is in focus: the people whom a pronoun or a description may mean, by the text so far."""

from collections import deque
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.surroundings import Surroundings
from fabula.stages.linking.syntax import SyntaxReader

REMEMBERED = 14
"""People in focus at most: a bare “he” never means someone named before fourteen others."""


COUNTED = 30
"""Mentions remembered of each: enough to tell whom the last pages were about."""


_NOBODY: AbstractSet[str] = frozenset()


class Person(Struct, gc=False):
    """Someone who may be meant: a member of the cast, or someone only described.

    `key` is the entity's id, or the description's own key for someone who is not in the cast.
    `pronoun`, where it is not known, is learnt from the pronouns that mean them (`seen`).
    `weight` says how much the whole story is about them: 0 hardly, 3 most of all.
    """

    key: str
    pronoun: Agreement | None
    in_cast: bool
    named: bool = False
    seen: dict[Agreement, int] = {}
    group: bool = False
    weight: int = 0

    def see(self, agreement: Agreement) -> None:
        """Note that a pronoun was read as this person; enough of one kind are the person's own."""
        self.seen = {**self.seen, agreement: self.seen.get(agreement, 0) + 1}
        times, total = self.seen[agreement], sum(self.seen.values())
        if self.pronoun is None and times >= LEAST_SEEN:
            self.pronoun = agreement if times >= SEEN_SHARE * total else None


LEAST_SEEN = 3
SEEN_SHARE = 0.7
"""Three pronouns of one kind, and hardly any other, are someone's own. Until then a captain
who comes up from her cabin may still be the “he” of the next sentence, and after that no more."""


class Candidate(Struct, gc=False):
    """A person in focus: the last mention, the last by the narrator, the last as a subject.

    `recent` are the places of the last mentions by the narrator, as `Surroundings.told` has them.
    """

    person: Person
    last: Surroundings
    last_told: Surroundings | None
    last_subject: Surroundings | None
    recent: deque[int]

    def last_for(self, place: Surroundings) -> Surroundings:
        """The mention that a pronoun at this place would take up.

        What people say about someone hardly brings them into the narrator's focus, so in
        narration it is the narrator's own last mention, if there is one.
        """
        return self.last_told if place.narrated and self.last_told is not None else self.last


class Focus:
    """People mentioned of late, and who has spoken."""

    def __init__(self, syntax: SyntaxReader | None = None) -> None:
        """Nobody yet; `syntax` tells subjects that words alone do not show."""
        self._syntax = syntax
        self._candidates: dict[str, Candidate] = {}
        self._speakers: dict[int, str] = {}
        self._called: dict[int, set[str]] = {}
        self._subjects: dict[int, str] = {}

    def note(self, person: Person, place: Surroundings) -> None:
        """Remember a mention of this person."""
        candidate = self._candidates.pop(person.key, None)
        if candidate is None:
            candidate = Candidate(person, place, None, None, deque(maxlen=COUNTED))
        candidate.last = place
        if place.narrated:
            candidate.last_told = place
            candidate.recent.append(place.told)
            if place.subject or self._acts(place):
                candidate.last_subject = place
                self._subjects.setdefault(place.paragraph, person.key)
        self._candidates[person.key] = candidate
        if len(self._candidates) > REMEMBERED:
            del self._candidates[next(iter(self._candidates))]
        if place.speaks:
            self._speakers[place.paragraph] = person.key
        if place.called:
            self._called.setdefault(place.paragraph, set()).add(person.key)

    def _acts(self, place: Surroundings) -> bool:
        if self._syntax is None:
            return False
        return self._syntax.read(place.mention.head.start).role == "subject"

    def candidates(self) -> Iterator[Candidate]:
        """Everyone in focus, the last mentioned first."""
        yield from reversed(self._candidates.values())

    def get(self, key: str) -> Candidate | None:
        """The person with this key, if in focus."""
        return self._candidates.get(key)

    def speaker_of(self, paragraph: int) -> str | None:
        """Who speaks in a paragraph by its cue; None where no cue was read."""
        return self._speakers.get(paragraph)

    def first_subject_of(self, paragraph: int) -> str | None:
        """Who was the first to act in what a paragraph narrates, so far."""
        return self._subjects.get(paragraph)

    def called_in(self, paragraph: int) -> AbstractSet[str]:
        """Who is addressed by name in a paragraph, so far."""
        return self._called.get(paragraph, _NOBODY)
