"""What a person's answer to a proposal, or correction of a claim, does to a record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from corro.errors import BadOptionError, UnknownIdError
from corro.model import LOCAL, Decision, DecisionKind, User, moment_after
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.clock import SystemClock
from corro.pipeline.decide import take_in
from corro.pipeline.proposing import Ground, queue
from corro.ports import Clock, Questions, Store
from corro.review import Proposal, ProposalKind

_KINDS = {
    ProposalKind.EVENT: DecisionKind.CLAIM,
    ProposalKind.LINK: DecisionKind.SAME_EVENT,
    ProposalKind.DISPUTE: DecisionKind.DIFFERENCE,
    ProposalKind.NAME: DecisionKind.SAME_ACTOR,
    ProposalKind.ISSUE: DecisionKind.ISSUE,
}
_ALIKE = frozenset({ProposalKind.LINK, ProposalKind.NAME})
ANSWERS = ("accepted", "rejected", "unsure")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's answer.

    Attributes:
        verdict: `accepted`, `rejected` or `unsure`.
        by: Who.
        reason: Why; only what is accepted needs none.
        clock: Tells when.
        user: Whose rights are asked.
    """

    verdict: str
    by: str
    reason: str = ""
    clock: Clock = field(default_factory=SystemClock)
    user: User = LOCAL


def proposal_named(questions: Questions, name: str) -> Proposal:
    """Return the proposal of that id, short or long.

    Raises:
        UnknownIdError: There is none.
    """
    wanted = name.upper()
    for one in queue(questions, everything=True):
        if name == one.id or wanted == one.slug:
            return one
    raise UnknownIdError(f"There is no proposal {name}. `corro review list` lists what waits; --all what is settled too.", id=name)


def judge_in(store: Store, name: str, judgement: Judgement) -> Decision:
    """Take a person's answer to a proposal into an open record.

    Args:
        store: The record.
        name: The proposal's id.
        judgement: The answer.

    Returns:
        The decision that keeps it.

    Raises:
        UnknownIdError: There is no such proposal.
        BadOptionError: The answer is none, or lacks its reason.
    """
    require(judgement.user, Doing.REVIEW)
    if judgement.verdict not in ANSWERS:
        raise BadOptionError(f"An answer is {', '.join(ANSWERS)}; {judgement.verdict!r} is none.")
    proposal = proposal_named(store.questions, name)
    _need_reason(judgement)
    alike = {"accepted": "same", "rejected": "not_same"} if proposal.kind in _ALIKE else {}
    verdict = alike.get(judgement.verdict, judgement.verdict)
    made = Decision(
        _KINDS[proposal.kind],
        proposal.subjects,
        verdict,
        judgement.by,
        moment_after(store.questions.decisions(proposal.subjects), judgement.clock.now()),
        judgement.reason,
        topic=proposal.topic,
        seen=seen_of(store.questions, proposal.subjects),
    )
    take_in(store, [made])
    return made


def edit_in(store: Store, claim: str, edits: Mapping[str, str], judgement: Judgement) -> Decision:
    """Take a person's correction of a claim into an open record; what the machine read stays on the claim.

    Args:
        store: The record.
        claim: Its id.
        edits: By role what it is to hold; an empty text takes the value away.
        judgement: By whom, and why.

    Returns:
        The decision that keeps it.

    Raises:
        UnknownIdError: There is no such claim.
        BadValueError: A value cannot be read.
        BadOptionError: No reason is given.
    """
    require(judgement.user, Doing.REVIEW)
    if claim not in store.questions.claims_by_id([claim]):
        raise UnknownIdError(f"There is no claim {claim}.", id=claim)
    _need_reason(judgement, always=True)
    seen = seen_of(store.questions, [claim])
    told = (judgement.by, moment_after(store.questions.decisions([claim]), judgement.clock.now()), judgement.reason)
    made = Decision(DecisionKind.EDIT, (claim,), "edited", *told, edits=tuple(sorted(edits.items())), seen=seen)
    take_in(store, [made])
    return made


def _need_reason(judgement: Judgement, *, always: bool = False) -> None:
    if (always or judgement.verdict != "accepted") and not judgement.reason.strip():
        raise BadOptionError("Say why: --reason. Whoever comes after you has only that to go by.")


def seen_of(questions: Questions, claims: Iterable[str]) -> tuple[str, ...]:
    """Return the newest versions of these claims' documents, where they are other documents than the claims' own."""
    ground = Ground(questions)
    own = list(questions.claims_by_id(list(claims)).values())
    newest = {name: versions[-1].id for name, versions in ground.versions(own).items() if versions}
    return tuple(sorted({latest for name, latest in newest.items() if latest != name}))
