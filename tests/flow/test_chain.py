"""Which events reports tie to each other is kept with the record, and shown from both ends."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from corro import build, open_record
from corro.cli.explain import as_object, page
from corro.model import ChainKind
from corro.model.answer import EventFilter
from corro.pipeline.again import reanalyse
from corro.pipeline.view import RecordView

ORDER = (
    "# Mali expels a head of division\n\n"
    "BAMAKO, 6 March 2024 - Mali expelled the head of the electoral division of the United Nations mission, Jonas Abelo, "
    "on 5 March 2024, three days after gunmen attacked a convoy of traders near Ansongo.\n"
)
REACTION = (
    "# Réactions\n\n"
    "Les Nations unies ont publié un communiqué en réponse à l'expulsion, le 5 mars 2024, du chef de la division électorale "
    "de la mission des Nations unies au Mali, Jonas Abelo.\n"
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports, each of which tells a part of the chain."""
    folder = tmp_path_factory.mktemp("chain")
    for name, text in (("order.md", ORDER), ("reaction.md", REACTION)):
        (folder / name).write_text(text, encoding="utf-8")
    build(folder, folder / "a.record", published=date(2024, 3, 8))
    return folder / "a.record"


@pytest.fixture
def view(record: Path) -> Iterator[RecordView]:
    """The record, to be read."""
    with open_record(record) as opened:
        yield opened


def slug_of(view: RecordView, code: str) -> str:
    """Return the slug of the one event of a type."""
    (line,) = view.events(EventFilter(types=(code,))).lines
    return line.slug


def test_an_event_stands_between_what_it_follows_and_what_answers_it(view: RecordView) -> None:
    """The attack comes first, the order follows it in one report, and the statement answers it in the other."""
    attack, order, statement = (slug_of(view, code) for code in ("A3", "H1", "C3"))
    assert [(item.kind, item.outward, item.slug) for item in view.chain(order)] == [
        (ChainKind.PRECEDED_BY, True, attack),
        (ChainKind.RESPONSE_TO, False, statement),
    ]
    assert [(item.kind, item.outward, item.slug) for item in view.chain(attack)] == [(ChainKind.PRECEDED_BY, False, order)]
    assert [(item.kind, item.outward, item.slug) for item in view.chain(statement)] == [(ChainKind.RESPONSE_TO, True, order)]


def test_the_explanation_shows_the_chain_with_its_words(view: RecordView) -> None:
    """Each line names the other event and the words that tie it; the JSON form says the same."""
    attack, order, statement = (slug_of(view, code) for code in ("A3", "H1", "C3"))
    (explanation,) = view.explain(order)
    lines = list(page(explanation, 3))
    assert "\nCHAIN" in lines
    assert any(line.startswith(f"  preceded by {attack} ") for line in lines)
    assert any(line.startswith(f"  answered by {statement} ") for line in lines)
    written = json.loads(json.dumps(as_object(explanation)))["chain"]
    assert [(item["kind"], item["slug"]) for item in written] == [("preceded_by", attack), ("response_to", statement)]
    words = written[0]["said"][0]["words"]
    assert words.startswith("expelled")
    assert "three days after gunmen attacked" in words


def test_an_event_that_nothing_is_tied_to_has_no_chain(mali: RecordView) -> None:
    """No heading stands over nothing."""
    alone = [line.slug for line in mali.events() if not mali.chain(line.slug)]
    assert alone
    (explanation,) = mali.explain(alone[0])
    assert "\nCHAIN" not in list(page(explanation, 3))
    assert as_object(explanation)["chain"] == []


def test_the_order_of_february_2023_follows_the_call_and_is_answered(mali: RecordView) -> None:
    """samples/mali: one report sets the order after the experts' call, another tells of the United Nations' answer."""
    (explanation,) = mali.explain(next(line.slug for line in mali.events(EventFilter(types=("H1",), since=date(2023, 1, 1)))))
    found = {(item.kind, item.outward, item.slug[:2]) for item in explanation.chain}
    assert {(ChainKind.PRECEDED_BY, True, "C4"), (ChainKind.RESPONSE_TO, False, "C3")} <= found


def test_a_newer_analysis_finds_the_chain_again(record: Path) -> None:
    """Reports analysed again keep their links."""
    reanalyse(record)
    with open_record(record) as view:
        assert len(view.chain(slug_of(view, "H1"))) == 2
