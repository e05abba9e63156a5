"""Something doubtful in the data that a person should see: stored and shown, never an exception and never a guess."""

from dataclasses import dataclass
from enum import StrEnum

from corro.values import Span, content_id


class Severity(StrEnum):
    """How much an issue asks of a person."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Issue:
    """One doubt about one document.

    Attributes:
        code: Short stable name (`broken_character`, `weekday_clash`); `corro.vocab.issue_codes` lists them with their meaning.
        document_id: The document it is about; for an input that became none, its locator.
        message: What was found and what it means, in one sentence.
        span: Where in the text as shown, or None.
        severity: How much it asks of a person.
        detail: Raw bytes in hexadecimal, the two readings, the candidates; whatever lets a person judge.
    """

    code: str
    document_id: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.WARNING
    detail: str = ""

    @property
    def id(self) -> str:
        """The issue's id, made of its code, document, place and detail."""
        where = (self.span.start, self.span.end) if self.span else ("", "")
        return content_id("issue", self.code, self.document_id, *where, self.detail)
