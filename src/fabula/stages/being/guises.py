"""What people are dressed as, or turned into: a mask, a nightshirt, a toad."""

from collections.abc import Iterator

from fabula.lexicon.conditions import NIGHTCLOTHES, OUTFITS
from fabula.lexicon.motion import MOTION_VERBS, STAYING_VERBS
from fabula.lexicon.trades import SPECIES
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, SURE_WORD, Sign
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.clauses.wearing import wearer_of

_GUISES = frozenset("mask costume disguise wig".split())
_DRESSED = frozenset("dressed disguised masked costumed".split())
_TURNS = all_forms("turn change transform".split())
_TAKES = all_forms("take pull tear throw cast remove lift drop push strip snatch slip".split())
_OFF = frozenset("off away up back aside".split())
_BACK = frozenset("back again".split())


def guise_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of what somebody passes for.

    Finds:
        Masks and disguises that somebody wears or is in, people dressed as others, nightclothes,
        people who turn into a beast.
    Why it holds:
        The words say what others see.
    Misses:
        Another's coat, put on so as to be taken for them.

    Example:
        “Tom, in a wolf's mask, met Ines dressed as a sailor.”
    """
    if not told.told[row] or told.asked[row]:
        return
    word = told.words[row]
    if word in _GUISES and (word != "mask" or _is_for_show(told, row)):
        yield from _sign_of(wearer_of(told, row), told, row, "disguise")
    elif _is_nightclothes(told, row) or (word in OUTFITS and _is_worn(told, row)):
        yield from _sign_of(wearer_of(told, row), told, row, "dress")
    elif word in _DRESSED:
        yield from _dressed_as(told, row)
    elif word in _TAKES and told.tags[row] == "VERB":
        yield from _unmasked(told, row)
    elif word in _TURNS and told.tags[row] == "VERB" and is_fact(told, row):
        yield from _turned(told, row)


def _is_for_show(told: Narration, row: int) -> bool:
    """“a gilt mask”, “a wolf's mask”; a bare mask may be a surgeon's."""
    said = {told.words[each] for each in told.hanging(row, "amod", "compound", "poss")}
    own = {"his", "her", "their", "my", "your"}
    return bool(said - own) and not said & _FOR_USE


_FOR_USE = frozenset(
    "oxygen surgical gas dust face sleep diving snorkel welding paper breathing white blue".split()
)


def _is_nightclothes(told: Narration, row: int) -> bool:
    dressing_gown = told.words[row] == "gown" and told.words[row - 1] == "dressing"
    return told.words[row] in NIGHTCLOTHES or dressing_gown


_MOVES = MOTION_VERBS | STAYING_VERBS | all_forms("arrive appear enter turn open".split())


def _is_worn(told: Narration, row: int) -> bool:
    """“he came in a red coat”; what she “looked for in her coat” tells nothing of dress."""
    if told.relations[row] != "pobj" or told.words[told.heads[row]] != "in":
        return False
    small = told.heads[row]
    above = told.heads[small]
    beside = told.person(small - 1) is not None or told.person(above) is not None
    own = told.hanging(above, "dobj")
    return beside or is_be(told, above) or (told.words[above] in _MOVES and not own)


def _sign_of(who: Named | None, told: Narration, row: int, kind: object) -> Iterator[Sign]:
    if who is None or _is_pictured(told, who):
        return
    if kind == "disguise":
        yield Sign(who, "disguise", f"in {told.words[row]}", (who.row, row), SURE_GUESS * who.sure)
    else:
        said = [*told.hanging(row, "det", "poss", "amod", "compound"), row]
        value = f"in {told.text(said)}"
        yield Sign(who, "dress", value, (who.row, row), SURE_WORD * who.sure)


def _is_pictured(told: Narration, who: Named) -> bool:
    """“a photograph of Tom in his uniform”: so he was then."""
    small = told.heads[who.row]
    return told.words[small] == "of" and told.words[told.heads[small]] in _PICTURES


_PICTURES = frozenset(
    "photograph photo picture portrait sketch drawing painting snapshot statue postcard".split()
)


def _unmasked(told: Narration, row: int) -> Iterator[Sign]:
    """“he took off the mask”, “she threw aside the wig”: seen as they are."""
    small = {told.words[each] for each in told.hanging(row, "prt", "advmod")}
    off = bool(small & _OFF) or told.words[row].startswith("remov")
    guises = [each for each in told.hanging(row, "dobj") if told.words[each] in _SHED]
    who = told.agent(row)
    if off and guises and who is not None and is_fact(told, row):
        whose = told.owner(guises[0]) or who
        rows = (who.row, row, guises[0])
        yield Sign(whose, "disguise", "", rows, SURE_DEED * whose.sure, over=True)


_SHED = _GUISES | frozenset("cloak hood veil helmet beard moustache".split())


def _dressed_as(told: Narration, row: int) -> Iterator[Sign]:
    """“dressed as a sailor”, “he was disguised as his brother”."""
    if told.words[row + 1 : row + 2] not in (["as"], ["like"]):
        return
    as_what = told.hanging(row + 1, "pobj")
    who = _dressed(told, row)
    if who is not None and as_what:
        value = "as " + told.text(range(row + 2, as_what[0] + 1))
        yield Sign(who, "disguise", value, (who.row, row, as_what[0]), SURE_DEED * who.sure)


def _dressed(told: Narration, row: int) -> Named | None:
    """The one who is dressed: a subject, or the noun before the word."""
    if told.relations[row] == "acl":
        return told.person(told.heads[row])
    if told.relations[row] == "acomp":
        verb = told.heads[row]
        return told.subject(verb) if is_fact(told, verb) else None
    if told.relations[row] == "advcl" and is_fact(told, told.heads[row]):
        return told.agent(told.heads[row])
    return (told.patient(row) or told.agent(row)) if is_fact(told, row) else None


def _turned(told: Narration, row: int) -> Iterator[Sign]:
    """“he turned into a toad”, “the witch changed her into a hare”, “turned back into a man”."""
    into = told.behind(row, "into", "to")
    objects = told.hanging(row, "dobj", "nsubjpass")
    who = told.person(objects[0]) if len(objects) == 1 else None
    if not objects:
        who = told.agent(row)
    if who is None or not into:
        return
    rows = (who.row, row, into[0])
    if any(told.words[each] in _BACK for each in told.hanging(row, "advmod", "prt")):
        yield Sign(who, "shape", "", rows, SURE_DEED * who.sure, over=True)
    elif told.words[into[0]] in SPECIES or told.words[into[0]] in {"birds", "swans"}:
        yield Sign(who, "shape", told.words[into[0]], rows, SURE_DEED * who.sure)
