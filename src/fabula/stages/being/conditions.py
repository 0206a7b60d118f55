"""States told by a word for them: “Tom was asleep”, “the injured man”, “he fainted”."""

from collections.abc import Iterator

from fabula.lexicon.conditions import (
    CONDITIONS,
    LINKING,
    MOOD_ADVERBS,
    RECOVERIES,
)
from fabula.lexicon.mental_verbs import HEDGING_VERBS
from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.stages.being.bearing import several
from fabula.stages.being.depicting import set_apart
from fabula.stages.being.describing import be_before
from fabula.stages.being.figures import is_figure
from fabula.stages.being.signs import SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import doubt_of, is_fact
from fabula.stages.clauses.narration import Named, Narration

SURELY_HAPPENS = 0.5
"""What the encoder takes for likelier to happen than this somebody living does."""

_CAPTIVES = frozenset({"prisoner", "captive"})
_SAID_OF = frozenset("acomp attr oprd xcomp advmod".split())
_HALF = frozenset(
    """
    half near nearly almost not never hardly less no longer too mostly out often usually sometimes
    rarely seldom always
    """.split()
)
_MILDER = frozenset("injured wounded dead hurt cross sick locked trapped caught mute".split())
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
        who = _described(told, row) or _beside_with(told, row)
        everyone = [who] if who is not None else _all_of_them(told, row)
        for each in everyone:
            yield from _by_adjective(told, row, each)
        if everyone:
            return
    if word in MOOD_ADVERBS and told.relations[row] == "advmod":
        yield from _by_manner(told, row)


def _all_of_them(told: Narration, row: int) -> list[Named]:
    """“Tom and Ines were both drunk”: of each."""
    verb = told.heads[row]
    said = told.relations[row] in {"acomp", "oprd"} and told.words[verb] in LINKING
    beside = {told.words[each] for each in told.hanging(row, "advmod", "neg", "npadvmod", "prt")}
    content = told.hanging(verb, "mark")  # “we said that Tom and Ines were asleep”
    if not said or beside & _HALF or content or not is_fact(told, verb):
        return []
    return several(told, told.participants(verb).agents)


def _beside_with(told: Narration, row: int) -> Named | None:
    """“with Tom asleep beside her”, “with the mate dead of a fever”."""
    noun = told.heads[row]
    small = noun if told.words[noun] == "with" else told.heads[noun]
    if told.words[small] != "with" or told.asked[row] or not told.told[row]:
        return None
    whom = [each for each in told.hanging(small, "nsubj", "pobj") if each < row]
    verb = told.heads[small]
    fact = told.tags[verb] not in {"VERB", "AUX"} or is_fact(told, verb)
    return told.person(whom[-1]) if whom and fact else None


def _by_adjective(told: Narration, row: int, who: Named) -> Iterator[Sign]:
    word = told.words[row]
    rows = (who.row, row)
    if is_figure(told, row):
        return
    for attribute in RECOVERIES.get(word, ()):
        yield Sign(who, attribute, "", rows, SURE_WORD * who.sure, over=True)
    polite = word == "afraid" and told.words[who.row] in {"i", "i'm"}
    if word in CONDITIONS and (not polite or told.words[row + 1 : row + 2] == ["of"]):
        yield Sign(who, CONDITIONS[word], _value(told, row), rows, SURE_WORD * who.sure)


def _value(told: Narration, row: int) -> str:
    """The word with what goes before it: “badly hurt”."""
    degrees = told.hanging(row, "advmod")
    before = [each for each in degrees if each == row - 1 and told.words[each] != "how"]
    return told.text([*before, row])


def _described(told: Narration, row: int) -> Named | None:
    """Of whom an adjective or a participle is said; None where that is no fact."""
    if _is_no_state(told, row):
        return None
    relation, head = told.relations[row], told.heads[row]
    if _was(told, row):
        return told.agent(row) if is_fact(told, row) else None
    if told.hanging(row, "auxpass") or told.hanging(row, "nsubjpass"):
        suffers = told.patient(row) if told.hanging(row, "nsubjpass") else told.agent(row)
        return suffers if is_fact(told, row) else None
    verb = be_before(told, row)
    if verb is not None:
        relation, head = "acomp", verb
    elif relation == "conj" and row < head:
        relation = "amod"  # “a plump, anxious boy”, whatever the grammar makes of it
    steps = 0
    while relation == "conj" and told.words[head] not in LINKING and steps < 3:
        if told.tags[head] not in {"ADJ", "VERB", "NOUN", "NUM"} or told.hanging(row, "nsubj"):
            break
        relation, head, steps = told.relations[head], told.heads[head], steps + 1
    found = None
    if relation in {"amod", "appos", "acl"}:
        found = _noun_described(told, row, head)
    elif _is_said_of_verb(told, row, relation, head):
        found = _predicated(told, row, head)
    return found or set_apart(told, row)


