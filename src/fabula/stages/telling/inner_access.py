"""Signs of whose mind the narration gives: what only that person could know, or others only see.

Each rule looks at one passage and gives `Sign`s. A sign of weight 1 is a sentence that nobody
but the person could vouch for (“Ines knew that she had lost”); smaller weights are for what a
bystander might report as well; negative ones are for a person seen from outside (“Bram seemed
puzzled”). The weights are our judgement, not trained.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from fabula.lexicon.emotion_words import (
    EMOTION_ADJECTIVES,
    EMOTION_NOUNS,
    FACE_NOUNS,
    GUT_NOUNS,
    GUT_VERBS,
    KNOWING_ADJECTIVES,
    MIND_NOUNS,
    SURGES,
)
from fabula.lexicon.mental_verbs import (
    FAINT_MENTAL_VERBS,
    FELT_WITH_THE_HAND,
    HEDGING_VERBS,
    MENTAL_VERBS,
    STRIKING_VERBS,
)
from fabula.lexicon.perception_verbs import LOOKING_VERBS, PERCEPTION_VERBS
from fabula.lexicon.verb_forms import forms_of
from fabula.stages.telling.predicates import (
    BE_FORMS,
    NEGATIONS,
    Predicate,
    is_adverb,
    is_possessive,
    looks_finite,
)
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.story import EntityId

Rule = Literal[
    "thinks",
    "thought",
    "asks",
    "perceives",
    "aside",
    "looks",
    "feels",
    "reaction",
    "inner part",
    "gut",
    "struck",
    "surge",
    "hedged",
    "face",
]

WEIGHTS: dict[Rule, float] = {
    "thinks": 1.0,
    "thought": 1.5,  # words thought, given as such
    "asks": 0.5,  # a question in the narration is somebody's, mostly of the last who acted
    "aside": 0.7,  # “seeing the gate”, “not wanting to wake him”
    "perceives": 0.7,  # “saw” is often only plot
    "looks": 0.15,  # visible to all, but it turns the reader's eyes too
    "feels": 0.7,
    "reaction": 1.0,
    "inner part": 0.5,  # “her mind went back”, but also “changed his mind”
    "gut": 0.7,
    "struck": 0.7,
    "surge": 0.8,
    "hedged": -0.5,
    "face": -0.25,  # a focalizer's eyes may widen too; only a pattern of it tells
}
FAINT = 0.4
"""The part of its weight that is left to a verb or feeling that bystanders report as well."""

CLEAR = 0.5
"""A sign of at least this weight shows a mind entered; weaker ones only add up."""


class Sign(Struct, frozen=True):
    """One piece of evidence that a mind is given (or withheld), and where it stands.

    `start` is the offset of its first word in the text.
    """

    entity_id: EntityId
    rule: Rule
    weight: float
    start: int


SignRule = Callable[[Passage, tuple[Predicate, ...]], Iterator[Sign]]


def signs_in(passage: Passage, found: tuple[Predicate, ...]) -> tuple[Sign, ...]:
    """All signs of minds in a passage, in text order; `found` are its predicates."""
    signs = [sign for rule in _RULES for sign in rule(passage, found)]
    return tuple(sorted(signs, key=lambda sign: sign.start))


def _sign(person: NarratedPerson, rule: Rule, part: float = 1.0) -> Iterator[Sign]:
    if person.entity_id is not None:
        yield Sign(person.entity_id, rule, WEIGHTS[rule] * part, person.start)


def thinking(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the subject of a verb of thinking, wanting or feeling.

    Why it holds: nobody else can vouch for it, so the narrator speaks from inside.
    Misses: reports of what the person said they thought; narrators who know everything.
    Example: “She wondered whether to follow it.”
    """
    for predicate in found:
        verb = passage.words[_inner_verb(passage, predicate)]
        if verb not in MENTAL_VERBS or predicate.hedged:
            continue
        if verb in _FELT and passage.word(predicate.verb + 1) in FELT_WITH_THE_HAND:
            continue
        supposed = predicate.is_supposed and "could" not in predicate.auxiliaries
        part = FAINT if verb in FAINT_MENTAL_VERBS or supposed else 1.0
        yield from _sign(predicate.subject, "thinks", part)


