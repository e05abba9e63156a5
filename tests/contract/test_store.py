"""What every driver of the Store port does; a new driver is added to `OPENERS` and must pass all of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations
from pathlib import Path

import pytest
from tests.laws.builders import Report, Told, an_analysis

from corro.model import (
    ChainKind,
    ChainLink,
    CopyLink,
    Decision,
    DecisionKind,
    EventLink,
    Evidence,
    Issue,
    Lineage,
    LinkVerdict,
    Modality,
    Outcome,
    Receipt,
    RegisterEntry,
    RegisterField,
    Relation,
    Severity,
)
from corro.model.answer import ALL, ClaimFilter, Composed, DifferenceFilter, EventFilter, Window
from corro.pipeline.keying import keyed
from corro.pipeline.options import silent
from corro.pipeline.weighing import weigh
from corro.ports import Keyed, Store
from corro.store import SqliteStore

OPENERS: dict[str, Callable[[Path], Store]] = {
    "sqlite file": lambda folder: SqliteStore.to_write(folder / "a.record"),
    "sqlite memory": lambda _: SqliteStore.in_memory(),
}
MOMENT = datetime(2023, 3, 1, 12, tzinfo=UTC)


@pytest.fixture(params=sorted(OPENERS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty record of each driver."""
    opened = OPENERS[request.param](tmp_path)
    yield opened
    opened.close()


def a_report(outlet: str = "Aram Gazette", **changes: object) -> Keyed:
    """Return a keyed analysis of one report."""
    return keyed(an_analysis(Report(outlet=outlet, **changes)))  # type: ignore[arg-type]


def filled(store: Store, *reports: Keyed) -> Store:
    """Add reports to a record and weigh them."""
    with store.transaction():
        store.intake.add(reports)
    weigh(store, silent)
    return store


# what is received


def test_what_is_added_comes_back_as_it_was(store: Store) -> None:
    """Documents, claims, mentions and statements are the same objects after a round trip."""
    one = a_report()
    store.intake.add([one])
    document = one.analysis.document
    assert store.questions.documents_by_id([document.id]) == {document.id: document}
    assert store.questions.claims(window=ALL).lines == one.analysis.claims
    assert store.questions.mentions_in(document.id) == one.analysis.mentions
    assert store.questions.statements_in(document.id) == one.analysis.statements


def test_adding_a_known_document_changes_nothing(store: Store) -> None:
    """The first form of a document stays."""
    one = a_report()
    store.intake.add([one])
    changed = replace(one.analysis, document=replace(one.analysis.document, label="another"), claims=())
    store.intake.add([replace(one, analysis=changed)])
    assert store.questions.documents_by_id([one.analysis.document.id])[one.analysis.document.id] == one.analysis.document
    assert store.questions.totals().claims == 1


def test_evidence_comes_back_byte_for_byte_and_is_known_from_then_on(store: Store) -> None:
    """Bytes are kept under their hash, with the ids of what was read from them."""
    one = a_report()
    sha256 = one.analysis.document.evidence_sha256
    read_as = one.analysis.document.media_type
    assert store.intake.known(sha256, read_as) is None
    content = bytes(range(256)) * 10
    store.intake.add([one])
    store.intake.add_evidence(Evidence(sha256, read_as, len(content), "a.txt"), content)
    assert store.questions.evidence(sha256) == content
    assert store.intake.known(sha256, read_as) == (one.analysis.document.id,)
    assert store.intake.known(sha256, "text/csv") is None
    assert store.questions.evidence("unheard of") is None


def test_unknown_documents_are_told_in_the_order_given(store: Store) -> None:
    """What the record lacks is told; what it has is not."""
    one = a_report()
    store.intake.add([one])
    assert store.intake.unknown(["z", one.analysis.document.id, "a"]) == ("z", "a")


