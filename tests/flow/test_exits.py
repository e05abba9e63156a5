"""What leaves a record passes one door, which takes away what may not go out and says what it took."""

from dataclasses import replace
from datetime import date

import pytest
from tests.laws.builders import Report, Told, a_record, an_analysis
from tests.vaults import NOON, a_vault, signed_in

from corro.casework import Audience, Classification, ConsentAct, ConsentKind, Request, Use
from corro.errors import BadOptionError
from corro.model import Decision, DecisionKind, RegisterEntry, RegisterField, Role
from corro.model.answer import ALL
from corro.pipeline.decide import decide_in
from corro.pipeline.exits import NO_CONSENT, Door
from corro.pipeline.seconding import second, take_second
from corro.pipeline.view import RecordView

PLAIN = Report((Told(killed=12),), outlet="Aram Gazette")
SCHOOL = Report((Told("V2", victim="schoolgirls", place="Belo", day=date(2023, 3, 9), killed=7),), outlet="Belo Post")
ASSAULT = Report((Told("V3", victim="women of Belo", place="Belo", day=date(2023, 3, 12), killed=None),), outlet="Radio Belo")


@pytest.fixture
def view() -> RecordView:
    """A record of an attack, a school that was hit, and an assault."""
    return RecordView(a_record([an_analysis(report) for report in (PLAIN, SCHOOL, ASSAULT)]))


def everything(view: RecordView, door: Door) -> str:
    """All that goes out through a door, as one text."""
    events = [view.event(line.id) for line in view.events(window=ALL)]
    documents = view.documents_by_id([line.id for line in view.documents(ALL)]).values()
    claims, differences = view.claims(window=ALL), view.differences(window=ALL)
    told = [door.events(events), door.entries(view.entries(window=ALL)), door.claims(claims), door.documents(documents)]
    return repr([list(one) for one in (*told, door.differences(differences), door.decisions(view.decisions()))])


def test_the_section_has_its_own_record_whole(view: RecordView) -> None:
    """And knows how it is marked when it does."""
    door = Door(view, Request(audience=Audience.SECTION))
    told = everything(view, door)
    assert "schoolgirls" in told
    assert "women of Belo" in told
    assert door.taken == []
    assert door.marking is Classification.STRICTLY_CONFIDENTIAL


@pytest.mark.parametrize("audience", [Audience.UN, Audience.COURTS, Audience.PUBLIC])
def test_outside_nothing_tells_of_sexual_violence_or_of_a_child(view: RecordView, audience: Audience) -> None:
    """Neither words, nor claims, nor documents, nor the day or the town; the rest goes out as it is."""
    door = Door(view, Request(audience=audience))
    told = everything(view, door)
    assert "villagers" in told
    assert not [
        word for word in ("schoolgirls", "women of Belo", "Radio Belo", "Belo Post", "2023, 3, 9", "2023-03-09") if word in told
    ]
    assert door.marking is (Classification.UNCLASSIFIED if audience is Audience.PUBLIC else Classification.CONFIDENTIAL)
    assert any("persons in this record" in line for line in door.remarks)


def test_what_stands_for_enough_persons_goes_out_coarsened() -> None:
    """One assault alone is held back; five of one month and district go out by these, and by nothing else."""
    few, many = [RecordView(a_record([an_analysis(an_assault(5 * place)) for place in range(1, 1 + number)])) for number in (4, 5)]
    assert "V3" not in everything(few, Door(few, Request()))
    door = Door(many, Request())
    told = everything(many, door)
    assert "protected_0005" in told
    assert "datetime.date(2023, 3, 1), last=datetime.date(2023, 3, 31)" in told
    assert not [word for word in ("woman", "Paper", "Belo", "2023, 3, 5)", "latitude=1") if word in told]


def an_assault(day: int) -> Report:
    """An assault on another day, in another paper."""
    return Report(
        (Told("V3", victim=f"a woman of the {day}th", place="Belo", day=date(2023, 3, day), killed=None),), outlet=f"Paper {day}"
    )


