"""Neighbours by where they live: “Mr. Dray from next door”."""

import re
from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.text import Span

FROM_NEXT_DOOR = 0.85
"""Whoever is from next door is so from the side of the one who says it."""

_REACH = 60
_NEXT_DOOR = re.compile(
    r"""
    (?:,?\ who)?\ (?:from|lives?|lived|living|has|had)\ (?:in\ )?
    (?:
        next\ door(?!\ to)
        | across\ the\ (?:landing|hall|road|street|way|lane|yard|corridor|green)
        | (?:upstairs|downstairs|opposite|over\ the\ road)
        | the\ (?:flat|floor|house)\ (?:above|below|opposite|next\ door)
        | (?:number|no\.|flat|apartment)\ \w+
        | \d{1,3}[a-h]?
    )\b(?!\ (?:years|months|children|of))
    """,
    re.VERBOSE | re.IGNORECASE,
)


_ABOVE = re.compile(
    r"\ (?:upstairs|downstairs|next\ door|opposite|across\ the\ (?:landing|hall|road|street)"
    r"|at\ (?:number|no\.)\ \w+)\b",
    re.VERBOSE | re.IGNORECASE,
)
"""“Tom upstairs has a drill”: behind a subject it says where he lives, and not where he goes."""


def neighbours_told(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Who lives beside the one who tells, speaks or sees.

    Finds:
        “from next door”, “who lived across the landing”, “from 2a” behind somebody's name,
        “upstairs” or “at number 7” between a name and its verb, and who lives next door to whom.
    Why it holds:
        Next door is beside whoever says so.
    Misses:
        Those who only come to the door.

    Example:
        “Mr. Dray from next door drove us.” Mr. Dray is a neighbour of the narrator.
    """
    yield from _next_door_to(people, arcs)
    text = people.story.document.text
    for mention in people.story.mentions:
        if mention.type != "PER" or mention.form == "pronominal":
            continue
        place = _NEXT_DOOR.match(text, mention.end, min(mention.end + _REACH, len(text)))
        row = people.rows.row_of(mention.head.start)
        if place is None and mention.form == "proper":
            place = _above(people, arcs, mention.end)
        meant = None if place is None else people.meant(mention)
        owner = people.mind(row) if meant else None
        if place is None or meant is None or owner is None or meant.entity_id == owner.entity_id:
            continue
        sure = round(FROM_NEXT_DOOR * meant.confidence * owner.confidence, 3)
        evidence = Span(mention.start, place.end())
        yield Claim(meant.entity_id, "neighbour", owner.entity_id, evidence, sure)


def _above(people: People, arcs: Arcs, end: int) -> re.Match[str] | None:
    """The words between a name that is a subject and its verb."""
    place = _ABOVE.match(people.story.document.text, end)
    if place is None:
        return None
    behind = people.rows.row_of(place.end() - 1) + 1
    is_verb = behind < len(arcs.words) and arcs.tag(behind) in {"VERB", "AUX"}
    return place if is_verb and not arcs.words[behind].endswith("ing") else None


def _next_door_to(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Who is said to live next door to whom: “Ada lived next door to Tom”."""
    for row, word in enumerate(arcs.words):
        if word != "door" or arcs.words[row - 1 : row + 2] != _NEXT_DOOR_TO:
            continue
        others = arcs.behind(row, "to") or arcs.of(row + 1, "pobj")
        verb = arcs.head(row)
        subjects = arcs.subjects(verb)
        if len(others) != 1 or len(subjects) != 1 or arcs.words[verb] not in _LIVING:
            continue
        one, other = people.at(subjects[0]), people.at(others[0])
        told = arcs.is_told_as_fact(verb) and not people.is_asked(row)
        if told and one is not None and other is not None and one.entity_id != other.entity_id:
            span = people.rows.span(subjects[0], others[0])
            sure = round(FROM_NEXT_DOOR * one.confidence * other.confidence, 3)
            evidence = Span(span.start, span.end)
            yield Claim(one.entity_id, "neighbour", other.entity_id, evidence, sure)


_NEXT_DOOR_TO = "next door to".split()
_LIVING = all_forms("live lodge dwell".split())
