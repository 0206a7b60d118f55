"""Rules for what is done to a mind: whom something strikes, what feeling comes over whom."""

from collections.abc import Iterator

from fabula.lexicon.emotion_words import EMOTION_ADJECTIVES, EMOTION_NOUNS, SURGES
from fabula.lexicon.mental_verbs import MENTAL_LEMMAS, STRIKING_FORMS
from fabula.lexicon.verb_forms import all_forms, forms_of
from fabula.stages.telling.possession import is_possessive
from fabula.stages.telling.predicates import Predicate
from fabula.stages.telling.scene_narration import NarratedPerson, Passage
from fabula.stages.telling.signs import Sign, SignRule, sign_of


def struck(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:
    """Finds: a person as the one whom something strikes, puzzles, reminds or seems to.

    Why it holds: the effect is told, and it is felt inside.
    Misses: blows (“the branch struck him”), which is why the subject may not be a person.
    Example: “It occurred to her that the door was open.”
    """
    acts = {predicate.verb for predicate in found}
    struck_until = -1
    for person in passage.people:
        to_person = passage.word(person.first - 1) in {"to", "on", "upon"}
        verb = person.first - (2 if to_person else 1)
        word = passage.word(verb)
        strikes = word in STRIKING_FORMS or (to_person and word in _SEEMING)
        effect = (passage.word(person.last), passage.word(person.last + 1))
        strikes = strikes or (word in _BRINGING and effect in _EFFECTS)
        made = word in _MAKING and effect[0] in _MADE  # “made her think” is of no “her think”
        strikes = strikes or made
        strikes = strikes or _takes_time(passage, person, verb) or _opens_as_seen(passage, person)
        joined = passage.word(person.first - 1) == "and" and struck_until == person.first - 1
        owns = is_possessive(passage, person) and not made
        if joined or (strikes and verb not in acts and not owns):
            struck_until = person.last
            yield from sign_of(person, "struck")


_BRINGING = all_forms("set put catch take drive throw".split())
_EFFECTS = frozenset(
    {("on", "edge"), ("at", "ease"), ("off", "guard"), ("by", "surprise"), ("off", "balance")}
)
"""“The sound of it set her on edge.”"""

_SEEMING = (
    forms_of("seem").all
    | forms_of("appear").all
    | {"obvious", "clear", "plain", "evident", "strange", "odd", "familiar", "unfamiliar"}
)
"""Before “to” and a person these tell how something looks to that person."""


def surge(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a pang, wave or shiver of a feeling that goes through a person.

    Why it holds: it is felt, not seen.
    Misses: feelings told without such a noun.
    Example: “A pang of guilt went through him.”
    """
    for position, word in enumerate(passage.words[:-2]):
        if (
            word in SURGES
            and passage.words[position + 1] == "of"
            and passage.words[position + 2] in EMOTION_NOUNS
        ):
            for person in passage.people:
                if 0 < person.first - position <= 9:
                    yield from sign_of(person, "surge")
                    break


_MAKING = forms_of("make").all
_MADE = EMOTION_ADJECTIVES | frozenset(MENTAL_LEMMAS) | {"uneasy", "uncomfortable"}
"""“The noise made her nervous”, “made her think”."""


def _takes_time(passage: Passage, person: NarratedPerson, verb: int) -> bool:
    """Whether somebody needs a while to see something: “it took her a moment to understand”."""
    if passage.word(verb) not in _TAKING or passage.word(person.last) not in {"a", "some"}:
        return False
    after = passage.words[person.last : person.last + _LONGEST_WHILE]
    return "to" in after and bool(_SEEING_AT_LAST & set(after))


_TAKING = forms_of("take").all
_LONGEST_WHILE = 6
_SEEING_AT_LAST = frozenset({*MENTAL_LEMMAS, "see", "notice", "place", "find", "grasp", "hear"})


def _opens_as_seen(passage: Passage, person: NarratedPerson) -> bool:
    """Whether a sentence begins with whom something looks so to: “To Ines it was a hat.”."""
    if person.first != 1 or passage.words[0] != "to":
        return False
    return passage.word(person.last + (passage.word(person.last) == ",")) in _SOMETHING


_SOMETHING = frozenset("it this that the they everything nothing".split())


def overcome(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: a feeling that floods, grips or rises in a person.

    Why it holds: it is felt, not seen.
    Misses: feelings whose nouns are not known.
    Example: “Relief flooded Ines.”
    """
    for position, word in enumerate(passage.words):
        if word not in _COMING_OVER:
            continue
        before = passage.words[max(0, position - _REACH) : position]
        if not any(each in _FEELINGS for each in before):
            continue
        for person in passage.people:
            if 0 < person.first - position <= _REACH:
                yield from sign_of(person, "surge")
                break


_REACH = 4
_FEELINGS = EMOTION_NOUNS | SURGES | {"nausea", "warmth", "cold", "lump", "exhaustion", "calm"}
_COMING_OVER = all_forms(
    """
    flood fill hit grip seize rise sweep wash creep run surge well stab overtake overcome settle
    spread
    """.split()
) - {"running", "filling", "hitting", "rising", "creeping", "welling", "wells"}


def unheard_of(passage: Passage, found: tuple[Predicate, ...]) -> Iterator[Sign]:  # noqa: ARG001
    """Finds: what nobody has ever done to a person.

    Why it holds: only that person knows all that was ever done to them.
    Misses: “for the first time”, which others may count too.
    Example: “Nobody had ever asked Ines to hurry before.”
    """
    words = passage.words
    if "ever" not in words or not _NOBODY & set(words[: words.index("ever")]):
        return
    verb = words.index("ever") + 1
    for person in passage.people:
        between = passage.words[verb + 1 : person.first]
        meant = not between or (between[-1] == "to" and len(between) <= _WORDS_TO)
        owns = is_possessive(passage, person) or passage.words[person.first] in _ABSOLUTE
        if person.first > verb and meant and not owns:
            yield from sign_of(person, "experience")
            return


_WORDS_TO = 2
"""“had ever said please to Ines”"""

_ABSOLUTE = frozenset("mine yours hers theirs ours".split())
_NOBODY = frozenset("nobody no nothing".split())

EFFECT_RULES: tuple[SignRule, ...] = (struck, surge, overcome, unheard_of)
