"""Law 5 for what people enter: no re-run changes an item, also where what it rests on is found no more."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import Report, a_record, an_analysis
from tests.laws.worlds import worlds

from corro.model import Item, Modality
from corro.model.answer import ALL
from corro.pipeline.again import analyse_again
from corro.pipeline.registers import Entry, enter_in
from corro.registers.lines import lines
from corro.registers.state import items
from corro.store import SqliteStore

GIVEN = {"kind": "V1", "date": "2023-02-05", "summary": "attack on the market"}


def entered(store: SqliteStore, rests_on: tuple[str, ...]) -> Item:
    """Enter a violation that rests on claims."""
    return enter_in(store, "violations", GIVEN, Entry(by="analyst", rests_on=rests_on))


@given(worlds, st.data())
@settings(max_examples=10, deadline=None)
def test_an_item_outlives_every_other_extractor(world: list[Report], data: st.DataObject) -> None:
    """Whatever is found, lost or read otherwise, the item holds what was entered, once, with what it rests on."""
    analyses = {analysis.document.id: analysis for analysis in map(an_analysis, world)}
    store = a_record(list(analyses.values()))
    claims = sorted(claim.id for claim in store.questions.claims(window=ALL))
    chosen = tuple(sorted(data.draw(st.sets(st.sampled_from(claims), max_size=2))))
    item = entered(store, chosen)
    lost = data.draw(st.sets(st.sampled_from(claims)))
    kept = {
        name: replace(one, claims=tuple(replace(claim, modality=Modality.NEGATED) for claim in one.claims if claim.id not in lost))
        for name, one in analyses.items()
    }
    analyse_again(store, lambda documents: [kept[document.id] for document in documents])
    assert items(store.questions.entered()) == (item,)
    told = lines(store.questions.entries("violations", ALL).lines, [item])
    assert [one.id for line in told for one in line.items] == [item.id]


def test_an_item_stands_under_the_line_it_rests_on_and_alone_once_that_is_gone() -> None:
    """It moves in the list, and changes in nothing."""
    analysis = an_analysis()
    store = a_record([analysis])
    item = entered(store, tuple(claim.id for claim in analysis.claims))
    (line,) = lines(store.questions.entries("violations", ALL).lines, [item])
    assert line.entry is not None
    assert line.items == (item,)
    analyse_again(store, lambda _: [replace(analysis, claims=())])
    (alone,) = lines(store.questions.entries("violations", ALL).lines, items(store.questions.entered()))
    assert (alone.entry, alone.items) == (None, (item,))
