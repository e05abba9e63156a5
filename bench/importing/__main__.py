"""How fast rows of a dataset are taken in: made rows, or a file of one's own.

    python -m bench.importing [--rows 25000] [--file ged.csv] [--weigh] [--json] [--freeze]

The seconds are those of the command as a user runs it, interpreter and all; weighing them against each other and against the rest
of the record is told apart. The file's own totals are added up by other code, and must be those that the command prints.
"""

import argparse
import hashlib
import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.importing.made import totals, write
from corro.store import SqliteStore

RESULT = Path(__file__).parent / "result.json"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.importing", description=__doc__)
    parser.add_argument("--rows", type=int, default=25_000)
    parser.add_argument("--file", type=Path, help="a file in the shape of UCDP GED, instead of made rows")
    parser.add_argument("--weigh", action="store_true", help="weigh too")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/importing/result.json")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), given)
    if given.freeze:
        RESULT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if not given.json:
        for name, value in found.items():
            print(f"{name:28} {value}")
    print(json.dumps(found) if given.json else "")


def measured(folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    """Import twice and return the figures."""
    file = given.file or folder / "made.csv"
    if not given.file:
        write(file, given.rows)
    count, best, low, high = totals(file)
    record = folder / "bench.record"
    once = imported(file, record, weigh=given.weigh)
    said = digest(record)
    again = imported(file, record, weigh=given.weigh)
    printed = re.search(r"best ([\d,]+), low ([\d,]+), high ([\d,]+)", once["out"])
    added_up = printed is not None and [int(part.replace(",", "")) for part in printed.groups()] == [best, low, high]
    weighed = re.search(r"Weighed against the rest in ([\d.]+) s", once["out"])
    return {
        "rows": count,
        "seconds": round(once["seconds"], 2),
        "rows_per_second": round(count / once["seconds"]) if not given.weigh else None,
        "cpu_seconds": round(once["cpu"], 2),
        "rows_per_cpu_second": round(count / once["cpu"]) if not given.weigh else None,
        "peak_mb": once["peak_mb"],
        "weigh_seconds": float(weighed.group(1)) if weighed else None,
        "totals_add_up": added_up,
        "second_changes_nothing": said == digest(record),
        "second_seconds": round(again["seconds"], 2),
        "load_average": round(os.getloadavg()[0], 1),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "date": datetime.now(UTC).date().isoformat(),
    }


def imported(file: Path, record: Path, *, weigh: bool) -> dict[str, Any]:
    """Run the command and return what it took and what it printed."""
    words = [
        sys.executable,
        "-c",
        "from corro.cli.main import main; main()",
        "import",
        str(file),
        "--record",
        str(record),
        *([] if weigh else ["--no-weigh"]),
    ]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = perf_counter()
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    seconds = perf_counter() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, done.stderr
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": seconds, "cpu": cpu, "peak_mb": after.ru_maxrss // 1024, "out": done.stdout}


def digest(record: Path) -> str:
    """Return the digest of what a record says."""
    store = SqliteStore.to_read(record)
    try:
        return hashlib.sha256(store.digest().encode()).hexdigest()
    finally:
        store.close()


if __name__ == "__main__":
    main()
