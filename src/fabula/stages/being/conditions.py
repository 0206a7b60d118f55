"""States told by a word for them: “Tom was asleep”, “the injured man”, “he fainted”."""

from collections.abc import Iterator

from fabula.labels import StateAttribute
from fabula.lexicon.conditions import (
    APPEARING,
    BEFALLS,
    COMES_TO,
    CONDITIONS,
    ENDINGS,
    INFLICTS,
    LINKING,
    MOOD_ADVERBS,
    PHRASES,
    RECOVERIES,
)
from fabula.lexicon.injury import HARMS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.depicting import set_apart
from fabula.stages.being.describing import be_before, is_of_childhood
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

LEAST_HAPPENING = 0.1
"""What the encoder takes for less likely to happen than this puts nobody into a state."""

_SAID_OF = frozenset("acomp attr oprd xcomp advmod".split())
_HALF = frozenset("half nearly almost not never hardly less no longer too mostly".split()) | {"out"}
_ABOUT_TO = frozenset({"bound", "stuck"})
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
        who = _described(told, row)
        if who is not None:
            yield from _by_adjective(told, row, who)
            return
    if word in MOOD_ADVERBS and told.relations[row] == "advmod":
        yield from _by_manner(told, row)
    if word not in _TELLING or told.tags[row] not in {"VERB", "AUX"} or not is_fact(told, row):
        return
    yield from _tears(told, row)
    yield from _by_phrase(told, row)
    if told.happens[row] >= LEAST_HAPPENING and not is_of_childhood(told, row):
        yield from _by_verb(told, row)


def _by_adjective(told: Narration, row: int, who: Named) -> Iterator[Sign]:
    word = told.words[row]
    rows = (who.row, row)
    for attribute in RECOVERIES.get(word, ()):
        yield Sign(who, attribute, "", rows, SURE_WORD * who.sure, over=True)
    if _means_otherwise(told, row):
        return
    polite = word == "afraid" and told.words[who.row] in {"i", "i'm"}
    if word in CONDITIONS and (not polite or told.words[row + 1 : row + 2] == ["of"]):
        yield Sign(who, CONDITIONS[word], _value(told, row), rows, SURE_WORD * who.sure)


def _means_otherwise(told: Narration, row: int) -> bool:
    """“bound to ask”, “I'm bound I'll go”, “stuck for words”, “tired of waiting”."""
    word, after = told.words[row], told.words[row + 1 : row + 2]
    about_to = word in _ABOUT_TO and (
        after in (["to"], ["for"], ["in"]) or told.tags[row + 1] == "PRON"
    )
    return about_to or (word in _WEARY and after == ["of"])


_WEARY = frozenset("tired sick weary bored".split())


def _value(told: Narration, row: int) -> str:
    """The word with what goes before it: “badly hurt”."""
    degrees = told.hanging(row, "advmod")
    before = [each for each in degrees if each == row - 1 and told.words[each] != "how"]
    return told.text([*before, row])


def _described(told: Narration, row: int) -> Named | None:
    """Of whom an adjective or a participle is said; None where that is no fact."""
    beside = told.hanging(row, "advmod", "neg", "npadvmod", "prt")
    if any(told.words[child] in _HALF for child in beside):
        return None
    if told.hanging(row, "dobj") and told.tags[row] == "VERB":
        return None  # “my sister's killed our headmaster”
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
        if told.tags[head] not in {"ADJ", "VERB", "NOUN"} or told.hanging(row, "nsubj"):
            break
        relation, head, steps = told.relations[head], told.heads[head], steps + 1
    found = None
    if relation in {"amod", "appos", "acl"}:
        found = _noun_described(told, row, head)
    elif relation in _SAID_OF and told.words[head] != "like":
        found = _predicated(told, row, head)
    return found or set_apart(told, row)


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
    shows = told.words[verb] in APPEARING and CONDITIONS.get(told.words[row]) == "mood"
    return told.subject(verb) if linking or shows else None


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
        passes = BEFALLS[word][0] in _PASSES
        if who is not None and not (passes and _is_before(told, row)):
            attribute, value = BEFALLS[word]
            yield _deed(row, who, attribute, value)
    if word in INFLICTS:
        who = _harmed(told, row)
        agent = told.agent(row)
        # “he shot himself into the air”
        himself = who is not None and (
            told.words[who.row].endswith("self")
            or (agent is not None and agent.entity_id == who.entity_id)
        )
        if who is not None and not himself and not _is_figure(told, row):
            attribute, value = INFLICTS[word]
            yield _deed(row, who, attribute, value)
    if word in HARMS:
        who = _harmed(told, row)
        if who is not None and told.words[who.row].endswith("self"):
            yield _deed(row, who, "injury", HARMS[word])
    if word in ENDINGS:
        who = _harmed(told, row) or (None if told.hanging(row, "dobj") else told.agent(row))
        if who is not None:
            for attribute in ENDINGS[word]:
                yield Sign(who, attribute, "", (who.row, row), SURE_DEED * who.sure, over=True)