def _is_no_state(told: Narration, row: int) -> bool:
    """“often drunk”, “my sister's killed our headmaster”, “ill used”, “the ill”."""
    beside = told.hanging(row, "advmod", "neg", "npadvmod", "prt")
    done_to_another = told.hanging(row, "dobj") and told.tags[row] == "VERB"
    half = any(told.words[each] in _HALF for each in beside)
    noun = told.hanging(row, "det") and told.words[row] not in _CAPTIVES
    badly = told.words[row] == "ill" and told.tags[row + 1 : row + 2] == ["VERB"]
    return bool(half or done_to_another or noun or badly)


def _is_said_of_verb(told: Narration, row: int, relation: str, head: int) -> bool:
    """“deaf” of “he was deaf” and of “he was a hundred years old, and deaf in one ear”."""
    joined = relation == "conj" and told.tags[row] == "ADJ" and is_be(told, head)
    return joined or (relation in _SAID_OF and told.words[head] != "like")


def _was(told: Narration, row: int) -> bool:
    """“I am locked in”, “he had been drunk”, where the grammar sees another verb."""
    said = told.words[row].endswith("ed") or told.words[row] == "drunk"
    helping = told.hanging(row, "aux", "auxpass")
    return bool(said and told.hanging(row, "nsubj") and any(is_be(told, each) for each in helping))


def _noun_described(told: Narration, row: int, noun: int) -> Named | None:
    """“the injured man”, but not “a dead man's chest” and not “the sick” in general."""
    if told.words[row] in _MILDER and told.words[row] != "dead":
        return None
    if told.relations[noun] == "attr" or CONDITIONS.get(told.words[row]) == "mood":
        return None  # “he was an anxious boy” tells of more than today
    verb = noun if told.tags[noun] in {"VERB", "AUX"} else told.heads[noun]
    acts = told.relations[noun] == "nsubj" and told.happens[verb] >= SURELY_HAPPENS
    if told.words[row] == "dead" and acts:
        return None  # “the dead man was walking down the street in a temper”
    who = told.person(noun)
    return who if who is not None and told.told[verb] and not told.asked[row] else None


def _predicated(told: Narration, row: int, verb: int) -> Named | None:
    """“she was asleep”, “he lay unconscious”, “the blow left him unconscious”."""
    if not (is_fact(told, verb) or _never_so(told, row, verb) or _is_reached(told, verb)):
        return None
    if "'" in told.words[verb] and told.tags[verb] in {"NOUN", "PROPN"}:
        return told.person(verb)  # “my mother's ill”: not I
    objects = [told.person(each) for each in told.hanging(verb, "dobj")]
    if objects:
        return objects[0] if len(objects) == 1 else None
    word = told.words[verb].split("'")[-1] if "'" in told.words[verb] else told.words[verb]
    linking = word in LINKING or word in {"s", "m", "re"}
    if told.words[verb].startswith(("fe", "felt")) and told.words[row] in _MILDER:
        return None
    shows = told.words[verb] in HEDGING_VERBS and CONDITIONS.get(told.words[row]) == "mood"
    return told.subject(verb) if linking or shows else None


def _is_reached(told: Narration, verb: int) -> bool:
    """“she shouted until she was hoarse”: she was."""
    doubt, main = doubt_of(told, verb), told.heads[verb]
    until = doubt is not None and told.words[doubt.row] in {"until", "till"}
    past = told.words[main].endswith("ed") or told.words[main] in IRREGULAR_PAST
    return until and main != verb and past and is_fact(told, main)


def _never_so(told: Narration, row: int, verb: int) -> bool:
    """“he had never been so glad”: he was."""
    denied = {told.words[each] for each in told.hanging(verb, "neg", "advmod")}
    so = {told.words[each] for each in told.hanging(row, "advmod")}
    return "never" in denied and "so" in so and told.told[verb] and not told.asked[verb]


def _by_manner(told: Narration, row: int) -> Iterator[Sign]:
    """“said Tom, miserably”."""
    verb = told.heads[row]
    who = told.agent(verb) if told.tags[verb] == "VERB" and is_fact(told, verb) else None
    if who is not None:
        value = MOOD_ADVERBS[told.words[row]]
        yield Sign(who, "mood", value, (who.row, verb, row), SURE_GUESS * who.sure)
