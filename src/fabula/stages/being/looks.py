"""How people look, and how old they are: told of their eyes, their hair, themselves."""

from collections.abc import Iterator

from fabula.labels import StateAttribute
from fabula.lexicon.appearance import (
    BROKEN_ONCE,
    CARRIED_ALONE,
    EYE_WORDS,
    FALSE_PARTS,
    HAIR,
    HAIR_ALONE,
    HAIR_WORDS,
    HEAD_WORDS,
    KINDLY,
    LACKED,
    MADE_OF,
    MARKS,
    MEASURES,
    NAMED_BY_HAIR,
    PAIRED,
    PLAIN_PEOPLE,
    SKIN_WORDS,
    figure_of,
)
from fabula.lexicon.number_words import CARDINALS, TENS
from fabula.lexicon.trades import TRADES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.bearing import bearer
from fabula.stages.being.describing import described, of_noun
from fabula.stages.being.signs import SURE_DEED, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_FEATURES: dict[str, tuple[StateAttribute, frozenset[str]]] = {
    **dict.fromkeys(("eyes", "eye"), ("eyes", EYE_WORDS)),
    **dict.fromkeys(HAIR, ("hair", HAIR_WORDS)),
    "head": ("hair", HEAD_WORDS),
    **dict.fromkeys(("skin", "complexion"), ("skin", SKIN_WORDS)),
    "face": ("skin", SKIN_WORDS - frozenset("pale white dark black".split())),
    **dict.fromkeys(MARKS, ("mark", frozenset())),
    "freckles": ("skin", frozenset()),
    **dict.fromkeys(FALSE_PARTS, ("mark", MADE_OF)),
    **dict.fromkeys(BROKEN_ONCE, ("mark", MADE_OF | {"broken"})),
}
_ALONE = HAIR_ALONE | MARKS | {"freckles"}
"""Features that say something without another word: “he had a beard”."""

_SAID_ALONE = frozenset("eyes eye hair head skin complexion face".split())
"""Of these the value is what is said of them: “grey”, but “grey beard”."""

_FALSE = frozenset("false fake stuck-on".split())
_NUMBERS = frozenset(CARDINALS) | frozenset(TENS)

_UP = 5
"""So many words before a feature belong to it: “short, straight, brown hair”."""


def look_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's looks.

    Finds:
        Eyes, hair, skin, scars with what is said of them and an owner; “tall”, “thin” and their
        like said of a person.
    Why it holds:
        The narrator describes; the owner or the subject is the one described.
    Misses:
        Likenesses (“as tall as Fergus”), looks told in other words.

    Example:
        “Ines was tall for nine. Her grey eyes shone.”: tall, grey eyes.
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word in MEASURES and told.words[row - 1] in CARDINALS:
        yield from _measured(told, row)
    elif _is_lacking(told, row):
        yield from _lacking(told, row)
    elif word in _FEATURES:
        yield from _feature(told, row)
    elif figure_of(word) is not None and told.tags[row] != "PROPN":  # “Tim, Slim!”: two names
        yield from _figure(told, row)
    elif word in {"built", "size"}:
        yield from _likened(told, row)


def _feature(told: Narration, row: int) -> Iterator[Sign]:
    word = told.words[row]
    attribute, wanted = _FEATURES[word]
    who = bearer(told, row)
    if who is None or (word == "eye" and told.words[row - 2 : row] == ["a", "black"]):
        return  # “a black eye” is a bruise
    if word in HAIR and {told.words[each] for each in told.hanging(row, "amod")} & _FALSE:
        return  # “a false beard”
    for part in told.behind(row, "on", "over", "above", "under", "across", "down"):
        who = told.owner(part) or who  # “… and had a mole on his chin”: it is on his
    said = _said_of(told, row, wanted)
    said = [
        each
        for each in said
        if (told.words[each] in wanted if wanted else told.relations[each] == "amod")
    ]
    if said or word in _ALONE:
        rows = (who.row, row, *said)
        if any(told.words[each] == "glass" for each in said):
            yield Sign(who, "mark", f"glass {word}", rows, SURE_WORD * who.sure)
            return  # “his glass eye” has no colour
        value = told.text(said if word in _SAID_ALONE else [*said, row])
        yield Sign(who, attribute, value, rows, SURE_WORD * who.sure)


