"""Accounts are made and changed by those who may, and no one of two custodians can put the other out."""

import pytest
from tests.vaults import CHEAP, CUSTODIAN, PASSWORDS, a_team_vault, a_vault, signed_in

from corro.errors import AccountError, NotAllowedError, SessionEndedError, SignatureError, SignInError
from corro.keyring import KeyKind
from corro.model import Role, Signature
from corro.vault import (
    Vault,
    VaultKeyring,
    add_account,
    add_signer,
    change_password,
    change_roles,
    concerns,
    disable,
    log_in_words,
)

ANALYST = frozenset({Role.ANALYST})


def fred(by: VaultKeyring, roles: frozenset[Role] = ANALYST) -> None:
    """Make an account."""
    add_account(by, "fred", "four words at random", roles, CHEAP)


def fred_signs_in(vault: Vault) -> VaultKeyring:
    """Sign in with that account."""
    return vault.unlock("fred", "four words at random")


@pytest.mark.parametrize("by", ["ada", "dan"])
def test_custodians_and_administrators_make_accounts(by: str) -> None:
    """Who can sign in, in their role, and hold nothing yet."""
    vault = a_team_vault()
    fred(signed_in(vault, by))
    made = fred_signs_in(vault)
    assert (made.user.roles, made.keys(), made.account.by) == (ANALYST, (), by)
    assert made.commitment("x") == signed_in(vault).commitment("x")


@pytest.mark.parametrize("by", ["cleo", "eve"])
def test_others_make_and_change_none(by: str) -> None:
    """Neither an analyst nor a reader."""
    vault = a_team_vault()
    other = signed_in(vault, by)
    for refused in (
        lambda: fred(other),
        lambda: change_roles(other, by, CUSTODIAN),
        lambda: disable(other, "dan"),
        lambda: add_signer(other, "fred", "00" * 32),
        lambda: log_in_words(other),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_an_administrator_makes_no_custodian_touches_none_and_becomes_none() -> None:
    """The role that opens everything comes from one who has it."""
    vault = a_team_vault()
    dan = signed_in(vault, "dan")
    for refused in (
        lambda: fred(dan, CUSTODIAN),
        lambda: change_roles(dan, "dan", CUSTODIAN),
        lambda: change_roles(dan, "ada", ANALYST),
        lambda: disable(dan, "ben"),
        lambda: dan.new_key(KeyKind.PERSON),
        lambda: dan.destroy("P-AAAAAAAA", "x"),
    ):
        with pytest.raises(NotAllowedError):
            refused()


def test_two_custodians_who_disagree_cannot_put_each_other_out() -> None:
    """With a third there are two left, and then it can be done."""
    vault = a_team_vault()
    ada, ben = signed_in(vault), signed_in(vault, "ben")
    for one, other in ((ada, "ben"), (ben, "ada")):
        with pytest.raises(AccountError, match="2 custodians at least"):
            disable(one, other)
        with pytest.raises(AccountError, match="2 custodians at least"):
            change_roles(one, other, ANALYST)
    fred(ada, CUSTODIAN)
    disable(ada, "ben")
    with pytest.raises(SessionEndedError):
        ben.new_key(KeyKind.CASE)
    with pytest.raises(SignInError):
        signed_in(vault, "ben")


def test_a_new_custodian_opens_what_there_is_and_a_former_one_nothing() -> None:
    """Keys go with the role, and are made anew when it goes."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"one")
    fred(ada, CUSTODIAN)
    made = fred_signs_in(vault)
    assert made.get(entry, "a call") == b"one"
    assert log_in_words(made)
    change_roles(made, "ada", ANALYST)
    assert (ada.may_open(key), made.get(entry, "a call"), made.key(key).version) == (False, b"one", 2)
    with pytest.raises(NotAllowedError):
        log_in_words(ada)
    assert "ada" not in made.rooms.keys.holders("authority") + made.rooms.keys.holders("log")


def test_keys_of_an_account_that_an_administrator_disabled_wait_for_a_custodian() -> None:
    """They are pointed out, and made anew when a custodian does the same."""
    vault = a_team_vault()
    cleo, ada = signed_in(vault, "cleo"), signed_in(vault)
    key = cleo.new_key(KeyKind.PERSON)
    assert disable(signed_in(vault, "dan"), "cleo") == 1
    assert any("cleo is disabled and still holds 1" in concern for concern in concerns(ada))
    assert disable(ada, "cleo") == 0
    assert (ada.holders(key), ada.key(key).version) == (("ada", "ben"), 2)
    with pytest.raises(AccountError):
        disable(ada, "cleo")


def test_a_name_is_taken_once() -> None:
    """By an account, a signer, or the recovery key."""
    ada = signed_in(a_team_vault())
    for name in ("ada", "recovery-key", "local"):
        with pytest.raises(AccountError):
            add_account(ada, name, "four words at random", ANALYST, CHEAP)
        with pytest.raises(AccountError):
            add_signer(ada, name, "00" * 32)


def test_a_signer_from_another_machine_is_known_by_their_key() -> None:
    """Their signatures count, and they sign in nowhere here; nobody else's signature counts."""
    vault, elsewhere = a_vault(), a_vault(ben=frozenset(Role))
    ada, ben = signed_in(vault), signed_in(elsewhere, "ben")
    signed = ben.sign(b"a finding")
    with pytest.raises(SignatureError):
        ada.signer(b"a finding", signed)
    add_signer(ada, "ben", ben.account.verify_key.hex())
    assert ada.signer(b"a finding", signed) == "ben"
    with pytest.raises(SignatureError):
        ada.signer(b"another", signed)
    with pytest.raises(SignatureError):
        ada.signer(b"a finding", Signature("ada", signed.key, signed.signature))
    with pytest.raises(SignInError):
        signed_in(vault, "ben")
    with pytest.raises(AccountError):
        add_signer(ada, "cleo", "no key")
    with pytest.raises(AccountError):
        ada.grant(ada.new_key(KeyKind.CASE), "ben")


def test_a_password_is_changed_by_who_knows_it() -> None:
    """The former one opens nothing any more, and nothing else changes."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    with pytest.raises(SignInError):
        change_password(ada, "not the password", "four words at random", CHEAP)
    change_password(ada, PASSWORDS["ada"], "four words at random", CHEAP)
    with pytest.raises(SignInError):
        signed_in(vault)
    assert vault.unlock("ada", "four words at random").may_open(key)


def test_a_custodian_may_step_back_where_two_are_left_and_disables_not_themselves() -> None:
    """And holds nothing then."""
    vault = a_team_vault()
    ada = signed_in(vault)
    with pytest.raises(AccountError, match="own account"):
        disable(ada, "ada")
    fred(ada, CUSTODIAN)
    key = ada.new_key(KeyKind.CASE)
    change_roles(ada, "ada", ANALYST)
    assert (ada.user.roles, ada.may_open(key), ada.in_use()) == (ANALYST, False, ())
    assert fred_signs_in(vault).may_open(key)
    assert ada.may_open(ada.new_key(KeyKind.PERSON))
