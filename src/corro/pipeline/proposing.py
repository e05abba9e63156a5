"""The review queue of a record: what waits for a person, made anew each time from what the record says and people decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from corro.model import (
    ActorValue,
    Claim,
    Decision,
    DecisionKind,
    Difference,
    Document,
    EventLink,
    Issue,
    LinkVerdict,
    Severity,
    standing,
)
from corro.model.answer import ALL, ClaimFilter, DifferenceFilter, EventLine
from corro.ports import Questions
from corro.review import Change, Proposal, ProposalKind, ReviewState, changed_source, in_order, verdict_on
from corro.review.settling import claims_of, state_of, topic_of
from corro.values import fold
from corro.vocab import actor
from corro.weigh.links.reasons import SAME_WEIGHT


class Ground:
    """What proposals are made from, each part asked for once."""

    def __init__(self, questions: Questions) -> None:
        """Work over a record's answers."""
        self.questions = questions

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions."""
        return self.questions.decisions()

    @cached_property
    def claim_by_id(self) -> Mapping[str, Claim]:
        """All claims that stand."""
        return {claim.id: claim for claim in self.questions.claims(ClaimFilter(), ALL)}

    @cached_property
    def event_by_claim(self) -> Mapping[str, str]:
        """Which event each claim is behind."""
        return self.questions.event_of(list(self.claim_by_id))

    @cached_property
    def claims_by_event(self) -> Mapping[str, tuple[str, ...]]:
        """The claims behind each event, sorted."""
        found: dict[str, list[str]] = {}
        for claim, event in sorted(self.event_by_claim.items()):
            found.setdefault(event, []).append(claim)
        return {event: tuple(claims) for event, claims in found.items()}

    @cached_property
    def event_lines(self) -> Mapping[str, EventLine]:
        """Events as lists show them, by id."""
        return {line.id: line for line in self.questions.events(window=ALL)}

    @cached_property
    def judged(self) -> Mapping[str, Decision]:
        """The latest decision that accepts, rejects, edits, assesses or leaves open each claim."""
        kinds = (DecisionKind.CLAIM, DecisionKind.EDIT, DecisionKind.ASSESSMENT)
        return {subject: one for one in standing(self.decisions) if one.kind in kinds for subject in one.subjects}

    @cached_property
    def lines_of(self) -> Mapping[str, frozenset[str]]:
        """Lines of registers by claim."""
        return self._by_claim(deadlines=False)

    @cached_property
    def deadlines_of(self) -> Mapping[str, frozenset[str]]:
        """Lines with a deadline, by claim."""
        return self._by_claim(deadlines=True)

    def _by_claim(self, *, deadlines: bool) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for entry in self.questions.entries("", ALL):
            for claim in entry.claims if not deadlines or entry.field("deadline") else ():
                found.setdefault(claim, set()).add(entry.id)
        return {claim: frozenset(entries) for claim, entries in found.items()}

    def change(self, claims: Iterable[str]) -> Change:
        """Return what hangs on these claims."""
        listed = [claim for claim in set(claims) if claim in self.claim_by_id]
        lines = {line for claim in listed for line in self.lines_of.get(claim, ())}
        due = {line for claim in listed for line in self.deadlines_of.get(claim, ())}
        events = {self.event_by_claim[claim] for claim in listed if claim in self.event_by_claim}
        return Change(len(due), len(lines), len(events), len(listed))

    def versions(self, claims: Iterable[Claim]) -> dict[str, tuple[Document, ...]]:
        """Return all versions of the documents of these claims, by document."""
        documents = self.questions.documents_by_id(sorted({claim.document_id for claim in claims}))
        return {name: self.questions.series(document.series_id) for name, document in documents.items()}

    def returned(self, decision: Decision, claims: Sequence[str]) -> str:
        """Say why what was judged has to be looked at again; empty where no source changed."""
        own = [self.claim_by_id[name] for name in claims if name in self.claim_by_id]
        return changed_source(decision, own, self.versions(own))


def queue(
    questions: Questions, kinds: Iterable[ProposalKind] = tuple(ProposalKind), *, everything: bool = False
) -> tuple[Proposal, ...]:
    """Return what waits for a person, in the order of what it would change.

    Args:
        questions: The record's answers.
        kinds: What to ask about.
        everything: Whether what is settled is listed too.

    Returns:
        The proposals: what came back first, then what would change most, the unsure last.
    """
    ground = Ground(questions)
    found = [proposal for kind in dict.fromkeys(kinds) for proposal in _MAKERS[kind](ground)]
    return in_order(one for one in found if everything or one.waits)


def _events(ground: Ground) -> Iterator[Proposal]:
    for event, claims in ground.claims_by_event.items():
        line = ground.event_lines.get(event)
        if line is not None:
            state, decision, returned = _event_state(ground, claims)
            support = line.support.value.replace("_", " ")
            why = f"{line.slug}, {line.when or 'day unknown'}: {line.lineages} independent lineages, {support}"
            yield Proposal(ProposalKind.EVENT, claims, line.title, why, "", ground.change(claims), state, decision, returned)


def _event_state(ground: Ground, claims: Sequence[str]) -> tuple[ReviewState, str, str]:
    decided = {claim: ground.judged[claim] for claim in claims if claim in ground.judged}
    if not decided:
        return ReviewState.OPEN, "", ""
    latest = max(decided.values(), key=lambda one: (one.at, one.id))
    for decision in {one.id: one for one in decided.values()}.values():
        reason = ground.returned(decision, [claim for claim, one in decided.items() if one.id == decision.id])
        if reason:
            return ReviewState.RETURNED, decision.id, reason
    joined = len(claims) - len(decided)
    if joined:
        return ReviewState.RETURNED, latest.id, f"{joined} claim{'' if joined == 1 else 's'} joined since it was judged"
    return state_of(latest), latest.id, ""


def _links(ground: Ground) -> Iterator[Proposal]:
    """Yield questions on links: the weightiest that would join two events, and each weak one that alone holds an event together."""
    asked: set[tuple[str, ...]] = set()
    found = ground.questions.open_links(SAME_WEIGHT)
    inside = {event for link in found for event in _events_of(ground, link) if len(_events_of(ground, link)) == 1}
    parts = {event: _parts(ground.questions.links(ground.claims_by_event[event])) for event in sorted(inside)}
    for link in found:
        events = _events_of(ground, link)
        ends = events if len(events) == 2 else tuple(sorted({parts[events[0]].get(name, name) for name in _pair(link)}))
        if len(ends) == 2 and ends not in asked:
            asked.add(ends)
            yield _link(ground, link, events)


def _pair(link: EventLink) -> tuple[str, str]:
    return link.first_id, link.second_id


def _events_of(ground: Ground, link: EventLink) -> tuple[str, ...]:
    return tuple(sorted({ground.event_by_claim[claim] for claim in _pair(link)}))


def _parts(links: Iterable[EventLink]) -> dict[str, str]:
    """Return, for each claim, the smallest id of those that strong links connect it with."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for link in links:
        if link.verdict is LinkVerdict.SAME and link.weight >= SAME_WEIGHT:
            first, second = sorted(map(lead, _pair(link)))
            leader[second] = first
    return {name: lead(name) for name in list(leader)}


