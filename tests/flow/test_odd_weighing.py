"""What weighing is given to trip over: masses of copies, pasted files, near twins, decisions that clash."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from tests.laws.builders import PlainReader, Report, Told, a_record, an_analysis

from corro import build, open_record
from corro.model import Decision, DecisionKind, DisputeKind, Event, Relation, Support
from corro.model.answer import ALL, DifferenceFilter
from corro.pipeline.build import build_into
from corro.pipeline.decide import decide, decide_in
from corro.pipeline.options import BuildOptions
from corro.pipeline.view import RecordView
from corro.store import SqliteStore
from corro.weigh import contradictions

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
WIRE = "Gunmen came at dawn and left at noon, and nobody in the village could say where they went or who had sent them that day."


def events_of(store: SqliteStore) -> list[Event]:
    """Return all events, whole."""
    return [event for line in store.questions.events(window=ALL) if (event := store.questions.event(line.id))]


def a_wire(copies: int) -> SqliteStore:
    """Return the record of one text in so many papers."""
    return a_record([an_analysis(Report(outlet=f"Paper {number}", filler=WIRE)) for number in range(copies)])


@pytest.mark.parametrize("copies", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_copies_of_one_text_are_one_source(copies: int) -> None:
    """However many papers print it: one lineage, one event, no corroboration, nothing in dispute."""
    store = a_wire(copies)
    (event,) = events_of(store)
    assert (len(event.documents), event.lineages, event.support) == (copies, 1, Support.MULTIPLE_DEPENDENT)
    totals = store.questions.totals()
    assert (totals.lineages, totals.disputes) == (1, 0)


def test_a_file_that_pastes_fifty_reports_together_adds_no_source_and_takes_none(tmp_path: Path) -> None:
    """A digest of fifty, two of which tell one event: no event more, none joined, and what was corroborated stays so."""
    words = [
        f"{first}{second}"
        for first in ("ba", "ko", "li", "mu", "te", "sa")
        for second in ("ran", "dok", "lim", "tus", "vel", "pem")
    ]
    texts = []
    for number in range(50):
        day = date(2023, 2, 1) + timedelta(days=2 * max(1, number))
        victim = ("traders", "herders", "drivers", "millers", "pupils")[max(1, number) % 5]
        lead = "Rebels attacked {} at {} on {}, killing {}.".format(
            victim, "Aram" if max(1, number) % 2 else "Belo", day, max(1, number) + 3
        )
        rest = " ".join(Random(number).choices(words, k=40))  # noqa: S311 - made words, no secret
        texts.append(f"{rest.capitalize() if number else 'Early in the day,'}.\n{lead}\n{rest}.\n")
    for number, text in enumerate(texts):
        head = f"---\noutlet: Paper {number}\npublished: 2023-06-01\n---\n"
        (tmp_path / f"report{number:02}.md").write_text(head + text, encoding="utf-8")
    before = {event.interval: event.lineages for event in events_of(read_plainly(tmp_path))}
    assert (len(before), max(before.values())) == (49, 2)
    (tmp_path / "digest.md").write_text("---\noutlet: Digest\npublished: 2023-06-03\n---\n" + "\n".join(texts), encoding="utf-8")
    store = read_plainly(tmp_path)
    assert {event.interval: event.lineages for event in events_of(store)} == before
    assert store.questions.totals().lineages == 51


def read_plainly(folder: Path) -> SqliteStore:
    """Return the record of a folder of plain sentences."""
    store = SqliteStore.in_memory()
    build_into(store, [str(folder)], PlainReader(), BuildOptions())
    return store


def test_two_events_a_day_apart_in_one_village_stay_two() -> None:
    """Another day, other dead: reports of one do not corroborate the other, in any order."""
    one = Report(filler="The river was high and the ferry late, and the market opened at noon.")
    next_day = Report(
        (Told(day=date(2023, 2, 6), victim="traders", killed=4),), "Belo Courier", date(2023, 2, 7), "Rain fell for days."
    )
    digests = set()
    for order in permutations([one, next_day]):
        store = a_record([an_analysis(report) for report in order])
        assert {event.lineages for event in events_of(store)} == {1}
        assert len(events_of(store)) == 2
        digests.add(store.digest())
    assert len(digests) == 1


SOLDIERS = (
    "Soldiers killed at least 40 villagers in Moura on 5 February 2023, survivors said. They came by helicopter on market day."
)
SPELLED = "On 5 February 2023 soldiers killed some 40 villagers in Mourrah, near Djenne, witnesses said."
ELSEWHERE = "On 5 February 2023 soldiers killed some 40 villagers in Sindakoro-Bah, witnesses said."


def built(tmp_path: Path, reports: Sequence[tuple[str, str]], published: str = "2023-02-09") -> RecordView:
    """Return the record of a few reports that were read in full."""
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for number, (outlet, text) in enumerate(reports):
        head = f"---\ntitle: Report {number}\noutlet: {outlet}\npublished: {published}\n---\n\n"
        (folder / f"report{number}.md").write_text(head + text + "\n", encoding="utf-8")
    record = tmp_path / "odd.record"
    build([folder], record)
    return open_record(record)


def places_of(view: RecordView) -> list[set[str]]:
    """Return the places that are held of each event."""
    events = [view.event(line.id) for line in view.events()]
    return sorted({held.printed for value in event.values if value.role == "place" for held in value.held} for event in events)


def test_one_massacre_under_two_spellings_of_a_village_is_one_event(tmp_path: Path) -> None:
    """The gazetteer's name has two lineages; the words of each report stay what they were."""
    with built(tmp_path, [("Northern Ledger", SOLDIERS), ("Southern Ledger", SPELLED)]) as view:
        assert places_of(view) == [{"Moura"}]
        (explained,) = view.explain(next(iter(view.events())).id)
        (place,) = [value for value in explained.values if value.role == "place"]
        assert place.held.lineages == 2
        assert {said.words.words for said in place.said} == {"Moura", "Mourrah"}


