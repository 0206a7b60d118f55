"""What people say of themselves and of others: less sure than what the narrator tells."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import structs

from fabula.lexicon.conditions import BEFALLS
from fabula.lexicon.trades import PLAINLY_MEANT, REPROACHES
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.being.signs import Sign
from fabula.stages.clauses.narration import Named, Narration
from fabula.story import EntityId, Quotation, Story

SAID = 0.9
"""How much less sure it is what people say than what the narrator tells."""

SAID_TO = 0.75
"""How much less sure it is who is spoken to: of “you're hurt” half were right."""

LEAST_SURE_SPEAKER = 0.5
"""A speaker less sure than this says nothing of who “he” is."""

BESIDE = 3
"""“He” in talk who was named in one of so many sentences of the narration before is mostly another:
of such signs two were right and seven wrong."""

_ADDRESSED = frozenset("you you're you've you'd you'll your".split())
_CALLINGS = frozenset({"trade", "rank"})
_PASSING = frozenset("illness drink".split())
"""“I was in hospital”, “he was drunk”: of states that pass the talk is of an earlier one."""

_PAST = frozenset("was were had".split())
_FAMILIAR = frozenset("old young".split())
"""“old man” is said to friends of any age."""

_ME = frozenset("i i'm i've me my myself".split())
_I = frozenset("i i'm i've".split())
_THIRD = frozenset("he him his she her hers they them their".split())
_POLITE = frozenset("afraid glad happy delighted sad cross sorry".split())
"""“I’m afraid it is”: no fear."""

_UNSPOKEN = frozenset("sleep consciousness life".split())
"""Who says “I'm asleep” is not, and who says “you’re dead” threatens."""


def said_of_now(told: Narration, signs: Iterable[Sign]) -> Iterator[Sign]:
    """The signs that can be believed of somebody's speech, with less confidence.

    “I was nine” tells of long ago, and “you’re a pig” of a quarrel; “I’m a baker” and “he’s nine”
    are taken at their word. Words by which somebody is addressed are left to the narrator. “He”
    and “she” are neither who speaks nor who is spoken to, and no more is “the lieutenant” who is
    said to be dead.
    """
    talkers = _Talkers(told.story)
    present = _Present(told)
    for sign in signs:
        word = told.words[sign.who.row]
        third = word.split("'")[0] in _THIRD or (
            sign.attribute in _UNSPOKEN and word not in _I | _ADDRESSED
        )
        here = third and talkers.are(sign.who.entity_id, told.rows.starts[sign.who.row])
        here = here or (word.split("'")[0] in _THIRD and present.has(sign.who))
        here = here or (word in _ME and talkers.read_out(told, sign.who.row))
        if not (here or _is_talk(told, sign) or _is_long_ago(told, sign)):
            to = SAID_TO if word in _ADDRESSED else 1.0
            yield structs.replace(sign, sure=sign.sure * SAID * to)


_READS = frozenset("read reads".split())
_TO_VERB = 3
"""So many words before or behind a quotation its verb stands: “,’ Robin reads”."""


class _Talkers:
    """Who speaks and who is spoken to, at any place in a quotation."""

    def __init__(self, story: Story) -> None:
        lines = {each.quotation_id: each for each in story.attributions}
        parts: list[tuple[int, int, Quotation]] = [
            (part.start, part.end, quotation)
            for quotation in story.quotations
            for part in quotation.parts
        ]
        parts.sort(key=lambda each: each[0])
        self._starts = [start for start, _, _ in parts]
        self._parts, self._lines = parts, lines

    def _around(self, offset: int) -> Quotation | None:
        last = bisect_right(self._starts, offset) - 1
        within = last >= 0 and offset < self._parts[last][1]
        return self._parts[last][2] if within else None

    def read_out(self, told: Narration, row: int) -> bool:
        """Whether these are words that somebody reads out: “‘I am ill,’ Ines read”."""
        quotation = self._around(told.rows.starts[row])
        for part in quotation.parts if quotation is not None else ():
            first, behind = (bisect_left(told.rows.starts, at) for at in (part.start, part.end))
            beside = told.words[max(first - _TO_VERB, 0) : first]
            beside += told.words[behind : behind + _TO_VERB]
            if not _READS.isdisjoint(beside):
                return True
        return False

    def are(self, entity_id: EntityId, offset: int) -> bool:
        """Whether the person says the words at this offset, or they are said to the person."""
        quotation = self._around(offset)
        line = self._lines.get(quotation.id) if quotation is not None else None
        if line is None or line.confidence < LEAST_SURE_SPEAKER:
            return False
        return entity_id in {line.speaker_id, *line.addressee_ids}


