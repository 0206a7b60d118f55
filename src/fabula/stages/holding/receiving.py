"""Into whose hands a thing goes."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.lexicon.transfer import FOR_THE_BODY, GARMENTS, HANDS, WORN_ON
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.holding.deeds import Deed, is_somebody, with_names

_PLACING = "in into inside on onto round around about over across through down".split()
_UNDER = ("under", "beneath", "underneath")
_HELD_BY = frozenset("arm arms chin elbow coat jacket cloak shirt shawl".split())
_ROUND = frozenset("round around over on about".split())
_OWN = frozenset("hers his mine yours theirs".split())


class Hands(Struct, frozen=True):
    """Whose hands, pocket or neck: `who` is None for somebody whom the story does not name."""

    who: Named | None
    part: int | None = None


def receiver(told: Narration, deed: Deed, *prepositions: str) -> Hands | None:
    """To whom the thing goes: “handed her the key”, “gave it back to the boy”.

    Nobody can hand a thing to himself: who is meant by “him” is then not known. None where the
    words name no person at all.
    """
    rows = [
        *told.hanging(deed.verb, "dative"),
        *_named_between(told, deed),
        *told.behind(deed.verb, *prepositions),
        *told.behind(deed.thing_row, *prepositions),
        *(row for row in told.participants(deed.verb).patients if row != deed.thing_row),
    ]
    for small in told.hanging(deed.verb, "prt", "advmod", "prep"):
        rows += told.behind(
            small, *prepositions
        )  # “handed it up to him”, “pushed it across to her”
    rows = [row for row in rows if told.words[told.heads[row] - 1] != "not"]  # “not to him”
    somebody = [
        row for row in with_names(told, list(dict.fromkeys(rows))) if is_somebody(told, row)
    ]
    people = [person for row in somebody if (person := told.person(row)) is not None]
    others = {
        person.entity_id: person
        for person in people
        if deed.agent is None or person.entity_id != deed.agent.entity_id
    }
    if len(others) == 1:
        return Hands(next(iter(others.values())))
    return Hands(None) if somebody else None


def _named_between(told: Narration, deed: Deed) -> Iterator[int]:
    """“Ewa” of “gave Ewa the plums”, whatever the grammar has made of her.

    Not “the boy's” of “gave the boy's key away”.
    """
    row = deed.verb + 1
    if row < deed.thing_row - 1 and row in told.people and not told.words[row].endswith("'s"):
        yield from () if told.tags[row] == "PRON" else (row,)


def hands(told: Narration, deed: Deed, into: frozenset[str]) -> Hands | None:
    """Whose hand or neck it is put in or round: “put it in her hand”, “hung it round his”."""
    for place in _places(told, deed):
        noun = _hand_meant(told, place) if told.words[place] in {"it", "them"} else place
        if told.words[noun] in _OWN or _clothes(told, deed, noun):
            return Hands(told.person(noun))
        noun = _part_meant(told, noun, into)
        swallowed = told.words[noun] in WORN_ON and told.words[told.heads[noun]] == "down"
        if told.words[noun] in into and not swallowed and not _is_of_a_thing(told, noun):
            owner = owner_of(told, noun)
            if owner is None and not told.hanging(noun, "poss", "nmod"):
                owner = deed.agent
            return Hands(owner, noun)
    return None


def _part_meant(told: Narration, part: int, into: frozenset[str]) -> int:
    """“gown” of “down the neck of her gown”, “thumb” of “the end of his thumb”; else itself."""
    behind = told.behind(part, "of")
    return behind[0] if len(behind) == 1 and told.words[behind[0]] in into else part


def _is_of_a_thing(told: Narration, part: int) -> bool:
    """“hung it on the back of a chair”: the back is nobody's."""
    behind = told.behind(part, "of")
    return bool(behind) and not any(is_somebody(told, each) for each in behind)


def _hand_meant(told: Narration, row: int) -> int:
    """“She held out her hand, and he laid the ring in it”: the hand; else the word itself."""
    for before in range(row - 1, max(row - _HAND_REACH, 0), -1):
        if told.words[before] in _OPEN_HANDS and told.tags[before] == "NOUN":
            return before if told.hanging(before, "poss") else row
    return row


_HAND_REACH = 15
_OPEN_HANDS = frozenset("hand hands palm palms lap".split())


def _places(told: Narration, deed: Deed) -> Iterator[int]:
    for row in (deed.verb, deed.thing_row):
        yield from told.behind(row, *_PLACING)
        # “put it round her shoulders”: the noun may be read as an object of “round”
        yield from _read_as_objects(told, row)
        # “tucked it under her arm”, but “put it under her head”
        yield from (each for each in told.behind(row, *_UNDER) if told.words[each] in _HELD_BY)
        # “put it between his teeth”, but “put it down between her boots”
        yield from (each for each in told.behind(row, "between") if told.words[each] in HANDS)
    for small in told.hanging(deed.verb, "prep", "prt", "advmod"):
        for inner in told.hanging(small, "prep"):  # “put it back into his pocket”
            if told.words[inner] in _PLACING:
                yield from told.hanging(inner, "pobj")


def _read_as_objects(told: Narration, row: int) -> Iterator[int]:
    for small in told.hanging(row, "prep", "prt", "advmod"):
        if told.words[small] in _PLACING:
            yield from told.hanging(small, "dobj")


def _clothes(told: Narration, deed: Deed, noun: int) -> bool:
    """“put the coat round him”: what is put round somebody like that is worn."""
    cloth = deed.thing.noun in GARMENTS | FOR_THE_BODY
    return cloth and told.words[told.heads[noun]] in _ROUND and is_somebody(told, noun)


def owner_of(told: Narration, part: int) -> Named | None:
    """Whose hand, neck or pocket it is: “her neck”, “the neck of Mr Bell”."""
    behind = told.behind(part, "of")
    return told.owner(part) or (told.person(behind[0]) if len(behind) == 1 else None)


def giver_before(told: Narration, verb: int, thing_row: int) -> Named | None:
    """From whom a thing is taken: “took it from Tom”, “out of his hand”, “off her”."""
    for noun in _sources(told, verb, thing_row):
        if noun in told.people:
            return told.person(noun)
        if told.words[noun] in HANDS | WORN_ON:
            return owner_of(told, noun)
    return None


def _sources(told: Narration, verb: int, thing_row: int) -> Iterator[int]:
    for row in (verb, thing_row):
        yield from told.behind(row, "from", "off")
        for small in told.hanging(row, "prep", "prt", "advmod"):
            if told.words[small] in {"out", "away", "back", "off", "from"}:
                yield from told.behind(small, "of", "from")
