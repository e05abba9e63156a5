"""What must come out of the report that the project started from. Runs where that report is beside the checkout."""

from datetime import date

import pytest

from corro.cli.explain import page
from corro.model import (
    Channel,
    Claim,
    CountValue,
    Difference,
    Document,
    DurationValue,
    Modality,
    PlaceValue,
    Relation,
    SegmentKind,
    SpeechAct,
    Statement,
    TimeAnchor,
    TimeValue,
)
from corro.model.answer import ClaimFilter, DifferenceFilter, EventFilter, Window
from corro.pipeline.explain import Explanation
from corro.pipeline.view import RecordView

ALL = Window(0, None)


def document(view: RecordView) -> Document:
    """Return the report."""
    (line,) = view.documents(ALL)
    return view.documents_by_id([line.id])[line.id]


def claims(view: RecordView, *types: str) -> list[Claim]:
    """Return the report's claims of these types."""
    return list(view.claims(ClaimFilter(types=types), ALL))


def events(view: RecordView, *types: str) -> list[Explanation]:
    """Return the explained events of these types."""
    return [view.explain(line.id)[0] for line in view.events(EventFilter(types=types), ALL)]


def words(explanation: Explanation, role: str) -> list[str]:
    """Return the words of each value of a role, as the text has them."""
    return [said.words.words for value in explanation.values if value.role == role for said in value.said]


def the_order(view: RecordView) -> Explanation:
    """Return the one event of the order of 48 hours."""
    (found,) = [event for event in events(view, "H1", "H6") if any(isinstance(v.held.value, DurationValue) for v in event.values)]
    return found


def times(claim: Claim, anchor: TimeAnchor = TimeAnchor.OCCURRED) -> list[str]:
    """Return the resolved dates of a claim, as EDTF."""
    values = [slot.value for slot in claim.slots if isinstance(slot.value, TimeValue)]
    return [value.interval.edtf for value in values if value.interval and value.anchor is anchor]


class TestReading:
    """The parts of the page."""

    def test_half_a_broken_character_is_taken_out_and_kept_as_an_issue(self, seed: RecordView) -> None:
        """The lone Â at the end is not shown; its bytes stand in an issue, and in the evidence."""
        report = document(seed)
        (issue,) = seed.issues("broken_character", window=ALL)
        assert not report.text.rstrip().endswith("Â")
        assert "c382" in issue.detail.replace(" ", "").lower()
        assert (seed.evidence(report.evidence_sha256) or b"").endswith(b"\xc3\x82")

    def test_caption_subheading_and_credits(self, seed: RecordView) -> None:
        """The caption and the subheading are told apart from the body; two agencies are credited."""
        report = document(seed)
        (caption,) = report.segments_of(SegmentKind.CAPTION)
        (subheading,) = report.segments_of(SegmentKind.SUBHEADING)
        assert "Aguelhok" in caption.span.of(report.text)
        assert subheading.span.of(report.text).endswith("row with MINUSMA")
        assert {credit.text for credit in report.credits} == {"AFP", "Reuters"}

    def test_the_caption_s_place_is_nobody_else_s(self, seed: RecordView) -> None:
        """Aguelhok is the place of no claim of the body, and the patrol there is the caption's alone."""
        at_aguelhok = [
            claim
            for claim in claims(seed)
            for slot in claim.slots
            if isinstance(slot.value, PlaceValue) and slot.value.place and slot.value.place.name.startswith("Aguel")
        ]
        assert {claim.segment for claim in at_aguelhok} == {"caption"}


class TestTheOrder:
    """The order to leave is one event."""

    def test_it_is_one_event(self, seed: RecordView) -> None:
        """All claims of the order, the move and the measure lie in one event; the spokesman's expulsion is another."""
        assert len(events(seed, "H1", "H6")) == 2

    def test_issuers_as_labelled(self, seed: RecordView) -> None:
        """The issuer stands under both labels."""
        labels = {label.removeprefix("The ").removeprefix("the ") for label in words(the_order(seed), "actor")}
        assert {"Mali government", "military junta"} <= labels

    def test_48_hours(self, seed: RecordView) -> None:
        """The duration is kept as stated."""
        durations = [value.held.value for value in the_order(seed).values if value.role == "duration"]
        assert [value.duration.iso for value in durations if isinstance(value, DurationValue)] == ["PT48H"]

    def test_announced_by_the_spokesman_on_television(self, seed: RecordView) -> None:
        """Maiga announced it, in a statement read on television."""
        assert any("Maiga" in said for said in words(the_order(seed), "announced_by"))
        broadcast = [statement for statement in statements(seed) if statement.channel is Channel.BROADCAST]
        assert {statement.speaker.name for statement in broadcast} == {"Abdoulaye Maiga"}

    def test_stated_reasons(self, seed: RecordView) -> None:
        """Persona non grata, bias in the choice of witnesses, and destabilising and subversive actions."""
        reasons = " | ".join(words(the_order(seed), "reason"))
        assert "persona non grata" in reasons
        assert "bias in the choice of civil society witnesses" in reasons
        assert "destabilising and subversive actions" in reasons

    def test_two_targets_the_second_inferred(self, seed: RecordView) -> None:
        """The head of the mission as stated, and the named head of its human rights section as inferred."""
        targets = {
            said.words.words: said.inferred for value in the_order(seed).values if value.role == "target" for said in value.said
        }
        assert any("head of the UN peacekeeping mission" in label and not inferred for label, inferred in targets.items())
        assert any("Guillaume Ngefa Atonodok Andali" in label and inferred for label, inferred in targets.items())

    def test_the_deadline_is_unknown_and_conditional(self, seed: RecordView) -> None:
        """The text does not date the announcement: the due time stays unknown, and the condition is said."""
        values = [value.held.value for value in the_order(seed).values if value.role == "deadline"]
        due = [value for value in values if isinstance(value, TimeValue)]
        assert [value.interval for value in due if not value.condition] == [None]
        assert [value.reason for value in due if not value.condition] != [""]
        (conditional,) = [value for value in due if value.condition]
        assert conditional.condition == "if announced on the publication date, 5 February 2023"
        assert conditional.interval is not None
        assert conditional.interval.edtf == "2023-02-07"
        assert conditional.rule


