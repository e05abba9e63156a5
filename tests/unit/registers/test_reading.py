"""What people enter is read in both languages, and refused with the column, what it takes, and an example."""

import pytest

from corro.errors import BadValueError
from corro.registers.reading import column_of, read_duration, read_value, read_values
from corro.vocab.forms import Column, forms

ALL_COLUMNS = [(form.register, column.key) for form in forms().values() for column in form.columns]


def the_column(register: str, key: str) -> Column:
    """Return a column of a form."""
    return column_of(forms()[register], key)


@pytest.mark.parametrize(("register", "key"), ALL_COLUMNS)
def test_every_column_takes_its_own_example(register: str, key: str) -> None:
    """And what it keeps of that reads as itself."""
    column = the_column(register, key)
    kept = read_value(column, column.example)
    assert kept
    assert read_value(column, kept) == kept


@pytest.mark.parametrize(
    ("register", "key", "written", "kept"),
    [
        ("access", "outcome", "refusé", "denied"),
        ("access", "outcome", "Approved with conditions", "approved_with_conditions"),
        ("access", "suite", "accordé sous conditions", "approved_with_conditions"),
        ("measures", "status", "levée", "lifted"),
        ("measures", "status", "effective", "in_force"),
        ("briefers", "side", "société civile", "civil_society"),
        ("briefers", "mode", "VTC", "video_link"),
        ("violations", "rights", "life; torture et mauvais traitements", "life; torture"),
        ("access", "kind", "o1 whatever follows", "O1"),
        ("access", "count", "237 demandes de vol", "237 flight requests"),
        ("violations", "victims", "au moins 500 personnes", "≥ 500 persons"),
        ("violations", "victims", "300–400 persons", "300–400 persons"),
        ("violations", "victims", "about 300 civilians", "about 300 persons"),
        ("mission", "value", "13 289 troops", "13289 troops"),
        ("measures", "announced", "2023-02-05 20:00 Africa/Bamako", "2023-02-05T20:00:00Z"),
        ("measures", "announced", "2023-02-05T21:00+01:00", "2023-02-05T20:00:00Z"),
        ("violations", "date", "2022-03~", "2022-03~"),
        ("violations", "date", "2022-03-27/..", "2022-03-27/.."),
        ("measures", "duration", "72 heures", "PT72H"),
        ("investigations", "term", "7 mois", "P7M"),
        ("briefers", "proposed_by", "OHCHR, selon un magazine", "OHCHR, according to un magazine"),
        ("briefers", "person", "p-7kq2md9r", "P-7KQ2MD9R"),
    ],
)
def test_values_are_read_in_both_languages(register: str, key: str, written: str, kept: str) -> None:
    """Lists by label or key, figures with bounds, times with precision, lengths in words."""
    assert read_value(the_column(register, key), written) == kept


@pytest.mark.parametrize(
    ("register", "key", "written", "why"),
    [
        ("access", "count", "237", "no unit"),
        ("access", "count", "12 whatsits", "no unit is called"),
        ("access", "outcome", "approv", "that may be"),
        ("access", "kind", "H1", "there are O1"),
        ("measures", "announced", "2023-02-05T20:00", "without a zone"),
        ("measures", "announced", "05/02/2023", "not a date"),
        ("measures", "announced", "2023-02-30", "day"),
        ("measures", "announced", "2023-02-05 20:00 Mars/Base", "not a zone"),
        ("violations", "date", "2022-04/2022-03", "cannot end before it begins"),
        ("measures", "duration", "soon", "not an ISO 8601 duration"),
        ("briefers", "proposed_by", "OHCHR", "nobody is named who says so"),
        ("acts", "violation", "AR-7KQ2MD9R", "ids of that register begin with VA-"),
    ],
)
def test_what_a_column_cannot_take_is_refused_with_an_example(register: str, key: str, written: str, why: str) -> None:
    """The message names the column, the reason, what it takes, and an example."""
    column = the_column(register, key)
    with pytest.raises(BadValueError) as refused:
        read_value(column, written)
    assert column.key in refused.value.message
    assert why in refused.value.message
    assert repr(column.example) in refused.value.message


def test_a_name_that_stands_for_a_code_is_not_repeated() -> None:
    """Who types a person's name where a code belongs does not find it in the message, and so in no log of the terminal."""
    with pytest.raises(BadValueError) as refused:
        read_value(the_column("briefers", "person"), "Amina Example")
    assert "Amina" not in refused.value.message


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    """The register's columns are listed."""
    with pytest.raises(BadValueError, match="needed_by"):
        read_values(forms()["access"], {"colour": "red"})


def test_lengths_keep_their_unit() -> None:
    """48 hours are no two days (a stated length is never rounded into another unit)."""
    assert (read_duration("48 hours").iso, read_duration("2 jours").iso, read_duration("1 an").iso) == ("PT48H", "P2D", "P1Y")
