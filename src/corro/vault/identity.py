"""What an account keeps to itself: its private keys and second factors, sealed under its password."""

import json
from dataclasses import asdict, dataclass, field

from corro.errors import AccountError, SignInError, VaultDamagedError
from corro.vault.file import VaultFile, as_bytes
from corro.vault.sealing import SALT_BYTES, Cost, new_secret, password_key, public_key_of, seal, unseal, verify_key_of

LEAST_LETTERS = 12
"""Least length of a password. Source: NIST SP 800-63B rev. 4, 2025, 3.1.1.2 (15 alone, 8 with a second factor), between the two."""

_LEAST_VARIETY = 5
"""Least number of different letters. Source: our own judgement: `aaaaaaaaaaaa` is long, and is guessed first."""


@dataclass(frozen=True, slots=True)
class Credential:
    """A key or device that an account registered (WebAuthn).

    Attributes:
        id: The credential's id, in hexadecimal digits.
        public_key: Its public key, in hexadecimal digits.
        label: What its owner calls it.
    """

    id: str
    public_key: str
    label: str


@dataclass(frozen=True, slots=True)
class Identity:
    """The private side of an account; it is never written unsealed, and shows nothing.

    Attributes:
        private_key: Opens what is sealed to the account (X25519).
        seed: Signs (Ed25519).
        authority: The public key of the authority that the account was made under: a file with another is refused.
        totp: The secret of a one-time code, in base 32; empty where there is none.
        credentials: Registered keys and devices.
    """

    private_key: bytes
    seed: bytes
    authority: bytes
    totp: str = ""
    credentials: tuple[Credential, ...] = field(default=())

    def __repr__(self) -> str:
        """Say nothing."""
        return "Identity(…)"

    @property
    def public_key(self) -> bytes:
        """The public half of what it opens with."""
        return public_key_of(self.private_key)

    @property
    def verify_key(self) -> bytes:
        """The public half of what it signs with."""
        return verify_key_of(self.seed)

    @property
    def has_factor(self) -> bool:
        """Whether a password alone does not do."""
        return bool(self.totp or self.credentials)


def new_identity(authority: bytes) -> Identity:
    """Make key pairs."""
    return Identity(new_secret(), new_secret(), authority)


def check_password(password: str, name: str) -> None:
    """Refuse a password that is guessed at once.

    Raises:
        AccountError: It is too short, has the account's name in it, or is one letter over and over.
    """
    if len(password) < LEAST_LETTERS:
        raise AccountError(f"A password has at least {LEAST_LETTERS} letters; four words taken at random are good.")
    if name in password.casefold() or len(set(password)) < _LEAST_VARIETY:
        raise AccountError("A password has neither the account's name in it nor a few letters over and over.")


class Identities:
    """The sealed identities of one vault."""

    def __init__(self, file: VaultFile, vault_id: str) -> None:
        """Work over the vault's file."""
        self._file, self._vault_id = file, vault_id

    def keep(self, name: str, identity: Identity, password: str, cost: Cost) -> None:
        """Seal an identity under a password, in the place of what the account had."""
        account_key = new_secret()
        self._lock(name, account_key, password, cost)
        self.save(name, identity, account_key)

    def _lock(self, name: str, account_key: bytes, password: str, cost: Cost) -> None:
        salt = new_secret()[:SALT_BYTES]
        key = password_key(password, salt, cost)
        row = (salt, cost.operations, cost.memory_bytes, seal(key, account_key, *self._about(name, salt, cost)))
        self._file.do(
            "INSERT INTO secrets VALUES (?, ?, ?, ?, ?, x'') ON CONFLICT (account) DO UPDATE SET salt = excluded.salt, "
            "operations = excluded.operations, memory_bytes = excluded.memory_bytes, locked = excluded.locked",
            (name, *row),
        )

    def change_password(self, name: str, account_key: bytes, password: str, cost: Cost) -> None:
        """Let another password open the identity; the former opens it no more."""
        self._lock(name, account_key, password, cost)

    def save(self, name: str, identity: Identity, account_key: bytes) -> None:
        """Keep an identity under the key that its password opens."""
        sealed = seal(account_key, _packed(identity), "identity", self._vault_id, name)
        self._file.do("UPDATE secrets SET private = ? WHERE account = ?", (sealed, name))

    def open(self, name: str, password: str, cost: Cost) -> tuple[Identity, bytes]:
        """Return an identity and the key that it is under.

        Args:
            name: The account.
            password: Its password.
            cost: What a try costs where there is no such account, so that this takes as long.

        Raises:
            SignInError: The password is another, or there is no such account.
            VaultDamagedError: The password opens something that is not as it was written.
        """
        rows = self._file.rows("SELECT salt, operations, memory_bytes, locked, private FROM secrets WHERE account = ?", (name,))
        if not rows:
            password_key(password, bytes(SALT_BYTES), cost)
            raise SignInError
        salt, operations, memory_bytes, locked, private = rows[0]
        asked = Cost(operations, memory_bytes)
        key = password_key(password, as_bytes(salt), asked)
        try:
            account_key = unseal(key, as_bytes(locked), *self._about(name, as_bytes(salt), asked))
        except VaultDamagedError:
            raise SignInError from None
        return _unpacked(unseal(account_key, as_bytes(private), "identity", self._vault_id, name)), account_key

    def state(self, name: str) -> bytes:
        """Return what the file holds of an account's identity, all of it sealed, for a digest."""
        rows = self._file.rows("SELECT salt, operations, memory_bytes, locked, private FROM secrets WHERE account = ?", (name,))
        return b"".join(as_bytes(part) for part in (rows[0] if rows else ()))

    def _about(self, name: str, salt: bytes, cost: Cost) -> tuple[str, ...]:
        return ("account key", self._vault_id, name, salt.hex(), str(cost.operations), str(cost.memory_bytes))


def _packed(identity: Identity) -> bytes:
    told = {
        "private_key": identity.private_key.hex(),
        "seed": identity.seed.hex(),
        "authority": identity.authority.hex(),
        "totp": identity.totp,
        "credentials": [asdict(credential) for credential in identity.credentials],
    }
    return json.dumps(told).encode()


def _unpacked(content: bytes) -> Identity:
    told = json.loads(content)
    return Identity(
        bytes.fromhex(told["private_key"]),
        bytes.fromhex(told["seed"]),
        bytes.fromhex(told["authority"]),
        told["totp"],
        tuple(Credential(**credential) for credential in told["credentials"]),
    )
