"""Takes a record, or a part of it, out into a file: in a form from the table, through the one door, and into the custody log."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from corro import __version__
from corro.casework import Audience, Request
from corro.errors import BadOptionError, RecordNotFoundError
from corro.exchange import native
from corro.model import CustodyAct, CustodyKind
from corro.model.answer import ANY_EVENT, EventFilter
from corro.model.user import LOCAL, User
from corro.pipeline.approvals import require_approval
from corro.pipeline.clock import SystemClock
from corro.pipeline.exits import Consents, Door
from corro.pipeline.opening import RecordPlace, is_restricted, missing, open_to_write
from corro.pipeline.view import RecordView
from corro.pipeline.writing import refuse_existing, write_whole
from corro.ports import Clock, Store
from corro.settings import DEFAULT_RECORD

MADE_BY = f"Corro {__version__}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to go out.

    Attributes:
        events: Which events, for forms that are made of events.
        register: Which register, for `csv`.
        user: Who takes it out.
        audience: Whom it is for; if left out, the section for a form that holds the whole record, else everybody.
        consents: What the persons whose codes the record names consented to; what names others does not go out.
        clock: Tells when, for the custody log.
    """

    events: EventFilter = ANY_EVENT
    register: str = ""
    user: User = LOCAL
    audience: Audience | None = None
    consents: Consents = field(default_factory=dict)
    clock: Clock = field(default_factory=SystemClock)


