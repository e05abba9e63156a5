"""Exports and briefs of a guarded case leave only where somebody asked for it and another person approved it."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from corro.casework.approval import Approval, opening
from corro.errors import BadOptionError, NotAllowedError, NothingToOpenError
from corro.keyring import Keyring
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.cases import Case, CaseRecord, changed_case, the_case
from corro.pipeline.opening import RecordPlace
from corro.values.identity import random_code

KIND = "approval"
"""Kind of the vault's entries that hold what was asked to leave a case."""


def guard_case(keyring: Keyring, code: str, *, guarded: bool) -> Case:
    """Say whether what leaves a case wants another person's approval; only a custodian takes the guard off again.

    Raises:
        NotAllowedError: The account may not take it off.
        NothingToOpenError: There is none that this account may open.
    """
    known = the_case(keyring, code, "guard")
    if known.guarded and not guarded:
        require(keyring.user, Doing.KEEP_VAULT, code)
    return changed_case(keyring, replace(known, guarded=guarded))


def ask_approval(keyring: Keyring, code: str, wanted: tuple[str, str], reason: str, at: datetime) -> Approval:
    """Ask that something may leave a case.

    Args:
        keyring: Of whoever asks.
        code: The case's code.
        wanted: The form (`csv`, `brief` …) and the audience.
        reason: Why.
        at: When.

    Returns:
        What was asked, with its code.

    Raises:
        BadOptionError: No reason is given.
        NothingToOpenError: There is no such case that this account may open.
        NotAllowedError: The account may not export.
    """
    if not reason.strip():
        raise BadOptionError("Say why it is to leave the case.")
    the_case(keyring, code, "asking for an approval")
    require(keyring.user, Doing.EXPORT, code)
    form, audience = wanted
    asked = Approval(random_code("R"), form, audience, reason, keyring.user.name, at)
    keyring.put(code, KIND, _written(asked))
    return asked


def approve(keyring: Keyring, code: str, approval: str, at: datetime) -> Approval:
    """Approve what another person asked.

    Raises:
        NothingToOpenError: There is no such case or request that this account may open.
        NotAllowedError: The account may not export, or asked for it itself.
    """
    require(keyring.user, Doing.EXPORT, code)
    for entry, known in _kept(keyring, code):
        if known.code == approval:
            if known.asked_by == keyring.user.name:
                raise NotAllowedError("Who asked for an approval cannot approve it: another person has to.")
            approved = replace(known, approved_by=keyring.user.name, approved_at=at)
            keyring.put(code, KIND, _written(approved), entry)
            return approved
    raise NothingToOpenError("There is no such request that you may open.")


def approvals(keyring: Keyring, code: str) -> tuple[Approval, ...]:
    """Return what was asked to leave a case, oldest first."""
    return tuple(one for _, one in _kept(keyring, code))


def require_approval(record: RecordPlace, form: str, audience: str, at: datetime) -> None:
    """Let something leave, or refuse: from a guarded case it wants an approval, which serves this once.

    It is called before anything is written, so that an approval that fails later has to be asked for again.

    Args:
        record: The record's file, or a restricted case; nothing else than a guarded case is held back here.
        form: What it becomes.
        audience: Whom it is for.
        at: When.

    Raises:
        NotAllowedError: Nobody has approved it, or the approval has served or grown old.
    """
    if not isinstance(record, CaseRecord) or not the_case(record.keyring, record.code, "guard").guarded:
        return
    kept = _kept(record.keyring, record.code)
    found = opening([one for _, one in kept], form, audience, record.user.name, at)
    if found is None:
        told = "Another person has to approve what leaves this case."
        raise NotAllowedError(f"{told} Ask with `corro case ask {record.code} {form} --for {audience} --reason WHY`.")
    entry = next(entry for entry, one in kept if one.code == found.code)
    record.keyring.put(record.code, KIND, _written(replace(found, used_at=at)), entry)


def _kept(keyring: Keyring, code: str) -> Sequence[tuple[str, Approval]]:
    the_case(keyring, code, "approvals")
    return [(entry, _read(keyring.get(entry, "approvals"))) for entry in keyring.entries(KIND, code)]


def _written(approval: Approval) -> bytes:
    return json.dumps(asdict(approval), default=datetime.isoformat, ensure_ascii=False).encode()


def _read(content: bytes) -> Approval:
    told = json.loads(content)
    moments = {name: datetime.fromisoformat(told[name]) if told[name] else None for name in ("asked_at", "approved_at", "used_at")}
    return Approval(**{**told, **moments})
