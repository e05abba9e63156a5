"""How single columns of the registers are filled in: side by side where sources differ, and in words where nobody says."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache

from corro.model import (
    ActorKind,
    ActorValue,
    AttributionStatus,
    Claim,
    CountValue,
    Held,
    Modality,
    Polarity,
    RegisterField,
    TimeAnchor,
    TimeValue,
)
from corro.record.aggregates import window_of
from corro.record.held import holders_of
from corro.record.printing import UNKNOWN, counted, local_time, printed
from corro.record.sheet import Sheet
from corro.values import Interval, fold
from corro.vocab import actor
from corro.vocab.event_types import event_types
from corro.vocab.stand_words import stand_words

Cell = Callable[[Sheet], RegisterField]

BESIDE = " | "
"""Stands between the positions of one column."""

NOT_REPORTED = "not reported"
DENOMINATOR_NOT_REPORTED = "denominator not reported"
WINDOW_UNKNOWN = "window unknown"
NONE_FOUND = "none in these reports"

_STATE_KINDS = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.JUDICIARY})
_GROUP_KINDS = frozenset({ActorKind.SIGNATORY_GROUP, ActorKind.JNIM_TYPE, ActorKind.ISGS_TYPE, ActorKind.ARMED_GROUP})
"""Organs of the State commit violations, organised armed groups abuses; all others either. Source: R4 of docs/codebook.md."""

_ACCESS_OUTCOMES = {
    "O1": "denied",
    "O2": "no response",
    "O3": "closed",
    "O4": "denied",
    "O5": "denied",
    "O7": "denied",
    "O8": "granted",
}
"""What the type alone says of the outcome. Source: docs/codebook.md, R33."""


def values_of(name: str, *roles: str) -> Cell:
    """Return a column that shows all values of the first of these roles that has any."""

    def cell(sheet: Sheet) -> RegisterField:
        found = next((held for held in (sheet.held(role) for role in roles) if held), ())
        return _field(name, found)

    return cell


_DEEDS = frozenset("AV")
"""Families whose actor does a deed; who follows an inquiry or asks for one does none. Source: docs/codebook.md, R4."""


def doers_of(name: str) -> Cell:
    """Return a column that shows the actors of armed acts and violations, and of nothing else that makes up the event."""

    def cell(sheet: Sheet) -> RegisterField:
        deeds = {claim.id for claim in sheet.claims if claim.type[:1] in _DEEDS}
        return _field(name, (one for one in sheet.held("actor") if not deeds.isdisjoint(one.claims)))

    return cell


def _field(name: str, held: Iterable[Held]) -> RegisterField:
    listed = list(held)
    claims = sorted({claim for one in listed for claim in one.claims})
    return RegisterField(name, BESIDE.join(map(_shown, listed)), tuple(claims))


INFERRED = " (inferred)"
"""Stands behind what follows from a text that does not say it."""


BY_A_PERSON = " (corrected)"
"""Stands behind what a person read otherwise than the machine did; `corro explain` says who, when and why."""


def _shown(held: Held) -> str:
    inferred = INFERRED if held.inferred and INFERRED.strip(" )") not in held.printed else ""
    return f"{held.printed}{inferred}{BY_A_PERSON if held.corrected else ''}"


def count_of(*roles: str) -> Cell:
    """Return the column `count`: an aggregate's own figure, or all figures of these roles, each with its role."""

    def cell(sheet: Sheet) -> RegisterField:
        if sheet.aggregate:
            own = sheet.aggregate
            shown = _figure(own.value)
            others = [printed for value in own.told_as if (printed := _figure(value)) != shown]
            told = f"{BESIDE}told as {', '.join(dict.fromkeys(others))}" if others else ""
            return RegisterField("count", f"{shown}{told}", tuple(claim.id for claim in sheet.claims))
        held = [(role, one) for role in roles for one in sheet.held(role)]
        shown = BESIDE.join(f"{role}: {_shown(one)}" for role, one in held)
        return RegisterField("count", shown, tuple(sorted({claim for _, one in held for claim in one.claims})))

    return cell


def _figure(value: CountValue) -> str:
    return f"{value.count} {counted(value)}".strip()


def time_with(anchor: str) -> Cell:
    """Return a column that shows when something was announced, notified, effective, lifted, or as of when it is."""

    def cell(sheet: Sheet) -> RegisterField:
        return _times(anchor, sheet, TimeAnchor(anchor))

    return cell


def _times(name: str, sheet: Sheet, *anchors: TimeAnchor) -> RegisterField:
    dated = [one for one in sheet.held("time") if isinstance(one.value, TimeValue) and one.value.anchor in anchors]
    held = dated if TimeAnchor.OCCURRED in anchors else _finest(dated)
    shown = [one.value.interval.edtf if one.value.interval else UNKNOWN for one in held if isinstance(one.value, TimeValue)]
    claims = sorted({claim for one in held for claim in one.claims})
    return RegisterField(name, BESIDE.join(dict.fromkeys(shown)), tuple(claims))


