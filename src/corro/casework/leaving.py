"""Who asks for something to go out, whom it is for, and what was taken away on the way."""

from dataclasses import dataclass
from enum import StrEnum

from corro.casework.consent import Use
from corro.model.user import LOCAL, User


class Audience(StrEnum):
    """Whom something is for; the section itself comes first, everybody last."""

    SECTION = "section"
    UN = "un"
    COURTS = "courts"
    PUBLIC = "public"


_SHARING = {
    Audience.SECTION: frozenset({Use.INTERNAL_USE}),
    Audience.UN: frozenset({Use.SHARE_UN}),
    Audience.COURTS: frozenset({Use.SHARE_COURTS}),
    Audience.PUBLIC: frozenset({Use.PUBLISH}),
}
"""What a person must have consented to before anything that names their code reaches an audience. Source: docs/codebook.md, R25."""


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody's wish that something goes out.

    Attributes:
        user: Who asks.
        audience: Whom it is for.
        purpose: What it becomes: the name of an export format, `brief`.
        named: Whether persons are to be told by name.
    """

    user: User = LOCAL
    audience: Audience = Audience.PUBLIC
    purpose: str = ""
    named: bool = False

    @property
    def outside(self) -> bool:
        """Whether it leaves the section."""
        return self.audience is not Audience.SECTION

    @property
    def uses(self) -> frozenset[Use]:
        """What each person concerned must have consented to."""
        if self.named:
            return _SHARING[self.audience] | {Use.CITE_BY_NAME}
        return _SHARING[self.audience] | ({Use.CITE_ANONYMOUSLY} if self.outside else frozenset())


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that was taken away on the way out.

    Attributes:
        kind: What sort of thing: `event`, `entry`, `claim`, `document` …
        step: What was done: `date to month`, `held back`, `no consent`, `small number` …
    """

    kind: str
    step: str
