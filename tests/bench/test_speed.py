"""How cost is measured."""

import sys
from pathlib import Path

import pytest
from bench.speed.__main__ import stage_seconds
from bench.speed.generate import reports
from bench.speed.growth import exponent
from bench.speed.large import fill
from bench.speed.watch import watched

from corro.pipeline.view import open_record


@pytest.mark.parametrize("power", [1.0, 1.1, 2.0])
def test_the_exponent_of_a_power_law(power: float) -> None:
    """Points on a power law give its exponent, whatever its factor."""
    points = [(size, 0.3 * size**power) for size in (100, 300, 1000)]
    assert exponent(points) == pytest.approx(power)


def test_one_size_tells_no_growth() -> None:
    """A single size gives no exponent."""
    assert exponent([(100, 2.0), (100, 2.1)]) is None


def test_memory_of_a_child_is_seen() -> None:
    """The peak is that of the largest process, also where it is a child of the command; the printed words come back."""
    child = "import time; held = bytearray(150_000_000); time.sleep(2)"
    command = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print('done')"
    ran = watched([sys.executable, "-c", command])
    assert (ran.status, ran.output.strip()) == (0, "done")
    assert ran.peak_mb > 150  # no upper end: a child begins as a copy of the test runner
    assert ran.processes >= 2
    assert ran.seconds >= 2


def test_failure_is_seen() -> None:
    """A command that fails gives its status and its message."""
    ran = watched([sys.executable, "-c", "import sys; sys.exit('broken')"])
    assert (ran.status, ran.errors.strip()) == (1, "broken")


def test_stage_seconds() -> None:
    """Seconds of stages are read from the last line where it is JSON, and left out where it is not."""
    assert stage_seconds('working\n{"seconds": {"weigh": 1.5}}') == {"weigh": 1.5}
    assert stage_seconds('{"analyse_s": 3.0, "weigh_s": 1.0, "run": 1}') == {"analyse": 3.0, "weigh": 1.0}
    assert stage_seconds("done") == stage_seconds("") == {}


def test_generated_reports_are_the_same_every_time() -> None:
    """The same seed gives the same reports, half of them French, of the length that was asked for."""
    first, second = list(reports(6, words=100)), list(reports(6, words=100))
    assert first == second
    assert [report.language for report in first] == ["en", "fr"] * 3
    assert all(95 <= len(report.text.split()) <= 180 for report in first)
    assert len({report.text for report in first}) == 6


def test_the_large_record_can_be_listed(tmp_path: Path) -> None:
    """A record that was filled with events lists them by day."""
    record = tmp_path / "large.record"
    fill(record, 3)
    with open_record(record) as view:
        page = view.events()
    assert [line.when for line in page] == ["1990-01-01", "1990-01-02", "1990-01-03"]
    assert page.total == 3
