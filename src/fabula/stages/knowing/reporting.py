"""What people are told that somebody did: “I sank the boat,” said Tom to Ines."""

from collections.abc import Iterator, Mapping

from fabula.labels import KnowingHow
from fabula.lexicon.verb_forms import IRREGULAR_PAST, all_forms
from fabula.stages.clauses.narration import Narration
from fabula.stages.knowing.learnt import Learnt, happenings
from fabula.story import EntityId, EventId, Quotation
from fabula.text import Span

_HAVE = frozenset("have has had 've 's".split())
_DOUBTS = frozenset(
    "would could should might may must can will shall 'd 'll not never if unless whether".split()
)
_TRIVIAL = all_forms("say tell think mean ask".split())
"""“I told you so” is no news."""

MOST_WORDS = 40
"""Of a sentence that is shown; longer ones are cut around their verb."""


def reported_events(told: Narration) -> Iterator[Learnt]:
    """What somebody is told of things that have happened, one in each sentence.

    Finds:
        A verb in the past or the perfect in a line of speech or a letter, if it is an event and
        its subject is of the cast: whoever is spoken to knows of it from then on.
    Why it holds:
        Who is told a thing knows that it was said; it need not be true.
    Misses:
        Bystanders; what is asked, denied or supposed; what is told without a verb (“a girl!”).

    Example:
        “I sank the boat,” said Tom to Ines. Ines knows of the sinking.
    """
    events = happenings(told)
    said = {each.quotation_id: each for each in told.story.attributions}
    for line in told.story.quotations:
        by = said.get(line.id)
        if by is None or by.speaker_id is None or not by.addressee_ids or line.kind == "thought":
            continue
        how: KnowingHow = "read" if line.kind == "writing" else "told"
        for event, evidence, sure in _in_line(told, line, events, frozenset(by.addressee_ids)):
            for who in by.addressee_ids:
                yield Learnt(who, event, how, evidence, sure * by.confidence)


def _in_line(
    told: Narration, line: Quotation, events: Mapping[int, EventId], hearers: frozenset[EntityId]
) -> Iterator[tuple[EventId, Span, float]]:
    """The first event of each sentence that somebody else than the hearers has a part in."""
    for part in line.parts:
        low, high = told.rows.row_of(part.start), told.rows.row_of(part.end - 1)
        behind = low
        for row in range(low, high + 1):
            subject = None
            if row >= behind and row in events and _is_past(told, row):
                subject = _doer(told, row)
            if subject is None or subject[0] in hearers or told.words[row] in _TRIVIAL:
                continue
            evidence = _sentence(told, row, low, high)
            behind = told.rows.row_of(evidence.end - 1) + 1
            yield events[row], evidence, subject[1]


def _doer(told: Narration, row: int) -> tuple[EntityId, float] | None:
    """Who did it, or to whom it was done: “I” of “I sank it”, Tom of “Tom was drowned”."""
    subjects = told.hanging(row, "nsubj", "nsubjpass")
    if not subjects and told.relations[row] in {"conj", "xcomp"}:
        subjects = told.hanging(told.heads[row], "nsubj", "nsubjpass")
    named = told.person(subjects[0]) if len(subjects) == 1 else None
    return None if named is None else (named.entity_id, named.sure)


def _is_past(told: Narration, row: int) -> bool:
    """Whether the verb says that it has happened: not asked, denied or supposed."""
    if told.tags[row] != "VERB" or told.asked[row]:
        return False
    small = told.hanging(row, "aux", "auxpass", "neg", "mark", "advmod")
    words = {told.words[each] for each in small}
    if words & _DOUBTS or any(word.endswith("n't") for word in words):
        return False
    pronouns = {told.words[each] for each in told.hanging(row, "nsubj", "nsubjpass")}
    if any(word.endswith(("'ll", "'d")) for word in pronouns):
        return False
    has = words & _HAVE or any(word.endswith(("'ve", "'s")) for word in pronouns)
    past = told.words[row].endswith("ed") or told.words[row] in IRREGULAR_PAST
    return bool(past or (has and told.words[row].endswith(("en", "wn", "ne"))))


def _sentence(told: Narration, row: int, low: int, high: int) -> Span:
    """The words around the verb, inside the line, up to the marks that end a sentence."""
    first = last = row
    while first > low and row - first < MOST_WORDS and told.words[first - 1] not in _STOPS:
        first -= 1
    while last < high and last - row < MOST_WORDS and told.words[last + 1] not in _STOPS:
        last += 1
    return told.span([first, last])


_STOPS = frozenset('. ! ? … ” “ " ‘'.split())