def a_line(code: str) -> RegisterEntry:
    """A line of the register of meetings with somebody's code."""
    return RegisterEntry("meetings", None, (RegisterField("briefers", f"heard: {code}"),))


def given_for(*uses: Use) -> ConsentAct:
    """A consent."""
    return ConsentAct(ConsentKind.GIVEN, date(2023, 1, 1), frozenset(uses), "bm", "signed form")


def test_a_code_goes_out_only_where_its_person_consented(view: RecordView) -> None:
    """To that use, by that day; without a word from anybody, it stays."""
    one, other = "P-7KQ2MD9R", "P-ABCDEFGH"
    consents = {one: [given_for(Use.PUBLISH, Use.CITE_ANONYMOUSLY)], other: [given_for(Use.INTERNAL_USE)]}
    lines = [a_line(one), a_line(other), a_line(f"{one} and {other}"), a_line("nobody")]
    door = Door(view, Request(audience=Audience.PUBLIC), consents, today=date(2023, 6, 1))
    assert list(door.entries(lines)) == [lines[0], lines[3]]
    assert [taken.step for taken in door.taken if taken.kind == "entry"] == [NO_CONSENT, NO_CONSENT]
    assert one in door.summary
    assert other not in door.summary
    before = Door(view, Request(audience=Audience.PUBLIC), consents, today=date(2022, 12, 31))
    assert list(before.entries(lines)) == [lines[3]]


def test_from_a_restricted_case_nothing_goes_out_whole(view: RecordView) -> None:
    """Not even to the section: its events are coarsened, its words stay."""
    view.restricted = True
    door = Door(view, Request(audience=Audience.SECTION))
    told = everything(view, door)
    assert not [word for word in ("villagers", "Gazette", "Aram", "2023, 2, 5", "armed men") if word in told]
    assert "12 persons" in told


def test_the_same_request_gives_the_same(view: RecordView) -> None:
    """Exports are deterministic."""
    doors = [Door(view, Request()), Door(view, Request())]
    assert everything(view, doors[0]) == everything(view, doors[1])
    assert doors[0].remarks == doors[1].remarks
    assert doors[0].summary == doors[1].summary


def test_one_person_raises_and_two_lower_what_goes_out(view: RecordView) -> None:
    """A plain event is guarded as soon as one says so; a sensitive one goes out whole once a second has signed for it."""
    store = view._store
    plain, assault = (view.event(line.id).claims for line in view.events() if line.type in ("V1", "V3"))
    keyring = signed_in(a_vault(ben=frozenset(Role), cleo=frozenset({Role.CUSTODIAN})), "ben")
    raised = Decision(DecisionKind.CLASSIFICATION, plain, "strictly_confidential", "ada", NOON, "the family asks for it")
    lowered = Decision(DecisionKind.CLASSIFICATION, assault, "unclassified", "ada", NOON, "published by the survivor herself")
    decide_in(store, [raised, lowered])
    alone = everything(view, Door(view, Request()))
    assert not [word for word in ("villagers", "women of Belo") if word in alone]
    take_second(store, second(store.questions, keyring, lowered.id, "confirmed"), keyring)
    told = everything(view, Door(view, Request()))
    assert "women of Belo" in told
    assert "villagers" not in told
    with pytest.raises(BadOptionError, match="why"):
        decide_in(store, [replace(lowered, reason="")])
    with pytest.raises(BadOptionError, match="no level"):
        decide_in(store, [replace(lowered, verdict="secret")])


def test_a_table_goes_out_without_small_numbers(view: RecordView) -> None:
    """Nor what would give one away; the section has it whole."""
    counts = {("Mopti", "2022"): 12, ("Mopti", "2023"): 3, ("Gao", "2022"): 7, ("Gao", "2023"): 9}
    door = Door(view, Request())
    before = len(door.taken)
    shown = door.table(counts)
    assert ("Mopti", "2023") not in shown.counts
    assert len(door.taken) - before == len(shown.hidden) > 1
    assert Door(view, Request(audience=Audience.SECTION)).table(counts).counts["Mopti", "2023"] == 3