def test_receipts_are_kept_by_run_in_order(store: Store) -> None:
    """Each build has receipts of its own."""
    first = store.intake.begin_run(MOMENT)
    second = store.intake.begin_run(MOMENT)
    receipts = [Receipt(f"{name}.txt", Outcome.REJECTED, None, "It is empty.", "empty") for name in "cab"]
    store.intake.add_receipts(first, receipts[:2])
    store.intake.add_receipts(second, receipts[2:])
    store.intake.end_run(second, MOMENT)
    assert store.questions.receipts(first).lines == tuple(receipts[:2])
    assert store.questions.receipts(None, ALL).lines == tuple(receipts)
    assert [run.finished for run in store.questions.runs()] == [None, MOMENT]


def test_the_latest_document_of_a_series_is_found(store: Store) -> None:
    """Of two versions of one address, the one published later is the latest."""
    address = "https://example.org/a"
    early, late = (a_report(address=address, published=date(2023, 2, day)) for day in (6, 8))
    store.intake.add([late, early])
    series = early.analysis.document.series_id
    assert store.intake.versions([series, "none"]) == {series: late.analysis.document.id}
    assert [document.id for document in store.questions.series(series)] == [early.analysis.document.id, late.analysis.document.id]


def test_issues_of_reading_outlive_a_newer_analysis(store: Store) -> None:
    """A newer analysis replaces the doubts of the older one, and not those of the reader."""
    one = a_report()
    document_id = one.analysis.document.id
    doubts = {code: Issue(code, document_id, "Look.", severity=Severity.NOTE) for code in ("read", "old", "new")}
    store.intake.add_issues([doubts["read"]])
    store.intake.add([replace(one, analysis=replace(one.analysis, issues=(doubts["old"],)))])
    store.intake.replace(replace(one, analysis=replace(one.analysis, issues=(doubts["new"],))))
    assert {issue.code for issue in store.questions.issues(window=ALL)} == {"read", "new"}


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    """What is written before an error inside a transaction is not there after it."""
    with pytest.raises(RuntimeError):
        _add_and_fail(store)
    assert store.questions.totals().documents == 0
    with store.transaction(), store.transaction():
        store.intake.add([a_report()])
    assert store.questions.totals().documents == 1


def _add_and_fail(store: Store) -> None:
    with store.transaction():
        store.intake.add([a_report()])
        raise RuntimeError


def test_a_claim_that_a_newer_analysis_lacks_falls(store: Store) -> None:
    """It stands no more; what stands is the newer analysis."""
    one = a_report(told=(Told(), Told(type="H1")))
    filled(store, one)
    kept = one.analysis.claims[:1]
    with store.transaction():
        store.intake.replace(replace(one, analysis=replace(one.analysis, claims=kept)))
    weigh(store, silent)
    assert store.questions.claims(window=ALL).lines == kept
    assert store.questions.totals().events == 1


# what is weighed


def test_documents_that_share_keys_are_candidates_once(store: Store) -> None:
    """Pairs come with the smaller id first, new ones with each other and with those compared before."""
    one, two, three = (replace(a_report(name), copy_keys=("k", "l"), claim_keys={}) for name in ("a", "b", "c"))
    ids = {name: keyed_one.analysis.document.id for name, keyed_one in zip("abc", (one, two, three), strict=True)}
    store.intake.add([one, two])
    store.weighing.mark_linked([ids["a"]])
    assert store.weighing.copy_candidates([ids["b"]], 2) == (tuple(sorted((ids["a"], ids["b"]))),)
    assert store.weighing.copy_candidates([ids["b"]], 3) == ()
    store.weighing.mark_linked([ids["b"]])
    store.intake.add([three])
    pairs = {tuple(sorted((ids["c"], ids[other]))) for other in "ab"}
    assert set(store.weighing.copy_candidates([ids["c"]], 1)) == pairs


def test_a_document_that_was_not_compared_is_no_candidate_outside_its_batch(store: Store) -> None:
    """So that a pair is compared once, when the later of the two is."""
    one, two = (replace(a_report(name), copy_keys=("k",), claim_keys={}) for name in ("a", "b"))
    store.intake.add([one, two])
    assert store.weighing.copy_candidates([one.analysis.document.id], 1) == ()
    both = tuple(sorted((one.analysis.document.id, two.analysis.document.id)))
    assert store.weighing.copy_candidates(both, 1) == (both,)


