"""Whom a pronoun means, by the rules' scores and by what the encoder says of the sentence.

Both scores are logarithms of probabilities but for a constant, and they are added. What follows
here are the few things that count otherwise once the encoder has been heard. They were chosen one
by one on LitBank's development documents, a quarter of its training documents and six of our own
stories (`evaluation.pronouns`): with finer steps, or all features fitted anew beside the encoder,
the training documents were read better and the others worse.
"""

from collections.abc import Mapping, Sequence
from math import exp, log

from fabula.stages.linking.focus import Candidate
from fabula.stages.linking.scoring import Context, score, was_meant_by
from fabula.stages.linking.surroundings import Surroundings
from fabula.stages.linking.syntax import NOWHERE, Role

LEAST_EXPECTED = 0.03
"""What a share of nothing counts as: the encoder may be silent because of one mention missed."""

PRONOUN_UNKNOWN = 1.2
"""Added for somebody whose pronoun the story has not told.

The rules' weights hold it against them that it is not known, much, because nearly everyone's is
known in the annotated chains that they were fitted on. Of a story's people it is that of two in
three, and who has just come in is the one whose pronoun nobody can know yet.
"""

_IN_OWN_CLAUSE: dict[Role | None, float] = {"object": -4.0, "behind": -3.0}
"""Added for the subject of the pronoun's own clause: whom Ines saw is not Ines, and whom she
looked at hardly, though she may have put a bag behind her."""

NAMED_AFTER = -4.0
"""Added for whom the pronoun's own clause names after it: whom she met with Ines is not Ines, and
neither is she."""

ACTED_LAST = 0.4
"""Added for the one who was the last to be a subject, if the pronoun is one too."""

ACTED_BEFORE = 0.6
"""Added for the first to act in the paragraph before, where in this one nobody has yet."""

COORDINATED = 1.5
"""Added for the subject of the clause before, where “and he” or “but he” goes on with another."""

_COORDINATING = frozenset({"and", "but", "yet"})

NOBODY = -7.0
"""The score of everyone who is not in focus: about that of a person whom nothing speaks for."""


def shares_of(
    place: Surroundings,
    candidates: Sequence[Candidate],
    context: Context,
    expected: Mapping[str, float],
) -> Mapping[str, float]:
    """How likely each person is meant, by key; the rest up to 1 is for somebody not in focus.

    `candidates` are those that agreement and grammar allow, the last mentioned first; `expected`
    is how likely the encoder thinks each, by key.
    """
    last_to_act = _last_to_act(candidates)
    named_after = context.named_after(place)
    scores = [
        score(place, candidate, rank, context)
        + log(expected.get(candidate.person.key, 0.0) + LEAST_EXPECTED)
        + _beside(
            place,
            candidate,
            context,
            acted_last=candidate is last_to_act,
            named_after=candidate.person.key in named_after,
        )
        for rank, candidate in enumerate(candidates)
    ]
    highest = max(*scores, NOBODY)
    parts = [exp(each - highest) for each in scores]
    total = sum(parts) + exp(NOBODY - highest)
    return {
        candidate.person.key: part / total
        for candidate, part in zip(candidates, parts, strict=True)
    }


def _last_to_act(candidates: Sequence[Candidate]) -> Candidate | None:
    acted = [
        (subject.mention.start, number)
        for number, candidate in enumerate(candidates)
        if (subject := candidate.last_subject) is not None
    ]
    return candidates[max(acted)[1]] if acted else None


def _beside(
    place: Surroundings,
    candidate: Candidate,
    context: Context,
    *,
    acted_last: bool,
    named_after: bool,
) -> float:
    """What is to be added to the scores of a person."""
    added = 0.0
    if candidate.person.pronoun is None and not was_meant_by(candidate.person, place):
        added += PRONOUN_UNKNOWN
    added += _IN_OWN_CLAUSE.get(_part_in_own_clause(place, candidate, context), 0.0)
    if named_after:
        added += NAMED_AFTER
    if place.narrated:
        if acted_last and place.subject:
            added += ACTED_LAST
        if _acted_before(place, candidate, context):
            added += ACTED_BEFORE
        if acted_last and _goes_on(place, candidate):
            added += COORDINATED
    return added


def _part_in_own_clause(place: Surroundings, candidate: Candidate, context: Context) -> Role | None:
    """The pronoun's part in a clause whose subject this person is; None in another's clause."""
    subject, pronoun = candidate.last_subject, place.pronoun
    reflexive = pronoun is not None and pronoun.role == "reflexive"
    if context.syntax is None or subject is None or reflexive or subject.sentence != place.sentence:
        return None
    here = context.syntax.read(place.mention.head.start)
    there = context.syntax.read(subject.mention.head.start)
    return here.role if NOWHERE != here.clause == there.clause else None


def _goes_on(place: Surroundings, candidate: Candidate) -> bool:
    """Whether “and he” follows, in one sentence, on a clause whose subject this person is."""
    subject = candidate.last_subject
    return (
        place.subject
        and place.before in _COORDINATING
        and subject is not None
        and subject.sentence == place.sentence
    )


def _acted_before(place: Surroundings, candidate: Candidate, context: Context) -> bool:
    """Whether a paragraph in which nobody has acted follows one in which this person did first."""
    if context.focus.first_subject_of(place.paragraph) is not None:
        return False
    return context.focus.first_subject_of(place.paragraph - 1) == candidate.person.key
