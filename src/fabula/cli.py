"""The command line: one function per command, which parses, calls and prints.

Data goes to standard output, everything else to standard error. Exit codes: 0 fine, 2 bad input
or usage (one line says what was expected, what was found and what to do), 130 interrupted.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fabula import asking_commands, page_commands
from fabula.errors import FabulaError
from fabula.serve_command import serve
from fabula.terminal import (
    chosen,
    corrections_options,
    encoding_option,
    guess_option,
    noted,
    open_story,
    print_json,
    print_page,
    progress_bar,
)
from fabula.version import __version__

if TYPE_CHECKING:
    from fabula.corrections.writing import Correction
    from fabula.labels import QuotationKind
    from fabula.story import Story

_LAYERS = (
    "paratext",
    "chapters",
    "scenes",
    "cast",
    "mentions",
    "chains",
    "events",
    "places",
    "items",
    "states",
    "relations",
    "relatives",
    "knowledge",
    "secrets",
    "quotations",
)


class StoryFirst(click.Group):
    """A group of commands in which `fabula FILE` means `fabula read FILE`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the first word for a file when it is one and not a command."""
        first = args[0]
        if first in self.commands:
            return super().resolve_command(ctx, args)
        if _is_file_name(first):
            return "read", self.commands["read"], args
        raise click.UsageError(
            f"expected a command ({', '.join(self.commands)}) or a story file, found '{first}'"
        )


def _is_file_name(word: str) -> bool:
    """Whether a word looks like the name of a file, or is one."""
    if word == "-" or "." in word or os.sep in word:
        return True
    from fabula.corrections.reading import is_there

    return is_there(Path(word))


@click.group(
    cls=StoryFirst,
    context_settings={"help_option_names": ["-h", "--help"], "ignore_unknown_options": True},
    epilog="Example: fabula chapter.txt",
)
@click.version_option(__version__, message="fabula %(version)s")
def fabula() -> None:
    """Read prose fiction and give back the world in it.

    FILE is a story: plain text, Markdown, HTML, EPUB, DOCX or novelWriter; a story saved by
    'read -o'; or - for standard input. 'fabula FILE' is 'fabula read FILE'.
    """


@fabula.command(epilog="Example: fabula read chapter.txt -o chapter.fabula.json")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("-o", "--output", metavar="OUT", help="Save the story as OUT (name.fabula.json).")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as a line of JSON.")
@encoding_option
@corrections_options
@guess_option
def read(
    files: tuple[str, ...],
    *,
    output: str | None,
    as_json: bool,
    encoding: str | None,
    corrections: str | None,
    no_corrections: bool,
    guess: bool,
) -> None:
    """Read stories and print a page about each.

    The page names what is not story (notes, disclaimers), the cast, the scenes with whose eyes
    they are seen through, and who says what. Corrections in chapter.fabula.toml beside
    chapter.txt are applied.
    """
    if corrections and len(files) > 1:
        raise click.UsageError(
            f"expected one FILE with --corrections, found {len(files)}; read them singly"
        )
    if output and len(files) > 1:
        raise click.UsageError(f"expected one FILE with -o, found {len(files)}; save them singly")
    for file in files:
        story = open_story(file, encoding, chosen(corrections, no_corrections), guess=guess)
        if output:
            from fabula.formats.saved import save

            save(story, output)
            click.echo(f"saved {output}", err=True)
        _print_summary(story, as_json)


@fabula.command(epilog="Example: fabula show quotations chapter.txt --json")
@click.argument("layer", metavar="LAYER", type=click.Choice(_LAYERS))
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, offsets and all.")
@encoding_option
@corrections_options
@guess_option
def show(
    layer: str,
    file: str,
    *,
    as_json: bool,
    encoding: str | None,
    corrections: str | None,
    no_corrections: bool,
    guess: bool,
) -> None:
    """Show one layer of a story.

    LAYER is paratext, chapters, scenes, cast, mentions, chains, events, places, items, states,
    relations, relatives, knowledge, secrets or quotations.
    """
    from fabula.formats.rows import rows

    story = open_story(file, encoding, chosen(corrections, no_corrections), guess=guess)
    found = rows(story, layer)
    if as_json:
        print_json(found)
        return
    from fabula.formats.tables import layer_table

    table = layer_table(story, layer, found)
    if table.row_count:
        print_page(table)
    else:
        click.echo(f"no {layer} found in {file}", err=True)


@fabula.group(epilog="Example: fabula cast merge chapter.txt John 'Mr. Cavendish'")
def cast() -> None:
    """Correct who is in a story.

    A correction is kept in chapter.fabula.toml beside chapter.txt and applied each time the
    story is read. What it changes is printed.
    """


def _correction_options(function: Callable[..., None]) -> Callable[..., None]:
    note = click.option("--note", metavar="TEXT", help="Why, for whoever reads the file.")
    as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a change.")
    return note(as_json(encoding_option(function)))


@cast.command(epilog="Example: fabula cast merge chapter.txt John 'Mr. Cavendish'")
@click.argument("file", metavar="FILE")
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@_correction_options
def merge(
    file: str, names: tuple[str, ...], note: str | None, as_json: bool, encoding: str | None
) -> None:
    """Make people one: all these names are one person's."""
    from fabula.corrections import requests

    _correct(file, lambda story: requests.merge(story, names, note), as_json, encoding)


