"""Rules for whose standpoint a sentence is told from: whose limits, whose past, whose reasons.

None of these sentences says that anybody thinks or feels. They are measured by one person all the
same: by what that person can and must do, by why they do it, by all they have ever seen.
"""

from collections.abc import Iterator
from itertools import pairwise

from fabula.lexicon.body_words import BODY_NOUNS, SENSATION_FORMS
from fabula.lexicon.mental_verbs import HEDGING_VERBS
from fabula.stages.telling.possession import is_possessive, possessed
from fabula.stages.telling.predicates import Predicate, looks_finite
from fabula.stages.telling.scene_narration import Passage
from fabula.stages.telling.signs import FAINT, Sign, SignRule, sign_of

_CLAUSE_MARKS = frozenset({",", ";", ":", "—", "–", "and", "but"})


def experience(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a measure taken from all that a person has ever done, seen or been.

    Why it holds: only who has lived it can compare with it.
    Misses: measures without such words (“a longer speech than usual”).
    Example: “It was the longest speech that Tom had ever heard.”
    """
    # “She had never looked so tired, had never asked for a chair”: others compare
    compared = {each.subject for each in found if passage.words[each.verb] in HEDGING_VERBS}
    for predicate in found:
        span = passage.words[predicate.subject.last : predicate.verb]
        measured = predicate.is_completed_before and _EVER & set(span)
        if measured and predicate.subject not in compared:
            yield from sign_of(predicate.subject, "experience")
    for person in passage.people:
        if not is_possessive(passage, person):
            continue
        noun = possessed(passage, person, _LIFE)
        if passage.word(noun) in _LIFE and passage.word(person.first - 1) in {"of", "in", "all"}:
            yield from sign_of(person, "experience")


_EVER = frozenset({"ever", "never"})
_LIFE = frozenset({"life"})


def ability(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person who cannot, or has to, does not dare, needs to.

    Why it holds: limits and duties are felt by the one who has them; others see only what is done.
    Misses: duties that everyone knows of (“she had to be at work at nine”).
    Example: “Tom stood over it and could not lift the lid.”
    """
    for predicate in found:
        auxiliaries = set(predicate.auxiliaries)
        verb = passage.words[predicate.verb]
        suffered = predicate.is_passive and looks_finite(verb)  # “could not be argued with”
        unable = predicate.negated and auxiliaries & _CAN and not suffered
        if unable or _has_to(passage, predicate) or verb in _DARING or _wishes(predicate, passage):
            yield from sign_of(predicate.subject, "ability")
        elif verb in _TRYING and passage.word(predicate.verb + 1) == "to":
            yield from sign_of(predicate.subject, "ability", FAINT)


def _wishes(predicate: Predicate, passage: Passage) -> bool:
    """What one did not do: “could have kissed him”, “should have known”, “would rather wait”."""
    auxiliaries = set(predicate.auxiliaries)
    if "rather" in passage.words[predicate.subject.last : predicate.verb]:
        return "would" in auxiliaries or "'d" in auxiliaries
    undone = auxiliaries & {"could", "should"} and "have" in auxiliaries
    return bool(undone) and "been" not in auxiliaries


_CAN = frozenset({"can", "could", "ca"})
_DARING = frozenset("dared dares dare needed needs".split())
_TRYING = frozenset("tried tries managed manages failed fails".split())
"""Efforts show."""


def _has_to(passage: Passage, predicate: Predicate) -> bool:
    tail = passage.words[predicate.subject.last : predicate.verb + 3]
    pairs = set(pairwise(tail))
    return bool(pairs & _DUTIES)


_DUTIES = frozenset(
    {("had", "to"), ("has", "to"), ("have", "to"), ("had", "better"), ("ought", "to")}
)


def reasons(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: an act of a person with its reason or its aim.

    Why it holds: why somebody does what they do is known to them.
    Misses: reasons that all can see.
    Example: “Ada walked on tiptoe, so as not to wake the owl.”
    """
    for position in range(1, len(passage.words) - 1):
        if not _opens_reason(passage, position):
            continue
        acting = [each for each in found if each.verb < position]
        if acting:
            yield from sign_of(acting[-1].subject, "reason")


def _opens_reason(passage: Passage, position: int) -> bool:
    word, following = passage.words[position], passage.word(position + 1)
    if word == "because":
        return following != "of"
    if word in _ALSO_OF_TIME:  # “since noon” and “since she was six” say when
        return passage.word(position - 1) == "," and following in _OPENS_CLAUSE
    return (word, following) in _AIMS


_ALSO_OF_TIME = frozenset({"since", "for"})
_OPENS_CLAUSE = frozenset("he she they it there that this who nobody somebody everyone".split())
_AIMS = frozenset({("so", "as"), ("in", "case"), ("in", "order")})


def sensation(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a part of a person's body that aches, burns, itches.

    Why it holds: a pain is only felt by whom it hurts.
    Misses: pains told without the part of the body.
    Example: “Her calves are burning.”
    """
    for person in passage.people:
        if not is_possessive(passage, person):
            continue
        noun = possessed(passage, person, _FEELING_PARTS)
        if passage.word(noun) in _FEELING_PARTS and _feels(passage, noun):
            yield from sign_of(person, "sensation")


_FEELING_PARTS = BODY_NOUNS | frozenset(
    "calf calves thigh thighs toe toes palm palms lungs muscles tongue teeth temples scalp".split()
)


def _feels(passage: Passage, noun: int) -> bool:
    after = passage.words[noun + 1 : noun + 1 + _REACH]
    stop = next((n for n, word in enumerate(after) if word in _CLAUSE_MARKS), len(after))
    return any(word in SENSATION_FORMS for word in after[:stop])


_REACH = 4


def musing(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a word of guessing or granting in a sentence about what a person does.

    Why it holds: the narrator knows; it is the person in the story who is not sure.
    Misses: sentences without anybody; `minds` gives these to whoever acted last.
    Example: “She had three hours, maybe.”
    """
    if found and is_musing(passage):
        yield from sign_of(found[0].subject, "musing")


def is_musing(passage: Passage) -> bool:
    """Whether somebody guesses or grants: “It was all a mistake, perhaps.”."""
    pairs = set(pairwise(passage.words))
    return not pairs & _AS_IF and bool(_GUESSING & set(passage.words) or _GRANTING & pairs)


_AS_IF = frozenset({("as", "if"), ("as", "though")})
_GUESSING = frozenset("maybe perhaps surely somehow probably possibly anyway".split())
_GRANTING = frozenset(
    {("of", "course"), ("no", "doubt"), ("after", "all"), ("must", "have"), ("it", "seemed")}
    | {("it", "seems"), ("must", "be"), ("at", "least")}
    | {("ought", "to"), ("should", "be"), ("should", "have"), ("no", "use"), ("no", "point")}
)

STANDPOINT_RULES: tuple[SignRule, ...] = (experience, ability, reasons, sensation, musing)
