"""The form under which addresses are compared."""

import pytest

from corro.read.address import series_address


def test_ways_to_one_page_are_one() -> None:
    """Scheme, www, fragment, tracking and a final slash tell nothing apart; other parameters do."""
    same = ["http://www.a.example/x/", "https://A.example/x?utm_source=m&fbclid=1", "https://a.example:443/x#top"]
    assert {series_address(address) for address in same} == {"https://a.example/x"}
    assert series_address("https://a.example/x?b=2&a=1") == series_address("https://a.example/x?a=1&b=2")
    assert series_address("https://a.example/x?id=1") != series_address("https://a.example/x?id=2")


@pytest.mark.parametrize("address", ["", "a.example/x", "mailto:desk@a.example", "http://[", "https://a.example:port/"])
def test_what_is_no_address_is_none(address: str) -> None:
    """Only web addresses name a series."""
    assert series_address(address) is None
