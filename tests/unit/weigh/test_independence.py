"""Independence counts lineages that nothing joins; a copy never adds one (law 2)."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.weigh.builders import a_claim, a_document

from corro.model import Claim, Holder, Support
from corro.vocab import further_sources
from corro.weigh import Standing, independence, support

NAMES = "abcdefgh"


def count(claims: list[Claim], lineages: dict[str, str] | None = None, **given: dict[str, str]) -> int:
    """Count independent lineages; every document is one unless told otherwise."""
    documents = {f"doc_{name}": a_document(name, **given.get(name, {})) for name in NAMES}
    lineage_of = {f"doc_{name}": (lineages or {}).get(name, name) for name in NAMES}
    return independence(lineage_of, documents)(claims)


def said(name: str, speaker: str) -> Claim:
    """Return a claim by a speaker."""
    return a_claim(name, holders=(Holder("speaker", speaker), Holder("outlet", f"Outlet {name}")))


def test_two_outlets_with_reporting_of_their_own_are_two() -> None:
    """Nothing joins them."""
    assert count([a_claim("a"), a_claim("b")]) == 2


def test_copies_are_one() -> None:
    """Documents of one lineage count once."""
    assert count([a_claim("a"), a_claim("b")], {"a": "one", "b": "one"}) == 1


def test_one_speaker_quoted_by_two_outlets_is_one_origin() -> None:
    """Two outlets that quote one spokesman have one source for what he says."""
    assert count([said("a", "Colonel Abakar"), said("b", "Colonel Abakar")]) == 1
    assert count([said("a", "Colonel Abakar"), said("b", "Petra Sollander")]) == 2


def test_one_agency_behind_two_outlets_is_one_origin() -> None:
    """A common credit joins what the narrator tells."""
    claims = [a_claim(name, holders=()) for name in "ab"]
    assert count(claims, a={"credit": "AOP"}, b={"credit": "AOP"}) == 1
    assert count(claims, a={"credit": "AOP"}, b={"credit": "TransWire"}) == 2


def test_what_nobody_can_tell_adds_nothing() -> None:
    """A text without outlet or credit is no second source."""
    nobody = {"outlet": "", "credit": ""}
    assert count([a_claim("a"), a_claim("b", holders=())], b=nobody) == 1
    assert count([a_claim("a", holders=()), a_claim("b", holders=())], a=nobody, b=nobody) == 1


def narrated(one: str, other: str) -> int:
    """Count the independent lineages behind what two outlets tell in words of their own."""
    return count([a_claim(name, holders=()) for name in "ab"], a={"outlet": one}, b={"outlet": other})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sahel Herald", "The Sahel Herald"),
        ("Sahel Herald", "sahelherald.com"),
        ("Sahel Herald", "https://www.sahel-herald.co.uk/"),
        ("Le Fleuve", "FLEUVE"),
        ("Reuters", "reuters.com"),
    ],
)
def test_one_outlet_in_two_spellings_is_one_origin(one: str, other: str) -> None:
    """Articles, capitals, spaces and addresses make no second outlet."""
    assert narrated(one, other) == 1


@pytest.mark.parametrize("nobody", ["", "unknown", "Unknown source", "N/A", "Inconnu", "source inconnue", "—"])
def test_an_outlet_that_nobody_knows_is_no_second_source(nobody: str) -> None:
    """A word for not knowing is no name; two such words are no two outlets."""
    assert narrated("Sahel Herald", nobody) == 1
    assert narrated(nobody, "unknown outlet") == 1


def test_unknown_ownership_counts_as_not_independent() -> None:
    """Two rows of the table, of one country, without owner, could have one; of two countries, and other names, are two."""
    assert narrated("Maliweb", "Bamada") == 1
    assert narrated("Maliweb", "Le Monde") == 2
    assert narrated("Maliweb", "Sahel Herald") == 2
    assert narrated("Sahel Herald", "Niger Post") == 2


def test_an_owner_beside_what_it_owns_is_one(tmp_path: Path) -> None:
    """A company that is itself a row of the table and an outlet of its are no two sources."""
    head = "id,name,aliases,kind,country,language,owner_or_parent,party_to_conflict,reference\n"
    table = tmp_path / "own.csv"
    table.write_text(head + "lake,Lake Media,,company,,,,,test\nlv,Lake Voice,,broadcaster,,,lake,,test\n", encoding="utf-8")
    with further_sources([table]):
        assert narrated("Lake Media", "Lake Voice") == 1


def test_no_claims_have_no_lineage() -> None:
    """Nothing counts nothing."""
    assert count([]) == 0


SPEAKERS = st.sampled_from(["", "Army", "Villagers", "Mission", "Governor"])
CLAIMS = st.lists(st.tuples(st.sampled_from(NAMES), SPEAKERS), min_size=1, max_size=8)


def claims_of(told: list[tuple[str, str]]) -> list[Claim]:
    """Return claims by speakers, or by nobody who can be told."""
    return [said(name, speaker) if speaker else a_claim(name, holders=()) for name, speaker in told]


@given(CLAIMS, st.data())
def test_a_copy_never_raises_independence(told: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever a further document of a known lineage says, and whomever it names, it adds no independent lineage (law 2)."""
    lineages = {name: data.draw(st.sampled_from("xyz"), label=f"lineage of {name}") for name in NAMES}
    copied = data.draw(st.sampled_from(sorted({lineages[name] for name, _ in told})), label="copied lineage")
    speaker = data.draw(SPEAKERS, label="speaker of the copy")
    copy = data.draw(st.sampled_from(NAMES), label="copy")
    before = count(claims_of(told), lineages)
    assert count(
        claims_of([*told, (copy, speaker)]), {**lineages, copy: copied} if copy not in dict(told) else lineages
    ) <= before or (copy in dict(told) and lineages[copy] not in {lineages[name] for name, _ in told})


@given(CLAIMS, st.randoms())
def test_order_has_no_say(told: list[tuple[str, str]], random: object) -> None:
    """Claims in any order give the same number (law 4)."""
    shuffled = list(told)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count(claims_of(told)) == count(claims_of(shuffled))


def test_support_follows_from_independence() -> None:
    """One document is a single source, copies are dependent, two lineages corroborate, and a dispute outweighs all that."""

    def of(number: int) -> object:
        return lambda _claims: number

    one, two = [a_claim("a")], [a_claim("a"), a_claim("b")]
    assert support(one, of(1)) is Support.SINGLE_SOURCE  # type: ignore[arg-type]
    assert support(two, of(1)) is Support.MULTIPLE_DEPENDENT  # type: ignore[arg-type]
    assert support(two, of(2)) is Support.CORROBORATED  # type: ignore[arg-type]
    assert support(two, of(2), Standing(contested=True)) is Support.CONTESTED  # type: ignore[arg-type]
    assert support(two, of(2), Standing(contested=True, superseded=True)) is Support.SUPERSEDED  # type: ignore[arg-type]
    assert support(two, of(2), Standing(retracted=True)) is Support.RETRACTED  # type: ignore[arg-type]
