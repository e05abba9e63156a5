"""Explains an event: every value, the claims behind it, who makes them, and the very words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corro.model import Claim, Decision, Difference, Document, Event, Held, Lineage, RegisterEntry, Slot, Statement
from corro.model.answer import ALL, ClaimFilter, DifferenceFilter
from corro.pipeline.chain import Chained, chain
from corro.pipeline.grades import Graded, grades_of
from corro.pipeline.passages import Underlined, underlined
from corro.ports import Questions
from corro.weigh import Derivation, derivations


@dataclass(frozen=True, slots=True)
class Said:
    """One claim's words for one value.

    Attributes:
        claim_id: The claim.
        words: The words, underlined in their sentence.
        inferred: Whether the claim only infers the value.
        rule: Id of the rule that filled it.
    """

    claim_id: str
    words: Underlined
    inferred: bool
    rule: str


@dataclass(frozen=True, slots=True)
class ExplainedValue:
    """One value of an event with the words of every claim that holds it.

    Attributes:
        role: The role.
        held: The value, its holders, and how well it stands.
        said: The words, in the order of the claims.
    """

    role: str
    held: Held
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ExplainedClaim:
    """One claim with what it stands in.

    Attributes:
        claim: The claim.
        words: Its trigger, underlined in its passage.
        statement: The statement that holds it, or None where the narrator says it.
        attribution: The statement's words, underlined in their sentence; None where there is none.
    """

    claim: Claim
    words: Underlined
    statement: Statement | None = None
    attribution: Underlined | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is behind one event.

    Attributes:
        asked: The id, slug or earlier id that was asked for.
        event: The event, with its earlier ids.
        values: Its values, each with the words of its claims, in the order of the event.
        claims: Its claims, by document and place.
        differences: How they differ, disputes first.
        entries: Its lines of registers.
        documents: The documents, by id.
        lineages: The lineage of each document.
        derivations: How figures went from telling to telling.
        decisions: What people decided on its claims, oldest first.
        chain: Other events that reports tie to it.
        grades: How far the sources of its claims are trusted and how credible the claims are, by claim.
    """

    asked: str
    event: Event
    values: tuple[ExplainedValue, ...]
    claims: tuple[ExplainedClaim, ...]
    differences: tuple[Difference, ...]
    entries: tuple[RegisterEntry, ...]
    documents: Mapping[str, Document]
    lineages: Mapping[str, Lineage]
    derivations: tuple[Derivation, ...]
    decisions: tuple[Decision, ...]
    chain: tuple[Chained, ...] = ()
    grades: Mapping[str, Graded] = field(default_factory=dict)


def explain(questions: Questions, event_id: str, asked: str) -> Explanation:
    """Gather all that is behind an event.

    Args:
        questions: The record's answers.
        event_id: The id of a present event.
        asked: What was asked for.

    Returns:
        The explanation.

    Raises:
        LookupError: The record holds no such event.
    """
    event = questions.event(event_id)
    if event is None:
        raise LookupError(event_id)
    claims = questions.claims(ClaimFilter(event_id=event_id), ALL).lines
    documents = questions.documents_by_id(event.documents)
    lineages = questions.lineages_of(event.documents)
    lineage_of = {name: lineage.id for name, lineage in lineages.items()}
    return Explanation(
        asked=asked,
        event=event,
        values=_values(event, {claim.id: claim for claim in claims}, documents),
        claims=_claims(claims, documents, questions.statements([claim.statement_id for claim in claims if claim.statement_id])),
        differences=questions.differences(DifferenceFilter(event_id=event_id), ALL).lines,
        entries=questions.entries_of(event.claims),
        documents=documents,
        lineages=lineages,
        derivations=derivations(claims, documents, lineage_of),
        decisions=questions.decisions(event.claims),
        chain=chain(questions, event),
        grades=grades_of(questions, claims, documents),
    )


@dataclass(frozen=True, slots=True)
class ExplainedTotal:
    """What is behind a reported total: a figure over a stretch of time, which is no single event.

    Attributes:
        asked: The id of the claim that was asked for.
        claim: That claim.
        documents: The documents of its chains, by id.
        derivations: How its figures went from telling to telling.
        claims: The claims of the chains, by id.
        entries: Its lines of registers.
    """

    asked: str
    claim: Claim
    documents: Mapping[str, Document]
    derivations: tuple[Derivation, ...]
    claims: Mapping[str, Claim]
    entries: tuple[RegisterEntry, ...]


def explain_total(questions: Questions, claim_id: str) -> ExplainedTotal:
    """Gather all that is behind a claim of which no event is made, such as a count of refused requests in a quarter.

    Args:
        questions: The record's answers.
        claim_id: Id of the claim.

    Returns:
        The explanation; its figures are followed through the claims of one family of types.

    Raises:
        LookupError: The record holds no such claim.
    """
    claim = questions.claims_by_id([claim_id]).get(claim_id)
    if claim is None:
        raise LookupError(claim_id)
    related = questions.claims(ClaimFilter(types=(claim.type[:1],), eventless=True), ALL).lines
    documents = questions.documents_by_id(sorted({other.document_id for other in (claim, *related)}))
    lineages = {name: lineage.id for name, lineage in questions.lineages_of(sorted(documents)).items()}
    chains = [chain for chain in derivations(related, documents, lineages) if claim.document_id in _tellers(chain, claim, related)]
    told = {step.claim_id for chain in chains for step in chain.steps}
    return ExplainedTotal(
        asked=claim_id,
        claim=claim,
        documents=documents,
        derivations=tuple(chains),
        claims={other.id: other for other in related if other.id in told},
        entries=questions.entries_of([claim_id]),
    )


def _tellers(chain: Derivation, claim: Claim, related: Sequence[Claim]) -> set[str]:
    """Return the documents that tell a chain's figure by this claim, or by another claim of the same words."""
    same = {other.id for other in related if other.document_id == claim.document_id and other.passage == claim.passage}
    return {step.document_id for step in chain.steps if step.claim_id in same | {claim.id}}


def _values(event: Event, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> tuple[ExplainedValue, ...]:
    return tuple(
        ExplainedValue(value.role, held, tuple(_said(value.role, held, claims, documents)))
        for value in event.values
        for held in value.held
    )


def _said(role: str, held: Held, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Sequence[Said]:
    found = [(claims[name], slot) for name in held.claims for slot in _slots(claims[name], role, held)]
    return [
        Said(claim.id, underlined(documents[claim.document_id], slot.span, claim.passage), slot.inferred, slot.rule)
        for claim, slot in found
    ]


def _slots(claim: Claim, role: str, held: Held) -> Sequence[Slot]:
    """Return the slots by which a claim holds a value: those that print alike, else all of the role."""
    from corro.record.printing import printed

    slots = [slot for slot in claim.slots_of(role) if slot.value is not None]
    alike = [slot for slot in slots if slot.value is not None and printed(slot.value) == held.printed]
    return alike or slots


def _claims(
    claims: Sequence[Claim], documents: Mapping[str, Document], statements: Mapping[str, Statement]
) -> tuple[ExplainedClaim, ...]:
    return tuple(
        _claim(claim, documents[claim.document_id], statements.get(claim.statement_id) if claim.statement_id else None)
        for claim in claims
    )


def _claim(claim: Claim, document: Document, statement: Statement | None) -> ExplainedClaim:
    words = underlined(document, claim.trigger, claim.passage)
    cue = statement.cue or statement.span if statement else None
    return ExplainedClaim(claim, words, statement, underlined(document, cue) if cue else None)
