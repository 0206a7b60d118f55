"""Neighbours by where they live: “Mr. Dray from next door”."""

import re
from collections.abc import Iterator

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


def neighbours_told(people: People) -> Iterator[Claim]:
    """Who lives beside the one who tells, speaks or sees.

    Finds:
        “from next door”, “who lived across the landing”, “from 2a” behind somebody's name.
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
        meant = None if place is None else people.meant(mention)
        owner = people.mind(people.rows.row_of(mention.head.start)) if meant else None
        if place is None or meant is None or owner is None or meant.entity_id == owner.entity_id:
            continue
        sure = round(FROM_NEXT_DOOR * meant.confidence * owner.confidence, 3)
        evidence = Span(mention.start, place.end())
        yield Claim(meant.entity_id, "neighbour", owner.entity_id, evidence, sure)
