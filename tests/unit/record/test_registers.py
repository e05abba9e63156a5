"""The lines of the field's registers."""

from datetime import UTC, date, datetime

import pytest
from tests.unit.record.builders import a_claim, a_slot, an_actor, counting, on_day, weights

from corro.model import ActorKind, Claim, Holder, Modality, RegisterEntry, Slot, TextValue, TimeAnchor, TimeValue
from corro.model.claim import DurationValue
from corro.record import compose, registers, sort_claims
from corro.record.registers import columns
from corro.values import Duration, Interval, Span
from corro.vocab import terms
from corro.vocab.forms import forms

QUARTER = Interval(date(2022, 10, 4), date(2022, 12, 29))


def lines(*claims: Claim) -> dict[str, list[RegisterEntry]]:
    """Return the lines of a cluster, by register."""
    told = sort_claims(claims)
    event = compose(told.event, (), weights()) if told.event else None
    found: dict[str, list[RegisterEntry]] = {}
    for entry in registers(event, told.aggregates, {claim.id: claim for claim in claims}, weights()):
        found.setdefault(entry.register, []).append(entry)
    return found


def one(register: str, *claims: Claim) -> RegisterEntry:
    """Return the only line that a cluster gives a register."""
    (entry,) = lines(*claims)[register]
    return entry


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("O1", {"access"}), ("O8", {"access"}), ("H1", {"measures"}), ("C1", {"meetings"}), ("V1", {"violations"}),
        ("A3", {"violations"}), ("V9", {"violations", "reprisals"}), ("C4", {"investigations"}), ("M1", {"mission"}),
        ("M2", {"mission"}), ("A1", set()), ("C3", set()),
    ],
)  # fmt: skip
def test_each_type_stands_in_its_registers(code: str, expected: set[str]) -> None:
    """A line each; statements and clashes stand in none."""
    assert set(lines(a_claim(1, type=code))) == expected


def test_the_registers_are_those_of_the_vocabulary() -> None:
    """One list of names, in both; those beside them are kept by people alone."""
    assert set(terms("registers")) - set(columns()) == {"acts", "briefers", "involvements"}
    assert set(columns()) < set(terms("registers")) == set(forms())


def test_only_who_does_a_deed_is_named_as_perpetrator() -> None:
    """Who follows the inquiry into a killing is in the event, and no perpetrator."""
    deed = a_claim(1, an_actor("gunmen"), type="V1")
    beside = a_claim(2, an_actor("human rights division"), type="O6")
    victims = a_claim(3, an_actor("herders", "victim"), type="V1")
    assert one("violations", deed, victims, beside).field("alleged_perpetrator") == "gunmen"


def reported(number: int = 1, figure: int = 237, **changes: object) -> Claim:
    """Return a claim that reports a figure of refusals."""
    count = counting(figure, "requests", unit="flight requests", cumulative=True, **changes)
    return a_claim(number, count, an_actor("the mission", "target"), type="O1")


def test_a_reported_figure_is_a_line_without_an_event() -> None:
    """It prints numerator, unit, window and denominator, and says in words what nobody reports (R34)."""
    entry = one("access", reported())
    assert entry.event_id is None
    assert entry.field("count") == "237 flight requests"
    assert entry.field("denominator") == "denominator not reported"
    assert entry.field("window") == "window unknown"
    assert entry.field("reported_by") == "source 1"


def test_a_denominator_and_a_window_are_printed_where_somebody_gives_them() -> None:
    """297 of 1,231, over the quarter."""
    entry = one("access", reported(figure=297, denominator=1231, window=QUARTER))
    assert (entry.field("denominator"), entry.field("window")) == ("1231", "2022-10-04/2022-12-29")


def test_figures_with_different_windows_are_never_one_line() -> None:
    """However near their digits are: 237 of one quarter, 238 of another, and 237 of a third."""
    later = Interval(date(2023, 1, 1), date(2023, 3, 31))
    claims = [reported(1, 237, window=QUARTER), reported(2, 238, window=later), reported(3, 237, window=later)]
    found = lines(*claims)["access"]
    assert sorted((entry.field("count"), entry.field("window")) for entry in found) == [
        ("237 flight requests", "2022-10-04/2022-12-29"),
        ("237 flight requests", "2023-01/2023-03"),
        ("238 flight requests", "2023-01/2023-03"),
    ]


def test_a_retelling_without_a_window_joins_the_only_known_one() -> None:
    """And has a line of its own where it could be either of two."""
    assert len(lines(reported(1, window=QUARTER), reported(2))["access"]) == 1
    later = Interval(date(2023, 1, 1), date(2023, 3, 31))
    assert len(lines(reported(1, window=QUARTER), reported(2, window=later), reported(3))["access"]) == 3


