"""The rows that `fabula show LAYER --json` prints: public, stable keys, names as in the cast.

A row says everything about its record without another look-up: the text is there beside the
offsets, people are named. `null` means looked for and not found.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from fabula.errors import LayerError
from fabula.formats import world_rows
from fabula.formats.scene_rows import SceneRow, scene_rows
from fabula.formats.shown import chains_by_mention, shown_chains, shown_people
from fabula.formats.world_rows import (
    EventRow,
    ItemRow,
    KnowledgeRow,
    PlaceRow,
    RelationRow,
    RelativeRow,
    SecretRow,
    StateRow,
)
from fabula.labels import (
    EntityKind,
    EntityType,
    Evidence,
    MentionForm,
    ParatextRole,
    Pronouns,
    QuotationKind,
)
from fabula.story import Attribution, EntityId, Quotation, Scene, Story
from fabula.text import Span, covering


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
    """A member of the cast with counts over the whole text; `first` is an offset.

    `members` are the names of those who belong to a group.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    pronouns: Pronouns | None
    mentions: int
    quotations: int
    first: int | None
    named: bool
    members: tuple[str, ...] = ()


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
    | SecretRow
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


def _paratext(story: Story) -> Iterator[Row]:
    for note in story.paratext:
        yield ParatextRow(note.role, note.start, note.end, story.document[note])


def _chapters(story: Story) -> Iterator[Row]:
    for chapter in story.chapters:
        yield ChapterRow(chapter.id, chapter.start, chapter.end, chapter.title)


def _scenes(story: Story) -> Iterator[Row]:
    return scene_rows(story, shown_people(story), shown_chains(story))


def _cast(story: Story) -> Iterator[Row]:
    mentions: Counter[str] = Counter()
    first: dict[str, int] = {}
    places = {mention.id: mention.start for mention in story.mentions}
    for chain in story.chains:
        if chain.entity_id:
            mentions[chain.entity_id] = len(chain.mention_ids)
            first[chain.entity_id] = places[chain.mention_ids[0]]
    spoken = Counter(each.speaker_id for each in story.attributions if each.speaker_id)
    known = {entity.id: entity.name for entity in story.cast}
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
            members=tuple(known[each.entity_id] for each in entity.members),
        )


def _mentions(story: Story) -> Iterator[Row]:
    names = shown_people(story)
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
    names, shown = shown_people(story), shown_chains(story)
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


def _quotations(story: Story) -> Iterator[Row]:
    names = shown_people(story)
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
    names: Mapping[EntityId, str],
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
    "events": (("scenes", "events", *_PEOPLE), world_rows.events),
    "places": (("places", *_PEOPLE), world_rows.places),
    "items": (("items", *_PEOPLE), world_rows.items),
    "states": (("states", "cast"), world_rows.states),
    "relations": (("relations", "cast"), world_rows.relations),
    "relatives": (("relatives", "cast"), world_rows.relatives),
    "knowledge": (("knowledge", "events", *_PEOPLE), world_rows.knowledge),
    "secrets": (("secrets", *_PEOPLE), world_rows.secrets),
    "quotations": (("scenes", "cast", "quotations", "attributions"), _quotations),
}
SHOWN = tuple(_WRITERS)
"""The layers that can be shown, in reading order."""
