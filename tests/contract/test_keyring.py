"""What every keyring does: the vault's own, and the plain one that tests of other parts stand on."""

from collections.abc import Callable

import pytest
from tests.keyrings import PlainKeyring, PlainVault
from tests.vaults import NOON, a_team_vault, signed_in

from corro.errors import KeyDestroyedError, NotAllowedError, SignatureError, UnknownIdError
from corro.keyring import KeyKind, Keyring, Signature
from corro.model import CustodyAct, CustodyKind, Role

Door = Callable[[str], Keyring]


def plain_door() -> Door:
    """Return what signs in to a plain vault."""
    vault = PlainVault()
    roles = {"ada": Role.CUSTODIAN, "ben": Role.CUSTODIAN, "cleo": Role.ANALYST}
    return lambda name: PlainKeyring(name, frozenset({roles[name]}), vault)


def real_door() -> Door:
    """Return what signs in to a vault."""
    vault = a_team_vault()
    return lambda name: signed_in(vault, name)


@pytest.fixture(params=[plain_door, real_door], ids=["plain", "vault"])
def door(request: pytest.FixtureRequest) -> Door:
    """What signs in."""
    made: Door = request.param()
    return made


def test_what_is_put_is_got_in_all_its_versions(door: Door) -> None:
    """Versions are only ever added; the newest is the answer."""
    ada = door("ada")
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"one")
    assert ada.put(key, "name", b"two", entry) == entry
    assert (ada.get(entry, "a call"), ada.get(entry, "a call", 1), ada.versions(entry)) == (b"two", b"one", 2)
    assert (ada.key_of(entry), ada.entries(), ada.entries("name", key), ada.entries("other")) == (key, (entry,), (entry,), ())


def test_ids_are_random_and_say_their_kind(door: Door) -> None:
    """They may stand outside."""
    ada = door("ada")
    ids = [ada.new_key(kind) for kind in KeyKind for _ in range(2)]
    assert len(set(ids)) == 6
    assert [key_id[:2] for key_id in ids] == ["C-", "C-", "P-", "P-", "S-", "S-"]
    assert ada.key(ids[0]).kind is KeyKind.CASE
    assert [key.id for key in ada.keys(KeyKind.PERSON)] == sorted(ids[2:4])


def test_only_who_holds_a_key_sees_what_is_under_it(door: Door) -> None:
    """Nothing is listed, counted or answered; once granted it is, and once revoked no more."""
    ada, cleo = door("ada"), door("cleo")
    key = ada.new_key(KeyKind.CASE)
    entry = ada.put(key, "name", b"one")
    assert not cleo.may_open(key)
    assert (cleo.entries(), cleo.keys(), cleo.user.cases) == ((), (), frozenset())
    for refused in (
        lambda: cleo.get(entry, "curious"),
        lambda: cleo.put(key, "name", b"x"),
        lambda: cleo.get_all(key, "name", "curious"),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    ada.grant(key, "cleo")
    assert (cleo.get(entry, "a call"), cleo.may_open(key), cleo.user.cases) == (b"one", True, frozenset({key}))
    assert "cleo" in ada.holders(key)
    ada.revoke(key, "cleo")
    assert not cleo.may_open(key)
    with pytest.raises(NotAllowedError):
        cleo.get(entry, "once more")
    assert (ada.get(entry, "a call"), ada.key(key).version) == (b"one", 2)


def test_a_key_made_anew_still_opens_all(door: Door) -> None:
    """Every version, for all who hold it."""
    ada, cleo = door("ada"), door("cleo")
    key = cleo.new_key(KeyKind.PERSON)
    entry = cleo.put(key, "name", b"one")
    cleo.put(key, "name", b"two", entry)
    ada.grant(key, "cleo")
    ada.rotate(key)
    assert (cleo.get(entry, "a call"), cleo.get(entry, "a call", 1), ada.key(key).version) == (b"two", b"one", 2)


def test_a_destroyed_key_opens_nothing_for_nobody(door: Door) -> None:
    """That it was, when and by whom stays."""
    ada = door("ada")
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"one")
    ada.destroy(key, "consent withdrawn")
    assert (ada.may_open(key), ada.entries(), ada.holders(key)) == (False, (), ())
    assert (ada.key(key).destroyed_at, ada.key(key).destroyed_by) == (NOON, "ada")
    for refused in (lambda: ada.put(key, "name", b"x"), lambda: ada.get_all(key, "name", "a call"), lambda: ada.rotate(key)):
        with pytest.raises(KeyDestroyedError):
            refused()
    with pytest.raises((KeyDestroyedError, UnknownIdError)):
        ada.get(entry, "a call")


def test_all_of_a_kind_is_replaced_at_once(door: Door) -> None:
    """What stood there is gone, what is of another kind stays, and the order is kept."""
    ada = door("ada")
    key = ada.new_key(KeyKind.CASE)
    other = ada.put(key, "note", b"stays")
    former = ada.replace_all(key, "part", [b"1", b"2", b"3"])
    present = ada.replace_all(key, "part", [b"4", b"5"])
    assert ada.get_all(key, "part", "opened") == (b"4", b"5")
    assert ada.entries(key_id=key) == (other, *present)
    with pytest.raises(UnknownIdError):
        ada.get(former[0], "a call")


def test_what_is_not_there_is_told(door: Door) -> None:
    """A key, an entry, a version, an entry of another kind."""
    ada = door("ada")
    key = ada.new_key(KeyKind.PERSON)
    entry = ada.put(key, "name", b"one")
    for refused in (
        lambda: ada.put("P-AAAAAAAA", "name", b"x"),
        lambda: ada.get("E-AAAAAAAAAAAAAAAA", "a call"),
        lambda: ada.get(entry, "a call", 2),
        lambda: ada.get(entry, "a call", 0),
        lambda: ada.put(key, "place", b"x", entry),
        lambda: ada.key("P-AAAAAAAA"),
    ):
        with pytest.raises(UnknownIdError):
            refused()


def test_a_signature_names_its_signer_and_fits_to_nothing_else(door: Door) -> None:
    """Whoever looks, and whoever signed."""
    ada, ben = door("ada"), door("ben")
    made = ben.sign(b"a finding")
    assert ada.signer(b"a finding", made) == "ben"
    for content, signature in ((b"another", made), (b"a finding", Signature("ada", made.key, made.signature))):
        with pytest.raises(SignatureError):
            ada.signer(content, signature)


def test_a_commitment_is_the_same_for_all_and_tells_nothing(door: Door) -> None:
    """Two who commit to one text agree."""
    assert door("ada").commitment("Aminata") == door("cleo").commitment("Aminata") != door("ada").commitment("aminata")


def test_acts_can_be_logged(door: Door) -> None:
    """By anybody who is signed in."""
    door("cleo").log([CustodyAct(CustodyKind.CONSENT, "P-AAAAAAAA", "somebody else", NOON, "withdrawn")])


def test_only_custodians_see_to_keys(door: Door) -> None:
    """Who may keep things under a key gives, takes and destroys none."""
    ada, cleo = door("ada"), door("cleo")
    key = cleo.new_key(KeyKind.PERSON)
    for refused in (
        lambda: cleo.grant(key, "ben"),
        lambda: cleo.revoke(key, "ben"),
        lambda: cleo.rotate(key),
        lambda: cleo.destroy(key, "x"),
    ):
        with pytest.raises(NotAllowedError):
            refused()
    assert ada.may_open(key)
