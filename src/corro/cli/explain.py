"""`corro explain`: one event with every value, who says so, and the very words underlined in their sentence."""

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from corro.cli.explain_chain import chain_object, chains
from corro.cli.explain_events import linked_events, linked_object
from corro.cli.explain_grades import graded_words
from corro.cli.options import record_option
from corro.cli.rows import decision_row, grade_object, position_text, verdict_words
from corro.cli.show import opened
from corro.cli.underline import underlined
from corro.errors import UnknownIdError
from corro.model import AttributionStatus, Claim, Difference, Event, RegisterEntry, standing

if TYPE_CHECKING:
    from corro.pipeline.explain import ExplainedClaim, ExplainedTotal, ExplainedValue, Explanation
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.passages import Underlined
    from corro.pipeline.view import RecordView

PASSAGES_SHOWN = 3
"""Passages shown for one value unless --all is given. Source: our own choice, so that an event with ten copies stays readable."""


_COMPUTED = frozenset({"deadline"})
"""Roles whose values are computed, so that the rule stands beside them."""


@click.command("explain")
@click.argument("name", metavar="ID")
@click.option("--all", "everything", is_flag=True, help="Every passage of every value, not only the first three.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object with everything.")
@record_option
def command(name: str, everything: bool, as_json: bool, record: "RecordPlace") -> None:
    """Show one event with every value, the claims behind it, who makes them, and the very words.

    ID is an event's id or slug, an earlier id of it, or the id of one of its claims; or the id of a claim of which no event is
    made, such as a count over a quarter: then it shows how that figure went from telling to telling.
    """
    with opened(record) as view:
        explanations, total = _explained(view, name)
    if total is not None:
        click.echo(json.dumps(total_object(total), ensure_ascii=False) if as_json else "\n".join(total_page(total)))
    for explanation in explanations:
        if as_json:
            sys.stdout.write(json.dumps(as_object(explanation), ensure_ascii=False) + "\n")
        else:
            click.echo("\n".join(page(explanation, None if everything else PASSAGES_SHOWN)))


def _explained(view: "RecordView", name: str) -> "tuple[tuple[Explanation, ...], ExplainedTotal | None]":
    """Return the events of that name, or where there is none what is behind the claim of that id."""
    try:
        return view.explain(name), None
    except UnknownIdError:
        return (), view.explain_total(name)


def total_page(total: "ExplainedTotal") -> Iterator[str]:
    """Yield the lines of what is behind a reported total.

    Args:
        total: What to show.
    """
    document = total.documents[total.claim.document_id]
    yield f"{total.claim.type}  {document.label}: no single event, a figure that was reported"
    yield from (f"      {line}" for line in underlined(total.claim.passage.of(document.text), []))
    yield from chains(total.derivations, total.documents, total.claims)
    yield from _entries(total.entries)


def total_object(total: "ExplainedTotal") -> dict[str, object]:
    """Return what is behind a reported total as a JSON object."""
    return {
        "claim": total.claim.id,
        "type": total.claim.type,
        "chains": [chain_object(chain, total.documents, total.claims) for chain in total.derivations],
        "registers": [{field.name: field.printed for field in entry.fields} for entry in total.entries],
    }


def _claims_by_id(explanation: "Explanation") -> dict[str, Claim]:
    return {explained.claim.id: explained.claim for explained in explanation.claims}


def page(explanation: "Explanation", most: int | None) -> Iterator[str]:
    """Yield the lines of an explanation.

    Args:
        explanation: What to show.
        most: Passages a value at the most; None for all.
    """
    yield from _head(explanation)
    role = ""
    for value in explanation.values:
        if value.role != role:
            role = value.role
            yield f"\n{role.replace('_', ' ').upper()}"
        yield from _value(value, explanation, most)
    yield from _differences(explanation)
    yield from chains(explanation.derivations, explanation.documents, _claims_by_id(explanation))
    yield from linked_events(explanation, most)
    yield from _tellings(explanation, in_full=most is None)
    yield from _registers(explanation)


