"""What is told of people and things, layer by layer, for the cards of the page."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from fabula.page.naming import ThingsTold
from fabula.story import ChainId, Custody, Knowledge, Relation, State, Stay, Story
from fabula.text import Span, covering
from fabula.world.passages import passage

FactLayer = Literal["places", "items", "states", "relations", "knowledge"]


class FactOnPage(Struct, frozen=True, array_like=True, rename={"from_": "from"}):
    """Something told of someone; it may be shown when `to` is read, its end when `until` is.

    `what` is the thing, the attribute, the kind of relation or how something is known; `value`
    the place, how a thing was come by, the state, or what is known. `from_` and `to` span the
    words that say so; the key in JSON is `from`, which is no name in Python.
    """

    layer: FactLayer
    who: str | None
    other: str | None
    what: str
    value: str
    since: int
    until: int | None
    from_: int
    to: int
    sure: float


def facts_on_page(story: Story) -> Iterator[FactOnPage]:
    """All facts, layer by layer in text order, in the words used up to where each is told."""
    things = ThingsTold(story)
    yield from (_stay(story, things, each) for each in story.places)
    yield from (_custody(story, things, each) for each in story.items)
    yield from _states(story)
    yield from (_relation(story, each) for each in story.relations)
    yield from _knowledge(story, things)


def _stay(story: Story, things: ThingsTold, stay: Stay) -> FactOnPage:
    told = _told(story, stay.evidence, stay.since)
    return FactOnPage(
        layer="places",
        who=stay.who_id,
        other=None,
        what="in",
        value=things.name_at(stay.place_id, told.end),
        since=stay.since,
        until=stay.until,
        from_=told.start,
        to=told.end,
        sure=round(stay.confidence, 2),
    )


def _custody(story: Story, things: ThingsTold, custody: Custody) -> FactOnPage:
    told = _told(story, custody.evidence, custody.since)
    return FactOnPage(
        layer="items",
        who=custody.holder_id,
        other=None,
        what=things.name_at(custody.item_id, told.end),
        value=custody.how,
        since=custody.since,
        until=custody.until,
        from_=told.start,
        to=told.end,
        sure=round(custody.confidence, 2),
    )


def _states(story: Story) -> Iterator[FactOnPage]:
    """States and traits; what is told twice once."""
    said: set[tuple[str, str, str, int | None]] = set()
    for state in story.states:
        key = (state.who_id, state.attribute, state.value.casefold(), state.until)
        if key not in said:
            said.add(key)
            yield _state(story, state)


def _state(story: Story, state: State) -> FactOnPage:
    told = _told(story, state.evidence, state.since)
    until = state.until
    if until is not None and state.ended_by is not None:
        until = max(until, state.ended_by.end)
    return FactOnPage(
        layer="states",
        who=state.who_id,
        other=None,
        what=state.attribute,
        value=state.value,
        since=state.since,
        until=until,
        from_=told.start,
        to=told.end,
        sure=round(state.confidence, 2),
    )


def _relation(story: Story, relation: Relation) -> FactOnPage:
    told = _told(story, relation.evidence, relation.since)
    return FactOnPage(
        layer="relations",
        who=relation.a_id,
        other=relation.b_id,
        what=relation.kind,
        value="",
        since=relation.since,
        until=relation.until,
        from_=told.start,
        to=told.end,
        sure=round(relation.confidence, 2),
    )


def _knowledge(story: Story, things: ThingsTold) -> Iterator[FactOnPage]:
    people: frozenset[str] = frozenset(entity.id for entity in story.cast)
    events = {str(event.id): event for event in story.events}
    for each in story.knowledge:
        told = _told(story, each.evidence, each.since)
        value = ""
        if each.of_id in events:
            value = passage(story, events[each.of_id].span).quote
        elif each.of_id not in people:
            value = things.name_at(ChainId(each.of_id), told.end)
        yield _known(each, each.of_id if each.of_id in people else None, value, told)


def _known(known: Knowledge, other: str | None, value: str, told: Span) -> FactOnPage:
    return FactOnPage(
        layer="knowledge",
        who=known.who_id,
        other=other,
        what=known.how,
        value=value,
        since=known.since,
        until=None,
        from_=told.start,
        to=told.end,
        sure=round(known.confidence, 2),
    )


def _told(story: Story, evidence: Span, since: int) -> Span:
    """The words that say so; where it begins only after them, the sentence in which it begins.

    Who joins somebody whose place was told pages before is in that place from there on.
    """
    if evidence.end > since:
        return evidence
    sentence = covering(story.document.sentences, since)
    return Span(since, since + 1) if sentence is None else Span(sentence.start, sentence.end)
