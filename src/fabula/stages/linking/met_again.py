"""Unnamed people who come back: “the girl Tom had seen on the stairs”, who passed him there."""

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct, structs

from fabula.stages.linking.focus import Person
from fabula.stages.linking.linker import Decision
from fabula.stages.linking.phrases import GENERIC, Phrase
from fabula.stages.linking.pointers import Pointer, read_pointer, telling_words
from fabula.story import Story

MET_AGAIN = "met again"
"""The reason of a mention of somebody who was seen before under another description."""

SURENESS = 0.65
"""Like that of roles told before."""

SETTING = 160
"""Characters before and after an introduction whose words tell where and how it was."""

APART = SETTING
"""Characters between a meeting and the words that point back at it, which are no words of its."""

LONG = 60_000
LEAST_IN_NOVELS = 2
"""Words that a pointer shares with the meeting, in a story longer than this: by one word of a
hundred meetings some agree by chance."""

REMEMBERED = 200
"""People without a name that are kept in mind: those of some chapters."""


class _Sighting(Struct, frozen=True):
    """The first mention of somebody without a name."""

    index: int
    person: Person
    phrase: Phrase
    words: AbstractSet[str]


def join_met_again(story: Story, decisions: Sequence[Decision]) -> list[Decision]:
    """The decisions in which somebody unnamed who comes back is one person.

    Finds:
        Descriptions of people without a name that say where they were met: “the woman Tom had
        seen on the stairs”, “the boy who had waved”, “the man from the ferry”, “the same girl”.
        The one who was brought in where those words stand, or where Tom was, is meant.
    Why it holds:
        A writer who points back has told of the meeting, and says enough to find it.
    Misses:
        Those whom only their looks or what happens next give away.

    Forbidden by:
        A pronoun or a noun that disagrees; hardly anything in between; two who fit equally well.

    Example:
        “A figure passed Tom on the stairs. She smiled.” … “The girl Tom had seen on the stairs
        stood in the door.”: one person.
    """
    meetings = _Meetings(story, decisions)
    joined: dict[str, Person] = {}
    returned: set[str] = set()
    known: set[str] = set()
    for index, decision in enumerate(decisions):
        phrase, meant = decision.phrase, decision.meant
        if phrase is None or meant is None or not _is_unnamed(decision):
            continue
        pointer = read_pointer(story.document.text, decision.place.mention, phrase)
        if pointer is not None:
            earlier = meetings.earlier(index, pointer)
            if earlier is not None:
                returned |= {earlier.key, meant.person.key}
                _join(joined, earlier, meant.person)
        elif meant.person.key not in known:
            known.add(meant.person.key)
            meetings.note(index, phrase, meant.person)
    return [_with_person(decision, joined, returned) for decision in decisions]


def _is_unnamed(decision: Decision) -> bool:
    meant, phrase = decision.meant, decision.phrase
    return (
        decision.place.narrated
        and meant is not None
        and phrase is not None
        and not (meant.person.named or meant.person.group)
        and phrase.reference in {"definite", "new"}
    )


class _Meetings:
    """Who has been brought in without a name, and who was there."""

    def __init__(self, story: Story, decisions: Sequence[Decision]) -> None:
        self._text = story.document.text
        self._decisions = decisions
        self._least = LEAST_IN_NOVELS if len(self._text) > LONG else 1
        self._sightings: deque[_Sighting] = deque(maxlen=REMEMBERED)
        self._there: defaultdict[int, set[str]] = defaultdict(set)
        self._named: defaultdict[str, set[str]] = defaultdict(set)
        for decision in decisions:
            if decision.meant is not None:
                key = decision.meant.person.key
                self._there[decision.place.paragraph].add(key)
                if decision.place.mention.form == "proper":
                    self._named[decision.place.text].add(key)

    def note(self, index: int, phrase: Phrase, person: Person) -> None:
        """Remember the first mention of somebody, with the words around it."""
        mention = self._decisions[index].place.mention
        around = self._text[max(mention.start - SETTING, 0) : mention.end + SETTING]
        self._sightings.append(_Sighting(index, person, phrase, telling_words(around)))

    def earlier(self, index: int, pointer: Pointer) -> Person | None:
        """The one who was met where the description says; None if nobody or several were."""
        found: list[tuple[int, Person]] = []
        for sighting in reversed(self._sightings):
            may_be = self._may_be(index, sighting, pointer)
            fits = self._fits(pointer, sighting) if may_be else 0
            if fits and pointer.same:
                return sighting.person
            if fits:
                found.append((fits, sighting.person))
        most = max((fits for fits, _ in found), default=0)
        best = [person for fits, person in found if fits == most]
        return best[0] if len(best) == 1 else None

    def _may_be(self, index: int, sighting: _Sighting, pointer: Pointer) -> bool:
        """Whether noun, pronoun and distance allow the two to be one.

        “The same girl” was a girl before; looks tell only those apart whose nouns tell nothing.
        """
        phrase, place = self._decisions[index].phrase, self._decisions[index].place
        since = place.mention.start - self._decisions[sighting.index].place.mention.end
        if phrase is None or since < APART:
            return False
        learnt = sighting.person.pronoun or next(iter(sighting.person.seen), None)
        if phrase.pronoun is not None and learnt not in {None, phrase.pronoun}:
            return False
        nouns = {phrase.noun, sighting.phrase.noun}
        if len(nouns) == 1:
            return True
        if pointer.same or sighting.phrase.reference != "new":
            return False
        return nouns <= GENERIC if pointer.looks else not nouns.isdisjoint(GENERIC)

    def _fits(self, pointer: Pointer, sighting: _Sighting) -> int:
        """How well a sighting fits: by its words, and by who was there."""
        brought_in = sighting.phrase.reference == "new"
        if pointer.same:
            return int(brought_in)
        shared = len(pointer.words & sighting.words)
        if pointer.looks and shared < len(pointer.words):
            return 0
        if pointer.seer is None:
            return shared if shared >= self._least or pointer.looks else 0
        there = self._there[self._decisions[sighting.index].place.paragraph]
        if there.isdisjoint(self._named[pointer.seer]):
            return shared
        return shared + 1 if shared or brought_in else 0


def _join(joined: dict[str, Person], earlier: Person, later: Person) -> None:
    """Note that two are one: the one in the cast, else the one who was there first."""
    one, other = (later, earlier) if later.in_cast else (earlier, later)
    if not other.in_cast and one.key != other.key:
        joined[other.key] = joined.get(one.key, one)


def _with_person(
    decision: Decision, joined: Mapping[str, Person], returned: AbstractSet[str]
) -> Decision:
    meant = decision.meant
    if meant is None or meant.person.in_cast or meant.person.key not in returned:
        return decision
    changed = structs.replace(
        meant,
        person=joined.get(meant.person.key, meant.person),
        reason=MET_AGAIN,
        confidence=max(meant.confidence, SURENESS),
    )
    return structs.replace(decision, meant=changed)