_PASSES = frozenset("sleep mood consciousness".split())
"""Who “had been crying” no longer does."""


def _is_figure(told: Narration, row: int) -> bool:
    """“The word stabbed him” and “she bound him to secrecy” harm and hold nobody."""
    doers = {told.words[each] for each in told.hanging(row, "nsubj")}
    held_to = {told.words[each] for each in told.behind(row, "to")}
    return bool(doers & _UNSEEN or held_to & _PROMISES)


_UNSEEN = frozenset(
    "word words thought thoughts memory look voice silence fear jealousy grief guilt doubt".split()
)
_PROMISES = frozenset("secrecy vow vows silence promise oath".split())


def _is_before(told: Narration, row: int) -> bool:
    """“she had slept at the inn”: she no longer does."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    contracted = any(told.words[each].endswith("'d") for each in told.hanging(row, "nsubj"))
    return "had" in helping or (contracted and "been" in helping)


def _tears(told: Narration, row: int) -> Iterator[Sign]:
    """“she burst into tears”, “he burst out crying”."""
    if told.words[row] not in _BREAKS_OUT:
        return
    after = told.words[row + 1 : row + 3]
    who = told.agent(row)
    if who is not None and after in (["into", "tears"], ["out", "crying"], ["in", "tears"]):
        yield Sign(who, "mood", "crying", (who.row, row, row + 2), SURE_DEED * who.sure)


def _by_phrase(told: Narration, row: int) -> Iterator[Sign]:
    """“he passed out”, “she went to sleep”, “he came round”."""
    words = told.words
    small = words[row + 1 : row + 3]
    attribute = PHRASES.get((words[row], small[0])) if small else None
    if words[row] in _GOES and "sleep" in words[row + 2 : row + 4] and "to" in small:
        attribute = "sleep"  # “went to sleep”, “went back to sleep”
    knows_no_more = words[row] in _KNOWS and small in (["nothing", "more"], ["no", "more"])
    knows_no_more = knows_no_more and words[row + 3 : row + 4] != ["of"]  # “saw no more of him”
    if knows_no_more or (words[row] in _LOSES and "consciousness" in small):
        attribute = "consciousness"
    who = told.agent(row)
    if small and (words[row], small[0]) in COMES_TO and who is not None and _is_all(told, row + 2):
        rows = (who.row, row, row + 1)
        yield Sign(who, "consciousness", "", rows, SURE_DEED * who.sure, over=True)
    if attribute is not None and who is not None:
        rows = (who.row, row, row + len(small))
        yield Sign(who, attribute, _AFTERWARDS[attribute], rows, SURE_DEED * who.sure)


def _is_all(told: Narration, row: int) -> bool:
    """“he came to.”, and not “he came to the door”."""
    return row >= len(told.words) or told.tags[row] in {"PUNCT", "CCONJ", "SCONJ"}


_AFTERWARDS = {"life": "dead", "consciousness": "unconscious", "sleep": "asleep"}
_GOES = all_forms(["go"])
_LOSES = all_forms(["lose"])
_KNOWS = frozenset({"knew", "remembered", "saw"})
_BREAKS_OUT = frozenset({"burst", "bursts", "broke", "dissolved"})
_TELLING = frozenset(
    {
        *(*BEFALLS, *INFLICTS, *HARMS, *ENDINGS),
        *(verb for verb, _ in (*PHRASES, *COMES_TO)),
        *(*_GOES, *_LOSES, *_KNOWS, *_BREAKS_OUT),
    }
)
"""The verbs that tell of a state, alone or with what follows; few of a story's verbs do."""


def _by_manner(told: Narration, row: int) -> Iterator[Sign]:
    """“said Tom, miserably”."""
    verb = told.heads[row]
    who = told.agent(verb) if told.tags[verb] == "VERB" and is_fact(told, verb) else None
    if who is not None:
        value = MOOD_ADVERBS[told.words[row]]
        yield Sign(who, "mood", value, (who.row, verb, row), SURE_GUESS * who.sure)


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
    if told.words[row + 1 : row + 2] == ["out"]:
        return True  # “he cried out” is no weeping
    return told.beside_speech(row)
