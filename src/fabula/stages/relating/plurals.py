"""Several relatives at once: “her sons Tom and Ned”, “he and his two sons”."""

from collections.abc import Iterator

from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.described import names_behind_comma, owners_of
from fabula.stages.relating.kinds import FAMILY, KIND_OF_PLURAL_OF_ONE
from fabula.stages.relating.members import Meant
from fabula.stages.relating.people import People
from fabula.stages.relating.pointing import EXPLAINED
from fabula.text import Span

SET_APART = 0.85
"""“He and his two sons stopped; Tom nodded to the other two”: Tom is the third of the three."""

MOST_APART = 40
"""Words from “his two sons” to “the other two”: a long sentence."""

_THIRD = frozenset("his her their".split())


def several_relatives(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Relatives who are told of together.

    Finds:
        The names beside a plural noun with an owner; the one group of the cast that has so many,
        or that is “the other two” beside somebody named who must be the owner.
    Why it holds:
        Of a father and his two sons, whoever deals with the other two is the father.
    Misses:
        “the twins”, “their children”, where nothing says who they are.

    Example:
        “Ines and her sons Tom and Ned sang.” Tom and Ned are children of Ines.
    """
    for row, word in enumerate(arcs.words):
        kind = KIND_OF_PLURAL_OF_ONE.get(word)
        owners = owners_of(arcs, row) if kind is not None else []
        if kind is None or len(owners) != 1:
            continue
        for owner, relatives in _both_sides(people, arcs, row, owners[0]):
            span = people.rows.span(min(owners[0], row), max(owners[0], row))
            for relative in relatives:
                if relative.entity_id != owner.entity_id:
                    sure = round(relative.confidence * owner.confidence, 3)
                    evidence = Span(span.start, span.end)
                    yield Claim(relative.entity_id, kind, owner.entity_id, evidence, sure)


def _both_sides(
    people: People, arcs: Arcs, row: int, owner: int
) -> Iterator[tuple[Meant, list[Meant]]]:
    meant = people.at(owner)
    names = [each for name in arcs.of(row, "appos") for each in arcs.joined(name)]
    names = names or names_behind_comma(arcs, row)
    named = [found for each in names if (found := people.named_at(each)) is not None]
    if meant is not None and len(named) > 1:
        yield meant, [Meant(each.entity_id, EXPLAINED * each.confidence) for each in named]
        return
    apart = _set_apart(people, arcs, row) if arcs.words[owner] in _THIRD else None
    if apart is not None:
        yield apart[0], [apart[1]]
    elif meant is not None:
        # “her friends” are put down to whatever group was there, “her nieces” to all the Drays.
        kin = KIND_OF_PLURAL_OF_ONE[arcs.words[row]] in FAMILY
        group = _so_many(people, arcs, row) if kin else None
        yield meant, [] if group is None else [group]


def _so_many(people: People, arcs: Arcs, row: int) -> Meant | None:
    """The one group of two of the story for “her two sons”."""
    counts = [arcs.words[each] for each in arcs.of(row, "nummod")]
    return people.group_of(counts[0]) if len(counts) == 1 else None


def _set_apart(people: People, arcs: Arcs, row: int) -> tuple[Meant, Meant] | None:
    """Who is named beside “the other two” of as many relatives, and the group of these."""
    counts = {arcs.words[each] for each in arcs.of(row, "nummod")}
    sentence = people.sentence_end(row)
    for other in range(row + 1, min(row + MOST_APART, sentence)):
        noun = arcs.head(other)
        if arcs.words[other] != "other" or not counts:
            continue
        if counts != {arcs.words[each] for each in arcs.of(noun, "nummod")}:
            continue
        count = counts.pop()
        group = people.group_called(f"the {count} {arcs.words[noun]}") or people.group_of(count)
        verb = arcs.head(arcs.head(noun)) if arcs.relation(noun) == "pobj" else arcs.head(noun)
        subjects = [people.named_at(each) for each in arcs.subjects(verb)]
        if group is None or len(subjects) != 1 or subjects[0] is None:
            return None
        return subjects[0], Meant(group.entity_id, SET_APART)
    return None
