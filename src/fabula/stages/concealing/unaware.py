"""Somebody who does not know: “and she doesn't know yet”, “Mama thinks that I go to choir”."""

from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.facts import is_fact
from fabula.stages.clauses.narration import Named, Narration
from fabula.stages.concealing.claims import Concealed
from fabula.stages.concealing.hearers import UNABLE, WH, is_denied, subjects_of
from fabula.text import Span

UNAWARE = 0.8
"""One who is said not to know what another has just been said to do."""

MISTAKEN = 0.75
"""What somebody only thinks of the one who says so may still be true."""

_KNOW = all_forms("know suspect guess".split())
_KNOWS = all_forms(["know"])
_THINK = all_forms("think believe suppose imagine".split())
_THIS = frozenset("it this that yet anything nothing".split())
_JOINED = frozenset({"conj", "ccomp", "advcl", "parataxis"})
_FIRST = frozenset("i we".split())
_BEING = frozenset("is was are were am be been being 'm 's 're".split())


def kept_from_the_unaware(told: Narration) -> Iterator[Concealed]:
    """What is done by one and not known to another.

    Finds:
        “did not know it”, “doesn't know yet” joined to what somebody else is said to do: of
        theirs it is not known. “She doesn't know that I am here”, “she thinks that I sing on
        Mondays”, said by “me”.
    Why it holds:
        Whoever says what the other has wrong knows better; what one does, one knows.
    Misses:
        Who knows, where it is nobody in the sentence.

    Example:
        “I had sold the boat, and Tom did not know it.”: the narrator keeps something from Tom.
    """
    for row, word in enumerate(told.words):
        if not told.told[row] or told.asked[row] or told.tags[row] != "VERB":
            continue
        if word in _KNOW:
            yield from _unknown(told, row)
        elif word in _THINK and is_fact(told, row):
            yield from _mistaken(told, row)


def _unknown(told: Narration, verb: int) -> Iterator[Concealed]:
    """“…, and her brother did not know it”."""
    if not is_denied(told, verb):
        return
    ignored = told.hanging(verb, "ccomp")
    if ignored:
        yield from _unknown_of(told, verb, ignored[0])
    if told.relations[verb] not in _JOINED:
        return
    small = {told.words[each] for each in told.hanging(verb, "dobj", "advmod", "pobj")}
    of_it = {told.words[each] for each in told.behind(verb, "about", "of")}
    if any(told.words[each] in UNABLE for each in told.hanging(verb, "aux")):
        return  # “I knew you couldn't guess it”
    if not (small | of_it) & _THIS or told.hanging(verb, "ccomp"):
        return
    ignorant = [who for row in told.hanging(verb, "nsubj") if (who := told.person(row))]
    doers = [who for row in subjects_of(told, told.heads[verb]) if (who := told.person(row))]
    if len(ignorant) == 1 and len(doers) == 1:
        yield from _claim(told, doers[0], ignorant[0], verb, UNAWARE)


def _unknown_of(told: Narration, verb: int, clause: int) -> Iterator[Concealed]:
    """“Mama doesn't know that I'm here”, by whoever says so."""
    ignorant = [who for row in told.hanging(verb, "nsubj") if (who := told.person(row))]
    subjects = told.hanging(clause, "nsubj", "nsubjpass") or [clause]
    mine = [row for row in subjects if told.words[row].split("'")[0] in _FIRST]
    who = told.person(mine[0]) if len(mine) == 1 else None
    asked = any(told.words[each] in WH for each in told.hanging(clause, "advmod", "attr", "dobj"))
    facing = any(told.words[each] == "you" for each in told.hanging(verb, "nsubj"))
    if who is None or asked or facing:
        return  # “you did not know how I felt”: now you do
    if len(ignorant) == 1 and told.words[verb] in _KNOWS:
        yield from _claim(told, who, ignorant[0], verb, UNAWARE)


def _mistaken(told: Narration, verb: int) -> Iterator[Concealed]:
    """“Mama thinks that I go to choir”, by whoever says so."""
    believers = [who for row in told.hanging(verb, "nsubj") if (who := told.person(row))]
    for clause in told.hanging(verb, "ccomp"):
        subjects = told.hanging(clause, "nsubj")
        mine = [row for row in subjects if told.words[row] in _FIRST]
        acting = told.tags[clause] == "VERB" and told.words[clause] not in _BEING
        who = told.person(mine[0]) if len(mine) == 1 else None
        if acting and who is not None and len(believers) == 1 and not is_denied(told, clause):
            yield from _claim(told, who, believers[0], verb, MISTAKEN)


def _claim(
    told: Narration, keeper: Named, other: Named, verb: int, trust: float
) -> Iterator[Concealed]:
    if keeper.entity_id != other.entity_id:
        yield Concealed(
            keepers=frozenset({keeper.entity_id}),
            hidden_from=frozenset({other.entity_id}),
            about=frozenset(),
            evidence=_sentence(told, verb),
            confidence=trust * min(keeper.sure, other.sure),
        )


def _sentence(told: Narration, row: int) -> Span:
    sentence = told.sentence(row)
    return told.span([sentence.low, max(sentence.low, sentence.high - 1)])