def _link(ground: Ground, link: EventLink, events: Sequence[str]) -> Proposal:
    pair = _pair(link)
    decision = verdict_on(DecisionKind.SAME_EVENT, pair, ground.decisions)
    titles = [f"{ground.event_lines[event].slug} {ground.event_lines[event].title}" for event in events]
    behind = [claim for event in events for claim in ground.claims_by_event[event]]
    what = f"One event? {' — '.join(titles)}" if len(titles) > 1 else f"Held together by one weak link: {titles[0]}"
    return _proposal(ground, ProposalKind.LINK, pair, what, "; ".join(link.reasons) or link.rule, "", behind, decision)


def _disputes(ground: Ground) -> Iterator[Proposal]:
    for difference in ground.questions.differences(DifferenceFilter(relation="dispute"), ALL):
        claims = claims_of(difference)
        if claims:
            decision = verdict_on(DecisionKind.DIFFERENCE, claims, ground.decisions, topic_of(difference))
            values = " or ".join(position.value for position in difference.positions)
            what = f"{difference.field.replace('_', ' ')}: {values}"
            asked = _proposal(
                ground, ProposalKind.DISPUTE, claims, what, difference.explanation, topic_of(difference), claims, decision
            )
            yield _grown(ground, asked, difference)


def _grown(ground: Ground, proposal: Proposal, difference: Difference) -> Proposal:
    """Return a dispute that was judged with fewer claims as one that came back."""
    if proposal.decision:
        return proposal
    earlier = [
        one
        for one in standing(ground.decisions)
        if one.kind is DecisionKind.DIFFERENCE and one.topic == topic_of(difference) and set(one.subjects) < set(proposal.subjects)
    ]
    if not earlier:
        return proposal
    joined = len(set(proposal.subjects) - set(earlier[-1].subjects))
    return replace(
        proposal,
        state=ReviewState.RETURNED,
        decision=earlier[-1].id,
        returned=f"{joined} claim{'' if joined == 1 else 's'} take part since it was judged",
    )


