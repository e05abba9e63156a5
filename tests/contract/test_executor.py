"""What every driver of the Executor port does; a new driver is added to `MAKERS` and must pass all of it."""

from collections.abc import Callable, Iterator
from time import sleep

import pytest

from corro.ports import Executor
from corro.run import InlineExecutor, ProcessExecutor

MAKERS: dict[str, Callable[[], Executor]] = {"inline": InlineExecutor, "processes": lambda: ProcessExecutor(2)}


def squared(number: int) -> int:
    """Square a number, the early ones slowly."""
    sleep(0.02 if number < 3 else 0)
    return number * number


def inverted(number: int) -> float:
    """Divide by a number."""
    return 1 / number


@pytest.fixture(params=sorted(MAKERS), scope="module")
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Each driver, its processes shared by the tests of this module."""
    made = MAKERS[request.param]()
    yield made
    made.close()


def test_results_come_in_the_order_of_the_items(executor: Executor) -> None:
    """However long each takes."""
    assert list(executor.map(squared, range(30))) == [number * number for number in range(30)]


def test_no_items_give_no_results(executor: Executor) -> None:
    """And do no harm."""
    assert list(executor.map(squared, [])) == []


def test_items_are_taken_only_as_they_are_needed(executor: Executor) -> None:
    """A stream without an end can be mapped: only a bounded number of items is under way."""
    taken = []

    def endless() -> Iterator[int]:
        number = 0
        while True:
            taken.append(number)
            yield number
            number += 1

    results = executor.map(squared, endless())
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 16


def test_an_error_of_the_function_reaches_the_caller(executor: Executor) -> None:
    """After the results before it."""
    results = executor.map(inverted, [1, 0, 2])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        list(results)


def test_it_can_be_used_again_after_an_error(executor: Executor) -> None:
    """An error ends one mapping and not the executor."""
    with pytest.raises(ZeroDivisionError):
        list(executor.map(inverted, [0]))
    assert list(executor.map(squared, [5])) == [25]
