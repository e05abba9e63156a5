"""Review: answers go into the record and outlive the machine; two persons make a finding; what changed at its source comes back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.keyrings import PlainKeyring, PlainVault
from tests.laws.builders import Report, Told, a_record, add, an_analysis
from tests.vaults import PASSWORDS, SetClock, a_vault, signed_in

from corro.cli.main import cli
from corro.errors import BadOptionError, CorroError, SignatureError, UnknownIdError
from corro.keyring import Keyring
from corro.model import Assessment, Decision, DecisionKind, Event, EventLink, LinkVerdict, Modality, Relation
from corro.model.answer import ALL, DifferenceFilter
from corro.pipeline.again import analyse_again
from corro.pipeline.decide import decide_in
from corro.pipeline.proposing import queue
from corro.pipeline.reviewing import Judgement, edit_in, judge_in, proposal_named, seen_of
from corro.pipeline.seconding import read_second, second, take_second, waiting_for_second, write_second
from corro.review import Proposal, ProposalKind, ReviewState
from corro.store import SqliteStore

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
ADDRESS = "https://gazette.example/one"
ONE = Report(address=ADDRESS)
OTHER = Report(outlet="Belo Courier", told=(Told(killed=30),))


def judged(verdict: str, reason: str = "seen by two of us") -> Judgement:
    """Return an answer."""
    return Judgement(verdict, "analyst", reason)


def the(store: SqliteStore, kind: ProposalKind, *, everything: bool = True) -> Proposal:
    """Return the one proposal of a kind."""
    (found,) = queue(store.questions, [kind], everything=everything)
    return found


def event_of(store: SqliteStore) -> Event:
    """Return the one event."""
    (line,) = store.questions.events(window=ALL)
    event = store.questions.event(line.id)
    assert event is not None
    return event


# answers


def test_an_accepted_event_waits_no_more_and_stays_through_a_re_run() -> None:
    """A worse extractor changes nothing of it, and it does not come back: its source is the same (law 5)."""
    analysis = an_analysis(ONE)
    store = a_record([analysis])
    judge_in(store, the(store, ProposalKind.EVENT).slug, judged("accepted"))
    before = event_of(store)
    worse = replace(analysis, claims=tuple(replace(claim, modality=Modality.NEGATED) for claim in analysis.claims))
    analyse_again(store, lambda _: [worse])
    assert event_of(store) == before
    assert the(store, ProposalKind.EVENT).state is ReviewState.ACCEPTED
    assert queue(store.questions, [ProposalKind.EVENT]) == ()


def test_what_was_accepted_comes_back_when_its_source_changed() -> None:
    """A newer version without the words asks again, and overwrites nothing; one that has them does not, nor one that was seen."""
    store = a_record([an_analysis(ONE)])
    judge_in(store, the(store, ProposalKind.EVENT).slug, judged("accepted"))
    accepted = the(store, ProposalKind.EVENT).subjects
    add(store, [an_analysis(replace(ONE, published=date(2023, 2, 7), filler="A correction stands below."))])
    assert not [one for one in queue(store.questions, [ProposalKind.EVENT]) if "source changed" in one.returned]
    later = replace(ONE, published=date(2023, 2, 8), told=(Told(killed=2, day=date(2023, 2, 5)),))
    add(store, [an_analysis(later)])
    (back,) = queue(store.questions, [ProposalKind.EVENT])
    assert back.state is ReviewState.RETURNED
    assert "its source changed" in back.returned
    assert set(accepted) <= set(back.subjects)
    judge_in(store, back.slug, judged("accepted"))
    assert queue(store.questions, [ProposalKind.EVENT]) == ()


def test_new_claims_bring_an_event_back() -> None:
    """Another outlet's report of it was not there when it was accepted."""
    store = a_record([an_analysis(ONE)])
    judge_in(store, the(store, ProposalKind.EVENT).slug, judged("accepted"))
    add(store, [an_analysis(replace(OTHER, told=(Told(),)))])
    assert the(store, ProposalKind.EVENT).returned == "1 claim joined since it was judged"


