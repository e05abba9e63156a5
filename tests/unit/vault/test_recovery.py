"""A lost password is no lost vault, where there is a second custodian or a recovery key that was printed."""

import pytest
from tests.vaults import CHEAP, PASSWORDS, a_team_vault, a_vault, signed_in

from corro.errors import AccountError, KeyLostError, NotAllowedError, SessionEndedError, SignInError
from corro.keyring import KeyKind
from corro.vault import add_recovery_key, concerns, recover_by_custodian, recover_by_key
from corro.vault.recovery import printed, typed
from corro.vault.sealing import new_secret

NEW = "four words at random"


def test_a_second_custodian_recovers_a_custodian_and_an_analyst() -> None:
    """They hold what they held, their earlier signatures still count, and the lost password opens nothing."""
    vault = a_team_vault()
    ada, cleo, ben = signed_in(vault), signed_in(vault, "cleo"), signed_in(vault, "ben")
    key = cleo.new_key(KeyKind.PERSON)
    entry = cleo.put(key, "name", b"one")
    signed = cleo.sign(b"a finding")
    for name in ("ada", "cleo"):
        recover_by_custodian(ben, name, NEW, CHEAP)
        with pytest.raises(SignInError):
            signed_in(vault, name)
        assert vault.unlock(name, NEW).get(entry, "a call") == b"one"
    assert ben.signer(b"a finding", signed) == "cleo"
    with pytest.raises(SessionEndedError):
        ada.get(entry, "a call")


def test_nobody_recovers_themselves_and_no_one_else_recovers_anybody() -> None:
    """Neither an administrator nor an analyst."""
    vault = a_team_vault()
    for by, name in (("ada", "ada"), ("dan", "cleo"), ("cleo", "eve")):
        with pytest.raises(NotAllowedError):
            recover_by_custodian(signed_in(vault, by), name, NEW, CHEAP)


def test_the_recovery_key_recovers_one_persons_vault() -> None:
    """Typed with blanks and small letters; what was made after it was printed too."""
    vault = a_vault()
    ada = signed_in(vault)
    assert any("no recovery key" in concern for concern in concerns(ada))
    text = add_recovery_key(ada)
    assert not concerns(ada)
    entry = ada.put(ada.new_key(KeyKind.PERSON), "name", b"one")
    ada.rotate(ada.key_of(entry))
    recover_by_key(vault.rooms, text.replace("-", " ").lower(), "ada", NEW, CHEAP)
    assert vault.unlock("ada", NEW).get(entry, "a call") == b"one"
    with pytest.raises(SignInError):
        signed_in(vault)


def test_a_former_recovery_key_another_vaults_and_a_slip_open_nothing() -> None:
    """Each with an answer of its own; nothing is changed."""
    vault, other = a_vault(), a_vault()
    ada = signed_in(vault)
    former, present, strange = add_recovery_key(ada), add_recovery_key(ada), add_recovery_key(signed_in(other))
    slips = [present[:-1], present[:3] + ("A" if present[3] != "A" else "B") + present[4:], "", "no key", present + "AAAA"]
    for text in (former, strange):
        with pytest.raises(SignInError, match="not this vault's, or a newer one"):
            recover_by_key(vault.rooms, text, "ada", NEW, CHEAP)
    for text in slips:
        with pytest.raises(SignInError, match="mistyped"):
            recover_by_key(vault.rooms, text, "ada", NEW, CHEAP)
    assert signed_in(vault).user.name == "ada"


def test_the_recovery_key_is_for_custodians() -> None:
    """An analyst asks one of them."""
    vault = a_team_vault()
    text = add_recovery_key(signed_in(vault))
    for name in ("cleo", "nobody"):
        with pytest.raises(AccountError):
            recover_by_key(vault.rooms, text, name, NEW, CHEAP)
    with pytest.raises(NotAllowedError):
        add_recovery_key(signed_in(vault, "cleo"))


def test_a_recovery_key_is_printed_and_read_the_same() -> None:
    """In groups of four, without what is mixed up."""
    key = new_secret()
    text = printed(key)
    assert typed(text) == key == typed(text.replace("O", "0").replace("I", "1").replace("B", "8"))
    assert {len(group) for group in text.split("-")} == {4}


def test_a_lost_key_has_a_clear_answer() -> None:
    """Nobody who can sign in holds it: that is said, and who could bring it back."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    with vault.rooms.file.transaction():
        vault.rooms.file.do("DELETE FROM grants WHERE key_id = ?", (key,))
    with pytest.raises(KeyLostError) as found:
        ada.put(key, "name", b"x")
    assert "corro vault recover" in found.value.hint
    assert any(key in concern for concern in concerns(ada))


def test_recovery_ends_sessions_and_second_factors() -> None:
    """Who finds the former device finds nothing open."""
    import pyotp

    from corro.vault import set_totp

    vault = a_team_vault()
    cleo = signed_in(vault, "cleo")
    secret = pyotp.random_base32()
    set_totp(cleo, secret, pyotp.TOTP(secret).at(vault.rooms.clock.now()))
    session = vault.sessions.begin(cleo)
    recover_by_custodian(signed_in(vault), "cleo", NEW, CHEAP)
    assert vault.unlock("cleo", NEW).user.name == "cleo"
    with pytest.raises(SessionEndedError):
        vault.sessions.check(session)
    assert PASSWORDS["cleo"] != NEW
