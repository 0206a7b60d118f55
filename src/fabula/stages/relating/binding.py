"""Captors who tie somebody: “Rafe tied Colm's wrists”."""

from collections.abc import Iterator, Sequence

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.text import Span

BOUND = 0.85
"""Whoever binds somebody has them, at least for a while."""

_BINDING = all_forms("tie bind chain shackle cuff handcuff manacle rope lash".split())
_LIMBS = frozenset("wrists hands ankles feet legs".split())
"""In the plural: a single wrist is bandaged."""


def bound_people(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Who ties whose hands.

    Finds:
        Tying, chaining and binding somebody's wrists or feet.
    Why it holds:
        Nobody does so to one who is free to go.
    Misses:
        “Her wrists were tied”, of which nobody knows who did it; locking in, which sisters do.

    Example:
        “Rafe tied Colm's wrists with his belt.”: Rafe is Colm's captor.
    """
    for row, word in enumerate(arcs.words):
        if word not in _BINDING:
            continue
        subjects, bound = arcs.doers(row), _bound(arcs, row)
        if arcs.tag(row) != "VERB" or len(subjects) != 1 or len(bound) != 1:
            continue
        if not arcs.is_told_as_fact(row) or people.is_asked(row):
            continue
        captor, captive = people.at(subjects[0]), people.at(bound[0])
        if captor is None or captive is None or captor.entity_id == captive.entity_id:
            continue
        if {people.cast[each.entity_id].kind for each in (captor, captive)} == {"person"}:
            span = people.rows.span(min(subjects[0], bound[0]), max(subjects[0], bound[0]))
            sure = round(BOUND * captor.confidence * captive.confidence, 3)
            evidence = Span(span.start, span.end)
            yield Claim(captor.entity_id, "captor", captive.entity_id, evidence, sure)


def _bound(arcs: Arcs, verb: int) -> Sequence[int]:
    """Who is bound: “Colm” of “tied Colm's wrists”; dogs are tied to chairs too."""
    limbs = [each for each in arcs.of(verb, "dobj") if arcs.words[each] in _LIMBS]
    return [owner for each in limbs for owner in arcs.of(each, "poss")]
