"""Two rooms in which cases and people are tried: the plain keyring of tests, and a real vault."""

from dataclasses import dataclass, field
from typing import Protocol

from tests.keyrings import PlainKeyring, PlainVault
from tests.vaults import CHEAP, EVERYTHING, PASSWORDS, a_vault, signed_in

from corro.keyring import Keyring
from corro.model import CustodyAct, CustodyKind, Role
from corro.vault import Vault
from corro.vault.administering import add_account
from corro.vault.telling import log_in_words

OTHERS = {"ben": frozenset({Role.ANALYST, Role.REVIEWER}), "eve": frozenset({Role.READER})}
"""Who is there beside ada, who may do everything."""


class Room(Protocol):
    """Where accounts sign in, and where what they did is told."""

    def sign_in(self, name: str = "ada") -> Keyring:
        """Sign somebody in."""
        ...

    def acts(self) -> list[CustodyAct]:
        """Return what was done, in order, with its reasons."""
        ...


@dataclass
class PlainRoom:
    """Keyrings without any sealing."""

    vault: PlainVault = field(default_factory=PlainVault)

    def sign_in(self, name: str = "ada") -> Keyring:
        """Sign somebody in."""
        return PlainKeyring(name, OTHERS.get(name, EVERYTHING), self.vault)

    def acts(self) -> list[CustodyAct]:
        """Return what was done."""
        return self.vault.acts


def _vault_with_others() -> Vault:
    vault = a_vault()
    keyring = signed_in(vault)
    for name, roles in OTHERS.items():
        add_account(keyring, name, PASSWORDS[name], roles, CHEAP)
    keyring.close()
    return vault


@dataclass
class RealRoom:
    """A vault in memory, with all its sealing."""

    vault: Vault = field(default_factory=_vault_with_others)

    def sign_in(self, name: str = "ada") -> Keyring:
        """Sign somebody in."""
        return signed_in(self.vault, name)

    def acts(self) -> list[CustodyAct]:
        """Return what was done, as a custodian reads it."""
        keyring = signed_in(self.vault)
        clock = self.vault.rooms.clock
        rows = log_in_words(keyring)[::-1]
        keyring.close()
        return [
            CustodyAct(CustodyKind(str(row["kind"])), str(row["subject"]), str(row["by"]), clock.now(), str(row["detail"]))
            for row in rows
            if row["kind"] != CustodyKind.SIGNED_IN
        ]
