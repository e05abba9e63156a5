"""Maps of columns: what is written is read, and known datasets are told by their columns."""

from bench.importing.made import COLUMNS
from hypothesis import given, settings
from hypothesis import strategies as st

from corro.exchange.maps import ColumnMap, datasets, known_by, parsed, written
from corro.values import Language, PlacePrecision

WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=12)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_what_is_written_is_read(title: str, column: str) -> None:
    """Whatever letters stand in a heading or a word."""
    made = ColumnMap(
        "my-sheet",
        title,
        {"type": column, "place": f"{column} 2"},
        date_precisions={"1": "day"},
        place_precisions={"1": PlacePrecision.NEAR},
        aggregates=frozenset({"sum"}),
        language=Language.FRENCH,
        sides=True,
    )
    again = parsed(written(made))
    assert (again.title, again.columns, again.place_precisions) == (made.title, made.columns, made.place_precisions)
    assert parsed(written(again)) == again
    assert again.rule == made.rule


def test_the_maps_of_known_datasets_are_read_and_written() -> None:
    """UCDP GED and ACLED."""
    assert set(datasets()) == {"acled", "ucdp-ged"}
    assert all(parsed(written(made)) == made for made in datasets().values())


def test_a_dataset_is_known_by_its_columns() -> None:
    """All of those that it needs, in any order, with others beside them; a release that lacks one of the others is known too."""
    known = known_by([*reversed(COLUMNS), "ged_release"])
    assert known is not None
    assert known.dataset == "ucdp-ged"
    fewer = known_by([column for column in COLUMNS if column != "adm_2"])
    assert fewer is not None
    assert "admin2" not in fewer.columns
    assert known_by([column for column in COLUMNS if column != "best"]) is None
