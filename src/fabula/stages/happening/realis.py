"""Which words tell of something that happens or does not, in which frame, and who says so."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from fabula.labels import Realis
from fabula.lexicon.mental_verbs import HEDGING_VERBS, MENTAL_VERBS
from fabula.lexicon.motion import MOTION_VERBS
from fabula.lexicon.perception_verbs import PERCEPTION_VERBS
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.clauses.doubts import Doubt, DoubtKind
from fabula.stages.clauses.facts import doubt_of, own_doubt
from fabula.stages.clauses.narration import Narration
from fabula.stages.happening.dreams import Rows
from fabula.stages.happening.memories import Memories, is_participle
from fabula.story import EntityId, Quotation
from fabula.text import Span

LEAST_PROBABILITY = 0.6
"""From here on the encoder’s word that something happens is believed.

One half, and what it adds that training weighs events half as much again (`training/losses.py`)."""

SURE: Mapping[Realis, float] = MappingProxyType({"negated": 0.88, "hypothetical": 0.75})
"""How often what rests on the grammar alone was such an event: by hand, 40 of each of the test bed.

The others were abilities (“could climb like a cat”), states, and purposes that were carried out."""

_STATES = MENTAL_VERBS | all_forms(
    """
    be have do seem appear belong contain cost depend deserve exist fit lack last matter owe own
    possess remain resemble suit weigh let get keep stay live use
    """.split()
)
"""Verbs of states and of thinking: that they are not so is no event that fails to happen."""

_ABLE = frozenset("could can".split())
_NO_PLAN = (
    frozenset("have has had having used ought need needs needed able known".split())
    | HEDGING_VERBS
    | MOTION_VERBS
)
"""“She had to go”, “she used to sing”, “she seemed to sleep”: no plan, and no event either; and
who “went out to shut the gate” has mostly shut it."""

_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_REALIS: Mapping[DoubtKind, Realis] = MappingProxyType(
    {"denied": "negated", "supposed": "hypothetical", "asked": "hypothetical"}
)


class Happening(Struct, frozen=True):
    """A word that tells of an event: what is told of it, in which passage, and by whom."""

    row: int
    realis: Realis
    confidence: float
    frame: Span | None = None
    teller_id: EntityId | None = None


class _Line(Struct, frozen=True):
    """A quotation and who says it."""

    frame: Span
    speaker_id: EntityId | None


class Happenings:
    """The words of a story that tell of events.

    Finds:
        What the encoder takes for an event, in narration, memories, dreams and speech; beside it
        the verbs of which the grammar says that they are denied, supposed, planned or asked.
    Why it holds:
        The encoder was taught what is told as happening; “not”, “would”, “if” and “wanted to”
        say of a verb that it does not happen, or not yet.
    Misses:
        Nouns that name what does not happen; irony; lies of the narrator; habits.

    Example:
        “If Ines comes, I shall sing,” said Tom. She did not come. He had slept: “comes” and
        “sing” are hypothetical, told by Tom, “said” is actual, “come” negated, “slept” remembered.
    """

    def __init__(self, told: Narration) -> None:
        """The happenings of a story whose lines have speakers."""
        self._told, self._said = told, told.in_speech()
        self._memories = Memories(told)
        self._dreams = {row: dream for dream in told.dreams for row in range(dream.low, dream.high)}
        self._lines = _lines(told)

    def all(self) -> Iterator[Happening]:
        """The words in text order."""
        told, told_of = self._told, self._told.rows.in_story(self._told.story).tolist()
        for row, probability in enumerate(told.happens):
            likely = probability >= LEAST_PROBABILITY
            if not told_of[row] or not (likely or told.tags[row] == "VERB"):
                continue
            found = self._likely(row) if likely else self._unlikely(row)
            if found is not None:
                yield found

    def _likely(self, row: int) -> Happening:
        """What the encoder takes for an event: told as happening, now or in some frame."""
        told = self._told
        sure = round(told.happens[row], 2)
        line = self._lines.get(row)
        speaker = line.speaker_id if line else None
        if row in self._dreams:
            return Happening(row, "dreamt", sure, self._span(self._dreams[row]), speaker)
        doubt = self._own_doubt(row)
        if doubt is not None:
            frame = line.frame if line else None
            return _not_happening(row, doubt, frame, speaker)
        if not told.told[row]:
            return Happening(row, "reported", sure, line.frame if line else None, speaker)
        doubt = doubt_of(told, row)
        if doubt is not None and doubt.kind == "said":
            return self._in_other_words(row, doubt, sure)
        if self._memories.is_memory(row):
            passage = self._memories.passage(row)
            frame = None if passage is None else self._span(passage)
            return Happening(row, "remembered", sure, frame)
        return Happening(row, "actual", sure)

    def _own_doubt(self, row: int) -> Doubt | None:
        """A “not” or “would” of the verb's own: the encoder's word is less than the grammar's.

        Who could see a thing saw it, and what a clause above supposes the encoder knows better.
        """
        told = self._told if self._told.told[row] else self._said
        doubt = own_doubt(told, row) if told.told[row] and told.tags[row] == "VERB" else None
        if doubt is None or doubt.kind not in {"denied", "supposed"}:
            return None
        return None if _is_able(told, row, doubt) or told.words[doubt.row] == "to" else doubt

    def _unlikely(self, row: int) -> Happening | None:
        """A verb of which the grammar says that it does not happen, or not yet."""
        told = self._told if self._told.told[row] else self._said
        if not told.told[row] or told.words[row] in _STATES or "'" in told.words[row]:
            return None
        doubt = doubt_of(told, row) or self._planned(told, row)
        # what the encoder thinks no event is none for being said
        if doubt is None or doubt.kind not in _REALIS:
            return None
        if _asks_about(told, row, doubt) or _is_idle(told, row, doubt):
            return None
        line = self._lines.get(row)
        frame, speaker = (line.frame, line.speaker_id) if line else (None, None)
        return _not_happening(row, doubt, frame, speaker)

    def _planned(self, told: Narration, row: int) -> Doubt | None:
        """“came to see her”, “was going to jump”, “Keep it!” in speech: meant, but not yet done."""
        to = [each for each in told.hanging(row, "aux") if told.words[each] == "to"]
        if to:
            return Doubt("supposed", to[0])
        return Doubt("supposed", row) if told is self._said and _is_order(told, row) else None

    def _in_other_words(self, row: int, doubt: Doubt, sure: float) -> Happening:
        """“She told Tom that the ferry had sunk”: reported by her, from “told” to its stop."""
        told = self._told
        low, high = sorted((doubt.row, row))
        sentence = told.sentence(row)
        frame = told.span([low, max(high, sentence.high - 1)])
        teller = told.agent(doubt.row)
        return Happening(row, "reported", sure, frame, teller.entity_id if teller else None)

    def _span(self, rows: Rows) -> Span:
        return self._told.span([rows.low, rows.high - 1])


def _not_happening(
    row: int, doubt: Doubt, frame: Span | None, teller_id: EntityId | None
) -> Happening:
    realis = _REALIS[doubt.kind]
    return Happening(row, realis, SURE[realis], frame, teller_id)


def _asks_about(told: Narration, row: int, doubt: Doubt) -> bool:
    """“Where did she hide it?” takes for granted that she hid it."""
    behind = {told.words[each] for each in told.hanging(row)}
    return doubt.kind == "asked" and bool(behind & _QUESTION_WORDS)


def _is_idle(told: Narration, row: int, doubt: Doubt) -> bool:
    """A “to” that says nothing of a plan (“hard to lift”), a “she'd” that is “she had”."""
    helping = {told.words[each] for each in told.hanging(row, "aux")}
    if told.words[doubt.row].endswith("'d") and is_participle(told.words[row]):
        return "have" not in helping
    if _is_able(told, row, doubt):
        return True
    to = "to" in helping
    above = told.heads[row]
    going = told.words[above] == "going"
    return to and not going and (told.words[above] in _NO_PLAN or told.tags[above] == "ADJ")


