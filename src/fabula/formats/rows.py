"""The rows that `fabula show LAYER --json` prints: public, stable keys, names as in the cast.

A row says everything about its record without another look-up: the text is there beside the
offsets, people are named. `null` means looked for and not found.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from fabula.errors import LayerError
from fabula.formats.scene_rows import SceneRow, scene_rows
from fabula.story import (
    Attribution,
    Chain,
    ChainId,
    CustodyChange,
    EntityId,
    EntityKind,
    EntityType,
    Evidence,
    KnowingHow,
    MentionForm,
    MentionId,
    ParatextRole,
    Pronouns,
    Quotation,
    QuotationKind,
    Realis,
    RelationKind,
    Scene,
    StateAttribute,
    Story,
)
from fabula.text import Span, covering
from fabula.world.things import as_called


class ParatextRow(Struct, frozen=True):
    """Text about the story: its role, place and words."""

    role: ParatextRole
    start: int
    end: int
    text: str


class ChapterRow(Struct, frozen=True):
    """A chapter; `title` is null where it has no heading."""

    id: str
    start: int
    end: int
    title: str | None


class CastRow(Struct, frozen=True):
    """A member of the cast with counts over the whole text; `first` is an offset."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    pronouns: Pronouns | None
    mentions: int
    quotations: int
    first: int | None
    named: bool


class MentionRow(Struct, frozen=True):
    """A mention and its chain; `entity` and `name` are null where that is outside the cast."""

    start: int
    end: int
    text: str
    type: EntityType
    form: MentionForm
    entity: str | None
    name: str | None
    chain: str


class ChainRow(Struct, frozen=True):
    """All mentions of one person, place or thing; `text` is how it is named most tellingly.

    `entity` and `name` are null for places, things, and people outside the cast; `mentions`
    counts, `spans` says where they are.
    """

    id: str
    text: str
    type: EntityType
    entity: str | None
    name: str | None
    mentions: int
    spans: tuple[Span, ...]


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


class QuotationRow(Struct, frozen=True):
    """A quotation with its speaker; `text` is its parts, joined by a space."""

    id: str
    start: int
    end: int
    parts: tuple[Span, ...]
    text: str
    kind: QuotationKind
    speaker: str | None
    addressees: tuple[str, ...]
    cue: Span | None
    manner: str | None
    evidence: Evidence
    confidence: float
    candidates: tuple[str, ...]
    scene: str | None


Row = (
    ParatextRow
    | ChapterRow
    | SceneRow
    | CastRow
    | MentionRow
    | ChainRow
    | EventRow
    | PlaceRow
    | ItemRow
    | StateRow
    | RelationRow
    | RelativeRow
    | KnowledgeRow
    | QuotationRow
)


def rows(story: Story, layer: str) -> Iterator[Row]:
    """The rows of one layer, in text order (the cast by first appearance).

    Raises:
        LayerError: if the layer is unknown, or was not computed for this story.
    """
    if layer not in _WRITERS:
        raise LayerError(f"expected a layer ({', '.join(SHOWN)}), found '{layer}'; choose one")
    needs, writer = _WRITERS[layer]
    missing = [need for need in needs if need not in story.layers]
    if missing:
        raise LayerError(
            f"expected a story with the layers {', '.join(needs)}, found none of "
            f"{', '.join(missing)}; read the story again"
        )
    return writer(story)


def chains_by_mention(story: Story) -> dict[MentionId, Chain]:
    """The chain that each mention is in."""
    return {mention_id: chain for chain in story.chains for mention_id in chain.mention_ids}


def _names(story: Story) -> dict[EntityId, str]:
    return {entity.id: entity.name for entity in story.cast}


def _paratext(story: Story) -> Iterator[Row]:
    for note in story.paratext:
        yield ParatextRow(note.role, note.start, note.end, story.document[note])


def _chapters(story: Story) -> Iterator[Row]:
    for chapter in story.chapters:
        yield ChapterRow(chapter.id, chapter.start, chapter.end, chapter.title)


def _scenes(story: Story) -> Iterator[Row]:
    return scene_rows(story, _names(story), _shown_chains(story))


def _cast(story: Story) -> Iterator[Row]:
    mentions: Counter[str] = Counter()
    first: dict[str, int] = {}
    places = {mention.id: mention.start for mention in story.mentions}
    for chain in story.chains:
        if chain.entity_id:
            mentions[chain.entity_id] = len(chain.mention_ids)
            first[chain.entity_id] = places[chain.mention_ids[0]]
    spoken = Counter(each.speaker_id for each in story.attributions if each.speaker_id)
    for entity in story.cast:
        yield CastRow(
            id=entity.id,
            name=entity.name,
            aliases=tuple(alias.name for alias in entity.aliases),
            kind=entity.kind,
            pronouns=entity.pronouns,
            mentions=mentions[entity.id],
            quotations=spoken[entity.id],
            first=first.get(entity.id),
            named=entity.named,
        )


def _mentions(story: Story) -> Iterator[Row]:
    names = _names(story)
    chains = chains_by_mention(story)
    for mention in story.mentions:
        chain = chains[mention.id]
        yield MentionRow(
            start=mention.start,
            end=mention.end,
            text=story.document[mention],
            type=mention.type,
            form=mention.form,
            entity=chain.entity_id,
            name=names[chain.entity_id] if chain.entity_id else None,
            chain=chain.id,
        )


