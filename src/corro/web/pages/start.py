"""The first page: what moved since the last visit, what falls due, what is disputed, what waits for a person."""

from datetime import date, datetime
from hashlib import sha256

from starlette.responses import Response

from corro.model.answer import DifferenceFilter, EventMove, Window
from corro.model.link import Relation
from corro.pipeline.view import RecordView
from corro.web.visit import Handlers, Visit

SHOWN = 8
"""Lines of each part. Source: own choice: all parts on two screens."""

KEPT_SECONDS = 365 * 24 * 60 * 60


def start(visit: Visit) -> Response:
    """Show what is new, due, disputed and to review, with the counts of the registers."""
    since, kept = last_visit(visit.cookies.get(_cookie(visit), ""), visit.now().date())
    with visit.view() as view:
        response = visit.show("start", since=since, **_parts(view, since, visit.now()))
    response.set_cookie(_cookie(visit), kept, max_age=KEPT_SECONDS, httponly=True, samesite="strict")
    return response


def _parts(view: RecordView, since: date | None, now: datetime) -> dict[str, object]:
    deadlines = [one for one in view.deadlines(now) if one.at is not None]
    waiting = view.review()
    disputes = DifferenceFilter(relation=Relation.DISPUTE.value)
    moves, moved = _newest(view, since)
    return {
        "totals": view.totals(),
        "moves": moves,
        "moved": moved,
        "deadlines": [(one, one.state(now)) for one in deadlines[:SHOWN]],
        "due": len(deadlines),
        "disputes": [(one, view.about(one)) for one in view.differences(disputes, Window(0, SHOWN))],
        "waiting": waiting[:SHOWN],
        "to_review": len(waiting),
    }


def _newest(view: RecordView, since: date | None) -> tuple[tuple[EventMove, ...], int]:
    """Return the newest moves since a day, newest first, and how many there are."""
    total = view.moves(since, Window(0, 1)).total
    return tuple(reversed(view.moves(since, Window(max(0, total - SHOWN), SHOWN)).lines)), total


def last_visit(kept: str, today: date) -> tuple[date | None, str]:
    """Return the day of the visit before, and what to keep of it.

    Args:
        kept: What was kept: the day of the visit before, and of this one (`2026-11-23 2026-11-24`).
        today: The present day.

    Returns:
        The day, None at the first visit; a second look on the same day leaves it as it was.
    """
    before, _, latest = kept.partition(" ")
    known = [_day(before), _day(latest)]
    if known[1] is not None and known[1] != today:
        known = [known[1], today]
    elif known[1] is None:
        known = [None, today]
    return known[0], f"{known[0] or '-'} {today}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _cookie(visit: Visit) -> str:
    """Return the name of the cookie that keeps the last visit to this record."""
    return f"corro_visit_{sha256(str(visit.room.record.absolute()).encode()).hexdigest()[:8]}"


READ: Handlers = {"/": start}
