"""Bags (RFC 8493): a folder that says of each of its files which bytes it should have, and can be looked over with any tool.

Pure: says what the tag files hold, and what is wrong between a manifest and what was found; reading and writing is the pipeline's.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""Source: RFC 8493, 2.1.1."""

DECLARED, MANIFEST, TAGS, INFO = "bagit.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
"""Names of the tag files. Source: RFC 8493, 2.1.1, 2.1.3, 2.2.1, 2.2.2."""

_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+(\S.*)")


def manifest(digests: Mapping[str, str]) -> str:
    """Return a manifest: a digest and a path a line, sorted by path. Source: RFC 8493, 2.1.3 (percent-encoding of line ends)."""
    return "".join(f"{digest}  {_encoded(path)}\n" for path, digest in sorted(digests.items()))


def read_manifest(text: str) -> dict[str, str]:
    """Return the digests of a manifest by path.

    Raises:
        ValueError: A line is none, or names a path outside the bag.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        match = _LINE.fullmatch(line)
        path = _decoded(match[2]) if match else ""
        if not match or path in found or not _inside(path):
            raise ValueError(f"line {number} is no line of a manifest")
        found[path] = match[1].lower()
    return found


def information(fields: Iterable[tuple[str, str]]) -> str:
    """Return the metadata of a bag. Source: RFC 8493, 2.2.2."""
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields)


def problems(wanted: Mapping[str, str], found: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is wrong: files that are missing, changed, or not in the manifest, sorted."""
    missing = [f"{path} is missing." for path in wanted.keys() - found.keys()]
    strange = [f"{path} is in the folder and in no manifest." for path in found.keys() - wanted.keys()]
    changed = [f"{path} is not as it was packed." for path in wanted.keys() & found.keys() if wanted[path] != found[path]]
    return tuple(sorted([*missing, *strange, *changed]))


def _inside(path: str) -> bool:
    """Say whether a path stays in the bag. Source: RFC 8493, 5.1.1 (special directory names)."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith(("/", "~")) and ".." not in parts and "\\" not in path


def _encoded(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _decoded(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