def _chains(story: Story) -> Iterator[Row]:
    names, shown = _names(story), _shown_chains(story)
    mentions = {mention.id: mention for mention in story.mentions}
    for chain in story.chains:
        inside = [mentions[mention_id] for mention_id in chain.mention_ids]
        yield ChainRow(
            id=chain.id,
            text=shown[chain.id],
            type=chain.type,
            entity=chain.entity_id,
            name=names[chain.entity_id] if chain.entity_id else None,
            mentions=len(inside),
            spans=tuple(mention.span for mention in inside),
        )


def _shown_chains(story: Story) -> dict[ChainId, str]:
    """Each chain by its most telling words."""
    mentions = {mention.id: mention for mention in story.mentions}
    shown = {}
    for chain in story.chains:
        inside = [mentions[mention_id] for mention_id in chain.mention_ids]
        told = min(inside, key=lambda mention: _TELLING.index(mention.form))
        shown[chain.id] = as_called(story.document[told], told.form)
    return shown


def _places(story: Story) -> Iterator[Row]:
    names, shown = _names(story), _shown_chains(story)
    for stay in story.places:
        yield PlaceRow(
            who=names[stay.who_id],
            where=shown[stay.place_id],
            since=stay.since,
            until=stay.until,
            evidence=stay.evidence,
            confidence=stay.confidence,
        )


def _items(story: Story) -> Iterator[Row]:
    names, shown = _names(story), _shown_chains(story)
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


def _states(story: Story) -> Iterator[Row]:
    names = _names(story)
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


def _relations(story: Story) -> Iterator[Row]:
    names = _names(story)
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


def _relatives(story: Story) -> Iterator[Row]:
    names = _names(story)
    for relative in story.relatives:
        yield RelativeRow(
            who=names[relative.who_id],
            kind=relative.kind,
            noun=relative.noun,
            since=relative.since,
            evidence=relative.evidence,
            confidence=relative.confidence,
        )


def _knowledge(story: Story) -> Iterator[Row]:
    shown: dict[str, str] = {str(chain): words for chain, words in _shown_chains(story).items()}
    shown |= {entity.id: entity.name for entity in story.cast}
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


_TELLING: tuple[MentionForm, ...] = ("proper", "nominal", "pronominal")
"""The forms of a mention, the one that tells most of its person or thing first."""


def _events(story: Story) -> Iterator[Row]:
    shown, names = _shown_mentions(story), _names(story)
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


def _shown_mentions(story: Story) -> dict[MentionId, str]:
    """Each mention by the name of its member of the cast, else as written."""
    names = _names(story)
    chains = chains_by_mention(story)
    shown = {}
    for mention in story.mentions:
        entity_id = chains[mention.id].entity_id
        shown[mention.id] = names[entity_id] if entity_id else story.document[mention]
    return shown


def _quotations(story: Story) -> Iterator[Row]:
    names = _names(story)
    attributions = {each.quotation_id: each for each in story.attributions}
    for quotation in story.quotations:
        attribution = attributions.get(quotation.id, Attribution(quotation_id=quotation.id))
        scene = covering(story.scenes, quotation.start)
        yield _quotation_row(story, quotation, attribution, scene, names)


def _quotation_row(
    story: Story,
    quotation: Quotation,
    attribution: Attribution,
    scene: Scene | None,
    names: dict[EntityId, str],
) -> QuotationRow:
    return QuotationRow(
        id=quotation.id,
        start=quotation.start,
        end=quotation.end,
        parts=quotation.parts,
        text=" ".join(story.document[part] for part in quotation.parts),
        kind=quotation.kind,
        speaker=names[attribution.speaker_id] if attribution.speaker_id else None,
        addressees=tuple(names[each] for each in attribution.addressee_ids),
        cue=attribution.cue,
        manner=attribution.manner,
        evidence=attribution.evidence,
        confidence=attribution.confidence,
        candidates=tuple(names[each] for each in attribution.candidates),
        scene=scene.id if scene else None,
    )


_PEOPLE = ("mentions", "cast", "chains")
_WRITERS: dict[str, tuple[tuple[str, ...], Callable[[Story], Iterator[Row]]]] = {
    "paratext": (("paratext",), _paratext),
    "chapters": (("chapters",), _chapters),
    "scenes": (("scenes", "cast", "presence", "viewpoints"), _scenes),
    "cast": ((*_PEOPLE, "attributions"), _cast),
    "mentions": (_PEOPLE, _mentions),
    "chains": (_PEOPLE, _chains),
    "events": (("scenes", "events", *_PEOPLE), _events),
    "places": (("places", *_PEOPLE), _places),
    "items": (("items", *_PEOPLE), _items),
    "states": (("states", "cast"), _states),
    "relations": (("relations", "cast"), _relations),
    "relatives": (("relatives", "cast"), _relatives),
    "knowledge": (("knowledge", "events", *_PEOPLE), _knowledge),
    "quotations": (("scenes", "cast", "quotations", "attributions"), _quotations),
}
SHOWN = tuple(_WRITERS)
"""The layers that can be shown, in reading order."""
