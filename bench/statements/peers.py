"""Another program that finds who says what, on the same lines: textacy, from an environment of the user's own.

textacy (Apache-2.0) needs packages that Corro does not, so it is never installed beside Corro: `TEXTACY` names the Python of an
environment that holds textacy and a spaCy model of English. Other peers have no package that can be installed: the rules of
GenderGapTracker and Citron are repositories with models of their own; their measured figures stand in `../shared/gold/claims.md`.
"""

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from bench.frame import Line, Predict

_SCRIPT = Path(__file__).with_name("textacy_lines.py")


def installed() -> Mapping[str, Predict]:
    """Return the peers that can be run here."""
    return {"textacy": _textacy} if os.environ.get("TEXTACY") else {}


def tell_missing() -> None:
    """Say on standard error which peers cannot be run here, and how they could."""
    if not installed():
        sys.stderr.write("textacy is not installed: set TEXTACY to the Python of an environment that has it. GenderGapTracker and ")
        sys.stderr.write("Citron have no package; their measured figures stand in ../shared/gold/claims.md.\n")


def _textacy(lines: Iterable[Line]) -> Iterator[Line]:
    """Run textacy in its own environment; a text on which it fails has no attributions, and how many those are is told."""
    given = "".join(json.dumps({"id": line["id"], "text": line["text"]}) + "\n" for line in lines)
    command = [*shlex.split(os.environ["TEXTACY"]), str(_SCRIPT)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        sys.exit(f"textacy could not be run: {done.stderr.strip().splitlines()[-1:]}")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    failed = sum(line.pop("failed") for line in found)
    if failed:
        sys.stderr.write(f"textacy failed on {failed} of {len(found)} texts.\n")
    yield from found
