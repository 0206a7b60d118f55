"""Ills and wounds that pass: “that night the fever broke”, “the leg was healed”."""

from collections.abc import Iterator, Sequence

from fabula.labels import StateAttribute
from fabula.lexicon.conditions import AILMENTS
from fabula.lexicon.injury import DRESSINGS, PARTS, WOUNDS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.signs import SURE_DEED, SURE_GUESS, Sign
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_PASSES = all_forms("break pass go subside drop lift clear leave vanish disappear ease".split())
_COMES_OFF = all_forms("come go".split())
_OFF = frozenset("off out".split())
_DOWN = frozenset("down away off out".split())
_ILLS = AILMENTS | frozenset("illness sickness pain swelling rash".split())
_WELL = frozenset("healed mended better well".split())
_SAYS_SO = _PASSES | _COMES_OFF | _WELL


def remission_signs(told: Narration, signs: Sequence[Sign]) -> Iterator[Sign]:
    """What says that an ill or a wound told of by one of these signs is over.

    Finds:
        Ills that break, pass or go; dressings that come off; parts and wounds that are healed.
    Why it holds:
        Without an owner “the fever” is that of whoever was last told to be ill.
    Misses:
        Whose fever it is where two are ill.

    Example:
        “Tom had a fever. That night the fever broke.”: over.
    """
    last: dict[StateAttribute, Named] = {}
    told_of = sorted((sign for sign in signs if not sign.over), key=lambda each: max(each.rows))
    following = 0
    for row, word in enumerate(told.words):
        while following < len(told_of) and max(told_of[following].rows) < row:
            last[told_of[following].attribute] = told_of[following].who
            following += 1
        if word not in _SAYS_SO or not last.keys() & {"illness", "injury"}:
            continue
        ill = _passing_ill(told, row)
        if ill is None:
            continue
        kind: StateAttribute = "illness" if told.words[ill] in _ILLS else "injury"
        owner = told.owner(ill)
        who = owner or last.get(kind)
        if who is not None:
            sure = (SURE_DEED if owner is not None else SURE_GUESS) * who.sure
            yield Sign(who, kind, "", (ill, row), sure, over=True)


def _passing_ill(told: Narration, row: int) -> int | None:
    """The row of the ill, the dressing or the part that this word says is over or well."""
    word = told.words[row]
    verb = told.heads[row] if told.relations[row] == "acomp" else row
    subjects = told.hanging(verb, "nsubj", "nsubjpass")
    if len(subjects) != 1 or not told.told[row] or not is_fact(told, verb):
        return None
    noun = told.words[subjects[0]]
    small = {told.words[each] for each in told.hanging(row, "prt", "advmod", "prep")}
    passed = noun in _ILLS and word in _PASSES and (word not in _COMES_OFF or not small - _DOWN)
    off = noun in DRESSINGS and word in _COMES_OFF and bool(small & _OFF)
    well = word in _WELL and noun in PARTS | WOUNDS
    return subjects[0] if passed or off or well else None
