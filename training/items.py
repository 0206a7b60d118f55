"""Portable things in a passage, by rule: weak labels for the type ITEM.

A thing is a noun of `fabula.lexicon.portable_things` with what stands before it: “the brass key”
in “she hid the brass key”. The rules would rather miss a thing than mark a figure of speech, so
nothing is marked without a determiner, possessor or number (“kept watch”), unless it is what a
verb such as “carry” is done to; nor in a measure (“a ring of hills”), a comparison (“like a knife”)
or where there is none (“no lamp”).
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from fabula.encoder.scores import PARTS_OF_SPEECH, RELATIONS
from fabula.lexicon.portable_things import portable_thing
from fabula.text import Document, Span
from training.passages import Parse, Passage, document

_BEFORE = frozenset("det poss amod compound nummod nmod quantmod predet".split())
"""What may stand before a noun inside its phrase."""

_MARKING = frozenset("det poss nummod".split())
"""Of these, what makes a noun point at a certain thing."""

_NEVER = frozenset("no any every each what which whatever such neither either".split())
"""Determiners of things that need not be there."""

_NO_THING = frozenset("compound nmod amod npadvmod attr".split())
"""What a noun is to its head where it stands for no thing: “a lamp post”, “he was a book”."""

_COMPARING = frozenset("like as than".split())

_PARTING = frozenset(["of"])
"""After a noun: “a cup of tea”, but “a web of lies” as well."""

HANDLING = frozenset(
    """
    take takes took taking taken carry carries carried carrying hold holds held holding bring
    brings brought bringing give gives gave giving given hand hands handed handing pass passed
    passing throw throws threw throwing thrown toss tossed tossing drop drops dropped dropping
    lift lifts lifted lifting pick picks picked picking seize seized seizing grab grabs grabbed
    grabbing snatch snatched snatching clutch clutched clutching grip gripped gripping wear wears
    wore wearing draw drew drawing fetch fetched fetching steal stole stolen stealing lose lost
    losing find finds found finding buy buys bought buying sell sold selling pocket pocketed
    pocketing hide hid hidden hiding swing swung swinging wield wielded wielding lay laid laying
    """.split()
)
"""Forms of verbs of holding and handing over, the list of this project."""


class _Grammar(Struct, frozen=True):
    """The words of a passage in small letters, and its parse with the labels' names."""

    text: Document
    words: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    relations: Sequence[str]


def with_items(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with their portable things, where they have a parse."""
    for passage in passages:
        if passage.parse is None:
            yield passage
        else:
            found = items(document(passage), passage.parse)
            yield structs.replace(passage, items=tuple(found))


def items(text: Document, parse: Parse) -> Iterator[Span]:
    """The places of portable things, from the first word of the phrase to its noun."""
    grammar = _Grammar(
        text=text,
        words=[text[token].lower() for token in text.tokens],
        tags=[_name(PARTS_OF_SPEECH, tag) for tag in parse.tags],
        heads=parse.heads,
        relations=[_name(RELATIONS, relation) for relation in parse.relations],
    )
    for noun, word in enumerate(grammar.words):
        # “the Cape” is a place, and a noun of a phrase does not stand first in a sentence.
        in_small_letters = text[text.tokens[noun]] == word
        if in_small_letters and portable_thing(word) and grammar.tags[noun] == "NOUN":
            first = _first(grammar, noun)
            if _is_meant(grammar, noun, first):
                yield Span(text.tokens[first].start, text.tokens[noun].end)


def _name(names: Sequence[str], index: int) -> str:
    return names[index] if index >= 0 else ""


def _first(grammar: _Grammar, noun: int) -> int:
    """The first token of the unbroken run before the noun that belongs to its phrase."""
    first = noun
    while first > 0 and _belongs(grammar, first - 1, noun):
        first -= 1
    return first


def _belongs(grammar: _Grammar, token: int, noun: int) -> bool:
    """Whether the token hangs on the noun, by what stands before nouns, directly or not."""
    while grammar.heads[token] > token:
        head = grammar.heads[token]
        if head == noun:
            return grammar.relations[token] in _BEFORE
        if head > noun:
            return False
        token = head
    return False


def _is_meant(grammar: _Grammar, noun: int, first: int) -> bool:
    head, relation = grammar.heads[noun], grammar.relations[noun]
    if head < 0 or relation in _NO_THING:
        return False
    if relation == "pobj" and grammar.words[head] in _COMPARING:
        return False
    if noun + 1 < len(grammar.words) and grammar.words[noun + 1] in _PARTING:
        return False
    own = [token for token in range(first, noun) if grammar.heads[token] == noun]
    if any(grammar.words[token] in _NEVER for token in own):
        return False
    if any(grammar.relations[token] in _MARKING for token in own):
        return True
    return relation == "dobj" and grammar.words[head] in HANDLING