def test_a_rejected_event_is_gone_and_comes_back_when_that_is_undone() -> None:
    """Its claims stay claims."""
    store = a_record([an_analysis(ONE)])
    before = store.digest()
    made = judge_in(store, the(store, ProposalKind.EVENT).slug, judged("rejected"))
    assert store.questions.totals().events == 0
    decide_in(store, [Decision(DecisionKind.UNDO, (made.id,), "undone", "analyst", datetime.now(UTC))])
    assert store.digest() == before


def test_a_later_answer_holds_although_it_names_more_claims() -> None:
    """Rejected alone, then accepted among others: accepted."""
    store = a_record([an_analysis(ONE), an_analysis(replace(OTHER, told=(Told(),)))])
    claims = event_of(store).claims
    decide_in(store, [Decision(DecisionKind.CLAIM, claims[:1], "rejected", "analyst", MOMENT)])
    decide_in(store, [Decision(DecisionKind.CLAIM, claims, "accepted", "analyst", datetime.now(UTC))])
    assert event_of(store).claims == claims


def test_a_clock_that_was_set_back_does_not_undo_the_last_word() -> None:
    """What is answered later holds."""
    store = a_record([an_analysis(ONE)])
    judge_in(store, the(store, ProposalKind.EVENT).slug, judged("accepted"))
    early = Judgement("unsure", "analyst", "ask again", clock=SetClock(MOMENT))
    judge_in(store, the(store, ProposalKind.EVENT).slug, early)
    assert the(store, ProposalKind.EVENT).state is ReviewState.UNSURE


def test_a_rejected_dispute_contests_nothing_and_stays_on_record() -> None:
    """Both figures stay side by side (law 3); undone, the event is contested again."""
    store = a_record([an_analysis(ONE), an_analysis(OTHER)])
    assert event_of(store).support == "contested"
    made = judge_in(store, the(store, ProposalKind.DISPUTE).slug, judged("rejected", "one counts the wounded too"))
    assert event_of(store).support == "corroborated"
    assert store.questions.differences(DifferenceFilter(relation=Relation.DISPUTE), ALL).total == 1
    assert the(store, ProposalKind.DISPUTE).state is ReviewState.REJECTED
    decide_in(store, [Decision(DecisionKind.UNDO, (made.id,), "undone", "analyst", datetime.now(UTC))])
    assert event_of(store).support == "contested"


FAR = Report(outlet="Belo Courier", told=(Told(place="Belo", day=date(2023, 4, 1), killed=3),))


def linked(weight: float) -> SqliteStore:
    """Return a record of two events, between which somebody put a link that says "same"."""
    store = a_record([an_analysis(ONE), an_analysis(FAR)])
    first, second_id = sorted(claim.id for claim in store.questions.claims(window=ALL))
    with store.transaction():
        store.weighing.add_links([], [EventLink(first, second_id, LinkVerdict.SAME, weight, ("same kind",), "link.sum_of_weights")])
    return store


def test_a_link_between_two_events_is_asked_about_and_joins_them() -> None:
    """Accepted, they are one event."""
    store = linked(3.0)
    asked = the(store, ProposalKind.LINK)
    assert asked.what.startswith("One event? ")
    assert asked.change.events == 2
    judge_in(store, asked.slug, judged("accepted"))
    assert store.questions.totals().events == 1


def test_a_weak_link_that_alone_holds_an_event_together_is_asked_about() -> None:
    """Rejected, there are two events, and nobody is asked again."""
    store = linked(1.5)
    decide_in(store, [Decision(DecisionKind.SAME_EVENT, the(store, ProposalKind.LINK).subjects, "same", "analyst", MOMENT)])
    assert store.questions.totals().events == 1
    asked = the(store, ProposalKind.LINK)
    assert asked.what.startswith("Held together by one weak link: ")
    judge_in(store, asked.slug, judged("rejected"))
    assert store.questions.totals().events == 2
    assert queue(store.questions, [ProposalKind.LINK]) == ()


def test_a_strong_link_inside_one_event_is_nobody_s_question() -> None:
    """The machine is sure, and nothing speaks against it."""
    store = a_record([an_analysis(ONE), an_analysis(replace(OTHER, told=(Told(),)))])
    assert queue(store.questions, [ProposalKind.LINK], everything=True) == ()


