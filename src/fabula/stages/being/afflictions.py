"""Ills and wounds told by what people have, wear or come down with."""

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
from fabula.stages.being.bearing import bearer, is_old, whose
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign, sign_of
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import doubt_of, is_fact
from fabula.stages.clauses.narration import Named, Narration

_BAD = frozenset({"bad", "weak"})
_NEAR = 10
"""So many words around blood or tears stands the part of the body that they run down."""

_HAD = AILMENTS | WOUNDS | DRESSINGS
_SURELY_HURT = frozenset(
    "gash bruise bruises wound wounds concussion fracture nosebleed blisters sprain graze".split()
)
"""With these one goes only on one's own body; “with a bump” one sits down."""

_TEARFUL = frozenset("eyes eye cheeks cheek face".split())


def affliction_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's health by what they have.

    Finds:
        Ills, wounds, dressings and sore or weak parts that somebody has, is with or comes down
        with; fevers that have somebody; blood on a face, wet cheeks.
    Why it holds:
        Who has the ill is ill; who wears the bandage is hurt.
    Misses:
        Ills told by their effects.

    Example:
        “Tom had a cold and a split lip. Ines had come down with a fever.”
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word in _HAD and _is_noun(told, row):
        yield from _had(told, row)
    elif word in PIERCING:
        yield from _pierced(told, row)
    elif word in _WELL:
        yield from _not_well(told, row)
    elif word in PARTS or word in WEAK_INSIDE:
        yield from _bad_part(told, row)
    elif word in {"blood", "tears"}:
        yield from _running(told, row)
    if word == "eye" and told.words[row - 2 : row] == ["a", "black"]:
        yield from sign_of(bearer(told, row), "injury", "black eye", row, SURE_WORD)
    if word in _TEARFUL:
        yield from _wet(told, row)


def _is_noun(told: Narration, row: int) -> bool:
    """“she had a cold”, whatever part of speech the grammar makes of it."""
    return told.tags[row] != "VERB" and (
        told.tags[row] != "ADJ" or told.relations[row] in {"dobj", "pobj"}
    )


def _had(told: Narration, row: int) -> Iterator[Sign]:
    """“he had a cold”, “a man with a plaster over one eye”, “her arm was in a sling”."""
    word = told.words[row]
    if told.words[row + 1 : row + 2] in (["scar"], ["mark"]) or _is_none(told, row):
        return  # “a burn scar”, “no bandage”
    if word == "cold" and told.words[row - 1] in _FROM:
        return  # “blue with cold”
    if word == "burn" and _is_of_looks(told, row):
        yield from sign_of(bearer(told, row), "mark", word, row, SURE_WORD)
        return
    if word in AILMENTS:
        who = bearer(told, row) or _down_with(told, row) or _seized(told, row)
        yield from sign_of(who, "illness", word, row, SURE_WORD)
        return
    who = None if told.hanging(row, "poss") or is_old(told, row) else bearer(told, row)
    if who is None and word in _SURELY_HURT and told.words[told.heads[row]] == "with":
        who = _down_with(told, row)  # “he came home with a gash in his arm”
    if who is None and word in DRESSINGS and told.words[told.heads[row]] in {"in", "on"}:
        who = _part_before(told, row)
    if who is None and word in DRESSINGS and _verb_is_fact(told, row):
        who = _part_within(told, row)
    yield from sign_of(who, "injury", word, row, SURE_WORD)


def _down_with(told: Narration, row: int) -> Named | None:
    """“she came down with flu”, “lay in bed with a fever”, “he died of a fever”."""
    small = told.heads[row]
    while told.relations[small] in {"pobj", "conj", "dobj"} and told.words[small] in _A_BIT:
        small = told.heads[small]  # “with a bit of a temperature”
    if told.words[small] == "of" and told.words[told.heads[small]] in _A_BIT:
        small = told.heads[told.heads[small]]
    verb = told.heads[small]
    while told.tags[verb] == "ADP":
        verb = told.heads[verb]  # “came down with”
    if any(told.tags[each] in {"NOUN", "PROPN"} for each in told.hanging(row, "poss")):
        return told.owner(row)  # “she was up at four with her mother's cough”
    with_it = told.words[small] == "with" or told.words[verb] in _DIES
    if not with_it or told.tags[verb] not in {"VERB", "AUX"} or not is_fact(told, verb):
        return None
    if any(each in told.beings for each in told.hanging(verb, "dobj", "dative")):
        return None  # “left her alone with a headache”
    return told.subject(verb) if is_be(told, verb) else told.agent(verb)


_A_BIT = frozenset("bit touch case attack bout spot".split())
_FROM = frozenset("with from of".split())
_DIES = all_forms("die suffer sicken bleed".split())