def when(sheet: Sheet) -> RegisterField:
    """Show the event's own days, all positions side by side."""
    field = _times("date", sheet, TimeAnchor.OCCURRED)
    interval = sheet.event.interval if sheet.event else None
    return RegisterField("date", field.printed or (interval.edtf if interval else ""), field.claims)


def where(sheet: Sheet) -> RegisterField:
    """Show the places, side by side."""
    return _field("place", sheet.held("place"))


def about_kind(sheet: Sheet) -> RegisterField:
    """Show what sort of event it is; of a figure that adds up several sorts, all of them."""
    codes = [sheet.type]
    if sheet.aggregate:
        codes += sorted({claim.type for claim in sheet.claims} - {sheet.type})
    return RegisterField("kind", BESIDE.join(_named_type(code) for code in codes))


def _named_type(code: str) -> str:
    kind = event_types().get(code)
    return f"{code} {kind.name_en}" if kind else code


def denominator(sheet: Sheet) -> RegisterField:
    """Show out of how many, for figures; R34 wants it said where nobody does."""
    counted = [one for one in sheet.held("requests", "occasions", "patrols") if isinstance(one.value, CountValue)]
    own = [sheet.aggregate.value] if sheet.aggregate else [one.value for one in counted if isinstance(one.value, CountValue)]
    known = sorted({value.denominator for value in own if value.denominator is not None})
    shown = [str(number) for number in known] or _figures(sheet.held("denominator"))
    if not shown and not own:
        return RegisterField("denominator", "")
    return RegisterField("denominator", BESIDE.join(shown) or DENOMINATOR_NOT_REPORTED, tuple(claim.id for claim in sheet.claims))


def window(sheet: Sheet) -> RegisterField:
    """Show over which days a figure was counted; said in words where nobody does."""
    if sheet.aggregate is None:
        return _field("window", sheet.held("window"))
    known = sorted({window_of(claim, sheet.aggregate.value) for claim in sheet.claims} - {""})
    return RegisterField("window", BESIDE.join(known) or WINDOW_UNKNOWN, tuple(claim.id for claim in sheet.claims))


def access_outcome(sheet: Sheet) -> RegisterField:
    """Show what came of a request: in the source's words, else what the claims' types say, each apart."""
    stated = sheet.held("status")
    if stated:
        return _field("outcome", stated)
    codes = sorted({claim.type for claim in sheet.claims if claim.type in _ACCESS_OUTCOMES})
    claims = tuple(claim.id for claim in sheet.claims)
    return RegisterField("outcome", " or ".join(dict.fromkeys(_ACCESS_OUTCOMES[code] for code in codes)), claims)


def measure_status(sheet: Sheet) -> RegisterField:
    """Show how a measure stands: as a source puts it, lifted where one dates that, announced where one tells of that."""
    stated = sheet.held("status")
    if stated:
        return _field("status", stated)
    times = [one for one in sheet.held("time") if isinstance(one.value, TimeValue)]
    for anchor, word in ((TimeAnchor.LIFTED, "lifted"), (TimeAnchor.ANNOUNCED, "announced")):
        held = [one for one in times if isinstance(one.value, TimeValue) and one.value.anchor is anchor]
        if held:
            return RegisterField("status", word, tuple(sorted({claim for one in held for claim in one.claims})))
    announced = [claim.id for claim in sheet.claims if claim.modality is Modality.ANNOUNCED or claim.slots_of("announced_by")]
    return RegisterField("status", "announced" if announced else NOT_REPORTED, tuple(announced))


def inquiry_status(sheet: Sheet) -> RegisterField:
    """Show how an investigation stands: as a source puts it, else called for where that is all there is."""
    stated = sheet.held("status")
    if stated:
        return _field("status", stated)
    calls = tuple(claim.id for claim in sheet.claims if claim.type == "C4")
    return RegisterField("status", "called for" if sheet.type == "C4" else NOT_REPORTED, calls)


def deadline(sheet: Sheet) -> RegisterField:
    """Show by when, as stated or computed, as finely as any source has it; what depends on a condition stands in its own column."""
    held = [one for one in sheet.held("deadline") if not _conditional(one)]
    field = _field("deadline", _finest(held))
    if field.printed or not sheet.held("duration"):
        return RegisterField("deadline", field.printed, tuple(sorted({claim for one in held for claim in one.claims})))
    return RegisterField("deadline", UNKNOWN)


def deadline_condition(sheet: Sheet) -> RegisterField:
    """Show by when on a condition, with the condition, unless some source fixes the deadline without one."""
    held = sheet.held("deadline")
    fixed = any(_days(one) and not _conditional(one) for one in held)
    return _field("deadline_if", [one for one in held if _conditional(one) and not fixed])


