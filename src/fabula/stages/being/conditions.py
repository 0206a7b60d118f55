"""States told by a word for them: “Tom was asleep”, “the injured man”, “he fainted”."""

from collections.abc import Iterator

from fabula.lexicon.conditions import (
    AILMENTS,
    BEFALLS,
    CONDITIONS,
    ENDINGS,
    INFLICTS,
    LINKING,
    NIGHTCLOTHES,
    RECOVERIES,
)
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import StateAttribute

LEAST_HAPPENING = 0.1
"""What the encoder takes for less likely to happen than this puts nobody into a state."""

_SAID_OF = frozenset("acomp attr oprd xcomp advmod".split())
_HALF = frozenset("half nearly almost not never hardly less no longer".split())
_MILDER = frozenset("dead hurt cross sick locked trapped caught mute".split())
"""Before a noun, or beside “felt”, these say something else: “a dead weight”."""


def condition_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's state, if it is a word for one.

    Finds:
        Adjectives and participles behind forms of “be” and its like or before a noun for a
        person, passives, verbs that befall people or that one does to another, recoveries.
    Why it holds:
        The narrator names the state in so many words.
    Misses:
        Figures of speech: “she died of laughing” kills her.

    Example:
        “Ines fell asleep. When she woke, Tom was drunk.”: asleep until she woke; drunk.
    """
    word = told.words[row]
    if not told.told[row]:
        return
    if word in CONDITIONS or word in RECOVERIES:
        who = _described(told, row)
        if who is not None:
            yield from _by_adjective(told, row, who)
            return
    if word in AILMENTS or word in NIGHTCLOTHES:
        yield from _by_noun(told, row)
    if told.tags[row] not in {"VERB", "AUX"} or not is_fact(told, row):
        return
    yield from _tears(told, row)
    if told.happens[row] >= LEAST_HAPPENING:
        yield from _by_verb(told, row)


def _by_adjective(told: Narration, row: int, who: Named) -> Iterator[Sign]:
    word = told.words[row]
    rows = (who.row, row)
    for attribute in RECOVERIES.get(word, ()):
        yield Sign(who, attribute, "", rows, SURE_WORD * who.sure, over=True)
    if word in CONDITIONS:
        yield Sign(who, CONDITIONS[word], _value(told, row), rows, SURE_WORD * who.sure)


def _value(told: Narration, row: int) -> str:
    """The word with what goes before it: “badly hurt”."""
    before = [child for child in told.hanging(row, "advmod") if child == row - 1]
    return told.text([*before, row])


def _described(told: Narration, row: int) -> Named | None:
    """Of whom an adjective or a participle is said; None where that is no fact."""
    if any(told.words[child] in _HALF for child in told.hanging(row, "advmod", "neg", "npadvmod")):
        return None
    relation, head = told.relations[row], told.heads[row]
    if told.hanging(row, "auxpass") or told.hanging(row, "nsubjpass"):
        suffers = told.patient(row) if told.hanging(row, "nsubjpass") else told.agent(row)
        return suffers if is_fact(told, row) else None
    if relation == "conj" and row < head:
        relation = "amod"  # “a plump, anxious boy”, whatever the grammar makes of it
    steps = 0
    while relation == "conj" and told.words[head] not in LINKING and steps < 3:
        if told.tags[head] not in {"ADJ", "VERB", "NOUN"} or told.hanging(row, "nsubj"):
            break
        relation, head, steps = told.relations[head], told.heads[head], steps + 1
    if relation in {"amod", "appos", "acl"}:
        return _noun_described(told, row, head)
    if relation in _SAID_OF and told.words[head] != "like":
        return _predicated(told, row, head)
    return None


def _noun_described(told: Narration, row: int, noun: int) -> Named | None:
    """“the injured man”, but not “a dead man's chest” and not “the sick” in general."""
    if told.words[row] in _MILDER and told.words[row] != "dead":
        return None
    if told.relations[noun] == "attr" or CONDITIONS.get(told.words[row]) == "mood":
        return None  # “he was an anxious boy” tells of more than today
    verb = noun if told.tags[noun] in {"VERB", "AUX"} else told.heads[noun]
    who = told.person(noun)
    return who if who is not None and told.told[verb] and not told.asked[row] else None


