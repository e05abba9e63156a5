"""How long a brief over many events takes, and how much memory: a chronology of a whole record, in each format that holds it.

    python -m bench.brief [--events 10000] [--json] [--freeze]

The record is made of made rows in the shape of UCDP GED (bench/importing), so that it needs no parser. Each format is written in a
process of its own, by the command as a user runs it.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.importing.made import write
from corro import open_record

RESULT = Path(__file__).parent / "result.json"
FORMATS = (".docx", ".html", ".md", ".json")
"""PDF holds up to 8,000 paragraphs (`corro.brief.pdf.MOST_BLOCKS`), which is a fifth of this."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.brief", description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/brief/result.json")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), given.events)
    if given.freeze:
        RESULT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(found, indent=None if given.json else 1))


def measured(folder: Path, events: int) -> dict[str, Any]:
    """Make a record, write a chronology of it in each format, and return the figures."""
    record = folder / "bench.record"
    write(folder / "made.csv", events)
    run("import", str(folder / "made.csv"), "--record", str(record))
    with open_record(record) as view:
        known = view.totals().events
    return {
        "events": known,
        "formats": {ending: written(folder / f"brief{ending}", record) for ending in FORMATS},
        "load_average": round(os.getloadavg()[0], 1),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "date": datetime.now(UTC).date().isoformat(),
    }


def written(out: Path, record: Path) -> dict[str, float]:
    """Write one brief and return its seconds, peak memory so far of any child in megabytes, and size."""
    begun = perf_counter()
    run("brief", "write", "chronology", "--out", str(out), "--record", str(record))
    seconds = perf_counter() - begun
    peak_mb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"seconds": round(seconds, 1), "peak_mb_so_far": round(peak_mb), "megabytes": round(out.stat().st_size / 1e6, 1)}


def run(*words: str) -> None:
    """Run a command of ours."""
    subprocess.run([sys.executable, "-c", "from corro.cli.main import main; main()", *words], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
