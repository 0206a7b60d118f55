"""The server's addresses: the list, a story's page, how far the reading is, and adding a story."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from fabula.errors import FabulaError
from fabula.serve.guard import Guard
from fabula.serve.library import Library
from fabula.serve.pages import Entry, library_page, said_of, waiting_page
from fabula.serve.reading import Reader
from fabula.sources import printable
from fabula.sources.limits import MAX_FILE_BYTES

_FORM_BYTES = 10_000
"""What a form may need beside the file that it brings."""


def application(library: Library, port: int) -> Starlette:
    """The server for a library, to be reached on this port of 127.0.0.1."""
    rooms = _Rooms(library, Reader(library))
    return Starlette(
        routes=[
            Route("/", rooms.list),
            Route("/state", rooms.state),
            Route("/stories", rooms.add, methods=["POST"]),
            Route("/stories/{name:path}", rooms.story),
        ],
        middleware=[Middleware(Guard, port=port)],
        lifespan=rooms.lifespan,
    )


class _Rooms:
    """What stands at each address."""

    def __init__(self, library: Library, reader: Reader) -> None:
        self._library, self._reader = library, reader

    @asynccontextmanager
    async def lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        """Begin to read with the server, and stop with it."""
        await run_in_threadpool(self._reader.look)
        yield
        await run_in_threadpool(self._reader.stop)

    async def list(self, _request: Request) -> Response:
        """The list of stories."""
        return HTMLResponse(await run_in_threadpool(self._listed))

    async def state(self, _request: Request) -> Response:
        """How far each story is: `[{"name", "said", "ready", "value", "total"}]`."""
        entries = await run_in_threadpool(self._entries)
        return JSONResponse(
            [
                {
                    "name": printable(entry.name),
                    "said": said_of(entry),
                    "ready": entry.step is None,
                    "value": entry.step.number if entry.step else 0,
                    "total": entry.step.total if entry.step else 0,
                }
                for entry in entries
            ]
        )

    async def story(self, request: Request) -> Response:
        """The page of a story, or how far its reading is."""
        name = request.path_params["name"]
        entries = await run_in_threadpool(self._entries)
        entry = next((each for each in entries if each.name == name), None)
        if entry is None:
            raise HTTPException(404, "expected the name of a story in the folder, found none such")
        page = None
        if entry.step is None and entry.reading is not None and entry.reading.problem is None:
            page = await run_in_threadpool(self._library.page, name)
        return HTMLResponse(waiting_page(entry) if page is None else page)

    async def add(self, request: Request) -> Response:
        """Put a story into the folder and go back to the list."""
        size = request.headers.get("content-length", "")
        if not size.isdecimal():
            raise HTTPException(411, "expected a request that says how long it is")
        if int(size) > MAX_FILE_BYTES + _FORM_BYTES:
            return await self._refused(f"expected at most {MAX_FILE_BYTES // 1024**2} MB", 413)
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                return await self._refused("expected a story file to add, found none", 400)
            data = await file.read()
            name = file.filename or ""
        try:
            await run_in_threadpool(self._library.add, name, data)
        except FabulaError as error:
            return await self._refused(str(error), 400)
        return RedirectResponse("/", status_code=303)

    async def _refused(self, problem: str, status: int) -> Response:
        return HTMLResponse(await run_in_threadpool(self._listed, problem), status_code=status)

    def _listed(self, problem: str | None = None) -> str:
        return library_page(printable(str(self._library.folder)), self._entries(), problem)

    def _entries(self) -> "tuple[Entry, ...]":
        return tuple(
            Entry(story.name, self._reader.step(story.name), self._library.reading(story))
            for story in self._reader.look()
        )
