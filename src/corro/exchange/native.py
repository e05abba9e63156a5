"""The native form: a record as JSON Lines, one thing a line, which comes in again as it went out.

The first line says which form it is and what the record amounts to, the last how many lines there were and their digest, so that
a file that was cut off or changed is told from a whole one.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corro.errors import ImportRefusedError

FORMAT = "corro-record"
VERSION = 1
"""Of the form; a reader refuses newer ones. What a version holds is said by `schema/record-VERSION.json`."""

LONGEST_LINE = 512 * 1024 * 1024
"""Bytes of a line; the longest hold evidence in base64. Source: four thirds of the largest input that is read, and room."""

KINDS = (
    "run", "evidence", "document", "statement", "claim", "inner_difference", "chain_link", "issue", "decision", "entered",
    "fallen_claim", "claim_version", "receipt", "event_name", "move", "custody",
    "copy_link", "event_link", "lineage", "event", "difference", "entry",
)  # fmt: skip
"""What a line can be, in the order in which they come first; those from `copy_link` on are computed from those before."""

COMPUTED = frozenset(KINDS[KINDS.index("copy_link") :])
"""What an import does not take over but works out anew, and compares."""

Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Header:
    """What the first line says.

    Attributes:
        made_by: Program and version.
        digest: The digest of what the record says; None where it still had work to do.
        counts: How many things of some kinds there are.
        evidence: `inside` where each piece comes with its bytes, `beside` where these lie in files of their own.
    """

    made_by: str
    digest: str | None
    counts: Mapping[str, int]
    evidence: str = "inside"


def written(header: Header, lines: Iterable[Line]) -> Iterator[bytes]:
    """Write a record.

    Args:
        header: What goes first.
        lines: The lines, each with its kind under `is`.

    Yields:
        The lines as bytes, each with its end; the same lines always give the same bytes.
    """
    state = hashlib.sha256()
    count = 0
    yield _counted(_header_line(header), state)
    for count, line in enumerate(lines, 1):  # noqa: B007 - the count goes into the last line
        yield _counted(line, state)
    yield _packed({"is": "end", "lines": count, "sha256": state.hexdigest()})


def _header_line(header: Header) -> Line:
    told = {"made_by": header.made_by, "digest": header.digest, "counts": dict(header.counts), "evidence": header.evidence}
    return {"is": "header", "format": FORMAT, "version": VERSION, **told}


def _counted(line: Line, state: "hashlib._Hash") -> bytes:
    packed = _packed(line)
    state.update(packed)
    return packed


def _packed(line: Line) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8", "surrogatepass") + b"\n"


def is_native(beginning: bytes) -> bool:
    """Say whether a file that begins so is a record in the native form."""
    first = beginning.split(b"\n", 1)[0]
    return b'"is":"header"' in first and f'"format":"{FORMAT}"'.encode() in first


def read(stream: Iterable[bytes]) -> tuple[Header, Iterator[tuple[int, dict[str, Any]]]]:
    """Read a record in the native form.

    Args:
        stream: Its lines.

    Returns:
        The header, and the lines with their numbers (from 2 on); going through them to the end checks the last line.

    Raises:
        ImportRefusedError: It is another form, a newer version, no JSON, or (while going through) cut off or changed.
    """
    state = hashlib.sha256()
    lines = iter(stream)
    first = next(lines, b"")
    state.update(first)
    header = _header(_parsed(first, 1))
    return header, _checked(lines, state)


def _header(line: dict[str, Any]) -> Header:
    if line.get("is") != "header" or line.get("format") != FORMAT:
        raise ImportRefusedError("The file is no record in the form that `corro export jsonl` writes.")
    if not isinstance(line.get("version"), int) or line["version"] > VERSION:
        raise ImportRefusedError(f"The file has version {line.get('version')!r} of the form; this Corro reads up to {VERSION}.")
    try:
        return Header(str(line["made_by"]), line["digest"], dict(line["counts"]), str(line["evidence"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ImportRefusedError("The first line of the file is damaged.") from error


def _checked(lines: Iterator[bytes], state: "hashlib._Hash") -> Iterator[tuple[int, dict[str, Any]]]:
    for number, packed in enumerate(lines, 2):
        line = _parsed(packed, number)
        if line.get("is") == "end":
            if line.get("lines") != number - 2 or line.get("sha256") != state.hexdigest():
                raise ImportRefusedError(f"The file is not as it was written: line {number} does not fit what is before it.")
            if next(lines, None) is not None:
                raise ImportRefusedError(f"The file goes on after its end, at line {number + 1}.")
            return
        if line.get("is") not in KINDS:
            raise ImportRefusedError(f"Line {number} of the file is of a kind that this Corro does not know.")
        state.update(packed)
        yield number, line
    raise ImportRefusedError("The file was cut off: its last line is missing. Ask for it again; nothing was taken in.")


def _parsed(packed: bytes, number: int) -> dict[str, Any]:
    if len(packed) > LONGEST_LINE:
        raise ImportRefusedError(f"Line {number} of the file is longer than {LONGEST_LINE} bytes.")
    try:
        line = json.loads(packed.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise ImportRefusedError(f"Line {number} of the file is no JSON.") from error
    if not isinstance(line, dict):
        raise ImportRefusedError(f"Line {number} of the file is no JSON object.")
    return line