def _predicated(told: Narration, row: int, verb: int) -> Named | None:
    """“she was asleep”, “he lay unconscious”, “the blow left him unconscious”."""
    if not is_fact(told, verb) and not _never_so(told, row, verb):
        return None
    objects = [told.person(each) for each in told.hanging(verb, "dobj")]
    if objects:
        return objects[0] if len(objects) == 1 else None
    word = told.words[verb].split("'")[-1] if "'" in told.words[verb] else told.words[verb]
    linking = word in LINKING or word in {"s", "m", "re"}
    if told.words[verb].startswith(("fe", "felt")) and told.words[row] in _MILDER:
        return None
    return told.subject(verb) if linking else None


def _never_so(told: Narration, row: int, verb: int) -> bool:
    """“he had never been so glad”: he was."""
    denied = {told.words[each] for each in told.hanging(verb, "neg", "advmod")}
    so = {told.words[each] for each in told.hanging(row, "advmod")}
    return "never" in denied and "so" in so and told.told[verb] and not told.asked[verb]


def _by_verb(told: Narration, row: int) -> Iterator[Sign]:
    word = told.words[row]
    passive = bool(told.hanging(row, "auxpass", "nsubjpass"))
    if word in BEFALLS and not passive and not _is_said(told, row):
        who = told.agent(row)
        if who is not None:
            attribute, value = BEFALLS[word]
            yield _deed(row, who, attribute, value)
    if word in INFLICTS:
        who = _harmed(told, row)
        if who is not None:
            attribute, value = INFLICTS[word]
            yield _deed(row, who, attribute, value)
    if word in ENDINGS:
        who = _harmed(told, row) or (None if told.hanging(row, "dobj") else told.agent(row))
        if who is not None:
            for attribute in ENDINGS[word]:
                yield Sign(who, attribute, "", (who.row, row), SURE_DEED * who.sure, over=True)


def _tears(told: Narration, row: int) -> Iterator[Sign]:
    """“she burst into tears”, “he burst out crying”."""
    if told.words[row] not in {"burst", "bursts", "broke", "dissolved"}:
        return
    after = told.words[row + 1 : row + 3]
    who = told.agent(row)
    if who is not None and after in (["into", "tears"], ["out", "crying"], ["in", "tears"]):
        yield Sign(who, "mood", "crying", (who.row, row, row + 2), SURE_DEED * who.sure)


_HAVE = frozenset("have has had having got".split())


def _by_noun(told: Narration, row: int) -> Iterator[Sign]:
    """“he had a cold”, “she came down in her nightshirt”."""
    word, head = told.words[row], told.heads[row]
    relation = told.relations[row]
    if word in AILMENTS and relation == "dobj" and told.words[head] in _HAVE:
        who = told.subject(head) if is_fact(told, head) else None
        if who is not None:
            yield Sign(who, "illness", word, (who.row, row), SURE_WORD * who.sure)
    if word in NIGHTCLOTHES and relation == "pobj" and told.words[head] == "in":
        above = told.heads[head]
        who = told.person(above) or (told.agent(above) if is_fact(told, above) else None)
        if who is not None:
            yield Sign(who, "dress", f"in {word}", (who.row, row), SURE_WORD * who.sure)


def _harmed(told: Narration, row: int) -> Named | None:
    """The person who is the verb's object, or the subject of its passive."""
    objects = told.hanging(row, "dobj", "nsubjpass")
    if not objects and told.relations[row] in {"relcl", "acl"}:
        return told.patient(row)
    people = [told.person(each) for each in objects]
    return people[0] if len(people) == 1 else None


def _deed(row: int, who: Named, attribute: StateAttribute, value: str) -> Sign:
    return Sign(who, attribute, value, (who.row, row), SURE_DEED * who.sure)


def _is_said(told: Narration, row: int) -> bool:
    """Whether the verb gives speech: “she cried” beside a quotation or before its content."""
    if told.hanging(row, "ccomp", "dobj", "parataxis") or told.relations[row] == "parataxis":
        return True
    return told.beside_speech(row)
