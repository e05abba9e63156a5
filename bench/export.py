"""A record in the form in which whole records are scored: events, lineages, who says what, differences, derivations, registers.

The form is that of `record.py` among the gold data's scorers; what it does not ask for is added under names that it ignores.
Only what the record asserts is written. Documents go by their labels, roles by the gold's names for fields (`bench.fields`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bench.analysed import ends, raw
from bench.contents import Contents
from bench.fields import count_field, count_text, difference_field
from bench.frame import Line
from bench.registers import days_of, lines_of
from corro.model import (
    ActorValue,
    Claim,
    CountValue,
    Difference,
    Document,
    Event,
    PlaceValue,
    RegisterEntry,
    Statement,
)
from corro.values import Place, Span, content_id, fold
from corro.vocab import actor, posts, sources
from corro.weigh import derivations
from corro.weigh.derivation.chains import Derivation


@dataclass(frozen=True)
class Names:
    """What things of the record are called in the export.

    Attributes:
        contents: The record.
        incident_of: For each claim that is behind an event or a reported total, the id under which that is exported.
        given: Whether offsets count characters of the text as it was given; else of the text as shown.
    """

    contents: Contents
    incident_of: Mapping[str, str] = field(default_factory=dict)
    given: bool = False

    def documents(self, claim_ids: Iterable[str]) -> list[str]:
        """Return the labels of the documents in which claims stand, sorted."""
        return self.contents.labels({self.contents.claims[claim].document_id for claim in claim_ids})

    def spot(self, document: Document, span: Span) -> tuple[int, int]:
        """Return where a span stands."""
        start, end = raw(document, span) if self.given else (span.start, span.end)
        return start, end


def export(contents: Contents, *, given: bool = False) -> Line:
    """Export a record.

    Args:
        contents: The record.
        given: Count characters of the texts as they were given, before repair; else of the texts as shown.

    Returns:
        One object with the keys of `record.py`, and `mentions` and `issues` besides.
    """
    totals = reported_totals(contents)
    names = Names(contents, incidents_of(contents), given)
    return {
        "incidents": [
            *(event_line(event, names) for event in contents.events),
            *(total_line(number, entry, names) for number, entry in totals.items()),
        ],
        "lineages": [{"documents": contents.labels(lineage.documents)} for lineage in contents.lineages],
        "claims": [*statement_lines(names), *narrated_lines(names)],
        "disputes": [line for difference in contents.differences if (line := difference_line(difference, names))],
        "derivations": list(chain_lines(names)),
        "registers": lines_of(contents.entries, names.incident_of, names.documents, contents.events),
        "mentions": mention_lines(names),
        "issues": [{"doc": names.contents.label(issue.document_id), "code": issue.code} for issue in contents.issues],
    }


def incidents_of(contents: Contents) -> dict[str, str]:
    """Return, for each claim behind an event or a reported total, the id under which that is exported."""
    found = {claim: event.id for event in contents.events for claim in event.claims}
    for number, entry in reported_totals(contents).items():
        found.update({claim: number for claim in entry.claims if claim not in found})
    return found


def reported_totals(contents: Contents) -> dict[str, RegisterEntry]:
    """Return register lines that are no event, one for each set of claims and figure, under an id of their own."""
    found: dict[str, RegisterEntry] = {}
    for entry in contents.entries:
        if entry.event_id is None:
            found.setdefault(content_id("total", *entry.claims, entry.field("count")), entry)
    return found


def event_line(event: Event, names: Names) -> Line:
    """Return an event as an incident."""
    days = ends(event.interval)
    return {
        "id": event.id,
        "type": event.type,
        "title": event.title,
        "date": {"interval": days} if days else None,
        "place": place_line(event.place),
        "counts": list(_counts(event)),
        "documents": names.contents.labels(event.documents),
    }


def place_line(place: Place | None) -> Line | None:
    """Return a place with its point, or None."""
    return {"name": place.name, "lat": place.latitude, "lon": place.longitude} if place else None


def _counts(event: Event) -> Iterator[Line]:
    """Yield every figure of an event once, as its sources put it."""
    said = set()
    for value in event.values:
        for held in value.held:
            name, text = count_field(value.role, held.value), count_text(held.value)
            if name and text is not None and (name, text) not in said:
                said.add((name, text))
                yield {"field": name, "value": text}
            if isinstance(held.value, CountValue) and held.value.denominator is not None:
                yield {"field": f"{value.role}_total", "value": held.value.denominator}


def total_line(number: str, entry: RegisterEntry, names: Names) -> Line:
    """Return a reported total as an incident."""
    claims = [names.contents.claims[claim] for claim in entry.claims]
    told = [(slot.role, slot.value) for claim in claims for slot in claim.slots if isinstance(slot.value, CountValue)]
    own = [(role, value) for role, value in told if entry.field("count").startswith(str(value.count))]
    days = next((window for _, value in own if (window := ends(value.window))), None) or days_of(entry.field("window"))
    return {
        "id": number,
        "type": claims[0].type,
        "title": entry.field("count"),
        "date": {"interval": days} if days else None,
        "place": None,
        "counts": [*({"field": role, "value": count_text(value)} for role, value in own[:1]), *_denominators(own)],
        "documents": names.documents(entry.claims),
        "aggregate": True,
    }


def _denominators(told: Iterable[tuple[str, CountValue]]) -> list[Line]:
    found = {(role, value.denominator) for role, value in told if value.denominator is not None}
    return [{"field": f"{role}_total", "value": number} for role, number in sorted(found)]


def statement_lines(names: Names) -> Iterator[Line]:
    """Yield every statement as a claim; it is about the event that its first claim is behind."""
    about: dict[str, str] = {}
    for claim in sorted(names.contents.claims.values(), key=lambda claim: claim.trigger):
        if claim.statement_id and claim.id in names.incident_of:
            about.setdefault(claim.statement_id, names.incident_of[claim.id])
    for document_id, statements in names.contents.statements.items():
        document = names.contents.documents[document_id]
        for statement in statements:
            yield statement_line(statement, document, names, about.get(statement.id))


def statement_line(statement: Statement, document: Document, names: Names, about: str | None) -> Line:
    """Return one statement as a claim: from the first character of what was said to the last."""
    start, end = names.spot(document, Span(statement.content[0].start, statement.content[-1].end))
    return {
        "doc": document.label,
        "speaker": statement.speaker.name or statement.speaker.label or None,
        "aliases": known_names(statement.speaker.actor_id),
        "capacity": statement.capacity or None,
        "channel": statement.channel.value,
        "start": start,
        "end": end,
        "act": statement.act.value,
        "about": about,
    }


def narrated_lines(names: Names) -> Iterator[Line]:
    """Yield what reports say in their own voice: one claim a passage and event, put forward by the agency or the outlet."""
    said = set()
    for claim in names.contents.claims.values():
        key = (claim.document_id, claim.passage, names.incident_of.get(claim.id))
        if claim.statement_id is None and claim.holders and key not in said:
            said.add(key)
            yield narrated_line(claim, names)


def narrated_line(claim: Claim, names: Names) -> Line:
    """Return one claim in the report's own voice."""
    document = names.contents.documents[claim.document_id]
    start, end = names.spot(document, claim.passage)
    return {
        "doc": document.label,
        "speaker": claim.holders[0].name,
        "aliases": known_names(claim.holders[0].actor_id),
        "capacity": claim.holders[0].capacity or None,
        "channel": None,
        "start": start,
        "end": end,
        "act": "asserts" if claim.polarity.value == "affirmed" else "denies",
        "about": names.incident_of.get(claim.id),
    }