def test_an_edit_corrects_the_event_and_outlives_a_re_run() -> None:
    """The claim keeps what was read; the event has what the person put there."""
    analysis = an_analysis(ONE)
    store = a_record([analysis])
    (claim,) = analysis.claims
    edit_in(store, claim.id, {"killed": "13"}, judged("accepted"))
    analyse_again(store, lambda _: [replace(analysis, claims=(replace(claim, slots=claim.slots[:1]),))])
    (killed,) = (value for value in event_of(store).values if value.role == "killed")
    (decision,) = store.questions.decisions()
    assert [(held.printed, held.corrected) for held in killed.held] == [("13 persons", (decision.id,))]
    (entry,) = store.questions.entries("violations", ALL)
    assert entry.field("count") == "killed: 13 persons (corrected)"
    assert store.questions.claims_by_id([claim.id])[claim.id] == claim
    assert the(store, ProposalKind.EVENT).state is ReviewState.EDITED


def test_an_answer_says_why() -> None:
    """What is rejected or left open needs a reason, and so does a correction."""
    store = a_record([an_analysis(ONE)])
    name = the(store, ProposalKind.EVENT).slug
    for verdict in ("rejected", "unsure"):
        with pytest.raises(BadOptionError, match="Say why"):
            judge_in(store, name, judged(verdict, " "))
    with pytest.raises(UnknownIdError):
        proposal_named(store.questions, "QE-NONE22")
    assert store.questions.decisions() == ()


# two persons


def finding(store: SqliteStore, by: str = "ada") -> Decision:
    """Let somebody hold the event to be a finding."""
    claims = event_of(store).claims
    told = ("finding", by, MOMENT, "interviews", "reasonable_grounds")
    made = Decision(DecisionKind.ASSESSMENT, claims, *told, seen=seen_of(store.questions, claims))
    decide_in(store, [made])
    return made


def real_keyring(name: str = "ben") -> Keyring:
    """Return the keyring of an account of a real vault."""
    from corro.model import Role

    return signed_in(a_vault(**{name: frozenset(Role), "cleo": frozenset({Role.CUSTODIAN})}), name)


def test_a_finding_by_one_person_is_verified_by_one_person() -> None:
    """It waits for a second."""
    store = a_record([an_analysis(ONE)])
    made = finding(store)
    assert event_of(store).assessment is Assessment.VERIFIED
    assert waiting_for_second(store.questions) == (made,)


def test_a_second_account_makes_it_a_finding_and_can_take_that_back() -> None:
    """Signed; undone, it is verified by one person again."""
    store, keyring = a_record([an_analysis(ONE)]), real_keyring()
    confirmed = second(store.questions, keyring, finding(store).id, "confirmed")
    take_second(store, confirmed, keyring)
    assert event_of(store).assessment is Assessment.FINDING
    assert waiting_for_second(store.questions) == ()
    decide_in(store, [Decision(DecisionKind.UNDO, (confirmed.id,), "undone", "ben", datetime.now(UTC))])
    assert event_of(store).assessment is Assessment.VERIFIED


def test_nobody_confirms_their_own() -> None:
    """By name, or by the key that the first decision was signed with."""
    store, keyring = a_record([an_analysis(ONE)]), real_keyring()
    made = finding(store, by="ben")
    with pytest.raises(BadOptionError, match="a second person"):
        second(store.questions, keyring, made.id, "confirmed")
    with pytest.raises(BadOptionError, match="standard"):
        decide_in(store, [replace(made, standard="", reason="again")])


def test_a_signed_file_from_another_machine(tmp_path: Path) -> None:
    """Its signer is told by the first digits of their key the first time, and known from then on."""
    here, there = a_record([an_analysis(ONE)]), a_record([an_analysis(ONE)])
    made = finding(here)
    finding(there)
    answer = second(there.questions, real_keyring(), made.id, "confirmed")
    write_second(answer, tmp_path / "ben.json")
    taken = read_second(tmp_path / "ben.json")
    assert taken == answer
    for digits in ("", answer.key[:8], "0" * 16):
        with pytest.raises(SignatureError, match="first 16 digits"):
            take_second(here, taken, fingerprint=digits)
    take_second(here, taken, fingerprint=f"{answer.key[:8]} {answer.key[8:16].upper()}")
    assert event_of(here).assessment is Assessment.FINDING


