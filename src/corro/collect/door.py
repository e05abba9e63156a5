"""The door of `collect`: paths in, evidence and receipts out."""

import hashlib
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from corro.collect.archive import ArchiveLimits, open_archive
from corro.collect.attachments import attachments
from corro.collect.media import MAIL, ZIP, media_type
from corro.collect.receipts import rejected
from corro.collect.walk import shown, walk
from corro.model import Evidence, Receipt, Received

STDIN = "-"
"""The path that means standard input. Source: POSIX Utility Syntax Guidelines, guideline 13."""

_DEEPEST_MAIL = 5
"""Mails forwarded inside mails are opened to this depth. Source: our own judgement; deeper ones are chains or attacks."""


@dataclass(frozen=True, slots=True)
class CollectOptions:
    """How input is collected.

    Attributes:
        stdin: The bytes of standard input, read by the edge; None where there are none.
        max_bytes: The largest input that is read; larger ones are rejected without reading them.
            Source: our own judgement; 256 MiB is well above the largest UN report in PDF.
        archive: What an archive may hold.
    """

    stdin: bytes | None = field(default=None, repr=False)
    max_bytes: int = 256 * 1024 * 1024
    archive: ArchiveLimits = field(default_factory=ArchiveLimits)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Bytes on their way: where they are from, and inside what they lie."""

    content: bytes = field(repr=False)
    locator: str
    name: str
    mails: int = 0
    zipped: bool = False


def collect(paths: Sequence[str], options: CollectOptions | None = None) -> Iterator[Received | Receipt]:
    """Yield what lies at the given paths, one piece of evidence at a time.

    Args:
        paths: Files, folders (taken in sorted order), zip archives, or `-` for standard input.
        options: How to collect.

    Yields:
        Evidence with its bytes, and a receipt for each input that is rejected before it is read. Nothing is left out without one,
        except what desktops leave behind (`.DS_Store`, `Thumbs.db` and their like). A mail yields itself and each attachment.
    """
    options = options or CollectOptions()
    for path in paths:
        if path == STDIN:
            yield from _receive(_Piece(options.stdin or b"", STDIN, "stdin"), options)
            continue
        for found in walk(path):
            piece = found if isinstance(found, Receipt) else _load(found, options.max_bytes)
            yield from [piece] if isinstance(piece, Receipt) else _receive(piece, options)


def _load(path: Path, max_bytes: int) -> _Piece | Receipt:
    """Read a file, unless its size already says that it is too large."""
    locator = shown(path.as_posix())
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return rejected(locator, "not_a_file")
        if status.st_size > max_bytes:
            return rejected(locator, "too_large", f"{max_bytes} bytes")
        with path.open("rb") as handle:
            content = handle.read(max_bytes + 1)
    except OSError as error:
        return rejected(locator, "unreadable", error.strerror or type(error).__name__)
    return _Piece(content, locator, shown(path.name))


def _receive(piece: _Piece, options: CollectOptions) -> Iterator[Received | Receipt]:
    """Yield a piece as evidence, or what is inside it."""
    if not piece.content:
        yield rejected(piece.locator, "empty")
    elif len(piece.content) > options.max_bytes:
        yield rejected(piece.locator, "too_large", f"{options.max_bytes} bytes")
    else:
        kind = media_type(piece.content, piece.name)
        yield from _unpack(piece, options) if kind == ZIP else _deliver(piece, kind, options)


def _deliver(piece: _Piece, kind: str, options: CollectOptions) -> Iterator[Received | Receipt]:
    if kind == MAIL and piece.mails >= _DEEPEST_MAIL:
        yield rejected(piece.locator, "mail_nested", str(_DEEPEST_MAIL))
        return
    digest = hashlib.sha256(piece.content).hexdigest()
    yield Received(Evidence(digest, kind, len(piece.content), piece.name), piece.content, piece.locator)
    if kind == MAIL:
        for name, content in attachments(piece.content):
            inner = replace(piece, content=content, locator=f"{piece.locator}!{name}", name=name, mails=piece.mails + 1)
            yield from _receive(inner, options)


def _unpack(piece: _Piece, options: CollectOptions) -> Iterator[Received | Receipt]:
    if piece.zipped:
        yield rejected(piece.locator, "zip_nested")
        return
    for member in open_archive(piece.content, piece.locator, options.archive, options.max_bytes):
        if isinstance(member, Receipt):
            yield member
        else:
            name = PurePosixPath(member.path).name
            yield from _receive(_Piece(member.content, f"{piece.locator}!{member.path}", name, piece.mails, zipped=True), options)
