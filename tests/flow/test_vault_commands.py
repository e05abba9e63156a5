"""`corro vault`, `corro users` and what `corro verify` says of both: from the first password to a checkpoint that is signed."""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pyotp
import pytest
from click.testing import CliRunner, Result
from tests.vaults import PASSWORDS, SetClock, a_team_vault, signed_in

from corro.cli.main import cli
from corro.errors import BadOptionError, CorroError, NotAllowedError, SignInError, VaultNotFoundError
from corro.keyring import KeyKind

NEW = "four words at random"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with one report, and no vault yet."""
    report, path = tmp_path / "a.txt", tmp_path / "small.record"
    report.write_text("The road to Gao was closed on Tuesday.", encoding="utf-8")
    assert CliRunner().invoke(cli, ["build", str(report), "--record", str(path)]).exit_code == 0
    return path


def now() -> SetClock:
    """Return a clock that stands at this moment, for commands go by the machine's."""
    return SetClock(datetime.now(UTC))


@pytest.fixture
def team(record: Path) -> Path:
    """A team's vault beside that record."""
    a_team_vault(record.with_suffix(".vault"), now()).close()
    return record


def run(record: Path, *arguments: str | Path, typed: tuple[str, ...] = ()) -> Result:
    """Run a command, with what is typed at its prompts."""
    told = [str(argument) for argument in arguments] + ["--record", str(record)]
    return CliRunner().invoke(cli, told, input="".join(f"{line}\n" for line in typed))


def as_(name: str, *more: str) -> dict[str, tuple[str, ...]]:
    """Return what somebody types to sign in."""
    return {"typed": (PASSWORDS[name], *more)}


def secret_file(folder: Path, words: str, rights: int = 0o600) -> Path:
    """Return a file with a password."""
    path = folder / f"password-{len(list(folder.iterdir()))}"
    path.write_text(words + "\n", encoding="utf-8")
    path.chmod(rights)
    return path


def test_one_person_makes_a_vault_loses_the_password_and_comes_back(record: Path, tmp_path: Path) -> None:
    """With the recovery key that was printed once; then a new one is, and the former password and key open nothing."""
    password = secret_file(tmp_path, "correct horse battery")
    made = run(record, "vault", "init", "--user", "ada", "--password-file", password)
    assert made.exit_code == 0, made.output
    key = next(line.strip() for line in made.output.splitlines() if line.count("-") == 13)
    assert run(record, "vault", "open-check", "--password-file", password).exit_code == 0
    recovered = run(record, "vault", "recover", "ada", typed=(key, NEW, NEW))
    assert recovered.exit_code == 0, recovered.output
    assert isinstance(run(record, "vault", "open-check", "--password-file", password).exception, SignInError)
    assert isinstance(run(record, "vault", "recover", "ada", typed=(key, NEW, NEW)).exception, SignInError)
    checked = run(record, "vault", "open-check", typed=(NEW,))
    assert "ada: administrator, analyst, custodian, reader, reviewer" in checked.output
    assert isinstance(run(record, "vault", "init", "--user", "ada", "--password-file", password).exception, BadOptionError)
    assert run(record, "verify").exit_code == 0


def test_a_team_has_two_custodians_from_the_start(record: Path) -> None:
    """One is refused before anything is asked."""
    assert isinstance(run(record, "vault", "init", "--custodian", "ada").exception, BadOptionError)
    made = run(record, "vault", "init", "--custodian", "ada", "--custodian", "ben", typed=(NEW, NEW, NEW + " too", NEW + " too"))
    assert made.exit_code == 0, made.output
    assert "recovery key" not in made.output
    assert run(record, "vault", "open-check", "--user", "ben", typed=(NEW + " too",)).exit_code == 1, "no second factor yet"


def test_accounts_are_made_listed_changed_and_disabled(team: Path) -> None:
    """By those who may; anybody may see who is what."""
    added = run(team, "users", "add", "fred", "--role", "analyst", "--user", "ada", **as_("ada", NEW, NEW))
    assert added.exit_code == 0, added.output
    assert isinstance(
        run(team, "users", "add", "gil", "--role", "reader", "--user", "cleo", **as_("cleo")).exception, NotAllowedError
    )
    assert run(team, "users", "role", "fred", "reader", "--user", "dan", **as_("dan")).exit_code == 0
    assert run(team, "users", "password", "--user", "fred", typed=(NEW, NEW, NEW + " anew", NEW + " anew")).exit_code == 0
    assert run(team, "users", "disable", "fred", "--user", "ada", **as_("ada")).exit_code == 0
    assert run(team, "users", "add", "gus", "--signer", "ab" * 32, "--user", "ada", **as_("ada")).exit_code == 0
    rows = [json.loads(line) for line in run(team, "users", "list", "--json").output.splitlines()]
    assert [(row["name"], row["roles"], row["state"]) for row in rows if row["name"] in ("fred", "gus")] == [
        ("fred", "reader", "disabled"),
        ("gus", "", "signs elsewhere"),
    ]
    assert isinstance(run(team, "vault", "open-check", "--user", "fred", typed=(NEW + " anew",)).exception, SignInError)


