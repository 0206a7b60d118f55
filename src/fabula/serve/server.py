"""Starting the server on a port of this machine, and ending it."""

import socket
from collections.abc import Callable
from pathlib import Path

from fabula.errors import MissingExtraError, OutputError
from fabula.serve.library import Library

HOST = "127.0.0.1"
"""Reached from this machine alone."""


def serve(folder: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve the stories in a folder until interrupted; `ready` gets the address to open.

    Port 0 takes any that is free.

    Raises:
        MissingExtraError: if the packages of the extra `web` are not installed.
        OutputError: if the port is taken or not allowed.
        UnreadableFileError: if the folder is missing or is no folder.
    """
    library = Library(folder)
    try:
        import python_multipart  # noqa: F401 (Starlette asks for it when the first form arrives)
        import uvicorn

        from fabula.serve.app import application
    except ImportError as error:
        raise MissingExtraError(
            f"expected the packages for 'fabula serve', found no '{error.name}'; "
            "install them with: pip install 'fabula[web]'"
        ) from error
    with _listening(port) as listener:
        chosen = listener.getsockname()[1]
        ready(f"http://{HOST}:{chosen}/")
        config = uvicorn.Config(
            application(library, chosen),
            log_level="warning",
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=2,
        )
        uvicorn.Server(config).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
    except OSError as error:
        listener.close()
        raise OutputError(
            f"expected port {port} of this machine to be free, found that it cannot be used "
            f"({error.strerror}); choose another with --port, or 0 for any"
        ) from error
    return listener