def _is_lacking(told: Narration, row: int) -> bool:
    """“one arm”, “no front teeth”."""
    word = told.words[row]
    if word not in PAIRED and word not in LACKED:
        return False
    small = [told.words[each] for each in told.hanging(row, "det", "nummod")]
    alone = not told.hanging(row, "amod") and "the" not in small
    return ("one" in small and word in PAIRED and alone) or ("no" in small and word in LACKED)


def _lacking(told: Narration, row: int) -> Iterator[Sign]:
    """“a captain with one arm”, “she had no eyebrows”; not “with one arm round her”."""
    after = told.words[row + 1] if row + 1 < len(told.words) else ""
    if after[:1].isalnum() and told.tags[row + 1] != "CCONJ":
        return
    if any(told.words[each] == "on" for each in range(max(row - 2, 0), row)):
        return  # “she stood on one leg”
    who = bearer(told, row)
    if who is not None:
        said = [*told.hanging(row, "det", "nummod", "amod"), row]
        attribute: StateAttribute = "hair" if told.words[row] == "hair" else "mark"
        yield Sign(who, attribute, told.text(said), (who.row, *said), SURE_WORD * who.sure)


def _said_of(told: Narration, row: int, wanted: frozenset[str]) -> list[int]:
    """Adjectives of a feature: before it, joined to those, or behind a form of “be”."""
    said = [*_right_before(told, row, wanted), *told.hanging(row, "amod")]
    verb = told.heads[row]
    becomes = is_be(told, verb) or (told.words[row] in HAIR and told.words[verb] in _TURNS)
    if told.relations[row] == "nsubj" and becomes and is_fact(told, verb):
        said += told.hanging(verb, "acomp")
    dressed = told.words[row] in HAIR and told.words[verb] in _DRESSES
    if dressed and told.relations[row] == "dobj" and is_fact(told, verb):
        said += [
            each
            for each in range(row + 1, row + 4)
            if told.words[each : each + 1] and told.words[each] in wanted
        ]  # “she had cut her hair quite short”
    joined = [other for each in said for other in told.hanging(each, "conj")]
    return list(dict.fromkeys([*said, *joined]))


def _right_before(told: Narration, row: int, wanted: frozenset[str]) -> list[int]:
    """“short”, “brown” of “short, brown hair”, whatever the grammar makes of them."""
    found = []
    for before in range(row - 1, max(row - _UP, -1), -1):
        if told.words[before] in wanted or told.tags[before] == "ADJ":
            found.append(before)
        elif told.tags[before] not in {"PUNCT", "CCONJ"}:
            break
    return found


_TURNS = all_forms("go turn".split()) | {"gone"}
_DRESSES = all_forms("cut crop dye bleach shave".split())
"""What is done to hair that makes it another for a while."""


def _figure(told: Narration, row: int) -> Iterator[Sign]:
    """“she was tall”, “a tall woman”, “big and slow”, “a head shorter”, “old Mrs. Hall”."""
    word = told.words[row]
    attribute = figure_of(word)
    assert attribute is not None
    if told.words[row + 1 : row + 2] == ["from"] or _is_direction(told, row):
        return  # “tiny from here”, “she turned round”
    beside = told.hanging(row, "advmod", "npadvmod")
    by = [each for each in beside if told.words[each] in _BY]
    compared = bool(by) and attribute == "height" and word.endswith("er")
    if not compared and word in _THAN_OTHERS and told.relations[row] != "amod":
        return  # “she is taller”: who is not said
    if not compared and (_only_compared(told, row) or not _of_people(told, row)):
        return
    who = described(told, row) or (_does_so(told, row) if word.endswith("-handed") else None)
    if who is None:
        return
    called = _is_called(told, row, who)
    the = {told.words[each] for each in told.hanging(who.row, "det")} & {"the", "that", "this"}
    if called and the and told.tags[who.row] == "PROPN":
        return  # “the old Henry” is Henry as he was
    if called and (word in _ONLY_BEFORE or told.words[row - 1] in KINDLY):
        return
    value = NAMED_BY_HAIR.get(word) or _degree(told, row)
    if compared:
        value = told.text([*told.hanging(by[0], "det", "nummod"), by[0], row])
    sure = SURE_DEED * who.sure
    yield Sign(who, attribute, value, (who.row, row), sure, called=called)


def _is_direction(told: Narration, row: int) -> bool:
    """“round and round”, “she turned round”."""
    verbal = told.relations[row] in {"advmod", "prt"} and told.tags[told.heads[row]] == "VERB"
    return verbal and told.words[row] == "round"


