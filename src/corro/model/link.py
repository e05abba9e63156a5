"""What weighing finds: copies and lineages, same-event links, and differences between claims."""

from dataclasses import dataclass
from enum import StrEnum

from corro.values import Span, content_id


@dataclass(frozen=True, slots=True)
class LineageEvidence:
    """One reason to hold that two documents go back to one origin.

    Attributes:
        kind: `identical_text`, `shared_passages`, `credit`, `citing`, `shared_error`, `shared_quote`, `version`, `translation`.
        share: Share (0..1) of the shorter text that it covers; 1 for evidence that covers nothing but decides.
        detail: The words or figures that show it.
    """

    kind: str
    share: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class CopyLink:
    """A verdict on two documents.

    Attributes:
        first_id: The smaller document id.
        second_id: The larger document id.
        same_origin: Whether they are held to be one lineage.
        evidence: Why.
    """

    first_id: str
    second_id: str
    same_origin: bool
    evidence: tuple[LineageEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Lineage:
    """The documents that go back to one origin.

    Attributes:
        documents: Their ids, sorted.
        origin_id: The earliest, by publication and then id; None where none is dated.
        basis: Kinds of evidence that it rests on.
        origin_name: The agency, outlet or issuer that it goes back to, as labelled; empty where unknown.
    """

    documents: tuple[str, ...]
    origin_id: str | None = None
    basis: tuple[str, ...] = ()
    origin_name: str = ""

    @property
    def id(self) -> str:
        """The lineage's id, made of its documents."""
        return content_id("lineage", *self.documents)


class LinkVerdict(StrEnum):
    """Whether two claims are about one event."""

    SAME = "same"
    NOT_SAME = "not_same"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class EventLink:
    """A verdict on two claims, with its reasons.

    Attributes:
        first_id: The smaller claim id.
        second_id: The larger claim id.
        verdict: Whether they are about one event.
        weight: Weight of the evidence for it, in the units of the weights table of the linker.
        reasons: What spoke for and against, in order of weight.
        rule: Id of the rule that decided.
    """

    first_id: str
    second_id: str
    verdict: LinkVerdict
    weight: float = 0.0
    reasons: tuple[str, ...] = ()
    rule: str = ""


class Relation(StrEnum):
    """How claims about one value stand to each other. Source: docs/codebook.md, lists."""

    AGREE = "agree"
    REFINE = "refine"
    UPDATE = "update"
    INCOMPARABLE = "incomparable"
    TRANSMISSION_ERROR = "transmission_error"
    DISPUTE = "dispute"
    UNRELATED = "unrelated"


class DisputeKind(StrEnum):
    """What a dispute is about. Source: docs/codebook.md, lists."""

    FACT = "fact"
    QUANTITY = "quantity"
    DATE = "date"
    IDENTITY = "identity"
    ATTRIBUTION = "attribution"
    PROVENANCE = "provenance"
    CHARACTERISATION = "characterisation"
    LAW = "law"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document version.

    Attributes:
        document_id: The version.
        span: Its characters.
    """

    document_id: str
    span: Span


class ChainKind(StrEnum):
    """How one event stands to another that is not the same. Source: docs/codebook.md, R9."""

    PRECEDED_BY = "preceded_by"
    REPRISAL_FOR = "reprisal_for"
    INVESTIGATION_OF = "investigation_of"
    RESPONSE_TO = "response_to"
    PART_OF = "part_of"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """What a text says of how one event stands to another.

    Attributes:
        kind: How the one stands to the other.
        claim_id: The claim of the one (`preceded_by`: of the later).
        of_claim_id: The claim of the other (`preceded_by`: of the earlier).
        passage: The characters that say so, from the one to the other.
        document_id: Where they stand.
        rule: Id of the rule that decided.
    """

    kind: ChainKind
    claim_id: str
    of_claim_id: str
    passage: Span
    document_id: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """One value of several, with those who hold it.

    Attributes:
        value: The value as printed.
        claims: Ids of the claims that put it forward, sorted.
        holders: Who holds it, sorted.
        passages: The words, one a claim, in the order of `claims`.
        lineages: Number of independent lineages behind it.
        error: Whether the rule holds it to be a slip of transmission; it stays beside the others all the same.
        earlier: Whether another position is a later state of the same value, or what its holder put in its place.
    """

    value: str
    claims: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    lineages: int = 0
    error: bool = False
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """How the positions on one value stand to each other; a *dispute* is a difference whose relation is `dispute`.

    Attributes:
        field: The role that they are about (`time`, `target`, `killed`).
        relation: How they stand to each other.
        positions: The positions, sorted by value.
        kind: What the dispute is about; set exactly where the relation is `dispute` or the error is of that kind.
        rule: Id of the rule that decided.
        explanation: The rule in words, applied to this case.
        document_id: The document, where the difference stands inside one.
        event_id: The event, once composed; None where it concerns a document only.
    """

    field: str
    relation: Relation
    positions: tuple[Position, ...]
    kind: DisputeKind | None = None
    rule: str = ""
    explanation: str = ""
    document_id: str | None = None
    event_id: str | None = None

    @property
    def id(self) -> str:
        """The difference's id: field, relation and the claims or passages on each side."""
        sides = [(position.value, position.claims, position.passages) for position in self.positions]
        return content_id("diff", self.field, self.relation, self.document_id, sides)
