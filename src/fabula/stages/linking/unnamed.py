"""People without a name who matter: the ferryman who speaks, the two twins."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from fabula.labels import Pronouns
from fabula.lexicon.pronouns import Agreement
from fabula.lexicon.roles import person_noun, plural_of, plural_person_noun
from fabula.lexicon.trades import SPECIES
from fabula.stages.linking.descriptions import FOCUS_REASON
from fabula.stages.linking.linker import Decision
from fabula.stages.linking.met_again import MET_AGAIN
from fabula.stages.linking.phrases import GENERIC, Phrase
from fabula.stages.naming.casting import Found
from fabula.story import Entity, EntityId

LEAST_MENTIONS = 4
"""By the narrator, pronouns included: who is told of four times is no piece of furniture."""

SHORT = 20_000
"""Characters of a story in which two tellings are much: some three thousand words."""

LEAST_DESCRIBED = 2
"""Of these at least two by description: “a porter” who is only “he” afterwards passes by."""


PRONOUN_SHARE = 0.65
"""Of the pronouns read as someone’s, so many have to agree before they are that person’s."""

_STORED: Mapping[Agreement, Pronouns] = {"he": "he", "she": "she", "they": "they", "neo": "they"}


class _Unnamed:
    """What is gathered about one person without a name."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.mentions = 0
        self.speaks = 0
        self.told = 0
        self.definite = 0
        self.acts = 0
        self.phrases: Counter[str] = Counter()
        self.pronouns: Counter[Agreement] = Counter()
        self.group = False
        self.introduced = False
        self.returns = False
        self.asked: Agreement | None = None


def find_unnamed(
    decisions: Sequence[Decision], names: Mapping[EntityId, str], epithets: Collection[str]
) -> list[Found]:
    """People and groups without a name who speak or are told of again and again.

    Finds:
        Descriptions that no name fits: of someone who speaks, or is mentioned four times.
    Why it holds:
        Stories give words and time to those who matter.
    Misses:
        Two different porters in two chapters, who come out as one.

    Example:
        “A porter came. The porter looked at him. “Trunk?” he asked.”: the porter is cast.

    `names` are the names of the cast by id, for “Ada's mother”; `epithets` are descriptions, in
    lower case, that belong to someone with a name.
    """
    gathered: dict[str, _Unnamed] = {}
    elsewhere: Counter[str] = Counter()
    scattered = _scattered(decisions, epithets)
    short = not decisions or decisions[-1].place.mention.end < SHORT
    for decision in decisions:
        if decision.meant is None:
            continue
        key = decision.meant.person.key
        if decision.phrase is not None and decision.phrase.role in scattered:
            key = decision.phrase.role
        elif decision.meant.person.in_cast:
            if decision.phrase is not None:
                elsewhere[_shown(decision, names)] += 1
            continue
        _gather(gathered.setdefault(key, _Unnamed(decision.place.mention.start)), decision, names)
    merged: dict[str, _Unnamed] = {}
    for unnamed in gathered.values():
        if unnamed.phrases:
            name = max(unnamed.phrases, key=lambda shown: _says(unnamed, shown))
            _merge(merged, name, unnamed)
    return [
        Found(item.first, _entity(name, item))
        for name, item in merged.items()
        # “the young man” who is mostly Tom is no one else the other times.
        if _matters(name, item, short=short)
        and elsewhere[name] <= sum(item.phrases.values())
        and name.lower() not in epithets
    ]


def _says(item: _Unnamed, shown: str) -> tuple[int, int, int]:
    """How much a description says of somebody: its uses; of those who come back, what it tells.

    “The woman in the red scarf” and “the demon” come before “the figure”, that before “the voice”.
    Of others the commonest is the name: a rarer one may be somebody else's.
    """
    words = shown.lower().split()
    if not item.returns:
        return 0, item.phrases[shown], 0
    person = any(person_noun(word) is not None for word in words) and "same" not in words
    bare = len(words) == len(("the", "figure")) and words[-1] in GENERIC
    return person + (person and not bare), item.phrases[shown], len(words)