def _finest(held: Sequence[Held]) -> list[Held]:
    """Leave out what another value says more finely: a day beside a moment of it, and an open value beside a known one."""
    known = [one for one in held if _days(one)]
    return [one for one in known or held if not any(_says_more(other, one) for other in known)]


def _says_more(one: Held, other: Held) -> bool:
    """Say whether one value lies inside another: in fewer of its days, or at a moment of its day."""
    inner, outer = _days(one), _days(other)
    if inner is None or outer is None or not outer.holds(inner):
        return False
    return not inner.holds(outer) or (_to_the_hour(one) and not _to_the_hour(other))


def _days(held: Held) -> Interval | None:
    return held.value.interval if isinstance(held.value, TimeValue) else None


def _to_the_hour(held: Held) -> bool:
    value = held.value
    return isinstance(value, TimeValue) and bool(local_time(value) or (value.interval and value.interval.at))


def _conditional(held: Held) -> bool:
    return isinstance(held.value, TimeValue) and bool(held.value.condition)


def votes(sheet: Sheet) -> RegisterField:
    """Show a vote as for, against and abstaining; a number that nobody gives is a question mark."""
    sides = [sheet.held(role) for role in ("votes_for", "votes_against", "abstentions")]
    if not any(sides):
        return RegisterField("vote", "")
    shown = ["/".join(_figures(side)) or "?" for side in sides]
    return RegisterField("vote", "–".join(shown), tuple(sorted({claim for side in sides for one in side for claim in one.claims})))


def _figures(held: Iterable[Held]) -> list[str]:
    return [str(one.value.count) for one in held if isinstance(one.value, CountValue)]


def violation_or_abuse(sheet: Sheet) -> RegisterField:
    """Show which word the field uses, by who is said to have done it (R4)."""
    actors = [one for one in sheet.held("actor") if isinstance(one.value, ActorValue)]
    kinds = {one.value.kind for one in actors if isinstance(one.value, ActorValue)}
    claims = tuple(sorted({claim for one in actors for claim in one.claims}))
    if kinds and kinds <= _STATE_KINDS:
        return RegisterField("term", "violation", claims)
    if kinds and kinds <= _GROUP_KINDS:
        return RegisterField("term", "abuse", claims)
    return RegisterField("term", "violation or abuse", claims)


def official_version(sheet: Sheet) -> RegisterField:
    """Show what the State has it to be (R3): who denies it, and the figures and victims that its organs give.

    Only speakers count: what an outlet or agency writes is no party's version.
    """
    spoken = [claim for claim in sheet.claims if claim.holders and claim.holders[0].role == "speaker"]
    denials = [claim for claim in spoken if _denies(claim)]
    accounts = [claim for claim in spoken if claim not in denials and _of_the_state(claim) and _account(claim)]
    shown = [f"denied by {name}" for name in holders_of(denials)]
    shown += sorted({f"{claim.holders[0].name}: {_account(claim)}" for claim in accounts})[:MOST_ACCOUNTS]
    claims = tuple(claim.id for claim in (*denials, *accounts))
    return RegisterField("official_version", BESIDE.join(shown) or NONE_FOUND, claims)


MOST_ACCOUNTS = 3
"""Accounts of State organs in one column. Source: chosen for reading, 2026-11."""

_TOLD = ("killed", "injured", "arrested", "victim", "target")


def _account(claim: Claim) -> str:
    """Return what a claim says of the dead and held, in short; empty where it says nothing."""
    told = ((role, slot.value) for role in _TOLD for slot in claim.slots_of(role))
    return ", ".join(dict.fromkeys(f"{role} {printed(value)}" for role, value in told if value is not None))


def _of_the_state(claim: Claim) -> bool:
    """Say whether whoever puts a claim forward is an organ of the State, by what is known of it or by its name."""
    holder = claim.holders[0]
    known = actor(holder.actor_id) if holder.actor_id else None
    if known is not None:
        return known.kind in _STATE_KINDS
    words = set(fold(f"{holder.name} {holder.capacity}").replace("-", " ").split())
    return bool(words & _state_words())


@cache
def _state_words() -> frozenset[str]:
    tables = (stand_words("sides", language) for language in ("en", "fr"))
    listed = (words for table in tables for key, words in table if key == "state")
    return frozenset(word for words in listed for word in words if word.isalpha())


def _denies(claim: Claim) -> bool:
    negated = claim.modality is Modality.NEGATED or claim.status is AttributionStatus.DENIED
    return negated or claim.polarity is Polarity.DENIED


def reporters(sheet: Sheet) -> RegisterField:
    """Show who says so."""
    return RegisterField("reported_by", BESIDE.join(holders_of(sheet.claims)), tuple(claim.id for claim in sheet.claims))


def supported(sheet: Sheet) -> RegisterField:
    """Show how many independent lineages there are, and what they amount to."""
    plural = "lineage" if sheet.lineages == 1 else "lineages"
    return RegisterField("support", f"{sheet.lineages} independent {plural}, {sheet.support.replace('_', ' ')}")
