"""Traces: signs that someone is there, in what the narrator tells and in who speaks."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from msgspec import Struct

from fabula.lexicon.body_words import BODY_NOUNS
from fabula.lexicon.mental_verbs import MENTAL_VERBS
from fabula.lexicon.motion import MOTION_VERBS
from fabula.lexicon.perception_verbs import PERCEPTION_VERBS
from fabula.stages.telling.possession import is_possessive, possessed
from fabula.stages.telling.predicates import BE_FORMS, Predicate, predicates
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.story import EntityId, Story

ACTS = 1.0  # “Odo sat down”
SPEAKS = 1.0
IS_SPOKEN_TO = 0.3  # may be far away, or a guess
IS_ACTED_ON = 0.5  # “looked at Odo”, “handed it to Odo”
SHOWS = 1.0  # “Odo's hands”: only who is there has hands to show
IS_SOMETHING = 0.5  # “Odo was tired”, but “Desta is the surest person he knows”
IS_THERE = 1.0  # “Odo was there by ten”
IS_AWAY = -1.0  # “Odo was away at college”
HAD_ACTED = 0.3  # “Odo had sailed to Fano”: told about, perhaps from before the scene
IS_NAMED = 0.2  # any other place in the narration


class Trace(Struct, frozen=True):
    """A sign that someone is there: where it stands and how much it says."""

    entity_id: EntityId
    start: int
    weight: float


def traces_of_talk(story: Story) -> list[Trace]:
    """Who speaks and who is spoken to, in the whole story, in text order."""
    spoken = {
        quotation.id: quotation.start
        for quotation in story.quotations
        if quotation.kind == "speech"
    }
    traces = []
    for attribution in story.attributions:
        start = spoken.get(attribution.quotation_id)
        if start is None:
            continue
        if attribution.speaker_id is not None:
            traces.append(Trace(attribution.speaker_id, start, SPEAKS))
        traces.extend(Trace(who, start, IS_SPOKEN_TO) for who in attribution.addressee_ids)
    return sorted(traces, key=lambda trace: trace.start)


def traces_in(passage: Passage) -> Iterator[Trace]:
    """The signs of presence in one passage of narration.

    Finds: subjects of verbs, objects of verbs and of prepositions of place, owners of hands and
    faces.
    Why it holds: narration tells what happens where the scene is.
    Misses: acts told from another time without “had”; letters and telephones.
    Example: in “Juno thought of Ivo and nodded to the clerk.” Juno and the clerk are there.
    """
    acts = {predicate.subject: predicate for predicate in reversed(predicates(passage))}
    for person in passage.people:
        if person.entity_id is None:
            continue
        predicate = acts.get(person)
        if predicate:
            weight = _being(passage, predicate) or _acting(passage, predicate)
        else:
            weight = _acted_on(passage, person)
            if weight > IS_NAMED and _is_of_before(acts.values(), person):
                weight = IS_NAMED
        if weight:
            yield Trace(person.entity_id, person.start, weight)


def _being(passage: Passage, predicate: Predicate) -> float:
    """What “was there” and “is away” say; 0 for everything else."""
    if predicate.negated or not BE_FORMS & {*predicate.auxiliaries, passage.words[predicate.verb]}:
        return 0.0
    if predicate.is_supposed or predicate.is_completed_before:
        return 0.0
    near = passage.words[predicate.verb : predicate.verb + 2]
    if any(word in _HERE or word in _SEEN for word in near):
        return IS_THERE
    return IS_AWAY if any(word in _ELSEWHERE for word in near) else 0.0


_HERE = frozenset({"there", "here"})
_ELSEWHERE = frozenset({"away", "abroad"})
_SEEN = frozenset("asleep awake silent pale scarlet barefoot breathless".split())
"""What is seen of somebody, and not only known: “Odo was asleep on a stool”."""


def _is_of_before(acts: Iterable[Predicate], person: NarratedPerson) -> bool:
    """Whether somebody is the object of what was before: “she had been meeting Odo”."""
    told = [each for each in acts if each.verb < person.first]
    return bool(told) and max(told, key=lambda each: each.verb).is_completed_before


def _acting(passage: Passage, predicate: Predicate) -> float:
    verb = passage.words[predicate.verb]
    if "used" in predicate.auxiliaries:
        return IS_NAMED  # “Odo used to say”
    if predicate.is_supposed:
        return IS_ACTED_ON if "could" in predicate.auxiliaries else 0.0
    if predicate.is_completed_before:
        return HAD_ACTED
    if predicate.habitual and verb.endswith("s"):
        return IS_NAMED  # “Desta never writes”: said of her, wherever she is
    if BE_FORMS & set(predicate.auxiliaries) and not verb.endswith(("ing", "ed")):
        return IS_SOMETHING
    return ACTS


_NOT_THERE = frozenset("about of without like unlike than as for regarding concerning".split())
"""A person after one of these is a subject of thought or a measure, and may be anywhere."""


def _acted_on(passage: Passage, person: NarratedPerson) -> float:
    if is_possessive(passage, person):
        part = passage.word(possessed(passage, person, BODY_NOUNS))
        return SHOWS if part in BODY_NOUNS else 0.0
    if is_moved_before(passage, person) or _rests_before(passage, person):
        return ACTS
    before = passage.word(person.first - 1)
    if before in _NOT_THERE or (before in MENTAL_VERBS and before not in PERCEPTION_VERBS):
        return 0.0
    return IS_ACTED_ON if before.isalpha() else IS_NAMED


def is_moved_before(passage: Passage, person: NarratedPerson) -> bool:
    """Whether somebody comes with the verb before the name: “In came Odo”, “then came Odo”."""
    verb, particle = passage.word(person.first - 1), passage.word(person.first - 2)
    return verb in _COMING or (verb in MOTION_VERBS and particle in {"in", "out", "up", "down"})


def _rests_before(passage: Passage, person: NarratedPerson) -> bool:
    """“Under the table sat Odo”: the verb stands before the name, and nobody before the verb."""
    verb = person.first - 1
    if passage.word(verb) not in _RESTING:
        return False
    number = bisect_left(passage.people, person.first, key=attrgetter("first"))
    return number == 0 or passage.people[number - 1].last != verb


_COMING = frozenset({"came", "comes"})
_RESTING = frozenset("sat sits stood stands lay lies knelt kneels crouched crouches".split())
