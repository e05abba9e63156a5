"""What persons have consented to: itemised, dated, withdrawable; what may go out is what all of them allow (R25).

Consents are acts in the order in which they were entered, which nobody can change afterwards. The order counts where dates are the
same, and a withdrawal counts from the moment it is known, whatever a clock says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corro.errors import BadOptionError


class Use(StrEnum):
    """One thing that a person can consent to. Source: docs/codebook.md, R25; vocab/lists/consents.toml."""

    INTERNAL_USE = "internal_use"
    CITE_ANONYMOUSLY = "cite_anonymously"
    CITE_BY_NAME = "cite_by_name"
    SHARE_UN = "share_un"
    SHARE_COURTS = "share_courts"
    PUBLISH = "publish"


ALL_USES = frozenset(Use)
"""Everything that can be consented to."""


class ConsentKind(StrEnum):
    """What a person did. Giving says the whole of what is allowed from then on: giving less narrows."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class ConsentAct:
    """One act of consent.

    Attributes:
        kind: What the person did.
        on: The day on which they did it.
        uses: What is given, or taken back; of an erasure, everything.
        language: Language in which it was asked and given (ISO 639-1, or a name).
        how: How it was obtained: signed, spoken and recorded, through whom.
        by: Who noted it.
    """

    kind: ConsentKind
    on: date
    uses: frozenset[Use] = frozenset()
    language: str = ""
    how: str = ""
    by: str = ""


def allowed(acts: Sequence[ConsentAct], on: date) -> frozenset[Use]:
    """Return what a person allows on a day.

    The latest giving counts, by its own day and then by the order of entry; a paper that is older than what is known already gives
    nothing. What was taken back since is taken off, and so is what a giving of a later day leaves out. After an erasure nothing is
    allowed any more, whatever is entered then.

    Args:
        acts: The person's acts, in the order of entry.
        on: The day of the use.

    Returns:
        What is allowed; nothing where nothing was ever given.
    """
    if any(act.kind is ConsentKind.ERASED for act in acts):
        return frozenset()
    ranked = [(act.on, place, act) for place, act in enumerate(acts)]
    given = [one for one in ranked if one[2].kind is ConsentKind.GIVEN]
    past = [one for one in given if one[0] <= on]
    if not past:
        return frozenset()
    day, place, latest = max(past, key=lambda one: one[:2])
    left = set(latest.uses)
    for later_day, later_place, act in ranked:
        if act.kind is ConsentKind.WITHDRAWN and (later_day, later_place) > (day, place):
            left -= act.uses
        elif act.kind is ConsentKind.GIVEN and later_day > on:
            left &= act.uses
    return frozenset(left)


def intersection(persons: Iterable[Sequence[ConsentAct]], on: date) -> frozenset[Use]:
    """Return what all of these persons allow on a day; everything where nobody is concerned.

    Args:
        persons: For each person, their acts in the order of entry.
        on: The day of the use.
    """
    common = ALL_USES
    for acts in persons:
        common &= allowed(acts, on)
    return common


def entered(acts: Sequence[ConsentAct], act: ConsentAct, today: date) -> tuple[ConsentAct, ...]:
    """Return a person's acts with one more, which was found possible.

    Args:
        acts: The acts so far, in the order of entry.
        act: The one to enter.
        today: The day of entry.

    Raises:
        BadOptionError: It is dated in the future, gives or takes back nothing, does not say how or in which language it was
            obtained, takes back what is not given, or the person was erased.
    """
    if any(known.kind is ConsentKind.ERASED for known in acts):
        raise BadOptionError("This person's entry was erased; nothing more can be noted of it.")
    if act.on > today:
        raise BadOptionError(f"A consent of {act.on.isoformat()} cannot be entered on {today.isoformat()}: it lies in the future.")
    if act.kind is ConsentKind.GIVEN:
        _check_given(act)
    if act.kind is ConsentKind.WITHDRAWN:
        _check_withdrawn(acts, act, today)
    return (*acts, act)


def _check_given(act: ConsentAct) -> None:
    if not act.uses:
        raise BadOptionError("A consent says what it is given for; to take everything back, withdraw.")
    if not act.language or not act.how:
        raise BadOptionError("A consent says in which language, and how, it was obtained.")


def _check_withdrawn(acts: Sequence[ConsentAct], act: ConsentAct, today: date) -> None:
    if not act.uses & allowed(acts, max(today, act.on)):
        raise BadOptionError("Nothing of this is given any more: it was withdrawn before, or never given.")