@cast.command(epilog="Example: fabula cast split chapter.txt 'Ada Brook' 'Mrs. Brook'")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="NAME")
@click.argument("part", metavar="PART")
@click.option(
    "--at",
    "places",
    multiple=True,
    metavar="LINE:COLUMN",
    help="Take out the mention here (as 'show mentions' prints it), by the new name PART.",
)
@_correction_options
def split(
    file: str,
    name: str,
    part: str,
    *,
    places: tuple[str, ...],
    note: str | None,
    as_json: bool,
    encoding: str | None,
) -> None:
    """Make one person two.

    PART, one of the names of NAME, is somebody else's.
    """
    from fabula.corrections import requests

    _correct(file, lambda story: requests.split(story, name, part, places, note), as_json, encoding)


@cast.command(epilog="Example: fabula cast rename chapter.txt 'the narrator' Rose")
@click.argument("file", metavar="FILE")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@_correction_options
def rename(
    file: str, old: str, new: str, *, note: str | None, as_json: bool, encoding: str | None
) -> None:
    """Show somebody by another name."""
    from fabula.corrections import requests

    _correct(file, lambda story: requests.rename(story, old, new, note), as_json, encoding)


@cast.command(epilog="Example: fabula cast omit chapter.txt Heavens")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="NAME")
@_correction_options
def omit(file: str, name: str, note: str | None, as_json: bool, encoding: str | None) -> None:
    """Take somebody out of the cast who is nobody."""
    from fabula.corrections import requests

    _correct(file, lambda story: requests.omit(story, name, note), as_json, encoding)


@fabula.command(epilog="Example: fabula line chapter.txt q12 --speaker Ada --to Tom")
@click.argument("file", metavar="FILE")
@click.argument("quote", metavar="LINE")
@click.option("--speaker", metavar="NAME", help="Who says it.")
@click.option("--to", multiple=True, metavar="NAME", help="To whom; may be given again.")
@click.option("--kind", type=click.Choice(("speech", "thought", "writing")), help="What it is.")
@_correction_options
def line(
    file: str,
    quote: str,
    *,
    speaker: str | None,
    to: tuple[str, ...],
    kind: "QuotationKind | None",
    note: str | None,
    as_json: bool,
    encoding: str | None,
) -> None:
    """Correct who says a line.

    LINE is its id, as 'fabula show quotations' prints it, or words that no other line has. The
    lines around it are read anew under the correction, and those that change are printed.
    """
    from fabula.corrections import requests

    def request(story: "Story") -> "Correction":
        return requests.line(story, quote, speaker=speaker, to=to, kind=kind, note=note)

    _correct(file, request, as_json, encoding)


def _correct(
    file: str, request: "Callable[[Story], Correction]", as_json: bool, encoding: str | None
) -> None:
    """Make a correction, and say what it changed."""
    if file == "-":
        raise click.UsageError(
            "expected a story file, beside which corrections are kept, found standard input"
        )
    from fabula.correcting import correct
    from fabula.corrections.changes import changes

    with progress_bar() as progress:
        done = correct(Path(file), request, encoding=encoding, progress=progress)
    noted(done.after)
    found = changes(done.before, done.after)
    if as_json:
        print_json(iter(found))
    elif found:
        from fabula.formats.tables import changes_table

        print_page(changes_table(found))
    else:
        click.echo("the story reads as it did", err=True)
    from fabula.formats.visible import on_one_line

    click.echo(on_one_line(f"saved in {done.place}"), err=True)


def _print_summary(story: "Story", as_json: bool) -> None:
    from fabula.formats.summary import summarise, summary_page

    if as_json:
        print_json(iter([summarise(story)]))
    else:
        print_page(summary_page(story))


for _question in (*asking_commands.COMMANDS, *page_commands.COMMANDS):
    fabula.add_command(_question)
fabula.add_command(serve)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give back its exit code."""
    try:
        fabula.main(args=arguments, prog_name="fabula", standalone_mode=False)
        sys.stdout.flush()
    except FabulaError as error:
        return _refuse(str(error))
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 2
    except click.ClickException as error:
        return _refuse(f"{error.format_message()} (see 'fabula --help')")
    except (click.Abort, KeyboardInterrupt):
        click.echo("fabula: interrupted", err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output left (as `head` does): not an error, nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refuse(message: str) -> int:
    from fabula.formats.visible import on_one_line

    click.echo(f"fabula: {on_one_line(message)}", err=True)
    return 2
