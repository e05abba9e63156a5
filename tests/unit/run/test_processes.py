"""What is particular to processes: they die, and they are interrupted."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from corro.errors import WorkerLostError
from corro.run import InlineExecutor, ProcessExecutor, executor

ROOT = Path(__file__).parents[3]


def die_on_three(number: int) -> int:
    """End this process without a word, as a kernel short of memory does."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def nap(seconds: float) -> float:
    """Sleep."""
    sleep(seconds)
    return seconds


def test_a_process_that_dies_is_told_in_words() -> None:
    """The error says that a worker was lost and what to do, and comes after what was finished."""
    pool = ProcessExecutor(1)
    try:
        results = []
        with pytest.raises(WorkerLostError) as caught:
            results.extend(pool.map(die_on_three, range(9)))
        assert "goes on where it stopped" in caught.value.hint
    finally:
        pool.close()


def test_closing_does_not_wait_for_work_under_way() -> None:
    """Whoever interrupts a build is not kept waiting by what the processes had begun."""
    pool = ProcessExecutor(2)
    results = pool.map(nap, [0.0, 600.0, 600.0, 600.0, 600.0, 600.0, 600.0, 600.0, 600.0])
    assert next(results) == 0.0
    pool.close()


INTERRUPTED = """
import signal
import sys
from tests.unit.run.test_processes import nap
from corro.run import ProcessExecutor

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's job in the background begins with it ignored
    pool = ProcessExecutor(2)
    results = pool.map(nap, [0.0] * 20 + [600.0] * 20)
    try:
        for done in results:
            print("ready", flush=True)
    except KeyboardInterrupt:
        pool.close()
        print("closed", flush=True)
        sys.exit(130)
"""


def test_an_interruption_ends_all_processes_in_good_order(tmp_path: Path) -> None:
    """Ctrl-C goes to the whole group of processes; the workers leave it to the parent, which ends them."""
    script = tmp_path / "interrupted.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    child = subprocess.Popen(
        [sys.executable, str(script)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert child.stdout
    assert child.stdout.readline() == "ready\n"
    os.killpg(child.pid, signal.SIGINT)
    out, err = child.communicate(timeout=120)
    assert child.returncode == 130
    assert out.endswith("closed\n")
    assert "Traceback" not in err


def test_one_process_is_the_loop() -> None:
    """Nothing is started where one process is asked for."""
    assert isinstance(executor(1), InlineExecutor)