def test_claims_that_share_a_key_are_candidates(store: Store) -> None:
    """Claims meet inside a document and across documents."""
    one, two = a_report("a", told=(Told(), Told(type="H1"))), a_report("b")
    claims = [claim.id for keyed_one in (one, two) for claim in keyed_one.analysis.claims]
    one = replace(one, claim_keys={claims[0]: ("x",), claims[1]: ("x", "y")})
    two = replace(two, claim_keys={claims[2]: ("y",)})
    store.intake.add([one, two])
    ids = [keyed_one.analysis.document.id for keyed_one in (one, two)]
    expected = {tuple(sorted(claims[:2])), tuple(sorted(claims[1:]))}
    assert set(store.weighing.claim_candidates(ids)) == expected


@pytest.mark.parametrize(
    ("mine", "theirs", "meet"), [("<y", "y", 1), (">y", "<y", 1), (">y", "y", 1), ("<y", "<y", 0), (">y", ">y", 0)]
)
def test_claims_that_are_both_only_filed_do_not_meet(store: Store, mine: str, theirs: str, meet: int) -> None:
    """Nor do two that are both only looked up; every other two do."""
    one, two = a_report("a"), a_report("b")
    claims = [keyed_one.analysis.claims[0].id for keyed_one in (one, two)]
    store.intake.add([replace(one, claim_keys={claims[0]: (mine,)}), replace(two, claim_keys={claims[1]: (theirs,)})])
    ids = [keyed_one.analysis.document.id for keyed_one in (one, two)]
    assert len(store.weighing.claim_candidates(ids)) == meet


def test_reasons_of_a_link_are_kept(store: Store) -> None:
    """A verdict comes back with its reasons and its rule, in order; clustering gets it without the reasons."""
    one, two = a_report("a"), a_report("b")
    store.intake.add([one, two])
    claims = sorted(keyed_one.analysis.claims[0].id for keyed_one in (one, two))
    link = EventLink(claims[0], claims[1], LinkVerdict.SAME, 2.5, ("same day (+2.0)", "same kind (+0.5)"), "link.sum_of_weights")
    store.weighing.add_links([], [link])
    assert store.questions.links(claims) == (link,)
    assert store.composition.links_among(claims) == (replace(link, reasons=()),)


def test_only_links_that_are_not_among_the_known_ones_come(store: Store) -> None:
    """Whichever of the two is new."""
    reports = [a_report(name) for name in "abcd"]
    store.intake.add(reports)
    ids = sorted(keyed_one.analysis.claims[0].id for keyed_one in reports)
    links = [EventLink(one, other, LinkVerdict.SAME, 1.0, (), "link.sum_of_weights") for one, other in combinations(ids, 2)]
    store.weighing.add_links([], links)
    assert store.composition.links_among(ids) == tuple(links)
    for new in ids[:3]:
        known = [name for name in ids[:3] if name != new]
        further = [
            link for link in links if new in (link.first_id, link.second_id) and ids[3] not in (link.first_id, link.second_id)
        ]
        assert store.composition.links_among(ids[:3], known) == tuple(further)


def test_lineages_of_connected_documents_are_replaced_together(store: Store) -> None:
    """Documents are connected by copies; those whose lineage changed have their claims composed anew."""
    one, two = a_report("a"), a_report("b")
    ids = sorted(keyed_one.analysis.document.id for keyed_one in (one, two))
    store.intake.add([one, two])
    store.weighing.add_links([CopyLink(ids[0], ids[1], same_origin=True)], [])
    store.weighing.mark_linked(ids)
    members, links = store.weighing.copy_component([ids[0]])
    assert (list(members), [link.second_id for link in links]) == (ids, [ids[1]])
    store.weighing.replace_lineages(members, [Lineage(members)])
    assert store.weighing.unplaced(10) == ()
    assert {lineage.documents for lineage in store.questions.lineages_of(ids).values()} == {members}
    assert store.questions.lineages().total == 1


