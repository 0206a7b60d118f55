"""Where a phrase for a person begins and ends: determiners, modifiers, compounds, tails."""

from collections.abc import Sequence

from fabula.lexicon.common_words import is_modifier_like, is_verb_like, word_use
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.roles import is_group_noun, person_noun, plural_person_noun
from fabula.stages.naming.capitals import FUNCTION_WORDS
from fabula.stages.naming.story_words import Word

LONGEST_PHRASE = 8
"""Words from determiner to noun: “the irritating but powerful old ferry master” has six between."""

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
DEFINITE = frozenset("the this that these those".split())
POSSESSIVE = frozenset("my your his her our their its thy whose".split())
DETERMINERS = (
    NUMBERS
    | DEFINITE
    | POSSESSIVE
    | frozenset("a an another some any each every no several many few one all both certain".split())
)

COMPOUND_SHARE = 500
"""Of a thousand uses after a determiner: a noun that follows another noun makes a compound."""

ADJECTIVE_COMPOUND_SHARE = 100
"""The same after a noun that is an adjective too: “the general chaos”, “a noble deed”."""

BEFORE_COMMA_SHARE = 200
"""“a tall, dark man”: what stands before the comma has to be an adjective beyond doubt."""

TAILED_NOUNS = frozenset("man woman girl boy lady gentleman fellow person lad youth".split())
"""Nouns that fit anybody, so that a tail has to tell whom they mean."""

_ALWAYS_MODIFIERS = frozenset("other same own such more most very young only first".split())
_COUNTED = NUMBERS | {"few", "many", "several", "one"}
_JOINING = frozenset({"and", "but", "or"})


def is_person_word(word: Word, learned: frozenset[str] = frozenset()) -> bool:
    """Whether the word is a noun for a person or for several; `learned` are the story's own."""
    lower = word.lower
    return (
        person_noun(lower) is not None
        or plural_person_noun(lower) is not None
        or is_group_noun(lower)
        or lower in learned
    )


def continues(words: Sequence[Word], index: int) -> bool:
    """Whether the word before may belong to the same phrase.

    A space stands between the two, or the comma between adjectives of “a tall, dark man”.
    """
    word, previous = words[index], words[index - 1]
    if word.paragraph != previous.paragraph or word.quotation_id != previous.quotation_id:
        return False
    if not word.before:
        return True
    use = word_use(previous.lower)
    return word.before == "," and use is not None and use.modifying >= BEFORE_COMMA_SHARE


def modifies_next(words: Sequence[Word], index: int, learned: frozenset[str] = frozenset()) -> bool:
    """Whether this noun or name only describes the noun after it: “the servant girl”."""
    if index + 1 == len(words) or words[index].after or words[index].possessive:
        return False
    following = words[index + 1]
    if following.paragraph != words[index].paragraph:
        return False
    if is_person_word(following, learned):
        return True
    adjective = is_modifier_like(words[index].lower)
    use = word_use(following.lower)
    return (
        use is not None
        and following.lower not in FUNCTION_WORDS
        and not is_verb_like(following.lower)
        and use.after_determiner >= (ADJECTIVE_COMPOUND_SHARE if adjective else COMPOUND_SHARE)
    )


def phrase_start(words: Sequence[Word], head: int, names: frozenset[int]) -> int | None:
    """The first word of the phrase whose noun is `head`: leftwards over modifiers.

    None if no determiner and no possessor is reached. `names` are the words that belong to names.
    """
    index = head
    while index > 0 and head - index < LONGEST_PHRASE:
        if not continues(words, index):
            return None
        index -= 1
        if words[index].lower in DETERMINERS:
            return _outer_determiner(words, index)
        if words[index].possessive:
            return _possessor_start(words, index, names)
        if not _may_modify(words[index], words[index + 1]):
            return None
    return None


def bare_start(words: Sequence[Word], head: int) -> int:
    """The first word of a phrase without determiner: “young men”, “Come, dear boy!”."""
    first = head
    while first > 0 and continues(words, first):
        previous = words[first - 1].lower
        if previous in FUNCTION_WORDS or not is_modifier_like(previous):
            break
        first -= 1
    return first


def tail_end(words: Sequence[Word], head: int) -> int:
    """The last word of “the man with the black beard”, “the woman in the doorway”.

    Finds:
        After a noun that fits anybody: with or in, “the”, at most two adjectives, a noun.
    Why it holds:
        It is this that tells one man from another, and the story repeats it word for word.
    Misses:
        Tails with “a”, which mostly say how someone speaks: “said the man with a laugh”.

    Example:
        “the girl with the basket nodded”: up to basket.
    """
    opening = [word.lower for word in words[head + 1 : head + 3]]
    tailed = words[head].lower in TAILED_NOUNS and not words[head].possessive
    if not tailed or len(opening) < 2 or opening[0] not in {"with", "in"} or opening[1] != "the":
        return head
    if not (continues(words, head + 1) and continues(words, head + 2)):
        return head
    for index in range(head + 3, min(head + 6, len(words))):
        if not continues(words, index) or words[index].lower in FUNCTION_WORDS:
            break
        if _ends_tail(words, index):
            # “the man in the middle of the room” says where he is, not who.
            return head if _followed_by_of(words, index) else index
    return head


def _ends_tail(words: Sequence[Word], index: int) -> bool:
    adjective = word_use(words[index].lower) and is_modifier_like(words[index].lower)
    return bool(words[index].after) or not adjective or _followed_by_of(words, index)


def _followed_by_of(words: Sequence[Word], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else None
    return following is not None and following.lower == "of" and not words[index].after


def _may_modify(word: Word, following: Word) -> bool:
    """Whether the word may stand between determiner and noun."""
    lower = word.lower
    if lower in _JOINING:
        return is_modifier_like(following.lower)
    if following.lower in _JOINING:
        return is_modifier_like(lower) and person_noun(lower) is None
    if lower in _ALWAYS_MODIFIERS:
        return True
    if lower in FUNCTION_WORDS or pronoun(lower) is not None:
        return False
    if is_modifier_like(lower) or word.capital or word.text[0].isdigit():
        return True
    return not is_verb_like(lower) or lower.endswith(("ly", "ed", "ing"))


def _outer_determiner(words: Sequence[Word], index: int) -> int:
    """“all the men”, “his two sons”, “the two girls” begin one word earlier."""
    if index == 0 or words[index].before or not continues(words, index):
        return index
    previous, inner = words[index - 1].lower, words[index].lower
    counted = inner in _COUNTED and previous in DEFINITE | POSSESSIVE
    return index - 1 if counted or previous in {"all", "both", "half"} else index


def _possessor_start(words: Sequence[Word], index: int, names: frozenset[int]) -> int:
    """The first word of the possessor: the whole name, or the noun with its determiner."""
    first = index
    while first > 0 and words[first].before in {"", "."}:
        named = first - 1 in names and index in names
        if not named and not _opens_possessor(words, first, index):
            break
        first -= 1
        if words[first].lower in DETERMINERS:
            break
    return first


def _opens_possessor(words: Sequence[Word], first: int, index: int) -> bool:
    previous = words[first - 1]
    if index - first >= 2 or words[first].quotation_id != previous.quotation_id:
        return False
    adjective = is_modifier_like(previous.lower) and not words[first].capital
    return previous.lower in DETERMINERS or adjective
