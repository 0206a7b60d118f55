"""Neighbours by where they live: “Mr. Dray from next door”."""

import re
from collections.abc import Iterator

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
        “from next door”, “who lived across the landing”, “from 2a” behind somebody's name, and
        “upstairs” or “at number 7” between a name and its verb.
    Why it holds:
        Next door is beside whoever says so.
    Misses:
        Neighbours of somebody else: “next door to Tom”.

    Example:
        “Mr. Dray from next door drove us.” Mr. Dray is a neighbour of the narrator.
    """
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
