"""Events: what really happens, and who takes part in it."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from fabula.encoder.scores import Scores
from fabula.stages.happening.participants import grammar_of
from fabula.stages.token_rows import TokenRows, token_rows
from fabula.story import Event, EventId, Mention, MentionId, Story

PLACES = frozenset({"FAC", "GPE", "LOC", "VEH"})
"""The types of mentions that something can happen in."""

LEAST_PROBABILITY = 0.5
"""From here on a word names an event."""


class FindEvents:
    """Finds the words by which the story says that something happens, with who takes part.

    In “If Ines had come, Tom would have sung. Instead he slept.” the one event is “slept”: what
    is supposed, denied, planned or general does not happen. The agent of “slept” is “he”. In
    “he slept in the mill” its place is the mill.
    """

    requires = ("paratext", "chapters", "scenes", "quotations", "mentions")
    provides = "events"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Event]:
        """The events, in text order."""
        rows = token_rows(story)
        grammar = grammar_of(story, self._scores)
        named = _by_head(story.mentions, rows)
        told = (self._scores.events >= LEAST_PROBABILITY) & rows.in_story(story)
        events = []
        for number, row in enumerate(np.flatnonzero(told).tolist(), start=1):
            span = rows.span(row, row)
            found = grammar.participants(row)
            events.append(
                Event(
                    id=EventId(f"v{number}"),
                    start=span.start,
                    end=span.end,
                    agents=_mentions(found.agents, named),
                    patients=_mentions(found.patients, named),
                    place_id=_place(grammar.whereabouts(row), named),
                    confidence=round(float(self._scores.events[row]), 2),
                )
            )
        return events


def _by_head(mentions: Sequence[Mention], rows: TokenRows) -> Mapping[int, Mention]:
    """The outermost mention with its head at each row: “Tom and Ines” rather than “Tom”."""
    heads = rows.rows_of([mention.head for mention in mentions]).tolist()
    named: dict[int, Mention] = {}
    for row, mention in zip(heads, mentions, strict=True):
        if row not in named or named[row].end - named[row].start < mention.end - mention.start:
            named[row] = mention
    return named


def _mentions(found: Iterable[int], named: Mapping[int, Mention]) -> tuple[MentionId, ...]:
    """The mentions that these tokens are heads of; one inside another is said by the outer."""
    outer: list[Mention] = []
    for row in found:
        mention = named.get(row)
        if mention is not None and (not outer or mention.start >= outer[-1].end):
            outer.append(mention)
    return tuple(mention.id for mention in outer)


def _place(found: Iterable[int], named: Mapping[int, Mention]) -> MentionId | None:
    """The first of these tokens that is the head of a place."""
    mentions = (named.get(row) for row in found)
    return next((each.id for each in mentions if each is not None and each.type in PLACES), None)
