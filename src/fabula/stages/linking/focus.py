"""Who is in focus: the people whom a pronoun or a description may mean, by the text so far."""

from collections import deque
from collections.abc import Iterator

from msgspec import Struct

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.surroundings import Surroundings

REMEMBERED = 14
"""People in focus at most: a bare “he” never means someone named before fourteen others."""

RECENT = 1500
"""Characters of narration over which mentions are counted: about a page."""


class Person(Struct, gc=False):
    """Someone who may be meant: a member of the cast, or someone only described.

    `key` is the entity's id, or the description's own key for someone who is not in the cast.
    `pronoun` of someone only described is learnt from the first pronoun that means them.
    """

    key: str
    pronoun: Agreement | None
    in_cast: bool
    group: bool = False
    narrator: bool = False


class Candidate(Struct, gc=False):
    """A person in focus: their last mention, and their last as a subject."""

    person: Person
    last: Surroundings
    last_subject: Surroundings | None
    recent: deque[int]


class Focus:
    """People mentioned of late, and who has spoken."""

    def __init__(self) -> None:
        self._candidates: dict[str, Candidate] = {}
        self._speakers: dict[int, str] = {}
        self._called: dict[int, set[str]] = {}

    def note(self, person: Person, place: Surroundings) -> None:
        """Remember a mention of this person."""
        candidate = self._candidates.pop(person.key, None)
        if candidate is None:
            candidate = Candidate(person, place, None, deque(maxlen=12))
        candidate.last = place
        if place.subject and place.narrated:
            candidate.last_subject = place
        candidate.recent.append(place.told)
        self._candidates[person.key] = candidate
        if len(self._candidates) > REMEMBERED:
            del self._candidates[next(iter(self._candidates))]
        if place.speaks:
            self._speakers[place.paragraph] = person.key
        if place.called:
            self._called.setdefault(place.paragraph, set()).add(person.key)

    def candidates(self) -> Iterator[Candidate]:
        """Everyone in focus, the last mentioned first."""
        yield from reversed(self._candidates.values())

    def get(self, key: str) -> Candidate | None:
        """The person with this key, if in focus."""
        return self._candidates.get(key)

    def speaker_of(self, paragraph: int) -> str | None:
        """Who speaks in a paragraph by its cue; None where no cue was read."""
        return self._speakers.get(paragraph)

    def called_in(self, paragraph: int) -> frozenset[str]:
        """Who is addressed by name in a paragraph, so far."""
        return frozenset(self._called.get(paragraph, ()))
