"""The commands that ask a story something: who, where, holds, knows, secrets, drafts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from fabula.terminal import encoding_option, open_story, print_json, print_page, up_to

if TYPE_CHECKING:
    from fabula.story import Story


def _question_options(function: Callable[..., None]) -> Callable[..., None]:
    until = click.option(
        "--until",
        metavar="PLACE",
        help="Answer as one who has read so far: chapter:3, scene:12, 40% or an offset.",
    )
    as_json = click.option("--json", "as_json", is_flag=True, help="Print the answer as JSON.")
    return until(as_json(encoding_option(function)))


@click.command(epilog="Example: fabula who chapter.txt Tom --until chapter:3")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="NAME")
@_question_options
def who(file: str, name: str, *, until: str | None, as_json: bool, encoding: str | None) -> None:
    """Say who somebody is.

    Names, kin and bonds, traits and states, where they were last, what they have, whom they talk
    with, and where they are first and last mentioned, each with its passage.
    """
    from fabula.world import answers

    found = answers.who(_asked(file, until, encoding), name)
    if as_json:
        print_json([found])
        return
    from fabula.formats.answers import portrait_page

    print_page(portrait_page(found))


@click.command(epilog="Example: fabula where chapter.txt Tom --until 40%")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="NAME")
@_question_options
def where(file: str, name: str, *, until: str | None, as_json: bool, encoding: str | None) -> None:
    """Say where somebody is and has been."""
    from fabula.world import answers

    found = answers.where(_asked(file, until, encoding), name)
    if as_json:
        print_json([found])
        return
    from fabula.formats.answers import whereabouts_page

    print_page(whereabouts_page(found))


@click.command(epilog="Example: fabula holds chapter.txt 'the key'")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="ITEM|NAME")
@_question_options
def holds(file: str, name: str, *, until: str | None, as_json: bool, encoding: str | None) -> None:
    """Say who has had a thing, or what somebody has had."""
    from fabula.world import answers

    found = answers.holds(_asked(file, until, encoding), name)
    if as_json:
        print_json(found)
        return
    from fabula.formats.answers import holdings_page

    print_page(holdings_page(found, name))


@click.command(epilog="Example: fabula knows chapter.txt Ines")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="NAME|THING")
@_question_options
def knows(file: str, name: str, *, until: str | None, as_json: bool, encoding: str | None) -> None:
    """Say what somebody has come to know, or who knows of a thing.

    Only what the text says they saw, heard, found, read or were told, and how, with who else
    knows and who is not said to: whoever is not listed may still know.
    """
    from fabula.world import answers

    found = answers.knows(_asked(file, until, encoding), name)
    if as_json:
        print_json(found)
        return
    from fabula.formats.answers import knowledge_page

    print_page(knowledge_page(found, name))


@click.command(epilog="Example: fabula secrets chapter.txt Ines --until 40%")
@click.argument("file", metavar="FILE")
@click.argument("name", metavar="[NAME]", required=False)
@_question_options
def secrets(
    file: str, name: str | None, *, until: str | None, as_json: bool, encoding: str | None
) -> None:
    """Say what is kept from whom, and when it comes out.

    Only where the text says that somebody does not tell, hides, lies, or asks others not to tell.
    With NAME only what that person keeps, what is kept from them, and what is about them.
    """
    from fabula.world import answers

    found = answers.secrets(_asked(file, until, encoding), name)
    if as_json:
        print_json(found)
        return
    from fabula.formats.answers import secrets_page

    print_page(secrets_page(found))


@click.command(epilog="Example: fabula diff draft1.txt draft2.txt")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a difference.")
@encoding_option
def diff(old: str, new: str, *, as_json: bool, encoding: str | None) -> None:
    """Say what changed in the story between two drafts.

    People added, gone and renamed; scenes added, gone, or with another place, viewpoint or
    company; places, things, states and relations that are told anew or no more.
    """
    if old == new == "-":
        raise click.UsageError("expected two drafts, found standard input twice; name a file")
    from fabula.world.drafts import differences

    before, after = (open_story(file, encoding, True) for file in (old, new))
    found = differences(before, after)
    if as_json:
        print_json(found)
    elif found:
        from fabula.formats.answers import differences_table

        print_page(differences_table(found))
    else:
        click.echo("the same people, scenes and facts", err=True)


def _asked(file: str, until: str | None, encoding: str | None) -> "Story":
    """The story in the file, up to the place asked for."""
    return up_to(open_story(file, encoding, True), until)


COMMANDS = (who, where, holds, knows, secrets, diff)
