"""Deaths told by what is left: “the late Mr. Hall”, “Tom's funeral”, “his widow”."""

from collections.abc import Iterator

from fabula.lexicon.mourning import AFTER_DEATH, LEFT_BEHIND
from fabula.stages.being.signs import SURE_GUESS, SURE_WORD, Sign, sign_of
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Narration

_LONGEST_NAME = 4
_OWNED = frozenset("the his her my our their your".split())
_OF_ANOTHER = frozenset("own first second third next last".split())
"""“Her first corpse”, “his last funeral”: of those whom the living see buried."""

_MOST_STEPS = 4


def mourned_signs(told: Narration, row: int) -> Iterator[Sign]:
    """What the word at this row says of somebody's death without a word for dying.

    Finds:
        “The late” before a name; funerals, graves, widows and ashes with their owner; what is
        since or after somebody's death.
    Why it holds:
        Only the dead leave these.
    Misses:
        Graves without a name, the dead whom only a relative is called by.

    Example:
        “At Tom's funeral the late Mr. Hall was not mentioned.”: both are dead.
    """
    word = told.words[row]
    if told.asked[row] or not told.told[row]:
        return
    if word == "late" and told.words[row - 1] in _OWNED:
        for name in range(row + 1, min(row + 1 + _LONGEST_NAME, len(told.words))):
            who = told.person(name)
            if who is not None and told.tags[name] == "PROPN":
                yield from sign_of(who, "life", "dead", row, SURE_WORD)
            if who is not None or told.tags[name] not in {"PROPN", "NOUN", "ADJ"}:
                return
    elif word in LEFT_BEHIND or (word == "death" and _is_after(told, row)):
        who = told.owner(row)
        anothers = any(told.words[each] in _OF_ANOTHER for each in told.hanging(row, "amod"))
        if who is not None and not anothers and _is_so(told, row, who.entity_id):
            yield from sign_of(who, "life", "dead", row, SURE_GUESS)


def _is_after(told: Narration, row: int) -> bool:
    return told.relations[row] == "pobj" and told.words[told.heads[row]] in AFTER_DEATH


def _is_so(told: Narration, row: int, dead: str) -> bool:
    """Whether the clause tells of now, and the dead does nothing in it."""
    above = row
    for _ in range(_MOST_STEPS):
        if told.tags[above] in {"VERB", "AUX"}:
            agent = told.agent(above)
            return is_fact(told, above) and (agent is None or agent.entity_id != dead)
        above = told.heads[above]
    return False
