"""Who does what and to whom: the participants of a word, by its grammatical relations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS, Scores
from fabula.stages.kept import kept
from fabula.stages.token_rows import token_rows
from fabula.story import Story

MOST_STEPS = 4
"""How far a verb without a subject looks for one: “she rose, and took her hat, and left”."""

_READ = frozenset("nsubj nsubjpass dobj dative agent pobj conj poss prep".split())
_SHARING = frozenset("conj xcomp advcl".split())
"""A verb that is one of these to another verb and has no subject shares that verb's."""

_RELATIVE = frozenset("who whom which that".split())
_VERBS = frozenset({PARTS_OF_SPEECH.index("VERB"), PARTS_OF_SPEECH.index("AUX")})


class Participants(Struct, frozen=True):
    """Rows of the tokens that name who acts, and those to whom it happens."""

    agents: tuple[int, ...] = ()
    patients: tuple[int, ...] = ()


class Grammar:
    """The grammatical relations of a document, from each word to those that hang on it."""

    def __init__(self, scores: Scores, words: Sequence[str]) -> None:
        """The relations in `scores`; `words` are the tokens as written."""
        self._heads: Sequence[int] = scores.heads.tolist()
        self._relations = [RELATIONS[relation] for relation in scores.relations.tolist()]
        self._verb = [tag in _VERBS for tag in scores.tags.tolist()]
        self._words = words
        self._hanging: defaultdict[int, defaultdict[str, list[int]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._known: dict[int, Participants] = {}
        wanted = np.isin(scores.relations, [RELATIONS.index(name) for name in _READ])
        for row in np.flatnonzero(wanted).tolist():
            self._hanging[self._heads[row]][self._relations[row]].append(row)

    def participants(self, row: int) -> Participants:
        """The participants of the word at this row, in text order.

        Finds:
            Subjects and objects of a verb, those behind “by” and “to”, the subject that it
            shares with another verb, the noun that its clause describes; who owns a noun.
        Why it holds:
            The relations say who does what to whom (the ClearNLP scheme).
        Misses:
            What only the sense tells: in “he was told to go” who told him.

        Example:
            “Ines, who had found the key, laughed.” For “found” Ines is the agent, the key the
            patient.
        """
        if row not in self._known:  # several stages ask about the same words
            self._known[row] = self._participants(row)
        return self._known[row]

    def _participants(self, row: int) -> Participants:
        agents, patients = self._subjects(row, MOST_STEPS)
        objects = [*self._of(row, "dobj"), *self._recipients(row)]
        if not (self._verb[row] or agents or patients or objects):
            return Participants(self._everyone(row, self._of(row, "poss")))
        agents = [*agents, *self._behind(row, "agent")]
        patients = [*patients, *objects]
        if agents and not patients:
            patients = self._described(row)
        everyone = self._everyone(row, agents)
        return Participants(
            everyone, tuple(each for each in self._everyone(row, patients) if each not in everyone)
        )

    def _of(self, row: int, relation: str) -> list[int]:
        below = self._hanging.get(row)
        return [] if below is None else list(below.get(relation, ()))

    def _behind(self, row: int, relation: str) -> list[int]:
        """The nouns behind a preposition: “by the wind”, “to Tom”."""
        return [noun for small in self._of(row, relation) for noun in self._of(small, "pobj")]

    def _recipients(self, row: int) -> list[int]:
        """“Tom” of “gave Tom the key” and of “gave the key to Tom”."""
        behind = self._behind(row, "dative")
        return behind or self._of(row, "dative")

    def _subjects(self, row: int, steps: int) -> tuple[list[int], list[int]]:
        """Those who act, and those whom a passive happens to; the verb's own or shared."""
        agents, patients = self._of(row, "nsubj"), self._of(row, "nsubjpass")
        relation, head = self._relations[row], self._heads[row]
        if agents or patients or head == row or not steps:
            return agents, patients
        if relation == "acl":
            # “the dog barking at him”, “a letter written by her”
            return ([head], []) if self._words[row].endswith("ing") else ([], [head])
        if relation not in _SHARING or not self._verb[head]:
            return [], []
        objects = self._of(head, "dobj") if relation == "xcomp" else []
        # “she helped him climb” has another subject than “she began to climb”.
        return (objects, []) if objects else self._subjects(head, steps - 1)

    def _described(self, row: int) -> list[int]:
        """“the boat” in “the boat she mended”: the object that stands before its clause."""
        noun = self._noun_before(row)
        relative = any(self._words[child].lower() in _RELATIVE for child in self._of(row, "nsubj"))
        return [noun] if noun is not None and not relative else []

    def _noun_before(self, row: int) -> int | None:
        """The noun that the verb's relative clause describes; the clause may have more verbs."""
        for _ in range(MOST_STEPS):
            relation, head = self._relations[row], self._heads[row]
            if relation == "relcl":
                return head
            if relation != "conj" or head == row:
                break
            row = head
        return None

    def _everyone(self, row: int, nouns: Iterable[int]) -> tuple[int, ...]:
        """Each noun, for a “who” the noun it stands for, and those joined to it by “and”."""
        found: list[int] = []
        for noun in nouns:
            relative = self._words[noun].lower() in _RELATIVE
            before = self._noun_before(row) if relative else None
            found += [noun] if before is None else [before]
            joined = self._of(noun, "conj")
            while joined:
                found += joined
                joined = [other for each in joined for other in self._of(each, "conj")]
        return tuple(sorted(dict.fromkeys(found)))


@kept("document")
def grammar_of(story: Story, scores: Scores) -> Grammar:
    """The grammatical relations of a story's document."""
    return Grammar(scores, token_rows(story).words())
