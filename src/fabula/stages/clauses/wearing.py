"""Who has something on: “Lucan, in a gilt mask”, “he wore a mask”."""

from fabula.lexicon.motion import MOTION_VERBS, STAYING_VERBS
from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

_MOVES = MOTION_VERBS | STAYING_VERBS | all_forms("arrive appear enter turn open".split())
_WEARS = all_forms("wear don".split())


def wearer_of(told: Narration, row: int) -> Named | None:
    """Who is “in” the thing at this row or wears it, as a fact."""
    relation, head = told.relations[row], told.heads[row]
    if relation == "dobj" and told.words[head] in _WEARS:
        return told.agent(head) if is_fact(told, head) else None
    if relation != "pobj" or told.words[head] != "in":
        return None
    before = told.person(head - 2) if told.words[head - 1] == "," else told.person(head - 1)
    above = told.heads[head]
    if told.hanging(above, "dobj") and told.words[above] not in _MOVES:
        return None  # “hid her face in the apron”
    if before is not None or told.tags[above] not in {"VERB", "AUX"}:
        return before or told.person(above)
    subject = told.subject(above) if is_be(told, above) else told.agent(above)
    return subject if is_fact(told, above) else None
