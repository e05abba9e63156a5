"""Maps pure functions over inputs: drivers of the port `corro.ports.Executor`."""

from collections.abc import Callable

from corro.ports import Executor
from corro.run.inline import InlineExecutor
from corro.run.processes import ProcessExecutor

__all__ = ["InlineExecutor", "ProcessExecutor", "executor"]


def executor(processes: int, prepare: Callable[[], None] | None = None) -> Executor:
    """Return the executor for a number of processes.

    Args:
        processes: How many; 1 stays in this one.
        prepare: Called once in each process before its first item.

    Returns:
        The executor, to be closed by whoever asked for it.
    """
    return InlineExecutor() if processes <= 1 else ProcessExecutor(processes, prepare)
