"""Words quoted by a speaker, as in “Then he said, ‘Go,’ and I went.”: who uttered them."""

from collections.abc import Iterator, Mapping, Sequence

from fabula.stages.speaking.clauses import Narration
from fabula.stages.speaking.cue_parts import Cue
from fabula.stages.speaking.cues import cue_after, cue_before
from fabula.stages.speaking.people import SECOND_PERSON, People
from fabula.stages.speaking.surroundings import split_sentences
from fabula.stages.speaking.thinkers import NOBODY, Owner
from fabula.story import Attribution, EntityId, Quotation, QuotationId
from fabula.text import Span, covering


def nested_owners(
    quotations: Sequence[Quotation],
    outer: Mapping[QuotationId, Attribution],
    narration: Narration,
    people: People,
) -> Iterator[tuple[Quotation, Cue | None, Owner]]:
    """Who utters each quotation inside another; `outer` are the attributions of the outer ones.

    Finds: a cue beside the words, inside the same outer quotation; its “I” is the one who
    speaks there, its “you” the one spoken to.
    Why it holds: who quotes others says whom.
    Misses: titles and sayings, which nobody utters and which stay open; quotations in a third
    layer are read by their own cues only.
    Example: “I said, ‘Never!’” cried Ines, gives the inner words to Ines.
    """
    by_id = {quotation.id: quotation for quotation in quotations}
    inner = [quotation for quotation in quotations if quotation.within is not None]
    for number, quotation in enumerate(inner):
        host = by_id[quotation.within] if quotation.within is not None else quotation
        part = _part(host, quotation)
        low = max(part.start, inner[number - 1].end if number else 0)
        high = min(part.end, inner[number + 1].start if number + 1 < len(inner) else part.end)
        cue = _cue(narration, low, quotation, high)
        yield quotation, cue, _owner(cue, outer.get(host.id), people)


def _part(host: Quotation, quotation: Quotation) -> Span:
    """The part of the outer quotation that holds the inner one."""
    return covering(host.parts, quotation.start) or host.span


def _cue(narration: Narration, low: int, quotation: Quotation, high: int) -> Cue | None:
    for left, right in zip(quotation.parts, quotation.parts[1:], strict=False):
        cue = cue_after(narration.pieces(left.end, right.start), joined=True)
        if cue is not None:
            return cue
    behind = split_sentences(narration.pieces(quotation.end, max(high, quotation.end)))
    cue = cue_after(behind[0], joined=False) if behind else None
    if cue is not None:
        return cue
    # The outer quotation's own mark is no part of the sentence.
    pieces = [
        piece for piece in narration.pieces(low, quotation.start) if piece.word not in "“\"‘'"
    ]
    ahead = split_sentences(pieces)
    return cue_before(ahead[-1]) if ahead else None


def _owner(cue: Cue | None, outer: Attribution | None, people: People) -> Owner:
    if cue is None or cue.subject is None:
        return NOBODY
    person: EntityId | None
    if outer is not None and people.is_first_person(cue.subject):
        person = outer.speaker_id
    elif outer is not None and people.pronoun_form(cue.subject) in SECOND_PERSON:
        person = outer.addressee_ids[0] if len(outer.addressee_ids) == 1 else None
    else:
        person = people.linked(cue.subject.id)
    if person is None:
        return NOBODY
    return Owner(person, "anaphoric" if cue.subject.form == "pronominal" else "explicit")
