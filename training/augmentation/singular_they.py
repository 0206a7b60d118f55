"""People whose pronoun is they."""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from types import MappingProxyType

from evaluation.litbank import GoldDocument, GoldMention
from fabula.lexicon.common_words import is_verb_like
from fabula.lexicon.cue_words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.roles import person_noun
from fabula.lexicon.titles import title
from fabula.lexicon.verb_forms import IRREGULAR_PAST, forms_of
from training.augmentation.edits import Edit, edited

FEWEST = 2
"""Pronouns that show what a person's pronoun is; one may be a slip of the corpus."""

SHARE = 0.5
"""Of the people that can be they, how many become it in one document."""

_AGREEING = MappingProxyType(
    {
        "was": "were", "wasn't": "weren't", "is": "are", "isn't": "aren't", "has": "have",
        "hasn't": "haven't", "does": "do", "doesn't": "don't",
    }
)  # fmt: skip
_PAST_ALIKE = frozenset("put let set cut hit hurt shut cast burst spread beat read had did".split())
"""Past forms that are told from the base form by nothing: he put, they put."""

_AFTER_OBJECT = (
    PREPOSITIONS
    | CONJUNCTIONS
    | SUBORDINATORS
    | AUXILIARIES
    | (DETERMINERS - {"one", "two", "three", "four", "several", "many"})
    | frozenset("that who what where how not too very away down as alone he she i we".split())
)
"""What follows “her” or “his” where no noun does: told her that, a friend of his who."""

