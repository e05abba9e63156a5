"""Who: persons, organs, groups, and posts with their holders over time."""

from dataclasses import dataclass
from enum import StrEnum

from corro.values import Interval


class ActorKind(StrEnum):
    """What sort of actor. Source: docs/codebook.md, lists, actor kinds."""

    STATE_FORCE = "state_force"
    FOREIGN_STATE_FORCE = "foreign_state_force"
    PRIVATE_MILITARY = "private_military"
    SIGNATORY_GROUP = "signatory_group"
    JNIM_TYPE = "jnim_type"
    ISGS_TYPE = "isgs_type"
    ARMED_GROUP = "armed_group"
    SELF_DEFENCE = "self_defence"
    COMMUNAL = "communal"
    UN_FORCE = "un_force"
    UN_POLICE = "un_police"
    UN_CIVILIAN = "un_civilian"
    UN_ORGAN = "un_organ"
    UN_EXPERT = "un_expert"
    REGIONAL_ORGANISATION = "regional_organisation"
    GOVERNMENT = "government"
    JUDICIARY = "judiciary"
    FOREIGN_GOVERNMENT = "foreign_government"
    CIVIL_SOCIETY = "civil_society"
    MEDIA = "media"
    AGENCY = "agency"
    PERSON = "person"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name.

    Attributes:
        text: As written.
        language: ISO 639-1 code, or empty.
        form: `main`, `variant`, `acronym`, `former`, `typo` or `label`.
        source: Where the form was seen.
    """

    text: str
    language: str = ""
    form: str = "variant"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """An office and who holds it over a time.

    Attributes:
        title: What the office is called.
        organisation_id: The known organisation that it belongs to.
        holder_id: The known person who holds it, or None where vacant or unknown.
        held: From when to when; open ends stay open.
        source: Reference.
    """

    title: str
    organisation_id: str
    holder_id: str | None = None
    held: Interval | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organ or group of the vocabulary, or one composed from mentions across documents.

    Attributes:
        id: Key in the vocabulary (`minusma`), or a content id.
        name: Main name.
        kind: What sort.
        names: All forms seen or known.
        parent_id: The body that it belongs to, or None where unknown.
        country: ISO 3166-1 alpha-2 code, or None.
        party_to_conflict: Whether it is a party; None where nobody has said.
        posts: Offices held, for persons.
        public_figure: Whether a person acts in public office; others are protected by default.
    """

    id: str
    name: str
    kind: ActorKind = ActorKind.UNKNOWN
    names: tuple[Name, ...] = ()
    parent_id: str | None = None
    country: str | None = None
    party_to_conflict: bool | None = None
    posts: tuple[Post, ...] = ()
    public_figure: bool = False
