"""People named by a noun: “the old ferryman”, “her two brothers”, “a stranger”."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from fabula.lexicon.common_words import is_modifier_like, is_verb_like, word_use
from fabula.lexicon.pronouns import pronoun
from fabula.lexicon.roles import (
    LOOSE_HEADS,
    NounPronoun,
    is_group_noun,
    person_noun,
    plural_person_noun,
)
from fabula.stages.naming.capitals import FUNCTION_WORDS
from fabula.stages.naming.story_words import Word

LONGEST_PHRASE = 8
"""Words from determiner to noun: “the irritating but powerful master vampire” has six."""

NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen".split())
DEFINITE = frozenset("the this that these those".split())
INDEFINITE = (
    frozenset("a an another some any each every no several many few one all both certain".split())
    | NUMBERS
)
POSSESSIVE = frozenset("my your his her our their its thy whose".split())

_COMPOUND_SHARE = 500
"""Of a thousand uses after a determiner: a noun that follows another noun makes a compound."""


_ADJECTIVE_SHARE = 100

_BEFORE_COMMA_SHARE = 200
"""“a tall, dark man”: what stands before the comma has to be an adjective beyond doubt."""

INDEFINITE_PRONOUNS = frozenset(
    "someone somebody anyone anybody everyone everybody nobody no-one".split()
)


class NounPhrase(Struct, frozen=True, gc=False):
    """Words `first` to `last` (included), of which `head` is the noun.

    `determiner` is the first word in lower case, `"'s"` after a possessive name. `modifiers`
    are the words between. `pronoun` is what the noun asks for; `plural` counts groups too.
    """

    first: int
    last: int
    head: int
    determiner: str
    modifiers: tuple[str, ...]
    noun: str
    pronoun: NounPronoun
    plural: bool

    @property
    def definite(self) -> bool:
        """Whether it points at someone known: “the”, “this”."""
        return self.determiner in DEFINITE


def find_noun_phrases(
    words: Sequence[Word], names: frozenset[int], learned: frozenset[str]
) -> list[NounPhrase]:
    """Every phrase for a person, in text order.

    `names` are the indices of words that belong to names; `learned` are nouns that this story
    uses for people although English does not (“the Slayer”, “the caterpillar”).
    """
    return list(_phrases(words, names, learned))


def _phrases(
    words: Sequence[Word], names: frozenset[int], learned: frozenset[str]
) -> Iterator[NounPhrase]:
    for index, word in enumerate(words):
        if index in names or pronoun(word.text) is not None:
            continue
        kind = _noun_kind(word, learned)
        if kind is None or _is_compounded(words, index, names, learned):
            continue
        phrase = _phrase_to(words, index, kind, names)
        if phrase is None and (kind[1] or _is_called(word)):
            phrase = _bare_phrase(words, index, kind)
        if phrase is not None and not _is_of_things(words, phrase):
            yield phrase


def _bare_phrase(words: Sequence[Word], last: int, kind: tuple[NounPronoun, bool]) -> NounPhrase:
    """“young men and horses”, “Come, my boy!”: a noun that needs no determiner."""
    first = last
    while first > 0 and _continues(words, first) and is_modifier_like(words[first - 1].lower):
        if words[first - 1].lower in FUNCTION_WORDS:
            break
        first -= 1
    modifiers = tuple(word.lower for word in words[first:last])
    return NounPhrase(first, last, last, "", modifiers, words[last].lower, *kind)


def _is_called(word: Word) -> bool:
    """“Come here, boy!”: a noun by which someone is addressed."""
    if word.quotation_id is None or word.possessive or not word.after:
        return False
    return word.opens or word.before.endswith((",", "—", "–", "…"))


def _is_of_things(words: Sequence[Word], phrase: NounPhrase) -> bool:
    """“a pair of glasses”, “his slim figure”: the noun is used of something else."""
    if phrase.noun == "figure":
        return phrase.determiner in POSSESSIVE or phrase.determiner == "'s"
    following = words[phrase.head + 1] if phrase.head + 1 < len(words) else None
    return (
        is_group_noun(phrase.noun)
        and following is not None
        and following.lower == "of"
        and not words[phrase.head].after
    )


def _noun_kind(word: Word, learned: frozenset[str]) -> tuple[NounPronoun, bool] | None:
    """The pronoun the noun asks for, and whether it means several people."""
    lower = word.lower
    single = person_noun(lower)
    if single is not None:
        return single, False
    several = plural_person_noun(lower)
    if several is not None:
        return several, True
    if is_group_noun(lower):
        return "any", True
    return ("any", False) if lower in learned else None


def _is_compounded(
    words: Sequence[Word], index: int, names: frozenset[int], learned: frozenset[str]
) -> bool:
    """Whether the noun only describes the next: “the servant girl”, “the slave trade”."""
    if index + 1 in names:
        return False
    return modifies_next(words, index, learned)


def modifies_next(words: Sequence[Word], index: int, learned: frozenset[str] = frozenset()) -> bool:
    """Whether this noun or name only describes the noun after it: “the Archer carriage”."""
    if index + 1 == len(words) or words[index].after or words[index].possessive:
        return False
    following = words[index + 1]
    if following.paragraph != words[index].paragraph:
        return False
    if _noun_kind(following, learned) is not None:
        return True
    # “the general chaos”, “a noble deed”: some nouns for people are adjectives first.
    adjective = is_modifier_like(words[index].lower)
    use = word_use(following.lower)
    return (
        use is not None
        and following.lower not in FUNCTION_WORDS
        and not is_verb_like(following.lower)
        and use.after_determiner >= (_ADJECTIVE_SHARE if adjective else _COMPOUND_SHARE)
    )


def _phrase_to(
    words: Sequence[Word], last: int, kind: tuple[NounPronoun, bool], names: frozenset[int]
) -> NounPhrase | None:
    """The phrase that ends with the noun at `last`: leftwards over modifiers to a determiner."""
    modifiers: list[str] = []
    index = last
    while index > 0 and last - index < LONGEST_PHRASE:
        if not _continues(words, index):
            return None
        index -= 1
        word = words[index]
        lower = word.lower
        if lower in DEFINITE or lower in INDEFINITE or lower in POSSESSIVE:
            first = _outer_determiner(words, index)
            return _made(words, first, index, last, modifiers, kind)
        if word.possessive:
            first = _owner_start(words, index, names)
            return _made(words, first, index, last, modifiers, kind, owner=True)
        if not _may_modify(word, words[index + 1]):
            return None
        modifiers.append(lower)
    return None


def _continues(words: Sequence[Word], index: int) -> bool:
    """Whether the word before belongs to the same phrase: a space or a comma between adjectives."""
    word, previous = words[index], words[index - 1]
    if word.paragraph != previous.paragraph or word.quotation_id != previous.quotation_id:
        return False
    if not word.before:
        return True
    use = word_use(previous.lower)
    return word.before == "," and use is not None and use.inside >= _BEFORE_COMMA_SHARE


def _may_modify(word: Word, following: Word) -> bool:
    lower = word.lower
    if lower in {"and", "but", "or"}:
        return is_modifier_like(following.lower)
    if following.lower in {"and", "but", "or"}:
        return is_modifier_like(lower) and person_noun(lower) is None
    if lower in {"other", "same", "own", "such", "more", "most", "very", "young", "only", "first"}:
        return True
    if lower in FUNCTION_WORDS or pronoun(lower) is not None:
        return False
    if is_modifier_like(lower) or word.capital or word.text[0].isdigit():
        return True
    return lower.endswith("ly") or not is_verb_like(lower) or lower.endswith(("ed", "ing"))


def _outer_determiner(words: Sequence[Word], index: int) -> int:
    """“all the men”, “his two sons”, “the two girls” begin one word earlier."""
    if (
        index == 0
        or words[index].before
        or words[index - 1].quotation_id != words[index].quotation_id
    ):
        return index
    previous = words[index - 1].lower
    inner = words[index].lower
    if inner in NUMBERS | {"few", "many", "several", "one"} and previous in DEFINITE | POSSESSIVE:
        return index - 1
    if previous in {"all", "both", "half"}:
        return index - 1
    return index


def _owner_start(words: Sequence[Word], index: int, names: frozenset[int]) -> int:
    """The first word of the possessor: the whole name, or the noun with its determiner."""
    first = index
    while first > 0 and (
        first - 1 in names and index in names or _opens_owner(words, first, index)
    ):
        if words[first].before not in {"", "."}:
            break
        first -= 1
        if words[first].lower in DEFINITE | INDEFINITE | POSSESSIVE:
            break
    return first


def _opens_owner(words: Sequence[Word], first: int, index: int) -> bool:
    if index - first >= 2 or words[first].quotation_id != words[first - 1].quotation_id:
        return False
    return words[first - 1].lower in DEFINITE | INDEFINITE | POSSESSIVE or (
        is_modifier_like(words[first - 1].lower) and not words[first].capital
    )


def _made(
    words: Sequence[Word],
    first: int,
    determiner: int,
    last: int,
    modifiers: list[str],
    kind: tuple[NounPronoun, bool],
    *,
    owner: bool = False,
) -> NounPhrase:
    # “the two sons”: the outer word decides whether it is definite, the number stays a modifier.
    outer = words[first].lower
    counted = (words[determiner].lower,) if determiner != first and not owner else ()
    return NounPhrase(
        first=first,
        last=_tail_end(words, last),
        head=last,
        determiner="'s" if owner else outer,
        modifiers=(*counted, *reversed(modifiers)),
        noun=words[last].lower,
        pronoun=kind[0],
        plural=kind[1],
    )


def _tail_end(words: Sequence[Word], head: int) -> int:
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
    if words[head].lower not in TAILED_NOUNS or words[head].possessive:
        return head
    opening = [word.lower for word in words[head + 1 : head + 3]]
    if len(opening) < 2 or opening[0] not in {"with", "in"} or opening[1] != "the":
        return head
    if not (_continues(words, head + 1) and _continues(words, head + 2)):
        return head
    for index in range(head + 3, min(head + 6, len(words))):
        if not _continues(words, index) or words[index].lower in FUNCTION_WORDS:
            return head
        following = words[index + 1] if index + 1 < len(words) else None
        if following is not None and following.lower == "of" and not words[index].after:
            return head
        use = word_use(words[index].lower)
        if use is None or not is_modifier_like(words[index].lower) or words[index].after:
            return index
    return head


TAILED_NOUNS = frozenset("man woman girl boy lady gentleman fellow person lad youth".split())


def find_indefinite_pronouns(words: Sequence[Word]) -> Iterator[int]:
    """The indices of “someone”, “nobody” and the like: people, but nobody in particular."""
    for index, word in enumerate(words):
        if word.lower in INDEFINITE_PRONOUNS:
            yield index


_AFTER_LOOSE = FUNCTION_WORDS - {"one", "ones", "two", "three", "few", "many"}


def find_loose_phrases(words: Sequence[Word], names: frozenset[int]) -> Iterator[tuple[int, int]]:
    """“the other”, “the two”, “the elder” where no noun follows; first and last word."""
    for index in range(1, len(words)):
        word = words[index]
        if word.lower not in LOOSE_HEADS or words[index - 1].lower != "the" or word.before:
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        ends = bool(word.after) or following is None or following.lower in _AFTER_LOOSE
        if index not in names and (ends or is_verb_like(following.lower if following else "")):
            yield index - 1, index