_BETWEEN = frozenset("himself herself therefore thus indeed however".split())

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+(?:['’][^\W\d_]+)*)\s+$")
_GAP = re.compile(r"\s*")
_REACH = 40
"""Characters before and after a pronoun among which its verb is looked for."""


def with_singular_they(document: GoldDocument, seed: int) -> GoldDocument:
    """The document with some of its people called they instead of he or she.

    “She was late, and Tom saw her.” becomes “They were late, and Tom saw them.” Only people
    that no title and no noun calls a man or a woman change. The verb agrees where it stands
    beside the pronoun; a pronoun whose verb or role is not sure stays as it was. The same seed
    chooses the same people.
    """
    random = Random(f"they/{document.id}/{seed}")
    edits: list[Edit] = []
    for mentions in people_without_gender(document):
        if random.random() < SHARE:
            for mention in mentions:
                edits += _changes(document, mention)
    # Two pronouns may ask for the same change: “was he or she”.
    return edited(document, dict.fromkeys(edits))


def people_without_gender(document: GoldDocument) -> Sequence[Sequence[GoldMention]]:
    """By person: the mentions by he or she of those whom nothing else calls a man or woman."""
    described = {pair.mention_id: pair.of_id for pair in document.attributes}
    own_chains = {mention.id: mention.chain for mention in document.mentions}
    chains: dict[str, list[GoldMention]] = {}
    for mention in document.mentions:
        # What is said about a person counts as well: “he was a big man”.
        person = own_chains[described.get(mention.id, mention.id)]
        chains.setdefault(person, []).append(mention)
    found = []
    for mentions in chains.values():
        pronouns = [m for m in mentions if _agreement(document, m) in {"he", "she"}]
        kinds = {_agreement(document, mention) for mention in mentions}
        if (
            len(pronouns) >= FEWEST
            and all(mention.type == "PER" for mention in mentions)
            and not kinds >= {"he", "she"}
            and not kinds & {"they", "we", "it"}
            and not any(_is_gendered(document, mention) for mention in mentions)
        ):
            found.append(pronouns)
    return found


def _agreement(document: GoldDocument, mention: GoldMention) -> str | None:
    if mention.form != "pronominal":
        return None
    found = pronoun(document.text[mention.start : mention.end])
    return found[0].agreement if found else None


def _is_gendered(document: GoldDocument, mention: GoldMention) -> bool:
    if mention.form == "pronominal":
        return False
    words = _WORD.findall(document.text, mention.start, mention.end)
    titles = (title(word) for word in words)
    nouns = (person_noun(word.lower()) for word in words)
    return any(found and found.pronoun for found in titles) or bool({"he", "she"} & set(nouns))


def _changes(document: GoldDocument, mention: GoldMention) -> Iterator[Edit]:
    """The changes for one pronoun: itself, and its verb; none where either is unsure."""
    text, start, end = document.text, mention.start, mention.end
    word = text[start:end].lower()
    if word in {"he", "she"}:
        verb = _verb_change(text, start, end)
        if verb is not None:
            yield _replaced(text, start, end, "they")
            yield from verb
        return
    replacement = _OTHER_FORMS.get(word) or _own(word, text, end)
    if replacement:
        yield _replaced(text, start, end, replacement)


_OTHER_FORMS: Mapping[str, str] = MappingProxyType(
    {"him": "them", "hers": "theirs", "himself": "themself", "herself": "themself"}
)


def _own(word: str, text: str, end: int) -> str | None:
    """What “his” and “her” become: their before a noun; None where it may be either."""
    following = _word_after(text, end)
    if following is None or following.group().lower() in _AFTER_OBJECT:
        return "them" if word == "her" else "theirs"
    if word == "her" and _is_adverb(following.group().lower()):
        return None  # told her gently, broke her lonely walk
    return "their"


def _verb_change(text: str, start: int, end: int) -> Sequence[Edit] | None:
    """The changes that the verb of a subject needs; None where it is not sure which it is."""
    before = _BEFORE.search(text, max(start - _REACH, 0), start)
    inverted = _folded(before.group(1)) if before else ""
    if before and inverted in _AGREEING:
        return [_replaced(text, *before.span(1), _AGREEING[_folded(before.group(1))])]
    if text[end : end + 1] in {"'", "’"}:
        # he'll and he'd do not change; he's may be he is or he has.
        return () if _WORD.match(text, end + 1) and text[end + 1 : end + 2] != "s" else None
    following = _word_after(text, end)
    while following is not None and _is_adverb(following.group().lower()):
        following = _word_after(text, following.end())
    if following is None:
        return () if _is_past(inverted) else None
    word = _folded(following.group())
    if word in _AGREEING:
        return [_replaced(text, *following.span(), _AGREEING[word])]
    if word == "and" or word in AUXILIARIES or word.endswith("n't") or _is_past(word):
        return ()
    base = _base_of_third(word)
    return [_replaced(text, *following.span(), base)] if base else None


def _is_past(word: str) -> bool:
    return word in _PAST_ALIKE or word in IRREGULAR_PAST or word.endswith("ed")


def _word_after(text: str, end: int) -> re.Match[str] | None:
    """The next word, if only white space stands before it."""
    gap = _GAP.match(text, end)
    start = gap.end() if gap else end
    return _WORD.match(text, start) if start > end else None


def _is_adverb(word: str) -> bool:
    """Whether the word may stand between a subject and its verb: he *slowly* *himself* rose."""
    return word in ADVERBS or word.endswith("ly") or word in _BETWEEN


def _base_of_third(word: str) -> str | None:
    """“walk” of “walks”, if that is a verb."""
    if not word.endswith("s") or not is_verb_like(word):
        return None
    bases = (f"{word[:-3]}y" if word.endswith("ies") else word[:-1], word[:-2])
    return next((base for base in bases if base and forms_of(base).third == word), None)


def _folded(word: str) -> str:
    return word.lower().replace("’", "'")


def _replaced(text: str, start: int, end: int, word: str) -> Edit:
    """The edit that puts `word` in, in the letter case and apostrophe of what was there."""
    old = text[start:end]
    if "’" in old:
        word = word.replace("'", "’")
    if old.isupper() and len(old) > 1:
        word = word.upper()
    elif old[0].isupper():
        word = word.capitalize()
    return Edit(start, end, word)
