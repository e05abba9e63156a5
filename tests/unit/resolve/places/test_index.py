"""The packaged place index, and files of one's own beside it."""

from pathlib import Path

import pytest
from tests.unit.resolve.builders import a_gazetteer

from corro.resolve import load_gazetteer
from corro.resolve.claims.places import proposals
from corro.values import PlaceKind

HEADER = "name,variants,lat,lon,precision_km,kind,country,admin1,admin2\n"


def test_town_before_its_region() -> None:
    """A seat comes before the units of its name, and those hold it."""
    index = load_gazetteer()
    town = index.named("gao")[0]
    assert (town.kind, town.country, town.gazetteer_id) == (PlaceKind.TOWN, "ML", "geonames:2457163")
    assert [unit.kind for unit in index.inside(town)] == [PlaceKind.REGION]


def test_countries_in_both_languages() -> None:
    """A country has one entry under its English and French names."""
    index = load_gazetteer()
    for english, french in (("Ivory Coast", "Côte d'Ivoire"), ("Germany", "Allemagne"), ("Mauritania", "Mauritanie")):
        assert index.named(english)[0].kind is PlaceKind.COUNTRY
        assert index.named(english)[0] == index.named(french)[0]


def test_supplement_first() -> None:
    """A row gathered by hand comes before what the files have."""
    assert load_gazetteer().named("Ber")[0].gazetteer_id == "supplement:ber"


def test_unknown_name() -> None:
    """A name that no gazetteer has gives nothing."""
    assert load_gazetteer().named("Xyzzyville") == ()


def test_own_file(tmp_path: Path) -> None:
    """A user's own file stands beside the packaged places; coordinates outside the world are left out and the name kept."""
    file = tmp_path / "own.csv"
    file.write_text(
        HEADER + "Nowhere Post,Nowhere;NWP,12.5,3.25,2,site,QQ,,\nFar Side,,912.5,3.25,2,village,QQ,,\n", encoding="utf-8"
    )
    index = load_gazetteer([file])
    (post,) = index.named("nowhere")
    assert (post.name, post.kind, post.radius_km, post.gazetteer_id) == (
        "Nowhere Post",
        PlaceKind.FACILITY,
        2.0,
        "own:nowhere post",
    )
    assert not index.named("Far Side")[0].located
    assert load_gazetteer().named("nowhere post") == ()


@pytest.mark.parametrize(("written", "proposed"), [("Tasek", ["Tassek"]), ("Zzz", []), ("Kerri", ["Keri"])])
def test_proposals(written: str, proposed: list[str]) -> None:
    """A like name is proposed, an unlike one is not."""
    assert [place.name for place in proposals(written, a_gazetteer())][:1] == proposed
