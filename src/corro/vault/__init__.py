"""The vault: accounts, keys, and what is kept sealed under them, in a database of its own beside the record."""

from corro.vault.accounts import RECOVERY, Account, Charter, roles_named
from corro.vault.file import vault_of
from corro.vault.keyring import VaultKeyring, signer_of
from corro.vault.sealing import INTERACTIVE, MODERATE, Cost
from corro.vault.sessions import Session, Sessions, Token, Tokens
from corro.vault.vault import LOCAL_ADDRESS, Founder, Vault

__all__ = [
    "INTERACTIVE",
    "LOCAL_ADDRESS",
    "MODERATE",
    "RECOVERY",
    "Account",
    "Charter",
    "Cost",
    "Founder",
    "Session",
    "Sessions",
    "Token",
    "Tokens",
    "Vault",
    "VaultKeyring",
    "roles_named",
    "signer_of",
    "vault_of",
]
