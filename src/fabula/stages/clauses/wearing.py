"""Who has something on: “Lucan, in a gilt mask”, “he wore a mask”."""

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.copulas import is_be
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration

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
    if before is not None or told.tags[above] not in {"VERB", "AUX"}:
        return before or told.person(above)
    subject = told.subject(above) if is_be(told, above) else told.agent(above)
    return subject if is_fact(told, above) else None
