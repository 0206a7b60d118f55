"""Layers as tables for people; the same rows as `--json`, narrowed to what fits a screen."""

from collections.abc import Callable, Iterable

from rich import box
from rich.table import Table
from rich.text import Text

from fabula.corrections.changes import Change
from fabula.formats.rows import (
    CastRow,
    ChainRow,
    ChapterRow,
    MentionRow,
    ParatextRow,
    QuotationRow,
    Row,
)
from fabula.formats.scene_rows import SceneRow
from fabula.formats.visible import on_one_line, visible
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
from fabula.story import Story

_Evident = PlaceRow | ItemRow | StateRow | RelationRow | RelativeRow | KnowledgeRow | SecretRow
_UNKNOWN = "?"
_BRIEF = 48  # characters of a line that only has to be recognised
_LONG = 300  # characters of a text column before it is cut; `--json` has all of it


def layer_table(story: Story, layer: str, rows: Iterable[Row]) -> Table:
    """One layer as a table; places are given as the file's own line and column."""
    headings, cells = _LAYOUTS[layer]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in headings:
        right = heading in _NUMBERS
        table.add_column(
            heading,
            justify="right" if right else "left",
            no_wrap=right or heading in _NARROW,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in cells(story, row)))
    return table


def changes_table(changes: Iterable[Change]) -> Table:
    """What a correction changed, a line of the table for each change."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for heading in ("id", "at", "what", "was", "is", "says"):
        table.add_column(heading, no_wrap=heading in _NARROW, overflow="fold")
    for change in changes:
        cells = (change.id, change.place, change.what, change.before or "–", change.after or "–")
        shown = (*(visible(cell or "") for cell in cells), on_one_line(change.text or "", _BRIEF))
        table.add_row(*map(Text, shown))
    return table


def names(people: Iterable[str], *, none: str = "") -> str:
    """“Mara, Tobin” or what to print when there is nobody."""
    return ", ".join(visible(name) for name in people) or none


def seen_through(row: SceneRow) -> str:
    """“Mara (also Tobin)”, “omniscient (Mara, Tobin)”, “external”; “?” where it is not known."""
    if row.viewpoint is None and row.mode not in {None, "internal"}:
        return f"{row.mode} ({names(row.also)})" if row.also else str(row.mode)
    eyes = visible(row.viewpoint or _UNKNOWN)
    return f"{eyes} (also {names(row.also)})" if row.also else eyes


def _place(story: Story, offset: int) -> str:
    return visible(str(story.document.place(offset)))


def _place_if_any(story: Story, offset: int | None) -> str:
    return "" if offset is None else _place(story, offset)


def _said(story: Story, row: _Evident) -> str:
    """The words of the text that say so."""
    return on_one_line(story.document[row.evidence], _LONG)


def _paratext(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, ParatextRow)
    return _place(story, row.start), row.role.replace("_", " "), on_one_line(row.text, _LONG)


def _chapter(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, ChapterRow)
    words = len(story.document.text[row.start : row.end].split())
    return row.id, _place(story, row.start), on_one_line(row.title or "(untitled)"), f"{words:,}"


def _scene(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, SceneRow)
    told = ", ".join(filter(None, (row.person, row.tense))) or _UNKNOWN
    title = on_one_line(row.title or "", _LONG)
    if row.kind != "scene":
        title = f"{title} ({row.kind})".strip()
    first = on_one_line(story.document.text[row.start : row.start + 80], _BRIEF)
    spoken = f"{row.dialogue:.0%}"
    place, eyes = _place(story, row.start), seen_through(row)
    return row.id, row.chapter, place, title, f"{row.words:,}", spoken, told, eyes, first


def _member(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, CastRow)
    name = visible(row.name)
    if row.kind == "group":
        name += f" (group: {names(row.members)})" if row.members else " (group)"
    return (
        row.id,
        name,
        names(row.aliases),
        row.pronouns or _UNKNOWN,
        f"{row.mentions:,}",
        f"{row.quotations:,}",
        _place_if_any(story, row.first),
    )


def _mention(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, MentionRow)
    who = f"{visible(row.name)} ({row.entity})" if row.name else _UNKNOWN
    return _place(story, row.start), on_one_line(row.text, _LONG), row.type, row.form, who


def _chain(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, ChainRow)
    who = f"{visible(row.name)} ({row.entity})" if row.name else ""
    first = _place(story, row.spans[0].start)
    return row.id, first, on_one_line(row.text, _LONG), row.type, who, f"{row.mentions:,}"


def _event(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, EventRow)
    return (
        _place(story, row.start),
        ", ".join(on_one_line(each) for each in row.agents),
        on_one_line(row.text, _LONG),
        ", ".join(on_one_line(each) for each in (*row.patients, *row.recipients)),
        row.realis,
        row.scene or "",
        f"{row.confidence:.2f}",
    )


def _stay(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, PlaceRow)
    return (
        visible(row.who),
        on_one_line(row.where, _LONG),
        _place(story, row.since),
        _place_if_any(story, row.until),
        _said(story, row),
    )


def _custody(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, ItemRow)
    return (
        on_one_line(row.item, _LONG),
        visible(row.holder or "nobody"),
        row.how,
        _place(story, row.since),
        _place_if_any(story, row.until),
        _said(story, row),
    )


def _state(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, StateRow)
    return (
        visible(row.who),
        row.attribute,
        on_one_line(row.value, _LONG),
        _place(story, row.since),
        _place_if_any(story, row.until),
        _said(story, row),
    )


def _relation(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, RelationRow)
    return (
        visible(row.a),
        f"{row.kind.replace('_', ' ')} of",
        visible(row.b),
        _place(story, row.since),
        _place_if_any(story, row.until),
        _said(story, row),
    )


def _relative(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, RelativeRow)
    return (
        row.noun,
        f"{row.kind.replace('_', ' ')} of",
        visible(row.who),
        _place(story, row.since),
        _said(story, row),
    )


def _known(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, KnowledgeRow)
    return (
        visible(row.who),
        row.how,
        on_one_line(row.of, _LONG),
        _place(story, row.since),
        _said(story, row),
    )


def _secret(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, SecretRow)
    return (
        names(row.keepers),
        names(row.hidden_from) or "everybody else",
        names(row.about),
        _place(story, row.since),
        _place_if_any(story, row.until),
        _said(story, row),
    )


def _quotation(story: Story, row: Row) -> tuple[str, ...]:
    assert isinstance(row, QuotationRow)
    return (
        row.id,
        _place(story, row.start),
        visible(row.speaker or _UNKNOWN),
        names(row.addressees),
        on_one_line(row.text, _LONG),
        row.kind if row.evidence == "none" else f"{row.kind}, {row.evidence}",
        f"{row.confidence:.2f}" if row.speaker else "",
    )


_NUMBERS = frozenset({"words", "spoken", "mentions", "lines", "sure"})
_NARROW = frozenset({"id", "at", "since", "until", "chapter", "role", "type", "form", "scene"})
_LAYOUTS: dict[str, tuple[tuple[str, ...], Callable[[Story, Row], tuple[str, ...]]]] = {
    "paratext": (("at", "role", "text"), _paratext),
    "chapters": (("id", "at", "title", "words"), _chapter),
    "scenes": (
        ("id", "chapter", "at", "what", "words", "spoken", "told in", "seen through", "begins"),
        _scene,
    ),
    "cast": (("id", "name", "also called", "pronouns", "mentions", "lines", "at"), _member),
    "mentions": (("at", "text", "type", "form", "who"), _mention),
    "chains": (("id", "at", "text", "type", "who", "mentions"), _chain),
    "events": (("at", "who", "does", "to", "realis", "scene", "sure"), _event),
    "places": (("who", "where", "since", "until", "passage"), _stay),
    "items": (("item", "holder", "how", "since", "until", "passage"), _custody),
    "states": (("who", "attribute", "value", "since", "until", "passage"), _state),
    "relations": (("who", "is", "of", "since", "until", "passage"), _relation),
    "relatives": (("who", "is", "of", "since", "passage"), _relative),
    "knowledge": (("who", "how", "knows of", "since", "passage"), _known),
    "secrets": (("who", "keeps from", "about", "since", "until", "passage"), _secret),
    "quotations": (("id", "at", "speaker", "to", "says", "kind, evidence", "sure"), _quotation),
}
