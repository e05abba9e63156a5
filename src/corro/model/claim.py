"""One proposition that a source puts forward: who, what, whom, where, when, how many."""

from dataclasses import dataclass, field
from enum import StrEnum

from corro.model.actor import ActorKind
from corro.values import Count, Duration, Interval, Place, Span, content_id


class Modality(StrEnum):
    """How the text tells it. Source: docs/codebook.md, marking of events and R21."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    ANNOUNCED = "announced"
    ALLEGED = "alleged"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    DEMANDED = "demanded"
    HISTORICAL = "historical"

    @property
    def current(self) -> bool:
        """Whether the claim puts an event forward as current (happened, ongoing, announced or alleged)."""
        return self in (Modality.HAPPENED, Modality.ONGOING, Modality.ANNOUNCED, Modality.ALLEGED)


class Polarity(StrEnum):
    """Whether the proposition is affirmed or denied by its source."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class AttributionStatus(StrEnum):
    """How firmly the source ties the deed to its doer. Source: MUC-3/4 confidence slot (Sundheim 1991)."""

    FACT = "fact"
    CLAIMED = "claimed"
    ADMITTED = "admitted"
    SUSPECTED = "suspected"
    ACCUSED = "accused"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    DENIED = "denied"
    POSSIBLE = "possible"


class TimeAnchor(StrEnum):
    """What a date is the date of. Source: docs/codebook.md, entities: Time."""

    OCCURRED = "occurred"
    ANNOUNCED = "announced"
    NOTIFIED = "notified"
    EFFECTIVE = "effective"
    DEADLINE = "deadline"
    PUBLISHED = "published"
    AS_OF = "as_of"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True)
class TimeValue:
    """When, as resolved.

    Attributes:
        interval: The days, or None where it stays open.
        anchor: What the date is the date of.
        counted_from: `publication`, `text` or the phrase that a relative expression counts from; empty for absolute dates.
        rule: Id of the rule.
        reason: Why it stays open, where it does.
        timex: TIMEX3 value where it has one.
        condition: What the value depends on, where it is conditional ("if announced on the publication date, …").
    """

    interval: Interval | None
    anchor: TimeAnchor = TimeAnchor.OCCURRED
    counted_from: str = ""
    rule: str = ""
    reason: str = ""
    timex: str = ""
    condition: str = ""


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """Where, as resolved.

    Attributes:
        place: The place, or None where it stays open.
        matched: How: `exact_name`, `variant`, `supplement`, `offset`; empty where open.
        candidates: What it could be, best first, where it stays open or was close.
        rule: Id of the rule.
        reason: Why it stays open, where it does.
        name: What the text calls it, where no gazetteer has that name.
    """

    place: Place | None
    matched: str = ""
    candidates: tuple[Place, ...] = ()
    rule: str = ""
    reason: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class ActorValue:
    """Who, with the source's own label kept.

    Attributes:
        label: The source's own words (`foreign military personnel`).
        name: Fullest name in the document for the same actor, or the label.
        actor_id: Known actor, or None.
        kind: What sort.
        inferred_id: Known actor that the label is only inferred to mean (never merged into the label).
        candidates: Known actors between which it stays open.
    """

    label: str
    name: str = ""
    actor_id: str | None = None
    kind: ActorKind = ActorKind.UNKNOWN
    inferred_id: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountValue:
    """How many, of what, over which window.

    Attributes:
        count: The figure with its bound.
        unit: Counting unit (`persons`, `flight requests`, `occasions`, `patrols`, `hours`); `corro.vocab` lists them.
        population: Who or what is counted, in the source's words (`civilians`, `fighters`), or empty.
        window: Days over which it was counted, or None where unknown.
        as_of: State of which day, or None.
        cumulative: Whether it adds up several events.
        denominator: Out of how many, or None where not reported.
    """

    count: Count
    unit: str = "persons"
    population: str = ""
    window: Interval | None = None
    as_of: Interval | None = None
    cumulative: bool = False
    denominator: int | None = None


@dataclass(frozen=True, slots=True)
class DurationValue:
    """For how long, as stated.

    Attributes:
        duration: The stated length.
    """

    duration: Duration


@dataclass(frozen=True, slots=True)
class TextValue:
    """A reason, condition, legal basis or characterisation in the source's words.

    Attributes:
        text: The words.
        key: What it is known as in a controlled list, or empty.
    """

    text: str
    key: str = ""


Value = ActorValue | TimeValue | PlaceValue | CountValue | DurationValue | TextValue


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a claim, with the characters it leads back to (law 1).

    Attributes:
        role: What it is of the event: a role of the type's frame (`actor`, `target`, `place`, `time`, `killed`, `reason`, …).
        span: The characters that say so.
        value: The value, or None between extraction and resolution.
        inferred: Whether no sentence says it in so many words.
        rule: Id of the rule that filled it.
    """

    role: str
    span: Span
    value: Value | None = None
    inferred: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Holder:
    """One link of the attribution chain.

    Attributes:
        role: `speaker`, `agency` or `outlet`.
        name: Who, in the fullest form known.
        actor_id: Known actor or source, or None.
        capacity: Post as stated, or empty.
    """

    role: str
    name: str
    actor_id: str | None = None
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition in one document about one event.

    Attributes:
        document_id: Where it stands.
        type: Code of the event type (`H1`).
        trigger: The characters that name the event.
        passage: The sentence or clause that holds the claim.
        slots: Its values.
        holders: Who puts it forward, the one whose words they are first, the outlet last.
        statement_id: The statement that holds it, or None where the narrator says it.
        modality: How the text tells it.
        polarity: Whether its source affirms or denies it.
        status: How firmly it ties the deed to its doer.
        background: Whether the text tells it as background (older events, history).
        segment: Kind of segment it stands in (`body`, `caption`, `headline`).
        same_as: Trigger spans of other mentions of the same event in this document, found inside the document.
        rule: Id of the rule or model that found it.
        id: Made of its document, type, trigger and who puts it forward, so that a better extractor keeps it.
    """

    document_id: str
    type: str
    trigger: Span
    passage: Span
    slots: tuple[Slot, ...] = ()
    holders: tuple[Holder, ...] = ()
    statement_id: str | None = None
    modality: Modality = Modality.HAPPENED
    polarity: Polarity = Polarity.AFFIRMED
    status: AttributionStatus = AttributionStatus.FACT
    background: bool = False
    segment: str = "body"
    same_as: tuple[Span, ...] = ()
    rule: str = ""
    id: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make the id, once: claims are sorted and looked up by it many times."""
        holder = self.holders[0].name if self.holders else ""
        made = content_id("claim", self.document_id, self.type, self.trigger.start, self.trigger.end, holder)
        object.__setattr__(self, "id", made)

    def slots_of(self, *roles: str) -> tuple[Slot, ...]:
        """Return the slots of these roles, in order."""
        return tuple(slot for slot in self.slots if slot.role in roles)