class TestTheOthers:
    """The other events, each as the text gives it."""

    def test_the_briefing_named_three_times_is_one_event(self, seed: RecordView) -> None:
        """The Council briefing of 27 January 2023 is one event of three claims or more, and Dicko spoke there."""
        (briefing,) = events(seed, "C1", "C2")
        assert briefing.event.interval is not None
        assert briefing.event.interval.edtf == "2023-01-27"
        assert len(briefing.claims) >= 3
        assert any("Dicko" in said for said in words(briefing, "briefer"))

    def test_the_call_for_an_investigation(self, seed: RecordView) -> None:
        """The experts call on 31 January; the contractor's label is kept and linked to Wagner as inferred."""
        (call,) = events(seed, "C4")
        assert times(call.claims[0].claim) == ["2023-01-31"]
        assert any("experts" in said for said in words(call, "actor"))
        accused = {value.held.printed for value in call.values if value.role == "accused"}
        assert any("Russian private military contractor" in label and "inferred: Wagner" in label for label in accused)
        assert any(entry.field("status") == "called for" for entry in call.entries)

    def test_the_coups(self, seed: RecordView) -> None:
        """The coup of 2020, the second one no more precise than the text, and the coup of last month as told by the opening."""
        assert {edtf for claim in claims(seed, "A4") for edtf in times(claim)} == {"2020", "2020-10/2021-09", "2023-01"}
        assert sorted(line.when for line in seed.events(EventFilter(types=("A4",)))) == ["2020", "2020-10/2021-09", "2023-01"]

    def test_the_mission_s_creation_and_the_vote(self, seed: RecordView) -> None:
        """The mission was set up in 2013; the opening has the Council vote just before."""
        assert ["2013"] in [times(claim) for claim in claims(seed, "M1", "M3") if claim.segment == "body"]
        assert any("authorise" in claim.trigger.of(document(seed).text) for claim in claims(seed, "M1"))

    def test_salgado_and_the_rotations_as_dated_here(self, seed: RecordView) -> None:
        """Both stand in August 2022, as this text has them."""
        (expulsion,) = [event for event in events(seed, "H1") if any("Salgado" in said for said in words(event, "target"))]
        (suspension,) = events(seed, "H2")
        assert times(expulsion.claims[0].claim) == ["2022-08"]
        assert times(suspension.claims[0].claim) == ["2022-08"]

    def test_nothing_told_as_background_is_current(self, seed: RecordView) -> None:
        """The creation of 2013 and the coups of 2020 and 2021 are told as background."""
        for claim in claims(seed, "A4", "M1"):
            if set(times(claim)) & {"2013", "2020", "2020-10/2021-09"}:
                assert claim.modality is Modality.HISTORICAL


class Test237:
    """One reported aggregate, no event of its own."""

    def test_it_stands_in_the_access_register(self, seed: RecordView) -> None:
        """By Mills, in occasions, tasks as the text joins them, window unknown."""
        (entry,) = seed.entries("access", ALL)
        assert entry.event_id is None
        assert "237 occasions" in entry.field("count")
        assert "unknown" in entry.field("window")
        assert "Mills" in entry.field("reported_by")
        assert "deterring and responding to attacks as well as investigating" in entry.field("purpose_blocked")

    def test_it_is_no_event(self, seed: RecordView) -> None:
        """No event has the number."""
        counts = [value.held.value for event in events(seed) for value in event.values]
        assert 237 not in [value.count.point for value in counts if isinstance(value, CountValue)]


def statements(view: RecordView) -> list[Statement]:
    """Return the report's statements."""
    return list(view.statements_in(document(view).id))


