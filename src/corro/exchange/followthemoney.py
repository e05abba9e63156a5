"""FollowTheMoney entities, one JSON object a line: a measure against somebody is an Event and never a Sanction.

Tools that read them mark whoever is sanctioned; an order to leave the country must not do that to anybody. Persons go out only
where they act in public office, and never with ethnicity, religion or papers.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from corro.exchange.outgoing import Outgoing, dispute_text
from corro.model import ActorKind, ActorValue, Document
from corro.values import content_id
from corro.vocab import actor
from corro.vocab.event_types import event_types

Entity = dict[str, Any]

_PUBLIC = frozenset(
    {
        ActorKind.STATE_FORCE,
        ActorKind.FOREIGN_STATE_FORCE,
        ActorKind.GOVERNMENT,
        ActorKind.FOREIGN_GOVERNMENT,
        ActorKind.JUDICIARY,
        ActorKind.UN_FORCE,
        ActorKind.UN_POLICE,
        ActorKind.UN_CIVILIAN,
        ActorKind.UN_ORGAN,
        ActorKind.REGIONAL_ORGANISATION,
    }
)
"""Kinds of actor that are public bodies. Source: FollowTheMoney 4, schema PublicBody."""

_NOBODY = frozenset({ActorKind.CIVILIANS, ActorKind.UNKNOWN})
"""Kinds of which no entity is made: they name nobody."""

_ROLES = ("actor", "target", "body", "announced_by")


def written(events: Iterable[Outgoing]) -> Iterator[bytes]:
    """Write events, who is involved and where it stands, each entity once."""
    seen: set[str] = set()
    for one in events:
        for entity in entities(one):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                yield json.dumps(entity, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def entities(one: Outgoing) -> Iterator[Entity]:
    """Yield what is told of an event: its actors, its documents, itself, and the link from it to each document."""
    involved = [made for value in one.actors(*_ROLES) if (made := _actor(value))]
    yield from involved
    articles = [_article(document) for document in sorted(one.documents.values(), key=lambda document: document.id)]
    yield from articles
    yield _event(one, involved)
    for article in articles:
        told = {"document": [article["id"]], "entity": [_id(one.event.id)], "role": ["tells of it"]}
        yield _entity(content_id("told", one.event.id, article["id"]), "Documentation", **told)


def _event(one: Outgoing, involved: list[Entity]) -> Entity:
    event, days = one.event, one.days()
    told = [event_types()[event.type].name_en, f"{event.lineages} independent lineages, {event.support.value}"]
    told += [words] if (words := dispute_text(one.disputed())) else []
    return _entity(
        event.id,
        "Event",
        name=[event.title],
        startDate=[days[0].isoformat()] if days else [],
        endDate=[days[1].isoformat()] if days else [],
        location=[one.place_name] if one.place_name else [],
        country=[one.place.country.lower()] if one.place and one.place.country else [],
        summary=[". ".join(told)],
        keywords=[event.type],
        involved=sorted({entity["id"] for entity in involved}),
    )


def _actor(value: ActorValue) -> Entity | None:
    known = actor(value.actor_id) if value.actor_id else None
    if value.kind in _NOBODY or (value.kind is ActorKind.PERSON and not (known and known.public_figure)):
        return None
    schema = "Person" if value.kind is ActorKind.PERSON else "PublicBody" if value.kind in _PUBLIC else "Organization"
    name = known.name if known else value.name or value.label
    identifier = content_id("actor", value.actor_id or name.casefold())
    return _entity(identifier, schema, name=[name], country=[known.country.lower()] if known and known.country else [])


def _article(document: Document) -> Entity:
    published = document.published.interval
    day = [published.first.isoformat()] if published and published.first and published.first == published.last else []
    return _entity(
        document.id,
        "Article",
        title=[document.title.text or document.label],
        fileName=[document.label],
        publisher=[document.outlet.text] if document.outlet.text else [],
        publishedAt=day,
        sourceUrl=[document.address] if document.address else [],
        language=[{"en": "eng", "fr": "fra"}[document.language.value]] if document.language.value in ("en", "fr") else [],
    )


def _id(identifier: str) -> str:
    """Return an id as FollowTheMoney takes it. Source: followthemoney 4, EntityType: letters, digits, dots and hyphens."""
    return identifier.replace("_", "-")


def _entity(identifier: str, schema: str, **properties: list[str]) -> Entity:
    return {"id": _id(identifier), "schema": schema, "properties": {name: values for name, values in properties.items() if values}}
