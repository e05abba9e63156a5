"""Opens somebody's table: CSV, TSV or XLSX by what its bytes are, and gives its columns and rows."""

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corro.errors import ImportRefusedError
from corro.exchange.rows import DELIMITERS, MOST_COLUMNS, Broken, Row, text_rows
from corro.exchange.sheets import is_sheet, sheet_rows
from corro.settings import Settings

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""Source: IANA media types registry."""

_SAMPLE_BYTES = 262_144
"""Bytes by which an encoding is guessed. Source: own choice."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How legacy spreadsheets begin, and those locked by a password. Source: MS-CFB, section 2.2."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table that can be read.

    Attributes:
        name: The file's name.
        content: Its bytes.
        sha256: Their digest.
        media_type: What they are.
        columns: Names of the columns.
        rows: The rows, to be gone through once.
    """

    name: str
    content: bytes
    sha256: str
    media_type: str
    columns: tuple[str, ...]
    rows: Iterator[Row | Broken]


def open_table(path: Path, sheet: str = "") -> Table:
    """Open a table.

    Args:
        path: The file.
        sheet: Which sheet of a workbook; the first that holds something if left out.

    Raises:
        ImportRefusedError: It is no table that is read, too large, holds macros, or its encoding cannot be told.
    """
    limit = Settings.from_environment().max_input_bytes
    if path.stat().st_size > limit:
        raise ImportRefusedError(f"The file is larger than {limit} bytes. Split it, or raise CORRO_MAX_INPUT_BYTES.")
    content = path.read_bytes()
    if content.startswith(_OLE):
        raise ImportRefusedError("The file is a legacy .xls, or locked by a password. Save it as .xlsx or CSV without a password.")
    media_type = XLSX if is_sheet(content) else CSV
    found = sheet_rows(content, sheet) if media_type == XLSX else _text_rows(content)
    columns = next(found, ())
    if not isinstance(columns, tuple) or not columns:
        raise ImportRefusedError("The table has no header: its first line must name the columns.")
    if len(columns) > MOST_COLUMNS or len(set(columns) - {""}) < len([name for name in columns if name]):
        raise ImportRefusedError(f"The table has two columns of one name, or more than {MOST_COLUMNS}. Mend its header.")
    rows = (row for row in found if not isinstance(row, tuple))
    return Table(path.name, content, sha256(content).hexdigest(), media_type, columns, rows)


def _text_rows(content: bytes) -> Iterator[tuple[str, ...] | Row | Broken]:
    if b"\0" in content[:_SAMPLE_BYTES] and not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ImportRefusedError("The file is no table: neither CSV nor .xlsx.")
    lines = io.TextIOWrapper(io.BytesIO(content), encoding=_encoding(content), newline="")
    first = lines.readline()
    lines.seek(0)
    return text_rows(lines, max(DELIMITERS, key=first.count))


def _encoding(content: bytes) -> str:
    """Return the encoding of a text: by its byte-order mark, else UTF-8, else a guess by which all of it can be read."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if _reads(content, "utf-8"):
        return "utf-8-sig"
    from corro.read.decode import decode

    guessed = decode(content[:_SAMPLE_BYTES]).encoding
    if guessed.startswith("utf") or not _reads(content, guessed):
        raise ImportRefusedError("The file's encoding cannot be told. Save it as UTF-8.")
    return guessed


def _reads(content: bytes, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(content)
    try:
        for start in range(0, len(content), _SAMPLE_BYTES):
            decoder.decode(bytes(view[start : start + _SAMPLE_BYTES]))
        decoder.decode(b"", final=True)
    except (UnicodeDecodeError, LookupError):
        return False
    return True
