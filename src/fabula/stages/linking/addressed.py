"""Names that are only heard when somebody is spoken to: “Sit down, Berit,” to Mrs. Hammer."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from fabula.lexicon.kinship import KIN, KIN_NAMES
from fabula.lexicon.nicknames import are_nicknames
from fabula.stages.linking.linker import Decision
from fabula.stages.linking.namings import find_calls
from fabula.stages.naming.person_names import PersonName, genders_conflict, parse_name, sound
from fabula.story import Entity, EntityId

ADDRESS = "address"
"""The reason of a name by which somebody is spoken to."""

LEAST_ALIKE = 3
"""Letters in a row that a pet name shares with the name: Thandy of Ythandriel, Nora of Honoria."""

LEAST_SHARE = 0.75
"""So many of the calls have to point at one person."""

LONG = 60_000
LEAST_IN_NOVELS = 2
"""Calls by the name in a story of more characters than this: among hundreds of calls one is by
chance, or is a cry (“Oh, my Gard!”)."""


def find_addressed(
    decisions: Sequence[Decision], cast: Sequence[Entity]
) -> Mapping[EntityId, EntityId]:
    """Who is somebody else's other name, by whom they are spoken to with it.

    Finds:
        Names that only stand where people are called, and are always said to one person, whose
        own name leaves room for it: a title with a family name, the narrator, a longer form.
    Why it holds:
        Narrators call people by one name and let their friends call them by another.
    Misses:
        Names that friends also use when they talk of each other.

    Example:
        “Sit down, Berit,” he said. “I shan't,” said Mrs. Hammer.: Berit is Mrs. Hammer.

    The one who bears the name otherwise unheard is mapped to the one who is meant.
    """
    entities = {entity.id: entity for entity in cast}
    votes: defaultdict[EntityId, Counter[EntityId]] = defaultdict(Counter)
    for call in find_calls(decisions):
        called, spoken_to = decisions[call.name].meant, decisions[call.described].meant
        if called is not None and spoken_to is not None and spoken_to.person.in_cast:
            votes[EntityId(called.person.key)][EntityId(spoken_to.person.key)] += 1
    told = _told(decisions)
    long = bool(decisions) and decisions[-1].place.mention.end > LONG
    found: dict[EntityId, EntityId] = {}
    for called_id, counts in votes.items():
        spoken_id, times = counts.most_common(1)[0]
        if called_id in told or times < LEAST_SHARE * counts.total() or called_id == spoken_id:
            continue
        if long and times < LEAST_IN_NOVELS:
            continue
        if _leaves_room(entities[called_id], entities[spoken_id]):
            found[called_id] = spoken_id
    return {called: meant for called, meant in found.items() if meant not in found}


def _told(decisions: Sequence[Decision]) -> frozenset[str]:
    """Who is named otherwise than by being called."""
    return frozenset(
        decision.meant.person.key
        for decision in decisions
        if decision.meant is not None
        and decision.place.mention.form == "proper"
        and (decision.place.narrated or not decision.place.called)
    )


def _leaves_room(called: Entity, spoken_to: Entity) -> bool:
    """Whether one person may bear both names."""
    if "group" in {called.kind, spoken_to.kind} or not called.named or len(called.names) > 1:
        return False
    if genders_conflict(called.pronouns, spoken_to.pronouns):
        return False
    if called.name.lower() in KIN_NAMES:
        return KIN.get(called.name.lower(), "any") in {"any", spoken_to.pronouns}
    name = parse_name(called.name)
    others = [parse_name(each) for each in spoken_to.names] if spoken_to.named else []
    if name.single is None or not others:
        return name.single is not None and spoken_to.narrator
    if name.titles:
        agree = name.pronoun in {None, spoken_to.pronouns}
        return agree and not any(other.titles or other.is_full for other in others)
    only_titled = all(other.titles and not other.is_full for other in others)
    return only_titled or any(_alike(name.single, other) for other in others)


def _alike(pet_name: str, name: PersonName) -> bool:
    """Whether the one is a nickname of the other, or shares enough letters with it."""
    for word in name.words:
        if are_nicknames(pet_name, word) or sound(pet_name)[:LEAST_ALIKE] in sound(word):
            return len(pet_name) >= LEAST_ALIKE
    return False