def _scattered(decisions: Sequence[Decision], epithets: Collection[str]) -> frozenset[str]:
    """Roles that were read as whoever is in focus, more than once: “the drummer”.

    If they were one person's epithet, they would be among the epithets. Those that never speak
    have to be read as different people, and no kind of being: there are several demons.
    """
    uses: Counter[str] = Counter()
    speak: set[str] = set()
    read_as: defaultdict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        phrase, meant = decision.phrase, decision.meant
        if phrase is None or meant is None or meant.reason != FOCUS_REASON:
            continue
        if phrase.may_be_epithet and not phrase.points_back and phrase.full not in epithets:
            uses[phrase.role] += 1
            if decision.place.speaks:
                speak.add(phrase.role)
            if phrase.noun not in SPECIES:
                read_as[phrase.role].add(meant.person.key)
    return frozenset(
        role
        for role, times in uses.items()
        if times >= LEAST_DESCRIBED and (role in speak or len(read_as[role]) > 1)
    )


def _gather(item: _Unnamed, decision: Decision, names: Mapping[EntityId, str]) -> None:
    place, meant = decision.place, decision.meant
    item.mentions += 1
    item.speaks += place.speaks
    item.told += place.narrated
    definite = place.narrated and _is_definite(decision.phrase)
    item.definite += definite
    item.acts += definite and place.subject
    item.group |= meant is not None and meant.person.group
    item.returns |= meant is not None and meant.reason == MET_AGAIN
    if place.pronoun is not None:
        item.pronouns[place.pronoun.agreement] += 1
    if decision.phrase is not None:
        item.introduced |= not place.text.lower().startswith("the ")
    if decision.phrase is not None and _is_telling(decision):
        item.phrases[_shown(decision, names)] += 1
        item.asked = item.asked or decision.phrase.pronoun


def _is_definite(phrase: Phrase | None) -> bool:
    """Whether it is “the bishop”: not “a bishop”, not “the ladle”, which may have been misread.

    “The demon” neither: where there is one there are more, and those with names are demons too.
    """
    if phrase is None or phrase.reference != "definite" or phrase.is_generic:
        return False
    if phrase.noun in SPECIES or phrase.noun in _ANY_CROWD:
        return False
    return person_noun(phrase.noun) is not None or plural_person_noun(phrase.noun) is not None


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
    item.definite += other.definite
    item.acts += other.acts
    item.group |= other.group
    item.introduced |= other.introduced
    item.returns |= other.returns
    item.phrases += other.phrases
    item.pronouns += other.pronouns
    item.asked = item.asked or other.asked


def _matters(name: str, item: _Unnamed, *, short: bool) -> bool:
    """Whether someone is told of often enough.

    In a `short` story twice by a definite role is enough, for a group if it acts; whoever comes
    back and is known again matters in any.
    """
    described = sum(item.phrases.values())
    again = short and item.definite >= LEAST_DESCRIBED
    if item.group:
        words = name.lower().split()
        counted = not _COUNTED.isdisjoint(words)
        if counted and words[-1] in _ANY_SEVERAL and not item.introduced:
            # “The two men” were told of one by one; “two men” are somebody new.
            return False
        heard = item.speaks > 0 or (counted and item.told > 1)
        return described >= LEAST_DESCRIBED and (heard or (again and item.acts > 0))
    if "’s " in name:
        # A relative who was never named is mostly a name's owner who was not recognised.
        return item.speaks > 1 and described >= LEAST_DESCRIBED
    if item.speaks or again or (item.returns and described >= LEAST_DESCRIBED):
        return True
    return described >= LEAST_DESCRIBED and item.told >= LEAST_MENTIONS


_ANY_SEVERAL = frozenset(map(plural_of, GENERIC | SPECIES)) | {"humans", "males", "females"}
_ANY_CROWD = frozenset("people men women folk folks persons humans others".split())
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
