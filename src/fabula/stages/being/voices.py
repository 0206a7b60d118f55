"""Voices lost, hoarse and found again."""

from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import whose
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign, over, sign_of
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration

_LOSES = all_forms(["lose"])
_FINDS = all_forms("find get regain recover".split())
_SPEAKS = frozenset("speak talk".split())
_CANNOT = frozenset("can't cannot couldn't".split())
_LEAVES = frozenset({"left", "leaving"})


def voice_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's voice.

    Finds:
        Voices that somebody has lost, has none of or finds again, that are hoarse or gone; who
        says something hoarsely, or cannot speak above a whisper.
    Why it holds:
        Whose voice it is cannot speak, or hardly.
    Misses:
        Voices told by their sound alone (“the noise of a drawer full of forks”).

    Example:
        “Ines had lost her voice. ‘Water,’ said Tom hoarsely.”
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word == "voice":
        yield from _voice(told, row)
    elif word in _SPEAKS:
        yield from _cannot_speak(told, row)
    elif word in {"hoarsely", "croakily"} and told.relations[row] == "advmod":
        verb = told.heads[row]
        if told.tags[verb] == "VERB" and is_fact(told, verb):
            yield from sign_of(told.agent(verb), "voice", HOARSE, row, SURE_GUESS)


def _voice(told: Narration, row: int) -> Iterator[Sign]:
    """“she had lost her voice”, “I have no voice”, “she got her voice back”."""
    verb = told.heads[row]
    if told.relations[row] == "conj" and told.relations[verb] == "dobj":
        verb = told.heads[verb]  # “he had lost his hat and his voice”
    elif told.relations[row] not in {"dobj", "nsubj", "attr"}:
        return
    yield from _hoarse(told, row)
    word, who = told.words[verb], told.agent(verb)
    without = {told.words[each] for each in told.hanging(row, "det")} & {"no", "any"}
    has = word in {"have", "has", "had", "hadn't", "haven't", "hasn't", "got", "'ve"}
    if word in _LOSES and is_fact(told, verb):
        yield from sign_of(who, "voice", "lost voice", row, SURE_DEED)
    elif word in _LEAVES and without:
        had = told.heads[verb] if told.relations[verb] in {"acl", "ccomp"} else verb
        yield from sign_of(told.agent(had), "voice", "no voice", row, SURE_WORD)
    elif has and without and not told.asked[verb]:
        who = who or told.person(verb - 1)
        yield from sign_of(who, "voice", "no voice", row, SURE_WORD)
    elif word in _FINDS and whose(told, row) is not None and is_fact(told, verb):
        who = whose(told, row)
        assert who is not None
        yield over(who, "voice", (row,))


def _hoarse(told: Narration, row: int) -> Iterator[Sign]:
    """“his voice had gone thick”, “her voice was hoarse”."""
    verb = told.heads[row]
    if told.relations[row] != "nsubj" or not is_fact(told, verb):
        return
    said = told.hanging(verb, "acomp", "attr")
    how = next((told.words[each] for each in said if told.words[each] in _HOARSE), None)
    more = told.hanging(verb, "prt", "prep", "acomp", "advmod")
    if told.words[verb] in _FAILS and all(told.words[each] in _WHOLLY for each in more):
        how = "gone"
    if how is not None:
        value = "lost voice" if how == "gone" else how
        yield from sign_of(whose(told, row), "voice", value, row, SURE_WORD)


HOARSE = "hoarse"
"""How a voice is called that speaks hoarsely."""

_WHOLLY = frozenset("altogether completely entirely quite again suddenly now then already".split())
_FAILS = all_forms("go vanish".split())
_HOARSE = frozenset(
    "hoarse husky croaky rusty raspy rasping gone small thick cracked raw croak rasp".split()
)


def _cannot_speak(told: Narration, row: int) -> Iterator[Sign]:
    """“she could not speak above a whisper”; “I can't talk” is said out of grief as well."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    hardly = told.words[row + 1 : row + 4] == ["above", "a", "whisper"]
    denied = told.hanging(row, "neg") and helping & {"could", "can", "ca"}
    if hardly and (helping & _CANNOT or denied):
        yield from sign_of(told.agent(row), "voice", "only a whisper", row, SURE_WORD)
