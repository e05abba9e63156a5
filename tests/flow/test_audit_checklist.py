"""What a third-party audit of a peer found wrong, each as a test of ours, as an auditor would try it.

Source: the audit findings BAY-01 of Bayanat (7ASecurity), and the issues of its peers, as a list; the ones about a web server have
their tests with the web. Signed releases are no matter of the code.
"""

import json
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.flow.test_case_commands import REPORT, TYPED, a_case, a_person, run
from tests.laws.builders import PlainReader, a_record, an_analysis
from tests.vaults import CHEAP, SetClock, a_team_vault, signed_in

from corro import build
from corro.casework import Audience, Request
from corro.cli.main import cli
from corro.errors import BadOptionError, NotAllowedError, SessionEndedError, SignInError, TooManyAttemptsError, UnknownIdError
from corro.model import Decision, DecisionKind, Role, User
from corro.model.permission import Doing
from corro.pipeline.clock import SystemClock
from corro.pipeline.exits import Door
from corro.pipeline.exporting import FORMS, Wanted, export
from corro.pipeline.options import BuildOptions
from corro.pipeline.view import RecordView, open_record
from corro.vault import Founder, Vault, vault_of
from corro.vault.administering import add_account
from corro.vault.limits import PER_ACCOUNT_AND_ADDRESS

NO_SUCH = "There is no such case that you may open."
CONNECTED: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
        CONNECTED.append(f"{event} {arguments!r}")


sys.addaudithook(_watch)


@contextmanager
def without_network() -> Iterator[None]:
    """Find out whether anything asks the network meanwhile."""
    CONNECTED.clear()
    yield
    assert CONNECTED == []


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one report with a vault beside it: ada sees to the vault, ben is an analyst, eve a reader."""
    path = tmp_path_factory.mktemp("audit") / "field.record"
    vault = Vault.make(vault_of(path), [Founder("ada", TYPED, frozenset(Role))], SystemClock(), CHEAP)
    keyring = vault.unlock("ada", TYPED)
    for name, role in (("ben", Role.ANALYST), ("eve", Role.READER)):
        add_account(keyring, name, TYPED, frozenset({role}), CHEAP)
    keyring.close()
    vault.close()
    text = "Masked men attacked traders at Aram on 2023-02-05, killing 12. <script>alert(1)</script>\n"
    (path.parent / "report.txt").write_text(text, encoding="utf-8")
    build(path.parent / "report.txt", path, options=BuildOptions(executor=PlainReader()))
    return path


@pytest.fixture(scope="module")
def case(record: Path) -> str:
    """A case of ada's with one report."""
    code = a_case(record)
    (record.parent / "secret.txt").write_text(REPORT, encoding="utf-8")
    assert run(record, "build", str(record.parent / "secret.txt"), "--case", code, "--published", "2022-05-04").exit_code == 0
    return code


def refused(result: Result, words: str = NO_SUCH) -> bool:
    """Say whether a command ended with an error of these words, and showed nothing else."""
    return result.stdout == "" and words in str(result.exception)


@pytest.mark.parametrize("command", ["show moves", "show decisions", "show receipts", "show changes secret secret"])
def test_history_obeys_the_rights_of_the_case(record: Path, case: str, command: str) -> None:
    """BAY-01-001, 018: what was, and how it changed, is behind the same door as what is."""
    assert refused(run(record, *command.split(), "--case", case, user="ben"))


@pytest.mark.parametrize("command", ["search herders", "show claims", "show sources", "show issues", "explain x"])
def test_extracted_text_obeys_the_rights_of_the_case(record: Path, case: str, command: str) -> None:
    """BAY-01-002: text, snippets and counts too."""
    assert refused(run(record, *command.split(), "--case", case, user="ben"))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_an_export_asks_who_wants_it(record: Path, case: str, form: str, tmp_path: Path) -> None:
    """BAY-01-003, 026: each time, in every form; and each line that names a person asks for that person's consent."""
    reader = User("eve", frozenset({Role.READER}), named=True)
    with pytest.raises(NotAllowedError):
        export(form, tmp_path / "out", record, Wanted(user=reader))
    assert refused(run(record, "export", form, "--out", str(tmp_path / "out"), "--case", case, user="ben"))
    assert not (tmp_path / "out").exists()


