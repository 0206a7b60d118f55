"""People at doors, people who turn up, and people who are brought: comings with little motion."""

from collections.abc import Iterator

from fabula.lexicon.motion import BRINGING_VERBS
from fabula.lexicon.perception_verbs import LOOKING_VERBS
from fabula.lexicon.place_nouns import CONVEYANCES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.placing.ways import AWAY, DETERMINERS, DOORS, IN, OTHERS, Told, ends
from fabula.stages.telling.possession import is_possessive
from fabula.stages.telling.predicates import BE_FORMS, Predicate
from fabula.stages.telling.scene_narration import NarratedPerson, Passage

FETCHING = BRINGING_VERBS | all_forms("show invite".split())

_NOT_ALONG = all_forms("invite help lift".split())
"""Who does these stays."""

_STANDING = all_forms("stand lean stop pause hover linger wait appear loom".split())
_PUTTING = all_forms("put poke stick pop thrust push".split())
_SHUTTING = all_forms("shut close slam bang pull lock".split())
_OPENING = all_forms("open unlock unbolt push shove fling throw shoulder kick nudge".split())
_SHUT = _SHUTTING | all_forms("swing click thud".split())
_DROPPING = all_forms("drop pop stop turn show look peer glance peep call burst swing".split())
_SHOWING_UP = all_forms("turn show".split())
"""“Turned up”; who “turned round” or “turned in” was there."""

_MEETING = all_forms("find reach meet".split())
_BOARDING = all_forms("get climb board jump hop scramble swing".split())

_ENTRANCES = frozenset("door doors gate hatch curtain flap shutter sash lid".split())
_INWARDS = frozenset("in up over through round by".split())
_WHERE_MET = frozenset("in at on there here sitting standing lying asleep".split())
_ROUND_A_DOOR = frozenset("round around in into".split())

NEAR = 6
"""Words from such a verb to the door that it is about."""


def at_the_door(passage: Passage, who: NarratedPerson, verb: int) -> Iterator[Told]:
    """Who stands in a doorway, looks round a door, opens one, or shuts one behind them."""
    word, near = passage.words[verb], passage.words[verb : verb + NEAR]
    if word in _STANDING or BE_FORMS & set(passage.words[verb - 1 : verb + 1]):
        if any(
            first in {"in", "at", "on"} and second in DETERMINERS and third in DOORS
            for first, second, third in zip(near, near[1:], near[2:], strict=False)
        ):
            yield Told(who, here=True, beside=True)
    elif (word in _PUTTING and "head" in near) or (word in LOOKING_VERBS and "door" in near):
        if _ROUND_A_DOOR & set(near):
            yield Told(who, here=True, beside=word in LOOKING_VERBS, unseen=word in LOOKING_VERBS)
    elif word in _SHUTTING and "door" in near and "behind" in near:
        yield Told(who, here=True, away=True, beside=True)
    elif word in _OPENING and _ENTRANCES & set(near) and "to" not in near:
        yield Told(who, here=True, beside=True, unseen=True)


def turns_up(passage: Passage, who: NarratedPerson, verb: int) -> Iterator[Told]:
    """“Tom dropped in”, “looked in at her”, “found her there”, “got on the bus”."""
    word, particle = passage.words[verb], passage.word(verb + 1)
    following = passage.word(verb + 2)
    if word in _DROPPING and particle in ({"up"} if word in _SHOWING_UP else _INWARDS):
        if ends(following) and (particle == "in" or word not in LOOKING_VERBS):
            yield Told(who, here=True, beside=True, unseen=True)
    elif word in _MEETING and particle in OTHERS:
        if ends(following) or following in _WHERE_MET:
            yield Told(who, here=True, beside=True, unseen=True)
    elif word in _BOARDING and particle in _ABOARD and _vehicle(passage, verb):
        yield Told(who, away=True)


_ABOARD = frozenset("in into on onto".split())


def _vehicle(passage: Passage, verb: int) -> bool:
    return bool(CONVEYANCES & set(passage.words[verb + 2 : verb + 5]))


def is_shown(passage: Passage, person: NarratedPerson) -> Iterator[Told]:
    """“It was Tom with the soup”, “the door was opened by Tom”, “the door shut behind him”."""
    before = passage.words[max(person.first - NEAR, 0) : person.first]
    if len(before) < MOST_SHORT:
        return
    if before[-1] in BE_FORMS and before[-2] in {"it", "there"}:
        if passage.word(person.last) in {"with", "at", "standing", "from"}:
            yield Told(person, here=True, beside=True, unseen=True)
    elif before[-1] == "by" and before[-2] in _OPENING and _ENTRANCES & set(before):
        yield Told(person, here=True, beside=True, unseen=True)
    elif before[-1] == "behind" and _SHUT & set(before) and _ENTRANCES & set(before):
        yield Told(person, here=True, away=True, beside=True)


MOST_SHORT = 2
"""Words that have to stand before somebody who is shown so: “it was”."""


def fetched(passage: Passage, predicate: Predicate) -> Iterator[Told]:
    """Who is brought, and by whom: “Tom led her out”, “she was shown in”, “he brought in tea”."""
    at = predicate.verb
    if BE_FORMS & set(predicate.auxiliaries):
        moved, object_end = [predicate.subject], at
    else:
        taken = next((each for each in passage.people if each.first == at + 1), None)
        if taken is None and passage.word(at + 1) == "in":
            yield Told(predicate.subject, here=True, beside=True, unseen=True)
        if taken is None or is_possessive(passage, taken):
            return
        leads = passage.words[at] not in _NOT_ALONG
        moved, object_end = [taken, *([predicate.subject] if leads else ())], taken.last - 1
    particle = passage.word(object_end + 1)
    for person in moved:
        if particle in IN:
            yield Told(person, here=True, away=True)
        elif particle in AWAY:
            yield Told(person, away=True)