def test_waiting_work_is_counted(store: Store) -> None:
    """Documents wait to be compared, then to be placed; claims wait to be composed."""
    one = a_report()
    store.intake.add([one])
    assert (store.weighing.waiting().documents, store.weighing.waiting().claims) == (1, 0)
    store.weighing.mark_linked([one.analysis.document.id])
    waiting = store.weighing.waiting()
    assert (waiting.documents, waiting.lineages, waiting.claims) == (0, 1, 1)
    weigh(store, silent)
    waiting = store.weighing.waiting()
    assert (waiting.documents, waiting.lineages, waiting.claims) == (0, 0, 0)


# what is composed


def test_next_to_a_group_is_what_links_of_one_event_and_decisions_bind_to_it(store: Store) -> None:
    """Whole groups come; what has no group yet comes where it is asked for, and not where it is only next to something."""
    reports = [a_report(name) for name in "abcdef"]
    store.intake.add(reports)
    one, two, three, four, five, six = (keyed_one.analysis.claims[0].id for keyed_one in reports)
    same, other = EventLink(*sorted((one, two)), LinkVerdict.SAME, 1.0), EventLink(*sorted((one, five)), LinkVerdict.NOT_SAME, 1.0)
    store.weighing.add_links([], [same, other, EventLink(*sorted((one, six)), LinkVerdict.SAME, 1.0)])
    store.intake.add_decision(Decision(DecisionKind.SAME_EVENT, tuple(sorted((one, four))), "not_same", "analyst", MOMENT))
    assert store.composition.groups_around([one]) == ((one,),)
    store.composition.replace_groups([two, three, four, five], [sorted((two, three)), (four,), (five,)])
    assert set(store.composition.groups_around([one])) == {(one,), tuple(sorted((two, three))), (four,)}
    assert set(store.composition.groups_around([three])) == {tuple(sorted((two, three)))}


def test_what_is_grouped_waits_to_be_composed(store: Store) -> None:
    """Claims wait to be grouped, those of the earliest report first, then to be composed; new groups take the place of the old."""
    early, late = a_report("a", published=date(2023, 2, 1)), a_report("b", published=date(2023, 3, 1))
    store.intake.add([late, early])
    store.weighing.mark_linked([one.analysis.document.id for one in (early, late)])
    claims = tuple(one.analysis.claims[0].id for one in (early, late))
    assert (store.composition.ungrouped(9), store.composition.uncomposed(9)) == (claims, ())
    store.composition.replace_groups(claims, [sorted(claims)])
    assert (store.composition.ungrouped(9), store.composition.uncomposed(9)) == ((), claims)
    assert store.composition.groups_of(claims[:1]) == (tuple(sorted(claims)),)
    store.composition.replace_groups(claims, [claims[:1], claims[1:]])
    assert store.composition.groups_of(claims[:1]) == (claims[:1],)


def test_a_decision_has_its_claims_grouped_anew_and_a_lineage_only_composed(store: Store) -> None:
    """Which claims belong together does not rest on lineages; support does."""
    filled(store, a_report(), a_report("Belo Courier", told=(Told("O1", "junta", "traders", "Belo", killed=None),)))
    claims = [claim.id for claim in store.questions.claims(window=ALL)]
    store.intake.add_decision(Decision(DecisionKind.CLAIM, (claims[0],), "accepted", "analyst", MOMENT))
    assert (store.composition.ungrouped(9), store.composition.uncomposed(9)) == ((claims[0],), ())
    documents = sorted({claim.document_id for claim in store.questions.claims(window=ALL)})
    store.weighing.replace_lineages(documents, [Lineage(tuple(documents))])
    assert (store.composition.ungrouped(9), store.composition.uncomposed(9)) == ((claims[0],), (claims[1],))


def test_composing_replaces_what_was_composed_from_the_same_claims(store: Store) -> None:
    """Old clusters, events, differences and lines go with the claims that they rested on."""
    filled(store, a_report())
    claims = [claim.id for claim in store.questions.claims(window=ALL)]
    entry = RegisterEntry("mission", None, (RegisterField("count", "3"),), tuple(claims))
    store.composition.replace_composed(claims, [Composed(tuple(claims), entries=(entry,))])
    assert (store.questions.totals().events, store.questions.entries(window=ALL).lines) == (0, (entry,))
    assert store.questions.search("villagers").total == 1


