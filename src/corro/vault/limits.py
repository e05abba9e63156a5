"""How often a sign-in may fail, by account and by address; nobody can be locked out by somebody else's failures from elsewhere."""

from datetime import datetime, timedelta

from corro.errors import TooManyAttemptsError
from corro.ports import Clock
from corro.vault.file import VaultFile
from corro.vault.moments import ago, ahead, now, stamp
from corro.vault.sealing import digest

WINDOW = timedelta(minutes=15)
"""Failures older than this no longer count. Source: OWASP, Authentication Cheat Sheet, observation window."""

PER_ACCOUNT_AND_ADDRESS = 10
PER_ADDRESS = 30
"""Failures within the window. Source: Bayanat's security policy, 2025 (10 for an account and 30 for an address in 15 minutes)."""

PER_ACCOUNT = 100
"""Failures for one account from addresses that are new to it. Source: NIST SP 800-63B rev. 4, 2025, 3.2.2 (at most 100)."""

KNOWN_FOR = timedelta(days=30)
"""How long an address counts as known to an account after a sign-in. Source: our own judgement: a month of absence."""


class Limits:
    """The failures of late."""

    def __init__(self, file: VaultFile, clock: Clock) -> None:
        """Work over the vault's file."""
        self._file, self._clock = file, clock

    def begin(self, account: str, address: str) -> None:
        """Count a try as failed before it is made, so that no two at once and no killed one go uncounted.

        Raises:
            TooManyAttemptsError: Too many failed of late.
        """
        with self._file.transaction():
            self._forget()
            wait = self._wait(_mark(account), address)
            if wait is None:
                self._file.do("INSERT INTO attempts VALUES (?, ?, ?)", (_mark(account), address, now(self._clock)))
        if wait is not None:
            raise TooManyAttemptsError(f"Too many sign-ins failed; try again in {wait} minutes.", minutes=wait)

    def _forget(self) -> None:
        since, until = ago(self._clock, WINDOW), ahead(self._clock, WINDOW)
        self._file.do("DELETE FROM attempts WHERE at <= ? OR at > ?", (since, until))
        self._file.do("DELETE FROM known_addresses WHERE at <= ?", (ago(self._clock, KNOWN_FOR),))

    def _wait(self, mark: str, address: str) -> int | None:
        """Return how many minutes to wait, or None where a try is allowed."""
        counted = [
            ("account = ? AND address = ?", (mark, address), PER_ACCOUNT_AND_ADDRESS),
            ("address = ?", (address,), PER_ADDRESS),
        ]
        if not self._known(mark, address):
            elsewhere = "account = ? AND address NOT IN (SELECT address FROM known_addresses WHERE account = ?)"
            counted.append((elsewhere, (mark, mark), PER_ACCOUNT))
        waits = [wait for where, values, most in counted if (wait := self._until(where, values, most))]
        return max(waits, default=None)

    def _until(self, where: str, values: tuple[str, ...], most: int) -> int:
        rows = self._file.rows(f"SELECT at FROM attempts WHERE {where} ORDER BY at DESC LIMIT ?", (*values, most))  # noqa: S608 - own words
        if len(rows) < most:
            return 0
        left = datetime.fromisoformat(str(rows[-1][0])) + WINDOW - self._clock.now()
        return max(1, min(int(WINDOW.total_seconds()), int(left.total_seconds()) + 59) // 60)

    def _known(self, mark: str, address: str) -> bool:
        return bool(self._file.rows("SELECT 1 FROM known_addresses WHERE account = ? AND address = ?", (mark, address)))

    def succeeded(self, account: str, address: str) -> None:
        """Forget an account's failures from an address that it has now signed in from."""
        with self._file.transaction():
            self._file.do("DELETE FROM attempts WHERE account = ? AND address = ?", (_mark(account), address))
            row = (_mark(account), address, stamp(self._clock.now()))
            self._file.do("INSERT OR REPLACE INTO known_addresses VALUES (?, ?, ?)", row)


def _mark(account: str) -> str:
    """Return 16 bits of a digest of a name: enough to count by, too little to tell a password that was typed there by mistake."""
    return digest(account.encode())[:4]
