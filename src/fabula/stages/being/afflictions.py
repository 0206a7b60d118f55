"""Ills, wounds and lost voices told by what people have, wear or cannot do."""

from collections.abc import Iterator, Mapping

from fabula.labels import StateAttribute
from fabula.lexicon.appearance import BROKEN_ONCE, PLAIN_PEOPLE
from fabula.lexicon.conditions import AILMENTS, WEAK_INSIDE
from fabula.lexicon.injury import (
    BLEEDS_FROM,
    DRESSINGS,
    GRASPING,
    PARTS,
    PIERCING,
    SMALL_THORNS,
    SORE,
    WOUNDS,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import bearer
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import doubt_of, is_fact
from fabula.stages.clauses.narration import Named, Narration

_BAD = frozenset({"bad", "weak"})
_LOSES = all_forms(["lose"])
_FINDS = all_forms("find get regain recover".split())
_SPEAKS = frozenset("speak talk".split())
_CANNOT = frozenset("can't cannot couldn't".split())
_NEAR = 8
"""So many words around blood or tears stands the part of the body that they run down."""

_HAD = AILMENTS | WOUNDS | DRESSINGS
_TEARFUL = frozenset("eyes eye cheeks cheek face".split())


def affliction_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's health by what they have.

    Finds:
        Ills, wounds, dressings and sore or weak parts that somebody has or is with; blood on a
        face, wet cheeks; voices lost and found again.
    Why it holds:
        Who has the ill is ill; who wears the bandage is hurt.
    Misses:
        Ills told by their effects.

    Example:
        “Tom had a cold and a split lip. Ines had lost her voice.”
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word in _HAD and told.tags[row] not in {"VERB", "ADJ"}:
        yield from _had(told, row)
    elif word in PIERCING:
        yield from _pierced(told, row)
    elif word in _WELL:
        yield from _not_well(told, row)
    elif word in PARTS or word in WEAK_INSIDE:
        yield from _bad_part(told, row)
    elif word in {"blood", "tears"}:
        yield from _running(told, row)
    elif word == "voice":
        yield from _voice(told, row)
    elif word in _SPEAKS:
        yield from _cannot_speak(told, row)
    if word == "eye" and told.words[row - 2 : row] == ["a", "black"]:
        yield from _sign(bearer(told, row), "injury", "black eye", row, SURE_WORD)
    if word in _TEARFUL:
        yield from _wet(told, row)


def _sign(who: Named | None, kind: StateAttribute, value: str, row: int, sure: float) -> list[Sign]:
    return [Sign(who, kind, value, (who.row, row), sure * who.sure)] if who is not None else []


def _had(told: Narration, row: int) -> Iterator[Sign]:
    """“he had a cold”, “a man with a plaster over one eye”, “her arm was in a sling”."""
    word = told.words[row]
    if told.words[row + 1 : row + 2] in (["scar"], ["mark"]) or _is_none(told, row):
        return  # “a burn scar”, “no bandage”
    if word == "burn" and _is_of_looks(told, row):
        yield from _sign(bearer(told, row), "mark", word, row, SURE_WORD)
        return
    if word in AILMENTS:
        yield from _sign(bearer(told, row), "illness", word, row, SURE_WORD)
        return
    who = None if told.hanging(row, "poss") else bearer(told, row)
    if who is None and word in DRESSINGS and told.words[told.heads[row]] in {"in", "on"}:
        who = _part_before(told, row)
    yield from _sign(who, "injury", word, row, SURE_WORD)


def _is_of_looks(told: Narration, row: int) -> bool:
    """“he was a tall man with a burn down one cheek”: he has had it for years."""
    small = told.heads[row]
    return told.words[small] == "with" and told.words[told.heads[small]] in PLAIN_PEOPLE


def _pierced(told: Narration, row: int) -> Iterator[Sign]:
    """“there was an arrow in her shoulder”; a knife in a hand is held."""
    held = frozenset() if told.words[row] in SMALL_THORNS else GRASPING
    for part in told.behind(row, "in", "through"):
        who, word = told.owner(part), told.words[part]
        if word in PARTS - held and who is not None and _verb_is_fact(told, row):
            value = f"{told.words[row]} in {word}"
            yield Sign(who, "injury", value, (who.row, row, part), SURE_WORD * who.sure)


_WELL: Mapping[str, tuple[StateAttribute, str]] = {
    "well": ("illness", "not well"),
    "sober": ("drink", "not sober"),
}


def _not_well(told: Narration, row: int) -> Iterator[Sign]:
    """“she was not well”, “he hasn't been sober since”; not “he was not well known”."""
    verb = told.heads[row]
    if not is_be(told, verb) or row < verb or told.tags[row + 1 : row + 2] in (["ADJ"], ["VERB"]):
        return
    doubt = doubt_of(told, verb)
    if doubt is None or doubt.kind != "denied":
        return
    here = [verb, *told.hanging(verb, "neg", "aux")]
    if doubt.row in here and told.words[doubt.row] not in {"never", "nearly"}:
        kind, value = _WELL[told.words[row]]
        yield from _sign(told.subject(verb), kind, value, row, SURE_WORD)


def _is_none(told: Narration, row: int) -> bool:
    return any(told.words[each] == "no" for each in told.hanging(row, "det"))


def _part_before(told: Narration, row: int) -> Named | None:
    """“her arm in a sling”: she whose arm it is."""
    for before in range(row - 1, max(row - _NEAR, -1), -1):
        if told.words[before] in PARTS:
            return told.owner(before) or bearer(told, before)  # “with one arm in a sling”
    return None


def _bad_part(told: Narration, row: int) -> Iterator[Sign]:
    """“had a sprained wrist”, “on two bad hips”, “with a bad lung”, “his head was very bad”."""
    word = told.words[row]
    said = [*told.hanging(row, "amod"), row - 1]
    verb = told.heads[row]
    if told.relations[row] == "nsubj" and is_be(told, verb) and is_fact(told, verb):
        said += told.hanging(verb, "acomp")
    bad = next((each for each in said if each >= 0 and told.words[each] in _BAD), None)
    sore = next((each for each in said if each >= 0 and told.words[each] in SORE), None)
    if bad is not None:
        kind: StateAttribute = "illness" if word in WEAK_INSIDE else "injury"
        verb = told.heads[row]
        now = told.words[verb] == "got" or not told.hanging(verb, "aux")
        sure = SURE_DEED if now else SURE_GUESS  # “you've had a bad back” may be over
        yield from _sign(bearer(told, row), kind, f"bad {word}", row, sure)
    elif sore is not None and not told.hanging(row, "poss") and word not in BROKEN_ONCE:
        value = f"{told.words[sore]} {word}"
        yield from _sign(bearer(told, row), "injury", value, row, SURE_WORD)


def _running(told: Narration, row: int) -> Iterator[Sign]:
    """“there was blood in his eyes”, “with tears on her cheeks”, “she was in tears”."""
    tears = told.words[row] == "tears"
    parts = _TEARFUL if tears else BLEEDS_FROM
    who = None
    for near in range(row, min(row + _NEAR, len(told.words))):
        if told.words[near] in parts and told.owner(near) is not None:
            who = told.owner(near)
            break
    if tears and who is None:
        who = told.owner(row)
        above = told.heads[told.heads[row]]
        if who is None and told.words[told.heads[row]] == "in" and is_fact(told, above):
            who = told.agent(above) or told.person(above)
    if who is not None and _verb_is_fact(told, row):
        kind: StateAttribute = "mood" if tears else "injury"
        yield from _sign(who, kind, "crying" if tears else "bleeding", row, SURE_GUESS)


def _verb_is_fact(told: Narration, row: int) -> bool:
    for _ in range(_NEAR):
        if told.tags[row] in {"VERB", "AUX"}:
            return is_fact(told, row)
        row = told.heads[row]
    return True


def _wet(told: Narration, row: int) -> Iterator[Sign]:
    """“his cheeks were wet”, “her eyes filled”."""
    verb = told.heads[row]
    if told.relations[row] != "nsubj" or not is_fact(told, verb):
        return
    wet = any(told.words[each] == "wet" for each in told.hanging(verb, "acomp"))
    if (is_be(told, verb) and wet) or told.words[verb] in {"filled", "brimmed", "streamed"}:
        yield from _sign(told.owner(row), "mood", "crying", row, SURE_GUESS)


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
        yield from _sign(who, "voice", "lost voice", row, SURE_DEED)
    elif has and without and not told.asked[verb]:
        who = who or told.person(verb - 1)
        yield from _sign(who, "voice", "no voice", row, SURE_WORD)
    elif word in _FINDS and told.owner(row) is not None and is_fact(told, verb):
        who = told.owner(row)
        assert who is not None
        yield Sign(who, "voice", "", (who.row, row), SURE_DEED * who.sure, over=True)


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
        yield from _sign(told.owner(row), "voice", value, row, SURE_WORD)


_WHOLLY = frozenset("altogether completely entirely quite again suddenly now".split())
_FAILS = all_forms("go fail vanish".split())
_HOARSE = frozenset(
    "hoarse husky croaky rusty raspy rasping gone small thick cracked raw croak rasp".split()
)


def _cannot_speak(told: Narration, row: int) -> Iterator[Sign]:
    """“he can't talk”, said of now and not of what somebody may tell."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    more = told.hanging(row, "prep", "dobj", "ccomp", "advcl")
    if helping & (_CANNOT - {"couldn't"}) and not more and not told.asked[row]:
        yield from _sign(told.agent(row), "voice", "cannot speak", row, SURE_GUESS)
