"""Names given in answer to a question for one: who is asked is the one who bears it."""

import re
from collections.abc import Mapping, Sequence

from fabula.stages.linking.linker import Decision

_REACH = 160
"""Characters before an answer in which the question stands, with a cue or a look after it."""

_ASKED = re.compile(
    r"""\b(?:(?:what(?:['’]s|\sis)|tell\sme)\s(?:your|his|her|their)\sname
    |(?:who|what)(?:['’]re|\sare)\syou(?:\scalled)?(?:,\sthen)?|(?:have|got)\s(?:you\s)?a\sname
    |and\syou\sare|(?:what|how)\s(?:do|should|shall|may|can)\s(?:they|people|I|we)\scall\syou
    |(?:your|his|her)\sname)\s?(?:[,.—–-]\s?(?:then|girl|boy|child|lad|please))?[?—–]""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENS = re.compile(
    r"[“‘\"'«—–]\s?(?:(?:it['’]s|just|only|they\scall\sme|I['’]m|my\sname['’]s|my\sname\sis)\s)?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[.,!…]*[”’\"'»]|[.,!…]*\s*(?:\n|$)|[.,]\s")

_BACK = 3
"""Paragraphs before the answer in which the one who is asked was told of."""


def answers_with_name(
    text: str, decisions: Sequence[Decision], index: int, speakers: Mapping[int, int]
) -> int | None:
    """The one without a name who is asked for it, where the name is all the answer.

    Finds:
        A quotation that opens with a name, right after a question for one: the only person
        without a name of whom the narrator told in the paragraphs before.
    Why it holds:
        One asks for the name of somebody whose name is not known, and they give it.
    Misses:
        Two strangers asked at once.

    Example:
        In “A boy sat there. “What's your name?” said Ines. “Wilkin.”” the boy is Wilkin.
    """
    place = decisions[index].place
    start, end = place.mention.start, place.mention.end
    before = text[max(start - _REACH, 0) : start]
    opening = _OPENS.search(before)
    if opening is None or not _CLOSES.match(text, end):
        return None
    if not _ASKED.search(before[: opening.start()]):
        return None
    found: dict[str, int] = {}
    for earlier in range(index - 1, -1, -1):
        decision = decisions[earlier]
        if decision.place.paragraph < place.paragraph - _BACK:
            break
        meant = decision.meant
        if meant is None or not decision.place.narrated or meant.person.group:
            continue
        if not meant.person.in_cast:
            found.setdefault(meant.person.key, earlier)
    if len(found) != 1:
        return None
    (described,) = found.values()
    asks = speakers.get(place.paragraph - 1)
    return None if asks is not None and _same(decisions, asks, described) else described


def _same(decisions: Sequence[Decision], one: int, other: int) -> bool:
    first, second = decisions[one].meant, decisions[other].meant
    return first is not None and second is not None and first.person.key == second.person.key