def test_one_rare_figure_told_in_two_units_is_one_line_that_says_so() -> None:
    """Requests are no occasions: the figure stands as the fullest telling has it, and how else it is told beside it (D01)."""
    occasions = a_claim(2, counting(237, "occasions", unit="occasions", cumulative=True), type="O1")
    entry = one("access", reported(1), occasions)
    assert (entry.field("count"), len(entry.claims)) == ("237 flight requests | told as 237 occasions", 2)


def test_a_small_figure_in_two_units_is_two_lines() -> None:
    """Seven requests and seven occasions have nothing to do with each other."""
    occasions = a_claim(2, counting(7, "occasions", unit="occasions", cumulative=True), type="O1")
    found = lines(reported(1, 7), occasions)["access"]
    assert sorted(entry.field("count") for entry in found) == ["7 flight requests", "7 occasions"]


def test_two_figures_of_one_sentence_are_two_lines_with_different_ids() -> None:
    """Both rest on the same claim."""
    both = a_claim(
        1,
        counting(297, "requests", unit="flight requests", cumulative=True),
        counting(6, "patrols", unit="patrols", cumulative=True),
        type="O1",
    )
    assert len({entry.id for entry in lines(both)["access"]}) == 2


def test_an_outcome_follows_from_the_types_of_the_claims_each_apart() -> None:
    """Denied and unanswered are not the same; where reports have both, both are told."""
    claims = [a_claim(1, type="O1"), a_claim(2, type="O2")]
    assert one("access", *claims).field("outcome") == "denied or no response"
    stated = a_claim(1, a_slot("status", TextValue("delayed")), type="O2")
    assert one("access", stated).field("outcome") == "delayed"


def test_a_measure_prints_its_deadline_and_apart_from_it_what_depends_on_a_condition() -> None:
    """An announcement that nobody dated leaves the deadline unknown."""
    due = TimeValue(Interval.day(date(2023, 2, 7)), TimeAnchor.DEADLINE, condition="if announced on 5 February 2023")
    open_deadline = TimeValue(None, TimeAnchor.DEADLINE, reason="announcement not dated")
    slots = (
        a_slot("duration", DurationValue(Duration(hours=48))),
        a_slot("deadline", open_deadline),
        a_slot("deadline", due),
        an_actor("Ministry", "actor"),
    )
    entry = one("measures", a_claim(1, *slots, type="H1"))
    assert entry.field("duration") == "48 hours"
    assert entry.field("deadline") == "unknown (announcement not dated)"
    assert entry.field("deadline_if") == "if announced on 5 February 2023: 2023-02-07"
    assert entry.field("issuer") == "Ministry"


def test_a_measure_is_lifted_or_announced_where_a_source_says_so_and_else_not_reported() -> None:
    """No status is guessed."""
    assert one("measures", a_claim(1, on_day(5), type="H2")).field("status") == "not reported"
    assert one("measures", a_claim(1, on_day(5, TimeAnchor.ANNOUNCED), type="H2")).field("status") == "announced"
    assert one("measures", a_claim(1, modality=Modality.ANNOUNCED, type="H2")).field("status") == "announced"
    lifted = a_claim(1, on_day(5, TimeAnchor.ANNOUNCED), on_day(9, TimeAnchor.LIFTED), type="H2")
    assert one("measures", lifted).field("status") == "lifted"
    assert one("measures", lifted).field("lifted") == "2023-02-09"


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        ([ActorKind.STATE_FORCE], "violation"),
        ([ActorKind.GOVERNMENT, ActorKind.STATE_FORCE], "violation"),
        ([ActorKind.JNIM_TYPE], "abuse"),
        ([ActorKind.PRIVATE_MILITARY], "violation or abuse"),
        ([ActorKind.UN_FORCE], "violation or abuse"),
        ([ActorKind.STATE_FORCE, ActorKind.PRIVATE_MILITARY], "violation or abuse"),
        ([], "violation or abuse"),
    ],
)
def test_the_word_follows_from_who_is_said_to_have_done_it(kinds: list[ActorKind], word: str) -> None:
    """Violations by organs of the State, abuses by armed groups, both words for all others (R4)."""
    slots = [an_actor(f"actor {kind}", kind=kind) for kind in kinds]
    assert one("violations", a_claim(1, *slots)).field("term") == word


