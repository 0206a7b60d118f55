"""People under other names, so that no model learns who they are from the names it knows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from msgspec import Struct

from evaluation.litbank import GoldDocument, GoldMention
from fabula.lexicon.common_words import is_common
from fabula.lexicon.given_names import is_given_name
from fabula.lexicon.nicknames import are_nicknames
from fabula.lexicon.roles import person_noun
from fabula.lexicon.titles import PARTICLES, SUFFIXES, TITLES
from training.augmentation.edits import Edit, edited

_ONSETS = "b br c ch d dr f g gr h j k kh l m n ph qu r s sh st t th tr v w x y z".split()
_VOWELS = "a a a e e e i i i o o o u u ae ai ea ei io oa ou y".split()
_CODAS = ("", "", "", *"l ll n nd r rn rth s sk st th v x".split())
_ENDINGS = ("", "", *"a e en ia in is on or us yn".split())
_ENDINGS_AFTER_VOWEL = ("", "", *"k l n r s th x".split())

_NOT_REPLACED = frozenset("god lord christ jesus jove heaven devil satan providence".split())
"""Names that are the same in every story, and part of how people speak."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")


class _Invented(Struct, frozen=True):
    """An invented name, and its first syllable, of which short forms are made."""

    name: str
    short: str


def with_invented_names(document: GoldDocument, seed: int) -> GoldDocument:
    """The document with every word of its people's names replaced by an invented one.

    One word has one replacement in the whole document, so that “Emma Hart”, “Miss Hart’s” and
    “the Harts” still belong together, and pet names stay short forms of their name. Titles
    remain. A name that is also a common word (Rose, Hall) is replaced inside mentions only. The
    same seed gives the same names.
    """
    random = Random(f"names/{document.id}/{seed}")
    inside = _mentioned(document)
    invented = _inventions(_by_chain(document), document.text, random)
    edits: list[Edit] = []
    for match in _WORD.finditer(document.text):
        word = _POSSESSIVE.sub("", match.group())
        known = match.start() in inside or not is_common(word.lower())
        replacement = _replacement(word, invented) if word[:1].isupper() and known else None
        if replacement is not None:
            edits.append(Edit(match.start(), match.start() + len(word), replacement))
    return edited(document, edits)


def _people(document: GoldDocument) -> Iterator[GoldMention]:
    return (m for m in document.mentions if m.type == "PER" and m.form == "proper")


def _mentioned(document: GoldDocument) -> frozenset[int]:
    """Where the words of people's names begin, by annotation."""
    return frozenset(
        match.start()
        for mention in _people(document)
        for match in _WORD.finditer(document.text, mention.start, mention.end)
    )


def _by_chain(document: GoldDocument) -> Sequence[Sequence[str]]:
    """The name words of each person, in small letters, longest first."""
    words: dict[str, set[str]] = {}
    for mention in _people(document):
        for match in _WORD.finditer(document.text, mention.start, mention.end):
            word = _POSSESSIVE.sub("", match.group())
            if word[0].isupper() and _is_name(word.lower()):
                words.setdefault(mention.chain, set()).add(word.lower())
    return [sorted(found, key=lambda word: (-len(word), word)) for found in words.values()]


def _is_name(word: str) -> bool:
    """Whether it is no title, role (“Farmer Oak”) or description (“fifteen-year-old”)."""
    parts = word.split("-")
    return (
        len(word) > 1
        and word not in TITLES
        and word not in PARTICLES | SUFFIXES | _NOT_REPLACED
        and person_noun(word) is None
        and not (len(parts) > 1 and all(map(is_common, parts)))
    )


def _inventions(chains: Iterable[Sequence[str]], text: str, random: Random) -> dict[str, _Invented]:
    taken = {match.group().lower() for match in _WORD.finditer(text)}
    invented: dict[str, _Invented] = {}
    for words in chains:
        for word in words:
            if word in invented:
                continue
            long = next((other for other in words if _is_short_form(word, other)), None)
            short = _short_form(invented[long], word) if long in invented else None
            if short is None or short.name.lower() in taken:
                short = _new_name(taken, random)
            taken.add(short.name.lower())
            invented[word] = short
    return invented


def _is_short_form(word: str, long: str) -> bool:
    """Whether one name of a person is a pet form of another: Will or Billy of William."""
    return len(word) < len(long) and (long.startswith(word[:3]) or are_nicknames(word, long))


def _short_form(long: _Invented, word: str) -> _Invented:
    """The short form of an invented name, in -y or -ie where the real one is."""
    ending = next((ending for ending in ("ie", "y") if word.endswith(ending)), "")
    return _Invented(long.short + ending, long.short)


def _new_name(taken: set[str], random: Random) -> _Invented:
    """A name that no word of the text, no usual name and no common word is like."""
    while True:
        first = random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS)
        middle = random.choice(("", random.choice(_ONSETS) + random.choice(_VOWELS)))
        stem = first + middle
        name = stem + random.choice(_ENDINGS_AFTER_VOWEL if stem[-1] in "aeiouy" else _ENDINGS)
        if len(name) > 3 and not (name in taken or is_common(name) or is_given_name(name)):
            return _Invented(name.capitalize(), first.capitalize())


def _replacement(word: str, invented: dict[str, _Invented]) -> str | None:
    """The invented word in the same letter case; the Harts share the name of Emma Hart."""
    small = word.lower()
    found = invented.get(small)
    ending = ""
    if found is None and small.endswith("s"):
        found, ending = invented.get(small[:-1]), "s"
    if found is None:
        return None
    name = found.name + ending
    return name.upper() if word.isupper() and len(word) > 1 else name
