"""How two durations, or two grounds and characterisations in words, stand to each other; law is never decided."""

from corro.model import DisputeKind, DurationValue, TextValue
from corro.values import Duration, fold
from corro.weigh.identity import ranks, words_of
from corro.weigh.relations.stands import Scene, Stand, outlier, told_on, versions
from corro.weigh.relations.verdict import Verdict, agree, dispute, slip

_KINDS = {
    "legal_basis": DisputeKind.LAW,
    "characterisation": DisputeKind.CHARACTERISATION,
    "mode": DisputeKind.FACT,
    "whereabouts": DisputeKind.FACT,
    "notified": DisputeKind.FACT,
    "status": DisputeKind.FACT,
    "briefer_role": DisputeKind.IDENTITY,
}
"""What two different values of a role in words are a dispute about; reasons, conditions and tasks may all hold side by side."""


def relate_durations(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two stated lengths of time stand to each other.

    Args:
        one: A length with those who state it.
        other: Another.
        scene: What is known around them.

    Returns:
        The verdict.

    Source: docs/codebook.md, D08 and pairs of claims (units that convert agree).
    """
    if not isinstance(one.value, DurationValue) or not isinstance(other.value, DurationValue):
        return None
    both = f"{one.printed} and {other.printed}"
    if hours(one.value.duration) == hours(other.value.duration):
        return agree("duration.converts", f"{both} are the same length.")
    if one.documents & other.documents:
        return slip(
            DisputeKind.QUANTITY, "duration.one_text", f"{both} stand in one text.", outlier(one, other) or _alone(one, other)
        )
    if versions(one, other, scene):
        return dispute(DisputeKind.VERSION, "duration.versions", f"{both} stand in two versions of one report.")
    if told_on(one, other, scene):
        return slip(DisputeKind.QUANTITY, "duration.told_on", f"{both}: one lineage carries both.", outlier(one, other))
    return dispute(DisputeKind.QUANTITY, "duration.exclude", f"{both} exclude each other.")


def _alone(one: Stand, other: Stand) -> Stand | None:
    """Return the length that only the contradicting text gives, where others give the other one."""
    extra = [stand for stand, rival in ((one, other), (other, one)) if stand.documents < rival.documents]
    return extra[0] if extra else None


def hours(duration: Duration) -> int | None:
    """Return a length in hours, or None where months or years make it depend on the calendar."""
    if duration.years or duration.months or duration.minutes:
        return None
    return ((duration.weeks * 7) + duration.days) * 24 + duration.hours


def relate_words(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two values in words stand to each other, for the roles where different words exclude each other.

    Args:
        one: The words with those who use them.
        other: Others.
        scene: What is known around them.

    Returns:
        The verdict; None for roles whose values may all hold.

    Source: docs/codebook.md, D14, D15 and pairs of claims.
    """
    kind = _KINDS.get(one.role)
    if kind is None or not isinstance(one.value, TextValue) or not isinstance(other.value, TextValue):
        return None
    left, right = one.value, other.value
    if (left.key and left.key == right.key) or fold(left.text) == fold(right.text):
        return None
    if kind is DisputeKind.FACT and not (left.key and right.key):
        return None
    if kind is DisputeKind.IDENTITY and _one_post(words_of(left.text), words_of(right.text)):
        return None
    if kind is not DisputeKind.FACT and one.holders & other.holders:
        return None
    del scene
    return dispute(kind, f"{kind}.positions", f"“{one.printed}” and “{other.printed}”; both stand side by side, none is decided.")


def _one_post(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two posts may be one in other words, or in another language: one rank, or else a common word."""
    mine, theirs = ranks(one), ranks(other)
    return bool(mine & theirs) if mine and theirs else bool(one & other)