def test_who_denies_a_violation_stands_beside_it() -> None:
    """The official version has a place, empty or not (R3)."""
    assert one("violations", a_claim(1)).field("official_version") == "none in these reports"
    denied = one("violations", a_claim(1), a_claim(2, modality=Modality.NEGATED))
    assert denied.field("official_version") == "denied by source 2"
    outlet = a_claim(2, modality=Modality.NEGATED, holders=(Holder("outlet", "Delta Post"),))
    assert one("violations", a_claim(1), outlet).field("official_version") == "none in these reports"


def test_a_mandate_stands_among_the_meetings_where_a_vote_or_meeting_is_told() -> None:
    """A mission set up in 2013 is no meeting."""
    assert "meetings" not in lines(a_claim(1, type="M1"))
    assert "meetings" in lines(a_claim(1, counting(13, "votes_for"), type="M1"))


def test_a_vote_prints_what_is_known() -> None:
    """A number that nobody gives is a question mark, not a nought."""
    voted = a_claim(1, counting(13, "votes_for"), counting(2, "abstentions"), type="M1")
    assert one("meetings", voted).field("vote") == "13–?–2"
    assert one("meetings", a_claim(1, type="C1")).field("vote") == ""


def test_every_printed_value_leads_to_claims() -> None:
    """Columns that print what sources say name the claims that they rest on."""
    claim = a_claim(1, an_actor("villagers", "victim"), counting(3), on_day(5))
    said = {"victim", "count", "date"}
    assert {field.name for field in one("violations", claim).fields if field.claims == (claim.id,)} >= said


def test_a_deadline_stands_as_finely_as_any_source_has_it() -> None:
    """A day that holds the moment adds nothing, nor does an open deadline or a condition beside a fixed one."""
    moment = TimeValue(Interval.moment(datetime(2023, 2, 7, 20, tzinfo=UTC)), TimeAnchor.DEADLINE)
    day = TimeValue(Interval.day(date(2023, 2, 7)), TimeAnchor.DEADLINE)
    unknown = TimeValue(None, TimeAnchor.DEADLINE, reason="announcement not dated")
    conditional = TimeValue(Interval.day(date(2023, 2, 8)), TimeAnchor.DEADLINE, condition="if announced on 6 February 2023")
    claims = [
        a_claim(number, a_slot("deadline", value), type="H1") for number, value in enumerate((day, unknown, conditional, moment), 1)
    ]
    entry = one("measures", *claims)
    assert entry.field("deadline") == "2023-02-07T20:00:00Z"
    assert entry.field("deadline_if") == ""
    other_day = TimeValue(Interval.day(date(2023, 2, 9)), TimeAnchor.DEADLINE)
    disputed = one("measures", *claims, a_claim(5, a_slot("deadline", other_day), type="H1"))
    assert disputed.field("deadline").split(" | ") == ["2023-02-07T20:00:00Z", "2023-02-09"]


def a_ground(text: str, key: str) -> Slot:
    """Return a ground in law."""
    return a_slot("legal_basis", TextValue(text, key))


def test_what_is_held_against_a_measure_is_no_basis_of_it() -> None:
    """An objection, with all that is cited in its sentence, stands apart from the ground that the issuer claims."""
    claims = [
        a_claim(1, a_ground("the doctrine does not apply", "not_applicable"), type="H1"),
        a_claim(1, a_ground("the Charter", "charter"), type="H1", trigger=Span(9, 12)),
        a_claim(2, a_ground("the agreement", "status_of_forces"), type="H1"),
    ]
    entry = one("measures", *claims)
    assert entry.field("legal_basis") == "the agreement"
    assert entry.field("legal_objection") == "the Charter | the doctrine does not apply"


def test_a_due_time_by_a_clock_of_unknown_zone_says_so() -> None:
    """It is finer than its day, and no moment."""
    day = Interval.day(date(2019, 2, 4))
    local = TimeValue(day, TimeAnchor.DEADLINE, rule="deadline_from_local_moment", timex="2019-02-04T20:00")
    claims = [
        a_claim(1, a_slot("deadline", local), type="H1"),
        a_claim(2, a_slot("deadline", TimeValue(day, TimeAnchor.DEADLINE, timex="2019-02-04")), type="H1"),
    ]
    assert one("measures", *claims).field("deadline") == "2019-02-04T20:00 (local time, zone not named)"


def test_an_inquiry_with_a_term_stands_among_the_measures() -> None:
    """One without a term stands among the investigations alone."""
    due = a_slot("deadline", TimeValue(Interval.day(date(2019, 1, 13)), TimeAnchor.DEADLINE))
    assert one("measures", a_claim(1, due, type="C5")).field("deadline") == "2019-01-13"