def _head(explanation: "Explanation") -> Iterator[str]:
    event = explanation.event
    if explanation.asked not in (event.id, event.slug):
        yield f"{explanation.asked} is now part of {event.slug}."
    yield f"{event.slug}  {event.title}"
    when = event.interval.edtf if event.interval else "date unknown"
    yield f"{when} · {_where(event)} · put forward as {event.modality.value} · {_plural(len(event.documents), 'document')}, "
    yield f"{_plural(event.lineages, 'independent lineage')}: {_words(event.support.value)} · assessment: {event.assessment.value}"
    for decision in standing(explanation.decisions):
        standard = f", standard of proof: {_words(decision.standard)}" if decision.standard else ""
        reason = f": {decision.reason}" if decision.reason else ""
        yield f"decided: {_words(verdict_words(decision))}, by {decision.by} on {decision.at:%Y-%m-%d}{standard}{reason}"


def _where(event: Event) -> str:
    """Return the place that lists show, or in words that it stays open."""
    told = event.value_of("place")
    return event.place.name if event.place else told.held[0].printed if told else "place unknown"


def _value(value: "ExplainedValue", explanation: "Explanation", most: int | None) -> Iterator[str]:
    held = value.held
    rule = getattr(held.value, "rule", "")
    told = [*(["inferred"] if held.inferred else []), *([f"rule {rule}"] if rule and value.role in _COMPUTED else [])]
    marks = ", ".join([_words(held.support.value), _plural(held.lineages, "lineage"), *told])
    yield f"  {held.printed}   [{marks}]"
    if held.holders:
        yield f"    held by {', '.join(held.holders)}"
    for decision in explanation.decisions:
        if decision.id in held.corrected:
            yield f"    reading corrected by {decision.by} on {decision.at:%Y-%m-%d}: {decision.reason}"
    for said in value.said[:most]:
        yield from _quoted(said.words, explanation)
    left = len(value.said) - len(value.said[:most])
    if left:
        yield f"      … and {_plural(left, 'more passage')} (--all)"


def _quoted(words: "Underlined", explanation: "Explanation") -> Iterator[str]:
    yield f"    {explanation.documents[words.document_id].label}:"
    for line in underlined(words.sentence, [words.underline]):
        yield f"      {line}"


def _differences(explanation: "Explanation") -> Iterator[str]:
    if explanation.differences:
        yield "\nWHERE THE REPORTS DIFFER"
    for difference in explanation.differences:
        kind = f" of {difference.kind.value}" if difference.kind else ""
        yield f"  {difference.field.replace('_', ' ')}: {_words(difference.relation.value)}{kind}   [{difference.rule}]"
        for position in difference.positions:
            yield f"    · {position_text(position)}"
        yield from (f"      {line}" for line in underlined(difference.explanation, []))


def _tellings(explanation: "Explanation", *, in_full: bool) -> Iterator[str]:
    yield "\nWHO TELLS IT"
    for explained in explanation.claims:
        yield _telling(explained, explanation)
        yield from graded_words(explanation.grades[explained.claim.id])
        if in_full:
            yield from _how_it_was_said(explained, explanation)


def _how_it_was_said(explained: "ExplainedClaim", explanation: "Explanation") -> Iterator[str]:
    """Yield what the text tells of the statement beyond who made it: for whom, at what occasion, when, to whom, about whom."""
    statement = explained.statement
    if statement is None:
        return
    text = explanation.documents[statement.document_id].text
    told = {
        "for": statement.speaks_for,
        "post": statement.post or "",
        "at": statement.occasion,
        "said": statement.said.of(text) if statement.said else "",
        "to": statement.addressee,
        "about": ", ".join(statement.about),
        "open between": ", ".join(statement.speaker.candidates),
    }
    lines = [f"{key} {words}" for key, words in told.items() if words]
    if lines:
        yield "    " + " · ".join(" ".join(line.split()) for line in lines)


def _telling(explained: "ExplainedClaim", explanation: "Explanation") -> str:
    claim = explained.claim
    document = explanation.documents[claim.document_id]
    chain = " ← ".join(holder.name + (f" ({holder.capacity})" if holder.capacity else "") for holder in claim.holders) or "unknown"
    statement = explained.statement
    how = f", {statement.act.value}, by {_words(statement.channel.value)}" if statement else ""
    return f"  {document.label}: {chain}{how}; as {claim.modality.value}{_firmness(claim)}" + (
        " (background)" if claim.background else ""
    )


