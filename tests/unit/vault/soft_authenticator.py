"""A key as browsers know them (WebAuthn), in a few lines, for tests: it makes and answers what a real one does."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn import base64url_to_bytes
from webauthn.helpers import bytes_to_base64url

from corro.vault import Assertion, RelyingParty

HERE = RelyingParty("localhost", "http://localhost:8000")


@dataclass
class SoftAuthenticator:
    """One key with its counter."""

    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    count: int = 0

    def register(self, options: str, at: RelyingParty = HERE) -> Assertion:
        """Answer to a registration's challenge, in a browser that is at that address."""
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._data(at, with_key=True)})
        return self._answer({"clientDataJSON": self._client(options, "webauthn.create", at), "attestationObject": attestation})

    def answer(self, options: str, at: RelyingParty = HERE) -> Assertion:
        """Answer to a sign-in's challenge, in a browser that is at that address."""
        self.count += 1
        client, data = self._client(options, "webauthn.get", at), self._data(at)
        signature = self.private.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer({"clientDataJSON": client, "authenticatorData": data, "signature": signature})

    def _client(self, options: str, kind: str, party: RelyingParty) -> bytes:
        challenge = bytes_to_base64url(base64url_to_bytes(json.loads(options)["challenge"]))
        return json.dumps({"type": kind, "challenge": challenge, "origin": party.origin}).encode()

    def _data(self, party: RelyingParty, *, with_key: bool = False) -> bytes:
        present, verified, attested = 1, 4, 64
        flags = present | verified | (attested if with_key else 0)
        head = hashlib.sha256(party.id.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")
        return head + (bytes(16) + len(self.id).to_bytes(2, "big") + self.id + self._public() if with_key else b"")

    def _public(self) -> bytes:
        numbers = self.private.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})

    def _answer(self, parts: dict[str, bytes]) -> Assertion:
        name, response = bytes_to_base64url(self.id), {part: bytes_to_base64url(content) for part, content in parts.items()}
        told = {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}
        return Assertion(json.dumps(told), HERE)
