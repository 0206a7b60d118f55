"""Names taken for people's that the story only ever tells as places'."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, structs

from fabula.encoder.scores import RELATIONS, Scores
from fabula.labels import EntityType
from fabula.lexicon.given_names import is_given_name
from fabula.lexicon.kinship import KIN
from fabula.lexicon.motion import AIMING_VERBS
from fabula.lexicon.number_words import CARDINALS
from fabula.lexicon.place_nouns import PLACE_NOUNS
from fabula.lexicon.roles import person_noun
from fabula.lexicon.titles import title
from fabula.stages.naming.found_mentions import FoundMention
from fabula.stages.token_rows import TokenRows

TRUSTING = AIMING_VERBS | frozenset("believe believes believed trust trusts trusted".split())
"""Verbs whose “at” and “in” are of people and ideas too: “looked at Basil”, “believed in Fate”."""

_SETTING = frozenset(
    """
    in inside into within throughout past beyond above below near outside around aboard
    """.split()
)
_NO_ACT = frozenset("pobj poss compound nmod npadvmod ROOT dep".split())
"""What a name is to its word where it does nothing; those by which it is called are among them."""


_NUMBERED = PLACE_NOUNS | frozenset("tier floor form level sector section block wing berth".split())
"""What is told apart by number where there are many."""


class _Use(Struct, frozen=True):
    """A name where it stands: the words above it, in small letters, and what it is to them.

    Of “a vet from Osker” the relation is pobj, `small` “from” and `above` “vet”; `above_is_name`
    says whether that word has a capital, `above_person` whether it is somebody.
    """

    relation: str
    small: str
    above: str
    above_is_name: bool
    above_person: bool


def not_people(
    found: Sequence[FoundMention], scores: Scores, rows: TokenRows
) -> list[FoundMention]:
    """The mentions `found`, where a name that only tells where something is is no person's.

    Finds:
        Names taken for people's that do nothing and have nothing done to them, and stand where
        places do: behind “at”, “in” and the like with no verb of looking or trusting before it,
        behind “from” or “of” and somebody who is named by it (“a vet from Osker”, “the Bishop of
        Osker”), or as a part of another name (“Cooper's Row”). And “Tier Nine”.
    Why it holds:
        People act and are spoken to; one is at and in a place.
    Misses:
        Places named like people that also act (“Saint Odo's rang”).
    Forbidden by:
        A title, a usual given name before another name.

    Example:
        In “the wells at Anner had been fouled” Anner is a place.
    """
    uses = _Uses(found, scores, rows)
    called: dict[str, list[int]] = {}
    for number, mention in enumerate(found):
        if mention.type == "PER" and mention.form == "proper":
            called.setdefault(rows.text(mention.span), []).append(number)
    mended = list(found)
    for name, numbers in called.items():
        kind = None if _is_full_name(name) else _kind(name, list(uses.of(numbers)))
        if kind is not None:
            for number in numbers:
                mended[number] = structs.replace(found[number], type=kind)
    return mended


def _kind(name: str, uses: Sequence[_Use]) -> EntityType | None:
    """The type of a place that is told of so; None for a name that may be somebody's."""
    if any(use.relation not in _NO_ACT for use in uses):
        return None
    words = name.split()
    if any(map(_is_at, uses)) or _is_numbered(words):
        return "FAC"
    if any(title(word) is not None for word in words[:-1]):
        return None
    if all(use.relation == "poss" and use.above_is_name for use in uses):
        return "FAC"
    told = any(_is_setting(use) or _is_seat(use) for use in uses)
    return "GPE" if told and not is_given_name(words[0]) else None


def _is_numbered(words: Sequence[str]) -> bool:
    """“Bay Six”, “Floor Seven”."""
    noun, *number = (word.lower() for word in words)
    return noun in _NUMBERED and len(number) == 1 and number[0] in CARDINALS


def _is_at(use: _Use) -> bool:
    return use.relation == "pobj" and use.small == "at" and use.above not in AIMING_VERBS


def _is_setting(use: _Use) -> bool:
    """“nine days in Osker”, “rode past Osker”."""
    return use.relation == "pobj" and use.small in _SETTING and use.above not in TRUSTING


def _is_seat(use: _Use) -> bool:
    """“a vet from Osker”, “the Bishop of Osker”, “Ada of Osker”, “the castle of Osker”."""
    if use.relation != "pobj" or use.small not in {"of", "from"} or use.above in KIN:
        return False
    place = use.small == "of" and use.above in PLACE_NOUNS
    return place or use.above_person


def _is_full_name(name: str) -> bool:
    """“Samuel Crane” is somebody, wherever it stands."""
    words = name.split()
    return len(words) > 1 and is_given_name(words[0]) and not _is_numbered(words)


class _Uses:
    """Looks up the words above a name."""

    def __init__(self, found: Sequence[FoundMention], scores: Scores, rows: TokenRows) -> None:
        self._scores, self._words = scores, rows.words()
        self._rows: list[int] = rows.rows_of([mention.head for mention in found]).tolist()
        self._types: Mapping[int, EntityType] = {
            row: mention.type for row, mention in zip(self._rows, found, strict=True)
        }

    def of(self, numbers: Sequence[int]) -> Iterator[_Use]:
        """The uses of the mentions with these numbers."""
        for number in numbers:
            row = self._rows[number]
            relation = RELATIONS[self._scores.relations[row]]
            small = int(self._scores.heads[row])
            above = int(self._scores.heads[small]) if relation == "pobj" else small
            word = self._words[above]
            somebody = self._types.get(above) == "PER" or person_noun(word.lower()) is not None
            yield _Use(
                relation,
                self._words[small].lower(),
                word.lower(),
                word[:1].isupper(),
                somebody,
            )
