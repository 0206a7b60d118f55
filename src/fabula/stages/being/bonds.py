"""Whether people are free: bonds on wrists and off them, doors that are locked on somebody."""

from collections.abc import Iterator

from fabula.lexicon.restraint import (
    BINDS,
    BOUND_PARTS,
    FALLS,
    LOCKABLE_ROOMS,
    LOCKUPS,
    PRISONS,
    PUTS_AWAY,
    REMOVES,
    RESTRAINTS,
    SHUTS,
    WINDS,
    WOUND_ON,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import part_words, whose
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign, over
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration


def bond_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's freedom.

    Finds:
        Bonds put or wound on people and their wrists, and taken off; hands tied, or in cuffs;
        people locked in and shut up, captives; bars that somebody grips from inside.
    Why it holds:
        Whose wrists are bound is not free, until they are loosened.
    Misses:
        Doors that lock by themselves (“They all heard the bolt”).

    Example:
        “They tied Tom's hands and locked him in the cellar.”: hands bound; locked in the cellar.
    """
    if not told.told[row]:
        return
    word = told.words[row]
    if told.tags[row] in {"VERB", "AUX"}:
        yield from _bonds(told, row)
        yield from _shut_up(told, row)
        yield from _behind_bars(told, row)
        yield from _kept(told, row)
    if word in _IRONS:
        yield from _in_irons(told, row)
        yield from _worn(told, row)


def _bonds(told: Narration, row: int) -> Iterator[Sign]:
    """Bonds on and off: “the rope that bound his wrists”, “they removed his shackles”."""
    word = told.words[row]
    if word in BINDS:
        yield from _bound_parts(told, row)
    if word in _PUTS_ROUND:
        yield from _put_on(told, row)
    if word in REMOVES and is_fact(told, row):
        for bond in told.hanging(row, "dobj", "nsubjpass"):
            who = _bound_in(told, bond) if told.words[bond] in RESTRAINTS | BOUND_PARTS else None
            if who is not None and told.words[bond] in _UNTIED.get(word, RESTRAINTS):
                yield over(who, "liberty", (bond, row))
    if word in FALLS and is_fact(told, row):
        for bond in told.hanging(row, "nsubj"):
            off = {told.words[each] for each in told.hanging(row, "prt", "advmod", "prep")}
            who = _bound_in(told, bond) if told.words[bond] in RESTRAINTS else None
            if who is not None and off & {"off", "away"}:
                yield over(who, "liberty", (bond, row))


_PUTS = all_forms("put snap clap lock close fasten clasp".split())
_PUTS_ROUND = _PUTS | WINDS


def _put_on(told: Narration, row: int) -> Iterator[Sign]:
    """“they put the irons on his wrists”, “she wound tape about his ankles”, “a chain on him”."""
    wound = told.words[row] in WINDS
    bonds = [
        each
        for each in told.hanging(row, "dobj", "nsubjpass")
        if told.words[each] in (WOUND_ON if wound else RESTRAINTS)
    ]
    agent = told.agent(row)
    for bond in bonds if is_fact(told, row) else ():
        places = [*told.behind(row, *_AROUND), *told.behind(bond, *_AROUND)]
        for part in places:
            who = whose(told, part) if told.words[part] in _PARTS_HELD else None
            if who is None and told.words[bond] in _IRONS and not wound:
                who = told.person(part)
            himself = agent is not None and who is not None and agent.entity_id == who.entity_id
            if who is not None and not himself:
                value = f"{told.words[bond]} on {told.words[part]}"
                yield Sign(who, "liberty", value, (row, bond, part), SURE_DEED * who.sure)


_AROUND = ("on", "round", "around", "about", "over")


_UNTIED = dict.fromkeys("untie untied unties untying".split(), RESTRAINTS | BOUND_PARTS)
"""Hands are untied; to cut or break them is another thing."""


_IRONS = RESTRAINTS - {"ties", "straps", "cords", "bindings", "bonds"}


def _in_irons(told: Narration, row: int) -> Iterator[Sign]:
    """“an iron cuff on his wrist”, “a chain from his ankle to the wall”."""
    if told.relations[row] == "dobj" and told.words[told.heads[row]] in REMOVES | _PUTS:
        return
    places = told.behind(row, *_AROUND, "from")
    if told.words[row + 1 : row + 2] in (["round"], ["around"]):
        places += told.right_behind(row + 1)  # whatever the grammar makes of “round”
    for part in places:
        who = whose(told, part)
        if told.words[part] in _HELD_BY and who is not None and not told.asked[row]:
            value = f"{told.words[row]} on {told.words[part]}"
            yield Sign(who, "liberty", value, (row, part), SURE_DEED * who.sure)


_HELD_BY = frozenset("wrist wrists ankle ankles feet legs".split())
_PARTS_HELD = BOUND_PARTS - {"hand", "neck", "waist"}


def _worn(told: Narration, row: int) -> Iterator[Sign]:
    """“with her wrists in irons”, “he had the handcuffs on”, “she wore shackles”."""
    head = told.heads[row]
    if told.asked[row] or not told.told[head]:
        return
    if told.relations[row] == "pobj" and told.words[head] == "in":
        part = head - 1
        if told.words[part] in _PARTS_HELD and (who := whose(told, part)) is not None:
            value = f"{told.words[part]} in {told.words[row]}"
            yield Sign(who, "liberty", value, (who.row, part, row), SURE_WORD * who.sure)
    elif told.relations[row] == "dobj" and is_fact(told, head):
        on = "on" in told.words[row + 1 : row + 2]
        who = told.subject(head)
        if who is not None and (told.words[head] in _WEARS or (told.words[head] in _HAS and on)):
            yield Sign(
                who, "liberty", f"in {told.words[row]}", (who.row, row), SURE_WORD * who.sure
            )


_WEARS = all_forms(["wear"])
_HAS = all_forms(["have"])
_CAPTIVE = frozenset("prisoner captive hostage".split())
_KEEPS = all_forms("hold keep take".split())


def _kept(told: Narration, row: int) -> Iterator[Sign]:
    """“they held her prisoner”, “he was taken hostage”."""
    after = told.words[row + 1 : row + 4]
    captive = next((word for word in after if word in _CAPTIVE), None)
    if told.words[row] not in _KEEPS or captive is None or not is_fact(told, row):
        return
    noun = row + 1 + after.index(captive)
    if told.hanging(noun, "det"):
        return  # “she took the prisoner to the gate”
    suffers = [*told.hanging(row, "nsubjpass", "dobj", "dative"), row + 1]
    found = [who for each in suffers if (who := told.person(each)) is not None]
    if found and len({who.entity_id for who in found}) == 1:
        who = found[0]
        yield Sign(who, "liberty", captive, (who.row, row, noun), SURE_DEED * who.sure)


def _bound_parts(told: Narration, row: int) -> Iterator[Sign]:
    bond = row - 1 if told.words[row - 1] in RESTRAINTS else told.heads[row]
    taken_off = bond < row and _is_removed(told, bond)
    if taken_off or told.asked[row]:
        return
    tied = _tied_there(told, row)
    for part in (*told.hanging(row, "dobj", "nsubjpass"), *told.right_behind(row), *tied):
        who = whose(told, part)
        if told.words[part] in BOUND_PARTS and who is not None and (tied or is_fact(told, row)):
            agent = None if tied else told.agent(row)
            if _is_bandaged(told, row, part):
                value = f"bandaged {part_words(told, part)}"
                yield Sign(who, "injury", value, (who.row, part, row), SURE_GUESS * who.sure)
            elif agent is None or agent.entity_id != who.entity_id:
                value = f"{part_words(told, part)} bound"
                yield Sign(who, "liberty", value, (who.row, part, row), SURE_DEED * who.sure)


def _tied_there(told: Narration, row: int) -> list[int]:
    """“hands” of “with her hands tied to the saddle”."""
    part = told.heads[row]
    small = told.heads[part]
    beside = told.relations[row] in {"acl", "relcl", "amod"} and told.words[part] in _PARTS_HELD
    return [part] if beside and row > part and told.words[small] == "with" else []


def _is_bandaged(told: Narration, row: int, part: int) -> bool:
    """“tied my hand up in her scarf”: one hand alone binds nobody."""
    up = "up" in told.words[row + 1 : part + 2]
    cloths = {told.words[each] for each in told.behind(row, "in", "with")} & _CLOTHS
    return told.words[part] in _ALONE and (up or bool(cloths))


_ALONE = frozenset("hand wrist ankle".split())
_CLOTHS = frozenset(
    "scarf handkerchief rag cloth towel bandage strip strips muslin gauze shirt linen".split()
)


def _is_removed(told: Narration, bond: int) -> bool:
    return told.relations[bond] == "dobj" and told.words[told.heads[bond]] in REMOVES


def _bound_in(told: Narration, bond: int) -> Named | None:
    """Who is in the bond: its owner, or whose wrists it binds."""
    owner = whose(told, bond)
    for clause in told.hanging(bond, "acl", "relcl"):
        for part in told.hanging(clause, "dobj"):
            owner = owner or whose(told, part) or told.person(part)
    if bond + 1 < len(told.words) and told.words[bond + 1] in BINDS:
        for part in told.right_behind(bond + 1):
            owner = owner or whose(told, part)
    for part in told.behind(bond, *_AROUND):
        owner = owner or whose(told, part)
    return owner


def _shut_up(told: Narration, row: int) -> Iterator[Sign]:
    """“they locked her in the tower”, “he was shut up in a crate”."""
    word = told.words[row]
    if word not in _SHUTS_IN or not is_fact(told, row):
        return
    prisons = [each for each in told.behind(row, "in", "into") if told.words[each] in PRISONS]
    if word in PUTS_AWAY:
        prisons = [each for each in prisons if told.words[each] in LOCKUPS]
    locked = word.startswith(("lock", "imprison", "confin"))
    yield from _covered(told, row)
    objects = told.hanging(row, "dobj", "nsubjpass")
    people = [told.person(each) for each in objects]
    small = {told.words[each] for each in told.hanging(row, "prt", "advmod", "prep")}
    up = "up" in small
    rooms = [each for each in told.behind(row, "in", "into") if told.words[each] in LOCKABLE_ROOMS]
    if word in SHUTS - _THROWS:
        prisons = prisons or rooms  # “the troll shut her in the pantry”
    inside = prisons or (told.behind(row, "in") if locked or (up and word in SHUTS) else [])
    who = people[0] if len(people) == 1 else None
    if who is not None and told.words[who.row].endswith("self"):
        return  # “he locked himself in”: he has the key
    if who is not None and locked and "in" in small and not inside:
        yield Sign(who, "liberty", f"{word} in", (who.row, row), SURE_DEED * who.sure)
    elif who is not None and inside:
        value = f"{word} in the {told.words[inside[0]]}"
        yield Sign(who, "liberty", value, (who.row, row, inside[0]), SURE_DEED * who.sure)


_THROWS = all_forms(["throw"])


def _covered(told: Narration, row: int) -> Iterator[Sign]:
    """“she locked the hatch over him”: he is below."""
    lids = [each for each in told.hanging(row, "dobj") if told.words[each] in _LIDS]
    below = [told.person(each) for each in told.behind(row, "over")]
    who = below[0] if lids and len(below) == 1 else None
    if who is not None and told.agent(row) != who:
        value = f"under the {told.words[lids[0]]}"
        yield Sign(who, "liberty", value, (who.row, row, lids[0]), SURE_DEED * who.sure)


_LIDS = frozenset("hatch lid trapdoor trap-door grating grille".split())
_SHUTS_IN = SHUTS | PUTS_AWAY
_GRIPS = all_forms("grasp grip clutch seize rattle grab cling".split())
_LOCKS = frozenset("lock locked locks shut closed slammed clicked clanged bolted".split())
_LATELY = 60
"""So many words ago the door fell shut behind whoever grips the bars now."""


def _behind_bars(told: Narration, row: int) -> Iterator[Sign]:
    """“The cage slammed shut. Tom gripped the bars.”: he is inside."""
    if told.words[row] not in _GRIPS:
        return
    held = [*told.hanging(row, "dobj"), *told.behind(row, "on", "onto", "at", "to")]
    before = set(told.words[max(row - _LATELY, 0) : row])
    who = told.agent(row)
    bars = [each for each in held if told.words[each] == "bars"]
    if who is not None and bars and before & PRISONS and before & _LOCKS and is_fact(told, row):
        value = "shut in the " + min(before & PRISONS)
        yield Sign(who, "liberty", value, (who.row, row, bars[0]), SURE_GUESS * who.sure)
