"""A small record, exported."""

from datetime import date

from bench.contents import Contents
from bench.export import export, incidents_of
from tests.bench.builders import (
    a_claim,
    a_count,
    a_difference,
    a_document,
    a_lineage,
    a_statement,
    an_entry,
    an_event,
    held,
    killed,
    span_of,
)

from corro.model import OffsetMap
from corro.values import Bound, Interval


def a_record() -> Contents:
    """Build a record of two reports of one killing, with a dispute and a total."""
    one, other = a_document("r1"), a_document("r2")
    about = killed("about 40", a_count(40, Bound.APPROXIMATE))
    first, second = a_claim(one, slots=(about,)), a_claim(other, slots=(about,))
    total = a_claim(other, trigger="died", type_="O1", slots=(killed("60", a_count(60, cumulative=True, denominator=90)),))
    event = an_event(
        first, second, interval=Interval.day(date(2022, 3, 27)), values=(held("killed", a_count(40, Bound.APPROXIMATE)),)
    )
    return Contents(
        documents={one.id: one, other.id: other},
        lineages=(a_lineage(one), a_lineage(other)),
        statements={one.id: (a_statement(one, "at least 60 died"),), other.id: ()},
        mentions={},
        claims={claim.id: claim for claim in (first, second, total)},
        events=(event,),
        differences=(a_difference("killed", first, second),),
        entries=(an_entry("access", total, kind="O1 Flight clearance denied", count="60 requests", window="2022-01/2022-03"),),
    )


def test_events_and_totals_are_incidents() -> None:
    """An event and a reported total are both exported, the total marked as one."""
    found = export(a_record())["incidents"]
    assert [(row["type"], row.get("aggregate", False), row["documents"]) for row in found] == [
        ("V1", False, ["r1", "r2"]),
        ("O1", True, ["r2"]),
    ]
    assert found[0]["date"] == {"interval": ["2022-03-27", "2022-03-27"]}
    assert found[0]["counts"] == [{"field": "killed", "value": "~40"}]
    assert found[1]["date"] == {"interval": ["2022-01-01", "2022-03-31"]}
    assert {"field": "killed_total", "value": 90} in found[1]["counts"]


def test_claims_are_statements_and_what_is_narrated() -> None:
    """Statements and passages in the report's own voice are both claims, each with its speaker and characters."""
    record = a_record()
    claims = export(record)["claims"]
    said = next(row for row in claims if row["speaker"] == "the mayor")
    spot = span_of("at least 60 died")
    assert (said["doc"], said["start"], said["end"]) == ("r1", spot.start, spot.end)
    told = [row for row in claims if row["speaker"] == "The Paper" and row["doc"] == "r1"]
    assert [row["about"] for row in told] == [record.events[0].id]


def test_a_difference_names_its_incident() -> None:
    """A difference that names no event belongs to the one that its claims are behind."""
    record = a_record()
    (row,) = export(record)["disputes"]
    assert row["incident"] == record.events[0].id
    assert (row["field"], row["relation"], row["kind"]) == ("killed", "dispute", "quantity")
    assert [position["documents"] for position in row["positions"]] == [["r1"], ["r2"]]


def test_offsets_of_the_text_as_given() -> None:
    """Where characters were repaired, offsets can count those of the text as it was given."""
    document = a_document("r1", offsets=OffsetMap((0, 10), (0, 12)))
    record = Contents({document.id: document}, statements={document.id: (a_statement(document, "at least 60 died"),)})
    shown, given = export(record)["claims"][0], export(record, given=True)["claims"][0]
    assert (given["start"], given["end"]) == (shown["start"] + 2, shown["end"] + 2)


def test_every_claim_has_one_incident() -> None:
    """A claim behind an event is not counted to a total as well."""
    record = a_record()
    incidents = incidents_of(record)
    assert set(incidents) == set(record.claims)
    assert len({incidents[claim] for claim in record.events[0].claims}) == 1
