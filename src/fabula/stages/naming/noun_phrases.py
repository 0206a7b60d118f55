"""People named by a noun: “the old ferryman”, “her two brothers”, “a stranger”."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.common_words import is_modifier_like, is_verb_like
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.roles import LOOSE_HEADS, is_group_noun, plural_person_noun
from fabula.lexicon.speech_verbs import SPEECH_VERBS
from fabula.stages.naming.capitals import FUNCTION_WORDS
from fabula.stages.naming.phrase_edges import (
    POSSESSIVE,
    bare_start,
    is_person_word,
    modifies_next,
    phrase_start,
    tail_end,
)
from fabula.stages.naming.story_words import Word

LEAST_SPEAKING = 2
"""“said the caterpillar”: a noun that speaks twice is a person in this story."""

INDEFINITE_PRONOUNS = frozenset(
    "someone somebody anyone anybody everyone everybody nobody no-one".split()
)
_AFTER_LOOSE = FUNCTION_WORDS - {"one", "ones", "two", "three", "few", "many"}
_NOT_SPEAKERS = frozenset(
    """
    voice words word letter note message story truth way thing time question answer matter reply
    same rest day morning night end first last second lips eyes name moment door subject
    """.split()
)


class NounPhrase(Struct, frozen=True, gc=False):
    """Words `first` to `last` (included) of the story, of which `head` is the noun."""

    first: int
    last: int
    head: int


def find_noun_phrases(words: Sequence[Word], names: frozenset[int]) -> Iterator[NounPhrase]:
    """Every phrase for a person or for several, in text order.

    `names` are the indices of words that belong to names.
    """
    learned = learn_nouns(words)
    for index, word in enumerate(words):
        if index in names or pronoun(word.text) is not None or not is_person_word(word, learned):
            continue
        if index + 1 not in names and modifies_next(words, index, learned):
            continue
        phrase = _phrase(words, index, names)
        if phrase is not None and not _is_of_things(words, phrase):
            yield phrase


def _phrase(words: Sequence[Word], head: int, names: frozenset[int]) -> NounPhrase | None:
    first = phrase_start(words, head, names)
    if first is not None:
        return NounPhrase(first, tail_end(words, head), head)
    lower = words[head].lower
    several = plural_person_noun(lower) is not None or is_group_noun(lower)
    if several or _is_called(words[head]):
        return NounPhrase(bare_start(words, head), head, head)
    return None


def learn_nouns(words: Sequence[Word]) -> frozenset[str]:
    """Nouns that speak in this story, whatever they are in English.

    Finds:
        “said the caterpillar”, “the caterpillar said” beside a quotation, twice or more.
    Why it holds:
        Who speaks is a person, be it an insect, a robot or a mirror.
    Misses:
        Those who never speak beside their noun.

    Example:
        “the mirror said”, “asked the mirror”: in this tale the mirror is somebody.
    """
    speaking: Counter[str] = Counter()
    talking = {word.paragraph for word in words if word.quotation_id is not None}
    for index in range(1, len(words) - 1):
        word = words[index]
        if words[index - 1].lower != "the" or word.before or word.quotation_id is not None:
            continue
        if word.paragraph not in talking:
            # “The sea murmured” is no speech.
            continue
        lower = word.lower
        if is_modifier_like(lower) or lower in FUNCTION_WORDS or lower in _NOT_SPEAKERS:
            continue
        says = words[index + 1].lower in SPEECH_VERBS and not word.after
        said = index > 1 and words[index - 2].lower in SPEECH_VERBS and not words[index - 1].before
        speaking[lower] += says or said
    return frozenset(noun for noun, times in speaking.items() if times >= LEAST_SPEAKING)


def find_indefinite_pronouns(words: Sequence[Word]) -> Iterator[NounPhrase]:
    """“someone”, “nobody” and the like: people, but nobody in particular."""
    for index, word in enumerate(words):
        if word.lower in INDEFINITE_PRONOUNS:
            yield NounPhrase(index, index, index)


def find_loose_phrases(words: Sequence[Word], names: frozenset[int]) -> Iterator[NounPhrase]:
    """“the other”, “the two”, “the elder” where no noun follows."""
    for index in range(1, len(words)):
        word = words[index]
        if word.lower not in LOOSE_HEADS or words[index - 1].lower != "the" or word.before:
            continue
        following = words[index + 1].lower if index + 1 < len(words) else ""
        ends = bool(word.after) or not following or following in _AFTER_LOOSE
        if index not in names and (ends or is_verb_like(following)):
            yield NounPhrase(index - 1, index, index)


def _is_called(word: Word) -> bool:
    """“Come here, boy!”: a noun by which someone is addressed."""
    if word.quotation_id is None or word.possessive or not word.after:
        return False
    return word.opens or word.before.endswith((",", "—", "–", "…"))


def _is_of_things(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """“a pair of glasses”, “his slim figure”: the noun is used of something else."""
    noun = words[phrase.head]
    if noun.lower == "figure":
        owned = any(word.possessive for word in words[phrase.first : phrase.head])
        return owned or words[phrase.first].lower in POSSESSIVE
    following = words[phrase.head + 1].lower if phrase.head + 1 < len(words) else ""
    return is_group_noun(noun.lower) and following == "of" and not noun.after
