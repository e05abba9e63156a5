"""Rows in the shape of UCDP GED, made by rule: no row, name or figure of theirs."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_id", "conflict_name", "dyad_id",
    "dyad_name", "side_a_id", "side_a", "side_b_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1",
    "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""Source: UCDP GED codebook, version 23.1 (2023), list of variables."""

TOWNS = ("Aram", "Belo", "Caro", "Dessa", "Embu", "Falu", "Gondar Hill", "Hassi")
GROUPS = ("Front of the North", "Movement of the River", "Defence Committee of Belo")
PAPERS = ("Aram Gazette", "Belo Post", "Coast Radio", "River Times")


def rows(count: int, seed: int = 7) -> Iterator[dict[str, object]]:
    """Yield rows; the same number and seed give the same rows."""
    chance = Random(seed)  # noqa: S311 - made-up rows
    for number in range(1, count + 1):
        yield _row(number, chance)


def _row(number: int, chance: Random) -> dict[str, object]:
    kind = chance.choices((1, 2, 3), (6, 1, 3))[0]
    begun = date(2012, 1, 1) + timedelta(days=chance.randrange(4000))
    precision = chance.choices((1, 2, 3, 4), (80, 12, 4, 4))[0]
    ended = begun + timedelta(days={1: 0, 2: 3, 3: 6, 4: 28}[precision])
    state = kind != 2 and chance.random() < 0.7
    side_a = "Government of Kasanda" if state else chance.choice(GROUPS)
    side_b = "Civilians" if kind == 3 else chance.choice([group for group in GROUPS if group != side_a])
    low = chance.choice((0, 1, 1, 2, 3, 5))
    best = low + chance.choice((0, 0, 0, 1, 2))
    high = best + chance.choice((0, 0, 0, 3, 10))
    town, paper = chance.randrange(len(TOWNS)), chance.choice(PAPERS)
    told = f"{paper}, {begun.isoformat()}, “{best} dead near {TOWNS[town]}, “sources” say”"
    values = (
        number, f"KAS-{begun.year}-{kind}-{number}", begun.year, 1, "Clear", kind, 900, "Kasanda: Government", 9000 + kind,
        f"{side_a} - {side_b}", 10, side_a, 11, side_b, 1, told, paper, begun.isoformat(), told,
        chance.choice(("", "residents", "the army", "a local association")), chance.choice((1, 1, 1, 2, 3, 4)),
        f"{TOWNS[town]} town",
        f"near {TOWNS[town]}", "North province", f"{TOWNS[town]} district", 10 + town / 8, 1 + town / 8,
        f"POINT ({1 + town / 8} {10 + town / 8})", 140000 + town, "Kasanda", 999, "Africa", chance.choices((1, 2), (95, 5))[0],
        precision, begun.isoformat(), ended.isoformat(), 0, 0, best if kind == 3 else 0, 0 if kind == 3 else best, best, high, low,
        999 if state else "", "",
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def write(path: Path, count: int, seed: int = 7) -> None:
    """Write such rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, COLUMNS)
        writer.writeheader()
        writer.writerows(rows(count, seed))


def totals(path: Path) -> tuple[int, int, int, int]:
    """Return the number of rows of a file, and its best, low and high figures added up, read apart from Corro."""
    with path.open(encoding="utf-8-sig", newline="") as handle:
        found = list(csv.DictReader(handle))
    best, low, high = (sum(int(row[name]) for row in found) for name in ("best", "low", "high"))
    return len(found), best, low, high
