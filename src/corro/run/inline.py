"""Runs everything in this process, one item after the other."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class InlineExecutor:
    """The loop."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield the results in the order of the items, taking an item only when its result is asked for."""
        return map(function, items)

    def close(self) -> None:
        """Do nothing: the loop holds nothing."""