class _Present:
    """Whom the narration beside a quotation names."""

    def __init__(self, told: Narration) -> None:
        self._sentences = told.narrated
        self._named: defaultdict[EntityId, list[int]] = defaultdict(list)
        for row in sorted(told.people):
            if not told.told[row] and told.tags[row] in {"PROPN", "NOUN"}:
                self._named[told.people[row].entity_id].append(row)

    def has(self, who: Named) -> bool:
        """Whether the narrator has named the person in this or the last few sentences.

        “‘He's ill,’ said Ines” beside “Tom cut his bread”: “he” is another, for who is in the
        room is called by name there, or spoken to.
        """
        named = self._named[who.entity_id]
        last = bisect_left(named, who.row) - 1
        if last < 0:
            return False
        return self._sentences[who.row] - self._sentences[named[last]] <= BESIDE


def _is_talk(told: Narration, sign: Sign) -> bool:
    """Whether it is an order, a habit, a threat, a courtesy, an insult: said, and not so."""
    if _is_order(told, sign) or _is_habit(told, sign):
        return True
    if sign.attribute in _UNSPOKEN:
        me, you = (told.words[sign.who.row] in group for group in (_I, _ADDRESSED))
        return me or (you and sign.attribute == "life")
    if sign.attribute == "illness" and _said_words(told, sign) & _MAKES:
        return True  # “you make me sick”
    if sign.attribute == "mood":
        return not _is_felt_now(told, sign)
    if sign.attribute == "senses":
        return told.words[sign.who.row] in _ADDRESSED  # “are you blind!”
    return _is_calling(told, sign)


_MAKES = all_forms(["make"])


def _is_calling(told: Narration, sign: Sign) -> bool:
    """“My angel”, “old man”, “you thief”, “Doctor!”: what people call each other."""
    own, addressed = (told.words[sign.who.row] in group for group in (_I, _ADDRESSED))
    if sign.attribute == "species":
        return own or sign.value not in PLAINLY_MEANT  # “I was a pig”
    if sign.attribute == "age":
        return sign.value in _FAMILIAR and not own
    if sign.attribute not in _CALLINGS:
        return False
    row = min(sign.rows)
    if sign.who.row > row and told.words[row + 1] == ",":
        return True  # “ask a lawyer, Charles”
    called = sign.rows == (sign.who.row,)  # not so “Nurse Hall”, whose row is another
    return called or addressed or (sign.value in REPROACHES and not own)


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


def _said_words(told: Narration, sign: Sign) -> set[str]:
    return {told.words[row] for row in range(min(sign.rows), max(sign.rows) + 1)}


def _is_long_ago(told: Narration, sign: Sign) -> bool:
    """“I was nine”, “you called him in your sleep”: of another time than the talk."""
    if sign.attribute == "age":
        return bool(_said_words(told, sign) & _PAST)
    if sign.attribute == "liberty":
        own = told.words[sign.who.row] in _ME
        return own and any(_is_done_with(told, row) for row in sign.rows)
    if sign.attribute in _PASSING:
        return bool(_said_words(told, sign) & {"was", "were"})
    if sign.attribute == "sleep":
        return not _said_words(told, sign) & _ASLEEP_NOW
    return False


def _is_done_with(told: Narration, row: int) -> bool:
    """“Somebody locked me in”, said by who is out again; “they've locked me in” is not over."""
    word = told.words[row]
    past = told.tags[row] == "VERB" and (word.endswith("ed") or word in IRREGULAR_PAST)
    short = any("'" in told.words[each] for each in told.hanging(row, "nsubj", "nsubjpass"))
    return past and not short and not told.hanging(row, "aux", "auxpass")


_ASLEEP_NOW = frozenset("asleep sleeping snoring dozing awake".split())


def _is_felt_now(told: Narration, sign: Sign) -> bool:
    """Of feelings people are believed only about themselves, and about now."""
    words = _said_words(told, sign)
    own = told.words[sign.who.row] in _I and bool(words & {"am", "i'm", "feel", "been"})
    return own and not words & _POLITE
