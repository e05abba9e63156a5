"""The hand-over package: the whole record as a bag that can be read without Corro, looked over, and taken in again."""

import hashlib
import os
import secrets
import shutil
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from corro.errors import BadOptionError, StorageError
from corro.exchange import bag, provenance, schema
from corro.model.answer import ALL, ANY_EVENT
from corro.pipeline.exits import Door
from corro.pipeline.exporting_events import events_csv, outgoing, register_csv
from corro.pipeline.view import RecordView
from corro.pipeline.writing import PRIVATE, refuse_existing
from corro.ports import Store

PRIVATE_FOLDER = 0o700
"""Rights of the folder: only its owner may enter."""


def write_folder(out: Path, fill: Callable[[Path], str], *, force: bool = False) -> str:
    """Fill a folder beside its place, and move it there once it is whole.

    Args:
        out: Its place.
        fill: Fills the folder that it is given, and returns a digest of all of it.
        force: Whether a package that stands there may be replaced.

    Returns:
        The digest.

    Raises:
        FileExistsAlreadyError: Something stands there.
        BadOptionError: What stands there is no package, and is not replaced.
        StorageError: The folder cannot be written, or the disk is full.
    """
    refuse_existing(out, force=force)
    if out.exists() and not (out / bag.DECLARED).is_file():
        raise BadOptionError(f"{out} is no package, and is not replaced by one.", path=str(out))
    beside = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        beside.mkdir(mode=PRIVATE_FOLDER)
        digest = fill(beside)
        if out.exists():
            shutil.rmtree(out)
        beside.rename(out)
    except OSError as error:
        raise StorageError(f"{out} cannot be written: {error.strerror}.", path=str(out)) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return digest


class Packer:
    """Writes the files of a bag, and keeps their digests."""

    def __init__(self, folder: Path) -> None:
        """Write into a folder."""
        self._folder = folder
        self.digests: dict[str, str] = {}
        self.size_bytes = 0

    def add(self, path: str, parts: Iterable[bytes]) -> None:
        """Write a file."""
        place = self._folder / path
        place.parent.mkdir(parents=True, exist_ok=True, mode=PRIVATE_FOLDER)
        state = hashlib.sha256()
        with os.fdopen(os.open(place, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE), "wb") as handle:
            for part in parts:
                state.update(part)
                self.size_bytes += len(part)
                handle.write(part)
        self.digests[path] = state.hexdigest()


def pack(store: Store, folder: Path, door: Door, lines: Iterable[bytes], made_by: str) -> str:
    """Fill a folder with a whole record.

    Args:
        store: The record.
        folder: The folder, empty.
        door: The way out.
        lines: The record in the native form, its evidence beside it.
        made_by: Program and version.

    Returns:
        The digest of the manifest of the manifests, which stands for all of it.
    """
    payload = Packer(folder)
    payload.add("data/record.jsonl", lines)
    payload.add("data/schema.json", [schema.published().encode()])
    payload.add("data/READ-ME-FIRST.txt", [files("corro.exchange").joinpath("reader_guide.txt").read_bytes()])
    payload.add("data/provenance.json", provenance.written(store.archive.lines(contents=False), made_by))
    for sha256, content in store.archive.evidence_contents():
        payload.add(f"data/evidence/{sha256}", [content])
    _add_tables(payload, door.view, door)
    tags = Packer(folder)
    oxum = f"{payload.size_bytes}.{len(payload.digests)}"
    told = (
        ("Bag-Software-Agent", made_by),
        ("Classification", door.marking.marking),
        ("External-Description", "A record of Corro, whole; see data/READ-ME-FIRST.txt"),
        ("Payload-Oxum", oxum),
    )
    tags.add(bag.DECLARED, [bag.DECLARATION.encode()])
    tags.add(bag.INFO, [bag.information(told).encode()])
    tags.add(bag.MANIFEST, [bag.manifest(payload.digests).encode()])
    whole = Packer(folder)
    whole.add(bag.TAGS, [bag.manifest(tags.digests).encode()])
    return whole.digests[bag.TAGS]


def _add_tables(payload: Packer, view: RecordView, door: Door) -> None:
    deque(door.claims(view.claims(window=ALL)), maxlen=0)  # what is in it says how it is marked
    payload.add("data/events.csv", events_csv(outgoing(view, ANY_EVENT, door)))
    told = {name for name, _ in view.totals().entries} | {item.register for item in view.items()}
    for register in sorted(told):
        payload.add(f"data/registers/{register}.csv", register_csv(view, register, ANY_EVENT, door))


@dataclass(frozen=True, slots=True)
class PackageLook:
    """What a look over a package gave.

    Attributes:
        files: How many files its manifests name.
        problems: What is not as it was packed.
    """

    files: int
    problems: tuple[str, ...]


def look_over(folder: Path) -> PackageLook:
    """Look over every byte of a package.

    Args:
        folder: The package.

    Returns:
        How many files it has, and what is not as it was packed.

    Raises:
        BadOptionError: The folder is no package.
    """
    if not (folder / bag.DECLARED).is_file():
        raise BadOptionError(f"{folder} is no package: it has no {bag.DECLARED}.", path=str(folder))
    try:
        tags, payload = (bag.read_manifest((folder / name).read_text(encoding="utf-8")) for name in (bag.TAGS, bag.MANIFEST))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        return PackageLook(0, (f"A manifest cannot be read: {error}.",))
    wanted = {**tags, **payload}
    found = {path: digest for path, digest in _found(folder) if path != bag.TAGS}
    wrong = bag.problems(wanted, found)
    declared = (folder / bag.DECLARED).read_text(encoding="utf-8", errors="replace")
    return PackageLook(len(wanted), wrong if declared == bag.DECLARATION else (*wrong, f"{bag.DECLARED} declares another version."))


def _found(folder: Path) -> Iterable[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            yield path.relative_to(folder).as_posix(), "a link"
        elif path.is_file():
            with path.open("rb") as handle:
                yield path.relative_to(folder).as_posix(), hashlib.file_digest(handle, "sha256").hexdigest()
