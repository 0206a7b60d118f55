"""What the text says is over: somebody is dismissed, two friends fall out, a prisoner is freed."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct, structs

from fabula.labels import RelationKind
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.couples import couple_meant
from fabula.stages.relating.people import People
from fabula.story import EntityId, Relation

_OF_WORK: frozenset[RelationKind] = frozenset({"employer", "employee", "superior", "subordinate"})
_OF_PRISON: frozenset[RelationKind] = frozenset({"captor", "captive"})
_OF_FRIENDS: frozenset[RelationKind] = frozenset({"friend"})

_ENDED_BY: Mapping[str, frozenset[RelationKind]] = MappingProxyType(
    {
        **dict.fromkeys(all_forms("fire sack dismiss".split()), _OF_WORK),
        **dict.fromkeys(all_forms("free release liberate rescue".split()), _OF_PRISON),
    }
)
_FALL = all_forms(["fall"])


class Ending(Struct, frozen=True):
    """From `at` on nobody of `people` is any more one of `kinds` to another of them.

    A single one of `people` is it to nobody: a prisoner whom somebody frees has no captor left.
    """

    people: frozenset[EntityId]
    kinds: frozenset[RelationKind]
    at: int


def with_endings(relations: Sequence[Relation], endings: Sequence[Ending]) -> Sequence[Relation]:
    """The relations, each until the first passage that says it is over; see `endings_told`."""
    return [_ended(relation, endings) for relation in relations]


def _ended(relation: Relation, endings: Sequence[Ending]) -> Relation:
    pair = {relation.a_id, relation.b_id}
    over = [
        each.at
        for each in endings
        if relation.kind in each.kinds and each.people <= pair and each.at > relation.since
    ]
    if relation.until is not None or not over:
        return relation
    return structs.replace(relation, until=min(over))


def endings_told(people: People, arcs: Arcs) -> Iterator[Ending]:
    """Which passages say that something is over between people.

    Finds:
        Dismissing somebody, freeing a prisoner, falling out with somebody.
    Why it holds:
        The verbs say nothing else of two people.
    Misses:
        Friends who drift apart, servants who leave. Weddings and divorces are relations of their
        own, and end what was before.

    Example:
        “Ada sacked Tom.”: if he worked for her, he does no more.
    """
    for row, word in enumerate(arcs.words):
        kinds = _ENDED_BY.get(word)
        if kinds is None and word not in _FALL:
            continue
        if arcs.tag(row) != "VERB" or not arcs.is_told_as_fact(row) or people.is_asked(row):
            continue
        who = _fallen_out(people, arcs, row) if kinds is None else _object(people, arcs, row)
        if kinds is _OF_WORK:
            who |= _of_rows(people, arcs.subjects(row))
        if len(who) == (1 if kinds is _OF_PRISON else 2):
            yield Ending(who, kinds or _OF_FRIENDS, int(people.rows.starts[row]))


def _object(people: People, arcs: Arcs, row: int) -> frozenset[EntityId]:
    return _of_rows(people, arcs.of(row, "dobj", "nsubjpass"))


def _fallen_out(people: People, arcs: Arcs, row: int) -> frozenset[EntityId]:
    """“Ada fell out with Tom”, “they fell out”."""
    particles = {arcs.words[each] for each in arcs.of(row, "prt", "advmod", "prep")}
    subjects = arcs.subjects(row)
    if "out" not in particles or not subjects:
        return frozenset()
    couple = couple_meant(people, subjects[0]) if len(subjects) == 1 else None
    if couple is not None:
        return frozenset(each.entity_id for each in couple)
    return _of_rows(people, [*subjects, *arcs.behind(row, "with")])


def _of_rows(people: People, rows: Sequence[int]) -> frozenset[EntityId]:
    meant = [people.at(each) for each in rows]
    return frozenset(each.entity_id for each in meant if each is not None)
