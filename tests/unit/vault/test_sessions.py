"""Sessions end, tokens are narrow, and the file keeps neither."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.vaults import SetClock, a_team_vault, signed_in

from corro.errors import AccountError, NotAllowedError, SessionEndedError
from corro.keyring import KeyKind
from corro.model import Role
from corro.model.permission import Doing
from corro.vault import Vault, change_roles, disable


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands."""
    return SetClock()


@pytest.fixture
def vault(clock: SetClock) -> Vault:
    """A team's vault."""
    return a_team_vault(clock=clock)


def test_a_session_says_who_until_it_is_left_alone(vault: Vault, clock: SetClock) -> None:
    """Half an hour unused ends it; used, it goes on; and twelve hours end it in any case."""
    session = vault.sessions.begin(signed_in(vault, "cleo"))
    for _ in range(24):
        clock.go(minutes=29)
        assert vault.sessions.check(session).user.name == "cleo"
    clock.go(minutes=29)
    with pytest.raises(SessionEndedError):
        vault.sessions.check(session)
    other = vault.sessions.begin(signed_in(vault, "cleo"))
    clock.go(minutes=30)
    with pytest.raises(SessionEndedError):
        vault.sessions.check(other)


def test_a_session_ends_when_it_is_ended(vault: Vault) -> None:
    """One, or all of an account; nobody else's."""
    sessions, cleo = vault.sessions, signed_in(vault, "cleo")
    one, two, three, bens = (
        sessions.begin(cleo),
        sessions.begin(cleo),
        sessions.begin(cleo),
        sessions.begin(signed_in(vault, "ben")),
    )
    sessions.end(one)
    assert sessions.check(two).user.name == "cleo"
    sessions.end_all("cleo")
    for ended in (one, two, three, "", "not one"):
        with pytest.raises(SessionEndedError):
            sessions.check(ended)
    assert sessions.check(bens).user.name == "ben"


@pytest.mark.parametrize("change", ["role", "disabled"])
def test_a_changed_account_signs_in_anew(vault: Vault, change: str) -> None:
    """What it was no longer opens anything."""
    session = vault.sessions.begin(signed_in(vault, "cleo"))
    ada = signed_in(vault)
    disable(ada, "cleo") if change == "disabled" else change_roles(ada, "cleo", frozenset({Role.READER}))
    with pytest.raises(SessionEndedError):
        vault.sessions.check(session)


def test_what_is_risky_wants_a_fresh_sign_in(vault: Vault, clock: SetClock) -> None:
    """A quarter of an hour, and again after the password was given again, by the same person."""
    sessions = vault.sessions
    session = sessions.begin(signed_in(vault, "dan"))
    sessions.check(session).require_fresh(Doing.ADMINISTER)
    clock.go(minutes=16)
    stale = sessions.check(session)
    stale.require_fresh(Doing.READ)
    with pytest.raises(SessionEndedError):
        stale.require_fresh(Doing.ADMINISTER)
    with pytest.raises(SessionEndedError):
        sessions.freshen(session, signed_in(vault, "ada"))
    sessions.freshen(session, signed_in(vault, "dan"))
    sessions.check(session).require_fresh(Doing.ADMINISTER)


def test_a_clock_set_back_ends_sessions(vault: Vault, clock: SetClock) -> None:
    """It would lengthen them; a few seconds do not matter."""
    session = vault.sessions.begin(signed_in(vault, "cleo"))
    clock.go(seconds=-30)
    assert vault.sessions.check(session).user.name == "cleo"
    clock.go(minutes=-10)
    with pytest.raises(SessionEndedError):
        vault.sessions.check(session)


def test_a_token_is_narrow_and_opens_no_case(vault: Vault) -> None:
    """Its scopes are all it is for, and of the cases of its owner it sees none."""
    cleo = signed_in(vault, "cleo")
    cleo.new_key(KeyKind.CASE)
    text = vault.tokens.make(cleo, [Doing.READ], timedelta(days=30))
    user, scopes = vault.tokens.check(text)
    assert (user.name, user.cases, scopes) == ("cleo", frozenset(), {Doing.READ})
    assert len(cleo.user.cases) == 1


def test_a_token_ends(vault: Vault, clock: SetClock) -> None:
    """On its day, when it is taken back, and with its account; by its owner or who sees to accounts."""
    cleo, tokens = signed_in(vault, "cleo"), vault.tokens
    made = [tokens.make(cleo, [Doing.READ], timedelta(days=days)) for days in (1, 30, 30, 30)]
    ids = [token.split("_")[1] for token in made]
    clock.go(days=1)
    tokens.revoke(cleo, ids[1])
    tokens.revoke(signed_in(vault, "dan"), ids[2])
    for token in made[:3]:
        with pytest.raises(SessionEndedError):
            tokens.check(token)
    assert [token.revoked for token in tokens.all("cleo")] == [
        name in ids[1:3] for name in (token.id for token in tokens.all("cleo"))
    ]
    assert tokens.check(made[3])[0].name == "cleo"
    with pytest.raises(NotAllowedError):
        tokens.revoke(signed_in(vault, "eve"), ids[3])
    with pytest.raises(AccountError):
        tokens.revoke(cleo, "not one")
    disable(signed_in(vault), "cleo")
    with pytest.raises(SessionEndedError):
        tokens.check(made[3])


@pytest.mark.parametrize("scopes", [[], [Doing.KEEP_VAULT], [Doing.ADMINISTER], [Doing.DECIDE], [Doing.READ, Doing.PROTECT]])
def test_no_token_judges_administers_or_opens_the_vault(vault: Vault, scopes: list[Doing]) -> None:
    """That wants a person."""
    with pytest.raises(NotAllowedError):
        vault.tokens.make(signed_in(vault), scopes, timedelta(days=1))


def test_no_token_may_more_than_its_owner_or_for_ever(vault: Vault) -> None:
    """A reader's exports nothing; a year is the longest."""
    with pytest.raises(NotAllowedError):
        vault.tokens.make(signed_in(vault, "eve"), [Doing.EXPORT], timedelta(days=1))
    for days in (0, 366):
        with pytest.raises(AccountError):
            vault.tokens.make(signed_in(vault, "eve"), [Doing.READ], timedelta(days=days))


@pytest.mark.parametrize("text", ["", "corro", "corro__", "corro_x_y", "no_{id}_{secret}", "corro_{id}_", "corro_{id}_x{secret}"])
def test_what_is_no_token_is_refused(vault: Vault, text: str) -> None:
    """Cut, lengthened, of another make."""
    _, token_id, secret = vault.tokens.make(signed_in(vault), [Doing.READ], timedelta(days=1)).split("_", 2)
    with pytest.raises(SessionEndedError):
        vault.tokens.check(text.format(id=token_id, secret=secret))


def test_the_file_holds_no_session_and_no_token(tmp_path: Path) -> None:
    """Who reads it can use none."""
    vault = a_team_vault(tmp_path / "x.vault")
    ada = signed_in(vault)
    session, token = vault.sessions.begin(ada), vault.tokens.make(ada, [Doing.READ], timedelta(days=1))
    stored = (tmp_path / "x.vault").read_bytes()
    assert not [secret for secret in (session, token, token.split("_", 2)[2]) if secret.encode() in stored]
