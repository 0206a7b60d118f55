"""One page about a story: what was found in it, for a reader who has just opened it."""

from collections import Counter
from collections.abc import Iterator
from typing import cast

from msgspec import Struct
from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from fabula.formats.byline import author_of, title_of
from fabula.formats.numbers import counted
from fabula.formats.rows import CastRow, QuotationRow, rows
from fabula.formats.scene_rows import SceneRow
from fabula.formats.tables import names, seen_through
from fabula.formats.visible import on_one_line, visible
from fabula.leaves import STORY_LEAVES
from fabula.story import Story

# What fits on a screen; the `show` command has the rest.
_CAST_SHOWN = 15
_SCENES_SHOWN = 12
_PRESENT_SHOWN = 6
_LINES_SHOWN = 8


class Counts(Struct, frozen=True):
    """The figures at the top of the page; words are those of the story, without paratext."""

    words: int
    chapters: int
    scenes: int
    people: int
    quotations: int
    attributed: int


class Summary(Struct, frozen=True):
    """The page as data, as `fabula read --json` prints it."""

    file: str
    format: str
    title: str | None
    author: str | None
    counts: Counts
    paratext: dict[str, int]
    narration: str
    cast: tuple[CastRow, ...]
    scenes: tuple[SceneRow, ...]


def summarise(story: Story) -> Summary:
    """Count and name what stands on the page."""
    scenes = cast("tuple[SceneRow, ...]", tuple(rows(story, "scenes")))
    people = cast("list[CastRow]", list(rows(story, "cast")))
    return Summary(
        file=story.document.name,
        format=story.document.format,
        title=title_of(story),
        author=author_of(story),
        counts=Counts(
            words=_story_words(story),
            chapters=len(story.chapters),
            scenes=len(story.scenes),
            people=len(people),
            quotations=len(story.quotations),
            attributed=sum(each.speaker_id is not None for each in story.attributions),
        ),
        paratext=dict(Counter(note.role for note in story.paratext)),
        narration=_narration(scenes),
        cast=tuple(sorted(people, key=lambda row: -row.mentions)),
        scenes=scenes,
    )


def summary_page(story: Story) -> RenderableType:
    """The page for a terminal."""
    summary = summarise(story)
    parts: list[RenderableType] = [_head(summary), Text()]
    if summary.cast:
        parts += [Text("Cast", style="bold"), _cast_table(summary), Text()]
    parts += [Text("Scenes", style="bold"), _scene_table(story, summary), Text()]
    parts += list(_speech(story, summary))
    return Group(*parts)


def _story_words(story: Story) -> int:
    leaves = (leaf for leaf in story.leaves() if leaf.kind in STORY_LEAVES)
    return sum(len(story.document[leaf].split()) for leaf in leaves)


def _narration(scenes: tuple[SceneRow, ...]) -> str:
    """“third person, past”, with a count where scenes differ."""
    told = Counter(
        ", ".join(filter(None, (scene.person and f"{scene.person} person", scene.tense)))
        for scene in scenes
    )
    told.pop("", None)
    if not told:
        return "unknown"
    if len(told) == 1:
        return next(iter(told))
    return "; ".join(f"{how} ({counted(count, 'scene')})" for how, count in told.most_common(3))


def _head(summary: Summary) -> Text:
    counts = summary.counts
    head = Text()
    head.append(visible(summary.title or summary.file), style="bold")
    if summary.author:
        head.append(f" by {visible(summary.author)}")
    head.append(
        f"\n{counts.words:,} words · {counted(counts.chapters, 'chapter')} · "
        f"{counted(counts.scenes, 'scene')} · told in {summary.narration}"
    )
    if summary.paratext:
        found = (role.replace("_", " ") for role in summary.paratext)
        head.append(f"\nNot story: {', '.join(found)}")
    return head


def _cast_table(summary: Summary) -> Table:
    table = _plain_table("", "also called", "mentions", "lines")
    for row in summary.cast[:_CAST_SHOWN]:
        table.add_row(
            Text(visible(row.name)),
            Text(names(row.aliases)),
            f"{row.mentions:,}",
            f"{row.quotations:,}",
        )
    _more(table, len(summary.cast) - _CAST_SHOWN)
    return table


def _scene_table(story: Story, summary: Summary) -> Table:
    table = _plain_table("", "seen through", "present", "begins")
    table.columns[0].no_wrap = True
    for row in summary.scenes[:_SCENES_SHOWN]:
        begins = story.document.text[row.start : row.start + 120]
        table.add_row(
            row.id,
            Text(seen_through(row)),
            Text(_present(row)),
            Text(on_one_line(begins, 46)),
        )
    _more(table, len(summary.scenes) - _SCENES_SHOWN)
    return table


def _present(row: SceneRow) -> str:
    shown = names(row.present[:_PRESENT_SHOWN], none="nobody named")
    hidden = len(row.present) - _PRESENT_SHOWN
    return f"{shown} and {hidden} more" if hidden > 0 else shown


def _speech(story: Story, summary: Summary) -> Iterator[RenderableType]:
    counts = summary.counts
    if not counts.quotations:
        yield Text("Nobody speaks.")
        return
    yield Text.assemble(
        ("Who says what", "bold"),
        f"   {counts.attributed:,} of {counted(counts.quotations, 'line')} with a speaker",
    )
    table = _plain_table("", "to", "")
    found = cast("Iterator[QuotationRow]", rows(story, "quotations"))
    for row, _ in zip(found, range(_LINES_SHOWN), strict=False):
        table.add_row(
            Text(visible(row.speaker or "?")),
            Text(names(row.addressees)),
            Text(on_one_line(row.text, 72)),
        )
    _more(table, counts.quotations - _LINES_SHOWN)
    yield table


def _plain_table(*headings: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="dim")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in {"mentions", "lines"} else "left")
    return table


def _more(table: Table, hidden: int) -> None:
    if hidden > 0:
        table.add_row(Text(f"… {hidden:,} more", style="dim"))