def test_a_second_factor_is_asked_for_from_then_on(team: Path) -> None:
    """Its secret is shown once, on the error output."""
    shown = CliRunner().invoke(
        cli, ["users", "second-factor", "--user", "ben", "--record", str(team)], input=f"{PASSWORDS['ben']}\n000000\n"
    )
    assert "otpauth://totp/Corro:ben" in shown.stderr
    assert "otpauth" not in shown.stdout
    assert isinstance(shown.exception, SignInError), "the code did not fit, so nothing is wanted"
    assert run(team, "vault", "log", "--user", "ben", **as_("ben")).exit_code == 0
    from corro.vault import Vault, new_totp, set_totp

    opened, secret = Vault.open(team.with_suffix(".vault"), now()), new_totp()
    earlier = pyotp.TOTP(secret).at(datetime.now(UTC), counter_offset=-1)
    set_totp(signed_in(opened, "ben"), secret, earlier)
    opened.close()
    assert run(team, "vault", "log", "--user", "ben", **as_("ben", pyotp.TOTP(secret).now())).exit_code == 0
    assert isinstance(run(team, "vault", "log", "--user", "ben", **as_("ben", "000000")).exception, SignInError)


def test_a_second_custodian_recovers_the_first(team: Path) -> None:
    """And nobody else does."""
    assert isinstance(run(team, "vault", "recover", "ada", "--by", "dan", **as_("dan", NEW, NEW)).exception, NotAllowedError)
    assert run(team, "vault", "recover", "ada", "--by", "ben", **as_("ben", NEW, NEW)).exit_code == 0
    assert "ada: custodian" in run(team, "vault", "open-check", "--user", "ada", typed=(NEW,)).output


def test_keys_are_given_taken_made_anew_and_the_log_tells(team: Path) -> None:
    """With the reasons, to custodians."""
    from corro.vault import Vault

    opened = Vault.open(team.with_suffix(".vault"), now())
    ada = signed_in(opened)
    key = ada.new_key(KeyKind.CASE)
    ada.get(ada.put(key, "note", b"words"), "to ring back")
    with pytest.raises(CorroError):
        ada.destroy(key, "closed")
    opened.close()
    for command in (("grant", key, "cleo"), ("revoke", key, "cleo"), ("rotate", "--all"), ("refuse", key, "--reason", "not yet")):
        done = run(team, "vault", *command, "--user", "ben", **as_("ben"))
        assert done.exit_code == 0, done.output
    shown = run(team, "vault", "log", "--json", "--user", "ben", **as_("ben"))
    log = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {"to ring back", "closed", "not yet"} <= {row["detail"] for row in log}
    assert isinstance(run(team, "vault", "log", "--user", "cleo", **as_("cleo")).exception, NotAllowedError)


def test_a_token_is_made_listed_and_taken_back(team: Path) -> None:
    """And what is no scope is told."""
    made = run(team, "users", "token", "--scope", "read", "--user", "cleo", **as_("cleo"))
    text = next(line for line in made.stdout.splitlines() if line.startswith("corro_"))
    token_id = text.split("_")[1]
    assert token_id in run(team, "users", "token", "--list", "--user", "cleo", **as_("cleo")).output
    assert run(team, "users", "token", "--revoke", token_id, "--user", "cleo", **as_("cleo")).exit_code == 0
    for wrong in (("--scope", "everything"), (), ("--list", "--scope", "read")):
        assert isinstance(run(team, "users", "token", *wrong, "--user", "cleo", **as_("cleo")).exception, BadOptionError)


def test_a_checkpoint_is_signed_and_a_slip_in_the_vault_is_told(team: Path, tmp_path: Path) -> None:
    """Then with its place."""
    checkpoint = tmp_path / "checkpoint.json"
    saved = run(team, "verify", "--save", checkpoint, "--sign", "ada", **as_("ada"))
    assert saved.exit_code == 0, saved.output
    assert "entries of its log looked over" in saved.output
    assert "signed by ada" in run(team, "verify", "--checkpoint", checkpoint).output
    connection = sqlite3.connect(team.with_suffix(".vault"))
    connection.execute("UPDATE grants SET by = 'eve' WHERE account = 'ada'")
    connection.commit()
    connection.close()
    found = run(team, "verify", "--checkpoint", checkpoint)
    assert found.exit_code == 1
    assert "BREAK  vault authority" in found.output


def test_a_time_stamp_is_asked_for_in_a_file(team: Path, tmp_path: Path) -> None:
    """Nothing goes over a network; what is no answer is told."""
    checkpoint, request = tmp_path / "checkpoint.json", tmp_path / "checkpoint.tsq"
    done = run(team, "verify", "--save", checkpoint, "--timestamp-request", request)
    assert done.exit_code == 0, done.output
    assert request.stat().st_size > 50
    for wrong in (("--timestamp-request", request), ("--sign", "ada")):
        assert isinstance(run(team, "verify", *wrong).exception, BadOptionError)
    refused = run(team, "verify", "--checkpoint", checkpoint, "--timestamp-response", checkpoint)
    assert isinstance(refused.exception, BadOptionError)


def test_a_password_file_is_its_owners_only(team: Path, tmp_path: Path) -> None:
    """And no command takes a password as an argument."""
    open_to_all, empty = secret_file(tmp_path, PASSWORDS["ada"], 0o644), secret_file(tmp_path, "")
    for path, message in ((open_to_all, "Others may read"), (empty, "no password")):
        refused = run(team, "vault", "log", "--user", "ada", "--password-file", path)
        assert isinstance(refused.exception, BadOptionError)
        assert message in str(refused.exception)
    assert run(team, "vault", "log", "--user", "ada", "--password", "x").exit_code == 2


def test_without_a_vault_that_is_said(record: Path) -> None:
    """With the command that makes one."""
    refused = run(record, "users", "list")
    assert isinstance(refused.exception, VaultNotFoundError)
    assert "corro vault init" in refused.exception.hint
    assert "The vault" not in run(record, "verify").output