@pytest.mark.parametrize(
    "change", [{"verdict": "refused"}, {"by": "eve"}, {"reason": "other"}, {"key": "00" * 32}, {"signature": "zz"}]
)
def test_a_file_that_was_tampered_with_is_refused(change: dict[str, str], tmp_path: Path) -> None:
    """Whatever is changed in it; nothing is kept."""
    store = a_record([an_analysis(ONE)])
    write_second(second(store.questions, real_keyring(), finding(store).id, "confirmed"), tmp_path / "ben.json")
    told = json.loads((tmp_path / "ben.json").read_text(encoding="utf-8"))
    (tmp_path / "ben.json").write_text(json.dumps({**told, **change}), encoding="utf-8")
    with pytest.raises(SignatureError):
        take_second(store, read_second(tmp_path / "ben.json"), fingerprint=told["key"])
    assert event_of(store).assessment is Assessment.VERIFIED


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"form": "corro-decision-9"}', '{"form": "corro-decision-1", "at": 3}'])
def test_a_file_that_is_no_signed_decision_is_refused(content: str, tmp_path: Path) -> None:
    """With the file's name, and nothing of what stands in it."""
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(BadOptionError, match=r"x\.json is no signed decision"):
        read_second(tmp_path / "x.json")


def test_the_plain_keyring_signs_too() -> None:
    """The port is enough: no code here asks for the vault itself."""
    store = a_record([an_analysis(ONE)])
    answer = second(store.questions, PlainKeyring("ben", vault=PlainVault()), finding(store).id, "confirmed")
    assert answer.by == "ben"
    assert answer.key


# the command line


def run(*arguments: str | Path, password: str | None = None) -> Result:
    """Run a command, with what is typed where it asks for a password."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=f"{password}\n" if password else None)


def rows(record: Path, *words: str) -> list[dict[str, object]]:
    """Return the rows that a list gives as JSON."""
    return [json.loads(line) for line in run(*words, "--json", "--record", record).stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one report."""
    (tmp_path / "north.md").write_text(
        "Aram, 5 February 2023 - Armed men killed 12 villagers in Aram on Sunday.\n", encoding="utf-8"
    )
    made = tmp_path / "a.record"
    assert run("build", tmp_path / "north.md", "--published", "2023-02-05", "--record", made).exit_code == 0
    return made


def test_the_queue_is_listed_shown_and_answered(record: Path) -> None:
    """Accepted, it is listed no more but with --all."""
    (asked,) = rows(record, "review", "list", "--kind", "event")
    shown = run("review", "show", str(asked["id"]), "--record", record).output
    assert "Armed men killed 12 villagers" in shown
    assert isinstance(run("review", "reject", str(asked["id"]), "--record", record).exception, CorroError)
    claim = str(asked["about"][0])  # type: ignore[index]
    corrected = run("review", "edit", claim, "--set", "killed=13", "--reason", "the annex", "--record", record)
    assert corrected.exit_code == 0
    assert run("review", "accept", str(asked["id"]), "--record", record).exit_code == 0
    assert rows(record, "review", "list", "--kind", "event") == []
    assert [row["state"] for row in rows(record, "review", "list", "--kind", "event", "--all")] == ["accepted"]
    assert run("verify", "--record", record).exit_code == 0


def test_a_second_account_signs_in_and_confirms(record: Path) -> None:
    """Its password is asked for; a wrong one leaves everything as it was."""
    from corro.model import Role
    from corro.vault import vault_of

    a_vault(vault_of(record), ben=frozenset(Role), cleo=frozenset({Role.CUSTODIAN})).close()
    (event,) = rows(record, "show", "events")
    asked = ("decide", "assess", str(event["id"]), "--as", "finding", "--standard", "reasonable grounds", "--record", record)
    run(*asked, "--user", "cleo", password=PASSWORDS["cleo"])
    (decision,) = rows(record, "show", "decisions")
    wrong = run("review", "second", str(decision["id"]), "--user", "ben", "--record", record, password=PASSWORDS["cleo"])
    assert isinstance(wrong.exception, CorroError)
    done = run("review", "second", str(decision["id"]), "--user", "ben", "--record", record, password=PASSWORDS["ben"])
    assert done.exit_code == 0, done.output
    assert json.loads(run("explain", str(event["id"]), "--json", "--record", record).stdout)["assessment"] == "finding"


