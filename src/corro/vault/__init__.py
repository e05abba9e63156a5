"""The vault: accounts, keys, and what is kept sealed under them, in a database of its own beside the record."""

from corro.vault.accounts import RECOVERY, Account, Charter, roles_named
from corro.vault.administering import add_account, add_signer, change_password, change_roles, disable
from corro.vault.devices import Assertion, RelyingParty, register, registration_options
from corro.vault.factors import drop_factors, new_totp, set_totp, totp_address
from corro.vault.file import vault_of
from corro.vault.keyring import VaultKeyring, signer_of
from corro.vault.recovery import add_recovery_key, recover_by_custodian, recover_by_key
from corro.vault.sealing import INTERACTIVE, MODERATE, Cost
from corro.vault.sessions import Session, Sessions, Token, Tokens
from corro.vault.telling import concerns, log_in_words
from corro.vault.vault import LOCAL_ADDRESS, Founder, Vault

__all__ = [
    "INTERACTIVE",
    "LOCAL_ADDRESS",
    "MODERATE",
    "RECOVERY",
    "Account",
    "Assertion",
    "Charter",
    "Cost",
    "Founder",
    "RelyingParty",
    "Session",
    "Sessions",
    "Token",
    "Tokens",
    "Vault",
    "VaultKeyring",
    "add_account",
    "add_recovery_key",
    "add_signer",
    "change_password",
    "change_roles",
    "concerns",
    "disable",
    "drop_factors",
    "log_in_words",
    "new_totp",
    "recover_by_custodian",
    "recover_by_key",
    "register",
    "registration_options",
    "roles_named",
    "set_totp",
    "signer_of",
    "totp_address",
    "vault_of",
]
