"""Rules for a person seen from outside, whose mind is therefore not the one we look out of."""

from collections.abc import Iterator
from itertools import pairwise

from fabula.lexicon.body_words import FACE_NOUNS
from fabula.lexicon.mental_verbs import (
    HEDGING_VERBS,
    MENTAL_VERBS,
)
from fabula.stages.telling.possession import is_possessive, possessed
from fabula.stages.telling.predicates import BE_FORMS, Predicate, is_adverb, looks_finite
from fabula.stages.telling.scene_narration import Passage
from fabula.stages.telling.signs import Sign, SignRule, sign_of


def seen_from_outside(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person who seems, looks or appears so, or is obviously so, or acts “as if”.

    Why it holds: the narrator guesses from outside, so the eyes are somebody else's.
    Misses: “seemed to her” is the one it seems to, which `struck` takes.
    Example: “Bram seemed puzzled by the question.”
    """
    for number, predicate in enumerate(found):
        limit = found[number + 1].verb if number + 1 < len(found) else len(passage.words)
        if (
            is_guess(passage, predicate.verb)
            or predicate.hedged
            or _acts_as_if(passage, predicate.verb, limit)
        ):
            yield from sign_of(predicate.subject, "hedged")


_AT_SOMETHING = frozenset(
    """
    at up down back around round about over out into through away toward towards for to after
    from in on under behind along across past forward
    straight hard long again once twice left right sideways everywhere nowhere
    """.split()
)
_AT_SOMEBODY = frozenset({"him", "them", "me", "us", "it"})
"""“looked him in the eye”; “looked her age” may be a guess."""


def is_guess(passage: Passage, verb: int) -> bool:
    """Whether the word at `verb` tells how someone seems: “looked tired”, not “looked up”."""
    word = passage.words[verb]
    if word not in HEDGING_VERBS:
        return False
    after = verb + 1
    while is_adverb(passage.word(after)):
        after += 1
    following = passage.word(after)
    if word.startswith(("look", "sound")):  # “looked at him” is an act, “looked tired” a guess
        turned = (following, passage.word(after + 1)) == ("the", "other")  # “looked the other way”
        seen = following in _AT_SOMETHING or following in _AT_SOMEBODY
        return following[:1].isalpha() and not (seen or turned)
    if word.startswith("appear"):  # “appeared in the doorway” is an act
        return following == "to" or following.endswith("ed")
    return following != "to" or passage.word(after + 1) not in {"him", "her", "them", "me", "us"}


def _acts_as_if(passage: Passage, verb: int, limit: int) -> bool:
    if passage.words[verb] in MENTAL_VERBS:  # “felt as if” is told from inside
        return False
    tail = passage.words[verb : min(verb + _REACH_OF_AS_IF, limit)]
    return any(first == "as" and second in {"if", "though"} for first, second in pairwise(tail))


_REACH_OF_AS_IF = 12
"""Words from the verb to “as if”; further on it belongs to something else."""


def faces(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a person's face, eyes or voice as the subject of a verb.

    Why it holds: it is what the others see and hear.
    Misses: a focalizer's own eyes opening, which is why it weighs little.
    Example: “His eyes narrowed.”
    """
    for person in passage.people:
        if not is_possessive(passage, person):
            continue
        noun = possessed(passage, person, FACE_NOUNS)
        following = passage.word(noun + 1)
        if passage.word(noun) in FACE_NOUNS and (looks_finite(following) or following in BE_FORMS):
            yield from sign_of(person, "face")


OUTER_RULES: tuple[SignRule, ...] = (seen_from_outside, faces)
