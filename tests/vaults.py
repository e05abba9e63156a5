"""Vaults for tests: the real thing with passwords that take next to no work."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corro.model import Role
from corro.vault import Cost, Founder, Vault, VaultKeyring

CHEAP = Cost(1, 8192)
"""The least that libsodium takes."""

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
PASSWORDS = {name: f"correct horse {number} battery" for number, name in enumerate(("ada", "ben", "cleo", "dan", "eve"))}
EVERYTHING = frozenset(Role)
CUSTODIAN = frozenset({Role.CUSTODIAN})


@dataclass
class SetClock:
    """A clock that stands until it is set."""

    moment: datetime = NOON

    def now(self) -> datetime:
        """Return the moment."""
        return self.moment

    def today(self) -> date:
        """Return its day."""
        return self.moment.date()

    def go(self, **span: float) -> None:
        """Go on, or back."""
        self.moment += timedelta(**span)


def a_vault(path: Path | None = None, clock: SetClock | None = None, **roles: frozenset[Role]) -> Vault:
    """Return a new vault, in memory unless a path is given: of `ada` alone, or of those named with their roles."""
    founders = [Founder(name, PASSWORDS[name], held) for name, held in (roles or {"ada": EVERYTHING}).items()]
    return Vault.make(path, founders, clock or SetClock(), CHEAP)


def a_team_vault(path: Path | None = None, clock: SetClock | None = None) -> Vault:
    """Return a team's vault: ada and ben are custodians, cleo an analyst, dan an administrator, eve a reader."""
    roles = {"cleo": Role.ANALYST, "dan": Role.ADMINISTRATOR, "eve": Role.READER}
    others = {name: frozenset({role}) for name, role in roles.items()}
    return a_vault(path, clock, ada=CUSTODIAN, ben=CUSTODIAN, **others)


def signed_in(vault: Vault, name: str = "ada") -> VaultKeyring:
    """Sign somebody in."""
    return vault.unlock(name, PASSWORDS[name])