def test_earlier_ids_of_an_event_stay_known(store: Store) -> None:
    """An event that grew is found by the id and the slug that it had before, and by its claims."""
    filled(store, a_report())
    earlier = store.questions.events().lines[0]
    filled(store, a_report("Belo Courier"))
    present = store.questions.events().lines[0]
    assert present.id != earlier.id
    assert store.questions.events_named(earlier.id) == store.questions.events_named(earlier.slug) == (present.id,)
    assert store.questions.events_named(store.questions.claims().lines[0].id) == (present.id,)
    event = store.questions.event(present.id)
    assert event is not None
    assert event.aliases == (earlier.id,)
    assert store.questions.events_named("H1-NOBODY") == ()


def test_an_earlier_event_that_came_apart_stands_for_all_its_parts(store: Store) -> None:
    """After a split by a decision the old id leads to both."""
    filled(store, a_report(), a_report("Belo Courier"))
    whole = store.questions.events().lines[0]
    claims = tuple(sorted(claim.id for claim in store.questions.claims(window=ALL)))
    store.intake.add_decision(Decision(DecisionKind.SAME_EVENT, claims, "not_same", "analyst", MOMENT))
    weigh(store, silent)
    assert set(store.questions.events_named(whole.id)) == {line.id for line in store.questions.events()}
    assert store.questions.totals().events == 2


# what is asked


def test_events_are_filtered_by_every_field(store: Store) -> None:
    """Each filter narrows; words are looked for without case and accents."""
    filled(
        store,
        a_report(told=(Told("V1", actor="Gardes-frontières", day=date(2023, 2, 5)),), outlet="Échos"),
        a_report(told=(Told("H1", actor="junta", place="Belo", day=date(2023, 4, 5)),), outlet="Radio Nord"),
    )
    wanted = {
        "V1": [
            EventFilter(types=("V1",)), EventFilter(types=("V",)), EventFilter(until=date(2023, 3, 1)), EventFilter(place="aram"),
            EventFilter(actor="gardes frontieres"), EventFilter(source="echos"), EventFilter(text="killing"),
        ],
        "H1": [
            EventFilter(types=("H",)), EventFilter(since=date(2023, 3, 1)), EventFilter(place="Belo"), EventFilter(source="radio"),
        ],
    }  # fmt: skip
    for code, filters in wanted.items():
        for narrowed in filters:
            assert [line.type for line in store.questions.events(narrowed)] == [code], narrowed
    assert store.questions.events(EventFilter(types=("V1",), place="Belo")).total == 0
    assert store.questions.events(EventFilter(modality=Modality.HAPPENED, disputed=False)).total == 2
    assert store.questions.events(EventFilter(actor='"')).total == 0


def test_pages_add_up_to_the_list(store: Store) -> None:
    """Pages have the total, and together every line once, in one order."""
    days = [date(2011 + 2 * number, 1 + 2 * number, 3 + 5 * number) for number in range(5)]
    told = [(Told(day=day, killed=day.year, victim=f"people of {day.month}"),) for day in days]
    filled(store, *(a_report(told=one, outlet=f"Outlet {one[0].killed}", published=one[0].day) for one in told))
    whole = store.questions.events(window=ALL)
    pages = [store.questions.events(window=Window(offset, 2)) for offset in (0, 2, 4)]
    assert [page.total for page in pages] == [5, 5, 5]
    assert tuple(line for page in pages for line in page) == whole.lines
    assert [line.when for line in whole] == sorted(line.when for line in whole)


