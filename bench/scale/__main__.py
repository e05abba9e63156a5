"""Weighs records of short generated reports, and prints how the cost grows and what a hundred further reports cost.

    python -m bench.scale --sizes 300,1000 [--add 100] [--processes 2] [--folder DIR] [--json] [--freeze]

Analysis is left out of every figure: the reports are taken in first, and what is measured is weighing and recording from the
stored claims, in processor time of the one process that does it. With `--folder` the records of reports taken in and the figures
of each size are kept there, so that a run that was stopped is gone on with, and one that is done can be frozen later; long runs are
done by hand.
"""

import argparse
import json
import resource
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from bench import frame
from bench.speed.generate import Pace, reports
from bench.speed.growth import exponent
from corro.pipeline.library import Library
from corro.pipeline.options import BuildOptions, Progress
from corro.pipeline.weighing import weigh
from corro.ports import Store

WORDS = 60
"""Of a report. Source: own choice: short ones, so that a record of 100,000 can be weighed on a laptop."""


PACE = Pace(date(1957, 1, 1), per_day=4)
"""So that 100,000 reports end before today: none may have come out after it."""


def main() -> int:
    """Run the bench.

    Returns:
        The exit status 0.
    """
    chosen = _arguments()
    with tempfile.TemporaryDirectory() as passing:
        folder = chosen.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        sizes = sorted(int(size) for size in chosen.sizes.split(","))
        measured = {str(size): measured_once(size, chosen, folder) for size in sizes}
    costs = [(int(size), one["weigh_cpu_seconds"]) for size, one in measured.items()]
    result = {"words": WORDS, "reports_a_day": PACE.per_day, "sizes": measured, "exponent_of_weighing": exponent(costs)}
    frame.report("scale", {**result, "machine": frame.machine()["machine"]}, chosen)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="300,1000", help="reports in each record")
    parser.add_argument("--add", type=int, default=100, help="reports that are added to each record then")
    parser.add_argument("--processes", type=int, default=2, help="processes that analyse, outside the figures")
    parser.add_argument("--folder", type=Path, help="where records are kept between runs; they are removed otherwise")
    parser.add_argument("--json", action="store_true", help="print one JSON object last")
    parser.add_argument("--freeze", action="store_true", help="keep the figures in bench/scale/result.json")
    return parser.parse_args()


def measured_once(size: int, chosen: argparse.Namespace, folder: Path) -> frame.Line:
    """Return the figures of one size: those kept in the folder, else those of a run, which are then kept."""
    kept = folder / f"measured-{size}.json"
    if not kept.exists():
        kept.write_text(json.dumps(measure(size, chosen, folder)), encoding="utf-8")
    return dict(json.loads(kept.read_text(encoding="utf-8")))


def measure(size: int, chosen: argparse.Namespace, folder: Path) -> frame.Line:
    """Weigh a record of so many reports, then what further ones cost."""
    from corro.store import SqliteStore

    taken, record = taken_in(size, chosen, folder), folder / "weighed.record"
    for left in folder.glob("weighed.record*"):
        left.unlink()
    shutil.copy(taken, record)
    store = SqliteStore.to_write(record)
    try:
        weighed = weigh_seconds(store)
        take_in(store, _lines(size, size + chosen.add, folder), chosen.processes)
        added = weigh_seconds(store)
        totals = store.questions.totals()
    finally:
        store.close()
    whole = sum(weighed.values())
    return {
        "weigh_cpu_seconds": round(whole, 2),
        "weigh_cpu_ms_per_document": round(1000 * whole / size, 2),
        "steps_cpu_ms_per_document": {step: round(1000 * spent / size, 2) for step, spent in weighed.items()},
        "added": chosen.add,
        "add_cpu_seconds": round(sum(added.values()), 2),
        "add_steps_cpu_seconds": {step: round(spent, 2) for step, spent in added.items()},
        "add_share_of_weighing": round(sum(added.values()) / whole, 4),
        "claims": totals.claims,
        "events": totals.events,
        "record_mb": round(record.stat().st_size / 1e6, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def taken_in(size: int, chosen: argparse.Namespace, folder: Path) -> Path:
    """Return a record that so many reports were taken into, and in which nothing was weighed."""
    from corro.store import SqliteStore

    record = folder / f"taken-{size}.record"
    done = folder / f"taken-{size}.done"
    if not done.exists():
        store = SqliteStore.to_write(record)
        try:
            take_in(store, _lines(0, size, folder), chosen.processes)
        finally:
            store.close()
        done.touch()
    return record


def take_in(store: Store, source: Path, processes: int) -> None:
    """Read and analyse reports into a record; reports that it holds are left alone."""
    from functools import partial

    from corro.pipeline.intake import take_in as into
    from corro.pipeline.workbench import prepare
    from corro.run import executor

    runner = executor(processes, partial(prepare, ()))
    try:
        into(store, [str(source)], runner, BuildOptions())
    finally:
        runner.close()


def _lines(first: int, end: int, folder: Path) -> Path:
    """Write the reports from one number up to another into one file a thousand, and return their folder."""
    source = folder / f"reports-{first}-{end}"
    source.mkdir(exist_ok=True)
    wanted = list(reports(end, WORDS, pace=PACE))[first:]
    for start in range(0, len(wanted), 1000):
        frame.write_lines(source / f"{start:07d}.jsonl", (report.line() for report in wanted[start : start + 1000]))
    return source


def weigh_seconds(store: Store) -> dict[str, float]:
    """Weigh what waits, and return the processor seconds of each step."""
    spent: dict[str, float] = {}
    last = time.process_time()

    def tell(progress: Progress) -> None:
        nonlocal last
        now = time.process_time()
        spent[progress.step] = spent.get(progress.step, 0.0) + now - last
        last = now

    weigh(store, tell, Library(store.questions))
    return spent


if __name__ == "__main__":
    sys.exit(main())
