"""Time-stamps by a third party (RFC 3161): a request that is taken to an authority, and its answer, checked here.

Nothing is asked of a network unless somebody gives an address.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corro.errors import BadOptionError, SignatureError, StorageError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

TIMEOUT_S = 30.0
"""How long an authority may take. Source: our own judgement; they answer within seconds."""

MOST_BYTES = 1024 * 1024
"""Largest answer that is read; real ones have a few thousand bytes. Source: our own judgement."""

_DIGESTS = {"2.16.840.1.101.3.4.2.1": hashlib.sha256, "2.16.840.1.101.3.4.2.3": hashlib.sha512}
"""Source: NIST, Computer Security Objects Register, hash algorithms; RFC 5754, 2010."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an authority says of a file.

    Attributes:
        at: When it saw the file's digest.
        by: The authority's own name, from its certificate; empty where the answer has none.
        trusted: Whether its certificate leads to one that the reader trusts.
    """

    at: datetime
    by: str
    trusted: bool


def request_for(file: Path) -> bytes:
    """Return a request for a time-stamp of a file's bytes; only their digest goes into it, and a random number.

    Args:
        file: The file, a checkpoint as a rule.

    Returns:
        The request as it is sent (application/timestamp-query).

    Raises:
        BadOptionError: The file is empty.
    """
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    content = file.read_bytes()
    if not content:
        raise BadOptionError(f"{file} is empty; there is nothing to stamp.")
    return TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA512).build().as_bytes()


def check_stamp(file: Path, answer: bytes, roots: Path | None = None) -> Stamp:
    """Check that an authority's answer is about a file's bytes as they are now.

    Args:
        file: The file.
        answer: The answer (application/timestamp-reply).
        roots: Certificates that are trusted, in PEM; without them only the digest is compared, and the stamp is not trusted.

    Returns:
        When the authority saw the bytes.

    Raises:
        SignatureError: The answer refuses, is about other bytes, or its signature leads to no trusted certificate.
        BadOptionError: The answer or the certificates cannot be read.
    """
    from rfc3161_client import PKIStatus, decode_timestamp_response

    try:
        read = decode_timestamp_response(answer)
        if read.status != PKIStatus.GRANTED:
            raise SignatureError("The authority gave no time-stamp.", status=read.status)
        imprint, at = read.tst_info.message_imprint, read.tst_info.gen_time
    except _unreadable():
        raise BadOptionError("That is no answer of a time-stamping authority.") from None
    algorithm = _DIGESTS.get(imprint.hash_algorithm.dotted_string)
    if algorithm is None or algorithm(file.read_bytes()).digest() != imprint.message:
        raise SignatureError(f"The time-stamp is not about {file} as it is now.")
    if roots:
        _check_signature(read, imprint.message, _certificates(roots))
    return Stamp(at if at.tzinfo else at.replace(tzinfo=UTC), _authority(read), trusted=roots is not None)


def _check_signature(read: "TimeStampResponse", digest: bytes, roots: "list[Certificate]") -> None:
    from rfc3161_client import VerificationError, VerifierBuilder

    try:
        VerifierBuilder(roots=roots).build().verify(read, digest)
    except (VerificationError, ValueError) as error:
        raise SignatureError(f"The time-stamp's signature does not lead to a certificate that you trust: {error}.") from None


def _unreadable() -> tuple[type[Exception], ...]:
    """Return what certificates that were tampered with raise, and what is no answer at all."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.x509 import InvalidVersion

    return ValueError, KeyError, InvalidVersion, UnsupportedAlgorithm


def _certificates(file: Path) -> "list[Certificate]":
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return load_pem_x509_certificates(file.read_bytes())
    except ValueError:
        raise BadOptionError(f"{file} holds no certificates in PEM.") from None


def _authority(read: "TimeStampResponse") -> str:
    """Return the name that the signer's certificate gives; empty where there is none that can be read."""
    from cryptography.x509 import load_der_x509_certificate

    with suppress(*_unreadable()):
        signer = next(iter(read.signed_data.signer_infos), None)
        for certificate in map(load_der_x509_certificate, read.signed_data.certificates):
            if signer and (certificate.issuer, certificate.serial_number) == (signer.issuer, signer.serial_number):
                return certificate.subject.rfc4514_string()
    return ""


def ask(address: str, request: bytes) -> bytes:
    """Send a request to an authority, at the address that somebody gave, and return its answer.

    Args:
        address: The authority's address; nothing but a digest and a random number goes there.
        request: What `request_for` gave.

    Raises:
        BadOptionError: The address is none of the web's.
        StorageError: The authority cannot be reached, or answers something else.
    """
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    if urlsplit(address).scheme not in ("http", "https"):
        raise BadOptionError("The authority's address begins with https:// or http://.")
    asked = Request(address, data=request, headers={"Content-Type": "application/timestamp-query"})  # noqa: S310 - looked at above
    try:
        with urlopen(asked, timeout=TIMEOUT_S) as answer:  # noqa: S310 - looked at above
            return bytes(answer.read(MOST_BYTES))
    except (URLError, TimeoutError, OSError) as error:
        raise StorageError(f"The time-stamping authority cannot be reached: {getattr(error, 'reason', error)}.") from None
