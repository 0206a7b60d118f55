"""Who may talk to the server: the reader at this machine, by the address that was printed.

Any web page that is open in the same browser can send requests to 127.0.0.1, and a name that
somebody else owns can be made to point there. So a request must name this server's own address
as its host, and what the browser says of where it comes from must be this server too.
"""

from collections.abc import Iterable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE_METHODS = frozenset({"GET", "HEAD"})

HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)
"""Added to every answer: no other site may frame, embed or keep a page."""


class Guard:
    """Refuses every request that does not come from this server's own pages or the address bar."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        self._hosts = own_hosts(port)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 403 with the reason."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        reason = self._refused(Headers(scope=scope), scope["method"])
        if reason is None:
            await self._app(scope, receive, _with_headers(send))
            return
        answer = PlainTextResponse(f"refused: {reason}\n", status_code=403)
        await answer(scope, receive, _with_headers(send))

    def _refused(self, headers: Headers, method: str) -> str | None:
        if headers.get("host") not in self._hosts:
            return "expected this server's own address as the host, found another"
        origin = headers.get("origin")
        if origin is not None and origin not in self._origins:
            return "expected a request from this server's own pages, found one from another site"
        # “none” is the address bar or a bookmark. Old browsers do not send this header at all.
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return "expected a request from this server's own pages, found one from another site"
        if method not in SAFE_METHODS and origin is None:
            return "expected a change to name the page it comes from, found no origin"
        return None


def own_hosts(port: int) -> frozenset[str]:
    """The hosts by which a server on this port is called."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*_others(message.get("headers", ())), *HEADERS]
        await send(message)

    return sent


def _others(
    headers: Iterable[tuple[bytes, bytes]],
) -> Iterable[tuple[bytes, bytes]]:
    ours = {name for name, _ in HEADERS}
    return (header for header in headers if header[0].lower() not in ours)
