"""Which mentions of things are one thing: “a small key”, then “the key”, then “it”."""

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.portable_things import portable_thing
from fabula.lexicon.transfer import GARMENTS, HANDLING
from fabula.stages.clauses.facts import doubt_of
from fabula.stages.clauses.narration import Narration
from fabula.story import ChainId, EntityId

_NEW = frozenset("a an another".split())
"""A determiner that brings in something that was not there before."""

PRONOUNS = ("it", "them")
"""The words that may stand for a thing, and for several."""

_ONE_ENDS = ("ss", "us", "'s")
"""“Glass” and “cactus” are one."""

_PARTS = BODY_NOUNS | frozenset(
    "pocket pockets buttonhole lapel sleeve sleeves cuff hem brim form".split()
)
"""Of somebody, or of what he wears: nobody hands them over alone."""

_OTHERS = frozenset("other second spare".split())
"""What is called one of these is not the one that was told of without."""

_SINGLE = frozenset("lens iris atlas canvas gas bellows".split())
_SOMETHING = frozenset("something anything everything one another".split())
_TELLS_APART = ("amod", "compound", "nummod")
LATEST = 30
"""Among so many things of one name the right one is looked for; no story keeps more apart."""

FARTHEST_PRONOUN = 30
"""How many words back “it” looks for the thing that it stands for."""

NEAR = 10
"""Of “took a key from a bag” what is taken is meant by “it”, and not the bag."""

_NOTHING = frozenset(
    """
    hold look step breath turn care place part seat chance note notice shout cry sigh nod sip
    time aim heed heart charge fire cold sight
    """.split()
)
"""Who takes, gives or has one of these deals with nothing that “it” could take up."""

_NAMED_AS = frozenset("dobj nsubj nsubjpass conj attr".split())
"""Something else that is dealt with in between may be what “it” takes up."""


class Thing(Struct, frozen=True):
    """One thing: the chain that stands for it, and what tells it from others of its name."""

    chain_id: ChainId
    noun: str
    marks: frozenset[str]
    owner: EntityId | None


class _Meant(Struct):
    """What a pronoun would mean at each row; -1 for nothing.

    `things` are the rows of what it would mean, `turned` those of the last word before it by which
    the narration turned to something else.
    """

    things: list[int] = []
    turned: list[int] = []


