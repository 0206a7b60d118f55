"""States told by parts of the body: a broken wrist, bound hands, opened eyes, a silent scream."""

from collections.abc import Iterator, Mapping

from fabula.labels import StateAttribute
from fabula.lexicon.appearance import BROKEN_ONCE
from fabula.lexicon.injury import (
    ACHES,
    ACHING_INSIDE,
    GIVES_WAY,
    HARMS,
    HEALS,
    PARTS,
    SORE,
    TWISTABLE,
    WOUNDS,
)
from fabula.lexicon.restraint import (
    BINDS,
    BOUND_PARTS,
    FALLS,
    LOCKUPS,
    PRISONS,
    PUTS_AWAY,
    REMOVES,
    RESTRAINTS,
    SHUTS,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.describing import is_of_childhood
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_EYES = frozenset({"eyes"})
_OPENS = frozenset("open opens opened opening".split())
_DAZED = frozenset("unfocused unfocussed glazed vacant unseeing sightless".split())
_CRIES = frozenset("roar scream shout cry howl yell shriek".split())
_SILENT = frozenset("silent soundless voiceless".split())


def body_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody by a part of their body.

    Finds:
        Verbs of harm with a part of a body, words for a sore part, wounds that somebody has;
        bonds put on wrists and taken off; prisons; eyes that open; cries without a sound.
    Why it holds:
        The owner of the part is in the state.
    Misses:
        Wounds told without the part or the word.

    Example:
        “She twisted her ankle. They tied Tom's hands.”: a twisted ankle; tied hands.
    """
    if not told.told[row]:
        return
    word = told.words[row]
    if told.tags[row] in {"VERB", "AUX"}:
        yield from _harms(told, row)
        yield from _bonds(told, row)
        yield from _shut_up(told, row)
        yield from _behind_bars(told, row)
    if word in SORE and word != "stiff":  # “his stiff leg” he has had for years
        yield from _sore_parts(told, row)
    if word in WOUNDS:
        yield from _wounds(told, row)
    if word in _IRONS:
        yield from _in_irons(told, row)
    if word in _REDDENS:
        yield from _red(told, row)
    if word in _OPENS or word in _DAZED:
        yield from _eyes(told, row)
    if word in _SILENT:
        yield from _silence(told, row)


def _harms(told: Narration, row: int) -> Iterator[Sign]:
    """“she broke her wrist”, “bit me in the ear”, “the wrist healed”."""
    word = told.words[row]
    if word in HARMS:
        for part in told.hanging(row, "dobj", "nsubjpass"):
            who = told.owner(part) or _own(told, row, part)
            alone = _does_it_alone(told, row, who)
            if word in _TWISTS and not alone:
                continue  # “he twisted her arm”
            if alone and told.words[part] in _DONE_TO_ITSELF.get(word, ()):
                continue  # “she bit her lip” and said nothing
            if told.words[part] in PARTS and who is not None and is_fact(told, row):
                value = f"{HARMS[word]} {_part(told, part)}"
                yield Sign(who, "injury", value, (who.row, part, row), SURE_DEED * who.sure)
    yield from _gives_way(told, row)
    if word in HEALS:
        for part in told.hanging(row, "nsubj", "nsubjpass"):
            who = told.owner(part)
            if told.words[part] in PARTS | WOUNDS and who is not None and is_fact(told, row):
                yield _over(who, "injury", (part, row))


def _gives_way(told: Narration, row: int) -> Iterator[Sign]:
    """“their lips had split”, “my head hurts”."""
    word = told.words[row]
    if word in GIVES_WAY and not told.hanging(row, "dobj", "nsubjpass"):
        for part in told.hanging(row, "nsubj"):
            who = told.owner(part)
            if who is None or not is_fact(told, row):
                continue
            if told.words[part] in ACHING_INSIDE and word in ACHES:
                value = f"aching {told.words[part]}"
                yield Sign(who, "illness", value, (who.row, part, row), SURE_DEED * who.sure)
            elif told.words[part] in PARTS:
                value = f"{GIVES_WAY[word]} {_part(told, part)}"
                yield Sign(who, "injury", value, (who.row, part, row), SURE_DEED * who.sure)


_TURNED = frozenset("ankle ankles knee".split())
_TURNS = all_forms("turn wrench".split())
_TWISTS = all_forms("twist crack split".split()) | _TURNS


_DONE_TO_ITSELF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(
        all_forms(["bite"]), frozenset("lip lips finger fingers thumb knuckles hand hands".split())
    ),
    **dict.fromkeys(all_forms(["twist"]), PARTS - TWISTABLE),
    **dict.fromkeys(_TURNS, PARTS - _TURNED),
}
"""“He bit his lip”, “she twisted her face”: no wound."""


def _does_it_alone(told: Narration, verb: int, who: Named | None) -> bool:
    agent = told.agent(verb)
    others = told.hanging(verb, "nsubj") and (agent is None or who is None)
    return not others and (agent is None or who is None or agent.entity_id == who.entity_id)


def _own(told: Narration, verb: int, part: int) -> Named | None:
    """“he cracked a rib”: one of his own; “a leg of the chair” is nobody's."""
    one = any(told.words[each] in {"a", "an"} for each in told.hanging(part, "det"))
    return told.agent(verb) if one and not told.hanging(part, "prep") else None


def _part(told: Narration, row: int) -> str:
    """“left arm”."""
    return told.text([*told.hanging(row, "amod"), row])


def _over(who: Named, attribute: StateAttribute, rows: tuple[int, ...]) -> Sign:
    return Sign(who, attribute, "", (who.row, *rows), SURE_DEED * who.sure, over=True)


def _sore_parts(told: Narration, row: int) -> Iterator[Sign]:
    """“his lip was split”, “her ankle twisted”, “her broken wrist”."""
    head = told.heads[row]
    part: int | None = None
    if told.relations[row] in {"amod", "acl", "relcl"} and told.words[head] in PARTS:
        part = head if told.told[head] else None
    elif told.relations[row] == "acomp" or told.tags[row] == "VERB":
        verb = head if told.relations[row] == "acomp" else row
        subjects = told.hanging(verb, "nsubj", "nsubjpass")
        if subjects and told.words[subjects[-1]] in PARTS and is_fact(told, verb):
            part = subjects[-1]
    if part is None and told.words[row - 1] in PARTS:
        part = row - 1  # “with her ankle twisted”, whatever the grammar makes of it
    who = told.owner(part) if part is not None else None
    if part is not None and (told.words[row], told.words[part]) in _NO_INJURY:
        return
    if part is not None and told.words[part] in ACHING_INSIDE and _aches(told, row):
        return  # “my head hurts”
    if part is not None and told.words[row] == "twisted" and told.words[part] not in TWISTABLE:
        return
    if part is not None and who is not None and not told.asked[row]:
        value = f"{told.words[row]} {_part(told, part).removeprefix(told.words[row]).strip()}"
        yield Sign(who, "injury", value, (who.row, part, row), SURE_WORD * who.sure)


def _aches(told: Narration, row: int) -> bool:
    return told.words[row] in ACHES and bool(told.hanging(row, "nsubj"))


_NO_INJURY = frozenset(
    {
        *(("broken", part) for part in BROKEN_ONCE),
        *(("bloody", part) for part in ("hand", "hands", "finger", "fingers")),
        *((how, "face") for how in ("strained", "raw", "stiff", "aching")),
    }
)
"""A broken nose is known for life, the blood on hands another's, a strained face a mood."""


def _wounds(told: Narration, row: int) -> Iterator[Sign]:
    """“his wounds”, “a bruise on his thigh”: whoever has them is hurt."""
    none = any(told.words[each] == "no" for each in told.hanging(row, "det"))
    for part in () if none or told.tags[row] == "VERB" else told.behind(row, *_UPON):
        who = told.owner(part)
        if (told.words[row], told.words[part]) == ("lump", "throat"):
            continue  # about to cry
        if told.words[part] in PARTS and who is not None and not told.asked[row]:
            value = f"{told.words[row]} on {_part(told, part)}"
            yield Sign(who, "injury", value, (row, part), SURE_WORD * who.sure)
    who = told.owner(row)
    if who is not None and not told.asked[row] and told.words[row] in _SURELY:
        yield Sign(who, "injury", "wounded", (who.row, row), SURE_GUESS * who.sure)


_UPON = "on over across above in to at through under behind along down".split()
_SURELY = frozenset("wound wounds injury injuries".split())
"""“his bruises” may be yesterday's; “his wounds” he has."""


def _bonds(told: Narration, row: int) -> Iterator[Sign]:
    """Bonds on and off: “the rope that bound his wrists”, “they removed his shackles”."""
    word = told.words[row]
    if word in BINDS:
        yield from _bound_parts(told, row)
    if word in _PUTS:
        yield from _put_on(told, row)
    if word in REMOVES and is_fact(told, row):
        for bond in told.hanging(row, "dobj", "nsubjpass"):
            who = _bound_in(told, bond) if told.words[bond] in RESTRAINTS | BOUND_PARTS else None
            if who is not None and told.words[bond] in _UNTIED.get(word, RESTRAINTS):
                yield _over(who, "liberty", (bond, row))
    if word in FALLS and is_fact(told, row):
        for bond in told.hanging(row, "nsubj"):
            off = {told.words[each] for each in told.hanging(row, "prt", "advmod", "prep")}
            who = _bound_in(told, bond) if told.words[bond] in RESTRAINTS else None
            if who is not None and off & {"off", "away"}:
                yield _over(who, "liberty", (bond, row))


_PUTS = all_forms("put snap clap lock close fasten clasp".split())


def _put_on(told: Narration, row: int) -> Iterator[Sign]:
    """“they put the irons on his wrists”."""
    bonds = [each for each in told.hanging(row, "dobj") if told.words[each] in RESTRAINTS]
    for bond in bonds if is_fact(told, row) else ():
        places = [*told.behind(row, *_AROUND), *told.behind(bond, *_AROUND)]
        for part in places:
            who = told.owner(part)
            if told.words[part] in BOUND_PARTS and who is not None:
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
    for part in told.behind(row, *_AROUND, "from"):
        who = told.owner(part)
        if told.words[part] in _HELD_BY and who is not None and not told.asked[row]:
            value = f"{told.words[row]} on {told.words[part]}"
            yield Sign(who, "liberty", value, (row, part), SURE_GUESS * who.sure)


_HELD_BY = frozenset("wrist wrists ankle ankles feet legs".split())
_REDDENS = frozenset("red scarlet crimson pink".split())
_BECOMES = all_forms("go turn be".split())


def _red(told: Narration, row: int) -> Iterator[Sign]:
    """“he had gone as red as a brick”: not his nose, but he."""
    verb = told.heads[row]
    if told.relations[row] == "acomp" and told.words[verb] in _BECOMES and is_fact(told, verb):
        who = told.subject(verb)
        if who is not None:
            yield Sign(who, "mood", "embarrassed", (who.row, row), SURE_GUESS * who.sure)


def _bound_parts(told: Narration, row: int) -> Iterator[Sign]:
    bond = row - 1 if told.words[row - 1] in RESTRAINTS else told.heads[row]
    taken_off = bond < row and _is_removed(told, bond)
    if taken_off or told.asked[row]:
        return
    for part in (*told.hanging(row, "dobj", "nsubjpass"), *told.right_behind(row)):
        who = told.owner(part)
        if told.words[part] in BOUND_PARTS and who is not None and is_fact(told, row):
            agent = told.agent(row)
            if agent is None or agent.entity_id != who.entity_id:
                value = f"{_part(told, part)} bound"
                yield Sign(who, "liberty", value, (who.row, part, row), SURE_DEED * who.sure)


def _is_removed(told: Narration, bond: int) -> bool:
    return told.relations[bond] == "dobj" and told.words[told.heads[bond]] in REMOVES


def _bound_in(told: Narration, bond: int) -> Named | None:
    """Who is in the bond: its owner, or whose wrists it binds."""
    owner = told.owner(bond)
    for clause in told.hanging(bond, "acl", "relcl"):
        for part in told.hanging(clause, "dobj"):
            owner = owner or told.owner(part) or told.person(part)
    if bond + 1 < len(told.words) and told.words[bond + 1] in BINDS:
        for part in told.right_behind(bond + 1):
            owner = owner or told.owner(part)
    for part in told.behind(bond, *_AROUND):
        owner = owner or told.owner(part)
    return owner


def _shut_up(told: Narration, row: int) -> Iterator[Sign]:
    """“they locked her in the tower”, “he was shut up in a crate”."""
    word = told.words[row]
    if word not in _SHUTS_IN or not is_fact(told, row) or is_of_childhood(told, row):
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
    inside = prisons or (told.behind(row, "in") if locked or (up and word in SHUTS) else [])
    who = people[0] if len(people) == 1 else None
    if who is not None and told.words[who.row].endswith("self"):
        return  # “he locked himself in”: he has the key
    if who is not None and locked and "in" in small and not inside:
        yield Sign(who, "liberty", f"{word} in", (who.row, row), SURE_DEED * who.sure)
    elif who is not None and inside:
        value = f"{word} in the {told.words[inside[0]]}"
        yield Sign(who, "liberty", value, (who.row, row, inside[0]), SURE_DEED * who.sure)


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


def _eyes(told: Narration, row: int) -> Iterator[Sign]:
    """“his eyes opened”, “she opened her eyes”: who does is awake; “unfocused” is not quite."""
    word = told.words[row]
    verb = told.heads[row] if told.relations[row] == "acomp" else row
    eyes = [each for one in {verb, row} for each in told.hanging(one, "nsubj", "dobj")]
    eyes = [each for each in eyes if told.words[each] in _EYES]
    who = told.owner(eyes[0]) if eyes else None
    if who is None or not is_fact(told, verb):
        return
    if word in _DAZED:
        value = f"{word} eyes"
        yield Sign(who, "consciousness", value, (who.row, eyes[0], row), SURE_GUESS * who.sure)
        return
    yield _over(who, "sleep", (eyes[0], row))
    yield _over(who, "consciousness", (eyes[0], row))


def _silence(told: Narration, row: int) -> Iterator[Sign]:
    """“a scream that was silent”: whoever opens the mouth for it has no voice."""
    near = range(row, max(row - _NEAR, 0), -1)
    cry = next((each for each in near if told.words[each] in _CRIES), None)
    if cry is None or told.asked[row]:
        return
    above = cry
    for _ in range(_UP):
        above = told.heads[above]
        if told.tags[above] == "VERB" and (who := told.agent(above)) is not None:
            if is_fact(told, above):
                yield Sign(who, "voice", "voiceless", (cry, row), SURE_GUESS * who.sure)
            return


_NEAR = 6
"""How many words after the cry it is called silent: “a roar that was completely silent”."""

_UP = 8
"""How far the one who cries may stand above the cry: “he sprang up, mouth wide in a roar”."""
