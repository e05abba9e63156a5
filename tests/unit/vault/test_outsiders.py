"""Somebody who can write to the file, with or without an account, gains nothing by it that is not refused when it is used."""

from dataclasses import replace

import pytest
from tests.vaults import CHEAP, NOON, SetClock, a_team_vault, signed_in

from corro.errors import KeyDestroyedError, NotAllowedError, SecondCustodianError, VaultDamagedError
from corro.keyring import KeyKind
from corro.model import CustodyAct, CustodyKind
from corro.model.custody import entry_of
from corro.vault import Vault
from corro.vault.accounts import read_charter, write_charter
from corro.vault.keys import AUTHORITY
from corro.vault.sealing import new_secret, seal_for, signature_of, verify_key_of


def test_a_planted_key_is_not_written_under() -> None:
    """A key that the outsider knows, sealed for ada in her own name: it is refused before anything is sealed with it."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key, known = ada.new_key(KeyKind.CASE), new_secret()
    about = ("grant", vault.rooms.charter.id, key, "1", "ada")
    sealed = seal_for(ada.account.public_key, known, *about)
    for by in ("ada", "nobody"):
        planted = (sealed, by, signature_of(new_secret(), sealed, *about), key)
        with vault.rooms.file.transaction():
            vault.rooms.file.do("UPDATE grants SET sealed = ?, by = ?, signature = ? WHERE key_id = ? AND account = 'ada'", planted)
        with pytest.raises(VaultDamagedError, match="nobody who could"):
            ada.put(key, "note", b"words")


def test_another_authority_is_found_by_every_account() -> None:
    """Charter and accounts signed anew by an outsider fit to each other, and not to what each account keeps under its password."""
    vault = a_team_vault()
    strange, accounts = new_secret(), vault.rooms.accounts.revisions()
    charter = replace(vault.rooms.charter, authority=verify_key_of(strange))
    with vault.rooms.file.transaction():
        vault.rooms.file.do("DELETE FROM charter")
        vault.rooms.file.do("DELETE FROM accounts")
        write_charter(vault.rooms.file, charter, strange)
        tampered = Vault(vault.rooms.file, read_charter(vault.rooms.file), SetClock(), CHEAP)
        for account in accounts:
            tampered.rooms.accounts.write(account, strange)
    for name in ("ada", "eve"):
        with pytest.raises(VaultDamagedError, match="charter is another"):
            signed_in(tampered, name)


def test_an_administrator_who_puts_a_key_of_their_own_in_an_account_is_found() -> None:
    """They can sign accounts; what the account keeps under its password does not fit to it."""
    vault = a_team_vault()
    authority = signed_in(vault, "dan").secret(AUTHORITY)
    cleo = vault.rooms.accounts.named("cleo")
    with vault.rooms.file.transaction():
        vault.rooms.accounts.write(replace(cleo, revision=2, public_key=new_secret(), by="dan"), authority)
    with pytest.raises(VaultDamagedError, match="public keys"):
        signed_in(vault, "cleo")


def test_a_second_custodians_voice_is_signed() -> None:
    """A line in the log that ben asked for it, which ben did not sign, counts for nothing."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.CASE)
    number, before = vault.rooms.ledger.head()
    entry = entry_of(CustodyAct(CustodyKind.DESTRUCTION_ASKED, key, "ben", NOON), number + 1, before)
    fields = (entry.number, entry.kind, entry.subject, entry.by, entry.at, entry.detail, entry.digest, bytes(64))
    with vault.rooms.file.transaction():
        vault.rooms.file.do("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", fields)
    with pytest.raises(SecondCustodianError):
        ada.destroy(key, "closed")
    assert ada.may_open(key)


def test_nobody_logs_what_only_the_vault_does() -> None:
    """Whatever their role; so no made-up line tells of keys or accounts."""
    vault = a_team_vault()
    for name in ("ada", "cleo"):
        for kind in (CustodyKind.KEY_DESTROYED, CustodyKind.DESTRUCTION_ASKED, CustodyKind.ACCOUNT_CHANGED, CustodyKind.WRITTEN):
            with pytest.raises(NotAllowedError):
                signed_in(vault, name).log([CustodyAct(kind, "P-AAAAAAAA", name, NOON)])


def test_a_custodian_who_left_has_no_voice() -> None:
    """What they asked for waits for somebody else to ask anew."""
    from tests.unit.vault.test_administering import fred

    from corro.vault import disable

    vault = a_team_vault()
    ada, ben = signed_in(vault), signed_in(vault, "ben")
    fred(ada, ada.account.roles)
    key = ada.new_key(KeyKind.CASE)
    with pytest.raises(SecondCustodianError):
        ben.destroy(key, "closed")
    disable(ada, "ben")
    with pytest.raises(SecondCustodianError, match="ada asks"):
        ada.destroy(key, "closed")
    other = vault.unlock("fred", "four words at random")
    other.destroy(key, "closed")
    with pytest.raises(KeyDestroyedError):
        other.rotate(key)


def test_an_older_version_is_not_taken_for_the_newest() -> None:
    """The log knows of the one that was taken out: consent that was withdrawn does not come back so."""
    vault = a_team_vault()
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "consent", b"given")
    ada.put(key, "consent", b"withdrawn", entry)
    with vault.rooms.file.transaction():
        vault.rooms.file.do("DELETE FROM contents WHERE entry = ? AND version = 2", (entry,))
    for refused in (lambda: ada.get(entry, "a call"), lambda: ada.get_all(key, "consent", "a call")):
        with pytest.raises(VaultDamagedError, match="newer version"):
            refused()