class Things:
    """The things of a story by the rows of the words that name them."""

    def __init__(self, told: Narration) -> None:
        """Gathers the mentions of the narration's things, names before pronouns."""
        self._told = told
        self._by_row: dict[int, Thing] = {}
        self._by_noun: defaultdict[str, list[Thing]] = defaultdict(list)
        self._by_chain: dict[ChainId, Thing] = {}
        for row in sorted(told.things):
            if told.words[row] in _PARTS or told.tags[row] == "VERB":
                continue  # “I had her watch how he did it”
            thing = self._of_mention(row)
            if thing is not None:
                self._by_row[row] = thing
        self._before = {word: self._meant_by(word, turning=True) for word in PRONOUNS}
        self._named = {word: self._meant_by(word, turning=False) for word in PRONOUNS}

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

    def taken_up(self, row: int) -> int:
        """Where what a pronoun means was last named as something that is handled; -1 for nowhere.

        “wrapped the clock in paper and put it there” takes up the clock, “took the key and
        unlocked the door, and hung it up” need not take up the door.
        """
        named = max(each[self._told.words[row]].things[row] for each in (self._before, self._named))
        verb = self._told.heads[named]
        return named if self._told.words[verb] in HANDLING else -1

    def turned_to_other(self, row: int) -> int:
        """The last row before a pronoun where something else was dealt with; -1 for none."""
        return self._named[self._told.words[row]].turned[row]

    def _meant(self, row: int, before: Mapping[str, "_Meant"]) -> Thing | None:
        word = self._told.words[row]
        if word not in PRONOUNS or row in self._told.beings:
            return None
        return self._by_row.get(before[word].things[row])

    def _of_mention(self, row: int) -> Thing | None:
        mention = self._told.things[row]
        chain_id = self._told.chains[mention.id].id
        noun = self._told.words[row]
        marks = frozenset(
            self._told.words[child] for child in self._told.hanging(row, *_TELLS_APART)
        )
        if chain_id in self._by_chain:
            chained = self._by_chain[chain_id]
            if (marks & _OTHERS) - chained.marks:
                return None  # “the key”, then “the other key”: the chain has made two things one
            return chained if _may_be_one(noun, chained.noun) else self._last_called(noun)
        owner = self._told.owner(row)
        owner_id = owner.entity_id if owner else None
        thing = None if self._is_new(row) else self._known(noun, marks, owner_id)
        if thing is None:
            thing = Thing(chain_id, noun, marks, owner_id)
            self._by_noun[noun].append(thing)
        self._by_chain[chain_id] = thing
        return thing

    def _last_called(self, noun: str) -> Thing | None:
        """The last thing of that name, if there was one."""
        called = self._by_noun.get(noun)
        return called[-1] if called else None

    def _is_new(self, row: int) -> bool:
        """“a key”, “a couple of keys”, “two keys”."""
        told, above = self._told, self._told.heads[row]
        counted = told.heads[above] if told.words[above] == "of" else row
        known = [*told.hanging(row, "det", "poss"), *told.hanging(counted, "det")]
        new = any(told.words[each] in _NEW for each in known) and not self._says_what_it_is(row)
        counts = {told.words[each] for each in told.hanging(row, "nummod")} - {"one"}
        return new or bool(counts and not known)

    def _says_what_it_is(self, row: int) -> bool:
        """“It was a large key”: the one that was told of."""
        told = self._told
        subjects = told.hanging(told.heads[row], "nsubj")
        it = any(told.words[each].split("'")[0] == "it" for each in subjects)
        return it and told.relations[row] == "attr"

    def _known(self, noun: str, marks: frozenset[str], owner: EntityId | None) -> Thing | None:
        """The last thing of that name which nothing said of either tells apart."""
        for thing in reversed(self._by_noun[noun][-LATEST:]):
            if marks and thing.marks and not marks & thing.marks:
                continue
            if (marks & _OTHERS) - thing.marks:
                continue
            if owner and thing.owner and owner != thing.owner:
                continue
            return thing
        return None

    def _meant_by(self, pronoun: str, *, turning: bool) -> "_Meant":
        """What the pronoun would mean at each row.

        Subjects and objects are meant before what stands behind a preposition. With `turning` the
        narration turns away from a thing to any other noun of its number that it deals with.
        """
        told, last, seen, turned = self._told, -1, -NEAR, -1
        meant = _Meant()
        for row, relation in enumerate(told.relations):
            meant.things.append(last if row - seen <= FARTHEST_PRONOUN else -1)
            meant.turned.append(turned)
            dealt = relation in _NAMED_AS
            if row in self._by_row and told.told[row]:
                if _pronoun_of(told.words[row]) != pronoun or self._is_missing(row):
                    continue
                if dealt or (row - seen > NEAR and not self._is_worn(row)):
                    last = seen = row
            elif dealt and told.words[row] == pronoun:
                last, seen = meant.things[row], row
            elif dealt and row not in told.people and self._is_other(row, pronoun, turning=turning):
                last, seen, turned = -1, row, row
        return meant

    def _is_worn(self, row: int) -> bool:
        """“A girl in a raincoat stamped on it. She brought it to him”: not the raincoat."""
        told = self._told
        behind_in = told.relations[row] == "pobj" and told.words[told.heads[row]] == "in"
        return behind_in and told.words[row] in GARMENTS

    def _is_missing(self, row: int) -> bool:
        """“He had never owned an umbrella”: there is none that “it” could be."""
        doubt = doubt_of(self._told, self._told.heads[row]) if self._is_new(row) else None
        return doubt is not None and doubt.kind == "denied"

    def _is_other(self, row: int, pronoun: str, *, turning: bool) -> bool:
        word = self._told.words[row]
        if self._told.tags[row] != "NOUN" or _pronoun_of(word) != pronoun:
            return word in _SOMETHING
        head = self._told.heads[row]
        if any(self._told.words[each] == pronoun for each in self._told.hanging(head, "nsubj")):
            return False  # “It had wool round the edge. He put it on”: a part of it
        verb = self._told.words[head]
        in_hand = self._told.relations[row] == "dobj" and verb in HANDLING
        return turning or word in _SOMETHING or (in_hand and word not in BODY_NOUNS | _NOTHING)


def _may_be_one(noun: str, other: str) -> bool:
    """Whether two nouns may name one thing: “gun” and “weapon”, not “ring” and “newspaper”."""
    if noun.endswith(other) or other.endswith(noun):
        return True
    return not (portable_thing(noun) and portable_thing(other)) or _kind_of(noun) == _kind_of(other)


_OF_A_KIND = (
    "gun pistol revolver rifle shotgun weapon automatic",
    "letter note paper envelope message telegram page sheet card document",
    "book notebook diary volume paperback",
    "bag satchel suitcase case handbag purse rucksack sack backpack",
    "cup mug glass goblet tankard",
    "box tin case chest casket package parcel packet",
    "knife dagger blade penknife sword",
    "coat overcoat jacket cloak cape raincoat",
    "lamp lantern torch candle light",
    "stick cane staff",
    "phone mobile telephone handset",
)


def _kind_of(noun: str) -> str:
    return next((kind for kind in _OF_A_KIND if noun in kind.split()), noun)


def _pronoun_of(noun: str) -> str:
    """“it” for a key, “them” for keys and scissors."""
    several = noun.endswith("s") and not noun.endswith(_ONE_ENDS) and noun not in _SINGLE
    return "them" if several else "it"
