"""Who is meant by a word set apart: “asleep in the chair, Mara snored”, “he came home drunk”."""

from fabula.lexicon.injury import PARTS
from fabula.lexicon.motion import MOTION_VERBS, STAYING_VERBS
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

MOST_STEPS = 5
"""How many words up the clause is looked for whose subject is meant."""

_POSTURES = MOTION_VERBS | STAYING_VERBS
_DEGREES = frozenset("very rather quite still already fast sound half-way badly so all too".split())
_BEHIND = frozenset({"ADP", "PUNCT", "CCONJ", "SCONJ", "ADV", "PART"})
_LIKENING = frozenset("like as than".split())


def set_apart(told: Narration, row: int) -> Named | None:
    """Of whom a word for a state is said that stands apart from its clause, as a fact.

    Finds:
        Words between commas or at the head of a sentence, and those right behind a verb of
        moving or resting.
    Why it holds:
        What is set apart describes whoever stands right before it, else the clause's subject.
    Misses:
        Words set apart from a clause without a person of the cast as its subject.

    Example:
        “Tom leaned in the door, rather drunk.”: Tom.
    """
    first = row
    while first > 0 and (told.words[first - 1] in _DEGREES or told.tags[first - 1] == "ADV"):
        first -= 1
    before, after = told.words[first - 1] if first else "", row + 1
    if after < len(told.words) and told.tags[after] not in _BEHIND:
        return None  # “drunk men”
    joined = told.heads[row] if told.relations[row] == "conj" else row
    if told.relations[joined] == "amod" and told.tags[told.heads[joined]] == "NOUN":
        return None  # “a sour, yet sad, smile”
    if before == "," and told.tags[row] == "VERB" and _is_thing(told, first - 2):
        return None  # “he looked at his arm, tied up in linen”, “they had one room, plastered”
    opens = first == told.sentence(row).low or before == ","
    rests = first > 0 and before in _POSTURES and told.tags[first - 1] == "VERB"
    if not (opens or rests) or before in _LIKENING or told.words[first] in _LIKENING:
        return None
    if before == "," and first > 1 and told.person(first - 2) is not None and _is_head(told, first):
        return told.person(first - 2) if _is_told(told, row) else None
    return _subject_above(told, row)


def _is_thing(told: Narration, noun: int) -> bool:
    """Whether a part of a body, or a thing that is the verb's object, stands before the word."""
    is_object = told.relations[noun] == "dobj" and noun not in told.beings
    return told.words[noun] in PARTS or is_object


def _is_head(told: Narration, first: int) -> bool:
    """“Tom, drunk as a lord, fell”: not “to Tom, drunk or sober”."""
    return told.relations[first - 2] in {"nsubj", "ROOT", "conj", "appos"}


def _is_told(told: Narration, row: int) -> bool:
    return told.told[row] and not told.asked[row]


def _subject_above(told: Narration, row: int) -> Named | None:
    above = row
    for _ in range(MOST_STEPS):
        if told.heads[above] == above:
            return None
        above = told.heads[above]
        if told.tags[above] not in {"VERB", "AUX"}:
            continue
        who = told.subject(above)
        if who is not None:
            return who if _is_meant(told, row, above) else None
        if told.hanging(above, "nsubj", "nsubjpass"):
            return None  # “I supposed that they all lay drunk”: not I
    return None


def _is_meant(told: Narration, row: int, verb: int) -> bool:
    """Whether the subject of the verb, and nobody else in its clause, is described as a fact."""
    if any(child in told.people for child in told.hanging(verb, "dobj", "dative")):
        return False  # “they got Tom out, half frozen”: he may be meant
    if not all(told.told[row : row + MOST_STEPS]) or told.beside_speech(row):
        return False  # “she shook him, crying, ‘You fool!’”
    aside = any(told.words[each] == "as" for each in told.hanging(verb, "mark"))
    if aside and told.words[row - 1] == ",":
        return False  # “she was there and, as Dorcas saw, drunk”: not Dorcas
    return is_fact(told, verb)
