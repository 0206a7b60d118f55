"""Relations in a noun phrase: “her brother Tom”, “Ines, Tom's mother”, “Tom is her uncle”."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.lexicon.kinship import KIN
from fabula.stages.relating.arcs import Arcs
from fabula.stages.relating.claims import Claim
from fabula.stages.relating.kinds import FAMILY, KIND_OF_NOUN, kind_said
from fabula.stages.relating.people import Meant, People
from fabula.story import Mention, RelationKind
from fabula.text import Span

EXPLAINED = 0.95
"""“her brother Tom”: the two stand side by side."""

EQUATED = 0.9
"""“Tom is her brother”, “Ines, who was his wife”."""

POINTED = 0.6
"""“her nephew came in”, and the chain that begins with it is Tom's."""

POINTED_TWICE = 0.75
"""“her brother came in”, and both the chain and a rule say that this is Tom."""

_RULES_THAT_EQUATE = frozenset({"apposition", "copula"})
_RULES_THAT_POINT = frozenset({"relative in focus", "companion in focus", "only such relative"})
_OWN = {"mine": "my", "yours": "your", "hers": "her", "theirs": "their", "ours": "our"}
_BE = frozenset("is was am are were be been being became become ’s 's 'm ’m s re".split())


class Described(Struct, frozen=True):
    """A noun that says what somebody is to its owner; rows of both."""

    row: int
    kind: RelationKind
    owners: tuple[int, ...]


def described_relatives(people: People, arcs: Arcs) -> Iterator[Claim]:
    """What the noun phrases of a story say of who is whose what.

    Finds:
        A noun of kin, love, work or enmity with an owner (“Tom's”, “her”, “of Tom”), and the
        person it means: the name beside it, the subject it is said of, or whom it points at.
    Why it holds:
        Whose brother somebody is, is presupposed: it is so even where the sentence denies
        something else.
    Misses:
        Nouns without an owner (“the wife”), people outside the cast.

    Example:
        In “her brother Tom, who was a friend of Odo's” Tom is her sibling and Odo's friend.
    """
    for row, word in enumerate(arcs.words):
        if word not in KIND_OF_NOUN:
            continue
        noun = _described(arcs, row)
        if noun is None:
            continue
        meant = _meant(people, arcs, noun)
        if meant is not None and people.may_be(meant.entity_id, KIN.get(word)):
            yield from _claims(people, noun, meant)


def _described(arcs: Arcs, row: int) -> Described | None:
    modifiers = {arcs.words[each] for each in arcs.of(row, "amod", "det", "compound", "nmod")}
    kind = kind_said(arcs.words[row], frozenset(modifiers))
    owners = _owners(arcs, row)
    if kind is None or not owners or _is_compared(arcs, row):
        return None
    return Described(row, kind, tuple(owners))


def _owners(arcs: Arcs, row: int) -> list[int]:
    """The rows of those whose relative it is: “Tom's”, “her”, “of Tom”, “of mine”."""
    own = arcs.of(row, "poss")
    if not own and arcs.relation(row) in {"compound", "nmod"} and arcs.head(row) > row:
        own = [each for each in arcs.of(arcs.head(row), "poss") if each < row]
    joined = _joined_to(arcs, row) if own and arcs.words[own[0]] in _THIRD else None
    if joined is not None:
        return [joined]
    found = own or [*arcs.behind(row, "of", "to")]
    return [each for owner in found for each in arcs.joined(owner)]


_THIRD = frozenset("his her".split())


def _joined_to(arcs: Arcs, row: int) -> int | None:
    """“Jane” of “Jane and her brother Billy”, whose “her” is hardly anybody else's."""
    for noun in (row, arcs.head(row) if arcs.relation(row) in {"compound", "nmod"} else row):
        head = arcs.head(noun)
        if arcs.relation(noun) == "conj" and head < row and arcs.tag(head) == "PROPN":
            return head
    return None


