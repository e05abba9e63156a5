"""Calls other people's parsers on bytes that nobody vouches for."""

from collections.abc import Callable
from typing import TypeVar

from corro.read.draft import Refusal

Result = TypeVar("Result")


def guarded(refusal: Refusal, parse: Callable[[], Result]) -> Result | Refusal:
    """Call a parser; whatever it raises on broken bytes makes the input a rejected one, and does not end the run.

    Args:
        refusal: What to answer when the parser fails; the failure's name is added to its reason.
        parse: The call.

    Returns:
        What the parser returns, or the refusal.
    """
    try:
        return parse()
    except Exception as error:  # noqa: BLE001  each parser fails on hostile bytes in ways of its own, and none is listed in full
        return Refusal(refusal.code, f"{refusal.reason} ({type(error).__name__})", refusal.part)
