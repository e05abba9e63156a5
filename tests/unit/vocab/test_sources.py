"""The table of sources and its extensions."""

from pathlib import Path

import pytest

from corro.errors import BadOptionError
from corro.vocab import further_sources, source_named, sources, terms

HEADER = "id,name,aliases,kind,country,language,owner_or_parent,party_to_conflict,reference\n"


def table(folder: Path, *rows: str) -> tuple[Path]:
    """Write a table of sources with these rows."""
    path = folder / "outlets.csv"
    path.write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return (path,)


def taken(*tables: Path) -> None:
    """Know these tables for a moment."""
    with further_sources(tables):
        pass


def test_every_source_has_a_reference_and_a_known_kind() -> None:
    """Each row says where it comes from, and its kind is in the list."""
    for source in sources().values():
        assert source.reference
        assert source.kind in terms("source_kinds")


@pytest.mark.parametrize("name", ["AFP", "Agence France-Presse", "agence france presse"])
def test_an_agency_is_found_by_any_of_its_names(name: str) -> None:
    """Case, accents and hyphens do not matter."""
    source = source_named(name)
    assert source is not None
    assert source.id == "afp"


def test_unknown_ownership_stays_empty() -> None:
    """Nobody has said who owns it, so the cell is empty and is no owner of its own."""
    assert sources()["maliweb"].owner == ""
    assert sources()["maliweb"].party_to_conflict is None


def test_a_further_table_adds_and_replaces(tmp_path: Path) -> None:
    """A user's row is added, and one with a known id takes the place of the package's."""
    extra = table(tmp_path, "wireboard,Wireboard,WB;Wire Board,news_site,,en,,,fictional", "afp,Other,,agency,,,,no,test")
    with further_sources(extra):
        assert source_named("wire board") is sources()["wireboard"]
        assert sources()["afp"].name == "Other"
        assert sources()["afp"].party_to_conflict is False
    assert sources()["afp"].name == "Agence France-Presse"


def test_a_table_without_a_column_is_refused(tmp_path: Path) -> None:
    """The message names the column."""
    path = tmp_path / "short.csv"
    path.write_text("id,name\na,A\n", encoding="utf-8")
    with pytest.raises(BadOptionError, match="lacks the column aliases"):
        taken(path)


def test_a_wrong_cell_is_refused_with_its_row(tmp_path: Path) -> None:
    """A party flag is yes, no or empty; a source has a name."""
    with pytest.raises(BadOptionError, match="'x'"):
        taken(*table(tmp_path, "x,X,,agency,,,,perhaps,test"))
    with pytest.raises(BadOptionError, match="'x'"):
        taken(*table(tmp_path, "x,,,agency,,,,,test"))
    with pytest.raises(BadOptionError, match="none of"):
        taken(*table(tmp_path, "x,X,,blurb,,,,,test"))
    with pytest.raises(BadOptionError, match="reference"):
        taken(*table(tmp_path, "x,X,,agency,,,,,"))


def test_a_missing_table_is_refused(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(BadOptionError, match=r"none\.csv"):
        taken(tmp_path / "none.csv")
