"""How a piece of evidence is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a piece of evidence is read.

    Attributes:
        published: When the reports came out, for those that do not say so themselves.
        today: The day on which this runs, given by the edge; a report cannot have come out after it. None: not checked.
        columns: For tables: which column holds which field (`{"text": "Body"}`); other fields go by their usual names.
        max_bytes: The largest input that is read. Source: our own judgement, well above the largest UN report in PDF.
    """

    published: date | None = None
    today: date | None = None
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    max_bytes: int = 256 * 1024 * 1024
