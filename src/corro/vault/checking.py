"""Looks a vault over, with nobody signed in: signatures, chain, and whether the log and what is kept agree (law 9)."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from corro.errors import UnknownIdError, VaultDamagedError
from corro.model import Break, CustodyEntry, CustodyKind, Signature
from corro.model.custody import chain_breaks
from corro.vault.accounts import RECOVERY, Account, Accounts, read_charter
from corro.vault.entries import Entries
from corro.vault.file import VaultFile
from corro.vault.identity import Identities
from corro.vault.keyring import signer_of
from corro.vault.keys import KeyFacts, Keys
from corro.vault.ledger import Ledger, is_signed
from corro.vault.sealing import digest

Log = list[tuple[CustodyEntry, bytes]]

_UNSIGNED = frozenset({CustodyKind.SIGN_IN_FAILED.value})
"""What is logged before anybody has signed in."""


def look_over(path: Path) -> tuple[list[CustodyEntry], list[Break]]:
    """Look a vault over; nothing of it is touched.

    Args:
        path: Its file.

    Returns:
        Its log, and what is not as it was.

    Raises:
        NotAVaultError: The file is something else.
        StorageError: It is damaged so that nothing can be read.
    """
    file = VaultFile.open_to_read(path)
    try:
        return _looked_over(file)
    finally:
        file.close()


def head_of(path: Path) -> tuple[int, str]:
    """Return how far a vault's log has come: its last entry's number and digest."""
    file = VaultFile.open_to_read(path)
    try:
        return Ledger(file, b"").head()
    finally:
        file.close()


def signer_in(path: Path, content: bytes, signature: Signature) -> str:
    """Return whose signature it is, by the accounts of a vault.

    Raises:
        SignatureError: It does not fit, or the signer is not known there.
        VaultDamagedError: An account is not as it was written.
    """
    file = VaultFile.open_to_read(path)
    try:
        return signer_of(Accounts(file, read_charter(file)), content, signature)
    finally:
        file.close()


def _looked_over(file: VaultFile) -> tuple[list[CustodyEntry], list[Break]]:
    breaks = [Break("vault", "file", f"The database finds the file damaged: {words}.") for words in file.damage()]
    try:
        charter = read_charter(file)
    except VaultDamagedError as error:
        return [], [*breaks, Break("vault", "charter", error.message)]
    accounts = Accounts(file, charter)
    log = list(Ledger(file, charter.log_key).signed())
    entries = [entry for entry, _ in log]
    breaks += chain_breaks(entries, "vault log")
    try:
        revisions = accounts.revisions()
    except (VaultDamagedError, ValueError) as error:
        return entries, [*breaks, Break("vault", "accounts", str(error))]
    breaks += _signature_breaks(log, revisions)
    breaks += _account_breaks(entries, revisions)
    breaks += _identity_breaks(entries, revisions, Identities(file, charter.id))
    keys = Keys(file, charter.id, accounts)
    breaks += [Break("vault", key_id, "It was given to an account by nobody who could give it.") for key_id in keys.unsound()]
    facts = keys.facts()
    breaks += _key_breaks(entries, facts)
    breaks += _entry_breaks(entries, Entries(file, charter.id), {key.id for key in facts if key.destroyed_by})
    return entries, breaks


def _signature_breaks(log: Log, revisions: Iterable[Account]) -> Iterator[Break]:
    """Yield entries of the log that their account did not sign, by any of the keys that it has had."""
    keys: dict[str, list[bytes]] = {}
    for account in revisions:
        keys.setdefault(account.name, []).insert(0, account.verify_key)
    for entry, signature in log:
        signed = is_signed(entry, signature, dict.fromkeys(keys.get(entry.by, ())))
        unsigned = entry.kind in _UNSIGNED and not entry.by and not signature
        if not signed and not unsigned:
            yield Break("vault log", str(entry.number), f"Entry {entry.number} is not signed by {entry.by or 'anybody'}.")


def _account_breaks(log: list[CustodyEntry], revisions: Iterable[Account]) -> Iterator[Break]:
    kept = {f"{account.name}#{account.revision}" for account in revisions}
    logged = {entry.subject for entry in log if entry.kind == CustodyKind.ACCOUNT_CHANGED}
    yield from (Break("vault", mark, "The account was changed, and the log does not say so.") for mark in sorted(kept - logged))
    yield from (Break("vault", mark, "The log tells of that change, and it is gone.") for mark in sorted(logged - kept))


def _identity_breaks(log: list[CustodyEntry], revisions: Iterable[Account], identities: Identities) -> Iterator[Break]:
    logged = {entry.subject: entry.detail for entry in log if entry.kind == CustodyKind.IDENTITY_SEALED}
    names = {account.name for account in revisions if account.public_key and account.name != RECOVERY}
    for name in sorted(names | logged.keys()):
        if digest(identities.state(name)) != logged.get(name):
            yield Break("vault", name, "What the account keeps to itself is not as it was sealed.")


def _key_breaks(log: list[CustodyEntry], facts: Iterable[KeyFacts]) -> Iterator[Break]:
    """Yield keys of which the file says something else than the log does."""
    told: dict[str, KeyFacts] = {}
    for entry in log:
        if entry.kind == CustodyKind.KEY_MADE:
            told[entry.subject] = KeyFacts(entry.subject, entry.detail, 1, entry.at, entry.by)
        elif entry.kind == CustodyKind.KEY_ROTATED and (key := told.get(entry.subject)):
            told[entry.subject] = key._replace(version=key.version + 1)
        elif entry.kind == CustodyKind.KEY_DESTROYED and (key := told.get(entry.subject)):
            told[entry.subject] = key._replace(destroyed_at=entry.at, destroyed_by=entry.by)
    for key in facts:
        if key != told.pop(key.id, None):
            yield Break("vault", key.id, "What the file says of the key is not what the log says.")
    yield from (Break("vault", key_id, "The log tells of that key, and it is gone.") for key_id in sorted(told))


def _entry_breaks(log: list[CustodyEntry], entries: Entries, destroyed: set[str]) -> Iterator[Break]:
    """Yield entries whose sealed bytes are not those that the log says were written last."""
    logged = {entry.subject: entry.detail for entry in log if entry.kind == CustodyKind.WRITTEN}
    removed = {entry.subject for entry in log if entry.kind == CustodyKind.REMOVED}
    kept = dict(entries.digests())
    for mark in sorted(kept.keys() | logged.keys()):
        name = mark.partition("#")[0]
        if mark not in kept and (name in removed or _is_under(name, entries, destroyed)):
            continue
        if kept.get(mark) != logged.get(mark):
            what = "is gone" if mark not in kept else "is not as it was sealed" if mark in logged else "was put there by nobody"
            yield Break("vault", mark, f"The entry {what}.")


def _is_under(entry: str, entries: Entries, keys: set[str]) -> bool:
    try:
        return entries.place(entry)[0] in keys
    except UnknownIdError:
        return False
