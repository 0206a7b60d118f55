"""The command that shows a folder of stories in the browser."""

from pathlib import Path

import click

_PORT = 8375
"""Registered for nothing, and not what other tools of writers take."""


@click.command(epilog="Example: fabula serve ~/stories --open")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True)
@click.option("--open", "opens", is_flag=True, help="Open the browser at the list.")
def serve(folder: Path, *, port: int, opens: bool) -> None:
    """Show the stories in a folder as pages in the browser.

    Lists the stories in DIR at http://127.0.0.1:PORT/, reads what is new or has changed, and takes
    more by upload. What was read is kept in DIR/.fabula. Nothing leaves this machine. Ends with
    Ctrl-C.
    """
    from fabula.serve.server import serve as run

    def ready(address: str) -> None:
        click.echo(f"{address}  (Ctrl-C ends it)", err=True)
        if opens:
            import webbrowser

            webbrowser.open(address)

    run(folder, port, ready)
