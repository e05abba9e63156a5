"""Persons in the vault: identity, consent, risk, erasure; outside there is a random code and nothing else."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.keyrings import NOON
from tests.laws.builders import PlainReader
from tests.rooms import Room

from corro import build
from corro.casework import ALL_USES, ConsentAct, ConsentKind, RiskLevel, RiskReview, Use, codes_in, next_review
from corro.errors import BadOptionError, UnknownIdError
from corro.keyring import Keyring
from corro.model import CustodyAct, CustodyKind, Event
from corro.model.claim import ActorValue
from corro.model.event import EventValue, Held
from corro.pipeline.followup import copies
from corro.pipeline.opening import open_to_write
from corro.pipeline.options import BuildOptions
from corro.pipeline.people import (
    all_consents,
    consents,
    erase_person,
    give_consent,
    grant_person,
    look_at_risk,
    new_person,
    people,
    reviews,
    risk_alerts,
    the_person,
    withdraw_consent,
)
from corro.pipeline.registers import enter
from corro.values import Interval

TODAY = NOON.date()
WHO = {"name": "Fatoumata of the market", "contact": "by the tailor"}


def a_consent(*uses: Use, on: date = TODAY) -> ConsentAct:
    """A consent as it is noted."""
    return ConsentAct(ConsentKind.GIVEN, on, frozenset(uses), "bm", "spoken, recorded", "ada")


@pytest.fixture
def keyring(room: Room) -> Keyring:
    """Somebody who notes persons."""
    return room.sign_in()


def test_a_person_is_a_random_code_outside(keyring: Keyring) -> None:
    """Two persons of one name have two codes, which are of nothing but chance."""
    one, other = new_person(keyring, WHO), new_person(keyring, WHO)
    assert one != other
    assert codes_in(f"{one} {other}") == {one, other}
    assert the_person(keyring, one, "call back").identity == WHO
    with pytest.raises(BadOptionError, match="name"):
        new_person(keyring, {"contact": "somewhere"})


def test_each_look_at_an_identity_is_logged_and_has_a_reason(room: Room, keyring: Keyring) -> None:
    """Without one there is no answer."""
    code = new_person(keyring, WHO)
    with pytest.raises(BadOptionError, match="what for"):
        the_person(keyring, code, "")
    the_person(keyring, code, "call back")
    last = room.acts()[-1]
    assert (last.kind, last.by, last.detail) == (CustodyKind.READ, "ada", "call back")


def test_nobody_learns_whether_a_code_is_a_person(room: Room, keyring: Keyring) -> None:
    """No right, a wrong code and an erased person are answered alike."""
    code = new_person(keyring, WHO)
    other = room.sign_in("ben")
    answers = [_refusal(lambda: the_person(other, code, "x")), _refusal(lambda: the_person(keyring, "P-AAAAAAAA", "x"))]
    assert people(other) == ()
    grant_person(keyring, code, "ben")
    assert people(other) == (code,)
    erase_person(keyring, code, "endangered")
    answers += [
        _refusal(lambda: the_person(keyring, code, "x")),
        _refusal(lambda: give_consent(keyring, code, a_consent(Use.PUBLISH), TODAY)),
    ]
    assert len(set(answers)) == 1


def _refusal(ask: Callable[[], object]) -> str:
    with pytest.raises(UnknownIdError) as caught:
        ask()
    return caught.value.message


def test_consent_is_given_narrowed_and_withdrawn(room: Room, keyring: Keyring) -> None:
    """And each act is in the vault's log."""
    code = new_person(keyring, WHO)
    assert give_consent(keyring, code, a_consent(Use.PUBLISH, Use.SHARE_UN), TODAY) == {Use.PUBLISH, Use.SHARE_UN}
    assert withdraw_consent(keyring, code, frozenset({Use.PUBLISH}), TODAY, TODAY) == {Use.SHARE_UN}
    with pytest.raises(BadOptionError, match="withdrawn before"):
        withdraw_consent(keyring, code, frozenset({Use.PUBLISH}), TODAY, TODAY)
    assert [act.kind for act in consents(keyring, code)] == [ConsentKind.GIVEN, ConsentKind.WITHDRAWN]
    assert sum(act.kind is CustodyKind.CONSENT for act in room.acts()) == 2


def test_who_was_erased_consents_to_nothing(keyring: Keyring) -> None:
    """Their entries are gone; that they were erased, and when, is what is left."""
    code = new_person(keyring, WHO)
    give_consent(keyring, code, a_consent(*ALL_USES), TODAY)
    with pytest.raises(BadOptionError, match="why"):
        erase_person(keyring, code, "")
    erase_person(keyring, code, "they asked for it")
    assert not keyring.entries()
    assert consents(keyring, code) == (ConsentAct(ConsentKind.ERASED, TODAY),)
    assert all_consents(keyring, "export") == {}


def test_a_risk_is_looked_at_again_and_events_alert(keyring: Keyring) -> None:
    """By its day, or earlier where something touches what the person is tied to."""
    code = new_person(keyring, WHO)
    assert [alert.due for alert in risk_alerts(keyring, [], TODAY)] == [True]
    review = RiskReview(
        RiskLevel.HIGH, TODAY, next_review(RiskLevel.HIGH, TODAY), "ada", "threatened by phone", ("market of Aram",)
    )
    look_at_risk(keyring, code, review)
    assert reviews(keyring, code, "test") == (review,)
    assert risk_alerts(keyring, [], TODAY) == ()
    where = EventValue("target", (Held(ActorValue("the market of Aram"), "the market of Aram", ("c",)),))
    arrest = Event("event_1", "V5", ("c",), (), (where,), interval=Interval.day(TODAY))
    (alert,) = risk_alerts(keyring, [arrest], TODAY)
    assert (alert.code, alert.events, alert.due) == (code, (arrest.slug,), False)
    with pytest.raises(BadOptionError, match="after this one"):
        look_at_risk(keyring, code, RiskReview(RiskLevel.LOW, TODAY, TODAY, "ada"))
    assert risk_alerts(keyring, [], TODAY + timedelta(30))[0].due


def test_what_went_out_is_recalled_once_it_is_no_longer_allowed(keyring: Keyring, tmp_path: Path) -> None:
    """The custody log of each record says which releases named the code, and for whom."""
    code, report = new_person(keyring, WHO), tmp_path / "report.txt"
    report.write_text("Masked men attacked traders at Aram on 2023-02-05, killing 3.\n", encoding="utf-8")
    build(report, tmp_path / "a.record", options=BuildOptions(executor=PlainReader()))
    heard = {"person": code, "side": "civil_society", "consent_to_be_named": "no", "risk_before": "low", "status": "proposed"}
    item = enter("briefers", heard, tmp_path / "a.record")
    store = open_to_write(tmp_path / "a.record")
    details = [f"csv; public; 0 taken away; {code}", f"csv; un; 0 taken away; {code}", "csv; public; 0 taken away"]
    details.append("jsonl; section; 0 taken away")
    store.custody.log([CustodyAct(CustodyKind.EXPORTED, f"digest{place}", "ada", NOON, told) for place, told in enumerate(details)])
    store.close()
    left = frozenset({Use.SHARE_UN, Use.CITE_ANONYMOUSLY})
    found = copies(code, {"a.record": tmp_path / "a.record"}, left)
    assert [(copy.what, copy.which, copy.recall) for copy in found] == [
        ("release", "digest0", True),
        ("release", "digest1", False),
        ("whole copy", "digest3", True),
        ("item", item.id, False),
    ]
