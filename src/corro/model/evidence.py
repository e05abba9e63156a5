"""What comes in, before anything is read: bytes as received, and what became of each input (law 7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Evidence:
    """Bytes as they were received, named by their SHA-256 and never changed.

    Attributes:
        sha256: Hexadecimal digest of the bytes.
        media_type: What the bytes are taken for (`text/html`), from their beginning and then the name.
        size_bytes: How many there are.
        name: File name as received, without its folders.
    """

    sha256: str
    media_type: str
    size_bytes: int
    name: str


@dataclass(frozen=True, slots=True)
class Received:
    """One piece of input on its way from `collect` to `read`.

    Attributes:
        evidence: Its digest, type and size.
        content: The bytes.
        locator: Where it came from as the user named it, with its place inside a container (`reports.zip!a/b.txt`, `rows.jsonl#3`).
        context: Metadata that stood outside the bytes: `captured`, `address`, or the columns of a mapped row.
    """

    evidence: Evidence
    content: bytes = field(repr=False)
    locator: str
    context: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


class Outcome(StrEnum):
    """How an input ended; exactly one each (law 7)."""

    ACCEPTED = "accepted"
    DUPLICATE = "duplicate"
    UPDATED = "updated"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one input.

    Attributes:
        locator: The input.
        outcome: How it ended.
        document_id: The document it became, or the one it repeats or updates; None where rejected.
        reason: For whatever is not accepted: what was the matter and what to do about it.
        code: Short name of the reason (`empty`, `binary`, `zip_bomb`), for counting.
    """

    locator: str
    outcome: Outcome
    document_id: str | None = None
    reason: str = ""
    code: str = ""
