"""What each role may do: the one table that every way in asks, whether library, command line, web or vault."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from corro.model.user import Role, User


class Doing(StrEnum):
    """What somebody would do with a record or its vault."""

    READ = "read"
    SUPPLY = "supply"
    DECIDE = "decide"
    ENTER = "enter"
    REVIEW = "review"
    EXPORT = "export"
    PROTECT = "protect"
    KEEP_VAULT = "keep_vault"
    ADMINISTER = "administer"


_ALL = frozenset(Role)
_ANALYSTS = _ALL - {Role.READER}
_REVIEWERS = _ANALYSTS - {Role.ANALYST}

ALLOWED: Mapping[Doing, frozenset[Role]] = MappingProxyType(
    {
        Doing.READ: _ALL,
        Doing.SUPPLY: _ANALYSTS,
        Doing.DECIDE: _ANALYSTS,
        Doing.ENTER: _ANALYSTS,
        Doing.REVIEW: _REVIEWERS,
        Doing.EXPORT: _REVIEWERS,
        Doing.PROTECT: _ANALYSTS - {Role.ADMINISTRATOR},
        Doing.KEEP_VAULT: frozenset({Role.CUSTODIAN}),
        Doing.ADMINISTER: frozenset({Role.CUSTODIAN, Role.ADMINISTRATOR}),
    }
)
"""Which roles may do what.

`supply` adds reports, tables and imports; `protect` makes keys for cases and persons and keeps things under them; `keep_vault`
grants, revokes and destroys keys; `administer` makes and changes accounts. Each role may what the ones before it may, save that
only custodians see to the vault, and that an administrator, who needs no protected thing, may make none.

Source: docs/decisions/0006-casework.md; NIST SP 800-53 rev. 5, 2020, AC-5 (separation of duties) and AC-6 (least privilege).
"""

FRESH = frozenset({Doing.KEEP_VAULT, Doing.ADMINISTER})
"""What wants a sign-in of a short while ago. Source: OWASP, Session Management Cheat Sheet, re-authentication for risky acts."""


def allowed(user: User, doing: Doing) -> bool:
    """Say whether a user has a role that may do that."""
    return not user.roles.isdisjoint(ALLOWED[doing])
