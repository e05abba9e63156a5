"""Sessions of people and tokens of programs: random, kept as digests only, with an end; neither gives a key of the vault."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from corro.errors import AccountError, NotAllowedError, SessionEndedError
from corro.model import CustodyKind, User
from corro.model.permission import ALLOWED, FRESH, Doing
from corro.vault.moments import ago, ahead, now
from corro.vault.rooms import Rooms, SignedIn, user_of
from corro.vault.sealing import digest, same

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
"""When a session ends unused, and in any case. Source: NIST SP 800-63B, 2017, 4.2.3 (30 minutes of inactivity, 12 hours)."""

FRESH_FOR = timedelta(minutes=15)
"""How long after a sign-in what `FRESH` names is allowed. Source: our own; OWASP, Session Management Cheat Sheet."""

LONGEST_TOKEN = timedelta(days=365)
"""Source: our own judgement: a token that nobody renews within a year is forgotten somewhere."""

NOTED_EVERY = timedelta(minutes=1)
"""How often its use is noted, so that not each page that is asked for writes. Source: own judgement: little beside `IDLE`."""

DRIFT = timedelta(minutes=1)
"""How far the clock may go back under a session. Source: own judgement: a time server sets it by seconds."""

SCOPES = frozenset({Doing.READ, Doing.SUPPLY, Doing.ENTER, Doing.EXPORT})
"""What a token can be for. Judgements, accounts and the vault want a person. Source: docs/decisions/0006-casework.md."""

_MARK = "corro"


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in that is still good.

    Attributes:
        user: Who signed in.
        fresh: Whether they did, or did again, a short while ago.
        ends_at: When it ends if it is used until then.
    """

    user: User
    fresh: bool
    ends_at: datetime

    def require_fresh(self, doing: Doing) -> None:
        """Refuse what wants a sign-in of a short while ago.

        Raises:
            SessionEndedError: The last one is too long ago.
        """
        if doing in FRESH and not self.fresh:
            raise SessionEndedError("This wants your password again: your last sign-in is too long ago.")