def test_paths_in_an_archive_lead_nowhere_else(tmp_path: Path) -> None:
    """Path traversal in import: a name that climbs is rejected, and nothing is written beside the record."""
    (tmp_path / "in").mkdir()
    with zipfile.ZipFile(tmp_path / "in" / "reports.zip", "w") as archive:
        archive.writestr("../../climbed.txt", "Masked men attacked traders at Aram on 2023-02-05, killing 12.")
        archive.writestr("plain.txt", "Masked men attacked traders at Belo on 2023-02-05, killing 12.")
    build(tmp_path / "in", tmp_path / "a.record", options=BuildOptions(executor=PlainReader()))
    assert not list(tmp_path.rglob("climbed.txt"))
    assert not list(tmp_path.parent.glob("climbed.txt"))


def test_nobody_becomes_the_first_administrator_by_asking(record: Path) -> None:
    """No bootstrap: a vault is made once, by whoever has the file, and never again over the one that is there."""
    told = ["vault", "init", "--record", str(record), "--user", "mallory"]
    again = CliRunner().invoke(cli, told, input="another good password\nanother good password\n")
    assert isinstance(again.exception, BadOptionError)
    asked = run(
        record, "users", "add", "mallory", "--role", "administrator", user="eve", typed="a good password\na good password\n"
    )
    assert isinstance(asked.exception, NotAllowedError)


def test_sign_ins_that_fail_are_slowed_down() -> None:
    """Rate limit: not even the right password goes in from there for a while."""
    vault = a_team_vault()
    for _ in range(PER_ACCOUNT_AND_ADDRESS):
        with pytest.raises(SignInError):
            vault.unlock("ada", "not the password")
    with pytest.raises(TooManyAttemptsError):
        signed_in(vault)


def test_imported_text_is_no_markup(record: Path, tmp_path: Path) -> None:
    """Stored XSS: words of a report stand in a page as words."""
    written = CliRunner().invoke(cli, ["brief", "write", "sources", "--out", str(tmp_path / "b.html"), "--record", str(record)])
    assert written.exit_code == 0, written.output
    assert "<script" not in (tmp_path / "b.html").read_text(encoding="utf-8").lower()


def test_who_may_read_a_case_may_not_change_it(record: Path, case: str, tmp_path: Path) -> None:
    """Assigned-only edit: a key opens, and the role says what may be done; without the key, no role does."""
    assert run(record, "case", "grant", case, "eve").exit_code == 0
    (tmp_path / "more.txt").write_text(REPORT, encoding="utf-8")
    assert run(record, "show", "events", "--case", case, user="eve").exit_code == 0
    assert isinstance(run(record, "build", str(tmp_path / "more.txt"), "--case", case, user="eve").exception, NotAllowedError)
    assert refused(run(record, "build", str(tmp_path / "more.txt"), "--case", case, user="ben"))
    assert run(record, "case", "revoke", case, "eve").exit_code == 0


def test_what_a_file_says_of_itself_does_not_go_out(record: Path) -> None:
    """Media metadata: outside, a sensitive document goes out neither with its name and origin nor without."""
    view = RecordView(a_record([an_analysis()]))
    view.restricted = True
    documents = view.documents_by_id([line.id for line in view.documents()]).values()
    assert list(Door(view, Request(audience=Audience.UN)).documents(documents)) == []
    del record


def test_nothing_asks_the_network(record: Path, tmp_path: Path) -> None:
    """SSRF, and pages that fetch: addresses in reports are words; reading, showing and writing them out asks nobody."""
    page = '<html><body><img src="http://192.0.2.1/a.png"><link rel="stylesheet" href="http://192.0.2.1/b.css">'
    (tmp_path / "page.html").write_text(f"{page}<p>{REPORT}</p></body></html>", encoding="utf-8")
    with without_network():
        build(tmp_path / "page.html", tmp_path / "page.record", options=BuildOptions(executor=PlainReader()))
        for ending in ("html", "pdf", "docx"):
            told = ["brief", "write", "sources", "--out", str(tmp_path / f"b.{ending}"), "--record", str(tmp_path / "page.record")]
            result = CliRunner().invoke(cli, told)
            assert result.exit_code == 0, result.output
    del record


