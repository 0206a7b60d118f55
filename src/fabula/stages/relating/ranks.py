"""Who stands over whom: “Aye, sir,” to a captain, “Corporal” from one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from types import MappingProxyType

from fabula.lexicon.titles import TITLES
from fabula.stages.relating.addresses import called_in
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.story import Attribution, Entity, EntityId, Quotation

ANSWERED = 0.7
"""“Yes, ma'am,” to one who has a rank: passengers and prisoners say so too."""

BOTH_RANKED = 0.85
"""A corporal and a captain of whom one calls the other by the rank."""

TALKING = 0.65
"""A constable and an inspector who talk: they may be of two forces."""

LEAST_LINES = 3
"""Lines exchanged by those who have more to do with each other than to be introduced."""

_STEPS = (
    "private trooper constable deputy",
    "corporal",
    "sergeant",
    "lieutenant ensign",
    "captain commander major inspector sheriff",
    "colonel commodore superintendent",
    "general admiral brigadier marshal",
)
_STEP: Mapping[str, int] = MappingProxyType(
    {title: step for step, titles in enumerate(_STEPS) for title in titles.split()}
)
"""How high a rank is. Ranks that one service puts above and another below share a step."""

_RESPECTFUL = frozenset({"sir", "ma'am"})

_ANSWERS = frozenset({"aye", "aye-aye", "yes", "no", "yessir", "right", "permission"})
"""Words that open the reply to an order or to the question of one who gives orders.

“Aye, sir” is said to an officer of one's own, “Salt fish, sir” to any.
"""


def talking_ranks(people: People) -> Iterator[Claim]:
    """Who stands over whom of two with different ranks who talk to each other a good deal.

    Finds:
        Two whose names have ranks of the police, and who exchange several lines.
    Why it holds:
        An inspector and a constable who have a conversation are mostly of one station.
    Misses:
        Soldiers and sailors, who may be of two sides.

    Example:
        “‘Don't touch the cup,’ said Inspector Fell. ‘No,’ said Constable Rudd. …”
    """
    steps = {
        entity.id: _step_of(entity) if _is_of_police(entity) else None
        for entity in people.story.cast
    }
    lines: defaultdict[tuple[EntityId, EntityId], list[Attribution]] = defaultdict(list)
    for said in people.story.attributions:
        if said.speaker_id is not None and len(said.addressee_ids) == 1:
            pair = (said.speaker_id, said.addressee_ids[0])
            lines[min(pair), max(pair)].append(said)
    starts = {quotation.id: quotation.parts[0] for quotation in people.story.quotations}
    for (one, other), said_between in lines.items():
        first, second = steps[one], steps[other]
        if first is None or second is None or first == second or len(said_between) < LEAST_LINES:
            continue
        high, low = (one, other) if first > second else (other, one)
        yield Claim(high, "superior", low, starts[said_between[0].quotation_id], TALKING)


def ranked_people(people: People) -> Iterator[Claim]:
    """What the words say by which people of rank are called to their face.

    Finds:
        “Yes, sir” and “aye, Captain” to somebody with a rank for a title; of two with different
        ranks, who is called by the rank or so.
    Why it holds:
        A captain's “Corporal” and a corporal's “sir” are the speech of one service.
    Misses:
        Crews who never answer. “Is it far, Captain?” may be a passenger's.

    Example:
        “Aye, sir,” said Ned to Captain Drum. The captain is Ned's superior.
    """
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said in people.story.attributions:
        called = called_in(people, quotations[said.quotation_id])
        listener = _one_called(people, said, called)
        if listener is not None and listener != said.speaker_id:
            yield from _claim(people, said, listener, quotations[said.quotation_id], called)


def _one_called(people: People, said: Attribution, called: Set[str]) -> EntityId | None:
    """Who is called by rank or “sir”, of several to whom a line is said the one with a rank."""
    if not called & (_RESPECTFUL | _STEP.keys()):
        return None
    if len(said.addressee_ids) == 1:
        return said.addressee_ids[0]
    pronoun = "he" if "sir" in called else "she" if "ma'am" in called else None
    ranked = [
        each
        for each in said.addressee_ids
        if _step_of(people.cast[each]) is not None and people.may_be(each, pronoun)
    ]
    return ranked[0] if len(ranked) == 1 else None


def _claim(
    people: People,
    said: Attribution,
    listener: EntityId,
    quotation: Quotation,
    called: frozenset[str],
) -> Iterator[Claim]:
    speaker = said.speaker_id
    if speaker is None:
        return
    own, theirs = _step_of(people.cast[speaker]), _step_of(people.cast[listener])
    if theirs is None or own == theirs:
        return
    if own is None:
        if called & _ANSWERS:
            sure = round(ANSWERED * said.confidence, 3)
            yield Claim(listener, "superior", speaker, quotation.parts[0], sure)
        return
    if not called & (_ANSWERS | _STEP.keys()):
        return  # “What became of your brother, sir?” is said to a captain of the other side too
    high, low = (speaker, listener) if own > theirs else (listener, speaker)
    sure = round(BOTH_RANKED * said.confidence, 3)
    yield Claim(high, "superior", low, quotation.parts[0], sure)


def is_above(people: People, entity_id: EntityId, rank: str) -> bool:
    """Whether somebody has a higher rank than this one, as an inspector whose sergeant it is."""
    own, other = _step_of(people.cast[entity_id]), _STEP.get(rank)
    return own is not None and other is not None and own > other


def _is_of_police(entity: Entity) -> bool:
    words = {word.rstrip(".") for name in entity.names for word in name.lower().split()}
    return any(each in TITLES and TITLES[each].key in _POLICE for each in words)


_POLICE = frozenset("constable sergeant inspector superintendent".split())


def _step_of(entity: Entity) -> int | None:
    """How high the rank is that somebody has for a title, the highest of several."""
    words = [word.rstrip(".") for name in entity.names for word in name.lower().split()[:-1]]
    words += [name.lower().removeprefix("the ") for name in entity.names]
    steps = [
        _STEP[TITLES[each].key] for each in words if each in TITLES and TITLES[each].key in _STEP
    ]
    return max(steps, default=None)
