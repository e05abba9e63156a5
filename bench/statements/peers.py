"""Other programs that find who says what, on the same lines: textacy and GenderGapTracker, each from the user's own environment.

textacy (Apache-2.0) needs packages that Corro does not, so it is never installed beside Corro: `TEXTACY` names the Python of an
environment with textacy and a spaCy model of English. GenderGapTracker (MIT) has no package: `GENDERGAPTRACKER` names a Python
with spaCy and a model of English, and behind it a clone of the project. Citron is a repository with a model; its measured
figures stand in `../shared/gold/claims.md`.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bench.frame import Line, Predict

_HERE = Path(__file__).parent
_SCRIPTS = {"TEXTACY": _HERE / "textacy_lines.py", "GENDERGAPTRACKER": _HERE / "gender_gap_tracker_lines.py"}


def installed() -> Mapping[str, Predict]:
    """Return the peers that can be run here."""
    return {name.lower(): partial(_run, name) for name in _SCRIPTS if os.environ.get(name)}


def tell_missing() -> None:
    """Say on standard error which peers cannot be run here, and how they could."""
    missing = [name for name in _SCRIPTS if not os.environ.get(name)]
    if missing:
        sys.stderr.write(
            f"Set {' and '.join(missing)} to run these peers too (see bench/statements/peers.py). Citron has no package; "
        )
        sys.stderr.write("its measured figures stand in ../shared/gold/claims.md.\n")


def _run(name: str, lines: Iterable[Line]) -> Iterator[Line]:
    """Run a peer in its own environment; a text on which it fails has no attributions, and how many those are is told."""
    given = "".join(json.dumps({"id": line["id"], "text": line["text"]}) + "\n" for line in lines)
    python, *arguments = shlex.split(os.environ[name])
    command = [python, str(_SCRIPTS[name]), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{name.lower()} could not be run: {done.stderr.strip().splitlines()[-1:]}")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    failed = sum(line.pop("failed") for line in found)
    if failed:
        sys.stderr.write(f"{name.lower()} failed on {failed} of {len(found)} texts.\n")
    yield from found
