"""The rows that `fabula show LAYER --json` prints: public, stable keys, names as in the cast.

A row says everything about its record without another look-up: the text is there beside the
offsets, people are named. `null` means looked for and not found.
"""

from collections import Counter
from collections.abc import Callable, Iterator

from msgspec import Struct

from fabula.errors import LayerError
from fabula.story import (
    Attribution,
    EntityId,
    EntityKind,
    EntityType,
    Evidence,
    Link,
    MentionForm,
    MentionId,
    ParatextRole,
    Person,
    Presence,
    Pronouns,
    Quotation,
    QuotationKind,
    Scene,
    Story,
    Tense,
    Viewpoint,
)
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


class SceneRow(Struct, frozen=True):
    """A scene; `viewpoint` is the focalizer's name, `also` other minds entered."""

    id: str
    chapter: str
    start: int
    end: int
    opened_by: str
    viewpoint: str | None
    also: tuple[str, ...]
    person: Person | None
    tense: Tense | None
    place: str | None
    time: str | None
    present: tuple[str, ...]
    confidence: float


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
    """A mention; `entity` and `name` are null where it was not linked to the cast."""

    start: int
    end: int
    text: str
    type: EntityType
    form: MentionForm
    entity: str | None
    name: str | None


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


Row = ParatextRow | ChapterRow | SceneRow | CastRow | MentionRow | QuotationRow


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


def links_by_mention(story: Story) -> dict[MentionId, Link]:
    """Which entity each mention points at, inside quotations and outside."""
    return {link.mention_id: link for link in (*story.links, *story.speech_links)}


def _names(story: Story) -> dict[EntityId, str]:
    return {entity.id: entity.name for entity in story.cast}


def _paratext(story: Story) -> Iterator[Row]:
    for note in story.paratext:
        yield ParatextRow(note.role, note.start, note.end, story.document[note])


def _chapters(story: Story) -> Iterator[Row]:
    for chapter in story.chapters:
        yield ChapterRow(chapter.id, chapter.start, chapter.end, chapter.title)


def _scenes(story: Story) -> Iterator[Row]:
    names = _names(story)
    viewpoints = {viewpoint.scene_id: viewpoint for viewpoint in story.viewpoints}
    presences = {presence.scene_id: presence for presence in story.presence}
    for scene in story.scenes:
        viewpoint = viewpoints.get(scene.id, Viewpoint(scene_id=scene.id))
        presence = presences.get(scene.id, Presence(scene_id=scene.id, entity_ids=()))
        yield _scene_row(scene, viewpoint, presence, names)


def _scene_row(
    scene: Scene, viewpoint: Viewpoint, presence: Presence, names: dict[EntityId, str]
) -> SceneRow:
    focalizer = viewpoint.focalizer_id
    return SceneRow(
        id=scene.id,
        chapter=scene.chapter_id,
        start=scene.start,
        end=scene.end,
        opened_by=scene.opened_by,
        viewpoint=names[focalizer] if focalizer else None,
        also=tuple(names[other] for other in viewpoint.also),
        person=viewpoint.person,
        tense=viewpoint.tense,
        place=None,  # no stage looks for places and times yet
        time=None,
        present=tuple(names[entity] for entity in presence.entity_ids),
        confidence=viewpoint.confidence,
    )


def _cast(story: Story) -> Iterator[Row]:
    mentions: Counter[str] = Counter()
    first: dict[str, int] = {}
    links = links_by_mention(story)
    for mention in story.mentions:
        link = links.get(mention.id)
        if link:
            mentions[link.entity_id] += 1
            first.setdefault(link.entity_id, mention.start)
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
    links = links_by_mention(story)
    for mention in story.mentions:
        link = links.get(mention.id)
        yield MentionRow(
            start=mention.start,
            end=mention.end,
            text=story.document[mention],
            type=mention.type,
            form=mention.form,
            entity=link.entity_id if link else None,
            name=names[link.entity_id] if link else None,
        )


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


_PEOPLE = ("mentions", "cast", "links")
_WRITERS: dict[str, tuple[tuple[str, ...], Callable[[Story], Iterator[Row]]]] = {
    "paratext": (("paratext",), _paratext),
    "chapters": (("chapters",), _chapters),
    "scenes": (("scenes", "cast", "presence", "viewpoints"), _scenes),
    "cast": ((*_PEOPLE, "attributions"), _cast),
    "mentions": (_PEOPLE, _mentions),
    "quotations": (("scenes", "cast", "quotations", "attributions"), _quotations),
}
SHOWN = tuple(_WRITERS)
"""The layers that can be shown, in reading order."""
