"""Runs items in several processes, a bounded number of them under way at a time, and gives results in order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from corro.errors import WorkerLostError

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items under way for each process: enough that none waits while another has a long report, few enough that memory stays bounded.

Source: our own judgement.
"""


class ProcessExecutor:
    """A pool of processes that are started afresh (`spawn`), so that no thread or open file of this one is copied into them.

    A script that uses it wants the usual `if __name__ == "__main__":` guard.
    """

    def __init__(self, processes: int, prepare: Callable[[], None] | None = None) -> None:
        """Make the pool; processes start with the first item.

        Args:
            processes: How many.
            prepare: A function of a module, called once in each process before its first item.
        """
        self._ahead = processes * AHEAD
        self._pool = ProcessPoolExecutor(processes, get_context("spawn"), _begin, (prepare,))

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield the results in the order of the items, taking items only as they are needed.

        Args:
            function: A function of a module, pure.
            items: What to give it.

        Yields:
            One result an item.

        Raises:
            WorkerLostError: A process died.
        """
        under_way: deque[Future[Result]] = deque()
        try:
            for item in items:
                under_way.append(self._submit(function, item))
                if len(under_way) >= self._ahead:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise WorkerLostError from error
        finally:
            for future in under_way:
                future.cancel()

    def _submit(self, function: Callable[[Item], Result], item: Item) -> Future[Result]:
        """Give an item to the pool; a process that starts now is born deaf to interruption, which the parent hears."""
        with _interruption_held_back():
            return self._pool.submit(function, item)

    def close(self) -> None:
        """End the processes; those at work are ended at once, and what they had begun is begun again by the next build."""
        workers = list((self._pool._processes or {}).values())  # noqa: SLF001 - the pool has no public way to end a busy worker before 3.14
        self._pool.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.join()


@contextmanager
def _interruption_held_back() -> Iterator[None]:
    """Hold back Ctrl-C until the end of the block; what is started inside never gets it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[[], None] | None) -> None:
    if prepare is not None:
        prepare()
