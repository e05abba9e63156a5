"""Seals and opens bytes: calls of libsodium and nothing of our own, each bound to what it is about.

Bytes that are sealed for one place open in no other: vault, key, entry and version go in as associated data, or, where the
primitive takes none, in front of what is sealed.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from corro.errors import VaultDamagedError
from corro.values import EMPTY_CHAIN, chained

KEY_BYTES = 32
"""Length of every key. Source: libsodium documentation, crypto_aead_xchacha20poly1305_ietf_KEYBYTES and crypto_box_SEEDBYTES."""

SALT_BYTES = 16
"""Source: libsodium documentation, crypto_pwhash_SALTBYTES."""

BLOCK_BYTES = 256
"""What is sealed is filled up to a multiple of this, so that its length does not tell a short name from a long one.

Source: libsodium documentation, Padding (ISO/IEC 7816-4); the size is our own judgement: a name, a telephone number and an address
fit into one block.
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work a password is made to take (Argon2id).

    Attributes:
        operations: Passes over the memory.
        memory_bytes: Memory that each try takes.
    """

    operations: int
    memory_bytes: int


INTERACTIVE = Cost(2, 64 * 1024 * 1024)
MODERATE = Cost(3, 256 * 1024 * 1024)
"""Source: libsodium documentation, crypto_pwhash_argon2id_*_INTERACTIVE and *_MODERATE; RFC 9106, 2021, section 4."""

_MOST = Cost(4, 1024 * 1024 * 1024)
"""A file that asks for more was tampered with to exhaust the machine. Source: libsodium, crypto_pwhash_argon2id_*_SENSITIVE."""


def new_secret() -> bytes:
    """Return bytes for a new key, from the operating system."""
    return secrets.token_bytes(KEY_BYTES)


def bound(*about: str) -> bytes:
    """Return what binds sealed bytes to their place: a digest of fields, each with its length."""
    return bytes.fromhex(chained(EMPTY_CHAIN, "corro-vault-1", *about))


def seal(key: bytes, content: bytes, *about: str) -> bytes:
    """Seal bytes under a key (XChaCha20-Poly1305 with a random nonce), bound to what they are about."""
    from nacl.bindings import sodium_pad
    from nacl.secret import Aead

    return bytes(Aead(key).encrypt(sodium_pad(content, BLOCK_BYTES), bound(*about)))


def unseal(key: bytes, sealed: bytes, *about: str) -> bytes:
    """Open what `seal` sealed.

    Raises:
        VaultDamagedError: It was sealed under another key, for another place, or changed since.
    """
    from nacl.bindings import sodium_unpad
    from nacl.exceptions import CryptoError
    from nacl.secret import Aead

    try:
        return bytes(sodium_unpad(Aead(key).decrypt(sealed, bound(*about)), BLOCK_BYTES))
    except (CryptoError, ValueError, TypeError):
        raise VaultDamagedError("Something sealed in the vault is not as it was written.") from None


def seal_for(public_key: bytes, secret: bytes, *about: str) -> bytes:
    """Seal a key for the holder of a key pair (X25519 sealed box), bound to what it is about."""
    from nacl.public import PublicKey, SealedBox

    return bytes(SealedBox(PublicKey(public_key)).encrypt(bound(*about) + secret))


def open_for(private_key: bytes, sealed: bytes, *about: str) -> bytes:
    """Open what `seal_for` sealed.

    Raises:
        VaultDamagedError: It was sealed for somebody else, for another place, or changed since.
    """
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        opened = bytes(SealedBox(PrivateKey(private_key)).decrypt(sealed))
    except (CryptoError, ValueError, TypeError):
        raise VaultDamagedError("A key that was sealed in the vault is not as it was written.") from None
    place = bound(*about)
    if not same(opened[: len(place)], place):
        raise VaultDamagedError("A key in the vault stands where another belongs.")
    return opened[len(place) :]


def public_key_of(private_key: bytes) -> bytes:
    """Return the public half of an X25519 key pair."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey(private_key).public_key)


def verify_key_of(seed: bytes) -> bytes:
    """Return the public half of an Ed25519 key pair."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).verify_key)


def signature_of(seed: bytes, content: bytes, *about: str) -> bytes:
    """Sign bytes (Ed25519), bound to what they are about."""
    from nacl.signing import SigningKey

    return bytes(SigningKey(seed).sign(bound(*about) + content).signature)


def signed_by(verify_key: bytes, content: bytes, signature: bytes, *about: str) -> bool:
    """Say whether a signature fits."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(verify_key).verify(bound(*about) + content, signature)
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def password_key(password: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key that a password gives (Argon2id). The same letters typed on another machine give the same key.

    Raises:
        VaultDamagedError: The file asks for more work or memory than any vault of ours does.

    Source: RFC 9106, 2021 (Argon2id); RFC 8265, 2017, section 4.2 (OpaqueString: normal form C).
    """
    from nacl.exceptions import CryptoError
    from nacl.pwhash import argon2id

    if cost.operations > _MOST.operations or cost.memory_bytes > _MOST.memory_bytes:
        raise VaultDamagedError("The vault asks for more work on a password than any of ours does.")
    typed = unicodedata.normalize("NFC", password).encode()
    try:
        return bytes(argon2id.kdf(KEY_BYTES, typed, salt, opslimit=cost.operations, memlimit=cost.memory_bytes))
    except (CryptoError, ValueError, TypeError):
        raise VaultDamagedError("What the vault says of an account's password is not as it was written.") from None


def commitment(key: bytes, text: str) -> str:
    """Return a commitment to a text under a key (HMAC-SHA-256, RFC 2104)."""
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def same(one: bytes, other: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(one, other)


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes that are no secret, or are sealed."""
    return hashlib.sha256(content).hexdigest()