SAID = [
    ("Abdoulaye Maiga", "government spokesman", Channel.BROADCAST, "destabilising and subversive actions", SpeechAct.ALLEGES),
    ("Abdoulaye Maiga", "government spokesman", Channel.BROADCAST, "of bias in the choice", SpeechAct.ALLEGES),
    ("Mali government", "", Channel.UNKNOWN, "he is persona non grata", SpeechAct.ASSERTS),
    ("Malian government", "", Channel.UNKNOWN, "the last such briefing", SpeechAct.CHARACTERISES),
    ("Aminata Cheick Dicko", "rights activist", Channel.COUNCIL_MEETING, "the security situation", SpeechAct.CHARACTERISES),
    ("Aminata Cheick Dicko", "rights activist", Channel.COUNCIL_MEETING, "of serious rights violations", SpeechAct.ALLEGES),
    ("UN experts", None, Channel.UNKNOWN, "independent investigation", SpeechAct.CALLS_FOR),
    (
        "Richard Mills",
        "UN Deputy Representative",
        Channel.COUNCIL_MEETING,
        "committing widespread atrocities",
        SpeechAct.CHARACTERISES,
    ),
    ("Richard Mills", "UN Deputy Representative", Channel.COUNCIL_MEETING, "237 separate occasions", SpeechAct.ALLEGES),
    ("Mali government", "", Channel.UNKNOWN, "violates the country", SpeechAct.ALLEGES),
    ("military junta", "", Channel.UNKNOWN, "will not cooperate", SpeechAct.DENIES),
    ("military junta", "", Channel.UNKNOWN, "crush any resistance", SpeechAct.THREATENS),
]


@pytest.mark.parametrize(("speaker", "capacity", "channel", "content", "act"), SAID, ids=[row[3] for row in SAID])
def test_statements(seed: RecordView, speaker: str, capacity: str | None, channel: Channel, content: str, act: SpeechAct) -> None:
    """Each has its speaker, capacity as stated, channel, act and characters."""
    text = document(seed).text
    found = [one for one in statements(seed) if any(content in span.of(text) for span in one.content)]
    fitting = [one for one in found if (one.speaker.name, one.channel, one.act) == (speaker, channel, act)]
    assert fitting, [(one.speaker.name, one.channel.value, one.act.value) for one in found]
    assert capacity is None or fitting[0].capacity == capacity


def test_purportedly_and_potential_are_kept_as_alleged(seed: RecordView) -> None:
    """What was "purportedly committed" is alleged, by nobody that the text names."""
    text = document(seed).text
    hearsay = [one for one in statements(seed) if one.speaker.name is None]
    assert any("potential war crimes" in one.span.of(text) and one.act is SpeechAct.ALLEGES for one in hearsay)


def internal(view: RecordView) -> list[Difference]:
    """Return the contradictions inside the report."""
    return list(view.differences(DifferenceFilter(relation=Relation.DISPUTE.value), ALL))


@pytest.mark.parametrize(
    ("field", "kind", "one", "other"),
    [
        ("target", "identity", "head of the UN peacekeeping mission", "Ngefa"),
        ("time", "date", "2023-01", "2020"),
        ("time", "date", "recent", "2013"),
    ],
)
def test_contradictions_inside_the_report(seed: RecordView, field: str, kind: str, one: str, other: str) -> None:
    """Each has its kind, a rule, and both passages."""
    found = [
        difference
        for difference in internal(seed)
        if difference.field == field
        and difference.kind
        and difference.kind.value == kind
        and any(one in position.value for position in difference.positions)
        and any(other in position.value for position in difference.positions)
    ]
    assert found
    assert all(position.passages and difference.rule for difference in found for position in difference.positions)


def test_nothing_else_is_in_dispute(seed: RecordView) -> None:
    """The three contradictions are all: what general and full words, or two labels of one actor, share is no quarrel."""
    disputed = [(one.field, one.kind.value if one.kind else "") for one in internal(seed)]
    assert sorted(disputed) == [("target", "identity"), ("time", "date"), ("time", "date")]


def test_the_two_stated_aims_are_kept_and_are_no_dispute(seed: RecordView) -> None:
    """Stabilising the country and helping to restore democracy stand as the mission's tasks, in the text's words, in no quarrel."""
    tasks = [slot.span.of(document(seed).text) for claim in claims(seed, "M1") for slot in claim.slots_of("task")]
    assert any("stabilising the country" in task and "restore democracy" in task for task in tasks)
    assert any(task.startswith("stabilize Mali") for task in tasks)
    disputed = [position.value for difference in internal(seed) for position in difference.positions]
    assert not [value for value in disputed if any(task in value for task in tasks)]


def test_the_publication_date_says_where_it_comes_from(seed: RecordView) -> None:
    """It was given as an option."""
    published = document(seed).published
    assert published.interval is not None
    assert (published.interval.first, published.basis.value) == (date(2023, 2, 5), "option")


def test_explain_tells_for_whom_where_and_about_whom(seed: RecordView) -> None:
    """In full, an explanation says for whom the spokesman speaks, at what occasion, and whom it is about."""
    lines = [line for explanation in events(seed) for line in page(explanation, None)]
    told = [line for line in lines if "for government" in line]
    assert told
    assert all("at a statement read on TV" in line and "about Guillaume Ngefa" in line for line in told)