def _names(ground: Ground) -> Iterator[Proposal]:
    by_guess: dict[tuple[str, str], set[str]] = {}
    labels: dict[tuple[str, str], str] = {}
    for claim in ground.claim_by_id.values():
        for slot in claim.slots if claim.id in ground.event_by_claim else ():
            if isinstance(slot.value, ActorValue):
                for guess in filter(None, (slot.value.inferred_id, *slot.value.candidates)):
                    key = (fold(slot.value.label), guess)
                    by_guess.setdefault(key, set()).add(claim.id)
                    labels.setdefault(key, slot.value.label)
    for (label, guess), claims in sorted(by_guess.items()):
        known = actor(guess)
        subjects = tuple(sorted(claims))
        decision = verdict_on(DecisionKind.SAME_ACTOR, subjects, ground.decisions, guess)
        what = f"“{labels[label, guess]}” is {known.name if known else guess}?"
        yield _proposal(ground, ProposalKind.NAME, subjects, what, "inferred from the report", guess, subjects, decision)


def _issues(ground: Ground) -> Iterator[Proposal]:
    in_document: dict[str, list[Claim]] = {}
    for claim in ground.claim_by_id.values():
        in_document.setdefault(claim.document_id, []).append(claim)
    for issue in ground.questions.issues(window=ALL):
        if issue.severity is not Severity.NOTE:
            touched = [claim.id for claim in in_document.get(issue.document_id, ()) if _touches(issue, claim)]
            decision = verdict_on(DecisionKind.ISSUE, [issue.id], ground.decisions)
            what = f"{issue.code.replace('_', ' ')}: {issue.message}"
            yield _proposal(ground, ProposalKind.ISSUE, (issue.id,), what, issue.detail, "", touched, decision)


def _touches(issue: Issue, claim: Claim) -> bool:
    return issue.span is None or issue.span.overlaps(claim.passage)


def _proposal(
    ground: Ground,
    kind: ProposalKind,
    subjects: Sequence[str],
    what: str,
    why: str,
    topic: str,
    hangs: Iterable[str],
    decision: Decision | None,
) -> Proposal:
    returned = ground.returned(decision, subjects) if decision else ""
    state = ReviewState.RETURNED if returned else state_of(decision)
    told = (what, why, topic, ground.change(hangs), state, decision.id if decision else "", returned)
    return Proposal(kind, tuple(sorted(subjects)), *told)


_MAKERS = {
    ProposalKind.EVENT: _events,
    ProposalKind.LINK: _links,
    ProposalKind.DISPUTE: _disputes,
    ProposalKind.NAME: _names,
    ProposalKind.ISSUE: _issues,
}