def known_names(actor_id: str | None) -> list[str]:
    """Return the names by which the vocabulary knows somebody."""
    who, outlet = actor(actor_id or ""), sources().get(actor_id or "")
    forms = [name.text for name in who.names] if who else []
    return sorted({*forms, *((outlet.name, *outlet.aliases) if outlet else ())})


def difference_line(difference: Difference, names: Names) -> Line | None:
    """Return a difference between claims, or None where it has to do with nothing that is exported."""
    claims = [claim for position in difference.positions for claim in position.claims]
    known = (names.incident_of[claim] for claim in claims if claim in names.incident_of)
    incident = difference.event_id or next(known, None)
    if incident is None:
        return None
    types = {event.id: event.type for event in names.contents.events}
    return {
        "incident": incident,
        "field": difference_field(difference, types.get(incident, "")),
        "relation": difference.relation.value,
        "kind": difference.kind.value if difference.kind and difference.relation.value == "dispute" else None,
        "positions": [
            {
                "value": position.value,
                "documents": names.contents.labels({passage.document_id for passage in position.passages}),
                **({"error": True} if position.error else {}),
            }
            for position in difference.positions
        ],
        "rule": difference.rule,
    }


def chain_lines(names: Names) -> Iterator[Line]:
    """Yield how values went from telling to telling: of each event, and of the totals of one family of types."""
    contents = names.contents
    groups = [event.claims for event in contents.events]
    by_type: dict[str, set[str]] = {}
    for entry in reported_totals(contents).values():
        by_type.setdefault(contents.claims[entry.claims[0]].type[:1], set()).update(entry.claims)
    groups += [tuple(sorted(group)) for _, group in sorted(by_type.items())]
    lineage_of = {document: lineage.id for lineage in contents.lineages for document in lineage.documents}
    for group in groups:
        claims = [contents.claims[claim] for claim in group]
        for chain in derivations(claims, contents.documents, lineage_of):
            yield chain_line(chain, names)


def chain_line(chain: Derivation, names: Names) -> Line:
    """Return one chain of tellings."""
    return {
        "about": names.incident_of.get(chain.steps[0].claim_id),
        "field": chain.role,
        "steps": [
            {
                "doc": names.contents.label(step.document_id),
                "value": count_text(step.given) if isinstance(step.given, CountValue) else step.value,
                "printed": step.value,
                "transformation": list(step.transformations),
            }
            for step in chain.steps
        ],
    }


def mention_lines(names: Names) -> list[Line]:
    """Return what every name leads to: a known actor, the fullest name in its document, or a place."""
    found: dict[tuple[str, int, int, str], Line] = {}
    for document_id, span, led_to in _named(names.contents):
        document = names.contents.documents[document_id]
        start, end = names.spot(document, span)
        found[document.label, start, end, led_to] = {"doc": document.label, "start": start, "end": end, "actor": led_to}
    return [found[key] for key in sorted(found)]


def _named(contents: Contents) -> Iterator[tuple[str, Span, str]]:
    """Yield document, span and what it leads to; a known post also leads to its organisation."""
    for document_id, mentions in contents.mentions.items():
        for mention in mentions:
            yield document_id, mention.span, mention.known_id or f"name:{fold(mention.name or mention.text)}"
            if post := posts().get(mention.known_id or ""):
                yield document_id, mention.span, post.organisation_id
    for claim in contents.claims.values():
        for slot in claim.slots:
            if isinstance(slot.value, ActorValue):
                yield claim.document_id, slot.span, slot.value.actor_id or f"name:{fold(slot.value.name or slot.value.label)}"
            elif isinstance(slot.value, PlaceValue) and slot.value.place:
                yield claim.document_id, slot.span, slot.value.place.gazetteer_id or f"place:{fold(slot.value.place.name)}"