class Sessions:
    """The sessions of one vault."""

    def __init__(self, rooms: Rooms) -> None:
        """Work over an open vault."""
        self._rooms, self._file, self._clock = rooms, rooms.file, rooms.clock

    def begin(self, signed_in: SignedIn) -> str:
        """Begin a session; return its secret, which is shown once and kept nowhere."""
        secret, at = secrets.token_urlsafe(32), now(self._clock)
        with self._file.transaction():
            self._file.do("DELETE FROM sessions WHERE made_at <= ?", (ago(self._clock, LONGEST),))
            self._file.do(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", (digest(secret.encode()), signed_in.account.name, at, at, at)
            )
        return secret

    def check(self, secret: str) -> Session:
        """Return the session of a secret, and note that it was used.

        Raises:
            SessionEndedError: It ended, or never was; or the clock stands before its last use.
        """
        key = digest(secret.encode())
        rows = self._file.rows("SELECT account, made_at, seen_at, fresh_at FROM sessions WHERE digest = ?", (key,))
        if not rows:
            raise SessionEndedError
        name, made_at, seen_at, fresh_at = (str(rows[0][0]), *map(datetime.fromisoformat, rows[0][1:]))
        account, present = self._rooms.accounts.find(name), self._clock.now()
        if account is None or not account.active or not seen_at - DRIFT <= present < min(seen_at + IDLE, made_at + LONGEST):
            self.end(secret)
            raise SessionEndedError
        if not seen_at <= present < seen_at + NOTED_EVERY:
            with self._file.transaction():
                self._file.do("UPDATE sessions SET seen_at = ? WHERE digest = ?", (now(self._clock), key))
        return Session(user_of(self._rooms, account), present < fresh_at + FRESH_FOR, made_at + LONGEST)

    def freshen(self, secret: str, signed_in: SignedIn) -> None:
        """Note that the person of a session has just signed in again.

        Raises:
            SessionEndedError: The session is somebody else's.
        """
        if self.check(secret).user.name != signed_in.account.name:
            raise SessionEndedError
        with self._file.transaction():
            self._file.do("UPDATE sessions SET fresh_at = ? WHERE digest = ?", (now(self._clock), digest(secret.encode())))

    def end(self, secret: str) -> None:
        """End a session; ending one twice does nothing."""
        with self._file.transaction():
            self._file.do("DELETE FROM sessions WHERE digest = ?", (digest(secret.encode()),))

    def end_all(self, account: str) -> None:
        """End all sessions of an account."""
        with self._file.transaction():
            self._file.do("DELETE FROM sessions WHERE account = ?", (account,))


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token, without its secret.

    Attributes:
        id: A random id.
        account: Whose it is.
        scopes: What it is for.
        expires_at: When it ends.
        revoked: Whether it was taken back.
    """

    id: str
    account: str
    scopes: frozenset[Doing]
    expires_at: datetime
    revoked: bool


class Tokens:
    """The tokens of one vault."""

    def __init__(self, rooms: Rooms) -> None:
        """Work over an open vault."""
        self._rooms, self._file, self._clock = rooms, rooms.file, rooms.clock

    def make(self, signed_in: SignedIn, scopes: Collection[Doing], span: timedelta) -> str:
        """Make a token for the account that is signed in; return its secret, which is shown once and kept nowhere.

        Raises:
            NotAllowedError: A scope is none, or more than the account itself may do.
            AccountError: It would be good for longer than any token is.
        """
        roles = signed_in.account.roles
        if not scopes or not SCOPES.issuperset(scopes) or any(roles.isdisjoint(ALLOWED[scope]) for scope in scopes):
            raise NotAllowedError("A token is for what you may do yourself: " + ", ".join(sorted(SCOPES)) + ".")
        if not timedelta(0) < span <= LONGEST_TOKEN:
            raise AccountError(f"A token is good for a day at least and {LONGEST_TOKEN.days} days at most.")
        token_id, secret = secrets.token_hex(6), secrets.token_urlsafe(32)
        told = (
            token_id,
            digest(secret.encode()),
            signed_in.name,
            " ".join(sorted(scopes)),
            now(self._clock),
            ahead(self._clock, span),
        )
        with self._file.transaction():
            self._file.do("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, NULL)", told)
            signed_in.note(CustodyKind.TOKEN_MADE, token_id, " ".join(sorted(scopes)))
        return f"{_MARK}_{token_id}_{secret}"

    def check(self, text: str) -> tuple[User, frozenset[Doing]]:
        """Return whose token it is and what it is for. It opens no restricted case: keys want a password.

        Raises:
            SessionEndedError: It ended, was taken back, or never was.
        """
        mark, _, rest = text.partition("_")
        token_id, _, secret = rest.partition("_")
        found = self._find(token_id) if mark == _MARK else None
        if found is None or not same(found[1].encode(), digest(secret.encode()).encode()):
            raise SessionEndedError
        token, account = found[0], self._rooms.accounts.find(found[0].account)
        if token.revoked or account is None or not account.active or self._clock.now() >= token.expires_at:
            raise SessionEndedError
        return User(account.name, account.roles, named=True), token.scopes

    def _find(self, token_id: str) -> tuple[Token, str] | None:
        rows = self._file.rows(f"{_TOKENS} WHERE id = ?", (token_id,))
        return (_token(rows[0]), str(rows[0][5])) if rows else None

    def all(self, account: str) -> tuple[Token, ...]:
        """Return an account's tokens, oldest first."""
        return tuple(_token(row) for row in self._file.rows(f"{_TOKENS} WHERE account = ? ORDER BY made_at, id", (account,)))

    def revoke(self, signed_in: SignedIn, token_id: str) -> None:
        """Take a token back: one's own, or, for who sees to accounts, anybody's.

        Raises:
            AccountError: There is none of that id.
        """
        found = self._find(token_id)
        if found is None:
            raise AccountError("There is no token of that id.", id=token_id)
        if found[0].account != signed_in.account.name:
            signed_in.require(Doing.ADMINISTER)
        with self._file.transaction():
            self._file.do("UPDATE tokens SET revoked_at = ? WHERE id = ?", (now(self._clock), token_id))
            signed_in.note(CustodyKind.TOKEN_REVOKED, token_id)


_TOKENS = "SELECT id, account, scopes, expires_at, revoked_at, digest FROM tokens"


def _token(row: tuple[str, str, str, str, str | None, str]) -> Token:
    token_id, account, scopes, expires_at, revoked_at, _ = row
    kept = frozenset(Doing(scope) for scope in scopes.split())
    return Token(token_id, account, kept, datetime.fromisoformat(expires_at), revoked_at is not None)
