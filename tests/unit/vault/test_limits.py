"""How often a sign-in may fail, and whom that holds up."""

import pytest
from tests.vaults import PASSWORDS, SetClock, a_team_vault, signed_in

from corro.errors import SignInError, TooManyAttemptsError
from corro.vault import Vault
from corro.vault.limits import PER_ACCOUNT, PER_ACCOUNT_AND_ADDRESS, PER_ADDRESS


def fail(vault: Vault, name: str, address: str, times: int = 1) -> None:
    """Fail to sign in."""
    for _ in range(times):
        with pytest.raises(SignInError):
            vault.unlock(name, "not the password", address=address)


def test_an_account_is_held_up_from_that_address_and_from_no_other() -> None:
    """Not even the right password goes in from there; from elsewhere it does, and so do others from there."""
    vault = a_team_vault()
    fail(vault, "ada", "10.0.0.1", PER_ACCOUNT_AND_ADDRESS)
    with pytest.raises(TooManyAttemptsError, match="15 minutes"):
        vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.1")
    assert vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.2").user.name == "ada"
    assert vault.unlock("ben", PASSWORDS["ben"], address="10.0.0.1").user.name == "ben"


def test_nobody_is_locked_out_for_good() -> None:
    """After a quarter of an hour all is as before."""
    clock = SetClock()
    vault = a_team_vault(clock=clock)
    fail(vault, "ada", "local", PER_ACCOUNT_AND_ADDRESS)
    clock.go(minutes=14)
    with pytest.raises(TooManyAttemptsError, match="in 1 minutes"):
        vault.unlock("ada", PASSWORDS["ada"])
    clock.go(minutes=2)
    assert signed_in(vault).user.name == "ada"


def test_an_address_is_held_up_for_all_accounts() -> None:
    """Whoever tries one password on many names."""
    vault = a_team_vault()
    for number in range(PER_ADDRESS):
        fail(vault, f"name{number}", "10.0.0.1")
    with pytest.raises(TooManyAttemptsError):
        vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.1")
    assert vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.2").user.name == "ada"


def test_many_addresses_cannot_lock_out_who_comes_from_a_known_one() -> None:
    """Strangers from everywhere are held up together; the owner, from where they signed in before, is not."""
    vault = a_team_vault()
    vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.1")
    for number in range(PER_ACCOUNT):
        fail(vault, "ada", f"192.0.2.{number}")
    with pytest.raises(TooManyAttemptsError):
        vault.unlock("ada", PASSWORDS["ada"], address="198.51.100.1")
    assert vault.unlock("ada", PASSWORDS["ada"], address="10.0.0.1").user.name == "ada"
    assert vault.unlock("ben", PASSWORDS["ben"], address="198.51.100.1").user.name == "ben"


def test_a_sign_in_forgets_the_failures_before_it() -> None:
    """Nine slips, a sign-in, nine slips, a sign-in."""
    vault = a_team_vault()
    for _ in range(3):
        fail(vault, "ada", "local", PER_ACCOUNT_AND_ADDRESS - 1)
        signed_in(vault)


def test_names_that_are_none_are_held_up_alike() -> None:
    """So that nobody tells by that which accounts there are; and a password typed as a name is kept nowhere."""
    vault = a_team_vault()
    fail(vault, "correct horse battery staple", "local", PER_ACCOUNT_AND_ADDRESS)
    with pytest.raises(TooManyAttemptsError):
        vault.unlock("correct horse battery staple", "x")
    rows = str(vault.rooms.file.rows("SELECT * FROM attempts") + vault.rooms.file.rows("SELECT * FROM log"))
    assert "correct horse" not in rows


def test_a_clock_set_back_or_forth_locks_nobody_out() -> None:
    """Failures of a time that never was are forgotten."""
    clock = SetClock()
    vault = a_team_vault(clock=clock)
    clock.go(days=1000)
    fail(vault, "ada", "local", PER_ACCOUNT_AND_ADDRESS)
    clock.go(days=-1000)
    assert signed_in(vault).user.name == "ada"


def test_a_failure_counts_before_it_is_known_to_be_one() -> None:
    """A process killed in the middle of a try has used it up."""
    from corro.vault.limits import Limits

    vault = a_team_vault()
    limits = Limits(vault.rooms.file, vault.rooms.clock)
    for _ in range(PER_ACCOUNT_AND_ADDRESS):
        limits.begin("ada", "local")
    with pytest.raises(TooManyAttemptsError):
        limits.begin("ada", "local")
