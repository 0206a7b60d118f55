"""People described first and named later: the boy of the cellar, who turns out to be Wilkin."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, pairwise

from msgspec import Struct, structs

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.descriptions import BACKWARD
from fabula.stages.linking.equations import find_equations
from fabula.stages.linking.focus import Person
from fabula.stages.linking.linker import Decision
from fabula.stages.linking.namings import Naming, find_calls, find_namings
from fabula.stages.linking.phrases import BRIDGING, GENERIC, Phrase
from fabula.story import Alias, EntityId, Story

INTRODUCTION = "introduction"
"""The reason of a description that became a name's when the text said so."""

SURENESS = 0.75
"""Like that of other descriptions which the text equates with a name."""

LONG = 60_000
"""Characters from which on “the guard” of one scene is hardly the guard of the next."""


class Revealed(Struct, frozen=True):
    """The decisions with everyone revealed under their names, and whose the descriptions are.

    `pronouns` are what the descriptions ask for.
    """

    decisions: list[Decision]
    aliases: Mapping[EntityId, tuple[Alias, ...]]
    pronouns: Mapping[EntityId, Agreement]


class _Identity(Struct, frozen=True):
    """A person described, the one in the cast who it is; the scene and the sentence that say so."""

    key: str
    pronoun: Agreement | None
    person: Person
    scene: int
    sentence: int


def reveal(story: Story, decisions: Sequence[Decision]) -> Revealed:
    """Give those who were described before they were named to the ones with the names.

    Finds:
        People known by a description alone whom the text gives a name later, or equates with
        somebody who has one: “The ferryman was Tom.”, “Tom, the ferryman”, “I'm Tom,” said the
        ferryman.
    Why it holds:
        A story that describes before it names says so when it names.
    Misses:
        Those whom the reader has to guess.

    Forbidden by:
        A pronoun that disagrees; both in one sentence, or speaking one after the other; a name
        already told of in the scene; two names for one description.

    Example:
        In “A boy came in. “I'm Wilkin,” said the boy.” all four mentions are Wilkin's.
    """
    identities = _agreed(decisions, _identities(story, decisions))
    if not identities:
        return Revealed(list(decisions), {}, {})
    long = len(story.document.text) > LONG
    shown: defaultdict[str, Counter[str]] = defaultdict(Counter)
    mended = []
    for decision in decisions:
        identity = _identity(identities, decision, long=long)
        if identity is None or decision.meant is None:
            mended.append(decision)
            continue
        if decision.phrase is not None and _stays(decision.phrase, long=long):
            shown[identity.person.key][_description(decision)] += 1
        meant = structs.replace(
            decision.meant,
            person=identity.person,
            reason=INTRODUCTION,
            confidence=max(decision.meant.confidence, SURENESS),
        )
        mended.append(structs.replace(decision, meant=meant))
    aliases = {
        EntityId(key): tuple(Alias(name=name, reason=INTRODUCTION) for name in counts)
        for key, counts in shown.items()
    }
    pronouns = {
        EntityId(each.person.key): each.pronoun
        for each in identities.values()
        if each.pronoun is not None
    }
    return Revealed(mended, aliases, pronouns)


def _identity(
    identities: Mapping[str, _Identity], decision: Decision, *, long: bool
) -> _Identity | None:
    if decision.meant is None:
        return None
    found = identities.get(decision.meant.person.key)
    if found is None or not long or decision.place.scene == found.scene:
        return found
    # In a novel a role may be another's in the next chapter.
    return found if "@" not in found.key and found.key not in BRIDGING else None


def _identities(story: Story, decisions: Sequence[Decision]) -> Iterator[_Identity]:
    for naming in chain(find_namings(story, decisions), _first_calls(story, decisions)):
        name, described = decisions[naming.name].meant, _described(decisions, naming)
        if name is None or described is None or not _may_be(described, name.person):
            continue
        if not _told_between(decisions, naming, described, name.person):
            place = decisions[naming.name].place
            yield _Identity(
                described.key, described.pronoun, name.person, place.scene, place.sentence
            )
    equations = find_equations(story)
    for index, decision in enumerate(decisions):
        equation = equations.get(decision.place.mention.id)
        meant, phrase = decision.meant, decision.phrase
        if equation is None or meant is None or phrase is None or not meant.person.named:
            continue
        if meant.reason != equation.reason or not _tells_who(decision, phrase, equation.reason):
            continue
        earlier = _earlier(decisions, index, phrase)
        if earlier is not None and _may_be(earlier, meant.person):
            place = decision.place
            yield _Identity(earlier.key, earlier.pronoun, meant.person, place.scene, place.sentence)


def _first_calls(story: Story, decisions: Sequence[Decision]) -> Iterator[Naming]:
    """Calls by a name that the narrator has not used before.

    Not in novels: where there are hundreds of calls some are by chance, and a chance costs a
    description of many pages.
    """
    if len(story.document.text) > LONG:
        return
    known = _named_by_the_narrator(decisions)
    yield from (call for call in find_calls(decisions) if not _is_known(decisions, call, known))


