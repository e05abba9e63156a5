"""How strongly an event may be put forward, by the lineages behind it and by what people hold of it (docs/codebook.md, R2)."""

from corro.model import Assessment, AttributionStatus, Claim, Decision, DecisionKind, Event, Modality, Polarity, standing
from corro.model.brief import Dossier
from corro.vocab import terms

_BY_DECISION = {
    Assessment.VERIFIED: "verified",
    Assessment.FINDING: "finding",
    Assessment.JUDICIALLY_ESTABLISHED: "judicially_established",
}
_BLAMING = frozenset(
    {AttributionStatus.SUSPECTED, AttributionStatus.ACCUSED, AttributionStatus.ACCUSED_BY_AUTHORITIES, AttributionStatus.POSSIBLE}
)


def rank(verb: str) -> int:
    """Return how strong a verb of the ladder is; 0 for what is none."""
    term = terms("verbs").get(verb)
    return int(term.fields["rank"]) if term else 0


def strongest(event: Event) -> str:
    """Return the strongest verb that an event may be put forward with."""
    if event.assessment in _BY_DECISION:
        return _BY_DECISION[event.assessment]
    return str(terms("support")[event.support].fields["verb"])


def verb_of(dossier: Dossier) -> str:
    """Return the verb that an event is put forward with: the strongest it may have, a weaker one where its tellers only blame."""
    event = dossier.event
    if event is None:
        return "reported"
    if event.assessment in _BY_DECISION:
        return _BY_DECISION[event.assessment]
    if event.support == "contested":
        return "reported"
    told = asserted(dossier.claims)
    if told and all(claim.modality is Modality.ALLEGED or claim.status in _BLAMING for claim in told):
        return "alleged"
    return strongest(event)


def asserted(claims: tuple[Claim, ...]) -> list[Claim]:
    """Return the claims that put the event forward as something that took place, or takes place."""
    return [claim for claim in claims if claim.modality.current and claim.polarity is Polarity.AFFIRMED and not denies(claim)]


def denies(claim: Claim) -> bool:
    """Say whether a claim denies its event."""
    negated = claim.modality is Modality.NEGATED or claim.polarity is Polarity.DENIED
    return negated or claim.status is AttributionStatus.DENIED


def judgement(dossier: Dossier) -> Decision | None:
    """Return the decision by which people hold the event to be what it is, the last that stands."""
    held = [one for one in standing(dossier.decisions) if one.kind is DecisionKind.ASSESSMENT]
    return held[-1] if held else None
