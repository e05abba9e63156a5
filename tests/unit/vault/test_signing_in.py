"""Who signs in, with what, and what a failure tells: nothing."""

import pickle
from pathlib import Path

import pytest
from tests.vaults import PASSWORDS, SetClock, a_team_vault, a_vault, signed_in

from corro.errors import (
    AccountError,
    BadOptionError,
    NotAVaultError,
    SessionEndedError,
    SignInError,
    VaultDamagedError,
    VaultNotFoundError,
)
from corro.keyring import KeyKind
from corro.model import Role
from corro.vault import Founder, Vault
from corro.vault.administering import disable


def test_the_right_password_signs_in_and_says_who() -> None:
    """With the roles and the cases of the account."""
    ada = signed_in(a_team_vault())
    case = ada.new_key(KeyKind.CASE)
    assert (ada.user.name, ada.user.roles, ada.user.cases, ada.user.named) == ("ada", {Role.CUSTODIAN}, {case}, True)


def test_what_is_wrong_is_not_said() -> None:
    """An account that is not there, a wrong password and a disabled account give one answer."""
    vault = a_team_vault()
    disable(signed_in(vault), "eve")
    answers = set()
    for name, password in (
        ("nobody", PASSWORDS["ada"]),
        ("ada", "not the password"),
        ("ada", ""),
        ("eve", PASSWORDS["eve"]),
        ("", ""),
    ):
        with pytest.raises(SignInError) as found:
            vault.unlock(name, password)
        answers.add((type(found.value), str(found.value)))
    assert len(answers) == 1


def test_no_secret_stands_in_a_representation_an_error_or_a_copy() -> None:
    """Nor can a keyring be written anywhere."""
    vault = a_vault()
    ada = signed_in(vault)
    shown = [
        repr(ada),
        repr(ada.identity),
        repr(ada.hand),
        repr(Founder("ada", PASSWORDS["ada"], frozenset(Role))),
        str(ada.identity),
    ]
    secrets = [PASSWORDS["ada"], ada.identity.seed.hex(), ada.identity.private_key.hex(), repr(ada.identity.seed)]
    with pytest.raises(SignInError) as found:
        vault.unlock("ada", PASSWORDS["ada"] + "x")
    shown += [str(found.value), repr(found.value), repr(found.value.fields)]
    assert not [secret for secret in secrets for text in shown if secret in text]
    with pytest.raises(TypeError):
        pickle.dumps(ada)


def test_a_closed_keyring_opens_nothing() -> None:
    """It has forgotten."""
    ada = signed_in(a_vault())
    key = ada.new_key(KeyKind.PERSON)
    ada.close()
    for refused in (lambda: ada.put(key, "name", b"x"), lambda: ada.sign(b"x"), lambda: ada.user):
        with pytest.raises(SessionEndedError):
            refused()


def test_a_disabled_account_loses_what_it_had_open() -> None:
    """At once."""
    vault = a_team_vault()
    cleo = signed_in(vault, "cleo")
    key = cleo.new_key(KeyKind.PERSON)
    disable(signed_in(vault), "cleo")
    for refused in (lambda: cleo.put(key, "name", b"x"), lambda: cleo.user, lambda: cleo.new_key(KeyKind.CASE)):
        with pytest.raises(SessionEndedError):
            refused()
    assert "cleo" not in signed_in(vault).holders(key)


@pytest.mark.parametrize("password", ["short", "elevenchars", "ada is my name", "aaaaaaaaaaaaaaaa", "abababababababab"])
def test_a_password_that_is_guessed_at_once_is_refused(password: str) -> None:
    """Short, with the name in it, or a few letters over and over; the message does not repeat it."""
    with pytest.raises(AccountError) as found:
        Vault.make(None, [Founder("ada", password, frozenset(Role))], SetClock())
    assert password not in str(found.value)


@pytest.mark.parametrize("name", ["", "Ada", "a b", "local", "recovery-key", "../ada", "a" * 65, "é"])
def test_a_name_has_small_letters(name: str) -> None:
    """And is not reserved."""
    with pytest.raises(AccountError):
        Vault.make(None, [Founder(name, PASSWORDS["ada"], frozenset(Role))], SetClock())


def test_a_team_has_two_custodians() -> None:
    """Not one, and not one twice."""
    one = Founder("ada", PASSWORDS["ada"], frozenset({Role.CUSTODIAN}))
    other = Founder("ben", PASSWORDS["ben"], frozenset({Role.ANALYST}))
    for founders in ([], [one, other], [one, one]):
        with pytest.raises(AccountError):
            Vault.make(None, founders, SetClock())


def test_what_is_no_vault_is_refused_and_not_touched(tmp_path: Path) -> None:
    """A file that is not there, a text, another database, a vault that is there already."""
    import sqlite3

    path = tmp_path / "other.vault"
    with pytest.raises(VaultNotFoundError):
        Vault.open(path, SetClock())
    path.write_text("A letter of four lines.\n" * 10, encoding="utf-8")
    connection = sqlite3.connect(tmp_path / "database.vault")
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    for other in (path, tmp_path / "database.vault"):
        before = other.read_bytes()
        with pytest.raises(NotAVaultError):
            Vault.open(other, SetClock())
        with pytest.raises(BadOptionError):
            a_vault(other)
        assert other.read_bytes() == before


def test_the_vault_is_its_owners_only(tmp_path: Path) -> None:
    """And what stands beside it."""
    vault = a_vault(tmp_path / "x.vault")
    signed_in(vault).new_key(KeyKind.CASE)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_an_account_of_another_charter_is_refused() -> None:
    """Somebody who puts a charter of their own in the file has the account's password tell."""
    vault, other = a_vault(), a_vault()
    row = other.rooms.file.rows("SELECT body, signature FROM charter")[0]
    accounts = other.rooms.file.rows("SELECT * FROM accounts")
    with vault.rooms.file.transaction():
        vault.rooms.file.do("UPDATE charter SET body = ?, signature = ?", row)
        vault.rooms.file.do("DELETE FROM accounts")
        for account in accounts:
            vault.rooms.file.do("INSERT INTO accounts VALUES (?, ?, ?, ?)", account)
    from corro.vault.accounts import read_charter

    tampered = Vault(vault.rooms.file, read_charter(vault.rooms.file), SetClock(), vault.cost)
    with pytest.raises((VaultDamagedError, SignInError)):
        signed_in(tampered)


def test_a_role_cannot_be_written_into_the_file() -> None:
    """An account's line is signed."""
    vault = a_team_vault()
    (body,) = vault.rooms.file.rows("SELECT body FROM accounts WHERE name = 'eve'")[0]
    with vault.rooms.file.transaction():
        vault.rooms.file.do("UPDATE accounts SET body = ? WHERE name = 'eve'", (body.replace(b"reader", b"custodian"),))
    with pytest.raises(VaultDamagedError):
        signed_in(vault, "eve")


def test_a_clock_that_was_set_back_is_told_and_locks_nobody_out() -> None:
    """The log says so at the sign-in, and `open-check` does."""
    from corro.vault import concerns

    clock = SetClock()
    vault = a_vault(clock=clock)
    signed_in(vault)
    clock.go(days=-1)
    assert vault.clock_is_back()
    assert any("clock" in concern for concern in concerns(signed_in(vault)))
