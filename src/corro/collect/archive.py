"""Opens zip archives in memory, within limits, and writes nothing to disk."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from corro.collect.receipts import rejected
from corro.collect.walk import is_dropping
from corro.model import Receipt

_CANNOT_OPEN = (zipfile.BadZipFile, ValueError, OSError, OverflowError, NotImplementedError, struct.error)
_CANNOT_READ = (*_CANNOT_OPEN, RuntimeError, EOFError, zlib.error, lzma.LZMAError)
_ENCRYPTED = 0x1
"""General purpose bit 0. Source: PKWARE APPNOTE 6.3.10, 4.4.4."""


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """What an archive may hold; beyond it nothing of it is opened.

    Attributes:
        members: The most files. Source: our own judgement; a year of a large outlet's reports.
        total_bytes: The most bytes in all, unpacked. Source: our own judgement, four times the largest single input.
        ratio: The most bytes that one packed byte may become. Source: deflate cannot exceed 1032 (zlib, Technical Details);
            prose reaches 3 to 4 and rows of alike records below 50, so 200 leaves room.
        ratio_from_bytes: Files that unpack to less are not held to the ratio; a blank form may well be that regular.
    """

    members: int = 10_000
    total_bytes: int = 1024 * 1024 * 1024
    ratio: int = 200
    ratio_from_bytes: int = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive.

    Attributes:
        path: Its path inside the archive.
        content: Its bytes.
    """

    path: str
    content: bytes


def open_archive(content: bytes, locator: str, limits: ArchiveLimits, max_bytes: int) -> Iterator[Member | Receipt]:
    """Yield the files of a zip archive, sorted by path.

    Args:
        content: The archive.
        locator: Where it came from.
        limits: What it may hold.
        max_bytes: The largest file that is read.

    Yields:
        Its files, and receipts of those that are rejected; one receipt for the whole where nothing is opened.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _CANNOT_OPEN as error:
        yield rejected(locator, "zip_broken", type(error).__name__)
        return
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _is_dropping(info)]
        excess = _excess(infos, limits)
        if excess or not infos:
            yield rejected(locator, "zip_bomb" if excess else "zip_empty", excess)
            return
        for info in sorted(infos, key=lambda info: (info.filename, info.header_offset)):
            yield _member(archive, info, locator, max_bytes)


def _is_dropping(info: zipfile.ZipInfo) -> bool:
    return any(is_dropping(part) for part in info.filename.split("/"))


def _excess(infos: list[zipfile.ZipInfo], limits: ArchiveLimits) -> str:
    """Say by what an archive breaks the limits; empty where it keeps them."""
    if len(infos) > limits.members:
        return f"{len(infos)} files"
    total = sum(info.file_size for info in infos)
    if total > limits.total_bytes:
        return f"{total} bytes"
    for info in infos:
        ratio = info.file_size // max(info.compress_size, 1)
        if info.file_size >= limits.ratio_from_bytes and ratio > limits.ratio:
            return f"one byte becomes {ratio}"
    return ""


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, locator: str, max_bytes: int) -> Member | Receipt:
    path = info.filename.encode("utf-8", "backslashreplace").decode("utf-8")
    inside = f"{locator}!{path}"
    if _climbs(path):
        return rejected(inside, "zip_path")
    if info.flag_bits & _ENCRYPTED:
        return rejected(inside, "zip_encrypted")
    if info.file_size > max_bytes:
        return rejected(inside, "too_large", f"{max_bytes} bytes")
    try:
        return Member(path, archive.read(info))
    except _CANNOT_READ as error:
        return rejected(inside, "zip_broken", type(error).__name__)


def _climbs(path: str) -> bool:
    """Say whether a path is absolute, names a drive or climbs."""
    parts = path.replace("\\", "/").split("/")
    return parts[0] == "" or ":" in parts[0] or ".." in parts
