"""Rows in the shape of ACLED come in as claims by it; what has no event type is kept and makes no claim."""

import csv
from datetime import date
from pathlib import Path

import pytest

from corro.model import Claim, TimeValue
from corro.model.answer import ALL
from corro.pipeline.importing import import_table
from corro.pipeline.view import open_record

PLAIN = {
    "event_id_cnty": "KAS1", "event_date": "2023-02-05", "year": "2023", "time_precision": "1",
    "disorder_type": "Political violence", "event_type": "Battles", "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Kasanda", "inter1": "State forces", "actor2": "Front of the North", "inter2": "Rebel group",
    "country": "Kasanda", "admin1": "North", "admin2": "Aram", "location": "Aram", "latitude": "10.0", "longitude": "1.0",
    "geo_precision": "1", "source": "Aram Gazette; Belo Post", "source_scale": "National", "notes": "A clash near Aram.",
    "fatalities": "4",
}  # fmt: skip


def taken_in(tmp_path: Path, *changes: dict[str, str]) -> dict[str, Claim]:
    """Return the claims of such rows by the row's own id, each row the plain one with changes."""
    rows = [{**PLAIN, "event_id_cnty": f"KAS{number}", **change} for number, change in enumerate(changes)]
    with (tmp_path / "acled.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, PLAIN)
        writer.writeheader()
        writer.writerows(rows)
    done = import_table(tmp_path / "acled.csv", tmp_path / "a.record")
    assert done.dataset == "acled"
    with open_record(tmp_path / "a.record") as view:
        claims = view.claims(window=ALL).lines
        documents = view.documents_by_id([claim.document_id for claim in claims])
    return {documents[claim.document_id].label: claim for claim in claims}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, "A1"),
        ({"event_type": "Violence against civilians", "sub_event_type": "Attack", "actor2": "Civilians (Kasanda)"}, "V1"),
        (
            {
                "event_type": "Violence against civilians",
                "sub_event_type": "Attack",
                "actor2": "Civilians",
                "inter1": "Rebel group",
            },
            "A3",
        ),
        ({"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike", "actor2": "Civilians"}, "V2"),
        ({"event_type": "Explosions/Remote violence", "sub_event_type": "Air/drone strike"}, "A1"),
        ({"event_type": "Strategic developments", "sub_event_type": "Looting/property destruction"}, "V7"),
        ({"event_type": "Protests", "sub_event_type": "Peaceful protest"}, None),
        ({"event_type": "Strategic developments", "sub_event_type": "Agreement"}, None),
    ],
)
def test_types(change: dict[str, str], code: str | None, tmp_path: Path) -> None:
    """By type, sub-type and who is on either side; what harms nobody unarmed is a clash, and a protest is none of the types."""
    claims = taken_in(tmp_path, change)
    assert [claim.type for claim in claims.values()] == ([code] if code else [])


def test_a_day_that_stands_for_more_covers_it(tmp_path: Path) -> None:
    """Precision 2 is the week around the day, 3 its month; both are about."""
    claims = taken_in(tmp_path, {}, {"time_precision": "2"}, {"time_precision": "3"})
    days = []
    for _, claim in sorted(claims.items()):
        (slot,) = claim.slots_of("time")
        assert isinstance(slot.value, TimeValue)
        assert slot.value.interval is not None
        days.append((slot.value.interval.first, slot.value.interval.last))
    assert days == [
        (date(2023, 2, 5), date(2023, 2, 5)),
        (date(2023, 2, 2), date(2023, 2, 8)),
        (date(2023, 2, 1), date(2023, 2, 28)),
    ]


def test_its_sources_come_before_it(tmp_path: Path) -> None:
    """The chain names who reported, and ends with the dataset."""
    (claim,) = taken_in(tmp_path, {}).values()
    assert [(holder.role, holder.name) for holder in claim.holders] == [
        ("agency", "Aram Gazette"),
        ("agency", "Belo Post"),
        ("outlet", "ACLED"),
    ]


def test_rows_of_two_datasets_meet(tmp_path: Path) -> None:
    """One clash told by ACLED and by UCDP is looked at as one; rows of either alone are not."""
    from bench.importing.made import COLUMNS

    taken_in(tmp_path, {})
    row = dict.fromkeys(COLUMNS, "") | {
        "id": "1", "type_of_violence": "1", "side_a": "Military Forces of Kasanda", "side_b": "Front of the North",
        "where_prec": "1", "where_coordinates": "Aram", "latitude": "10.0", "longitude": "1.0", "adm_1": "North",
        "date_prec": "1", "date_start": "2023-02-05", "date_end": "2023-02-05", "best": "4", "low": "4", "high": "4", "gwnoa": "1",
        "event_clarity": "1",
    }  # fmt: skip
    with (tmp_path / "ged.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS)
        writer.writeheader()
        writer.writerow(row)
    import_table(tmp_path / "ged.csv", tmp_path / "a.record")
    with open_record(tmp_path / "a.record") as view:
        assert [len(view.event(line.id).documents) for line in view.events(window=ALL)] == [2]
