"""Registered keys and devices as a second factor (WebAuthn): challenges are made here, kept, and good once."""

import json
from dataclasses import dataclass, replace
from datetime import timedelta

from corro.errors import SignInError
from corro.model import CustodyKind
from corro.ports import Clock
from corro.vault.file import VaultFile
from corro.vault.identity import Credential, Identity
from corro.vault.moments import ago, ahead, now
from corro.vault.rooms import SignedIn
from corro.vault.sealing import new_secret

CHALLENGE_FOR = timedelta(minutes=5)
"""How long a challenge is good. Source: W3C, Web Authentication Level 3, 15.1 (recommended range of timeouts: 5 to 10 minutes)."""

_REGISTER, _SIGN_IN = "register", "sign in"


@dataclass(frozen=True, slots=True)
class RelyingParty:
    """For which web address keys are registered.

    Attributes:
        id: Its host, such as `localhost`.
        origin: The address as the browser has it, such as `http://localhost:8000`.
        name: What the browser shows.
    """

    id: str
    origin: str
    name: str = "Corro"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a browser answered to a challenge.

    Attributes:
        response: The answer, as JSON.
        party: For which web address.
    """

    response: str
    party: RelyingParty


class Challenges:
    """The challenges that wait for an answer."""

    def __init__(self, file: VaultFile, clock: Clock) -> None:
        """Work over the vault's file."""
        self._file, self._clock = file, clock

    def new(self, account: str, purpose: str) -> bytes:
        """Make a challenge for an account."""
        challenge = new_secret()
        with self._file.transaction():
            self._file.do("DELETE FROM challenges WHERE made_at <= ?", (ago(self._clock, CHALLENGE_FOR),))
            self._file.do("INSERT INTO challenges VALUES (?, ?, ?, ?)", (challenge, account, purpose, now(self._clock)))
        return challenge

    def take(self, challenge: bytes, account: str, purpose: str) -> None:
        """Take a challenge, once.

        Raises:
            SignInError: It was made for somebody or something else, too long ago, or was taken.
        """
        known = (challenge, account, purpose, ago(self._clock, CHALLENGE_FOR), ahead(self._clock, CHALLENGE_FOR))
        with self._file.transaction():
            where = "challenge = ? AND account = ? AND purpose = ? AND made_at > ? AND made_at < ?"
            taken = self._file.do(f"DELETE FROM challenges WHERE {where}", known)  # noqa: S608 - own words
        if not taken:
            raise SignInError("The challenge was answered, or waited too long; try again.")


def registration_options(signed_in: SignedIn, party: RelyingParty) -> str:
    """Return what a browser needs to register a key for an account that is signed in, as JSON."""
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor

    known = [PublicKeyCredentialDescriptor(id=bytes.fromhex(one.id)) for one in signed_in.identity.credentials]
    options = generate_registration_options(
        rp_id=party.id,
        rp_name=party.name,
        user_name=signed_in.name,
        challenge=_challenges(signed_in).new(signed_in.name, _REGISTER),
        exclude_credentials=known,
    )
    return options_to_json(options)


def register(signed_in: SignedIn, answer: Assertion, label: str) -> None:
    """Register a key; the account's sign-ins want it, or another factor of the account's, from now on.

    Raises:
        SignInError: The answer does not fit to a challenge that waits.
    """
    from webauthn import verify_registration_response
    from webauthn.helpers.exceptions import InvalidJSONStructure, InvalidRegistrationResponse

    challenge = _challenge_in(answer.response)
    _challenges(signed_in).take(challenge, signed_in.name, _REGISTER)
    try:
        found = verify_registration_response(
            credential=answer.response,
            expected_challenge=challenge,
            expected_rp_id=answer.party.id,
            expected_origin=answer.party.origin,
        )
    except (InvalidRegistrationResponse, InvalidJSONStructure):
        raise SignInError("The answer of the key does not fit; try again.") from None
    made = Credential(found.credential_id.hex(), found.credential_public_key.hex(), label)
    with signed_in.rooms.file.transaction():
        signed_in.keep(replace(signed_in.identity, credentials=(*signed_in.identity.credentials, made)))
        _count(signed_in.rooms.file, signed_in.name, made.id, found.sign_count)
        signed_in.note(CustodyKind.FACTOR_CHANGED, signed_in.name, "webauthn")
        signed_in.note_identity()


def sign_in_options(challenges: Challenges, name: str, identity: Identity, party: RelyingParty) -> str:
    """Return what a browser needs to answer with a registered key, as JSON."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import PublicKeyCredentialDescriptor

    known = [PublicKeyCredentialDescriptor(id=bytes.fromhex(one.id)) for one in identity.credentials]
    options = generate_authentication_options(rp_id=party.id, challenge=challenges.new(name, _SIGN_IN), allow_credentials=known)
    return options_to_json(options)


def check_assertion(file: VaultFile, clock: Clock, name: str, identity: Identity, answer: Assertion) -> None:
    """Take a registered key's answer, once.

    Raises:
        SignInError: It does not fit to a challenge that waits, or is of a key that was copied.
    """
    from webauthn import verify_authentication_response
    from webauthn.helpers.exceptions import InvalidAuthenticationResponse, InvalidJSONStructure

    challenge = _challenge_in(answer.response)
    Challenges(file, clock).take(challenge, name, _SIGN_IN)
    credential = _credential_of(identity, answer.response)
    try:
        found = verify_authentication_response(
            credential=answer.response,
            expected_challenge=challenge,
            expected_rp_id=answer.party.id,
            expected_origin=answer.party.origin,
            credential_public_key=bytes.fromhex(credential.public_key),
            credential_current_sign_count=_counted(file, name, credential.id),
        )
    except (InvalidAuthenticationResponse, InvalidJSONStructure):
        raise SignInError from None
    with file.transaction():
        _count(file, name, credential.id, found.new_sign_count)


def _challenges(signed_in: SignedIn) -> Challenges:
    return Challenges(signed_in.rooms.file, signed_in.rooms.clock)


def _challenge_in(response: str) -> bytes:
    """Return the challenge that an answer says it answers; whether it does is for the library to tell."""
    from webauthn import base64url_to_bytes

    try:
        client = json.loads(base64url_to_bytes(json.loads(response)["response"]["clientDataJSON"]))
        return base64url_to_bytes(client["challenge"])
    except (ValueError, KeyError, TypeError):
        raise SignInError("The answer of the key cannot be read; try again.") from None


def _credential_of(identity: Identity, response: str) -> Credential:
    from webauthn import base64url_to_bytes

    try:
        named = base64url_to_bytes(json.loads(response)["rawId"]).hex()
    except (ValueError, KeyError, TypeError):
        raise SignInError from None
    for credential in identity.credentials:
        if credential.id == named:
            return credential
    raise SignInError


def _counted(file: VaultFile, account: str, credential: str) -> int:
    rows = file.rows("SELECT last FROM counters WHERE account = ? AND factor = ?", (account, credential))
    return int(rows[0][0]) if rows else 0


def _count(file: VaultFile, account: str, credential: str, count: int) -> None:
    file.do("INSERT OR REPLACE INTO counters VALUES (?, ?, ?)", (account, credential, count))
