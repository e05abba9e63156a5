"""Positions in the making: the values of one role side by side, each with the claims, documents and lineages behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corro.model import (
    ActorValue,
    Claim,
    CountValue,
    Document,
    Passage,
    PlaceValue,
    Position,
    Slot,
    TextValue,
    TimeValue,
    Value,
)
from corro.ports import Independence
from corro.values import Language, Span, fold
from corro.weigh.independence import independence
from corro.weigh.relations.printing import print_value


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known around the values of one event.

    Attributes:
        documents_by_id: The documents.
        lineage_of: Lineage id by document id.
        count: Counts independent lineages.
        related: Claims on other events that the same documents tell of, such as the lifting of a measure.
        event_type: Code of the event's type.
    """

    documents_by_id: Mapping[str, Document]
    lineage_of: Mapping[str, str]
    count: Independence
    related: tuple[Claim, ...] = ()
    event_type: str = ""

    def lineage(self, document_id: str) -> str:
        """Return the lineage of a document; unknown documents are lineages of their own."""
        return self.lineage_of.get(document_id, document_id)

    def edition(self, document_id: str) -> tuple[str, str] | None:
        """Return lineage and outlet of a document, or None where its outlet is unknown."""
        document = self.documents_by_id.get(document_id)
        return (self.lineage(document_id), fold(document.outlet.text)) if document and document.outlet.text else None

    def series(self, document_id: str) -> str:
        """Return the document that this is a version of."""
        document = self.documents_by_id.get(document_id)
        return document.series_id if document else document_id


@dataclass(frozen=True, slots=True)
class Stand:
    """One value with all who put it forward.

    Attributes:
        role: The role that it fills.
        value: The value.
        printed: The value as shown.
        told: The claims with the slots that say it, sorted by claim id.
        lineages: Number of independent lineages behind it.
    """

    role: str
    value: Value
    printed: str
    told: tuple[tuple[Claim, Slot], ...] = field(repr=False)
    lineages: int = 1

    @property
    def documents(self) -> frozenset[str]:
        """The documents that tell it."""
        return frozenset(claim.document_id for claim, _ in self.told)

    @property
    def holders(self) -> frozenset[str]:
        """Who is first to put it forward, folded."""
        return frozenset(fold(claim.holders[0].name) for claim, _ in self.told if claim.holders)

    @property
    def passages(self) -> tuple[tuple[str, Span], ...]:
        """Where it stands."""
        return tuple((claim.document_id, slot.span) for claim, slot in self.told)

    def position(self, *, error: bool = False, earlier: bool = False) -> Position:
        """Return the stand as a position."""
        claims = tuple(claim for claim, _ in self.told)
        return Position(
            value=self.printed,
            claims=tuple(claim.id for claim in claims),
            holders=tuple(sorted({holder_name(claim) for claim in claims} - {""})),
            passages=tuple(Passage(claim.document_id, slot.span) for claim, slot in self.told),
            lineages=self.lineages,
            error=error,
            earlier=earlier,
        )


def holder_name(claim: Claim) -> str:
    """Return who puts a claim forward first, or the empty string."""
    return claim.holders[0].name if claim.holders else ""


def print_slot(slot: Slot) -> str:
    """Return a slot's value as compared, or the empty string where it is open."""
    return fold(print_value(slot.value)) if slot.value is not None else ""


def scene_of(
    claims: Sequence[Claim], documents_by_id: Mapping[str, Document], lineage_of: Mapping[str, str], related: Sequence[Claim] = ()
) -> Scene:
    """Gather what is known around the values of one event."""
    types = sorted(claim.type for claim in claims)
    commonest = max(types, key=lambda code: (types.count(code), code), default="")
    counting = independence(lineage_of, documents_by_id)
    return Scene(documents_by_id, lineage_of, counting, tuple(related), commonest)


def stands_of(claims: Sequence[Claim], role: str, scene: Scene) -> tuple[Stand, ...]:
    """Gather the values of one role, equal ones together.

    Args:
        claims: The claims of one event.
        role: The role.
        scene: What is known around them.

    Returns:
        One stand a value, sorted by print; open values are left out.
    """
    gathered: dict[object, list[tuple[Claim, Slot]]] = {}
    for claim in sorted(claims, key=lambda item: item.id):
        for slot in claim.slots_of(role):
            if slot.value is not None and not _open(slot.value):
                gathered.setdefault(_key(slot.value), []).append((claim, slot))
    return tuple(
        sorted((_stand(role, told, scene) for told in gathered.values()), key=lambda stand: (stand.printed, stand.told[0][0].id))
    )


