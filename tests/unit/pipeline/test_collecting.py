"""Tests of looking for garbage less often."""

import gc

from corro.pipeline.collecting import SELDOM, seldom_collecting


def test_what_was_set_before_is_set_again() -> None:
    """Whoever calls a build in a process of its own finds garbage collection as it was."""
    before = gc.get_threshold()
    with seldom_collecting():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before
