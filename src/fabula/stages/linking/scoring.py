"""How well a person in focus fits a pronoun.

Each fact about the pair is a named feature with a weight. The weights were fitted by
`training/pronoun_weights.py` on LitBank's coreference layer (Bamman, Lewke and Mansoor 2020), so
that the exponentials of the scores are in proportion to how often each candidate was meant.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from fabula.lexicon.pronouns import Agreement
from fabula.stages.linking.focus import Candidate, Focus, Person
from fabula.stages.linking.pronoun_weights import WEIGHTS
from fabula.stages.linking.surroundings import Surroundings
from fabula.stages.linking.syntax import SyntaxReader


class _Weights(dict[str, float]):
    """The weight of each feature; 0 for those without one."""

    def __missing__(self, _: str) -> float:
        return 0.0


_WEIGHTS = _Weights(WEIGHTS)

_DISTANCES = (40, 100, 200, 400, 800, 1600, 3200)
"""Characters of narration between two mentions; beyond the last nobody is meant."""

PAGE = 1500
LEAST_MEANT = 2
"""A pronoun read as somebody so often, with hardly a doubt, is as good as known."""

CHAPTER = 8000
"""Characters of narration over which mentions are counted."""


def score(place: Surroundings, candidate: Candidate, rank: int, context: "Context") -> float:
    """The sum of the weights of the features that hold."""
    return sum(map(_WEIGHTS.__getitem__, features(place, candidate, rank, context)))


# The names of the features with a number, by the number: hundreds of thousands are asked for.
_DISTANCE = tuple(f"distance {number}" for number in range(len(_DISTANCES) + 1))
_RANK = tuple(f"rank {number}" for number in range(5))
_ON_PAGE = tuple(f"page {number}" for number in range(5))
_IN_CHAPTER = tuple(f"chapter {number}" for number in range(5))
_WEIGHT = tuple(f"weight {number}" for number in range(4))
_PART = {part: f"last was {part}" for part in ("subject", "possessor", "object")}
_FORM = {form: f"last was {form}" for form in ("proper", "nominal", "pronominal")}


class Context:
    """What scoring needs beside the pair itself: the focus, the grammar, and who speaks where.

    `named_after` gives the keys of those whom a subject's own clause names after it.
    """

    def __init__(
        self,
        focus: Focus,
        talking: Sequence[int],
        narrator_at: Callable[[Surroundings], Person | None] = lambda _: None,
        syntax: SyntaxReader | None = None,
        named_after: Callable[[Surroundings], AbstractSet[str]] = lambda _: frozenset(),
    ) -> None:
        self.focus = focus
        self.syntax = syntax
        self.named_after = named_after
        self._talking = talking
        self._narrator_at = narrator_at

    def tells(self, person: Person, place: Surroundings) -> bool:
        """Whether this person is the “I” of the narration that the place stands in."""
        return self._narrator_at(place) is person

    def earlier_speakers(self, paragraph: int) -> tuple[str | None, str | None]:
        """Who spoke in the talking paragraph before this one, and in the one before that.

        Paragraphs count as one conversation while they are next to each other.
        """
        index = bisect_left(self._talking, paragraph)
        speakers: list[str | None] = [None, None]
        after = paragraph
        for step in (1, 2):
            if index < step or after - self._talking[index - step] > 2:
                break
            after = self._talking[index - step]
            speakers[step - 1] = self.focus.speaker_of(after)
        return speakers[0], speakers[1]

    def called_before(self, paragraph: int) -> AbstractSet[str]:
        """Who was addressed by name in the talking paragraph before this one."""
        index = bisect_left(self._talking, paragraph)
        if index and paragraph - self._talking[index - 1] <= 2:
            return self.focus.called_in(self._talking[index - 1])
        return frozenset()


def may_be_meant(
    place: Surroundings, candidate: Candidate, agreement: Agreement, context: Context
) -> bool:
    """Whether agreement, grammar and distance allow that the pronoun means this person."""
    person = candidate.person
    if person.group or person.pronoun not in {None, agreement}:
        return False
    if place.told - candidate.last_for(place).told > _DISTANCES[-1]:
        return False
    if context.tells(person, place):
        return False
    if place.speaks and person.key in context.focus.called_in(place.paragraph):
        # “Thanks, Tom,” he said.: nobody thanks himself.
        return False
    # Where the encoder has read the sentence its grammar counts instead (`choosing`).
    return context.syntax is not None or not _bound(place, candidate)


def _bound(place: Surroundings, candidate: Candidate) -> bool:
    """Whether grammar keeps the two apart: in “Ines saw her” she is someone else."""
    subject = candidate.last_subject
    if subject is None or place.pronoun is None or place.possessive:
        return False
    return place.pronoun.role == "object" and subject.clause == place.clause


def features(place: Surroundings, candidate: Candidate, rank: int, context: Context) -> list[str]:
    """The names of the features that hold for this pronoun and this person.

    `rank` counts from 0 the people who agree with the pronoun, the last mentioned first.
    """
    last = candidate.last_for(place)
    chapter, page = place.told - CHAPTER, place.told - PAGE
    in_chapter = [told for told in candidate.recent if told >= chapter]
    on_page = [told for told in in_chapter if told >= page]
    names = [
        _DISTANCE[bisect_left(_DISTANCES, place.told - last.told)],
        _RANK[min(rank, 4)],
        _ON_PAGE[_how_much(on_page)],
        _IN_CHAPTER[_how_much(in_chapter)],
        _WEIGHT[candidate.person.weight],
    ]
    _last_mention(names, place, candidate, last)
    _parallel(names, place, candidate, last)
    if candidate.person.pronoun is not None or was_meant_by(candidate.person, place):
        names.append("known pronoun")
    if not candidate.person.in_cast:
        names.append("only described")
    if place.scene != last.scene:
        names.append("other scene")
    if place.narrated and place.subject:
        _conversation(names, place, candidate, context)
    return names


def was_meant_by(person: Person, place: Surroundings) -> bool:
    """Whether this pronoun was read as somebody without a name again and again, and no other."""
    if person.in_cast or place.pronoun is None:
        return False
    agreement = place.pronoun.agreement
    return person.seen.keys() == {agreement} and person.seen[agreement] >= LEAST_MEANT


def _how_much(mentions: Sequence[int]) -> int:
    """How much of a stretch was about this person: 0 for no mention, 4 for very much."""
    return bisect_left((1, 3, 8, 20), len(mentions) + 1) if mentions else 0


def _last_mention(
    names: list[str], place: Surroundings, candidate: Candidate, last: Surroundings
) -> None:
    names.append(_PART["subject" if last.subject else "possessor" if last.possessive else "object"])
    names.append(_FORM[last.mention.form])
    if place.paragraph == last.paragraph:
        names.append("same paragraph")
    if place.sentence == last.sentence:
        names.append("same sentence")
    if place.narrated:
        if not last.narrated:
            names.append("only in speech")
        elif not candidate.last.narrated:
            names.append("in speech since")
    else:
        same = place.mention.quotation_id == last.mention.quotation_id
        there = "from speech to told" if last.narrated else "from speech to speech"
        names.append("same speech" if same else there)


def _parallel(
    names: list[str], place: Surroundings, candidate: Candidate, last: Surroundings
) -> None:
    """Same part of the sentence as before; the subject's own; the subject of late."""
    subject = candidate.last_subject
    if place.subject and last.subject:
        names.append("subject again")
    if not place.subject and not last.subject:
        names.append("object again")
    if subject is not None:
        if subject.clause == place.clause and place.possessive:
            names.append("subject's own")
        sentences = place.sentence - subject.sentence
        if sentences <= 2:
            names.append(f"subject {sentences} sentences ago")
    if place.pronoun is not None and place.pronoun.role == "reflexive":
        names.append("reflexive of subject" if last.subject else "reflexive of other")


def _conversation(
    names: list[str], place: Surroundings, candidate: Candidate, context: Context
) -> None:
    """Who speaks after whom: lines alternate, and who was called answers."""
    key = candidate.person.key
    if key in context.focus.called_in(place.paragraph):
        names.append("called here")
    if key in context.called_before(place.paragraph):
        names.append("called before")
    last, before = context.earlier_speakers(place.paragraph)
    kind = "speaks" if place.speaks else "acts"
    subject = candidate.last_subject
    if subject is not None and subject.paragraph == place.paragraph:
        names.append(f"{kind} in own paragraph")
    if last == key:
        names.append(f"{kind} after own line")
    elif last is not None:
        names.append(f"{kind} after another's line")
    if before == key:
        names.append(f"{kind} two lines on")
