"""Which mentions of things are one thing: “a small key”, then “the key”, then “it”."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from fabula.lexicon.body_words import BODY_NOUNS
from fabula.stages.clauses.narration import Narration
from fabula.story import ChainId, EntityId

_NEW = frozenset("a an another".split())
"""A determiner that brings in something that was not there before."""

_PRONOUNS = ("it", "them")
_ONE_ENDS = ("ss", "us", "'s")
"""“Glass” and “cactus” are one."""

_SOMETHING = frozenset("something anything everything one another".split())
_TELLS_APART = ("amod", "compound", "nummod")
LATEST = 30
"""Among so many things of one name the right one is looked for; no story keeps more apart."""

FARTHEST_PRONOUN = 30
"""How many words back “it” looks for the thing that it stands for."""

NEAR = 10
"""Of “took a key from a bag” what is taken is meant by “it”, and not the bag."""

_NAMED_AS = frozenset("dobj nsubj nsubjpass conj attr".split())
"""Something else that is dealt with in between may be what “it” takes up."""


class Thing(Struct, frozen=True):
    """One thing: the chain that stands for it, and what tells it from others of its name."""

    chain_id: ChainId
    noun: str
    marks: frozenset[str]
    owner: EntityId | None


class Things:
    """The things of a story by the rows of the words that name them."""

    def __init__(self, told: Narration) -> None:
        """Gathers the mentions of the narration's things, names before pronouns."""
        self._told = told
        self._by_row: dict[int, Thing] = {}
        self._by_noun: defaultdict[str, list[Thing]] = defaultdict(list)
        self._by_chain: dict[ChainId, Thing] = {}
        self._rows: Sequence[int] = sorted(
            row for row in told.things if told.words[row] not in BODY_NOUNS
        )
        for row in self._rows:
            self._by_row[row] = self._of_mention(row)
        self._before = {word: self._meant_by(word, turning=True) for word in _PRONOUNS}
        self._named = {word: self._meant_by(word, turning=False) for word in _PRONOUNS}

    @property
    def rows(self) -> Sequence[int]:
        """The rows of the heads of all mentions of things."""
        return self._rows

    def at(self, row: int) -> Thing | None:
        """The thing that the word at this row names.

        “it” is the last single thing that was dealt with, “them” the last of several, if that is
        near and the narration has not turned to another since.
        """
        return self._by_row.get(row) or self._meant(row, self._before)

    def handled(self, row: int) -> Thing | None:
        """The thing at this row, given that it is handed, taken or laid down.

        What one hands to another is a thing to hold: “it” may look past houses and hands for it.
        """
        return self.at(row) or self._meant(row, self._named)

    def may_be(self, row: int, thing: Thing) -> bool:
        """Whether the word at this row can stand for the thing: “it” for a key, not for keys."""
        return self._told.words[row] == _pronoun_of(thing.noun) and row not in self._told.beings

    def _meant(self, row: int, before: Mapping[str, Sequence[int]]) -> Thing | None:
        word = self._told.words[row]
        if word not in _PRONOUNS or row in self._told.beings:
            return None
        return self._by_row.get(before[word][row])

    def _of_mention(self, row: int) -> Thing:
        mention = self._told.things[row]
        chain_id = self._told.chains[mention.id].id
        if chain_id in self._by_chain:
            return self._by_chain[chain_id]
        noun = self._told.words[row]
        owner = self._told.owner(row)
        owner_id = owner.entity_id if owner else None
        marks = frozenset(
            self._told.words[child] for child in self._told.hanging(row, *_TELLS_APART)
        )
        thing = None if self._is_new(row) else self._known(noun, marks, owner_id)
        if thing is None:
            thing = Thing(chain_id, noun, marks, owner_id)
            self._by_noun[noun].append(thing)
        self._by_chain[chain_id] = thing
        return thing

    def _is_new(self, row: int) -> bool:
        return any(self._told.words[each] in _NEW for each in self._told.hanging(row, "det"))

    def _known(self, noun: str, marks: frozenset[str], owner: EntityId | None) -> Thing | None:
        """The last thing of that name which nothing said of either tells apart."""
        for thing in reversed(self._by_noun[noun][-LATEST:]):
            if marks and thing.marks and not marks & thing.marks:
                continue
            if owner and thing.owner and owner != thing.owner:
                continue
            return thing
        return None

    def _meant_by(self, pronoun: str, *, turning: bool) -> list[int]:
        """For each row the row of the thing that the pronoun would mean there; -1 for none.

        Subjects and objects are meant before what stands behind a preposition. With `turning` the
        narration turns away from a thing to any other noun of its number that it deals with.
        """
        told, last, seen, before = self._told, -1, -1, list[int]()
        for row, relation in enumerate(told.relations):
            before.append(last if row - seen <= FARTHEST_PRONOUN else -1)
            dealt = relation in _NAMED_AS
            if row in self._by_row and told.told[row]:
                if _pronoun_of(told.words[row]) != pronoun:
                    continue
                if dealt or last < 0 or row - seen > NEAR:
                    last = seen = row
            elif dealt and told.words[row] == pronoun and before[row] >= 0:
                seen = row
            elif dealt and row not in told.people and self._is_other(row, pronoun, turning=turning):
                last = -1
        return before

    def _is_other(self, row: int, pronoun: str, *, turning: bool) -> bool:
        word = self._told.words[row]
        noun = turning and self._told.tags[row] == "NOUN" and _pronoun_of(word) == pronoun
        return noun or word in _SOMETHING


def _pronoun_of(noun: str) -> str:
    """“it” for a key, “them” for keys and scissors."""
    return "them" if noun.endswith("s") and not noun.endswith(_ONE_ENDS) else "it"