def test_one_massacre_under_two_village_names_waits_for_a_person(tmp_path: Path) -> None:
    """Nothing says that two villages are one: two events and an issue on the unknown name; decided to be one, both names stand."""
    with built(tmp_path, [("Northern Ledger", SOLDIERS), ("Southern Ledger", ELSEWHERE)]) as view:
        assert len(places_of(view)) == 2
        assert view.issues("place_unresolved").total == 1
        first = [next(iter(view.event(line.id).claims)) for line in view.events()]
    decide([decided("same", *first, hour=0)], tmp_path / "odd.record")
    with open_record(tmp_path / "odd.record") as view:
        (names,) = places_of(view)
        assert {name.split(" (")[0] for name in names} == {"Moura", "Sindakoro-Bah"}


MINISTERS = [
    ("Northern Ledger", "Defence minister Moussa Traore was arrested in Bamako on 2 May 2023, a court source said."),
    ("Southern Ledger", "Finance minister Moussa Keita was arrested in Bamako on 2 May 2023, his lawyer said."),
]


def test_two_ministers_with_one_first_name_stay_two(tmp_path: Path) -> None:
    """Arrested on one day in one town, they are two persons and two arrests, and neither report corroborates the other."""
    with built(tmp_path, MINISTERS, "2023-05-04") as view:
        events = [view.event(line.id) for line in view.events()]
        names = [{held.printed for value in event.values if value.role == "victim" for held in value.held} for event in events]
        assert sorted(len(name) for name in names) == [1, 1]
        assert {event.lineages for event in events} == {1}
        assert view.differences(DifferenceFilter(relation="dispute")).total == 0


MISSION = [
    ("Northern Ledger", "A convoy of MINUSMA was attacked near Gao on 18 July 2022; two peacekeepers were killed."),
    ("Southern Ledger", "Two peacekeepers of MINUSMA were killed when their convoy was attacked near Gao on 18 July 2022."),
    ("Le Relais", "Deux casques bleus de la MINUSCA ont été tués le 18 juillet 2022 près de Gao dans l'attaque de leur convoi."),
]


def test_a_wrong_mission_name_in_a_translation_is_told(tmp_path: Path) -> None:
    """Another mission's initials in one report of three stand as a slip beside the right ones, with who has them."""
    with built(tmp_path, MISSION, "2022-07-20") as view:
        (found,) = [one for one in view.differences() if one.field == "mission_name"]
        assert found.relation is Relation.TRANSMISSION_ERROR
        assert [position.value for position in found.positions if position.error] == ["MINUSCA"]


def decided(verdict: str, *claims: str, hour: int) -> Decision:
    """Return a decision on events."""
    return Decision(DecisionKind.SAME_EVENT, tuple(sorted(claims)), verdict, "ana", MOMENT + timedelta(hours=hour))


def three_reports() -> tuple[SqliteStore, list[str]]:
    """Return a record of three events and the claim behind each."""
    days = [date(2023, 2, 5), date(2023, 3, 9), date(2023, 4, 20)]
    outlets = ["Aram Gazette", "Belo Courier", "Le Fleuve"]
    told = zip(days, outlets, strict=True)
    reports = [Report((Told(day=day),), outlet, day + timedelta(days=1), f"{outlet} wrote.") for day, outlet in told]
    store = a_record([an_analysis(report) for report in reports])
    return store, sorted(claim.id for claim in store.questions.claims(window=ALL))


def test_decisions_that_contradict_give_one_answer_in_any_order() -> None:
    """The later one holds, and the earlier one is named as an issue; the order of taking them in makes no difference."""
    answers = set()
    for order in permutations(range(2)):
        store, (one, two, _) = three_reports()
        made = [decided("same", one, two, hour=0), decided("not_same", one, two, hour=1)]
        for index in order:
            decide_in(store, [made[index]])
        assert store.questions.event_of([one])[one] != store.questions.event_of([two])[two]
        answers.add((store.digest(), tuple(contradictions(store.questions.decisions()))))
    assert len(answers) == 1


def test_a_cycle_of_same_and_not_same_is_an_issue_and_one_answer_in_any_order() -> None:
    """A is B, B is C, A is not C: the two later decisions hold, the first is named, however they come in."""
    answers = set()
    for order in permutations(range(3)):
        store, (one, two, three) = three_reports()
        made = [
            decided("same", one, two, hour=0),
            decided("same", two, three, hour=1),
            decided("not_same", one, three, hour=2),
        ]
        for index in order:
            decide_in(store, [made[index]])
        event_of = store.questions.event_of([one, two, three])
        assert event_of[two] == event_of[three] != event_of[one]
        issues = contradictions(store.questions.decisions())
        assert [issue.code for issue in issues] == ["decision_contradicts"]
        assert made[0].id in issues[0].detail
        answers.add((store.digest(), issues))
    assert len(answers) == 1


def test_law_and_characterisation_are_never_decided(mali: RecordView) -> None:
    """Positions on the law and on what to call a thing stand side by side: none is a slip, none earlier, each has its holder."""
    found = [
        one
        for one in mali.differences(DifferenceFilter(relation="dispute"), ALL)
        if one.kind in (DisputeKind.LAW, DisputeKind.CHARACTERISATION)
    ]
    assert {one.kind for one in found} >= {DisputeKind.LAW}
    for one in found:
        assert len(one.positions) > 1
        assert not any(position.error or position.earlier for position in one.positions)
        assert all(position.claims for position in one.positions)