def test_claims_are_filtered(store: Store) -> None:
    """By document, type, holder and event."""
    one, two = a_report(told=(Told(speaker="the Mayor of Aram"),)), a_report("Belo Courier", told=(Told("H1"),))
    filled(store, one, two)
    claim = one.analysis.claims[0]
    event = store.questions.event_of([claim.id])[claim.id]
    for narrowed in (
        ClaimFilter(document_id=claim.document_id), ClaimFilter(types=("V",)), ClaimFilter(holder="mayor"),
        ClaimFilter(event_id=event), ClaimFilter(ids=(claim.id,)),
    ):  # fmt: skip
        assert store.questions.claims(narrowed).lines == (claim,), narrowed
    assert claim not in store.questions.claims(ClaimFilter(eventless=True), ALL).lines


def test_disputes_come_first_and_carry_their_event(store: Store) -> None:
    """Two figures that cannot both hold are a dispute of the event that both are about."""
    told = [(Told(killed=12, speaker="the mayor"),), (Told(killed=40, speaker="a spokesman"),)]
    one = a_report("Aram Gazette", told=told[0], filler="Over the river the harvest was late and nobody spoke of the tariff.")
    other = a_report("Belo Courier", told=told[1], filler="A winter of letters from the council left the orchard in the dark.")
    filled(store, one, other)
    event = store.questions.events().lines[0]
    found = store.questions.differences(DifferenceFilter(relation="dispute"))
    assert [(difference.field, difference.event_id) for difference in found] == [("killed", event.id)]
    assert event.disputes == 1
    assert store.questions.differences().lines[0].relation is Relation.DISPUTE
    assert store.questions.differences(DifferenceFilter(event_id=event.id, field="killed", kind="quantity")).total == 1


def test_search_folds_case_and_accents_and_never_fails(store: Store) -> None:
    """Whatever is typed is words to be found, never a query that breaks."""
    store.intake.add([a_report(filler="Les réfugiés de Ménaka sont arrivés à l'école.")])
    for typed in ("menaka", "MÉNAKA refugies", '"réfugiés de menaka"', "refug*", "ecole"):
        assert store.questions.search(typed).total == 1, typed
    for typed in ("", '"', "NOT", "a AND", "(", "*", "refug", "{x} : y", '"refugies menaka"'):
        assert store.questions.search(typed).total == 0, typed


def test_decisions_come_with_those_that_undo_them(store: Store) -> None:
    """A decision is found by what it names; an undoing is found by what it undoes."""
    decision = Decision(DecisionKind.CLAIM, ("claim_1",), "accepted", "analyst", MOMENT)
    undo = Decision(DecisionKind.UNDO, (decision.id,), "undone", "analyst", MOMENT.replace(hour=13))
    other = Decision(DecisionKind.CLAIM, ("claim_2",), "accepted", "analyst", MOMENT)
    for one in (undo, other, decision):
        store.intake.add_decision(one)
    assert store.questions.decisions(["claim_1"]) == (decision, undo)
    assert len(store.questions.decisions()) == 3


def test_chain_links_are_found_from_both_ends_and_go_with_their_analysis(store: Store) -> None:
    """A link comes with either of its claims, counts in the digest, and falls where a newer analysis lacks it."""
    one = a_report(told=(Told(), Told(place="Belo", type="H1")))
    first, second = (claim.id for claim in one.analysis.claims)
    span = one.analysis.claims[0].passage
    link = ChainLink(ChainKind.PRECEDED_BY, second, first, span, one.analysis.document.id, "chain.after")
    filled(store, replace(one, analysis=replace(one.analysis, chains=(link,))))
    before = store.digest()
    assert store.questions.chains_of([first]) == store.questions.chains_of([second]) == (link,)
    assert store.questions.chains_of([first, second]) == (link,)
    assert store.questions.chains_of(["claim_other"]) == ()
    with store.transaction():
        store.intake.replace(one)
    weigh(store, silent)
    assert store.questions.chains_of([first, second]) == ()
    assert store.digest() != before


def test_the_digest_sees_every_change_and_no_history(store: Store) -> None:
    """It changes with a claim, and not with runs and receipts."""
    filled(store, a_report())
    before = store.digest()
    store.intake.add_receipts(store.intake.begin_run(MOMENT), [Receipt("a", Outcome.REJECTED, None, "why", "empty")])
    assert store.digest() == before
    filled(store, a_report("Belo Courier"))
    assert store.digest() != before
