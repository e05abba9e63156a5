"""The error tree: every error says what to do, and the docstring draws them all."""

import inspect

import pytest

from corro import errors

CLASSES = [value for value in vars(errors).values() if inspect.isclass(value) and issubclass(value, errors.CorroError)]


@pytest.mark.parametrize("error", CLASSES)
def test_every_error_is_drawn_in_the_tree(error: type[errors.CorroError]) -> None:
    """The module's docstring names every class."""
    assert error.__name__ in (errors.__doc__ or "")


@pytest.mark.parametrize("error", [value for value in CLASSES if value is not errors.CorroError])
def test_every_error_says_what_to_do(error: type[errors.CorroError]) -> None:
    """A class has a message of its own, and a hint, its own or its family's."""
    assert error().message == (error.__doc__ or "").splitlines()[0]
    assert error.hint or error is errors.UsageError
    assert error.exit_code in (2, 3)


def test_fields_are_kept() -> None:
    """What an error is about travels with it."""
    assert errors.UnknownIdError("No event has the id H1-AAAAAA.", id="H1-AAAAAA").fields == {"id": "H1-AAAAAA"}