def test_nobody_is_both_persons_of_a_finding(record: Path) -> None:
    """Where there is a vault the first signs in too, and nobody acts in the name of another's account."""
    from corro.model import Role
    from corro.vault import vault_of

    (event,) = rows(record, "show", "events")
    asked = ("decide", "assess", str(event["id"]), "--as", "finding", "--standard", "reasonable_grounds", "--record", record)
    assert run(*asked, "--by", "somebody").exit_code == 0
    a_vault(vault_of(record), ben=frozenset(Role), cleo=frozenset({Role.CUSTODIAN}), eve=frozenset({Role.READER})).close()
    (decision,) = rows(record, "show", "decisions")
    refused = (
        run(*asked, "--by", "somebody else"),
        run(*asked, "--by", "cleo"),
        run(*asked, "--by", "cleo", "--user", "ben", password=PASSWORDS["ben"]),
        run(*asked, "--user", "eve", password=PASSWORDS["eve"]),
        run(*asked, "--user", "ben", password="no password of anybody"),  # noqa: S106 - a wrong one, on purpose
        run("review", "accept", str(event["id"]), "--by", "cleo", "--record", record),
        run("review", "second", str(decision["id"]), "--user", "ben", "--record", record, password=PASSWORDS["ben"]),
    )
    assert all(isinstance(one.exception, CorroError) for one in refused), [one.output for one in refused]
    assert "Nobody here knows somebody" in str(refused[-1].exception)
    assert len(rows(record, "show", "decisions")) == 1


def test_who_signs_in_is_who_acts(record: Path) -> None:
    """In a record as in a case; nothing that --user says is passed over."""
    from corro.model import Role
    from corro.vault import vault_of

    a_vault(vault_of(record), ben=frozenset(Role), cleo=frozenset({Role.CUSTODIAN})).close()
    (event,) = rows(record, "show", "events")
    done = run("decide", "reject", str(event["id"]), "--user", "ben", "--record", record, password=PASSWORDS["ben"])
    assert "by ben" in done.stdout
    what = ("--set", "kind=O1", "--set", "subject=a flight", "--set", "needed_by=2023-02-08")
    run("enter", "access", *what, "--user", "ben", "--record", record, password=PASSWORDS["ben"])
    assert [row["entered_by"] for row in rows(record, "show", "registers", "access")] == [["ben"]]


def test_a_forged_confirmation_is_found_and_comes_in_by_no_file(record: Path, tmp_path: Path) -> None:
    """Somebody who writes it into the record's file is found by `verify`; a record's file with one is refused."""
    from corro.model import CustodyAct, CustodyKind
    from corro.pipeline.verifying import verify_store

    store = SqliteStore.to_write(record)
    claims = event_of(store).claims
    first = Decision(DecisionKind.ASSESSMENT, claims, "finding", "ada", MOMENT, "", "reasonable_grounds")
    decide_in(store, [first])
    forged = Decision(DecisionKind.SECOND, (first.id,), "confirmed", "ben", MOMENT, key="00" * 32, signature="00" * 64)
    with store.transaction():
        store.intake.add_decision(forged)
        store.custody.log([CustodyAct(CustodyKind.DECIDED, forged.id, "ben", MOMENT, "second")])
    breaks = verify_store(store).breaks
    store.close()
    assert [(found.where, found.which) for found in breaks] == [("decision", forged.id)]
    run("export", "jsonl", "--out", tmp_path / "a.jsonl", "--record", record)
    refused = run("import", tmp_path / "a.jsonl", "--record", tmp_path / "b.record")
    assert isinstance(refused.exception, CorroError)
    assert "signature" in str(refused.exception)


def test_a_signer_whom_nobody_here_knows_comes_in_by_no_record(tmp_path: Path) -> None:
    """Their answer is left out when another record is taken into this one; `review take` asks for their key."""
    from corro.pipeline.importing_native import take_in_lines

    here, there = a_record([an_analysis(ONE)]), a_record([an_analysis(ONE)])
    made = finding(there)
    take_second(there, second(there.questions, keyring := real_keyring(), made.id, "confirmed"), keyring)
    assert event_of(there).assessment is Assessment.FINDING
    finding(here)
    with here.transaction():
        taken = take_in_lines(here, enumerate(there.archive.lines(contents=False), 1), tmp_path)
    assert taken.left["decision"] == 1
    assert event_of(here).assessment is Assessment.VERIFIED
