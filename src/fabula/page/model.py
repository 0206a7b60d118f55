"""The story as the script of the page reads it: one block of JSON.

Offsets are code points of the story's text; a `Told` value may be shown once the text up to its
offset is read. The field names are the keys that `web/src/model.ts` knows.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct, structs

from fabula.corrections.lines import quotation_places
from fabula.corrections.records import Anchor
from fabula.formats.byline import title_of
from fabula.labels import EntityKind, Evidence, Pronouns, QuotationKind
from fabula.page.facts import FactOnPage, facts_on_page
from fabula.page.people import PersonOnPage, mentions_by_person, words_in
from fabula.page.scenes import SceneOnPage, scene_of, scenes_on_page
from fabula.story import Attribution, EntityId, Mention, Story

VERSION = 2
"""Of the model's form; `web/src/model.ts` has the same number and reads no other."""

MOST_OTHERS = 5
"""Other speakers offered for a line: more are not read."""

_ESCAPES = {
    b"<": b"\\u003c",
    b">": b"\\u003e",
    b"&": b"\\u0026",
    "\u2028".encode(): b"\\u2028",
    "\u2029".encode(): b"\\u2029",
}
"""What could end the block or begin a comment in it; inside JSON strings both forms are one."""


class ChapterOnPage(Struct, frozen=True):
    """A chapter and the offset where it begins."""

    id: str
    title: str | None
    at: int


class PersonRecord(Struct, frozen=True):
    """Somebody of the cast; `mentions` are the starts of all mentions, each less the last."""

    id: str
    kind: EntityKind
    colour: int
    initials: str
    names: tuple[tuple[int, str], ...]
    aliases: tuple[tuple[int, str], ...]
    pronouns: Pronouns | None
    mentions: tuple[int, ...]


class LineOnPage(Struct, frozen=True, array_like=True):
    """A quotation and who utters it; `sure` is the confidence, `others` who else may have.

    `anchor` names the line in a file of corrections: the values of an `Anchor` in the order of its
    fields, without those at the end that are None.
    """

    id: str
    at: int
    end: int
    kind: QuotationKind
    by: str | None
    to: tuple[str, ...]
    sure: float
    evidence: Evidence
    others: tuple[str, ...]
    words: int
    scene: str | None
    anchor: tuple[str | int | None, ...] | None


Row = TypeVar("Row", bound=Struct)


class Table(Struct, Generic[Row], frozen=True):
    """Records of one kind, of which there are thousands: the keys once, then only the values."""

    keys: tuple[str, ...]
    rows: tuple[Row, ...]


class PageModel(Struct, frozen=True):
    """All of it; `end` is the length of the text."""

    version: int
    title: str | None
    end: int
    chapters: tuple[ChapterOnPage, ...]
    scenes: tuple[SceneOnPage, ...]
    people: tuple[PersonRecord, ...]
    lines: Table[LineOnPage]
    facts: Table[FactOnPage]


def page_model(
    story: Story, people: Sequence[PersonOnPage], scenes: Sequence[SceneOnPage] | None = None
) -> PageModel:
    """The model of a story, with `people` and `scenes` as they are on the page."""
    return PageModel(
        version=VERSION,
        title=title_of(story),
        end=len(story.document.text),
        chapters=tuple(
            ChapterOnPage(chapter.id, chapter.title, chapter.start) for chapter in story.chapters
        ),
        scenes=tuple(scenes_on_page(story, people) if scenes is None else scenes),
        people=tuple(_people(story, people)),
        lines=_table(LineOnPage, _lines(story)),
        facts=_table(FactOnPage, facts_on_page(story)),
    )


def json_block(model: PageModel) -> str:
    """The model as JSON that can stand in a `<script>` element: no sign in it ends the element."""
    data = msgspec.json.encode(model)
    for sign, escaped in _ESCAPES.items():
        data = data.replace(sign, escaped)
    return data.decode()


def _table(kind: type[Row], rows: Iterable[Row]) -> Table[Row]:
    return Table(keys=kind.__struct_encode_fields__, rows=tuple(rows))


def _people(story: Story, people: Sequence[PersonOnPage]) -> Iterator[PersonRecord]:
    mentions = mentions_by_person(story)
    for person, entity in zip(people, story.cast, strict=True):
        yield PersonRecord(
            id=entity.id,
            kind=entity.kind,
            colour=person.colour,
            initials=person.initials,
            names=person.names,
            aliases=person.aliases,
            pronouns=entity.pronouns,
            mentions=_differences(mentions.get(entity.id, ())),
        )


def _differences(mentions: Sequence[Mention]) -> tuple[int, ...]:
    """Each start less the one before: short numbers make a short file."""
    last, found = 0, []
    for mention in mentions:
        found.append(mention.start - last)
        last = mention.start
    return tuple(found)


def _lines(story: Story) -> Iterator[LineOnPage]:
    attributions = {each.quotation_id: each for each in story.attributions}
    places = quotation_places(story.document, story.quotations)
    for index, quotation in enumerate(story.quotations):
        known = attributions.get(quotation.id, Attribution(quotation_id=quotation.id))
        scene = scene_of(story, quotation.start)
        yield LineOnPage(
            id=quotation.id,
            at=quotation.start,
            end=quotation.end,
            kind=quotation.kind,
            by=known.speaker_id,
            to=known.addressee_ids,
            sure=round(known.confidence, 2),
            evidence=known.evidence,
            others=_others(known),
            words=words_in(story, quotation.parts),
            scene=scene.id if scene else None,
            anchor=_values(places.anchor(index)),
        )


def _values(anchor: Anchor) -> tuple[str | int | None, ...]:
    values: list[str | int | None] = list(structs.astuple(anchor))
    while values[-1] is None:
        values.pop()
    return tuple(values)


def _others(known: Attribution) -> tuple[EntityId, ...]:
    others = [each for each in known.candidates if each != known.speaker_id]
    return tuple(others[:MOST_OTHERS])
