"""Approvals for what leaves a guarded case: somebody asks, another approves, and it serves once and not for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

APPROVAL_DAYS = 14
"""Days for which an approval holds. Source: own choice: long enough for a report to be finished, too short to be forgotten."""


@dataclass(frozen=True, slots=True)
class Approval:
    """A wish that something leaves a case, and what became of it.

    Attributes:
        code: Its random code.
        form: What it becomes: the name of an export form, or `brief`.
        audience: Whom it is for.
        reason: Why.
        asked_by: Who asked.
        asked_at: When.
        approved_by: Who approved it; empty until somebody has.
        approved_at: When.
        used_at: When it served; None while it has not.
    """

    code: str
    form: str
    audience: str
    reason: str
    asked_by: str
    asked_at: datetime
    approved_by: str = ""
    approved_at: datetime | None = None
    used_at: datetime | None = None

    def opens(self, form: str, audience: str, asker: str, at: datetime) -> bool:
        """Say whether it lets this leave now: asked for by the same person, as it is, approved by another, neither used nor old."""
        if (self.form, self.audience, self.asked_by) != (form, audience, asker):
            return False
        if self.approved_at is None or self.used_at is not None or self.approved_by == self.asked_by:
            return False
        return self.approved_at <= at <= self.approved_at + timedelta(days=APPROVAL_DAYS)


def opening(approvals: Iterable[Approval], form: str, audience: str, asker: str, at: datetime) -> Approval | None:
    """Return the oldest approval that lets this leave now, or None."""
    fitting = [one for one in approvals if one.opens(form, audience, asker, at)]
    return min(fitting, key=lambda one: (one.asked_at, one.code), default=None)
