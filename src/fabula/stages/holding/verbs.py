"""What becomes of a thing by each kind of verb."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import structs

from fabula.lexicon.transfer import Handling
from fabula.stages.clauses.narration import Narration
from fabula.stages.holding.deeds import Deed, had_done
from fabula.stages.holding.having import (
    acquired,
    drawn,
    fastened,
    found,
    grabbed,
    held,
    stolen,
    taken,
    used,
)
from fabula.stages.holding.letting_go import eaten, given, gone, hidden, laid, sent, torn
from fabula.stages.holding.outcome import Outcome, Tells, by_agent


def outcome_of(told: Narration, deed: Deed, kinds: frozenset[Handling]) -> Outcome | None:
    """What the deed makes of its thing; None where the verb says nothing of it here.

    Example:
        “Tom handed Ines the key”: Ines has it, given; Tom had it. “Tom handed over the key”:
        somebody has it, Tom had it. “Tom handed round the cake”: nothing.
    """
    for kind in _ORDER:
        outcome = _OUTCOMES[kind](told, deed) if kind in kinds else None
        if outcome is not None:
            past = outcome.giver is not None and _is_long_ago(told, deed.verb)
            return structs.replace(outcome, giver=None) if past else outcome
    return None


def _is_long_ago(told: Narration, verb: int) -> bool:
    """“the jacket that I gave him”, “he had lost it”: who had it then says nothing of now."""
    return told.relations[verb] == "relcl" or had_done(told, verb)


_OUTCOMES: Mapping[Handling, Tells] = MappingProxyType(
    {
        "give": given,
        "send": sent,
        "lay": laid,
        "stow": laid,
        "hide": hidden,
        "drop": gone("dropped"),
        "lose": gone("lost"),
        "break": gone("broke"),
        "take": taken,
        "grab": grabbed,
        "steal": stolen,
        "buy": acquired("bought"),
        "find": found,
        "make": acquired("made"),
        "pocket": by_agent("took"),
        "draw": drawn,
        "hold": held,
        "wear": by_agent("wore"),
        "fasten": fastened,
        "tear": torn,
        "bring": by_agent("had"),
        "use": used,
        "eat": eaten,
    }
)
_ORDER: tuple[Handling, ...] = tuple(_OUTCOMES)
"""A verb of several kinds is first tried as the one that needs most beside it."""
