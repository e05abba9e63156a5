"""What is destroyed is gone from the file as it is stored; a team's case wants two custodians."""

import sqlite3
from pathlib import Path

import pytest
from tests.vaults import SetClock, a_team_vault, a_vault, signed_in

from corro.errors import KeyDestroyedError, NotAllowedError, SecondCustodianError, UnknownIdError
from corro.keyring import KeyKind
from corro.vault import add_recovery_key, concerns, log_in_words, recover_by_key


def bytes_of(folder: Path) -> bytes:
    """Return all that is stored in a folder."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def sealed_in(path: Path) -> list[bytes]:
    """Return the sealed keys and contents that stand in a vault's file."""
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT sealed FROM grants WHERE key_id LIKE 'P-%' UNION ALL SELECT sealed FROM contents").fetchall()
    connection.close()
    return [row[0] for row in rows]


@pytest.mark.parametrize("act", ["destroy", "rotate", "revoke"])
def test_no_sealed_key_of_before_stays_in_any_file(tmp_path: Path, act: str) -> None:
    """Neither in the database's free pages nor in its journal: the former grants and what they opened are overwritten."""
    vault = a_team_vault(tmp_path / "x.vault")
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    ada.put(key, "name", b"Aminata" * 400)
    ada.grant(key, "cleo")
    before = sealed_in(tmp_path / "x.vault")
    assert len(before) == 4
    assert all(sealed in bytes_of(tmp_path) for sealed in before[:3])
    {
        "destroy": lambda: ada.destroy(key, "asked for"),
        "rotate": lambda: ada.rotate(key),
        "revoke": lambda: ada.revoke(key, "cleo"),
    }[act]()
    stored = bytes_of(tmp_path)
    pieces = [sealed[start : start + 16] for sealed in before for start in range(0, len(sealed) - 16, 16)]
    assert not [piece for piece in pieces if piece in stored]


def test_nothing_of_what_is_kept_stands_in_any_file(tmp_path: Path) -> None:
    """Neither the words nor the reasons for reading them."""
    vault = a_team_vault(tmp_path / "x.vault")
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"Aminata Diarra of Dara")
    ada.get(entry, "to ring Aminata Diarra back")
    ada.destroy(key, "Aminata Diarra is in danger in Dara")
    assert not [word for word in (b"Aminata", b"Diarra", b"Dara", b"danger") if word in bytes_of(tmp_path)]
    assert [row["detail"] for row in log_in_words(ada) if row["kind"] in ("read", "key_destroyed")] == [
        "Aminata Diarra is in danger in Dara",
        "to ring Aminata Diarra back",
    ]


def test_that_it_was_destroyed_when_and_by_whom_is_told() -> None:
    """Also by the error that a later reader gets, and also to one who comes with the recovery key."""
    clock = SetClock()
    vault = a_vault(clock=clock)
    ada = signed_in(vault)
    recovery = add_recovery_key(ada)
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"x")
    clock.go(hours=1)
    ada.destroy(key, "asked for")
    recover_by_key(vault.rooms, recovery, "ada", "four words at random", vault.cost)
    with pytest.raises(KeyDestroyedError, match=r"destroyed by ada at 2026-11-24T13:00:00\+00:00"):
        vault.unlock("ada", "four words at random").get(entry, "a call")


def test_a_teams_case_wants_two_custodians() -> None:
    """The first asks, which is pointed out to the others; asking twice is no second voice; the second destroys."""
    vault = a_team_vault()
    ada, ben = signed_in(vault), signed_in(vault, "ben")
    key = ada.new_key(KeyKind.CASE)
    entry = ada.put(key, "name", b"x")
    for _ in range(2):
        with pytest.raises(SecondCustodianError, match="ada asks"):
            ada.destroy(key, "closed long ago")
    assert ada.get(entry, "still there") == b"x"
    assert any(f"ada asks for {key}" in concern for concern in concerns(ben))
    ben.destroy(key, "closed long ago")
    with pytest.raises(KeyDestroyedError):
        ada.get(entry, "a call")


def test_custodians_who_disagree_keep_what_there_is() -> None:
    """A refusal is in the log with its reason, and whoever asked has to ask anew."""
    vault = a_team_vault()
    ada, ben = signed_in(vault), signed_in(vault, "ben")
    key = ada.new_key(KeyKind.CASE)
    with pytest.raises(UnknownIdError):
        ben.refuse(key, "nobody asked")
    with pytest.raises(SecondCustodianError):
        ada.destroy(key, "closed long ago")
    ben.refuse(key, "the court asks for it")
    assert (ada.may_open(key), ada.asked(key)) == (True, "")
    assert log_in_words(ben)[0]["detail"] == "the court asks for it"
    with pytest.raises(SecondCustodianError, match="ben asks"):
        ben.destroy(key, "now I agree")


def test_one_persons_vault_asks_nobody_else_and_a_person_in_danger_does_not_wait() -> None:
    """In a team's vault too, one custodian erases a person."""
    alone, team = signed_in(a_vault()), signed_in(a_team_vault())
    for keyring, kind in ((alone, KeyKind.CASE), (team, KeyKind.PERSON)):
        key = keyring.new_key(kind)
        keyring.destroy(key, "asked for")
        assert not keyring.may_open(key)


def test_only_custodians_see_to_keys() -> None:
    """An analyst keeps things under a key, and neither gives, takes nor destroys it; a reader keeps nothing."""
    vault = a_team_vault()
    cleo, eve = signed_in(vault, "cleo"), signed_in(vault, "eve")
    key = cleo.new_key(KeyKind.CASE)
    signed_in(vault).grant(key, "eve")
    for refused in (
        lambda: cleo.grant(key, "eve"),
        lambda: cleo.revoke(key, "cleo"),
        lambda: cleo.rotate(key),
        lambda: cleo.destroy(key, "x"),
        lambda: cleo.refuse(key, "x"),
        lambda: eve.put(key, "name", b"x"),
        lambda: eve.new_key(KeyKind.PERSON),
        lambda: eve.replace_all(key, "name", []),
        lambda: signed_in(vault).revoke(key, "ben"),
    ):
        with pytest.raises(NotAllowedError):
            refused()
