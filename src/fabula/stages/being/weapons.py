"""Wounds dealt by weapons: an arrow that takes somebody in the shoulder, a sword run through."""

from collections.abc import Iterator

from fabula.lexicon.injury import (
    CUT_OPEN,
    DRESSES_WOUNDS,
    GRASPING,
    HITS,
    JUTS,
    PARTS,
    PIERCING,
    SMALL_THORNS,
    WOUNDS,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import part_words, whose
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign, sign_of
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_RUNS = all_forms(["run"])
_OPENS = all_forms("open slit slice".split())
_LAYS = all_forms(["lay"])
_INTO = ("in", "through", "across", "on", "from", "into")


def weapon_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the verb at this row says of a wound that a weapon makes, or of its dressing.

    Finds:
        Arrows, bullets and blades that hit somebody or jut out of them; people run through; arms
        and cheeks laid open; parts and wounds that are bandaged.
    Why it holds:
        Whom the weapon hits is hurt, and so is whoever is bandaged.
    Misses:
        Blows told without weapon or part (“the edge of it took him across the helmet”).

    Example:
        “The arrow took Tom in the thigh, and Ines bandaged his leg.”: arrow in thigh.
    """
    word = told.words[row]
    if told.tags[row] != "VERB" or word not in _TELLING or not is_fact(told, row):
        return
    if word in HITS:
        yield from _hit(told, row)
    if word in JUTS:
        yield from _juts(told, row)
    if word in _RUNS and told.words[row + 1 : row + 6].count("through"):
        yield from _run_through(told, row)
    if word in _OPENS | _LAYS:
        yield from _cut_open(told, row)
    if word in DRESSES_WOUNDS:
        yield from _dressed(told, row)


_TELLING = HITS | JUTS | _RUNS | _OPENS | _LAYS | DRESSES_WOUNDS


def _weapon(told: Narration, row: int) -> int | None:
    """The arrow or blade that is the subject of the verb, also as “which”."""
    doers = told.hanging(row, "nsubj")
    if told.relations[row] in {"relcl", "acl"}:
        doers = [*doers, told.heads[row]]
    return next((each for each in doers if told.words[each] in PIERCING), None)


def _hit(told: Narration, row: int) -> Iterator[Sign]:
    """“the arrow took him in the thigh”, “a bullet grazed her cheek”."""
    weapon = _weapon(told, row)
    objects = told.hanging(row, "dobj")
    if weapon is None or len(objects) != 1:
        return
    part = next((each for each in told.behind(row, *_INTO) if told.words[each] in PARTS), None)
    who = told.person(objects[0])
    if who is None and told.words[objects[0]] in PARTS:
        part, who = objects[0], whose(told, objects[0])
    where = f"{told.words[weapon]} in {told.words[part]}" if part is not None else "hit"
    yield from sign_of(who, "injury", where, row, SURE_DEED)


def _juts(told: Narration, row: int) -> Iterator[Sign]:
    """“the arrow stood out of her shoulder”."""
    weapon = _weapon(told, row)
    if weapon is None:
        return
    places = told.behind(row, "from", "in")
    for out in told.hanging(row, "prep", "prt", "advmod"):
        places += told.behind(out, "of")
    held = frozenset() if told.words[weapon] in SMALL_THORNS else GRASPING
    for part in places:
        if told.words[part] in PARTS - held:
            value = f"{told.words[weapon]} in {told.words[part]}"
            yield from sign_of(whose(told, part), "injury", value, row, SURE_DEED)


def _run_through(told: Narration, row: int) -> Iterator[Sign]:
    """“he ran the old man through”; not “she ran her hand through his hair”."""
    through = told.hanging(row, "prep", "prt", "advmod")
    bare = any(told.words[each] == "through" and not told.hanging(each) for each in through)
    objects = told.hanging(row, "dobj", "nsubjpass")
    if bare and len(objects) == 1:
        yield from sign_of(told.person(objects[0]), "injury", "run through", row, SURE_DEED)


def _cut_open(told: Narration, row: int) -> Iterator[Sign]:
    """“he opened her left arm to the elbow”, “laid his cheek open”."""
    if told.words[row] in _LAYS and "open" not in told.words[row + 1 : row + 5]:
        return
    for part in told.hanging(row, "dobj", "nsubjpass"):
        who, agent = whose(told, part), told.agent(row)
        if told.words[part] not in CUT_OPEN or _same(who, agent):
            continue
        value = f"cut {part_words(told, part)}"
        yield from sign_of(who, "injury", value, row, SURE_DEED)


def _same(one: Named | None, other: Named | None) -> bool:
    return one is not None and other is not None and one.entity_id == other.entity_id


def _dressed(told: Narration, row: int) -> Iterator[Sign]:
    """“she bandaged his hand”, “they stitched up her cheek”, “her arm was splinted”."""
    for part in told.hanging(row, "dobj", "nsubjpass"):
        if told.words[part] in PARTS:
            value = f"bandaged {part_words(told, part)}"
            yield from sign_of(whose(told, part), "injury", value, row, SURE_GUESS)
        elif told.words[part] in WOUNDS:
            yield from sign_of(whose(told, part), "injury", "wounded", row, SURE_GUESS)
