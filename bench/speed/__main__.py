"""Builds a record of generated reports as a user would, and prints what that costs.

    python -m bench.speed [--documents N] [--processes 2] [--json] [--freeze]
    python -m bench.speed --growth 100,300,1000
    python -m bench.speed --stages [--documents N]

The whole process is measured: start of Python, models, analysis, weighing and writing. Start is a part of the cost, so `--growth`
prints the exponent both of the whole and of what is left when the cost of building one report is taken off; of the wall clock, and
of processor time, which a machine that others use too hardly changes.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import frame
from bench.speed.generate import reports
from bench.speed.growth import exponent
from bench.speed.large import EVENTS, fill
from bench.speed.stages import stages
from bench.speed.watch import Ran, watched

_STAGED = 100
"""Reports on which extraction is set against the grammar that it stands on. Source: own choice; some seconds."""

CORRO = [sys.executable, "-c", "from corro.cli.main import main; main()"]
REPEATS = 5
"""Of the short commands; the median is printed. Source: our own choice, enough to drop one slow start."""


def main() -> int:
    """Run the bench.

    Returns:
        The exit status: 0, or 1 where a command of Corro failed.
    """
    chosen = _arguments()
    if chosen.stages:
        frame.report("speed", stages(chosen.documents), chosen, "extraction")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        result = growth(chosen, Path(folder)) if chosen.growth else once(chosen, Path(folder))
    frame.report("speed", {**result, "machine": frame.machine()["machine"]}, chosen)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=200, help="how many reports (1,000 for the figure that is frozen)")
    parser.add_argument("--processes", type=int, default=2, help="processes that analyse")
    parser.add_argument("--growth", help="sizes, as 100,300,1000: the cost at each, and its exponent")
    parser.add_argument("--stages", action="store_true", help="what extraction costs beside the grammar that it stands on")
    parser.add_argument("--events", type=int, default=EVENTS, help="events in the record that is listed; 0 leaves it out")
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/speed/result.json")
    return parser.parse_args()


def once(chosen: argparse.Namespace, folder: Path) -> frame.Line:
    """Measure one build, and the two commands that must answer at once."""
    result = build(chosen.documents, chosen.processes, folder)
    result["extraction"] = stages(min(chosen.documents, _STAGED))
    result["help_seconds"] = median_seconds("--help")
    if chosen.events:
        record = folder / "large.record"
        fill(record, chosen.events)
        listed = median_seconds("show", "events", "--record", str(record))
        result["show_events"] = {"events": chosen.events, "seconds": listed}
    return result


def build(documents: int, processes: int, folder: Path) -> frame.Line:
    """Build a record of so many generated reports, and return its figures."""
    source, record = folder / f"reports-{documents}.jsonl", folder / f"{documents}.record"
    frame.write_lines(source, (report.line() for report in reports(documents)))
    ran = corro("build", str(source), "--json", "--record", str(record), environment={"CORRO_PROCESSES": str(processes)})
    return {
        "documents": documents,
        "processes": processes,
        "seconds": round(ran.seconds, 2),
        "documents_per_second": round(documents / ran.seconds, 2),
        "cpu_seconds": round(ran.cpu_seconds, 2),
        "cpu_ms_per_document": round(1000 * ran.cpu_seconds / documents, 1),
        "peak_mb_of_largest_process": round(ran.peak_mb),
        "processes_alive": ran.processes,
        "record_mb": round(sum(path.stat().st_size for path in folder.glob(f"{record.name}*")) / 1e6, 1),
        "stages_seconds": stage_seconds(ran.output),
    }


def growth(chosen: argparse.Namespace, folder: Path) -> frame.Line:
    """Measure builds of several sizes, and how their cost grows."""
    sizes = sorted(int(size) for size in chosen.growth.split(","))
    start = build(1, chosen.processes, folder)
    builds = [build(size, chosen.processes, folder) for size in sizes]
    return {
        "start_seconds": start["seconds"],
        "start_cpu_seconds": start["cpu_seconds"],
        "builds": {
            str(one["documents"]): {**one, "seconds_per_document": round(one["seconds"] / one["documents"], 4)} for one in builds
        },
        "exponent": exponents(builds, start, "seconds"),
        "exponent_of_cpu": exponents(builds, start, "cpu_seconds"),
    }


def exponents(builds: Sequence[frame.Line], start: frame.Line, cost: str) -> dict[str, float | None]:
    """Return the exponent of a cost, and that of what is left of it when the cost of building one report is taken off."""
    whole = [(one["documents"], one[cost]) for one in builds]
    return {
        "whole": exponent(whole),
        "without_start": exponent([(size, max(spent - start[cost], 1e-3)) for size, spent in whole]),
    }


def median_seconds(*arguments: str) -> float:
    """Return the median seconds of a short command."""
    return round(statistics.median(corro(*arguments).seconds for _ in range(REPEATS)), 3)


def corro(*arguments: str, environment: dict[str, str] | None = None) -> Ran:
    """Run a command of Corro.

    Raises:
        SystemExit: It failed; its own message is shown.
    """
    ran = watched([*CORRO, *arguments], environment)
    if ran.status:
        sys.exit(f"corro {' '.join(arguments)} ended with status {ran.status}:\n{ran.errors.strip()}")
    return ran


def stage_seconds(output: str) -> dict[str, float]:
    """Return the seconds of each stage, where the build printed them in a last line of JSON; else nothing.

    They stand in an object `seconds`, or as numbers whose name ends in `_s`.
    """
    try:
        printed = json.loads(output.strip().splitlines()[-1])
    except (ValueError, IndexError):
        return {}
    if not isinstance(printed, dict):
        return {}
    nested = printed.get("seconds")
    plain = {name.removesuffix("_s"): value for name, value in printed.items() if name.endswith("_s")}
    return {**plain, **(nested if isinstance(nested, dict) else {})}


if __name__ == "__main__":
    sys.exit(main())