@dataclass(frozen=True, slots=True)
class Form:
    """A form in which a record goes out.

    Attributes:
        says: What it is, in a few words.
        parts: Gives the bytes, piece by piece, of what the door lets out.
        narrows: Whether filters narrow it; where they do not, the whole record goes out.
        fills: For a form that is a folder: fills it, and returns a digest of all of it.
    """

    says: str
    parts: Callable[[Store, Wanted, Door], Iterable[bytes]]
    narrows: bool = True
    fills: Callable[[Store, Path, Door], str] | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What went out.

    Attributes:
        out: Where to.
        sha256: The digest of what was written.
    """

    out: Path
    sha256: str


def export(
    form: str, out: Path, record: RecordPlace = DEFAULT_RECORD, wanted: Wanted = Wanted(), *, force: bool = False
) -> Exported:
    """Write a record, or a part of it, into a file.

    The same record and the same wishes always give the same bytes.

    Args:
        form: One of `FORMS`.
        out: The file; it is written whole or not at all, and only its owner can read it.
        record: The record's file, or a restricted case.
        wanted: Which part, and who asks.
        force: Whether a file that stands there may be replaced.

    Returns:
        Where it is, and its digest, which the custody log has too.

    Raises:
        BadOptionError: There is no such form, or the filters do not fit it.
        FileExistsAlreadyError: The file is there already.
        NotAllowedError: It is a guarded case, and nobody else has approved this.
        RecordNotFoundError: There is no such record.
        RecordLockedError: Another process is writing to the record.
        StorageError: The file cannot be written.
    """
    known = checked(form, wanted)
    restricted = is_restricted(record)
    if restricted and not known.narrows:
        raise BadOptionError(f"The form {form} holds the whole record; a restricted case never goes out whole.", form=form)
    refuse_existing(out, force=force)
    if missing(record):
        raise RecordNotFoundError(f"There is no record at {record}.", path=str(record))
    audience = wanted.audience or (Audience.PUBLIC if known.narrows else Audience.SECTION)
    require_approval(record, form, audience.value, wanted.clock.now())
    store = open_to_write(record)
    try:
        with store.transaction():
            request = Request(wanted.user, audience, form)
            view = RecordView(store, wanted.user, restricted=restricted)
            door = Door(view, request, wanted.consents, today=wanted.clock.today())
            digest = _write(known, out, (store, wanted, door), force=force)
            log_export(store, door.summary, digest, wanted)
    finally:
        store.close()
    return Exported(out, digest)


def _write(form: Form, out: Path, given: tuple[Store, Wanted, Door], *, force: bool) -> str:
    """Write a file or a folder, and return its digest."""
    store, wanted, door = given
    if form.fills is None:
        return write_whole(out, form.parts(store, wanted, door), force=force)
    from corro.pipeline.packaging import write_folder

    fills = form.fills
    return write_folder(out, lambda folder: fills(store, folder, door), force=force)


def log_export(store: Store, summary: str, digest: str, wanted: Wanted) -> None:
    """Note in the custody log what went out; never which words were asked for."""
    store.custody.log([CustodyAct(CustodyKind.EXPORTED, digest, wanted.user.name, wanted.clock.now(), summary)])


def checked(form: str, wanted: Wanted) -> Form:
    """Return a form by its name, if what is wanted fits it.

    Raises:
        BadOptionError: There is no such form, or the filters do not fit it.
    """
    known = FORMS.get(form)
    if known is None:
        raise BadOptionError(f"There is no form {form}. There are {', '.join(sorted(FORMS))}.", form=form)
    if wanted.audience not in (None, Audience.SECTION) and not known.narrows:
        raise BadOptionError(f"The form {form} holds the whole record, and stays in the section.", form=form)
    if wanted.register and form != "csv":
        raise BadOptionError(f"Registers go out as csv; the form {form} is made of events.", form=form)
    if wanted.events != ANY_EVENT and not known.narrows:
        raise BadOptionError(f"The form {form} holds the whole record, and cannot be narrowed.", form=form)
    return known


def native_lines(store: Store, *, contents: bool = True) -> Iterable[bytes]:
    """Return the whole record in the native form."""
    waiting = store.weighing.waiting()
    settled = not any((waiting.documents, waiting.lineages, waiting.ungrouped, waiting.claims))
    digest = store.digest() if settled else None
    header = native.Header(MADE_BY, digest, store.archive.counts(), "inside" if contents else "beside")
    return native.written(header, store.archive.lines(contents=contents))


def _native(store: Store, wanted: Wanted, door: Door) -> Iterable[bytes]:
    del wanted, door  # the section's own copy, whole
    return native_lines(store)


def _events(form: str) -> Callable[[Store, Wanted, Door], Iterable[bytes]]:
    """Return what gives the bytes of a form that is made of events; of `csv` with a register, of that register's lines."""

    def parts(store: Store, wanted: Wanted, door: Door) -> Iterable[bytes]:
        from corro.pipeline.exporting_events import WRITERS, outgoing, register_csv

        del store
        if wanted.register:
            return register_csv(door.view, wanted.register, wanted.events, door)
        return WRITERS[form](outgoing(door.view, wanted.events, door))

    return parts


def _provenance(store: Store, wanted: Wanted, door: Door) -> Iterable[bytes]:
    from corro.exchange import provenance

    del wanted, door  # names who decided what: the section's own
    return provenance.written(store.archive.lines(contents=False), MADE_BY)


def _package(store: Store, folder: Path, door: Door) -> str:
    from corro.pipeline.packaging import pack

    return pack(store, folder, door, native_lines(store, contents=False), MADE_BY)


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "jsonl": Form("the whole record as JSON Lines, which `corro import` takes in again", _native, narrows=False),
        "package": Form("the whole record as a BagIt folder, for the day of hand-over", _native, narrows=False, fills=_package),
        "prov": Form("where each thing comes from and who judged what, as W3C PROV", _provenance, narrows=False),
        "csv": Form("events, or with --register the lines of a register, as CSV that no spreadsheet runs", _events("csv")),
        "geojson": Form("events as points, coarsened by how near their place is", _events("geojson")),
        "ucdp": Form("events in which somebody was killed, in the columns of UCDP GED", _events("ucdp")),
        "acled": Form("violence and armed acts, in the columns of ACLED", _events("acled")),
        "ftm": Form("events, actors and documents as FollowTheMoney entities", _events("ftm")),
        "hxl": Form("events as CSV with HXL tags", _events("hxl")),
    }
)
"""All forms, by name; what has to hold of every way out is tested over this table."""
