"""Names that follow a pronoun in its own clause: in “She called Ines” she is not Ines."""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from fabula.stages.linking.known_people import KnownPeople
from fabula.stages.linking.surroundings import Surroundings
from fabula.stages.linking.syntax import NOWHERE, SyntaxReader

_NOBODY: AbstractSet[str] = frozenset()


class NamedAfter:
    """Whom a clause names after the pronoun that is its subject.

    Finds:
        Everybody named, in whatever part, between the subject and the end of its clause.
    Why it holds:
        English lets a pronoun that is a subject go before the name it stands for only where the
        name is in another clause (Principle C of Chomsky's Lectures on Government and Binding).
    Misses:
        Clauses of which the parser makes two.

    Example:
        In “She looked at Tom, Ines and the boat” she is neither Tom nor Ines.
    """

    def __init__(
        self, places: Sequence[Surroundings], known: KnownPeople, syntax: SyntaxReader | None
    ) -> None:
        self._syntax = syntax
        self._known = known
        self._names: defaultdict[int, list[Surroundings]] = defaultdict(list)
        for place in places:
            if place.mention.form == "proper":
                self._names[place.sentence].append(place)

    def __call__(self, place: Surroundings) -> AbstractSet[str]:
        """The keys of those named after this place in its clause; nobody unless a subject."""
        names = self._names.get(place.sentence)
        if self._syntax is None or names is None or not place.subject:
            return _NOBODY
        clause = self._syntax.read(place.mention.head.start).clause
        if clause == NOWHERE:
            return _NOBODY
        return {
            person.key
            for name in names
            if name.mention.start > place.mention.end
            and name.narrated == place.narrated
            and self._syntax.read(name.mention.head.start).clause == clause
            for person in self._known.bearers(name.text)
        }