def _inner_verb(passage: Passage, predicate: Predicate) -> int:
    """The verb itself, or the one it leads to: “tried to remember”, “began to wonder”.

    What someone seems to remember is left to the verb of seeming.
    """
    verb = predicate.verb
    if passage.words[verb] in HEDGING_VERBS or passage.words[verb] in MENTAL_VERBS:
        return verb
    return verb + 2 if passage.word(verb + 1) == "to" and passage.word(verb + 2) else verb


_FELT = forms_of("feel").all


def perceiving(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the subject of a verb of perception, or (weaker) of looking.

    Why it holds: what someone sees or hears is told from where they stand.
    Misses: “saw to it”, and plot told from far away (“they saw him next in Rome”).
    Example: “Lena heard the gate.”
    """
    for predicate in found:
        verb = passage.words[predicate.verb]
        if predicate.hedged or (predicate.is_supposed and "could" not in predicate.auxiliaries):
            continue
        if verb in PERCEPTION_VERBS:
            yield from _sign(predicate.subject, "perceives")
        elif verb in LOOKING_VERBS and not _is_guess(passage, predicate.verb):
            yield from _sign(predicate.subject, "looks")


def asides(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: “seeing …”, “wondering …” at the start of a sentence or after a comma.

    Why it holds: the unspoken subject is that of the clause it hangs on.
    Misses: asides that hang on something else (“the dog, hearing this, …”).
    Example: “He spoke softly, not wanting to wake the owl.”
    """
    for position, word in enumerate(passage.words):
        if word not in _INNER_GERUNDS:
            continue
        before = position - 1
        while passage.word(before) in NEGATIONS or is_adverb(passage.word(before)):
            before -= 1
        if before >= 0 and passage.words[before] != ",":
            continue
        subjects = [predicate.subject for predicate in found]
        if before >= 0:
            earlier = [person for person in subjects if person.first < position]
            subjects = earlier[-1:] or subjects
        if subjects:
            yield from _sign(subjects[0], "aside")


_INNER_GERUNDS = frozenset(
    word for word in MENTAL_VERBS | PERCEPTION_VERBS if word.endswith("ing")
) - {"meaning", "liking", "loving", "missing"}


def feeling(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: “was”, “felt” or “grew” with an adjective of feeling or certainty.

    Why it holds: how sure or how glad a person is does not show.
    Misses: moods that do show (“he was furious”), which therefore weigh less.
    Example: “Ines was certain that there had been twelve.”
    """
    for predicate in found:
        if predicate.hedged or not set(predicate.auxiliaries) & BE_FORMS:
            continue
        for position in range(predicate.verb, min(predicate.verb + 3, len(passage.words))):
            word = passage.words[position]
            if word in KNOWING_ADJECTIVES or word in EMOTION_ADJECTIVES:
                part = 1.0 if word in KNOWING_ADJECTIVES else FAINT
                yield from _sign(predicate.subject, "feels", part)
                break
            if not (is_adverb(word) or word in _DEGREES):
                break


_DEGREES = frozenset("so very too quite rather more as not never only half a little".split())


def reaction(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: “to”, a person and a feeling as a noun.

    Why it holds: an event is measured by what one person feels about it.
    Misses: reactions put another way (“much as it pleased her”).
    Example: “To her relief, the boat was still there.”
    """
    for person in passage.people:
        if passage.word(person.first - 1) != "to":
            continue
        position = person.last
        while passage.word(position) in {"'s", "'", "great", "own", "intense", "utter"}:
            position += 1
        if passage.word(position) in EMOTION_NOUNS:
            yield from _sign(person, "reaction")


def inner_parts(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a person's mind, memory, attention or feeling; a heart that sinks; a face that shows.

    Why it holds: only the owner can look into a mind or feel a stomach drop, while a face is
    what the others see; the last counts against the owner.
    Misses: set phrases (“changed his mind”) and a focalizer's own eyes opening.
    Example: “Her heart sank.” and, the other way, “His eyes narrowed.”
    """
    for person in passage.people:
        if not is_possessive(passage, person):
            continue
        noun = _owned(passage, person)
        word, following = passage.word(noun), passage.word(noun + 1)
        if word in GUT_NOUNS and following in GUT_VERBS:
            yield from _sign(person, "gut")
        elif passage.word(person.first - 1) == "to" and word in EMOTION_NOUNS:
            continue  # `reaction` takes “to her relief”
        elif word in MIND_NOUNS or word in EMOTION_NOUNS:
            yield from _sign(person, "inner part")
        elif word in FACE_NOUNS and (looks_finite(following) or following in BE_FORMS):
            yield from _sign(person, "face")


def _owned(passage: Passage, person: NarratedPerson) -> int:
    """The place of the noun after the owner, one adjective allowed: “her own mind”."""
    position = person.last
    while passage.word(position) in {"'s", "'"}:
        position += 1
    known = MIND_NOUNS | EMOTION_NOUNS | FACE_NOUNS | GUT_NOUNS
    return position if passage.word(position) in known else position + 1


def struck(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the one whom something strikes, puzzles, reminds or seems to.

    Why it holds: the effect is told, and it is felt inside.
    Misses: blows (“the branch struck him”), which is why the subject may not be a person.
    Example: “It occurred to her that the door was open.”
    """
    acts = {predicate.verb for predicate in found}
    for person in passage.people:
        to_person = passage.word(person.first - 1) == "to"
        verb = person.first - (2 if to_person else 1)
        word = passage.word(verb)
        strikes = word in STRIKING_VERBS or (to_person and word in _SEEM)
        if strikes and verb not in acts and not is_possessive(passage, person):
            yield from _sign(person, "struck")


_SEEM = forms_of("seem").all | forms_of("appear").all


def surge(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a pang, wave or shiver of a feeling that goes through a person.

    Why it holds: it is felt, not seen.
    Misses: feelings told without such a noun.
    Example: “A pang of guilt went through him.”
    """
    for position, word in enumerate(passage.words[:-2]):
        if (
            word in SURGES
            and passage.words[position + 1] == "of"
            and passage.words[position + 2] in EMOTION_NOUNS
        ):
            for person in passage.people:
                if 0 < person.first - position <= 9:
                    yield from _sign(person, "surge")
                    break


def seen_from_outside(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person who seems, looks or appears so, or is obviously so, or acts “as if”.

    Why it holds: the narrator guesses from outside, so the eyes are somebody else's.
    Misses: “seemed to her” is the one it seems to, which `struck` takes.
    Example: “Bram seemed puzzled by the question.”
    """
    for predicate in found:
        if _is_guess(passage, predicate.verb) or predicate.hedged or _as_if(passage, predicate):
            yield from _sign(predicate.subject, "hedged")


_AT_SOMETHING = frozenset(
    """
    at up down back around round about over out into through away toward towards for to after
    from in on under behind along across past
    """.split()
)


def _is_guess(passage: Passage, verb: int) -> bool:
    word, following = passage.words[verb], passage.word(verb + 1)
    if word not in HEDGING_VERBS:
        return False
    if word.startswith(("look", "sound")):  # “looked at him” is an act, “looked tired” a guess
        return following[:1].isalpha() and following not in _AT_SOMETHING
    if word.startswith("appear"):  # “appeared in the doorway” is an act
        return following == "to" or following.endswith("ed")
    return following != "to" or passage.word(verb + 2) not in {"him", "her", "them", "me", "us"}


def _as_if(passage: Passage, predicate: Predicate) -> bool:
    if passage.words[predicate.verb] in _FELT:
        return False
    tail = passage.words[predicate.verb : predicate.verb + 12]
    return any(first == "as" and second in {"if", "though"} for first, second in pairwise(tail))


_RULES: tuple[SignRule, ...] = (
    thinking,
    perceiving,
    asides,
    feeling,
    reaction,
    inner_parts,
    struck,
    surge,
    seen_from_outside,
)
