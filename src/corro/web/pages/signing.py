"""Signing in to a record that has a vault, and locking the room at once."""

from starlette.responses import Response

from corro.errors import SecondFactorError, SignInError, TooManyAttemptsError
from corro.pipeline.signing_in import sign_in, sign_out
from corro.pipeline.vault import has_vault
from corro.web.visit import Handlers, Visit

KEPT = ("reason", "verdict", "seen", "value", "role", "claim", "decision", "proposal")
"""Fields of a form that are kept over a sign-in, so that nothing typed is lost."""


def wanted(visit: Visit) -> Response:
    """Ask to sign in, and keep what was asked for and typed."""
    typed = {name: visit.form[name] for name in KEPT if visit.form.get(name)}
    return _page(visit, 401, visit.form.get("back", "") or visit.path, typed, "sign_in_first" if typed else "")


def form(visit: Visit) -> Response:
    """Show where one signs in."""
    return _page(visit, 200, "/", {}, "") if has_vault(visit.room.record) else visit.go("/")


def begin(visit: Visit) -> Response:
    """Sign somebody in, and take them where they wanted to go."""
    back = visit.form.get("back", "/")
    typed = {name: visit.form[name] for name in KEPT if visit.form.get(name)}
    given = (visit.form.get("name", ""), visit.form.get("password", ""), visit.form.get("code", "").strip())
    try:
        secret = sign_in(visit.room.record, *given, clock=visit.room.clock)
    except SecondFactorError:
        return _page(visit, 401, back, typed, "code_wanted")
    except SignInError:
        return _page(visit, 401, back, typed, "sign_in_wrong")
    except TooManyAttemptsError:
        return _page(visit, 429, back, typed, "too_many")
    own = back.startswith("/") and not back.startswith("//") and back.isascii() and back.isprintable() and "\\" not in back
    response = visit.show("resume", back=back, typed=typed, bare=True) if own and typed else visit.go(back if own else "/")
    response.set_cookie(visit.room.cookie("session"), secret, httponly=True, samesite="strict")
    return response


def lock(visit: Visit) -> Response:
    """End the session, forget the browser, and show nothing any more."""
    sign_out(visit.room.record, visit.session)
    response = visit.show("outside", 200, bare=True)
    for name in ("door", "session"):
        response.delete_cookie(visit.room.cookie(name), httponly=True, samesite="strict")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _page(visit: Visit, status: int, back: str, typed: dict[str, str], said: str) -> Response:
    told = visit.words.say(said) if said else ""
    return visit.show("sign_in", status, back=back, typed=typed, said=told, name=visit.form.get("name", ""), bare=True)


READ: Handlers = {"/sign-in": form}
WRITE: Handlers = {"/sign-in": begin, "/lock": lock}
