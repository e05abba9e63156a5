"""The frame around every answer: who may ask at all, and the headers that keep a page to itself."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""Headers of every answer. Source: OWASP, HTTP Security Response Headers Cheat Sheet, 2024; Content Security Policy Level 3."""

OWN = frozenset({"same-origin", "none"})
"""What `Sec-Fetch-Site` says of the room's own pages, and of an address typed in. Source: W3C, Fetch Metadata Request Headers."""

READING = frozenset({"GET", "HEAD"})
MOST_BYTES = 1_000_000
"""Bytes of a form. Source: own judgement: a reason of a hundred pages is none."""


class Frame:
    """Refuses what does not come from the room's own pages, and gives every answer its headers."""

    def __init__(self, app: ASGIApp, hosts: frozenset[str]) -> None:
        """Stand around an application that is reached under these hosts (`127.0.0.1:8765`)."""
        self._app, self._hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        begun = False

        async def framed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = refusal(scope["method"], Headers(scope=scope), self._hosts)
        if refused:
            await refused(scope, receive, framed)
            return
        try:
            await self._app(scope, receive, framed)
        except Exception:  # noqa: BLE001 - the last catch: what went wrong may hold words of a document, and goes nowhere
            if not begun:
                await PlainTextResponse("Corro broke one of its own rules. Nothing was lost.", 500)(scope, receive, framed)


def refusal(method: str, headers: Headers, hosts: frozenset[str]) -> PlainTextResponse | None:
    """Return the answer to a request that other pages or other names bring about; None where it may pass.

    Args:
        method: Its method.
        headers: Its headers.
        hosts: The names that the room is reached under, with the port.
    """
    if headers.getlist("host") not in [[host] for host in hosts]:
        return PlainTextResponse("This address is not the reading room's.", 421)
    if headers.get("sec-fetch-site", "none") not in OWN or not _own_origin(method, headers):
        return PlainTextResponse("Another page asked for this. Open the reading room itself.", 403)
    length = headers.get("content-length", "0")
    if method not in READING and (not length.isdecimal() or int(length) > MOST_BYTES or "transfer-encoding" in headers):
        return PlainTextResponse("This form is too long.", 413)
    return None


def _own_origin(method: str, headers: Headers) -> bool:
    """Say whether the page that asks is the room's own.

    A browser says `null` of a form on a page that sends no referrer; then `Sec-Fetch-Site`, which no page can set, has to say
    that it is the same origin. Source: WHATWG, Fetch, "append a request Origin header".
    """
    origin = headers.get("origin")
    if origin == "null":
        return headers.get("sec-fetch-site") == "same-origin"
    if origin is None:
        return method in READING
    return origin == f"http://{headers['host']}"
