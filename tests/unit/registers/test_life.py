"""Statuses follow each other, and items are asked for what their register needs."""

import pytest
from tests.unit.registers.builders import SOME, Ticking, an_item

from corro.errors import BadOptionError, BadValueError, UnknownIdError
from corro.model import EnteredKind
from corro.pipeline.registers import Entry, change_in, end_in, enter_in
from corro.store import SqliteStore
from corro.vocab import list_names, terms
from corro.vocab.forms import ColumnKind, Form, forms

ENTRY = Entry(by="analyst", clock=Ticking())


@pytest.mark.parametrize("form", forms().values(), ids=lambda form: form.register)
def test_forms_hold_together(form: Form) -> None:
    """Lists exist, every status has its moves, what is asked for is a column, ids of two registers never begin alike."""
    for column in form.columns:
        assert column.kind not in (ColumnKind.TERM, ColumnKind.TERMS) or column.of in list_names()
    status = form.column(form.status)
    assert status is not None
    statuses = set(terms(status.of))
    assert statuses - form.computed == set(form.moves)
    assert {then for moves in form.moves.values() for then in moves} <= statuses - form.computed
    assert set(form.opens_as) | form.ends <= statuses
    assert all(form.column(name.partition("=")[0]) for need in form.needs for name in (need.column, *need.needs))
    assert form.source
    assert len({one.prefix for one in forms().values()}) == len(forms())


@pytest.mark.parametrize("register", SOME)
def test_every_register_can_be_entered(register: str) -> None:
    """With its first status where none is given, and a random id of its own."""
    item, other = an_item(register), an_item(register)
    assert item.text(forms()[register].status) == forms()[register].opens_as[0]
    assert item.id != other.id


def test_acts_and_involvements_hang_on_their_violation() -> None:
    """One event, its acts, and who was involved in each are three things; a link to nothing is refused."""
    store = SqliteStore.in_memory()
    event = enter_in(store, "violations", SOME["violations"], ENTRY)
    act = enter_in(store, "acts", {"violation": event.id, "kind": "V1", "victim": "herders", "victims": "3 persons"}, ENTRY)
    given = {"act": act.id, "perpetrator": "army, according to two witnesses", "degree": "direct perpetrator"}
    assert enter_in(store, "involvements", given, ENTRY).text("degree") == "direct_perpetrator"
    with pytest.raises(UnknownIdError, match="VA-22222222"):
        enter_in(store, "acts", {"violation": "VA-22222222", "kind": "V1", "victim": "x", "victims": "1 person"}, ENTRY)


def test_the_life_of_a_request() -> None:
    """Requested, acknowledged, approved with conditions (which are asked for), executed; and then nothing."""
    store = SqliteStore.in_memory()
    item = enter_in(store, "access", SOME["access"], ENTRY)
    change_in(store, item.id, {"outcome": "acknowledged"}, ENTRY)
    with pytest.raises(BadValueError, match="conditions="):
        change_in(store, item.id, {"outcome": "approved with conditions"}, ENTRY)
    change_in(store, item.id, {"outcome": "approved with conditions", "conditions": "by day"}, ENTRY)
    done = change_in(store, item.id, {"outcome": "executed"}, ENTRY)
    with pytest.raises(BadValueError, match="does not follow executed"):
        change_in(store, done.id, {"outcome": "denied"}, ENTRY)


def test_what_is_computed_is_entered_by_nobody() -> None:
    """`no response` follows from the day by which an answer was needed."""
    store = SqliteStore.in_memory()
    item = enter_in(store, "access", SOME["access"], ENTRY)
    with pytest.raises(BadValueError, match="computed"):
        change_in(store, item.id, {"outcome": "no response"}, ENTRY)


@pytest.mark.parametrize(
    ("register", "changes", "wanted"),
    [
        ("violations", {"characterisation": "possible war crime"}, "characterised_by"),
        ("violations", {"official_version_sought": "yes"}, "official_version_channel"),
        ("violations", {"mrm_verified": "yes"}, "verified_in_period"),
        ("mission", {"basis": ""}, "basis"),
        ("briefers", {"status": "heard"}, "heard_on"),
        ("briefers", {"risk_before": ""}, "risk_before"),
        ("briefers", {"named_as": "a minister"}, "consent_to_be_named=yes"),
        ("access", {"outcome": "executed"}, "begins as"),
    ],
)
def test_what_a_register_needs_is_asked_for(register: str, changes: dict[str, str], wanted: str) -> None:
    """A word for a crime needs whose word it is, a figure its basis, a briefer the risk that was found before."""
    with pytest.raises(BadValueError, match=wanted):
        an_item(register, **changes)


def test_a_closed_item_is_left_alone_until_it_is_opened_again() -> None:
    """Changing it is refused, closing it twice too."""
    store = SqliteStore.in_memory()
    item = enter_in(store, "access", SOME["access"], ENTRY)
    end_in(store, item.id, EnteredKind.CLOSED, ENTRY)
    with pytest.raises(BadOptionError, match="closed"):
        change_in(store, item.id, {"place": "Aram"}, ENTRY)
    with pytest.raises(BadOptionError, match="closed already"):
        end_in(store, item.id, EnteredKind.CLOSED, ENTRY)
    end_in(store, item.id, EnteredKind.REOPENED, ENTRY)
    assert change_in(store, item.id, {"place": "Aram"}, ENTRY).text("place") == "Aram"


def test_nothing_of_what_is_refused_is_kept() -> None:
    """Neither act nor log."""
    store = SqliteStore.in_memory()
    with pytest.raises(BadValueError):
        enter_in(store, "access", {"kind": "O1", "subject": "flight", "count": "3"}, ENTRY)
    assert store.questions.entered() == ()
    assert store.custody.head()[0] == 0
