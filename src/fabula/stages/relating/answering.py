"""Relatives who come when they are spoken of: “She shouted for her husband. Tom came in.”."""

from fabula.labels import RelationKind
from fabula.lexicon.kinship import KIN
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.kinds import FAMILY
from fabula.stages.relating.people import People
from fabula.story import EntityId

_TOWARDS = frozenset("to for at on with".split())
_CALLING = all_forms("call shout cry nod wave turn talk speak write".split())


def named_next(people: People, arcs: Arcs, row: int, kind: RelationKind) -> EntityId | None:
    """Whose name the next sentence begins with, or who says it; `row` is that of a noun of kin.

    In “‘No,’ said his wife. Ada never would.” the wife is Ada, and so she is in “He passed it on
    to his wife. ‘Both?’ said Ada.” None where the noun is no one's who speaks or is spoken to,
    or whose sex does not fit.
    """
    gender = KIN.get(people.word(row), "any")
    if gender == "any" or kind not in FAMILY or not _takes_part(people, arcs, row):
        return None
    following = people.sentence_end(row)
    if following >= len(arcs.words):
        return None
    who = _speaker_or_subject(people, arcs, following)
    if who is None or _is_named_in(people, range(row + 1, following), who):
        return None  # “He lived with his father next to a man called Odo. Odo sang.”
    return who if people.may_be(who, gender) else None


def _is_named_in(people: People, rows: range, who: EntityId) -> bool:
    named = (people.named_at(each) for each in rows)
    return any(each is not None and each.entity_id == who for each in named)


def _takes_part(people: People, arcs: Arcs, row: int) -> bool:
    """Whether the relative says something, or something is told, given or called to them."""
    if people.spoken_in(row) is not None or people.is_possessive(row):
        return False
    head = arcs.head(row)
    if arcs.relation(row) == "pobj":
        towards = arcs.words[head] in _TOWARDS and not _is_only_named(arcs, row)
        return towards and arcs.is_told_as_fact(arcs.head(head))
    if arcs.relation(row) == "nsubj":
        return people.cued_at(row) is not None
    return arcs.relation(row) in {"dobj", "dative"} and people.cued_at(head) is not None


def _is_only_named(arcs: Arcs, row: int) -> bool:
    """“The dog belonged to her mother”, “he came to his father”, who does nothing next."""
    preposition = arcs.head(row)
    verb = arcs.head(preposition)
    reached = arcs.of(verb, "dobj") or arcs.words[verb] in _CALLING
    return arcs.relation(row) == "pobj" and arcs.words[preposition] == "to" and not reached


def _speaker_or_subject(people: People, arcs: Arcs, row: int) -> EntityId | None:
    """Who speaks the sentence that begins at this row, or the name that is its subject."""
    while row + 1 < len(arcs.words) and arcs.tag(row) == "PUNCT":
        row += 1
    quotation = people.spoken_in(row)
    if quotation is not None:
        said = people.attribution(quotation)
        named = said is not None and said.cue is not None
        return said.speaker_id if said is not None and named else None
    while arcs.relation(row) in {"compound", "nmod"} and arcs.head(row) > row:
        row = arcs.head(row)
    if arcs.of(row, "conj"):
        return None  # “‘Yes,’ said his mother. Ada and Tom rowed on.”
    meant = people.named_at(row) if arcs.relation(row).startswith("nsubj") else None
    return None if meant is None else meant.entity_id


def named_alone(people: People, row: int) -> EntityId | None:
    """Whose name stands alone behind a noun of kin: “‘I know his daughter,’ he said. ‘Ada.’”."""
    begin, voice = row, people.voice(row)
    if people.spoken_in(row) is None or voice is None:
        return None
    for _ in range(_SENTENCES):
        begin = people.sentence_end(begin)
        if begin >= len(people.rows.starts):
            return None
        end = people.sentence_end(begin)
        words = [each for each in range(begin, end) if people.word(each).isalpha()]
        named = people.named_at(words[-1]) if 0 < len(words) < _MOST_IN_NAME else None
        if named is None or not people.is_speaking(begin, voice.entity_id):
            continue
        if people.may_be(named.entity_id, KIN.get(people.word(row))):
            return named.entity_id
    return None


_SENTENCES = 2
"""Sentences behind the noun: the name may follow in the next line."""

_MOST_IN_NAME = 3


def introduced_next(people: People, arcs: Arcs, row: int) -> EntityId | None:
    """Who is named for the first time as the subject of the next sentence, and at its beginning.

    In “She fetched her brother. Tom Dray was a baker.” it is Tom, if nobody knew of him before.
    """
    gender, begin = KIN.get(people.word(row), "any"), people.sentence_end(row)
    if begin >= len(arcs.words):
        return None
    last = begin
    while arcs.relation(last) == "compound" and arcs.head(last) == last + 1:
        last += 1
    meant = people.named_at(last) if arcs.relation(last).startswith("nsubj") else None
    if meant is None or gender == "any" or people.pronouns[meant.entity_id] != gender:
        return None
    if arcs.of(last, "conj") or _is_only_named(arcs, row):
        return None
    if people.spoken_in(row) is not people.spoken_in(last):
        return None  # “My son has legs.” is not answered by old Odo who comes along
    first = people.first_named(meant.entity_id)
    return meant.entity_id if first >= int(people.rows.starts[begin]) else None


def named_after(people: People, arcs: Arcs, row: int, owner: EntityId) -> EntityId | None:
    """The first who acts by name in the sentences behind a noun, besides its owner.

    In “Her brother sang. It rained. Tom rowed on.” it is Tom.
    """
    gender = KIN.get(people.word(row), "any")
    begin = people.sentence_end(row)
    for other in range(begin, min(begin + _AFTER, len(arcs.words))):
        if not arcs.relation(other).startswith("nsubj"):
            continue
        meant = people.named_at(other)
        if meant is not None and meant.entity_id != owner:
            if arcs.words[other - 1] in KIN:
                return None  # “Ada's sister Ines” is told of for the first time
            return meant.entity_id if people.may_be(meant.entity_id, gender) else None
    return None


_AFTER = 60
"""Words looked at: two or three sentences."""
