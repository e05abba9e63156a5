"""What claims are about: composed from claims, links and decisions, never stored as an input."""

from dataclasses import dataclass
from enum import StrEnum

from corro.model.claim import Modality, Value
from corro.model.grade import ClaimGrade, Credibility
from corro.values import Interval, Place, slug


class Support(StrEnum):
    """What the lineages behind a value amount to; computed. Source: docs/codebook.md, lists."""

    SINGLE_SOURCE = "single_source"
    MULTIPLE_DEPENDENT = "multiple_dependent"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class Assessment(StrEnum):
    """What people hold; by decision only. Source: docs/codebook.md, lists."""

    UNASSESSED = "unassessed"
    VERIFIED = "verified"
    FINDING = "finding"
    JUDICIALLY_ESTABLISHED = "judicially_established"
    REFUTED = "refuted"
    UNVERIFIABLE = "unverifiable"


@dataclass(frozen=True, slots=True)
class Held:
    """One value of an event with those who hold it.

    Attributes:
        value: The value (the representative of equal ones: the one of the smallest claim id).
        printed: The value as shown.
        claims: Ids of the claims that put it forward, sorted.
        holders: Who holds it, sorted.
        lineages: Number of independent lineages behind it.
        support: What they amount to.
        inferred: Whether every claim behind it only infers it.
        corrected: Ids of the decisions by which people corrected how it was read, sorted.
    """

    value: Value
    printed: str
    claims: tuple[str, ...]
    holders: tuple[str, ...] = ()
    lineages: int = 1
    support: Support = Support.SINGLE_SOURCE
    inferred: bool = False
    corrected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventValue:
    """All that is held of one role of an event, side by side.

    Attributes:
        role: The role of the frame.
        held: The values, best supported first, then by print.
    """

    role: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What a set of claims is about.

    Attributes:
        id: Hash of its claims; a new claim may change it.
        type: Code of the event type, by most independent lineages, ties by code.
        claims: Ids of its claims, sorted.
        documents: Ids of the documents, sorted.
        values: What is held of each role.
        modality: The firmest that any claim gives it.
        interval: Days within which it occurred, as its best supported claims have it; None where unknown.
        place: Where, as its best supported claims have it; None where unknown.
        lineages: Number of independent lineages behind the event.
        support: What they amount to.
        assessment: What people hold.
        title: One line for lists, made of the type's name and the best supported values.
        parent_id: The event that it is a part of, or None.
        aliases: Earlier ids of events that shared a claim with this one.
        grades: How credible its claims are, by claim; those of one lineage of which nothing can be judged are left out.
    """

    id: str
    type: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    values: tuple[EventValue, ...] = ()
    modality: Modality = Modality.HAPPENED
    interval: Interval | None = None
    place: Place | None = None
    lineages: int = 1
    support: Support = Support.SINGLE_SOURCE
    assessment: Assessment = Assessment.UNASSESSED
    title: str = ""
    parent_id: str | None = None
    aliases: tuple[str, ...] = ()
    grades: tuple[ClaimGrade, ...] = ()

    @property
    def credibility(self) -> Credibility:
        """The best grade that any of its claims has; "cannot be judged" is none."""
        return min((grade.credibility for grade in self.grades), default=Credibility.CANNOT_BE_JUDGED)

    @property
    def slug(self) -> str:
        """The short form that people read and type."""
        return slug(self.type, self.id)

    def value_of(self, role: str) -> EventValue | None:
        """Return what is held of a role, or None."""
        return next((value for value in self.values if value.role == role), None)
