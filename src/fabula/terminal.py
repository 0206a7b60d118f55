"""What the commands share: opening the story that was named, and printing."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from fabula.pipeline import Progress
    from fabula.story import Story

_WIDTH_IN_A_PIPE = 120
_STANDARD_INPUT = "standard input"


def encoding_option(function: Callable[..., None]) -> Callable[..., None]:
    """Adds `--encoding`."""
    return click.option(
        "--encoding", metavar="NAME", help="Read the text in this encoding (say, windows-1252)."
    )(function)


def corrections_options(function: Callable[..., None]) -> Callable[..., None]:
    """Adds `--corrections` and `--no-corrections`."""
    named = click.option(
        "--corrections",
        metavar="TOML",
        help="Apply the corrections in this file, not those beside the story.",
    )
    without = click.option(
        "--no-corrections", is_flag=True, help="Read the story without any corrections."
    )
    return named(without(function))


def guess_option(function: Callable[..., None]) -> Callable[..., None]:
    """Adds `--guess`."""
    return click.option(
        "--guess", is_flag=True, help="Name the likeliest speaker of every line, however unsure."
    )(function)


def chosen(corrections: str | None, no_corrections: bool) -> "str | bool":
    """The corrections that the options ask for, as `fabula.read` takes them."""
    if corrections is not None and no_corrections:
        raise click.UsageError("expected one of --corrections and --no-corrections, found both")
    return corrections if corrections is not None else not no_corrections


def open_story(
    file: str, encoding: str | None, corrections: "str | bool", *, guess: bool = False
) -> "Story":
    """The story in a file, on standard input (`-`), or saved before."""
    from fabula.formats import saved

    if file == "-":
        return _story_on_standard_input(encoding, corrections, guess)
    path = Path(file)
    if saved.is_saved_file(path):
        _refuse_for_saved(corrections, guess)
        return saved.load(path)
    from fabula import pipeline

    with progress_bar() as progress:
        return noted(
            pipeline.read(
                path,
                encoding=encoding,
                corrections=corrections,
                guess=guess,
                progress=progress,
            )
        )


def _story_on_standard_input(
    encoding: str | None, corrections: "str | bool", guess: bool
) -> "Story":
    """Read or loaded; beside it stand no corrections, so that only those of a file count."""
    from fabula import sources
    from fabula.formats import saved

    data = sources.read_stream(sys.stdin.buffer)
    if saved.is_saved_story(data):
        _refuse_for_saved(corrections, guess)
        return saved.from_json(data, _STANDARD_INPUT)
    from fabula import pipeline
    from fabula.corrections.reading import read_corrections
    from fabula.corrections.records import NONE

    applied = read_corrections(corrections) if isinstance(corrections, str) else NONE
    with progress_bar() as progress:
        return noted(
            pipeline.read_bytes(
                data,
                _STANDARD_INPUT,
                encoding=encoding,
                corrections=applied,
                guess=guess,
                progress=progress,
            )
        )


def _refuse_for_saved(corrections: "str | bool", guess: bool) -> None:
    option = "--corrections" if isinstance(corrections, str) else "--guess" if guess else None
    if option is not None:
        raise click.UsageError(
            f"expected a story file with {option}, found a saved story, which is read already; "
            "name the file it was read from"
        )


def up_to(story: "Story", until: str | None) -> "Story":
    """The story as far as a place that a person names, such as `chapter:3`; None: all of it.

    Raises:
        QuestionError: if the words mean no place in this story.
    """
    if until is None:
        return story
    from fabula.world.positions import position_in
    from fabula.world.so_far import so_far

    return so_far(story, position_in(story, until))


def noted(story: "Story") -> "Story":
    """Tell the reader what was assumed about the file."""
    from fabula.formats.visible import on_one_line

    for note in story.document.diagnostics:
        where = f"{story.document.name}/{note.member}" if note.member else story.document.name
        click.echo(on_one_line(f"fabula: {where}: {note.message} [{note.code}]"), err=True)
    return story


def print_json(rows: Iterable[Any]) -> None:
    """Print records as JSON, one a line."""
    import msgspec

    out = sys.stdout.buffer
    for row in rows:
        out.write(msgspec.json.encode(row) + b"\n")
    out.flush()


def print_page(page: "RenderableType") -> None:
    """Print tables and text for people, as wide as the terminal."""
    _console().print(page)


def _console(*, stderr: bool = False) -> "Console":
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else _WIDTH_IN_A_PIPE
    return Console(stderr=stderr, width=width, markup=False, highlight=False, emoji=False)


@contextmanager
def progress_bar() -> "Iterator[Progress | None]":
    """A bar on a terminal while a story is read, nothing in a pipe."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<14}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_console(stderr=True), transient=True) as bar:
        task = bar.add_task("opening", total=None)
        yield lambda step, number, total: bar.update(
            task, description=step.replace("_", " "), completed=number, total=total
        )