def _firmness(claim: Claim) -> str:
    """Return how firmly the doer is tied to the deed, where it is not told as fact."""
    return "" if claim.status is AttributionStatus.FACT else f", doer {_words(claim.status.value)}"


def _registers(explanation: "Explanation") -> Iterator[str]:
    return _entries(explanation.entries)


def _entries(entries: Iterable[RegisterEntry]) -> Iterator[str]:
    for number, entry in enumerate(entries):
        if not number:
            yield "\nIN THE REGISTERS"
        fields = " · ".join(f"{field.name.replace('_', ' ')}: {field.printed}" for field in entry.fields if field.printed)
        yield f"  {entry.register}: {fields}"


def as_object(explanation: "Explanation") -> dict[str, object]:
    """Return an explanation as a JSON object: the same content, with character offsets."""
    event = explanation.event
    return {
        "id": event.id,
        "slug": event.slug,
        "type": event.type,
        "title": event.title,
        "aliases": list(event.aliases),
        "interval": event.interval.edtf if event.interval else None,
        "place": event.place.name if event.place else None,
        "modality": event.modality.value,
        "support": event.support.value,
        "assessment": event.assessment.value,
        "credibility": event.credibility.value,
        "lineages": event.lineages,
        "decisions": [decision_row(decision, holds=True) for decision in standing(explanation.decisions)],
        "values": [_value_object(value, explanation) for value in explanation.values],
        "differences": [_difference_object(difference) for difference in explanation.differences],
        "claims": [_claim_object(explained, explanation) for explained in explanation.claims],
        "chains": [chain_object(chain, explanation.documents, _claims_by_id(explanation)) for chain in explanation.derivations],
        "chain": [linked_object(chained, explanation) for chained in explanation.chain],
        "registers": [{field.name: field.printed for field in entry.fields} for entry in explanation.entries],
    }


def _value_object(value: "ExplainedValue", explanation: "Explanation") -> dict[str, object]:
    held = value.held
    return {
        "role": value.role,
        "value": held.printed,
        "holders": list(held.holders),
        "lineages": held.lineages,
        "support": held.support.value,
        "inferred": held.inferred,
        "corrected": list(held.corrected),
        "rule": getattr(held.value, "rule", ""),
        "said": [_words_object(said.words, explanation) | {"claim": said.claim_id} for said in value.said],
    }


def _words_object(words: "Underlined", explanation: "Explanation") -> dict[str, object]:
    label = explanation.documents[words.document_id].label
    return {"document": label, "start": words.span.start, "end": words.span.end, "words": words.words, "sentence": words.sentence}


def _difference_object(difference: Difference) -> dict[str, object]:
    return {
        "field": difference.field,
        "relation": difference.relation.value,
        "kind": difference.kind.value if difference.kind else None,
        "rule": difference.rule,
        "why": difference.explanation,
        "positions": [{"value": position.value, "holders": list(position.holders)} for position in difference.positions],
    }


def _claim_object(explained: "ExplainedClaim", explanation: "Explanation") -> dict[str, object]:
    claim = explained.claim
    return {
        "id": claim.id,
        "type": claim.type,
        "modality": claim.modality.value,
        "status": claim.status.value,
        "holders": [{"role": holder.role, "name": holder.name, "capacity": holder.capacity} for holder in claim.holders],
        "act": explained.statement.act.value if explained.statement else None,
        "channel": explained.statement.channel.value if explained.statement else None,
        "statement": _statement_object(explained, explanation),
        **grade_object(explanation.grades[claim.id]),
        **_words_object(explained.words, explanation),
    }


def _statement_object(explained: "ExplainedClaim", explanation: "Explanation") -> dict[str, object] | None:
    """Return what is known of how a claim was said; None where the narrator tells it."""
    statement = explained.statement
    if statement is None:
        return None
    text = explanation.documents[statement.document_id].text
    return {
        "id": statement.id,
        "quotation": statement.quotation.value,
        "occasion": statement.occasion,
        "said": statement.said.of(text) if statement.said else "",
        "addressee": statement.addressee,
        "about": list(statement.about),
        "speaks_for": statement.speaks_for,
        "post": statement.post,
        "candidates": list(statement.speaker.candidates),
        "inside": statement.inside,
    }


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _words(key: str) -> str:
    return key.replace("_", " ")
