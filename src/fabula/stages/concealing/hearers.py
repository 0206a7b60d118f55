"""Who is told by a verb of telling, and what about."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import ChainId, EntityId

WH = frozenset("who whom whose what where why how when which".split())
"""Words by which a clause asks for what is known and not told."""

UNABLE = frozenset("can can't cannot could couldn't".split())
"""Whoever cannot say need not know."""

_OBJECTS = ("dobj", "dative")
TELLING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        **dict.fromkeys(all_forms("tell inform warn".split()), ()),
        **dict.fromkeys(
            all_forms("show write mention confess admit reveal confide breathe".split()), ("to",)
        ),
    }
)
"""Forms of verbs of telling, with the preposition before the hearer; none: he is the object.

Of the others he may be the first of two objects, too: “showed Tom the letter”.
"""

_NOBODY = frozenset("nobody anyone anybody soul".split())
_NO_ONE = frozenset("no any".split())
_EXCEPT = frozenset("but except besides save".split())
MOST_WORDS = 40
"""Of what hangs on a verb and its clauses; more is a sentence gone astray."""


class Hearers:
    """Those whom a verb of telling names as its hearers.

    `people` are of the cast; `anybody` is True where it is “anyone”, “a soul”, “no one”;
    `rows` are the words that say so.
    """

    def __init__(self, told: Narration, verb: int) -> None:
        """The hearers of the verb at this row."""
        prepositions = TELLING.get(told.words[verb], ())
        rows = told.behind(verb, *prepositions) if prepositions else told.hanging(verb, *_OBJECTS)
        rows = rows or [row for row in told.hanging(verb, "dative") if row in told.people]
        # “I told her nobody”: she is the hearer, and nobody what she heard
        rows = [row for row in rows if row in told.people] or rows
        named = {row: who for row in rows if (who := told.person(row)) is not None}
        self.people: Mapping[int, Named] = named
        self.anybody = any(_is_anybody(told, row) for row in rows)
        self.rows = tuple(row for row in rows if row in named or _is_anybody(told, row))

    def __bool__(self) -> bool:
        """Whether anybody is named, “nobody” among them."""
        return bool(self.rows)


def _is_anybody(told: Narration, row: int) -> bool:
    word = told.words[row]
    if told.words[row + 1 : row + 2] and told.words[row + 1] in _EXCEPT:
        return False  # “no one but her sister” is somebody
    return word in _NOBODY or (word == "one" and told.words[row - 1] in _NO_ONE)


def subjects_of(told: Narration, verb: int) -> list[int]:
    """The subject of a verb, or that of the verb it is joined to or hangs under."""
    found = told.hanging(verb, "nsubj")
    above = told.heads[verb]
    if not found and told.relations[verb] in {"conj", "xcomp", "advcl"} and above != verb:
        found = told.hanging(above, "nsubj")
    return found


def is_denied(told: Narration, verb: int) -> bool:
    """“did not tell”, “never told”, “hadn't told”; for “told nobody” see `Hearers.anybody`."""
    small = (told.words[each] for each in told.hanging(verb, "neg", "aux", "advmod"))
    return any(word in {"not", "never"} or word.endswith("n't") for word in small)


def about(told: Narration, verb: int, hearers: Hearers) -> frozenset[EntityId | ChainId]:
    """The people and things in what is told: the letter and Tom of “told her of Tom's letter”.

    Not those who are told, nor those who tell, unless the telling is about them.
    """
    apart = {*hearers.rows, *told.hanging(verb, "nsubj")}
    found = set[EntityId | ChainId]()
    for row in _below(told, verb, apart):
        person, thing = told.person(row), told.things.get(row)
        if person is not None:
            found.add(person.entity_id)
        elif thing is not None:
            found.add(told.chains[thing.id].id)
    return frozenset(found) - {who.entity_id for who in hearers.people.values()}


def _below(told: Narration, verb: int, apart: set[int]) -> Iterator[int]:
    """The words that hang on a verb and on these in turn, without those set apart."""
    waiting = [row for row in told.hanging(verb) if row not in apart]
    for _ in range(MOST_WORDS):
        if not waiting:
            return
        row = waiting.pop()
        yield row
        waiting += [each for each in told.hanging(row) if each not in apart]