def _is_able(told: Narration, row: int, doubt: Doubt) -> bool:
    """“She could see the quay”: she saw it, and may have done so for a while."""
    return told.words[doubt.row] in _ABLE and told.words[row] in PERCEPTION_VERBS


def _is_order(told: Narration, row: int) -> bool:
    """“Keep it”, “sit down”: a base form that begins a sentence and has no subject."""
    word = told.words[row]
    base = not word.endswith(("ed", "ing", "s")) and word not in IRREGULAR_PAST
    bare = not told.hanging(row, "nsubj", "nsubjpass", "aux", "auxpass", "expl")
    before = told.words[row - 1] if row else "."
    return base and bare and told.relations[row] == "ROOT" and not before[-1].isalnum()


def _lines(told: Narration) -> Mapping[int, _Line]:
    """Each row that stands in speech or a message, with its line; the inner one where two do."""
    by = {each.quotation_id: each.speaker_id for each in told.story.attributions}
    found: dict[int, _Line] = {}
    for quotation in told.story.quotations:
        line = _Line(Span(quotation.start, quotation.end), by.get(quotation.id))
        for row in _rows_in(told, quotation):
            if not told.told[row]:
                found[row] = line
    return found


def _rows_in(told: Narration, quotation: Quotation) -> Iterator[int]:
    for part in quotation.parts:
        yield from range(told.rows.row_of(part.start), told.rows.row_of(part.end - 1) + 1)
