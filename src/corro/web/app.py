"""The application: which page answers which path, who is let in, and what is said where something is not as it should be."""

from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from corro.errors import (
    BadOptionError,
    CorroError,
    NotAllowedError,
    SessionEndedError,
    SetupError,
    SignInError,
    TooManyAttemptsError,
    UnknownIdError,
    UsageError,
)
from corro.web.frame import Frame
from corro.web.pages import documents, events, lists, review, signing, start
from corro.web.visit import Handler, Room, Visit
from corro.web.words import LANGUAGES, Words, chosen

AREAS = (start, events, documents, lists, review, signing)
"""The modules of pages; each says in `READ` and `WRITE` who answers which path."""

STATUS: dict[type[CorroError], int] = {
    UnknownIdError: 404,
    NotAllowedError: 403,
    SignInError: 401,
    TooManyAttemptsError: 429,
    BadOptionError: 400,
    SetupError: 503,
    UsageError: 503,
}
"""What stands over the page of an error. Source: RFC 9110, 15.5 and 15.6; RFC 6585, 4."""

A_YEAR = 365 * 24 * 60 * 60


def make_app(room: Room) -> ASGIApp:
    """Make the application of one start of the room."""
    reading = {path: handler for area in AREAS for path, handler in getattr(area, "READ", {}).items()}
    writing = {path: handler for area in AREAS for path, handler in getattr(area, "WRITE", {}).items()}
    routes = [Route(path, _answering(room, handler), methods=["GET"]) for path, handler in reading.items()]
    routes += [Route(path, _answering(room, handler), methods=["POST"]) for path, handler in writing.items()]
    static = Mount("/static", StaticFiles(directory=Path(__file__).parent / "static"))
    missing = _answering(room, lists.nothing_here)
    return Frame(Starlette(routes=[*routes, static, Route("/{rest:path}", missing)]), room.hosts)


def _answering(room: Room, handler: Handler) -> Callable[[Request], object]:
    async def answering(request: Request) -> Response:
        if room.door.opens(request.query_params.get("key", "")):
            return _let_in(room)
        form = {name: text for name, text in (await request.form()).items() if isinstance(text, str)}
        visit = _visit(room, request, form)
        if not room.door.admits(visit.given):
            return visit.show("outside", 403, bare=True)
        if request.method == "POST" and not room.door.fits(visit.given, form.get("token", "")):
            return visit.show("error", 403, what=visit.words.say("stale_form"), hint=visit.words.say("stale_form_hint"), message="")
        response = await run_in_threadpool(_answered, visit, handler)
        if visit.query.get("lang") in LANGUAGES:
            response.set_cookie("corro_lang", visit.words.language, max_age=A_YEAR, httponly=True, samesite="strict")
        return response

    return answering


def _let_in(room: Room) -> Response:
    """Change the secret in the address for a cookie, and leave the address without it."""
    response = RedirectResponse("/", 303)
    response.set_cookie(room.cookie("door"), room.door.new_pass(), httponly=True, samesite="strict")
    return response


def _visit(room: Room, request: Request, form: dict[str, str]) -> Visit:
    query = dict(request.query_params)
    accepted = request.headers.get("accept-language", "")
    language = chosen(query.get("lang", ""), request.cookies.get("corro_lang", ""), accepted)
    named = {name: str(text) for name, text in request.path_params.items()}
    return Visit(room, request.url.path, named, query, form, request.cookies, Words(language))


def _answered(visit: Visit, handler: Handler) -> Response:
    """Answer, or say what to do: no error's text leaves the room but those that Corro wrote itself."""
    try:
        return handler(visit)
    except SessionEndedError:
        return signing.wanted(visit)
    except CorroError as error:
        return _sorry(visit, error)
    except Exception:  # noqa: BLE001 - the last catch: a message may hold words of a document
        return visit.show("error", 500, what=visit.words.say("defect"), hint=visit.words.say("defect_hint"), message="", bare=True)


def _sorry(visit: Visit, error: CorroError) -> Response:
    key = next((name for name in map(_hint_key, type(error).__mro__) if name in _HINTS), "hint_other")
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    told = {"what": visit.words.say("not_possible"), "message": error.message, "hint": visit.words.say(key)}
    return visit.show("error", status, **told, bare=isinstance(error, SetupError))


_HINTS = frozenset(
    {
        "hint_RecordNotFoundError",
        "hint_RecordLockedError",
        "hint_NotARecordError",
        "hint_UnknownIdError",
        "hint_NotAllowedError",
        "hint_BadOptionError",
        "hint_RecordVersionError",
        "hint_StorageError",
        "hint_VaultDamagedError",
        "hint_BadValueError",
    }
)


def _hint_key(kind: type) -> str:
    return f"hint_{kind.__name__}"
