"""Events: what happens in the story and what does not, and who takes part in it."""

from collections.abc import Iterable, Mapping, Sequence

from fabula.encoder.scores import Scores
from fabula.labels import EntityType
from fabula.stages.clauses.narration import Narration, narration_of
from fabula.stages.happening.realis import Happening, Happenings
from fabula.stages.happening.roles import (
    instruments,
    owners_of_parts,
    recipients,
    time_of,
    whereabouts,
)
from fabula.stages.token_rows import TokenRows
from fabula.story import EntityId, Event, EventId, Mention, MentionId, Story

PLACES: frozenset[EntityType] = frozenset({"FAC", "GPE", "LOC", "VEH"})
"""The types of mentions that something can happen in."""


class FindEvents:
    """Finds the words by which the story says that something happens, with who takes part.

    In “If Ines had come, Tom would have sung. Instead he slept.” the one event that is actual is
    “slept”; “come” and “sung” are hypothetical. The agent of “slept” is “he”. In “he slept in the
    mill” its place is the mill.
    """

    requires = (
        "paratext",
        "chapters",
        "scenes",
        "quotations",
        "mentions",
        "cast",
        "links",
        "attributions",
        "speech_links",
        "chains",
    )
    provides = "events"

    def __init__(self, scores: Scores) -> None:
        """A stage that reads these scores of the story's document."""
        self._scores = scores

    def __call__(self, story: Story) -> Sequence[Event]:
        """The events, in text order."""
        told = narration_of(story, self._scores)
        roles = _Roles(told)
        return [
            roles.event(EventId(f"v{number}"), happening)
            for number, happening in enumerate(Happenings(told).all(), start=1)
        ]


class _Roles:
    """Who and what takes part in the events of a story, as mentions."""

    def __init__(self, told: Narration) -> None:
        self._told = told
        self._named = _by_head(told.story.mentions, told.rows)

    def event(self, event_id: EventId, happening: Happening) -> Event:
        """The event at this word with all who take part."""
        told, row, named = self._told, happening.row, self._named
        span = told.rows.span(row, row)
        found = told.participants(row)
        agents = _mentions(found.agents, named)
        getting = self._people(recipients(told, row), agents)
        hurt = self._people(owners_of_parts(told, row), agents)
        patients = (*_mentions(found.patients, named), *hurt)
        return Event(
            id=event_id,
            start=span.start,
            end=span.end,
            realis=happening.realis,
            agents=agents,
            patients=tuple(dict.fromkeys(each for each in patients if each not in getting)),
            recipients=getting,
            instrument_id=_first(instruments(told, row), named, frozenset({"ITEM"})),
            place_id=_first(whereabouts(told, row), named, PLACES),
            time=time_of(told, row),
            frame=happening.frame,
            teller_id=happening.teller_id,
            confidence=happening.confidence,
        )

    def _entity(self, mention_id: MentionId) -> EntityId | None:
        return self._told.chains[mention_id].entity_id

    def _people(self, found: Iterable[int], agents: Iterable[MentionId]) -> tuple[MentionId, ...]:
        """The people among these who do not act: nobody gives a thing into his own hand."""
        giving = {self._entity(each) for each in agents} - {None}
        people = [self._named[row] for row in found if row in self._named]
        return tuple(
            each.id for each in people if each.type == "PER" and self._entity(each.id) not in giving
        )


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


def _first(
    found: Iterable[int], named: Mapping[int, Mention], types: frozenset[EntityType]
) -> MentionId | None:
    """The mention at the first of these tokens that is the head of one of such a type."""
    mentions = (named.get(row) for row in found)
    return next((each.id for each in mentions if each is not None and each.type in types), None)