def _seized(told: Narration, row: int) -> Named | None:
    """“the fever had her by nightfall”, “the cough seized him”."""
    verb = told.heads[row]
    if told.relations[row] != "nsubj" or told.words[verb] not in _SEIZES:
        return None
    people = [told.person(each) for each in told.hanging(verb, "dobj")]
    return people[0] if len(people) == 1 and is_fact(told, verb) else None


_SEIZES = all_forms("have seize take grip strike shake wrack hit".split())


def _is_of_looks(told: Narration, row: int) -> bool:
    """“he was a tall man with a burn down one cheek”: he has had it for years."""
    small = told.heads[row]
    return told.words[small] == "with" and told.words[told.heads[small]] in PLAIN_PEOPLE


def _pierced(told: Narration, row: int) -> Iterator[Sign]:
    """“there was an arrow in her shoulder”; a knife in a hand is held."""
    held = frozenset() if told.words[row] in SMALL_THORNS else GRASPING
    for part in told.behind(row, "in", "through"):
        who, word = whose(told, part), told.words[part]
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
        yield from sign_of(told.subject(verb), kind, value, row, SURE_WORD)


def _is_none(told: Narration, row: int) -> bool:
    return any(told.words[each] == "no" for each in told.hanging(row, "det"))


def _part_before(told: Narration, row: int) -> Named | None:
    """“her arm in a sling”: she whose arm it is."""
    for before in range(row - 1, max(row - _NEAR, -1), -1):
        if told.words[before] in PARTS:
            return whose(told, before) or bearer(told, before)  # “with one arm in a sling”
    return None


def _part_within(told: Narration, row: int) -> Named | None:
    """“with a bandage round her head”: she whose head it is."""
    parts = told.behind(row, "round", "around", "on", "over", "across")
    return next((whose(told, each) for each in parts if told.words[each] in PARTS), None)


def _bad_part(told: Narration, row: int) -> Iterator[Sign]:
    """“had a sprained wrist”, “on two bad hips”, “with a bad lung”, “his head was very bad”."""
    word = told.words[row]
    said = [*told.hanging(row, "amod"), row - 1]
    verb = told.heads[row]
    if told.relations[row] == "nsubj" and is_be(told, verb) and is_fact(told, verb):
        said += told.hanging(verb, "acomp")
    bad = next((each for each in said if each >= 0 and told.words[each] in _BAD), None)
    throat = any(each >= 0 and told.words[each] == "sore" for each in said)
    if word == "throat" and throat:
        yield from sign_of(
            bearer(told, row) or _down_with(told, row), "illness", "sore throat", row, SURE_WORD
        )
        return
    sore = next((each for each in said if each >= 0 and told.words[each] in SORE), None)
    if bad is not None:
        kind: StateAttribute = "illness" if word in WEAK_INSIDE else "injury"
        if word in _SENSED_WITH:
            kind = "senses"
        verb = told.heads[row]
        now = told.words[verb] == "got" or not told.hanging(verb, "aux")
        sure = SURE_DEED if now else SURE_GUESS  # “you've had a bad back” may be over
        yield from sign_of(bearer(told, row), kind, f"bad {word}", row, sure)
    elif sore is not None and not told.hanging(row, "poss") and word not in BROKEN_ONCE:
        value = f"{told.words[sore]} {word}"
        who = bearer(told, row) or _down_with(told, row)  # “came home with a sprained ankle”
        yield from sign_of(who, "injury", value, row, SURE_WORD)


_SENSED_WITH = frozenset("ear ears eye eyes".split())


def _running(told: Narration, row: int) -> Iterator[Sign]:
    """“there was blood in his eyes”, “with tears on her cheeks”, “she was in tears”."""
    tears = told.words[row] == "tears"
    parts = _TEARFUL if tears else BLEEDS_FROM
    who = None
    for near in range(row, min(row + _NEAR, len(told.words))):
        if told.words[near] in parts and whose(told, near) is not None:
            who = whose(told, near)
            break
    if tears and who is None:
        who = whose(told, row)
        above = told.heads[told.heads[row]]
        if who is None and told.words[told.heads[row]] == "in" and is_fact(told, above):
            who = told.agent(above) or told.person(above)
    if not tears and _comes_to_a_face(told, row):
        return
    if who is not None and _verb_is_fact(told, row):
        kind: StateAttribute = "mood" if tears else "injury"
        yield from sign_of(who, kind, "crying" if tears else "bleeding", row, SURE_GUESS)


def _comes_to_a_face(told: Narration, blood: int) -> bool:
    """“the blood rushed to her cheeks”, “the blood had drained from his face”: no wound."""
    verb = told.heads[blood]
    small = {told.words[each] for each in told.hanging(verb, "prep")}
    return told.relations[blood] == "nsubj" and (
        bool(small & {"to", "into"}) or told.words[verb] in _LEAVES
    )


_LEAVES = all_forms("drain leave flee go ebb".split())


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
        yield from sign_of(whose(told, row), "mood", "crying", row, SURE_GUESS)
