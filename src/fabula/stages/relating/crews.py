"""Crews: the mate, the engineer and the cook under the one captain of a story."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from fabula.stages.relating.addresses import called_in
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.people import People
from fabula.stages.relating.ranks import RESPECTFUL, step_of, trust_in_answer
from fabula.story import Entity, EntityId, Mention, Quotation

ABOARD = 0.7
"""Whoever is called the bosun and is there with the captain is mostly of his ship."""

_CREW = frozenset(
    "mate bosun boatswain purser navigator helmsman pilot engineer stoker deckhand gunner".split()
)
"""Trades that are followed aboard; a cook or a steward may be anybody's."""

_CAPTAINS = frozenset({"captain", "skipper"})


ORDERED = 0.75
"""“‘Take the wheel, Ned,’ said the captain.”: prisoners and passengers are seldom told to."""

CALLING = 0.5
"""“I want him behind a door, Captain”, which passengers say as well."""


def crews_told(people: People, arcs: Arcs) -> Iterator[Claim]:
    """Who serves under the captain of a story.

    Finds:
        People whom a noun calls the mate, the bosun, the engineer …, in a scene with the only
        one in the cast who is a captain; those who call that captain so; and those to whom
        anybody with a rank of soldiers or sailors gives orders by name.
    Why it holds:
        A story with one captain has mostly one ship.
    Misses:
        Crews of two ships, and hands who are never told to do anything.

    Example:
        “Captain Drum shouted. The mate ran up, a Mr. Fell.” The captain is Mr. Fell's superior.
    """
    for officer in people.story.cast:
        if _is_officer(officer):
            yield from _ordered(people, arcs, officer)
    captains = [entity.id for entity in people.story.cast if _is_captain(entity.names)]
    if len(captains) != 1:
        return
    yield from _calling(people, captains[0])
    together = {
        who
        for presence in people.story.presence
        if captains[0] in presence.entity_ids
        for who in presence.entity_ids
    }
    for who, mention in _crew(people, arcs).items():
        if who in together and who != captains[0]:
            yield Claim(captains[0], "superior", who, mention.span, ABOARD)


def _is_officer(entity: Entity) -> bool:
    """Whether somebody is called by a rank of soldiers or sailors before all.

    A sheriff orders about whom he likes, and Jay Drum who was once a major whom he knows.
    """
    return entity.name.lower().removeprefix("the ").split(maxsplit=1)[0] in _OFFICERS


_OFFICERS = frozenset(
    """
    captain skipper sergeant corporal lieutenant major colonel commander commodore admiral general
    """.split()
)


def _ordered(people: People, arcs: Arcs, officer: Entity) -> Iterator[Claim]:
    """Who is told by name to do something by one who has no lower rank."""
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said in people.story.attributions:
        line = quotations[said.quotation_id]
        if said.speaker_id != officer.id or not _is_order(people, arcs, line):
            continue
        called = called_in(people, line)
        if called & RESPECTFUL:
            continue  # “Reel me in, Ned. Don't you dare, sir”: said up and down at once
        for who in _called_by_name(people, called):
            own, theirs = step_of(officer), step_of(people.cast[who])
            lower = theirs is None or (own is not None and own > theirs)
            if who != officer.id and lower:
                sure = round(ORDERED * said.confidence, 3)
                yield Claim(officer.id, "superior", who, line.parts[0], sure)


def _calling(people: People, captain: EntityId) -> Iterator[Claim]:
    """Who calls the only captain of a story so."""
    quotations = {quotation.id: quotation for quotation in people.story.quotations}
    for said in people.story.attributions:
        if captain not in said.addressee_ids or said.speaker_id in {None, captain}:
            continue
        line = quotations[said.quotation_id]
        if said.speaker_id is not None and called_in(people, line) & _CAPTAINS:
            trust = max(CALLING, trust_in_answer(called_in(people, line)))
            sure = round(trust * said.confidence, 3)
            yield Claim(captain, "superior", said.speaker_id, line.parts[0], sure)


def _called_by_name(people: People, called: Set[str]) -> Sequence[EntityId]:
    """The one whose name is among these words; nobody if several have it, or a Mr. or Mrs."""
    found = [
        entity
        for entity in people.story.cast
        if entity.named and entity.kind == "person" and _names(entity) & called
    ]
    served = [each.id for each in found if _names(each).isdisjoint(_CIVIL)]
    return served if len(found) == 1 else []


def _names(entity: Entity) -> Set[str]:
    return {word.lower().rstrip(".") for name in entity.names for word in name.split()}


_CIVIL = frozenset("mr mrs miss ms lady sir lord madame monsieur".split())
"""Titles of those who are mostly asked, not told."""


def _is_order(people: People, arcs: Arcs, line: Quotation) -> bool:
    """Whether a line has a verb without a subject in its plain form: “take his feet”."""
    for part in line.parts:
        first, last = people.rows.row_of(part.start), people.rows.row_of(part.end - 1)
        for row in range(first, last + 1):
            bare = arcs.tag(row) == "VERB" and not _is_inflected(arcs.words[row])
            alone = not arcs.of(row, "nsubj", "nsubjpass", "aux", "auxpass", "mark", "expl")
            if bare and alone and arcs.relation(row) in _ORDERING and not people.is_asked(row):
                return True
    return False


_ORDERING = frozenset({"ROOT", "ccomp"})


def _is_inflected(word: str) -> bool:
    """“wants”, “wanted” and “wanting”, but not “pass”."""
    return word.endswith(("ed", "ing")) or (word.endswith("s") and not word.endswith("ss"))


def _is_captain(names: tuple[str, ...]) -> bool:
    firsts = {name.lower().removeprefix("the ").split(maxsplit=1)[0] for name in names}
    return not firsts.isdisjoint(_CAPTAINS)


def _meant(people: People, mention: Mention) -> EntityId | None:
    """Whom a noun means: by its chain, or as what explains a name, “Ned, the mate”."""
    chained = people.chained_to(mention)
    return people.linked(mention) if chained is None else chained


def _crew(people: People, arcs: Arcs) -> Mapping[EntityId, Mention]:
    """Those whom a noun of ships means by its chain, with the first such noun."""
    called: defaultdict[EntityId, list[Mention]] = defaultdict(list)
    for mention in people.story.mentions:
        who = _meant(people, mention) if mention.form == "nominal" else None
        row = people.rows.row_of(mention.head.start)
        if who is not None and people.word(row) in _CREW and not arcs.of(row, "poss"):
            called[who].append(mention)
    return {who: mentions[0] for who, mentions in called.items()}
