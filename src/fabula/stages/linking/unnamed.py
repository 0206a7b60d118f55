"""People without a name who matter, and descriptions that belong to people with one.

Both come out of a first reading of all descriptions with the named cast: “the ferryman”, whom no
name fits and who speaks, is somebody; “the pilot”, who is Ines each time, is a name of hers.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.linker import Decision
from fabula.story import Alias, Entity, EntityId, Pronouns

LEAST_MENTIONS = 4
"""Pronouns included: someone told of four times is more than a piece of furniture."""

LEAST_DESCRIBED = 2
"""Of these at least two by description: “a porter” who is only “he” afterwards passes by."""

LEAST_VOTES = 2
EPITHET_SHARE = 0.6
MEETINGS_SHARE = 0.2

PRONOUN_SHARE = 0.65
"""Of the pronouns read as someone’s, so many have to agree before they are that person’s."""
"""A description is someone's epithet if most of its uses, and two at least, mean them."""

_STORED: Mapping[Agreement, Pronouns] = {"he": "he", "she": "she", "they": "they", "neo": "they"}


class _Unnamed:
    """What is gathered about one person without a name."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.mentions = 0
        self.speaks = 0
        self.told = 0
        self.phrases: Counter[str] = Counter()
        self.pronouns: Counter[Agreement] = Counter()
        self.group = False
        self.asked: Agreement | None = None


class Found(Struct, frozen=True):
    """A member of the cast and the offset of the first mention."""

    first: int
    entity: Entity


def find_unnamed(decisions: Sequence[Decision], names: Mapping[EntityId, str]) -> list[Found]:
    """People and groups without a name who speak or are told of again and again.

    Finds:
        Descriptions that no name fits: of someone who speaks, or is mentioned four times.
    Why it holds:
        Stories give words and time to those who matter.
    Misses:
        Two different porters in two chapters, who come out as one.

    Example:
        “A porter came. The porter looked at him. “Trunk?” he asked.”: the porter is cast.

    `names` are the names of the cast by id, for “Ada's mother”.
    """
    gathered: dict[str, _Unnamed] = {}
    elsewhere: Counter[str] = Counter()
    for decision in decisions:
        if decision.meant is None:
            continue
        if not decision.meant.person.in_cast:
            _gather(gathered, decision, names)
        elif decision.phrase is not None:
            elsewhere[_shown(decision, names)] += 1
    merged: dict[str, _Unnamed] = {}
    for unnamed in gathered.values():
        if unnamed.phrases:
            name = unnamed.phrases.most_common(1)[0][0]
            _merge(merged, name, unnamed)
    return [
        Found(item.first, _entity(name, item))
        for name, item in merged.items()
        # “the young man” who is mostly Tom is no one else the other times.
        if _matters(name, item) and elsewhere[name] <= sum(item.phrases.values())
    ]


def _gather(
    gathered: dict[str, _Unnamed], decision: Decision, names: Mapping[EntityId, str]
) -> None:
    place, meant = decision.place, decision.meant
    if meant is None:
        return
    item = gathered.setdefault(meant.person.key, _Unnamed(place.mention.start))
    item.mentions += 1
    item.speaks += place.speaks
    item.told += place.narrated
    item.group |= meant.person.group
    if place.pronoun is not None:
        item.pronouns[place.pronoun.agreement] += 1
    if decision.phrase is not None and _is_telling(decision):
        item.phrases[_shown(decision, names)] += 1
        item.asked = item.asked or decision.phrase.pronoun


def _is_telling(decision: Decision) -> bool:
    """Whether the description could stand for the person in the cast: not “the wife”."""
    phrase, meant = decision.phrase, decision.meant
    if phrase is None or meant is None:
        return False
    if " of " in meant.person.key:
        return True
    return phrase.reference != "possessed" and not phrase.is_kin


def _shown(decision: Decision, names: Mapping[EntityId, str]) -> str:
    """“the old ferryman” of “an old ferryman”, “Ada's mother” of “her mother”."""
    place, phrase = decision.place, decision.phrase
    if phrase is None or decision.meant is None:
        return place.text
    mention = place.mention
    noun = place.text[mention.head.start - mention.start :]
    _, of, owner = decision.meant.person.key.partition(" of ")
    if of:
        return f"{names.get(EntityId(owner), 'someone')}’s {noun}"
    words = place.text[: mention.head.start - mention.start].split()[1:]
    return " ".join(("the", *words, noun))


