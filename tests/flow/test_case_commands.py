"""The commands for cases and persons, and the ordinary ones over a case, as a user runs them."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.vaults import CHEAP

from corro.cli.main import cli
from corro.errors import BadOptionError, SignInError, UnknownIdError, VaultNotFoundError
from corro.model import Role
from corro.pipeline.clock import SystemClock
from corro.vault import Founder, Vault, vault_of
from corro.vault.administering import add_account

REPORT = "Gunmen killed at least 12 herders near Ansongo on 3 May 2022, the governor said.\n"
TYPED = "long enough to be one"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record's place, with a vault beside it: ada sees to it, ben is an analyst."""
    path = tmp_path / "field.record"
    founders = [Founder("ada", TYPED, frozenset(Role))]
    vault = Vault.make(vault_of(path), founders, SystemClock(), CHEAP)
    keyring = vault.unlock("ada", TYPED)
    add_account(keyring, "ben", TYPED, frozenset({Role.ANALYST}), CHEAP)
    keyring.close()
    vault.close()
    return path


def run(record: Path, *arguments: str, user: str = "ada", typed: str = "") -> Result:
    """Run a command as somebody who types their password and what else is asked for."""
    told = [*arguments, "--record", str(record), "--user", user]
    return CliRunner().invoke(cli, told, input=f"{TYPED}\n{typed}")


def a_case(record: Path) -> str:
    """Open a case, and return its code."""
    result = run(record, "case", "new", typed="The herders of Ansongo\n")
    assert result.exit_code == 0, result.output
    return str(re.findall(r"C-\w{8}", result.stdout)[0])


def a_person(record: Path) -> str:
    """Put a person into the vault, and return their code."""
    result = run(record, "person", "new", typed="name: Fatoumata\ncontact: the tailor\n\n")
    assert result.exit_code == 0, result.output
    return str(re.findall(r"P-\w{8}", result.stdout)[0])


def test_a_case_is_built_shown_searched_explained_decided_and_verified(record: Path, tmp_path: Path) -> None:
    """By the commands that do it for any record; the record beside it is not even made."""
    code = a_case(record)
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    built = run(record, "build", str(tmp_path / "report.txt"), "--published", "2022-05-04", "--case", code)
    assert built.exit_code == 0, built.output
    assert f"--case {code}" in built.stdout
    (event,) = [json.loads(line) for line in run(record, "show", "events", "--json", "--case", code).stdout.splitlines()]
    assert "Ansongo" in run(record, "explain", event["id"], "--case", code).stdout
    assert "report" in run(record, "search", "herders", "--case", code).stdout
    decided = run(record, "decide", "assess", event["id"], "--as", "verified", "--case", code)
    assert "by ada" in decided.stdout, decided.output
    assert run(record, "verify", "--case", code).exit_code == 0
    assert not record.exists()


def test_a_wrong_code_and_no_right_have_the_same_answer(record: Path) -> None:
    """Through every command."""
    code = a_case(record)
    for arguments in (("show", "events"), ("search", "herders"), ("verify",)):
        answers = [run(record, *arguments, "--case", one, user="ben").exception for one in (code, "C-AAAAAAAA")]
        assert all(isinstance(one, UnknownIdError) for one in answers)
        assert len({str(one) for one in answers}) == 1


def test_a_case_is_granted_kept_classified_and_destroyed(record: Path) -> None:
    """And what it says of itself is seen by those who may open it."""
    code = a_case(record)
    assert run(record, "case", "list", user="ben").stdout == ""
    assert run(record, "case", "grant", code, "ben").exit_code == 0
    assert code in run(record, "case", "list", "--json", user="ben").stdout
    assert "no day set" in run(record, "case", "due").stdout
    assert "2030-01-01" in run(record, "case", "keep", code, "--until", "2030-01-01").stdout
    assert "A second account" in run(record, "case", "classify", code, "confidential", "--reason", "agreed").stdout
    assert "is CONFIDENTIAL." in run(record, "case", "classify", code, "confidential", "--reason", "agreed", user="ben").stdout
    person = a_person(record)
    assert person in run(record, "case", "tie", code, person).stdout
    assert run(record, "case", "revoke", code, "ben").exit_code == 0
    assert run(record, "case", "list", user="ben").stdout == ""
    assert run(record, "case", "close", code, "--reason", "over", typed="y\n").exit_code == 0
    assert run(record, "case", "list").stdout == ""


def test_a_person_consents_withdraws_and_is_erased(record: Path) -> None:
    """Each step says what is allowed now."""
    code = a_person(record)
    given = ("--for", "publish", "--for", "share_un", "--language", "bm", "--how", "signed")
    assert "publish, share_un" in run(record, "person", "consent", code, *given).stderr
    assert "Fatoumata" in run(record, "person", "show", code, "--why", "call back").stdout
    assert "allows: share_un" in run(record, "person", "withdraw", code, "--for", "publish").stderr
    twice = run(record, "person", "withdraw", code, "--for", "publish").exception
    assert isinstance(twice, BadOptionError)
    assert "withdrawn before" in str(twice)
    late = run(record, "person", "consent", code, *given, "--on", "2999-01-01").exception
    assert isinstance(late, BadOptionError)
    assert "future" in str(late)
    assert run(record, "person", "risk", code, "high", typed="threatened\nmarket of Ansongo\n").exit_code == 0
    assert "share_un" in run(record, "person", "list", "--json").stdout
    assert run(record, "person", "due").stdout == ""
    assert run(record, "person", "copies", code).exit_code == 0
    assert run(record, "person", "grant", code, "ben").exit_code == 0
    assert run(record, "person", "erase", code, "--reason", "endangered", typed="y\n").exit_code == 0
    assert isinstance(run(record, "person", "show", code, "--why", "x").exception, UnknownIdError)


def test_without_a_vault_or_with_a_wrong_password_there_is_a_clear_answer(record: Path, tmp_path: Path) -> None:
    """And nothing else."""
    assert isinstance(run(tmp_path / "other.record", "case", "list").exception, VaultNotFoundError)
    told = ["case", "list", "--record", str(record), "--user", "ada"]
    assert isinstance(CliRunner().invoke(cli, told, input="wrong\n").exception, SignInError)
