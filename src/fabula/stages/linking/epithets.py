"""Descriptions that are another name of someone with a name: “the pilot”, who is Ines each time."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from fabula.stages.linking.linker import Decision
from fabula.story import Alias, EntityId

LEAST_VOTES = 3
LEAST_CAPITAL_VOTES = 2
EPITHET_SHARE = 0.6
"""A description is someone's epithet if most of its uses, and three at least, mean them; with a
capital, as in “the Pilot”, it is a name in its form already."""

MEETINGS_SHARE = 0.2
"""Someone else who is always beside a person meets them in a sentence more often than this."""


def find_epithets(decisions: Sequence[Decision]) -> Mapping[EntityId, tuple[Alias, ...]]:
    """Descriptions that mean the same named person nearly each time.

    Finds:
        “the Pilot”, where whoever is in focus is mostly one person, and the two never meet in
        one sentence or speak in turn.
    Why it holds:
        A chance reading scatters over the people present; an epithet does not. Someone else
        who is always there is told apart from that person sooner or later.
    Misses:
        Epithets used once; epithets of somebody whom the narrator never names.

    Example:
        In “Ada rowed. The ferrywoman sang.” twice over, “the ferrywoman” is Ada.
    """
    unheard = _only_spoken_of(decisions)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        phrase, meant = decision.phrase, decision.meant
        if phrase is None or meant is None or phrase.plural or phrase.is_generic:
            continue
        if not decision.place.narrated:
            # “The pilot”, says Tom, and may mean anyone.
            continue
        if phrase.reference != "definite" or phrase.is_other or not phrase.may_be_epithet:
            continue
        nearest = meant.person.key if meant.person.in_cast else meant.nearest
        if nearest is not None and nearest not in unheard:
            votes[phrase.role][nearest] += 1
        shown[phrase.role][_epithet(decision)] += 1
    met = _meetings(decisions)
    found: defaultdict[EntityId, list[Alias]] = defaultdict(list)
    for role, counts in votes.items():
        key, times = counts.most_common(1)[0]
        least = LEAST_CAPITAL_VOTES if role[:1].isupper() else LEAST_VOTES
        clear = times >= least and times >= EPITHET_SHARE * sum(counts.values())
        if clear and met[role, key] <= MEETINGS_SHARE * times:
            name = shown[role].most_common(1)[0][0]
            found[EntityId(key)].append(Alias(name=name, reason="description"))
    return {entity_id: tuple(aliases) for entity_id, aliases in found.items()}


def _only_spoken_of(decisions: Sequence[Decision]) -> frozenset[str]:
    """Who is named in speech alone: the narrator has told of nobody by that name."""
    told: set[str] = set()
    named: set[str] = set()
    for decision in decisions:
        if decision.meant is not None and decision.place.mention.form == "proper":
            (told if decision.place.narrated else named).add(decision.meant.person.key)
    return frozenset(named - told)


def _meetings(decisions: Sequence[Decision]) -> Counter[tuple[str, str]]:
    """How often a description and a name stand in one sentence, or speak one after the other."""
    met: Counter[tuple[str, str]] = Counter()
    described: dict[int, set[str]] = defaultdict(set)
    named: dict[int, set[str]] = defaultdict(set)
    speakers: list[tuple[int, str, bool]] = []
    for decision in decisions:
        place, phrase, meant = decision.place, decision.phrase, decision.meant
        if meant is None or not place.narrated:
            continue
        if phrase is not None and phrase.reference == "definite":
            described[place.sentence].add(phrase.role)
            if place.speaks:
                speakers.append((place.paragraph, phrase.role, True))
        elif place.mention.form == "proper" and meant.person.in_cast:
            named[place.sentence].add(meant.person.key)
            if place.speaks:
                speakers.append((place.paragraph, meant.person.key, False))
    for sentence, roles in described.items():
        met.update((role, key) for role in roles for key in named.get(sentence, ()))
    for (_, one, is_role), (_, other, other_is_role) in pairwise(speakers):
        if is_role != other_is_role:
            met[(one, other) if is_role else (other, one)] += 1
    return met


def _epithet(decision: Decision) -> str:
    mention = decision.place.mention
    return "the " + " ".join(decision.place.text[mention.head.start - mention.start :].split())
