"""Whose a feature, a wound or an ill is: “her eyes”, “he had a cold”, “a man with a scar”."""

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.being.describing import CALLED, of_noun, subject_of
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_HAVE = all_forms("have get wear catch".split()) | {"'ve"}
_UP = 5
"""How far above a feature stands whoever “has” it: “a scar and a black fringe”."""


def bearer(told: Narration, row: int) -> Named | None:
    """Whose the feature is: “her eyes”, “Tom had a beard”, “a man with a cold and a beard”."""
    owners = told.hanging(row, "poss")
    has = told.relations[row] == "dobj" and told.words[told.heads[row]] in _HAVE
    if owners and not has:
        return told.person(owners[-1])  # “her father's grey eyes” are the father's
    small = _with_before(told, row)
    return _had(told, row) if small is None else _beside(told, small)


def _had(told: Narration, row: int) -> Named | None:
    """Who “has” the feature, alone or after others: “a scar through one eyebrow and a fringe”."""
    joined = False
    for _ in range(_UP):
        relation, head = told.relations[row], told.heads[row]
        if relation in {"dobj", "attr"} and told.words[head] in _HAVE:
            return told.subject(head) if is_fact(told, head) else None
        if relation == "pobj" and joined and told.words[head] == "with":
            return _beside(told, head)  # “with a plait and a black tooth”
        if relation not in {"conj", "appos"} and not (relation == "pobj" and joined):
            return None
        row, joined = (told.heads[head] if relation == "pobj" else head), True
    return None


def _with_before(told: Narration, row: int) -> int | None:
    """The “with” before the feature: “with a long grey beard”, “on two bad hips”."""
    for before in range(row - 1, max(row - 2 * _UP, -1), -1):
        if told.words[before] in {"with", "on"}:
            return before
        if told.tags[before] not in {"ADJ", "DET", "PUNCT", "CCONJ", "ADV", "NOUN", "NUM"}:
            return None
    return None


def _beside(told: Narration, small: int) -> Named | None:
    """Who is “with” the feature, or goes “on” it; `small` is the row of that word."""
    head = told.heads[small]
    if told.words[small] == "on":
        return told.agent(head) if is_fact(told, head) else None
    if is_be(told, head):
        return subject_of(told, head)
    if told.words[head] in CALLED:
        return of_noun(told, head - 1)  # “a man called Bell, with a cold”
    return None if told.tags[head] == "VERB" else of_noun(told, head)
