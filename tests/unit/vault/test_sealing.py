"""What is sealed opens with its key, in its place, unchanged; anything else is told and opens nothing."""

import unicodedata

import pytest
from tests.vaults import CHEAP

from corro.errors import VaultDamagedError
from corro.vault.sealing import (
    Cost,
    bound,
    commitment,
    new_secret,
    open_for,
    password_key,
    public_key_of,
    seal,
    seal_for,
    signature_of,
    signed_by,
    unseal,
    verify_key_of,
)

SALT = b"0123456789abcdef"


def test_what_is_sealed_opens_in_its_place_only() -> None:
    """Another key, another place, or fields cut otherwise: nothing."""
    key, other = new_secret(), new_secret()
    sealed = seal(key, b"Aminata", "entry", "E-1", "1")
    assert unseal(key, sealed, "entry", "E-1", "1") == b"Aminata"
    for wrong, about in ((other, ("entry", "E-1", "1")), (key, ("entry", "E-1", "2")), (key, ("entry", "E-11", ""))):
        with pytest.raises(VaultDamagedError):
            unseal(wrong, sealed, *about)


def test_one_flipped_byte_anywhere_opens_nothing() -> None:
    """In the nonce, in the text, in the tag."""
    key = new_secret()
    sealed = seal(key, b"Aminata", "x")
    for place in range(len(sealed)):
        with pytest.raises(VaultDamagedError):
            unseal(key, sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], "x")


def test_the_same_text_sealed_twice_is_not_the_same_and_lengths_tell_little() -> None:
    """A name, a telephone number and nothing look alike."""
    key = new_secret()
    assert seal(key, b"Aminata", "x") != seal(key, b"Aminata", "x")
    assert len({len(seal(key, text, "x")) for text in (b"", b"Aminata", b"+223 00 00 00 00 and where to find her")}) == 1


def test_a_key_that_is_sealed_for_somebody_opens_for_them_in_its_place_only() -> None:
    """Nobody else's private key, and no other account's line."""
    private, other, secret = new_secret(), new_secret(), new_secret()
    sealed = seal_for(public_key_of(private), secret, "grant", "K", "ada")
    assert open_for(private, sealed, "grant", "K", "ada") == secret
    for wrong, about in ((other, ("grant", "K", "ada")), (private, ("grant", "K", "ben")), (private, ("grant", "L", "ada"))):
        with pytest.raises(VaultDamagedError):
            open_for(wrong, sealed, *about)


def test_a_signature_fits_to_its_words_its_key_and_its_purpose() -> None:
    """And garbage is no signature, nor an error."""
    seed = new_secret()
    signed = signature_of(seed, b"words", "grant")
    key = verify_key_of(seed)
    assert signed_by(key, b"words", signed, "grant")
    assert not signed_by(key, b"Words", signed, "grant")
    assert not signed_by(key, b"words", signed, "account")
    assert not signed_by(verify_key_of(new_secret()), b"words", signed, "grant")
    assert not signed_by(b"", b"words", signed, "grant")
    assert not signed_by(key, b"words", b"", "grant")


def test_a_password_gives_its_key_however_its_accents_are_typed() -> None:
    """Composed or not; another salt, letter or cost gives another."""
    composed, taken_apart = (unicodedata.normalize(form, "mot de passe très sûr") for form in ("NFC", "NFD"))
    key = password_key(composed, SALT, CHEAP)
    assert password_key(taken_apart, SALT, CHEAP) == key
    others = [
        password_key(composed, SALT[::-1], CHEAP),
        password_key(composed + " ", SALT, CHEAP),
        password_key(composed, SALT, Cost(2, 8192)),
    ]
    assert key not in others
    assert len(set(others)) == 3


@pytest.mark.parametrize("cost", [Cost(5, 8192), Cost(1, 2**31), Cost(0, 8192), Cost(1, 0)])
def test_a_file_cannot_ask_for_all_the_memory(cost: Cost) -> None:
    """What no vault of ours asks for is damage."""
    with pytest.raises(VaultDamagedError):
        password_key("a password", SALT, cost)


def test_a_commitment_wants_the_key() -> None:
    """Whoever tries names without it finds none."""
    key, other = new_secret(), new_secret()
    assert commitment(key, "Aminata") == commitment(key, "Aminata")
    assert commitment(key, "Aminata") != commitment(other, "Aminata")


def test_fields_are_bound_with_their_lengths() -> None:
    """No two lists of fields are the same."""
    assert len({bound("ab", "c"), bound("a", "bc"), bound("abc"), bound("abc", ""), bound()}) == 5
