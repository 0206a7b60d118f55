"""What somebody had no time to tell: “before he could warn them of her, she was gone”."""

from collections.abc import Iterator

from fabula.lexicon.verb_forms import all_forms
from fabula.stages.clauses.narration import Narration
from fabula.stages.concealing.claims import Concealed
from fabula.stages.concealing.hearers import Hearers, about
from fabula.text import Span

CUT_SHORT = 0.8
"""Whoever was about to tell it knows it; whether he does so later is seen by what follows."""

_TELLING = all_forms("tell warn inform alert mention report".split())
_CALLING = all_forms("call draw direct".split())
_ABLE = frozenset("could can".split())


def had_no_time_to_tell(told: Narration) -> Iterator[Concealed]:
    """What one has seen and does not get to tell the others.

    Finds:
        Telling, warning and calling attention behind “before he could”, where the words say
        what of.
    Why it holds:
        What somebody is about to tell he knows, and those to whom he would tell it do not.
    Misses:
        “Before she could speak”, which may be of anything.

    Example:
        “Before Ines could tell Tom of the stranger, the lamp went out.”: of the stranger only
        Ines knows.
    """
    for verb, word in enumerate(told.words):
        if not told.told[verb] or not (word in _TELLING or _is_calling_attention(told, verb)):
            continue
        small = {told.words[each] for each in told.hanging(verb, "mark", "aux", "advmod")}
        if "before" not in small or not small & _ABLE:
            continue
        keepers = [who for row in told.hanging(verb, "nsubj") if (who := told.person(row))]
        hearers = Hearers(told, verb)
        matter = about(told, verb, hearers) - {who.entity_id for who in keepers}
        if len(keepers) == 1 and matter:
            sentence = told.sentence(verb)
            yield Concealed(
                keepers=frozenset({keepers[0].entity_id}),
                hidden_from=frozenset(who.entity_id for who in hearers.people.values()),
                about=matter,
                evidence=_whole(told, sentence.low, sentence.high),
                confidence=CUT_SHORT * keepers[0].sure,
            )


def _is_calling_attention(told: Narration, verb: int) -> bool:
    """“call their attention to her”."""
    if told.words[verb] not in _CALLING:
        return False
    return any(told.words[each] == "attention" for each in told.hanging(verb, "dobj"))


def _whole(told: Narration, low: int, high: int) -> Span:
    return told.span([low, max(low, high - 1)])
