"""Whom “they” means where two people are meant: the two who were told of last."""

from fabula.stages.relating.members import Meant
from fabula.stages.relating.people import People
from fabula.story import EntityId

REACH = 400
"""Characters looked back: a paragraph or two. Further off somebody else has mostly come up."""

COUPLED = 0.9
"""Trust that “they” are the two, if nobody else was told of."""


BEHIND = 0.85
"""Trust that “they” are the two who are named behind it, if they are two."""


def couple_meant(people: People, row: int) -> tuple[Meant, Meant] | None:
    """The two whom “they” or “we” means at this row; None if it may be others.

    “We” is whoever tells the story, and the one other person told of last. What is said in lines
    may be said of anybody.
    """
    word = people.word(row)
    if word == "they":
        return couple_before(people, row) or couple_behind(people, row)
    if word != "we" or people.spoken_in(row) is not None:
        return None
    teller = people.voice(row)
    others = [
        each for each in told_of(people, row) if teller and each.entity_id != teller.entity_id
    ]
    return (teller, others[0]) if teller is not None and len(others) == 1 else None


def couple_before(people: People, row: int) -> tuple[Meant, Meant] | None:
    """The two people told of last before this row; None if they were more, or fewer.

    Where more have come up it is the two of the sentence before, if it has two: Ines and Tom in
    “Ines laughed, and so did Tom. They were cousins.”
    """
    found = told_of(people, row)
    if len(found) > 2:
        sentence = people.sentence_before(row)
        reach = REACH if sentence is None else int(people.rows.starts[row]) - sentence
        found = told_of(people, row, reach)
    return (found[0], found[1]) if len(found) == 2 else None


def couple_behind(people: People, row: int) -> tuple[Meant, Meant] | None:
    """The first two named behind this row, where nobody at all was told of before it.

    Ines and Tom in “They were married. Ines had said yes, and Tom …”, which opens a story.
    """
    start = int(people.rows.starts[row])
    if told_of(people, row):
        return None
    found: dict[EntityId, Meant] = {}
    for mention in people.mentions_before(start + REACH, REACH):
        meant = people.meant(mention) if mention.start > start else None
        if meant is not None and people.cast[meant.entity_id].kind == "person":
            found.setdefault(meant.entity_id, Meant(meant.entity_id, BEHIND * meant.confidence))
    one, other, *more = [*found.values(), None, None]
    return (one, other) if one is not None and other is not None and more == [None, None] else None


def last_two(people: People, row: int) -> tuple[Meant, Meant] | None:
    """The two people told of last before this row, whoever came before them."""
    found = told_of(people, row)
    return (found[-2], found[-1]) if len(found) > 1 else None


def told_of(people: People, row: int, reach: int = REACH) -> list[Meant]:
    """The people told of shortly before, in the order in which they were told of last."""
    found: dict[EntityId, Meant] = {}
    for mention in people.mentions_before(int(people.rows.starts[row]), reach):
        meant = people.meant(mention)
        if meant is None or people.cast[meant.entity_id].kind == "group":
            continue
        before = found.pop(meant.entity_id, meant)
        found[meant.entity_id] = max(before, meant, key=lambda each: each.confidence)
    return [Meant(each.entity_id, COUPLED * each.confidence) for each in found.values()]
