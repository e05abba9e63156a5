"""Answers about a record (`corro.ports.Questions`): the doors of three modules, and the totals."""

from datetime import datetime

from sqlalchemy import select, text

from corro.model.answer import Run, Totals
from corro.store import schema
from corro.store.questions_claims import ClaimQuestions
from corro.store.questions_documents import DocumentQuestions
from corro.store.questions_events import EventQuestions


class SqliteQuestions(EventQuestions, ClaimQuestions, DocumentQuestions):
    """Answers; none changes anything."""

    def totals(self) -> Totals:
        """Count what the record holds."""
        counted = self._connection.execute(text(_TOTALS)).mappings().one()
        by_register = self._connection.execute(text(_ENTRIES)).all()
        by_grade = self._connection.execute(text(_CREDIBILITY)).all()
        return Totals(
            **counted,
            entries=tuple((str(name), int(number)) for name, number in by_register),
            credibility=tuple((str(grade), int(number)) for grade, number in by_grade),
        )

    def runs(self) -> tuple[Run, ...]:
        """Return the builds, oldest first."""
        rows = self._connection.execute(select(schema.runs).order_by(schema.runs.c.number)).mappings()
        return tuple(
            Run(row["number"], datetime.fromisoformat(row["started"]), _moment(row["finished"]), row["tables"]) for row in rows
        )


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None


_TOTALS = """
    SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM lineages) AS lineages,
        (SELECT count(*) FROM claims WHERE standing = 1) AS claims, (SELECT count(*) FROM events) AS events,
        (SELECT count(*) FROM differences WHERE relation = 'dispute') AS disputes, (SELECT count(*) FROM issues) AS issues,
        (SELECT coalesce(sum(groundless), 0) FROM events) AS groundless_grades
"""
_CREDIBILITY = "SELECT credibility, count(*) FROM events GROUP BY credibility ORDER BY credibility"
_ENTRIES = "SELECT register, count(*) FROM entries GROUP BY register ORDER BY register"
