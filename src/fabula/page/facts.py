"""What is told of people and things, layer by layer, for the cards of the page."""

from collections.abc import Iterator
from itertools import product
from typing import Literal

from msgspec import Struct

from fabula.page.naming import ThingsTold
from fabula.story import ChainId, Custody, Relation, Relative, Secret, State, Stay, Story
from fabula.text import Span, covering

Record = Stay | Custody | State | Relation | Relative | Secret
FactLayer = Literal["places", "items", "states", "relations", "relatives", "secrets"]


class FactOnPage(Struct, frozen=True, array_like=True, rename={"from_": "from"}):
    """Something told of someone; it may be shown when `to` is read, its end when `until` is.

    `what` is the thing, the attribute or the kind of relation; `value` the place, how a thing was
    come by, the state, what a relative is called, or what a secret is about. `from_` and `to` span
    the words that say so; the key in JSON is `from`, which is no name in Python.
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
    """The facts that cards show, by layer in text order, in words used up to where each is told.

    What people know has no card: of one who talks to many it would be a list of everybody.
    """
    things = ThingsTold(story)
    yield from (_stay(story, things, each) for each in story.places)
    yield from (_custody(story, things, each) for each in story.items)
    yield from _states(story)
    yield from (_relation(story, each) for each in story.relations)
    yield from (_relative(story, each) for each in story.relatives)
    for secret in story.secrets:
        yield from _secret(story, things, secret)


def end_told_at(record: State | Secret) -> int | None:
    """The offset from which one knows that it is over; None while it is not.

    Somebody is free from “Ines” on in “Ines cut him loose”, and it is known at the end.
    """
    if record.until is None or record.ended_by is None:
        return record.until
    return max(record.until, record.ended_by.end)


def _stay(story: Story, things: ThingsTold, stay: Stay) -> FactOnPage:
    told = _told(story, stay)
    return _fact(
        stay,
        told,
        layer="places",
        who=stay.who_id,
        what="in",
        value=things.name_at(stay.place_id, told.end),
        until=stay.until,
    )


def _custody(story: Story, things: ThingsTold, custody: Custody) -> FactOnPage:
    told = _told(story, custody)
    return _fact(
        custody,
        told,
        layer="items",
        who=custody.holder_id,
        what=things.name_at(custody.item_id, told.end),
        value=custody.how,
        until=custody.until,
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
    told = _told(story, state)
    return _fact(
        state,
        told,
        layer="states",
        who=state.who_id,
        what=state.attribute,
        value=state.value,
        until=end_told_at(state),
    )


def _relation(story: Story, relation: Relation) -> FactOnPage:
    told = _told(story, relation)
    return _fact(
        relation,
        told,
        layer="relations",
        who=relation.a_id,
        other=relation.b_id,
        what=relation.kind,
        value="",
        until=relation.until,
    )


def _relative(story: Story, relative: Relative) -> FactOnPage:
    told = _told(story, relative)
    return _fact(
        relative,
        told,
        layer="relatives",
        who=relative.who_id,
        what=relative.kind,
        value=relative.noun,
        until=None,
    )


def _secret(story: Story, things: ThingsTold, secret: Secret) -> Iterator[FactOnPage]:
    """One fact for each keeper and each from whom it is kept; None: from everybody else."""
    told = _told(story, secret)
    people: frozenset[str] = frozenset(entity.id for entity in story.cast)
    about = [ChainId(each) for each in secret.about_ids if each not in people]
    for keeper, other in product(secret.keeper_ids, secret.from_ids or (None,)):
        yield _fact(
            secret,
            told,
            layer="secrets",
            who=keeper,
            other=other,
            what="keeps",
            value=", ".join(things.name_at(each, told.end) for each in about),
            until=end_told_at(secret),
        )


def _fact(
    record: Record,
    told: Span,
    *,
    layer: FactLayer,
    who: str | None,
    what: str,
    value: str,
    until: int | None,
    other: str | None = None,
) -> FactOnPage:
    """The fact of a record that the words in `told` say."""
    return FactOnPage(
        layer=layer,
        who=who,
        other=other,
        what=what,
        value=value,
        since=record.since,
        until=until,
        from_=told.start,
        to=told.end,
        sure=round(record.confidence, 2),
    )


def _told(story: Story, record: Record) -> Span:
    """The words that say so; where it begins only after them, the sentence in which it begins.

    Who joins somebody whose place was told pages before is in that place from there on.
    """
    if record.evidence.end > record.since:
        return record.evidence
    sentence = covering(story.document.sentences, record.since)
    if sentence is None:
        return Span(record.since, record.since + 1)
    return Span(sentence.start, sentence.end)
