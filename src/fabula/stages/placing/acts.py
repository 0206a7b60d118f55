"""What people do in a passage: by the grammar of its words, where the encoder has read them."""

from collections.abc import Iterator, Sequence

import numpy as np

from fabula.stages.clauses.facts import is_fact, own_doubt
from fabula.stages.clauses.narration import Narration
from fabula.stages.placing.routes import is_perfect
from fabula.stages.telling.predicates import HAVE_FORMS, Predicate, predicates
from fabula.stages.telling.scene_narration import NarratedPerson, Passage

_VERBAL = frozenset({"VERB", "AUX"})


class Acts:
    """The predicates of passages.

    Finds:
        What the words beside each person tell (`predicates`); with grammar also the verbs that
        stand far from who does them, and only those that are told as facts.
    Why it holds:
        The arcs join a verb to its subject across whatever stands in between.
    Misses:
        Subjects that nobody is linked to.

    Example:
        Of “He gave the guard a nod and went out” the words beside “the guard” hide whose “went” is.
    """

    def __init__(self, told: Narration | None = None) -> None:
        """Reads passages of this narration; without one by the words alone."""
        self._told = told

    def predicates(self, passage: Passage) -> Sequence[Predicate]:
        """The predicates of the people in the passage, by where their verbs stand."""
        beside = predicates(passage)
        if self._told is None:
            return beside
        by_words = {each.verb: each.subject for each in beside}
        found: list[Predicate] = []
        known: set[int] = set()
        for row, verb in self._verbs(passage):
            known.add(verb)
            if _is_told(self._told, row):
                helping = self._helping(row)
                people = self._subjects(passage, row, by_words.get(verb))
                found += [Predicate(person, verb, helping) for person in people]
        found += [each for each in beside if each.verb not in known]
        return sorted(found, key=lambda each: each.verb)

    def _verbs(self, passage: Passage) -> Iterator[tuple[int, int]]:
        """The rows of the verbs of a passage, and their places among its words."""
        assert self._told is not None
        places = {start: number for number, start in enumerate(passage.starts)}
        low, high = np.searchsorted(self._told.rows.starts, (passage.start, passage.end))
        for row in range(int(low), int(high)):
            verb = places.get(int(self._told.rows.starts[row]))
            if verb is not None and self._told.tags[row] in _VERBAL and self._told.told[row]:
                yield row, verb

    def _subjects(
        self, passage: Passage, row: int, beside: NarratedPerson | None
    ) -> Sequence[NarratedPerson]:
        """Who does it: the verb's own subject, else who stands `beside` it, else one it shares."""
        assert self._told is not None
        own: Sequence[int] = self._told.hanging(row, "nsubj", "nsubjpass")
        if not own and beside is not None:
            return [beside]
        found = own or self._told.participants(row).agents
        people = (_person(passage, int(self._told.rows.starts[each])) for each in found)
        return [each for each in people if each is not None]

    def _helping(self, row: int) -> tuple[str, ...]:
        """The auxiliaries of a verb, with those of another verb that it shares."""
        told = self._told
        assert told is not None
        helping = [told.words[each] for each in told.hanging(row, "aux", "auxpass")]
        perfect = is_perfect(told, row) and not HAVE_FORMS.intersection(helping)
        return (*helping, "had") if perfect else tuple(helping)  # “had got up and run out”


def _is_told(told: Narration, row: int) -> bool:
    """Whether it happens; “all that she could carry when Tom came in”: he came."""
    if is_fact(told, row):
        return True
    when = any(told.words[each] in _WHEN for each in told.hanging(row, "advmod", "mark"))
    aside = when and told.relations[told.heads[row]] in {"relcl", "acl"}
    return aside and told.told[row] and own_doubt(told, row) is None


_WHEN = frozenset({"when", "as", "while"})


def _person(passage: Passage, offset: int) -> NarratedPerson | None:
    """Whom the word at this offset names: “mother” of “Tom's mother” is not Tom."""
    around = [
        person
        for person in passage.people
        if person.start <= offset <= passage.starts[person.last - 1]
    ]
    return min(around, key=lambda person: person.last - person.first, default=None)
