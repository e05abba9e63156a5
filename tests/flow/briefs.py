"""The briefs of the samples that acceptance names, written for tests."""

from datetime import UTC, date, datetime
from pathlib import Path

from corro.model.answer import ALL, ClaimFilter
from corro.model.brief import BriefKind, BriefRequest
from corro.pipeline.drafts import Desk
from corro.pipeline.view import RecordView, open_record

CUT_OFF = datetime(2023, 4, 14, 12, tzinfo=UTC)


class At:
    """A clock that stands still."""

    def now(self) -> datetime:
        """Return the cut-off."""
        return CUT_OFF

    def today(self) -> date:
        """Return its day."""
        return CUT_OFF.date()


def desk(record: Path) -> Desk:
    """Return a desk over a record whose clock stands still."""
    return Desk(record, clock=At())


def event_of(view: RecordView, kind: str, words: str) -> str:
    """Return the slug of the one event of a type whose title or values have these words."""
    from corro.model.answer import EventFilter

    lines = view.events(EventFilter(types=(kind,), text=words), ALL).lines
    return max(lines, key=lambda line: line.claims).slug


def total_of(view: RecordView, number: int) -> str:
    """Return the id of the claim that first tells a total of so many requests."""
    claims = view.claims(ClaimFilter(types=("O1", "O2"), eventless=True), ALL).lines
    told = [claim for claim in claims for slot in claim.slots_of("requests") if getattr(slot.value, "count", None)]
    return next(claim.id for claim in told for slot in claim.slots_of("requests") if slot.value.count.point == number)  # type: ignore[union-attr]


def requests_of(record: Path) -> dict[str, BriefRequest]:
    """Return the requests of acceptance, by a name."""
    with open_record(record) as view:
        order, moura, refused = event_of(view, "H1", "Ngefa"), event_of(view, "V1", "Moura"), total_of(view, 237)
    asked = {
        "chronology": BriefRequest(BriefKind.CHRONOLOGY, "en", CUT_OFF, date(2022, 7, 1), date(2023, 4, 14)),
        "flash-order": BriefRequest(BriefKind.FLASH, "en", CUT_OFF, about=order),
        "register-access": BriefRequest(BriefKind.REGISTER, "en", CUT_OFF, about="access"),
        "disputes-moura": BriefRequest(BriefKind.DISPUTES, "en", CUT_OFF, about=moura),
        "disputes-237": BriefRequest(BriefKind.DISPUTES, "en", CUT_OFF, about=refused),
        "sitrep": BriefRequest(BriefKind.SITREP, "en", CUT_OFF, date(2023, 1, 27), date(2023, 2, 8)),
        "council": BriefRequest(BriefKind.COUNCIL, "en", CUT_OFF, date(2023, 1, 27), date(2023, 4, 14)),
        "sources": BriefRequest(BriefKind.SOURCES, "en", CUT_OFF),
    }
    from dataclasses import replace

    return {f"{name}.{language}": replace(one, language=language) for name, one in asked.items() for language in ("en", "fr")}
