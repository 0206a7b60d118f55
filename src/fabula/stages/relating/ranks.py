"""Who stands over whom: “Aye, sir,” to a captain, “Corporal” from one."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from fabula.lexicon.titles import TITLES
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.story import Attribution, Entity, Quotation

ANSWERED = 0.7
"""“Yes, ma'am,” to one who has a rank: passengers and prisoners say so too."""

BOTH_RANKED = 0.85
"""A corporal and a captain of whom one calls the other by the rank."""

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
_OPENING = frozenset("\"'“‘,.!?;—–-")
_CLOSING = frozenset("\"'”’,.!?;—–-")


def ranked_people(people: People) -> Iterator[Claim]:
    """What the words say by which people of rank are called to their face.

    Finds:
        “Sir” and “ma'am” to somebody with a rank for a title; of two with different ranks, who
        is called by the rank or so.
    Why it holds:
        A captain's “Corporal” and a corporal's “sir” are the speech of one service.
    Misses:
        Crews who never answer. “Captain” from one without a rank may be a passenger's.

    Example:
        “Aye, sir,” said Ned to Captain Drum. The captain is Ned's superior.
    """
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said in people.story.attributions:
        if said.speaker_id is None or len(said.addressee_ids) != 1:
            continue
        called = _called(people, quotations[said.quotation_id])
        if called and said.speaker_id != said.addressee_ids[0]:
            yield from _claim(people, said, quotations[said.quotation_id], called)


def _claim(
    people: People, said: Attribution, quotation: Quotation, called: frozenset[str]
) -> Iterator[Claim]:
    assert said.speaker_id is not None
    speaker, listener = said.speaker_id, said.addressee_ids[0]
    own, theirs = _step(people.cast[speaker]), _step(people.cast[listener])
    if theirs is None or own == theirs:
        return
    if own is None:
        if called & _RESPECTFUL:
            sure = round(ANSWERED * said.confidence, 3)
            yield Claim(listener, "superior", speaker, quotation.parts[0], sure)
        return
    high, low = (speaker, listener) if own > theirs else (listener, speaker)
    sure = round(BOTH_RANKED * said.confidence, 3)
    yield Claim(high, "superior", low, quotation.parts[0], sure)


def _step(entity: Entity) -> int | None:
    """How high the rank is that somebody has for a title, the highest of several."""
    titles = [name.lower().removeprefix("the ").split()[0].rstrip(".") for name in entity.names]
    steps = [
        _STEP[TITLES[each].key] for each in titles if each in TITLES and TITLES[each].key in _STEP
    ]
    return max(steps, default=None)


def _called(people: People, quotation: Quotation) -> frozenset[str]:
    """The ranks and words of respect that stand by themselves in a line."""
    text = people.story.document.text
    found = set[str]()
    for part in quotation.parts:
        words = text[part.start : part.end].replace("’", "'").split()
        for place, word in enumerate(words):
            bare = word.strip("\"'“”‘’,.!?;—–-").lower()
            alone = place == 0 or words[place - 1][-1] in _OPENING
            if (bare in _RESPECTFUL or bare in _STEP) and alone and word[-1] in _CLOSING:
                found.add(bare)
    return frozenset(found)
