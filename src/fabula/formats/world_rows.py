"""The world of a story as rows: what happens, who is where, has what, is how, and knows of what."""

from collections.abc import Iterator

from msgspec import Struct

from fabula.formats.shown import shown_by_id, shown_chains, shown_mentions, shown_people
from fabula.labels import CustodyChange, KnowingHow, Realis, RelationKind, StateAttribute
from fabula.story import Story
from fabula.text import Span, covering


class EventRow(Struct, frozen=True):
    """A word that says what happens or does not, with those who take part.

    People of the cast are given by name, everyone and everything else by the words used.
    """

    start: int
    end: int
    text: str
    agents: tuple[str, ...]
    patients: tuple[str, ...]
    recipients: tuple[str, ...]
    instrument: str | None
    place: str | None
    time: str | None
    realis: Realis
    frame: Span | None
    teller: str | None
    scene: str | None
    confidence: float


class PlaceRow(Struct, frozen=True):
    """Someone in a place from `since` up to `until`, null while nothing ends it; offsets.

    `where` is how the text names the place most tellingly, `evidence` the words that say so.
    """

    who: str
    where: str
    since: int
    until: int | None
    evidence: Span
    confidence: float


class ItemRow(Struct, frozen=True):
    """Someone has a thing from `since` up to `until`; `holder` null: nobody, it lies about."""

    item: str
    holder: str | None
    how: CustodyChange
    since: int
    until: int | None
    evidence: Span
    confidence: float


class StateRow(Struct, frozen=True):
    """A state that someone is in, and the words that begin and that end it; or a trait."""

    who: str
    attribute: StateAttribute
    value: str
    since: int
    until: int | None
    evidence: Span
    ended_by: Span | None
    confidence: float


class RelationRow(Struct, frozen=True):
    """`a` is KIND of `b`, from `since` up to `until`; `evidence` spans the words that say so."""

    a: str
    kind: RelationKind
    b: str
    since: int
    until: int | None
    evidence: Span
    confidence: float


class RelativeRow(Struct, frozen=True):
    """Somebody outside the cast is KIND of `who`, and is called `noun` for it."""

    who: str
    kind: RelationKind
    noun: str
    since: int
    evidence: Span
    confidence: float


class KnowledgeRow(Struct, frozen=True):
    """Someone knows of a person, thing or event (`of_id`) from `since` on.

    `of` is the name of a person, the words for a thing, the word of an event.
    """

    who: str
    of: str
    of_id: str
    how: KnowingHow
    since: int
    evidence: Span
    confidence: float


class SecretRow(Struct, frozen=True):
    """What `keepers` keep from others from `since` up to `until`, null while it has not come out.

    `hidden_from` empty: from everybody else. `about` are the people and things that the words of
    the `evidence` name; `ended_by` are the words with which it comes out.
    """

    keepers: tuple[str, ...]
    hidden_from: tuple[str, ...]
    about: tuple[str, ...]
    since: int
    until: int | None
    evidence: Span
    ended_by: Span | None
    confidence: float


def events(story: Story) -> Iterator[EventRow]:
    """The rows of the layer `events`, in text order."""
    shown, names = shown_mentions(story), shown_people(story)
    for event in story.events:
        scene = covering(story.scenes, event.start)
        yield EventRow(
            start=event.start,
            end=event.end,
            text=story.document[event],
            agents=tuple(shown[each] for each in event.agents),
            patients=tuple(shown[each] for each in event.patients),
            recipients=tuple(shown[each] for each in event.recipients),
            instrument=None if event.instrument_id is None else shown[event.instrument_id],
            place=None if event.place_id is None else shown[event.place_id],
            time=None if event.time is None else story.document[event.time],
            realis=event.realis,
            frame=event.frame,
            teller=None if event.teller_id is None else names[event.teller_id],
            scene=scene.id if scene else None,
            confidence=event.confidence,
        )


def places(story: Story) -> Iterator[PlaceRow]:
    """The rows of the layer `places`, in text order."""
    names, shown = shown_people(story), shown_chains(story)
    for stay in story.places:
        yield PlaceRow(
            who=names[stay.who_id],
            where=shown[stay.place_id],
            since=stay.since,
            until=stay.until,
            evidence=stay.evidence,
            confidence=stay.confidence,
        )


def items(story: Story) -> Iterator[ItemRow]:
    """The rows of the layer `items`, in text order."""
    names, shown = shown_people(story), shown_chains(story)
    for custody in story.items:
        yield ItemRow(
            item=shown[custody.item_id],
            holder=names[custody.holder_id] if custody.holder_id else None,
            how=custody.how,
            since=custody.since,
            until=custody.until,
            evidence=custody.evidence,
            confidence=custody.confidence,
        )


def states(story: Story) -> Iterator[StateRow]:
    """The rows of the layer `states`, in text order."""
    names = shown_people(story)
    for state in story.states:
        yield StateRow(
            who=names[state.who_id],
            attribute=state.attribute,
            value=state.value,
            since=state.since,
            until=state.until,
            evidence=state.evidence,
            ended_by=state.ended_by,
            confidence=state.confidence,
        )


def relations(story: Story) -> Iterator[RelationRow]:
    """The rows of the layer `relations`, in text order."""
    names = shown_people(story)
    for relation in story.relations:
        yield RelationRow(
            a=names[relation.a_id],
            kind=relation.kind,
            b=names[relation.b_id],
            since=relation.since,
            until=relation.until,
            evidence=relation.evidence,
            confidence=relation.confidence,
        )


def relatives(story: Story) -> Iterator[RelativeRow]:
    """The rows of the layer `relatives`, in text order."""
    names = shown_people(story)
    for relative in story.relatives:
        yield RelativeRow(
            who=names[relative.who_id],
            kind=relative.kind,
            noun=relative.noun,
            since=relative.since,
            evidence=relative.evidence,
            confidence=relative.confidence,
        )


def knowledge(story: Story) -> Iterator[KnowledgeRow]:
    """The rows of the layer `knowledge`, in text order."""
    shown = shown_by_id(story)
    for known in story.knowledge:
        yield KnowledgeRow(
            who=shown[known.who_id],
            # An event is known by what is said of it: its word alone says too little.
            of=shown.get(known.of_id) or story.document[known.evidence],
            of_id=known.of_id,
            how=known.how,
            since=known.since,
            evidence=known.evidence,
            confidence=known.confidence,
        )


def secrets(story: Story) -> Iterator[SecretRow]:
    """The rows of the layer `secrets`, in text order."""
    shown = shown_by_id(story)
    for secret in story.secrets:
        yield SecretRow(
            keepers=tuple(shown[each] for each in secret.keeper_ids),
            hidden_from=tuple(shown[each] for each in secret.from_ids),
            about=tuple(shown[each] for each in secret.about_ids),
            since=secret.since,
            until=secret.until,
            evidence=secret.evidence,
            ended_by=secret.ended_by,
            confidence=secret.confidence,
        )
