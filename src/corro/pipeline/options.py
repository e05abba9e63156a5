"""What a build can be told, and what it tells while it runs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from corro.model.user import LOCAL
from corro.pipeline.clock import SystemClock
from corro.ports import Clock, Executor
from corro.settings import MAX_INPUT_BYTES

DIGEST_DIGITS = 12
"""Hexadecimal digits by which a file is known again. Source: own choice: 48 bits, for a handful of files."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build has come.

    Attributes:
        step: `analysed`, `compared`, `placed`, `grouped` or `composed`.
        done: How many documents (for `grouped` and `composed`, claims) are through this step.
        total: Out of how many; None where nobody can tell yet.
    """

    step: str
    done: int
    total: int | None = None


def silent(progress: Progress) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Files of the user's own that add to what the package knows; each process that analyses is given the same.

    Attributes:
        places: Further gazetteer files, with the columns of the packaged supplement.
        sources: Further tables of sources, with the columns of the package's.
        types: A folder of further event types, or None.
    """

    places: tuple[Path, ...] = ()
    sources: tuple[Path, ...] = ()
    types: Path | None = None

    @property
    def digest(self) -> str:
        """One word for their content: reports that were read with other files may mean other places and owners."""
        types = sorted(self.types.glob("*.toml")) if self.types else ()
        contents = [path.read_bytes() for path in (*self.places, *self.sources, *types) if path.is_file()]
        return " ".join(sorted(sha256(content).hexdigest()[:DIGEST_DIGITS] for content in contents))


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How a record is built.

    Attributes:
        published: When the reports came out, for those that do not say so themselves.
        processes: How many processes analyse; 1 stays in this one.
        columns: For tables: which column holds which field.
        tables: Files of the user's own that add to the gazetteer and to the table of sources.
        stdin: The bytes of standard input, for the path `-`.
        max_input_bytes: The largest input that is read.
        progress: Called after each batch.
        clock: Tells today, after which no report can have come out.
        executor: Runs the analysis, instead of `processes`; its maker closes it.
        by: Who takes the reports in, for the custody log.
    """

    published: date | None = None
    processes: int = 1
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tables: Tables = Tables()
    stdin: bytes | None = field(default=None, repr=False)
    max_input_bytes: int = MAX_INPUT_BYTES
    progress: Callable[[Progress], None] = silent
    clock: Clock = field(default_factory=SystemClock)
    executor: Executor | None = None
    by: str = LOCAL.name
