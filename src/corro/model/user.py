"""Somebody who works with a record, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is here for; each role may do what the ones before it may, save that only custodians see to the vault.

    Source: docs/decisions/0006-casework.md.
    """

    READER = "reader"
    ANALYST = "analyst"
    REVIEWER = "reviewer"
    CUSTODIAN = "custodian"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who asks.

    Attributes:
        name: Their name; of the one user of a machine, `local`.
        roles: What they are here for.
        cases: Ids of the restricted cases that they may open.
        named: Whether they have an account that they signed in to; `local` has none.
    """

    name: str
    roles: frozenset[Role] = frozenset()
    cases: frozenset[str] = frozenset()
    named: bool = False


LOCAL = User("local", frozenset({Role.READER, Role.ANALYST, Role.REVIEWER, Role.ADMINISTRATOR}))
"""The one user of a record that is not shared: whoever can open the file may read all of it, and sees no case."""
