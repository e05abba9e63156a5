"""What is kept at hand while a record is weighed."""

from collections.abc import Mapping, Sequence

from corro.pipeline.library import Shelf


class Fetched:
    """Fetches words by their first letters, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, names: Sequence[str]) -> Mapping[str, str]:
        """Fetch."""
        self.asked.append(list(names))
        return {name: name.upper() for name in names if name != "nobody"}


def test_what_is_at_hand_is_not_fetched_again() -> None:
    """Only what is missing is, once each and in order."""
    fetch = Fetched()
    shelf: Shelf[str] = Shelf(fetch, 10)
    assert shelf.take(["b", "a", "b"]) == {"a": "A", "b": "B"}
    assert shelf.take(["c", "a"]) == {"a": "A", "c": "C"}
    assert shelf.take(["a"]) == {"a": "A"}
    assert fetch.asked == [["a", "b"], ["c"]]


def test_what_nothing_has_is_left_out() -> None:
    """And asked for again the next time: it may have come."""
    shelf: Shelf[str] = Shelf(Fetched(), 10)
    assert shelf.take(["nobody", "a"]) == {"a": "A"}


def test_the_least_lately_used_goes_first_and_a_large_question_is_still_answered() -> None:
    """The room bounds what is kept, not what is given."""
    fetch = Fetched()
    shelf: Shelf[str] = Shelf(fetch, 2)
    assert shelf.take("abc") == {"a": "A", "b": "B", "c": "C"}
    shelf.take("b")
    shelf.take("d")
    shelf.take("b")
    assert fetch.asked == [["a", "b", "c"], ["d"]]
    shelf.take("c")
    assert fetch.asked[-1] == ["c"]
