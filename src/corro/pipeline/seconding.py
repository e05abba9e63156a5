"""A second person confirms what one may not settle alone: signed in on this machine, or by a signed file from another."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from corro.errors import BadOptionError, SignatureError, UnknownIdError
from corro.keyring import Keyring, Signature, fits
from corro.model import Decision, DecisionKind, seconds_of, standing, takes_two
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.clock import SystemClock
from corro.pipeline.decide import take_in
from corro.pipeline.writing import write_whole
from corro.ports import Clock, Questions, Store

FORM = "corro-decision-1"
"""The form of a signed decision file; another form is refused."""

LEAST_DIGITS = 16
"""Digits of a key that have to be given for a signer who is not known here: 64 bits. Source: own choice; one reads them out over
the telephone, and nobody finds a second key of their own that begins so."""

LARGEST_FILE = 100_000
"""Bytes of a signed decision file. Source: own choice; a decision on a thousand claims takes some 40,000."""

ANSWERS = ("confirmed", "refused")


def waiting_for_second(questions: Questions) -> tuple[Decision, ...]:
    """Return the standing decisions that wait for a second person: findings, and lower classifications."""
    decisions = questions.decisions()
    return tuple(one for one in standing(decisions) if takes_two(one) and not seconds_of(one, decisions))


def second(
    questions: Questions, keyring: Keyring, name: str, verdict: str, reason: str = "", clock: Clock | None = None
) -> Decision:
    """Make a second person's answer to a decision, signed by whoever is signed in; nothing is kept yet.

    Args:
        questions: The record's answers.
        keyring: Theirs.
        name: The decision's id, or its beginning.
        verdict: `confirmed` or `refused`.
        reason: Why; a refusal needs one.
        clock: Tells when.

    Returns:
        The signed answer.

    Raises:
        UnknownIdError: There is no such decision.
        BadOptionError: It is their own, takes no second person, or the answer is none.
        NotAllowedError: They may not review.
    """
    require(keyring.user, Doing.REVIEW)
    if verdict not in ANSWERS or (verdict == "refused" and not reason.strip()):
        raise BadOptionError("Answer confirmed, or refused with a --reason.")
    first = _first(questions, name)
    by = keyring.user.name
    if not keyring.user.named or by == first.by:
        raise BadOptionError(f"{first.by} made this decision: a second person has to confirm it.", by=by)
    bare = Decision(DecisionKind.SECOND, (first.id,), verdict, by, (clock or SystemClock()).now(), reason)
    key = keyring.sign(bare.words)
    return _signed(bare, key)


def _signed(bare: Decision, signature: Signature) -> Decision:
    return replace(bare, key=signature.key, signature=signature.signature)


def _first(questions: Questions, name: str) -> Decision:
    kinds = (DecisionKind.ASSESSMENT, DecisionKind.CLASSIFICATION)
    held = [one for one in standing(questions.decisions()) if one.id.startswith(name) and one.kind in kinds]
    if len(held) != 1:
        raise UnknownIdError(f"There is no standing assessment or classification, or more than one, of that id: {name}.", id=name)
    if not takes_two(held[0]):
        raise BadOptionError(f"{held[0].verdict} takes no second person.", id=name)
    return held[0]


def take_second(store: Store, decision: Decision, keyring: Keyring | None = None, fingerprint: str = "") -> None:
    """Take a second person's signed answer into an open record.

    Args:
        store: The record.
        decision: The answer, signed.
        keyring: Whoever is signed in here: their vault may know the signer.
        fingerprint: The first digits of the signer's key, as they told it themselves, where no vault here knows them.

    Raises:
        SignatureError: The signature does not fit, or nobody here vouches for the signer.
        UnknownIdError: The record has no such decision.
        BadOptionError: It is the first person's own answer.
    """
    first = _first(store.questions, decision.subjects[0] if decision.subjects else "")
    if decision.kind is not DecisionKind.SECOND or decision.verdict not in ANSWERS or len(decision.subjects) != 1:
        raise BadOptionError("This is no second person's answer.")
    if decision.by == first.by or decision.key == first.key:
        raise BadOptionError(f"{first.by} made this decision: a second person has to confirm it.", by=decision.by)
    _vouch(store.questions, decision, keyring, fingerprint)
    take_in(store, [decision])


def _vouch(questions: Questions, decision: Decision, keyring: Keyring | None, fingerprint: str) -> None:
    """Refuse an answer whose signature does not fit, or whose signer nobody here knows."""
    if not signature_fits(decision):
        raise SignatureError("The signature does not fit: what was signed is not as it was.", by=decision.by)
    if not (_known_here(decision, keyring) or met_before(questions.decisions(), decision) or _told(decision, fingerprint)):
        raise SignatureError(
            f"Nobody here knows {decision.by} by this key. Ask them for its first {LEAST_DIGITS} digits, and give them with --key.",
            by=decision.by,
        )


def signature_fits(decision: Decision) -> bool:
    """Say whether a second person's answer is signed, and stands as it was signed; whose key it is, is another question."""
    return fits(decision.words, Signature(decision.by, decision.key, decision.signature))


def _known_here(decision: Decision, keyring: Keyring | None) -> bool:
    if keyring is None:
        return False
    try:
        return keyring.signer(decision.words, Signature(decision.by, decision.key, decision.signature)) == decision.by
    except SignatureError:
        return False


def met_before(known: Iterable[Decision], decision: Decision) -> bool:
    """Say whether somebody of that name and key was vouched for in this record before."""
    return any(one.kind is DecisionKind.SECOND and (one.by, one.key) == (decision.by, decision.key) for one in known)


def _told(decision: Decision, fingerprint: str) -> bool:
    digits = fingerprint.replace(" ", "").replace("-", "").lower()
    return len(digits) >= LEAST_DIGITS and decision.key.startswith(digits)


def write_second(decision: Decision, out: Path, *, force: bool = False) -> None:
    """Write a signed answer into a file that another machine takes.

    Raises:
        FileExistsAlreadyError: The file is there already.
    """
    told = {
        "form": FORM,
        "decision": decision.subjects[0],
        "verdict": decision.verdict,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "reason": decision.reason,
        "key": decision.key,
        "signature": decision.signature,
    }
    write_whole(out, [json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"], force=force)


def read_second(path: Path) -> Decision:
    """Read a signed answer from a file; whether the signature fits is looked at when it is taken.

    Raises:
        BadOptionError: The file is no signed answer of this form.
    """
    try:
        with path.open("rb") as file:
            told = json.loads(file.read(LARGEST_FILE))
        if told["form"] != FORM or not all(isinstance(told[key], str) for key in _KEYS):
            raise ValueError(FORM)
        decision, verdict, by, at, reason, key, signature = (told[name] for name in _KEYS)
        moment = datetime.fromisoformat(at)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOptionError(f"{path} is no signed decision that can be read.", path=str(path)) from error
    if moment.tzinfo is None:
        raise BadOptionError(f"{path} is no signed decision that can be read.", path=str(path))
    return Decision(DecisionKind.SECOND, (decision,), verdict, by, moment, reason, key=key, signature=signature)


_KEYS = ("decision", "verdict", "by", "at", "reason", "key", "signature")