def test_what_is_risky_wants_a_fresh_sign_in() -> None:
    """Fresh session for acts of administration."""
    clock = SetClock()
    vault = a_team_vault(clock=clock)
    session = vault.sessions.begin(signed_in(vault, "dan"))
    clock.go(minutes=16)
    with pytest.raises(SessionEndedError):
        vault.sessions.check(session).require_fresh(Doing.ADMINISTER)


def test_lists_leave_out_what_one_may_not_see_unsaid(record: Path, case: str) -> None:
    """Bulk operations: no row, no count and no hint of what belongs to others."""
    person = a_person(record)
    for command in (("case", "list"), ("case", "due"), ("person", "list"), ("person", "due")):
        told = run(record, *command, "--json", user="ben")
        assert told.stdout == ""
        assert case not in told.output
        assert person not in told.output


def test_names_of_protected_things_tell_nothing(record: Path) -> None:
    """Opaque names: the same person twice has two codes, and neither is made of the name."""
    codes = {a_person(record) for _ in range(3)} | {a_case(record) for _ in range(3)}
    assert len(codes) == 6
    assert not any("FATOU" in code or "HERDE" in code for code in codes)


def test_names_of_staff_stay_in_the_section() -> None:
    """Staff names: who decided, and why, goes to nobody outside."""
    store = a_record([an_analysis()])
    view = RecordView(store)
    decision = Decision(DecisionKind.CLAIM, ("claim_1",), "accepted", "ada of the field office", SystemClock().now(), "I was there")
    (told,) = Door(view, Request(audience=Audience.PUBLIC)).decisions([decision])
    assert "ada" not in repr(told)
    assert "I was there" not in repr(told)
    assert list(Door(view, Request(audience=Audience.SECTION)).decisions([decision])) == [decision]


def test_one_person_makes_no_finding_by_whatever_way(record: Path) -> None:
    """Peer review also through the library: the second person cannot be left out by going round the command line."""
    from corro.pipeline.decide import decide

    with open_record(record) as view:
        (line,) = view.events()
        claims = view.event(line.id).claims
    told = ("finding", "ada", SystemClock().now(), "seen", "reasonable_grounds_to_believe")
    decision = Decision(DecisionKind.ASSESSMENT, claims, *told)
    try:
        decide([decision], record)
    except (BadOptionError, NotAllowedError):
        return
    with open_record(record) as view:
        (line,) = view.events()
    assert line.assessment != "finding"


def test_a_cell_that_begins_like_a_formula_is_none(tmp_path: Path) -> None:
    """CSV formula injection: in every list that a spreadsheet could open."""
    words = '=HYPERLINK("http://192.0.2.1") attacked traders at Aram on 2023-02-05, killing 3.\n'
    (tmp_path / "a.txt").write_text(words, encoding="utf-8")
    build(tmp_path / "a.txt", tmp_path / "a.record", options=BuildOptions(executor=PlainReader()))
    for what in ("events", "claims", "sources"):
        told = CliRunner().invoke(cli, ["show", what, "--csv", "--record", str(tmp_path / "a.record")]).stdout
        cells = [cell.strip('"') for line in told.splitlines() for cell in line.split(",")]
        assert not [cell for cell in cells if cell.startswith("=")], what


def test_an_old_spreadsheet_is_refused(tmp_path: Path) -> None:
    """Legacy .xls: told to be one, and not read."""
    (tmp_path / "old.xls").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048))
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "old.xls"), "--json", "--record", str(tmp_path / "a.record")])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["outcomes"]["rejected"] == 1


@pytest.mark.parametrize("value", ["0", "-1", "1e9", "abc", "1;2", "٣x"])
def test_numbers_are_numbers(record: Path, value: str) -> None:
    """Strict types: what is no number of lines is refused before the record is opened."""
    assert CliRunner().invoke(cli, ["show", "events", "--limit", value, "--record", str(record)]).exit_code == 2


def test_a_wrong_code_is_told_as_no_right_is(record: Path, case: str) -> None:
    """Whether something is there is not told by how it is refused."""
    asked = [run(record, "search", "herders", "--case", one, user="ben") for one in (case, "C-AAAAAAAA", "nonsense")]
    answers = {str(one.exception) for one in asked}
    assert answers == {NO_SUCH}
    assert isinstance(run(record, "person", "show", "P-AAAAAAAA", "--why", "x", user="ben").exception, UnknownIdError)
