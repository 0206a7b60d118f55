"""Who speaks is no longer asleep: sleep and faints that nothing ends until the sleeper talks."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import structs

from fabula.story import EntityId, State, Story
from fabula.text import Span, covering

LEAST_SURE_SPEAKER = 0.7
"""A speaker less sure than this wakes nobody."""

_OUT = frozenset({"sleep", "consciousness"})


def roused_by_speech(story: Story, states: Iterable[State]) -> list[State]:
    """The states, those of sleepers ended where the sleeper next says something.

    “Tom fell asleep. … ‘Breakfast!’ said Tom.”: asleep until he calls for breakfast. What is said
    in the paragraph that tells of the sleep may be talk in it, and ends nothing.
    """
    lines = _lines(story)
    return [_ended(story, state, lines[state.who_id]) for state in states]


def _lines(story: Story) -> defaultdict[EntityId, list[Span]]:
    """What everybody surely says, in text order."""
    spoken = {each.id: each for each in story.quotations if each.kind == "speech"}
    lines: defaultdict[EntityId, list[Span]] = defaultdict(list)
    for line in story.attributions:
        quotation = spoken.get(line.quotation_id)
        sure = line.confidence >= LEAST_SURE_SPEAKER
        if quotation is not None and sure and line.speaker_id is not None:
            lines[line.speaker_id].append(Span(quotation.start, quotation.end))
    for spans in lines.values():
        spans.sort(key=lambda span: span.start)
    return lines


def _ended(story: Story, state: State, lines: Sequence[Span]) -> State:
    if state.attribute not in _OUT or state.value == "awake":
        return state
    paragraph = covering(story.document.paragraphs, state.since)
    after = paragraph.end if paragraph else state.evidence.end
    at = bisect_left(lines, after, key=lambda span: span.start)
    if at == len(lines) or (state.until is not None and state.until <= lines[at].start):
        return state
    return structs.replace(state, until=lines[at].start, ended_by=lines[at])
