"""The command that writes the reading page of a story."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fabula.terminal import (
    chosen,
    corrections_options,
    encoding_option,
    guess_option,
    open_story,
    up_to,
)

if TYPE_CHECKING:
    from fabula.story import Story

_STANDARD_OUTPUT = "-"


@click.command(epilog="Example: fabula page chapter.txt --open")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="OUT", help="Write to OUT (default: beside FILE, .html).")
@click.option(
    "--until",
    metavar="PLACE",
    help="Leave out what comes later: chapter:3, scene:12, 40% or an offset.",
)
@click.option("--open", "show", is_flag=True, help="Show it in the browser.")
@click.option("--force", is_flag=True, help="Replace OUT even if Fabula did not write it.")
@encoding_option
@corrections_options
@guess_option
def page(
    file: str,
    *,
    output: str | None,
    until: str | None,
    show: bool,
    force: bool,
    encoding: str | None,
    corrections: str | None,
    no_corrections: bool,
    guess: bool,
) -> None:
    """Write a story as a page to read in the browser.

    One HTML file, with nothing beside it and no network: the text with who is who and who speaks,
    the cast, the scenes and charts. It tells no more than has been read. With --until the file
    itself holds nothing later.
    """
    if show and output == _STANDARD_OUTPUT:
        raise click.UsageError("expected a file to show with --open, found standard output")
    place = Path(output) if output else _beside(file)
    whole = open_story(file, encoding, chosen(corrections, no_corrections), guess=guess)
    story = up_to(whole, until)
    data = _page_of(story)
    if output == _STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    _write(place, data, force)
    if show:
        _show(place)


def _beside(file: str) -> Path:
    """`story.html` for `story.txt` and `story.fabula.json`; a story in HTML keeps its own name."""
    if file == _STANDARD_OUTPUT:
        raise click.UsageError("expected -o OUT for a story on standard input, found none")
    story = Path(file)
    name = story.name.removesuffix(".json").removesuffix(".fabula")
    stem = Path(name).stem if name == story.name else name
    place = story.with_name(f"{stem}.html")
    return place if place != story else story.with_name(f"{stem}.page.html")


def _page_of(story: "Story") -> bytes:
    from fabula.page.document import page as written

    return written(story).encode()


def _write(place: Path, data: bytes, force: bool) -> None:
    from fabula.formats.output import write_atomically
    from fabula.page.document import is_page

    write_atomically(place, data, replaces=lambda head: force or is_page(head))
    click.echo(f"wrote {place}", err=True)


def _show(place: Path) -> None:
    import webbrowser

    if not webbrowser.open(place.resolve().as_uri()):
        click.echo(f"found no browser; open {place} in one", err=True)


COMMANDS = (page,)