_THAN_OTHERS = frozenset("taller shorter fatter thinner stouter".split())
_BY = MEASURES | {"head"}
"""“a foot shorter than he was”, “taller by a head”."""


A_DEED = 0.5
"""What the encoder takes for likelier to happen than this is done once, and no habit."""


def _does_so(told: Narration, row: int) -> Named | None:
    """“a boy who did everything left-handed”: whoever does it."""
    for _ in range(_UP):
        row = told.heads[row]
        if told.tags[row] == "VERB" and is_fact(told, row):
            things = {told.words[each] for each in told.hanging(row, "dobj")}
            if told.happens[row] >= A_DEED and "everything" not in things:
                return None  # “she drew her sword left-handed”, for the other arm was hurt
            doers = told.participants(row).agents
            who = told.agent(row) or (of_noun(told, doers[0]) if len(doers) == 1 else None)
            if who is not None:
                return who
    return None


_COMPARED = frozenset("too as so how enough half not never no".split())


def _only_compared(told: Narration, row: int) -> bool:
    """“too tall”, “as tall as”, “not tall”; “six feet tall” is read at its measure."""
    beside = {told.words[each] for each in told.hanging(row, "advmod", "neg", "npadvmod")}
    return bool(beside & (_COMPARED | MEASURES | {"years", "year"}))


def _degree(told: Narration, row: int) -> str:
    very = told.words[row - 1] in {"very", "rather", "quite"}
    return told.text([row - 1, row] if very else [row])


def _of_people(told: Narration, row: int) -> bool:
    """Words of many meanings only with a plain noun for a person, or said outright of somebody."""
    relation, head = told.relations[row], told.heads[row]
    if told.words[row] in _ONLY_BEFORE:
        if _is_listed(told, row):
            return True
        while relation == "conj" and told.tags[head] == "ADJ":
            relation, head = told.relations[head], told.heads[head]
        young = told.words[row] == "young" and told.words[head] in TRADES  # “a young teacher”
        return relation == "amod" and (told.words[head] in PLAIN_PEOPLE or young)
    listed = told.tags[head] in {"NUM", "ADJ"}  # “he was nineteen, sandy-haired”
    person = told.words[head] in PLAIN_PEOPLE | TRADES or head in told.people
    return relation != "amod" or listed or person


def _is_listed(told: Narration, row: int) -> bool:
    """“he was nineteen, and long, and freckled”: told of his looks like the others."""
    if told.relations[row] != "conj" or told.tags[row] != "ADJ":
        return False
    head = told.heads[row]
    beside = [head, *told.hanging(head, "acomp", "attr", "nummod", "conj", "amod")]
    return any(
        told.tags[each] == "NUM"
        or told.words[each] in _NUMBERS
        or figure_of(told.words[each]) is not None
        for each in beside
        if row - _NEAR <= each < row
    )


_NEAR = 4
"""So many words before a word of looks stands the one that it is listed with."""


def _is_called(told: Narration, row: int, who: Named) -> bool:
    """“the old man”, “old Mrs. Hall”: what somebody is called; “an old man” brings him in."""
    if told.relations[row] != "amod" or who.row != told.heads[row]:
        return False
    return not any(told.words[each] in {"a", "an"} for each in told.hanging(who.row, "det"))


_ONLY_BEFORE = CARRIED_ALONE - {"old"}
"""“a big man” is big; “he was big” of a thing, a day, a fool is as likely."""


def _measured(told: Narration, row: int) -> Iterator[Sign]:
    """“six feet tall”, “three feet high”, “six foot four”, “five foot nothing”."""
    number = row - 1
    after = told.words[row + 1 : row + 2]
    if not after:
        return
    last = row + 1 if after[0] in {"tall", "high", "nothing"} or after[0] in CARDINALS else None
    if last is None:
        return
    who = next((found for each in (last, row) if (found := described(told, each))), None)
    if who is not None:
        rows = (number, row, last)
        yield Sign(who, "height", told.text(rows), (who.row, *rows), SURE_DEED * who.sure)


def _likened(told: Narration, row: int) -> Iterator[Sign]:
    """“built like a gate”, “the size of a shed”."""
    like = row + 1
    if told.words[like : like + 1] not in (["like"], ["of"]):
        return
    who = described(told, row)
    things = told.hanging(like, "pobj")
    if who is not None and things and (told.words[like] == "like" or told.words[row - 1] == "the"):
        rows = tuple(range(row, things[0] + 1))
        yield Sign(who, "build", told.text(rows), (who.row, *rows), SURE_WORD * who.sure)
