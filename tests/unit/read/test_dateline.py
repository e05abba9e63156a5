"""Datelines."""

import pytest

from corro.read.dateline import dateline_of, is_lone_dateline, read_dateline

REST = "the army said that two patrols had been stopped at the bridge."


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("BAMAKO, 6 Feb (AFP) –", "BAMAKO", "6 Feb", "AFP"),
        ("BAMAKO, Feb 5, 2023 (AFP) -", "BAMAKO", "Feb 5, 2023", "AFP"),
        ("BAMAKO, 23 janvier 2020 –", "BAMAKO", "23 janvier 2020", None),
        ("DOUENTZA (Kori News Agency) -", "DOUENTZA", "", "Kori News Agency"),
        ("GENEVA (4 February 2019) –", "GENEVA", "4 February 2019", None),
        ("Bamako, le 1er avril 2022 –", "Bamako", "le 1er avril 2022", None),
        ("GASSA (Kasanda), 14 nov 2018 (AOP) -", "GASSA", "14 nov 2018", "AOP"),
        ("BAMAKO, Mali (AP) —", "BAMAKO", "", "AP"),
        ("NEW YORK —", "NEW YORK", "", None),
        ("N'DJAMENA, 3 mars (AFP) -", "N'DJAMENA", "3 mars", "AFP"),
        ("NEW YORK, 27 January 2023.", "NEW YORK", "27 January 2023", None),
        ("(Reuters) -", None, "", "Reuters"),
        ("WILKINSBURG (KDKA) --", "WILKINSBURG", "", "KDKA"),
    ],
)
def test_place_date_and_agency_are_taken_from_it(line: str, place: str | None, date: str, agency: str | None) -> None:
    """The forms of agencies, ministries and UN offices, English and French; found again when read alone."""
    paragraph = f"{line} The mayor, {REST}"
    found = dateline_of(paragraph)
    assert found is not None
    assert paragraph[found.span.start : found.span.end] == line
    assert (found.place and found.place.of(paragraph)) == place
    assert (found.date, found.agency and found.agency.of(paragraph)) == (date, agency)
    assert read_dateline(line) == found


@pytest.mark.parametrize(
    "paragraph",
    [
        f"Colonel Maiga – who speaks for the government – said that {REST}",
        "RÉPUBLIQUE DU KASANDA – CONSEIL TRANSITOIRE DU RENOUVEAU",
        f"SECURITY COUNCIL, 9,811th meeting. The Council met, and {REST}",
        f"On 5 February 2023 – a Sunday – {REST}",
        f"On Sunday, 5 February 2023 – the day of the order – {REST}",
        f"The order – 48 hours – was read on television, and {REST}",
        "BAMAKO (AFP) – Short.",
    ],
)
def test_asides_letterheads_and_meetings_are_no_datelines(paragraph: str) -> None:
    """A dash after a name, a letterhead, a meeting's number and a line with no sentence behind it are none."""
    assert dateline_of(paragraph) is None


def test_lines_of_place_and_date_alone() -> None:
    """As at the foot of a communiqué; a sentence with the same words is none."""
    assert is_lone_dateline("Bamako, le 5 février 2023")
    assert is_lone_dateline("Fait à Mbelora, le 27 septembre 2018")
    assert is_lone_dateline("Done at Geneva, 5 May 2023.")
    assert not is_lone_dateline("Bamako said on 5 February 2023 that it would go.")
    assert not is_lone_dateline("Colonel Maiga, spokesman")


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("MBELORA (KASANDA), 3 JAN 89 (RADIO ECHO NETWORK) --", "MBELORA", "3 JAN 89", "RADIO ECHO NETWORK"),
        ("MBELORA, NO DATE (NORDIC PRESS [NP]) --", "MBELORA", "", "NORDIC PRESS [NP]"),
        ("CLANDESTINE, 14 NOV (RADIO ECHO)--", None, "14 NOV", "RADIO ECHO"),
        ("NO CITY, NO DATE [RADIO ECHO) --", None, "", "RADIO ECHO"),
        ("MBELORA, 3-4 JAN 89 (KP) --", "MBELORA", "", "KP"),
    ],
)
def test_a_monitored_station_stands_in_the_dateline(line: str, place: str | None, date: str, agency: str) -> None:
    """A monitoring service prints place, country, day and station over a text that may be all capitals."""
    paragraph = f"{line} [TEXT] THE ARMY SAID TODAY THAT A BRIDGE WAS BLOWN UP NEAR THE BORDER."
    found = dateline_of(paragraph)
    assert found is not None
    assert paragraph[found.span.start : found.span.end] == line
    assert (found.place and found.place.of(paragraph)) == place
    assert (found.date, found.agency and found.agency.of(paragraph)) == (date, agency)
    assert read_dateline(line) == found
