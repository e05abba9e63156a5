"""Law 2: a copied or re-told report never raises the number of independent lineages behind a value."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import Report, Told, a_record, add, an_analysis
from tests.laws.worlds import WORDS, worlds

from corro.model.answer import ALL
from corro.record.printing import value_key
from corro.store import SqliteStore

LONG = " ".join(f"{word} and {other}" for word in WORDS for other in WORDS[:4]) + "."
"""Enough words of a report's own for a copy to be told from a coincidence."""


def lineages_behind(store: SqliteStore) -> dict[tuple[str, str, tuple[str, ...]], int]:
    """Return the independent lineages behind each value, by claim, role and value."""
    events = [store.questions.event(line.id) for line in store.questions.events(window=ALL)]
    return {
        (claim, value.role, value_key(held.value)): held.lineages
        for event in events
        if event
        for value in event.values
        for held in value.held
        for claim in held.claims
    }


LENGTHS = ["", "“{0}”", "{0} —", "{0} " + LONG]
"""What follows a report's own sentences: nothing, a quotation, a text that ends in a dash, or much."""


@given(worlds, st.sampled_from(LENGTHS), st.data())
@settings(max_examples=60, deadline=None)
def test_a_copy_raises_no_count(world: list[Report], length: str, data: st.DataObject) -> None:
    """Copying a report, however short, into another outlet raises nothing behind any value that was there."""
    assert raised(world, length, data, days_later=0) == {}


@given(worlds, st.sampled_from(LENGTHS), st.data())
@settings(max_examples=60, deadline=None)
def test_a_late_copy_raises_no_count(world: list[Report], length: str, data: st.DataObject) -> None:
    """The same for a copy that comes out a day or two later."""
    assert raised(world, length, data, days_later=data.draw(st.integers(1, 2))) == {}


def raised(world: list[Report], length: str, data: st.DataObject, days_later: int) -> dict[tuple[str, str, tuple[str, ...]], int]:
    """Add a copy of one report to a record of all, demand no new lineage, and return the counts that rose."""
    world = [replace(report, filler=length.format(f"{number} {report.filler}")) for number, report in enumerate(world)]
    copied = data.draw(st.sampled_from(world))
    later = copied.published + timedelta(days=days_later) if copied.published else None
    record = a_record([an_analysis(report) for report in world])
    before = lineages_behind(record)
    lineages = record.questions.totals().lineages
    add(record, [an_analysis(replace(copied, outlet="The Copyist", published=later, address=""))])
    assert record.questions.totals().lineages <= lineages
    return {key: number for key, number in lineages_behind(record).items() if key in before and number > before[key]}


@pytest.mark.parametrize("filler", ["", "“Nobody will be spared”", "The mayor said so —"])
def test_six_copies_of_a_short_report_are_one(filler: str) -> None:
    """One sentence in six outlets is one lineage."""
    outlets = ["Aram Gazette", "Belo Courier", "Le Fleuve", "Radio Nord", "The Copyist", "Die Post"]
    record = a_record([an_analysis(Report(outlet=outlet, filler=filler)) for outlet in outlets])
    assert record.questions.totals().lineages == 1
    assert set(lineages_behind(record).values()) == {1}


def test_two_reports_of_their_own_do_count_as_two() -> None:
    """The law is tested on something: independent reports do raise the count."""
    one = Report(filler="The river rose over the harvest and the bridge was shut for a week by order of the council.")
    other = Report(
        told=(Told(victim="villagers"),),
        outlet="Belo Courier",
        filler="Radio and tariff talks went on in the winter meadow, said traders.",
    )
    record = a_record([an_analysis(one), an_analysis(other)])
    assert max(lineages_behind(record).values()) == 2
