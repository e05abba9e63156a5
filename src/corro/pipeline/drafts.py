"""Writes briefs, checks drafts against the record, refreshes and renders them: nothing that breaks a rule is written."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from corro.brief.compose import compose
from corro.brief.draft import Draft
from corro.brief.drafting import draft_of, request_of
from corro.brief.formats import written
from corro.brief.lint import Ground, check
from corro.brief.markdown import read
from corro.brief.refresh import Refreshed, refresh
from corro.brief.template import fill
from corro.casework import codes_in
from corro.errors import BadDraftError, BadOptionError, UnknownIdError
from corro.model import LOCAL, CustodyAct, CustodyKind, User
from corro.model.brief import BriefMaterial, BriefRequest, Fault
from corro.pipeline.approvals import require_approval
from corro.pipeline.briefing import material
from corro.pipeline.clock import SystemClock
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.pipeline.view import RecordView, open_record
from corro.pipeline.writing import refuse_existing, write_whole
from corro.ports import Clock
from corro.settings import DEFAULT_RECORD

_SLUG = re.compile(r"[A-Z]\d-[A-Z0-9]{6}/")

MOST_TOLD = 10
"""Faults that an error names; all of them stand in what `check_draft` returns. Source: own choice: a screen."""

MOST_DRAFT_BYTES = 64 * 1024 * 1024
"""Largest draft that is read. Source: own judgement: ten thousand events make some 20 MB."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where briefs are written.

    Attributes:
        record: The record's file, or a restricted case.
        user: Who writes.
        clock: Tells the cut-off of a draft that is brought up to date, and the time in the custody log.
    """

    record: RecordPlace = DEFAULT_RECORD
    user: User = LOCAL
    clock: Clock = field(default_factory=SystemClock)


def write_brief(request: BriefRequest, out: Path, desk: Desk = Desk(), *, force: bool = False) -> str:
    """Write a brief from a record, in the format that the file's ending names.

    Args:
        request: What is asked for.
        out: The file; with a draft (`.md`), its drawings are written beside it.
        desk: Where, by whom and when it is written.
        force: Whether a file that stands there may be replaced.

    Returns:
        The SHA-256 of the file, which the custody log has too.

    Raises:
        BadDraftError: It would break a rule, such as a flash report of more than a page; nothing is written.
        FileExistsAlreadyError: The file is there already.
        RecordNotFoundError: There is no record.
        BadOptionError: The request makes no sense, or there is no such format.
        UnknownIdError: The record has nothing of the name that the brief is to be about.
        StorageError: The file cannot be written.
    """
    refuse_existing(out, force=force)
    with _view(desk) as view:
        ground = _ground(view, request, desk)
        _refuse_faults(check(ground.fresh, ground))
    return _put(ground.fresh, out, desk, force=force)


def check_draft(path: Path, desk: Desk = Desk()) -> tuple[Fault, ...]:
    """Hold a draft against the record.

    Args:
        path: The draft.
        desk: Where the record is, and who asks.

    Returns:
        What breaks a rule; nothing for a draft that may leave.

    Raises:
        BadDraftError: It is no draft of Corro's.
        RecordNotFoundError: There is no record.
    """
    draft = _read(path)
    with _view(desk) as view:
        return check(_renamed(draft, view), _ground(view, request_of(draft), desk))


def refresh_draft(path: Path, desk: Desk = Desk()) -> Refreshed:
    """Bring a draft up to date with the record, and write it in its place; what people wrote in it stays.

    Args:
        path: The draft.
        desk: Where the record is, who asks, and what time it is.

    Returns:
        What was renewed, added and taken out, and what moved under the words that people wrote.

    Raises:
        BadDraftError: It is no draft of Corro's.
        RecordNotFoundError: There is no record.
        StorageError: The file cannot be written.
    """
    draft = _read(path)
    request = replace(request_of(draft), cut_off=desk.clock.now().replace(microsecond=0))
    with _view(desk) as view:
        done = refresh(_renamed(draft, view), _ground(view, request, desk).fresh)
    _put(done.draft, path, desk, force=True)
    return done


def render_draft(path: Path, out: Path, desk: Desk = Desk(), *, template: Path | None = None, force: bool = False) -> str:
    """Write a draft that people edited in another format, or through a house's own template, if it breaks no rule.

    Args:
        path: The draft.
        out: The file; its ending names the format, unless there is a template.
        desk: Where the record is, who asks, and what time it is.
        template: A Jinja template, or None.
        force: Whether a file that stands there may be replaced.

    Returns:
        The SHA-256 of the file.

    Raises:
        BadDraftError: The draft breaks a rule, or what the template makes does; nothing is written.
        FileExistsAlreadyError: The file is there already.
        BadOptionError: There is no such format, or the template cannot be filled.
        StorageError: The file cannot be written.
    """
    refuse_existing(out, force=force)
    draft = _read(path)
    with _view(desk) as view:
        ground = _ground(view, request_of(draft), desk)
        draft = _renamed(draft, view)
        _refuse_faults(check(draft, ground))
    whole = replace(draft, pictures=ground.fresh.pictures)
    if template is None:
        return _put(whole, out, desk, force=force)
    made = fill(_text(template), whole).encode()
    _let_out(whole, desk)
    return _logged(made, out, desk, _summary(whole), force=force)


def _ground(view: RecordView, request: BriefRequest, desk: Desk) -> Ground:
    found = material(view, request, desk.user)
    return Ground(found, draft_of(compose(request, found)), _captured_again(view, found))


def _renamed(draft: Draft, view: RecordView) -> Draft:
    """Return a draft whose blocks name each event as the record does now: a claim that joins an event changes its name."""
    slugs = {block.key.partition("/")[0] for block in draft.blocks if _SLUG.match(block.key)}
    now = {slug: _slug_now(slug, view) for slug in sorted(slugs)}

    def renamed(key: str) -> str:
        slug, part, rest = key.partition("/")
        return f"{now.get(slug, slug)}{part}{rest}"

    blocks = tuple(replace(block, key=renamed(block.key)) for block in draft.blocks)
    return replace(draft, blocks=blocks, composed=tuple(map(renamed, draft.composed)))


def _slug_now(slug: str, view: RecordView) -> str:
    try:
        return view.event(slug).slug
    except (UnknownIdError, BadOptionError):  # it is gone, or came apart: the draft's own name shows that
        return slug


def _captured_again(view: RecordView, found: BriefMaterial) -> frozenset[str]:
    """Return the reports cited of which a later version is in the record."""
    series = [document for document in found.documents.values() if document.series_id != document.id]
    later = ((document.id, [one.id for one in view.versions(document.id)]) for document in series)
    return frozenset(name for name, versions in later if versions and versions[-1] != name)


def _refuse_faults(faults: tuple[Fault, ...]) -> None:
    if faults:
        told = "; ".join(_told(fault) for fault in faults[:MOST_TOLD])
        more = f"; and {len(faults) - MOST_TOLD} more" if len(faults) > MOST_TOLD else ""
        raise BadDraftError(f"Nothing was written, for it would break rules of briefs. {told}{more}.", faults=len(faults))


def _told(fault: Fault) -> str:
    return f"{fault.rule} in line {fault.line}: {fault.told}" if fault.line else f"{fault.rule}: {fault.told}"


def _put(draft: Draft, out: Path, desk: Desk, *, force: bool) -> str:
    _let_out(draft, desk)
    if out.suffix == ".md":
        for name, svg in draft.pictures.items():
            write_whole(out.with_name(f"{name}.svg"), [svg.encode()], force=True)
    return _logged(written(draft, out.suffix), out, desk, _summary(draft), force=force)


def _let_out(draft: Draft, desk: Desk) -> None:
    """Ask whether a brief of a guarded case may leave.

    Raises:
        NotAllowedError: Nobody else has approved it.
    """
    require_approval(desk.record, "brief", request_of(draft).audience, desk.clock.now())


def _logged(content: bytes, out: Path, desk: Desk, summary: str, *, force: bool) -> str:
    """Write a file, and note in the custody log that it left; it is written only if it can be noted."""
    digest = sha256(content).hexdigest()
    store = open_to_write(desk.record)
    try:
        with store.transaction():
            store.custody.log([CustodyAct(CustodyKind.EXPORTED, digest, desk.user.name, desk.clock.now(), summary)])
            write_whole(out, [content], force=force)
    finally:
        store.close()
    return digest


def _summary(draft: Draft) -> str:
    """Return what the custody log keeps of a brief that was written: for whom, and whose codes it names."""
    return "; ".join(["brief", request_of(draft).audience, *sorted(codes_in(draft))])


def _read(path: Path) -> Draft:
    return read(_text(path))


def _text(path: Path) -> str:
    """Return a file's text.

    Raises:
        BadDraftError: It cannot be read, is too large, or is no UTF-8.
    """
    try:
        if path.stat().st_size > MOST_DRAFT_BYTES:
            raise BadDraftError(f"{path} is too large to be a draft or a template.")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadDraftError(f"{path} cannot be read as text: {error}.") from error


@contextmanager
def _view(desk: Desk) -> Iterator[RecordView]:
    with open_record(desk.record, desk.user) as view:
        yield view
