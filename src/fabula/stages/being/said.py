"""What people say of themselves and of others: less sure than what the narrator tells."""

from collections.abc import Iterable, Iterator

from msgspec import structs

from fabula.lexicon.conditions import BEFALLS
from fabula.lexicon.verb_forms import IRREGULAR_PAST
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import Narration

SAID = 0.9
"""How much less sure it is what people say than what the narrator tells."""

_ADDRESSED = frozenset("you you're you've you'd you'll your".split())
_CALLINGS = frozenset({"trade", "rank", "species"})
_PAST = frozenset("was were had".split())
_FAMILIAR = frozenset("old young".split())
"""“old man” is said to friends of any age."""

_I = frozenset("i i'm i've".split())
_POLITE = frozenset("afraid glad happy delighted sad cross".split())
"""“I’m afraid it is”: no fear."""


def said_of_now(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs that can be believed of somebody's speech, with less confidence.

    “I was nine” tells of long ago, and “you’re a pig” of a quarrel; “I’m a baker” and “he’s nine”
    are taken at their word. Words by which somebody is addressed are left to the narrator.
    """
    for sign in signs:
        words = {told.words[row] for row in range(min(sign.rows), max(sign.rows) + 1)}
        calling = sign.attribute in _CALLINGS
        if sign.attribute == "species" and told.words[sign.who.row] in _I:
            continue  # “I was a pig”
        if (
            _is_order(told, sign)
            or _is_habit(told, sign)
            or (sign.attribute in _UNSPOKEN and told.words[sign.who.row] in _I)
        ):
            continue
        if sign.attribute == "age" and (words & _PAST or sign.value in _FAMILIAR):
            continue
        if sign.attribute == "mood" and not _is_felt_now(told, sign, words):
            continue
        if calling and (len(sign.rows) == 1 or told.words[sign.who.row] in _ADDRESSED):
            continue
        yield structs.replace(sign, sure=sign.sure * SAID)


_UNSPOKEN = frozenset("sleep consciousness life".split())
"""Who says “I'm asleep” is not."""


def _is_habit(told: Narration, sign: Sign) -> bool:
    """“You snore”, “he faints”: what people say that somebody does, they do now and then."""
    row = max(sign.rows)
    verb = told.words[row] in BEFALLS and told.tags[row] == "VERB"
    return verb and not told.words[row].endswith(("ing", "ed")) and not told.hanging(row, "aux")


def _is_order(told: Narration, sign: Sign) -> bool:
    """“Lock him in!”: not yet done."""
    verbs = [row for row in sign.rows if told.tags[row] == "VERB"]
    return any(
        row == told.heads[row]
        and "'" not in told.words[row]
        and not told.words[row].endswith(("ed", "ing", "s"))
        and told.words[row] not in IRREGULAR_PAST
        and not told.hanging(row, "nsubj", "nsubjpass", "aux", "auxpass")
        for row in verbs
    )


def _is_felt_now(told: Narration, sign: Sign, words: set[str]) -> bool:
    """Of feelings people are believed only about themselves, and about now."""
    own = told.words[sign.who.row] in _I and bool(words & {"am", "i'm", "feel", "been"})
    return own and not words & _POLITE