def _is_compared(arcs: Arcs, row: int) -> bool:
    """“like her brother”, “as his wife”: said of somebody who is not."""
    head = arcs.head(row)
    return arcs.relation(row) == "pobj" and arcs.words[head] in {"like", "as"}


def _claims(people: People, noun: Described, meant: Meant) -> Iterator[Claim]:
    for row in noun.owners:
        owner = people.at(row)
        if owner is None or owner.entity_id == meant.entity_id:
            continue
        low, high = min(row, noun.row), max(row, noun.row)
        span = people.rows.span(low, high)
        yield Claim(
            meant.entity_id,
            noun.kind,
            owner.entity_id,
            Span(span.start, span.end),
            round(owner.confidence * meant.confidence, 3),
        )


def _meant(people: People, arcs: Arcs, noun: Described) -> Meant | None:
    """The one whom the noun describes, and how sure it is that they are one."""
    beside = _beside(people, arcs, noun.row)
    if beside is not None:
        return Meant(beside.entity_id, EXPLAINED * beside.confidence)
    subject = _subject(people, arcs, noun.row)
    if subject is not None:
        return subject
    # “He was my grandad's” does not say that he was my grandad.
    owning = people.is_possessive(noun.row)
    for mention in people.mentions_at(noun.row):
        if owning and people.reason(mention) in _RULES_THAT_EQUATE:
            continue
        pointed = _pointed(people, mention, noun)
        if pointed is not None:
            return pointed
    return None


def _beside(people: People, arcs: Arcs, row: int) -> Meant | None:
    """The name that explains the noun, or that the noun explains."""
    places = arcs.of(row, "appos")
    if arcs.relation(row) in {"appos", "compound", "nmod"}:
        places.append(arcs.head(row))
    if row + 1 < len(arcs.words) and arcs.tag(row + 1) == "PROPN":
        places.append(row + 1)
    for place in places:
        if abs(place - row) <= _MOST_APART:
            named = people.named_at(place)
            if named is not None:
                return named
    return None


_MOST_APART = 12
"""Words between a name and what explains it: “Tom, for nine years now her brother's keeper”."""


def _subject(people: People, arcs: Arcs, row: int) -> Meant | None:
    """“Tom” of “Tom is her brother”, where that is said as a fact and not asked."""
    verb = arcs.head(row)
    # “He had been her deckhand” is often read as if he had her.
    said = arcs.relation(row) in {"attr", "dobj"} and _is_being(arcs.words[verb])
    if not said or people.is_possessive(row):
        return None
    subjects = arcs.subjects(verb)
    if len(subjects) != 1 or not arcs.is_told_as_fact(verb) or _is_asked(people, row):
        return None
    meant = people.at(subjects[0])
    return None if meant is None else Meant(meant.entity_id, EQUATED * meant.confidence)


def _is_being(word: str) -> bool:
    return word in _BE or word.endswith(("’s", "'s", "’m", "'m"))


def _is_asked(people: People, row: int) -> bool:
    text, offset = people.story.document.text, int(people.rows.ends[row])
    end = next((i for i in range(offset, min(offset + 200, len(text))) if text[i] in ".!?\n"), None)
    return end is not None and text[end] == "?"


def _pointed(people: People, mention: Mention, noun: Described) -> Meant | None:
    """Whom the words mean without saying it: only a fitting person, and named."""
    meant = people.meant(mention)
    reason = people.reason(mention)
    if meant is None:
        return None
    if reason in _RULES_THAT_EQUATE:
        return Meant(meant.entity_id, EQUATED)
    entity = people.cast[meant.entity_id]
    if not entity.named or entity.kind != "person":
        return None
    if reason is None:
        # A chain alone puts many a wife down to whoever was there before; one that begins with
        # her has no such person to take. There are too many friends and dogs even for that.
        if noun.kind not in FAMILY or not people.is_introduced_by(mention):
            return None
        return Meant(meant.entity_id, POINTED)
    return Meant(meant.entity_id, POINTED_TWICE) if reason in _RULES_THAT_POINT else None