def _merge(merged: dict[str, _Unnamed], name: str, other: _Unnamed) -> None:
    item = merged.setdefault(name, _Unnamed(other.first))
    item.first = min(item.first, other.first)
    item.mentions += other.mentions
    item.speaks += other.speaks
    item.told += other.told
    item.group |= other.group
    item.phrases += other.phrases
    item.pronouns += other.pronouns
    item.asked = item.asked or other.asked


def _matters(name: str, item: _Unnamed) -> bool:
    described = sum(item.phrases.values())
    if item.group:
        counted = bool(_COUNTED & set(name.split()))
        return described >= LEAST_DESCRIBED and (item.speaks > 0 or (counted and item.told > 1))
    if "’s " in name:
        # A relative who was never named is mostly a name's owner who was not recognised.
        return item.speaks > 1 and described >= LEAST_DESCRIBED
    if item.speaks:
        return True
    return described >= LEAST_DESCRIBED and item.mentions >= LEAST_MENTIONS and item.told > 0


_COUNTED = frozenset("two three four five six seven twins triplets pair couple".split())


def _entity(name: str, item: _Unnamed) -> Entity:
    return Entity(
        id=EntityId("e0"),
        name=name,
        kind="group" if item.group else "person",
        pronouns=_pronouns(item),
        named=False,
    )


def _pronouns(item: _Unnamed) -> Pronouns | None:
    """What the noun asks for, else what most of the pronouns are."""
    if item.asked is not None:
        return _STORED.get(item.asked)
    if not item.pronouns:
        return None
    best, times = item.pronouns.most_common(1)[0]
    return _STORED.get(best) if times > PRONOUN_SHARE * item.pronouns.total() else None


def find_epithets(decisions: Sequence[Decision]) -> Mapping[EntityId, tuple[Alias, ...]]:
    """Descriptions that mean the same named person nearly each time.

    Finds:
        “the Slayer”, where whoever is in focus is mostly one person, and the two never meet in
        one sentence or speak in turn.
    Why it holds:
        A chance reading scatters over the people present; an epithet does not. Someone else
        who is always there is told apart from that person sooner or later.
    Misses:
        Epithets used once.

    Example:
        In “Ada rowed. The ferrywoman sang.” twice over, “the ferrywoman” is Ada.
    """
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for decision in decisions:
        phrase, meant = decision.phrase, decision.meant
        if phrase is None or meant is None or phrase.plural or phrase.is_generic:
            continue
        if phrase.reference != "definite" or phrase.is_other or not phrase.may_be_epithet:
            continue
        nearest = meant.person.key if meant.person.in_cast else meant.nearest
        if nearest is not None:
            votes[phrase.role][nearest] += 1
        shown[phrase.role][_epithet(decision)] += 1
    met = _meetings(decisions)
    found: defaultdict[EntityId, list[Alias]] = defaultdict(list)
    for role, counts in votes.items():
        key, times = counts.most_common(1)[0]
        clear = times >= LEAST_VOTES and times >= EPITHET_SHARE * sum(counts.values())
        if clear and met[role, key] <= MEETINGS_SHARE * times:
            name = shown[role].most_common(1)[0][0]
            found[EntityId(key)].append(Alias(name=name, reason="description"))
    return {entity_id: tuple(aliases) for entity_id, aliases in found.items()}


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
