"""States told by parts of the body: a broken wrist, a bruise, opened eyes, a silent scream."""

from collections.abc import Iterator, Mapping

from fabula.lexicon.appearance import BROKEN_ONCE
from fabula.lexicon.conditions import AILMENTS
from fabula.lexicon.injury import (
    ACHES,
    ACHING_INSIDE,
    GIVES_WAY,
    HARMS,
    HEALS,
    JOINTS,
    PARTS,
    SORE,
    TIRED_PARTS,
    TWISTABLE,
    WOUNDS,
)
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import is_old, part_words, whose
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign, over
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_EYES = frozenset({"eyes"})
_OPENS = frozenset("open opens opened opening".split())
_ROLLS = all_forms(["roll"])
_DAZED = frozenset("unfocused unfocussed glazed vacant unseeing sightless".split())
_CRIES = frozenset("roar scream shout cry howl yell shriek".split())
_SILENT = frozenset("silent soundless voiceless".split())


def body_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody by a part of their body.

    Finds:
        Verbs of harm with a part of a body, words for a sore part, wounds that somebody has;
        eyes that open or roll back; cries without a sound.
    Why it holds:
        The owner of the part is in the state.
    Misses:
        Wounds told without the part or the word.

    Example:
        “She twisted her ankle. His lip was split.”: a twisted ankle; a split lip.
    """
    if not told.told[row]:
        return
    word = told.words[row]
    if told.tags[row] in {"VERB", "AUX"}:
        yield from _harms(told, row)
    if word in SORE and word != "stiff":  # “his stiff leg” he has had for years
        yield from _sore_parts(told, row)
    if word in WOUNDS:
        yield from _wounds(told, row)
    if word in _REDDENS:
        yield from _red(told, row)
    if word in _OPENS or word in _DAZED or word in _ROLLS:
        yield from _eyes(told, row)
    if word in _SILENT:
        yield from _silence(told, row)


def _harms(told: Narration, row: int) -> Iterator[Sign]:
    """“she broke her wrist”, “bit me in the ear”, “the wrist healed”."""
    word = told.words[row]
    if word in HARMS:
        for harmed in told.hanging(row, "dobj", "nsubjpass"):
            part = _of_which(told, harmed)
            who = whose(told, part) or _of_whom(told, part) or _own(told, row, part)
            alone = _does_it_alone(told, row, who)
            if word in _TWISTS and not alone:
                continue  # “he twisted her arm”
            if alone and told.words[part] in _DONE_TO_ITSELF.get(word, ()):
                continue  # “she bit her lip” and said nothing
            if told.words[part] in PARTS and who is not None and is_fact(told, row):
                value = f"{HARMS[word]} {part_words(told, part)}"
                yield Sign(who, "injury", value, (who.row, part, row), SURE_DEED * who.sure)
    yield from _gives_way(told, row)
    if word in HEALS:
        for part in told.hanging(row, "nsubj", "nsubjpass"):
            who = whose(told, part)
            if told.words[part] in PARTS | WOUNDS and who is not None and is_fact(told, row):
                yield over(who, "injury", (part, row))


def _of_which(told: Narration, row: int) -> int:
    """“fingers” of “two of the fingers”."""
    behind = told.behind(row, "of") if told.tags[row] in {"NUM", "PRON", "DET"} else []
    return behind[0] if behind else row


def _of_whom(told: Narration, part: int) -> Named | None:
    """“his” of “the fingers of his right hand”, “Tom” of “the feet of Tom”."""
    for each in told.behind(part, "of"):
        return whose(told, each) if told.words[each] in PARTS else told.person(each)
    return None


def _gives_way(told: Narration, row: int) -> Iterator[Sign]:
    """“their lips had split”, “my head hurts”; not “her feet ached” or “her knees cracked”."""
    word = told.words[row]
    if word in GIVES_WAY and not told.hanging(row, "dobj", "nsubjpass"):
        for part in told.hanging(row, "nsubj"):
            who = whose(told, part)
            if who is None or not is_fact(told, row):
                continue
            if told.words[part] in ACHING_INSIDE and word in ACHES:
                value = f"aching {told.words[part]}"
                yield Sign(who, "illness", value, (who.row, part, row), SURE_DEED * who.sure)
            elif told.words[part] in PARTS - (TIRED_PARTS if word in ACHES else _unhurt(word)):
                value = f"{GIVES_WAY[word]} {part_words(told, part)}"
                yield Sign(who, "injury", value, (who.row, part, row), SURE_DEED * who.sure)


def _unhurt(word: str) -> frozenset[str]:
    return JOINTS if word in _CRACKS else frozenset()


_CRACKS = all_forms(["crack"])
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


def _sore_parts(told: Narration, row: int) -> Iterator[Sign]:
    """“his lip was split”, “her ankle twisted”, “her broken wrist”."""
    part = _sore_part(told, row)
    who = whose(told, part) if part is not None else None
    if part is None or who is None or told.asked[row]:
        return
    ill = [told.words[each] for each in told.behind(row, "with") if told.words[each] in AILMENTS]
    if ill:  # “her hands were swollen with arthritis”
        yield Sign(who, "illness", ill[0], (who.row, row), SURE_WORD * who.sure)
    elif not (_aches(told, row) or _is_no_injury(told, row, part)):
        value = f"{told.words[row]} {part_words(told, part).removeprefix(told.words[row]).strip()}"
        yield Sign(who, "injury", value, (who.row, part, row), SURE_WORD * who.sure)


def _sore_part(told: Narration, row: int) -> int | None:
    """The part that the word says something of."""
    head = told.heads[row]
    if told.relations[row] in {"amod", "acl", "relcl"} and told.words[head] in PARTS:
        return head if told.told[head] else None
    if told.relations[row] == "acomp" or told.tags[row] == "VERB":
        verb = head if told.relations[row] == "acomp" else row
        subjects = told.hanging(verb, "nsubj", "nsubjpass")
        if subjects and told.words[subjects[-1]] in PARTS and is_fact(told, verb):
            return subjects[-1]
    # “with her ankle twisted”, whatever the grammar makes of it
    return row - 1 if told.words[row - 1] in PARTS else None


def _aches(told: Narration, row: int) -> bool:
    return told.words[row] in ACHES and bool(told.hanging(row, "nsubj"))


def _is_no_injury(told: Narration, row: int, part: int) -> bool:
    """“a strained face”, “aching feet”, “a sore throat”, “a face swollen from crying”."""
    how, what = told.words[row], told.words[part]
    wept = _WEEPING & set(told.words[row + 1 : row + 3])
    illness = what == "throat"
    tired = how in _TIRED and what in TIRED_PARTS
    bent = what in _unhurt(how) or (how == "twisted" and what not in TWISTABLE)
    return bool((how, what) in _NO_INJURY or wept or illness or tired or bent)


_WEEPING = frozenset("crying weeping tears sleep".split())
_TIRED = frozenset("aching sore stiff".split())
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
    small = told.hanging(row, "det")
    none = any(told.words[each] == "no" for each in small) or is_old(told, row)
    done = told.tags[row] == "VERB" and not small
    for part in () if none or done else _upon(told, row):
        who = whose(told, part)
        if (told.words[row], told.words[part]) == ("lump", "throat"):
            continue  # about to cry
        if told.words[part] in PARTS and who is not None and not told.asked[row]:
            value = f"{told.words[row]} on {part_words(told, part)}"
            yield Sign(who, "injury", value, (row, part), SURE_WORD * who.sure)
    who = whose(told, row)
    if who is not None and not told.asked[row] and told.words[row] in _SURELY:
        yield Sign(who, "injury", "wounded", (who.row, row), SURE_GUESS * who.sure)


def _upon(told: Narration, row: int) -> list[int]:
    """What the wound is on: also of “a lump rising on his head”, “a burn all round his neck”."""
    places = told.behind(row, *_UPON)
    for clause in told.hanging(row, "acl", "relcl"):
        places += told.behind(clause, *_UPON)
    behind = row + 1
    while behind < len(told.words) and told.tags[behind] == "ADV":
        behind += 1
    if not places and told.words[behind : behind + 1] and told.words[behind] in _UPON:
        places = told.right_behind(behind)  # whatever the grammar makes of it
    return places


_UPON = "on over across above in to at through under behind along down round around".split()
_SURELY = frozenset("wound wounds injury injuries".split())
"""“his bruises” may be yesterday's; “his wounds” he has."""