def _named_by_the_narrator(decisions: Sequence[Decision]) -> Mapping[str, int]:
    """Where the narrator first names each person, as a place in the list."""
    first: dict[str, int] = {}
    for index, decision in enumerate(decisions):
        place, meant = decision.place, decision.meant
        if meant is not None and place.mention.form == "proper" and place.narrated:
            first.setdefault(meant.person.key, index)
    return first


def _is_known(decisions: Sequence[Decision], call: Naming, known: Mapping[str, int]) -> bool:
    """Whether the narrator has named somebody before who is called by that name here."""
    meant = decisions[call.name].meant
    return meant is None or known.get(meant.person.key, call.name) < call.name


def _described(decisions: Sequence[Decision], naming: Naming) -> Person | None:
    """Whom the description means; whom it meant before, where it is the name's already."""
    decision, name = decisions[naming.described], decisions[naming.name].meant
    if decision.meant is None or name is None:
        return None
    if decision.meant.person.key != name.person.key:
        return decision.meant.person
    if decision.phrase is None:
        return None
    return _earlier(decisions, naming.described, decision.phrase)


def _tells_who(decision: Decision, phrase: Phrase, reason: str) -> bool:
    """Whether an equation says who a person is, and not only of what sort: “she was a shy woman”.

    What people say of each other is of the latter kind.
    """
    if not decision.place.narrated or phrase.reference not in {"definite", "new"}:
        return False
    return reason == "apposition" or phrase.noun not in GENERIC


def _may_be(described: Person, named: Person) -> bool:
    if described.in_cast or described.group or named.group or not named.named:
        return False
    return described.pronoun is None or named.pronoun in {None, described.pronoun}


def _told_between(
    decisions: Sequence[Decision], naming: Naming, described: Person, named: Person
) -> bool:
    """Whether the narrator names the one in the scene since the other was described first."""
    scene = decisions[naming.described].place.scene
    told = False
    for index in range(min(naming.name, naming.described) - 1, -1, -1):
        place, meant = decisions[index].place, decisions[index].meant
        if place.scene < scene:
            return False
        if place.scene > scene or meant is None:
            continue
        named_here = meant.person.key == named.key and place.mention.form == "proper"
        told = told or (named_here and place.narrated)
        if told and meant.person.key == described.key:
            return True
    return False


def _earlier(decisions: Sequence[Decision], index: int, phrase: Phrase) -> Person | None:
    """Whom the description would have meant, had the text not equated it."""
    here = decisions[index].place
    generic, role = phrase.is_generic, phrase.role
    for before in range(index - 1, -1, -1):
        place, meant = decisions[before].place, decisions[before].meant
        if generic and (place.scene != here.scene or here.told - place.told > BACKWARD):
            return None
        if meant is None or meant.person.in_cast:
            continue
        key, at, _ = meant.person.key.partition("@")
        if key == (phrase.noun if at else role):
            return meant.person
    return None


def _agreed(
    decisions: Sequence[Decision], identities: Iterator[_Identity]
) -> Mapping[str, _Identity]:
    """One identity for each description: none where two names claim it, or the two meet."""
    claimed: defaultdict[str, dict[str, _Identity]] = defaultdict(dict)
    for identity in identities:
        claimed[identity.key].setdefault(identity.person.key, identity)
    agreed = {key: next(iter(each.values())) for key, each in claimed.items() if len(each) == 1}
    if not agreed:
        return agreed
    apart = _apart(decisions, frozenset(each.sentence for each in agreed.values()))
    return {key: each for key, each in agreed.items() if (key, each.person.key) not in apart}


def _apart(decisions: Sequence[Decision], naming: AbstractSet[int]) -> set[tuple[str, str]]:
    """Pairs that stand in one sentence of the narration, or speak one after the other.

    The sentences that give somebody the name say nothing here.
    """
    apart: set[tuple[str, str]] = set()
    described: defaultdict[int, set[str]] = defaultdict(set)
    named: defaultdict[int, set[str]] = defaultdict(set)
    speakers: dict[int, tuple[str, bool]] = {}
    for decision in decisions:
        place, meant = decision.place, decision.meant
        if meant is None or not place.narrated or place.mention.form == "pronominal":
            continue
        if place.sentence not in naming:
            held = named if place.mention.form == "proper" else described
            held[place.sentence].add(meant.person.key)
        if place.speaks:
            speakers[place.paragraph] = meant.person.key, place.mention.form == "proper"
    for sentence, keys in described.items():
        apart.update((key, name) for key in keys for name in named.get(sentence, ()))
    for (at, (one, is_name)), (after, (other, other_is)) in pairwise(sorted(speakers.items())):
        if after - at == 1 and is_name != other_is:
            apart.add((other, one) if is_name else (one, other))
    return apart


def _stays(phrase: Phrase, *, long: bool) -> bool:
    """Whether the description may be shown, and looked up, as another name."""
    if phrase.plural or phrase.reference == "possessed":
        return False
    return not (long and (phrase.is_generic or phrase.noun in BRIDGING))


def _description(decision: Decision) -> str:
    mention = decision.place.mention
    return "the " + " ".join(decision.place.text[mention.head.start - mention.start :].split())
