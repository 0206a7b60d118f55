"""Relatives who have no place in the cast: “my mother's pocketknife”, “she had a husband”."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.kin_names import called_kind
from fabula.stages.relating.kinds import FAMILY, KIND_OF_NOUN, past_of
from fabula.stages.relating.people import People
from fabula.stages.relating.settled import Settled
from fabula.stages.relating.unresolved import OWNED, kind_had, may_be_in_cast, unresolved_nouns
from fabula.story import EntityId, Relation, Relative
from fabula.text import Span

CALLED = 0.8
"""“Papa” without an owner: said from the side of the one who speaks or sees."""

LEAST_CONFIDENCE = 0.65
"""Below this it is a guess whose relative it is."""

KINDS = FAMILY | {"guardian", "ward", "lover", "former_lover"}
"""What is kept of somebody without a name: friends and servants come and go."""

_HAVE = all_forms(["have"])


class _Told(Struct, frozen=True):
    """One passage that tells of somebody's relative."""

    owner: EntityId
    kind: RelationKind
    noun: str
    evidence: Span
    confidence: float


def unnamed_relatives(
    people: People, arcs: Arcs, relations: Sequence[Relation]
) -> Sequence[Relative]:
    """Relatives who are told of and are nobody in the cast.

    Finds:
        Nouns of kin, marriage and love with an owner in the cast (“her mother”, “Tom, whose
        sister sang”, “she had a husband”), and words of kin that serve as names (“Papa”), if
        nobody of the cast is meant. “their mother” is that of two siblings told of just before.
    Why it holds:
        Whose mother she is, the words presuppose.
    Misses:
        Those of “your” in speech, unless it is clear who is spoken to.

    Example:
        “I had my mother's knife, and Tom his.” Her mother is a parent of the narrator.
    """
    settled = Settled((each.a_id, each.kind, each.b_id) for each in relations)
    told: defaultdict[tuple[EntityId, RelationKind, str], list[_Told]] = defaultdict(list)
    for each in (*_owned(people, arcs, settled), *_had(people, arcs), *_called(people)):
        gender = KIN.get(each.noun, "any")
        named = people.is_called_a(each.kind, gender)
        if not named and not _is_known(people, settled, each, gender):
            told[each.owner, each.kind, gender].append(each)
    found = [_relative(passages) for passages in told.values()]
    kept = [relative for relative in found if relative.confidence >= LEAST_CONFIDENCE]
    return sorted(kept, key=lambda each: (each.evidence, each.who_id))


def _is_known(people: People, settled: Settled, told: _Told, gender: str) -> bool:
    """Whether the cast has the relative; “his wife” may be she whom he has divorced since."""
    kinds = (told.kind, past_of(told.kind))
    return any(kind is not None and settled.has(people, told.owner, kind, gender) for kind in kinds)


def _owned(people: People, arcs: Arcs, settled: Settled) -> Iterator[_Told]:
    for noun in unresolved_nouns(people, arcs, settled):
        if noun.kind in KINDS and not may_be_in_cast(people, noun.row, noun.owner):
            yield _Told(noun.owner, noun.kind, noun.noun, noun.evidence, noun.confidence)


def _had(people: People, arcs: Arcs) -> Iterator[_Told]:
    """Relatives whom somebody is said to have: “she had a husband in the army”."""
    for row, word in enumerate(arcs.words):
        verb = arcs.head(row)
        if word not in KIND_OF_NOUN or arcs.relation(row) != "dobj":
            continue
        said, subjects = kind_had(arcs, row), arcs.subjects(verb)
        if said not in KINDS or arcs.words[verb] not in _HAVE or len(subjects) != 1:
            continue
        owner = people.at(subjects[0])
        if owner is None or not arcs.is_told_as_fact(verb) or people.is_asked(row):
            continue
        span = people.rows.span(subjects[0], row)
        sure = round(OWNED * owner.confidence, 3)
        yield _Told(owner.entity_id, said, word, Span(span.start, span.end), sure)


def _called(people: People) -> Iterator[_Told]:
    """“Collect from Papa”: the father of the one who says it."""
    for mention in people.story.mentions:
        kind = called_kind(people, mention)
        if kind is None or people.is_called(mention) or people.reason(mention) is not None:
            continue
        row = people.rows.row_of(mention.head.start)
        owner, noun = people.mind(row), people.word(row)
        if owner is None or noun not in KIND_OF_NOUN:
            continue
        if people.chained_to(mention) in {None, owner.entity_id}:
            sure = round(CALLED * owner.confidence, 3)
            yield _Told(owner.entity_id, kind, noun, mention.span, sure)


def _relative(passages: Sequence[_Told]) -> Relative:
    """The relative of whom all these passages tell; each makes the others surer."""
    first = min(passages, key=lambda each: each.evidence)
    doubt = 1.0
    by_place: Mapping[Span, _Told] = {each.evidence: each for each in passages}
    for each in by_place.values():
        doubt *= 1 - each.confidence
    return Relative(
        who_id=first.owner,
        kind=first.kind,
        noun=first.noun,
        since=first.evidence.start,
        evidence=first.evidence,
        confidence=round(1 - doubt, 2),
    )