_REDDENS = frozenset("red scarlet crimson pink".split())
_BECOMES = all_forms("go turn be".split())


def _red(told: Narration, row: int) -> Iterator[Sign]:
    """“he had gone as red as a brick”: not his nose, but he."""
    verb = told.heads[row]
    if told.relations[row] == "acomp" and told.words[verb] in _BECOMES and is_fact(told, verb):
        who = told.subject(verb)
        if who is not None:
            yield Sign(who, "mood", "embarrassed", (who.row, row), SURE_GUESS * who.sure)


def _eyes(told: Narration, row: int) -> Iterator[Sign]:
    """“his eyes opened”, “she opened her eyes”: who does is awake; “unfocused” is not quite."""
    word = told.words[row]
    verb = told.heads[row] if told.relations[row] == "acomp" else row
    eyes = [each for one in {verb, row} for each in told.hanging(one, "nsubj", "dobj")]
    eyes = [each for each in eyes if told.words[each] in _EYES]
    who = whose(told, eyes[0]) if eyes else None
    if who is None or not is_fact(told, verb):
        return
    if word in _OPENS and told.relations[row] == "acomp":
        return  # “his eyes were open” tells of no waking
    if word in _DAZED:
        value = f"{word} eyes"
        yield Sign(who, "consciousness", value, (who.row, eyes[0], row), SURE_GUESS * who.sure)
        return
    if word in _ROLLS:
        if told.words[row + 1 : row + 2] == ["back"] and not told.hanging(row, "dobj"):
            rows = (who.row, eyes[0], row)
            yield Sign(who, "consciousness", "fainted", rows, SURE_GUESS * who.sure)
        return
    yield over(who, "sleep", (eyes[0], row))
    yield over(who, "consciousness", (eyes[0], row))


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
