"""Who puts a claim forward: narrator, agency, contributors, and speakers that are none."""

import pytest
from tests.unit.extract.events.builders import a_text

from corro.extract.events.holders import UNKNOWN_OUTLET, holders_of, is_somebody, narrating_agency
from corro.model import Basis, Document, Labelled, SegmentKind, Speaker, Statement
from corro.values import Span


def a_report(text: str, *agencies: str, outlet: str = "", dateline: str = "") -> Document:
    """Return a report of one line with these agencies credited where it names them."""
    kinds = (SegmentKind.DATELINE, SegmentKind.BODY) if dateline else ()
    document = a_text(dateline, text, kinds=kinds) if dateline else a_text(text)
    whole = document.text
    credited = tuple(Labelled(name, Basis.TEXT, Span(whole.index(name), whole.index(name) + len(name))) for name in agencies)
    fields = {name: getattr(document, name) for name in Document.__dataclass_fields__}
    return Document(**{**fields, "credits": credited, "outlet": Labelled(outlet, Basis.METADATA)})


def names(document: Document) -> list[tuple[str, str]]:
    """Return role and name of who tells what nobody is quoted for."""
    return [(holder.role, holder.name) for holder in holders_of(document, None, {})]


def test_a_single_wire_credit_makes_the_agency_the_narrator() -> None:
    """The agency comes first, the outlet that prints it last."""
    report = a_report("Rain fell in Sama. (AFP)", "AFP", outlet="The Ledger")
    assert names(report) == [("agency", "Agence France-Presse"), ("outlet", "The Ledger")]


def test_agencies_that_contributed_are_no_narrators() -> None:
    """Several credited agencies, or one that contributed, leave the text the outlet's own."""
    several = a_report("Rain fell. AFP and Reuters contributed to this report", "AFP", "Reuters", outlet="The Ledger")
    one = a_report("Rain fell.\nAFP contributed to this report", "AFP", outlet="The Ledger")
    assert names(several) == names(one) == [("outlet", "The Ledger")]


def test_an_unknown_outlet_is_said_to_be_unknown() -> None:
    """No agency is made to say what an outlet wrote that nobody names."""
    assert names(a_report("Rain fell. AFP and Reuters contributed", "AFP", "Reuters")) == [("outlet", UNKNOWN_OUTLET)]


def test_the_agency_of_the_dateline_narrates_whoever_else_is_credited() -> None:
    """A dateline signs the text."""
    report = a_report("Rain fell. Reuters contributed", "AFP", "Reuters", dateline="SAMA (AFP) -")
    assert narrating_agency(report) == "AFP"


@pytest.mark.parametrize("name", ["the report published today", "mesure", "Correction", "His office", "communiqué", "May", ""])
def test_papers_rooms_and_measures_are_no_speakers(name: str) -> None:
    """A bare paper, measure, room or month says nothing."""
    assert not is_somebody(name)


@pytest.mark.parametrize(
    "name", ["Marek", "foreign ministry", "ministry's statement", "le porte-parole", "Office of the Ombudsman"]
)
def test_persons_bodies_and_papers_with_an_issuer_are_speakers(name: str) -> None:
    """Whoever has a name, a post or an issuer can put a claim forward."""
    assert is_somebody(name)


def test_a_bare_paper_leaves_the_claim_to_the_outlet() -> None:
    """What `the report` says is put forward by whoever tells of it."""
    report = a_report("The report says that rain fell.", outlet="The Ledger")
    statement = Statement("doc_1", (Span(16, 30),), Span(11, 15), (Span(0, 10),), Speaker("The report", "report"))
    assert [holder.name for holder in holders_of(report, statement, {statement.id: statement})] == ["The Ledger"]