def _stand(role: str, told: list[tuple[Claim, Slot]], scene: Scene) -> Stand:
    claims = [claim for claim, _ in told]
    value = told[0][1].value
    assert value is not None  # noqa: S101 - narrowed above; open values were left out
    return Stand(role, value, print_value(value), tuple(told), scene.count(claims))


def _open(value: Value) -> bool:
    if isinstance(value, TimeValue):
        return value.interval is None or bool(value.condition)
    return isinstance(value, PlaceValue) and value.place is None


def _key(value: Value) -> object:
    """Return what makes two values equal: the resolved value, or the folded label."""
    if isinstance(value, TimeValue):
        interval = value.interval
        return (interval.first, interval.last, value.anchor) if interval else value
    if isinstance(value, CountValue):
        return value.count, value.unit, fold(value.population), value.window
    if isinstance(value, PlaceValue):
        return (value.place.gazetteer_id or fold(value.place.name)) if value.place else value
    if isinstance(value, ActorValue):
        return fold(value.label)
    return fold(value.text) if isinstance(value, TextValue) else value


def published(stand: Stand, scene: Scene) -> date | None:
    """Return the earliest publication among the documents that tell a value."""
    documents = (scene.documents_by_id.get(name) for name in stand.documents)
    intervals = (document.published.interval for document in documents if document)
    return min((interval.first for interval in intervals if interval and interval.first), default=None)


def earlier_of(one: Stand, other: Stand, scene: Scene) -> Stand | None:
    """Return the value that another has taken the place of: by the day as of which it holds, else by publication.

    Args:
        one: A value.
        other: A later or earlier state of it.
        scene: What is known around them.

    Returns:
        The earlier one; None where nothing tells, or where somebody still gives it when the other is already told.
    """
    mine, theirs = _as_of(one), _as_of(other)
    if mine and theirs and mine != theirs:
        return one if mine < theirs else other
    for early, late in ((one, other), (other, one)):
        last, first = _last_published(early, scene), published(late, scene)
        if last and first and last < first:
            return early
    return None


def _last_published(stand: Stand, scene: Scene) -> date | None:
    documents = (scene.documents_by_id.get(name) for name in stand.documents)
    intervals = (document.published.interval for document in documents if document)
    return max((interval.last for interval in intervals if interval and interval.last), default=None)


def _as_of(stand: Stand) -> date | None:
    value = stand.value
    return value.as_of.first if isinstance(value, CountValue) and value.as_of else None


def languages(stand: Stand, scene: Scene) -> frozenset[Language]:
    """Return the languages of the documents that tell a value."""
    documents = (scene.documents_by_id.get(name) for name in stand.documents)
    return frozenset(document.language for document in documents if document)


def versions(one: Stand, other: Stand, scene: Scene) -> bool:
    """Say whether the values stand in two versions of one report: one address, or one outlet's texts of one lineage.

    It is enough that one version has only one of the values: a first version can contradict itself.
    """
    pairs = ((one.documents - other.documents, other.documents), (other.documents - one.documents, one.documents))
    return any(_of_one_report(alone, rivals, scene) for alone, rivals in pairs)


def _of_one_report(alone: frozenset[str], rivals: frozenset[str], scene: Scene) -> bool:
    if {scene.series(name) for name in alone} & {scene.series(name) for name in rivals}:
        return True
    return bool({scene.edition(name) for name in alone} & {scene.edition(name) for name in rivals} - {None})


def told_on(one: Stand, other: Stand, scene: Scene) -> bool:
    """Say whether one lineage carries both values, in different documents: the value changed on the way."""
    mine = {scene.lineage(name) for name in one.documents - other.documents}
    theirs = {scene.lineage(name) for name in other.documents - one.documents}
    return bool(mine & theirs) and not one.documents & other.documents


def retold(one: Stand, other: Stand, scene: Scene) -> Stand | None:
    """Return the value that came out later, or None where that cannot be told."""
    mine, theirs = published(one, scene), published(other, scene)
    if mine is None or theirs is None or mine == theirs:
        return outlier(one, other)
    return one if mine > theirs else other


def outlier(one: Stand, other: Stand) -> Stand | None:
    """Return the value of one lineage that stands against several, or None."""
    if one.lineages >= 2 and other.lineages <= 1:
        return other
    if other.lineages >= 2 and one.lineages <= 1:
        return one
    return None
