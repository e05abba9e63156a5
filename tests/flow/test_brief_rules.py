"""Each rule of briefs can fail: a draft that breaks it is caught, on the samples' own briefs."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from tests.flow.briefs import CUT_OFF, desk, requests_of

from corro import build
from corro.brief.draft import Block, BlockKind, Draft, Note
from corro.brief.formats import FORMATS, written
from corro.brief.lint import Ground, check
from corro.errors import BadDraftError
from corro.model.brief import BriefKind, BriefRequest, Citation
from corro.pipeline.drafts import _ground, check_draft, render_draft, write_brief
from corro.pipeline.view import open_record
from corro.values import Span
from corro.vocab import terms

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of samples/mali."""
    path = tmp_path_factory.mktemp("rules") / "mali.record"
    build(ROOT / "samples" / "mali", path)
    return path


@pytest.fixture(scope="module")
def grounds(record: Path) -> dict[str, Ground]:
    """What each brief of acceptance is held against."""
    with open_record(record) as view:
        return {name: _ground(view, request, desk(record)) for name, request in requests_of(record).items()}


def changed(draft: Draft, block: Block, **changes: object) -> Draft:
    """Return a draft with one block changed."""
    return replace(draft, blocks=tuple(replace(one, **changes) if one is block else one for one in draft.blocks))  # type: ignore[arg-type]


def first(draft: Draft, ending: str) -> Block:
    """Return the first block whose name has these letters, and that cites something."""
    return next(block for block in draft.blocks if ending in block.key and (block.cited or block.plain))


def without(draft: Draft, ending: str) -> Draft:
    """Return a draft without the blocks whose name has these letters."""
    return replace(draft, blocks=tuple(block for block in draft.blocks if ending not in block.key))


def by_hand(draft: Draft, words: str) -> Draft:
    """Return a draft with a sentence of somebody's own that cites what the first lead cites."""
    own = Block(BlockKind.PARAGRAPH, words, cited=first(draft, "/lead").cited)
    return replace(draft, blocks=(*draft.blocks, own))


def nowhere(draft: Draft) -> Draft:
    """Return a draft one of whose notes leads behind the end of its report."""
    block = first(draft, "/lead")
    name = block.cited[0]
    beyond = Citation(draft.notes[name].citation.document_id, Span(10_000_000, 10_000_001))
    return replace(draft, notes={**draft.notes, name: Note(beyond, "x")})


def retold(draft: Draft) -> Draft:
    """Return a draft with a composed line whose words and digest are those of another time."""
    from corro.brief.draft import digest_of

    block = first(draft, "/lead")
    other = replace(block, text=block.text.replace("reported", "said"))
    return changed(draft, block, text=other.text, digest=digest_of(other))


BREAKING: dict[str, tuple[str, Callable[[Draft], Draft]]] = {
    "B01": ("disputes-moura.en", lambda draft: changed(draft, first(draft, "/lead"), cited=())),
    "B02": ("sitrep.en", nowhere),
    "B03": ("flash-order.en", lambda draft: by_hand(draft, "The order was confirmed.")),
    "B04": ("disputes-moura.en", lambda draft: by_hand(draft, "It was a grave violation.")),
    "B05": ("disputes-moura.en", lambda draft: by_hand(draft, "The war crimes of that week were told.")),
    "B06": ("disputes-moura.en", lambda draft: by_hand(draft, "Some 7321 persons were there.")),
    "B07": ("disputes-moura.en", lambda draft: by_hand(draft, "The 500 were buried.")),
    "B08": ("disputes-moura.en", lambda draft: without(draft, "/official")),
    "B09": ("disputes-moura.en", lambda draft: without(draft, "/dispute/killed")),
    "B10": ("sitrep.en", lambda draft: without(draft, "section/unknown")),
    "B11": ("sitrep.en", lambda draft: replace(draft, header=draft.header[:1])),
    "B12": ("sitrep.en", lambda draft: by_hand(draft, "It was so, said Ousseynou Wattara.")),
    "B13": ("sitrep.en", lambda draft: replace(draft, header=draft.header[1:])),
    "B14": ("flash-order.en", lambda draft: replace(draft, blocks=draft.blocks * 4)),
    "B15": ("sitrep.en", lambda draft: changed(draft, first(draft, "/lead"), key="H1-ZZZZZZ/lead")),
    "B17": ("flash-order.en", retold),
}


@pytest.mark.parametrize("rule", sorted(BREAKING))
def test_a_draft_that_breaks_a_rule_is_caught_by_it(grounds: dict[str, Ground], rule: str) -> None:
    """By that very rule, and a person is told what to do."""
    name, breaks = BREAKING[rule]
    faults = check(breaks(grounds[name].fresh), grounds[name])
    assert rule in {fault.rule for fault in faults}
    assert terms("brief_rules")[rule].fields["what_to_do"]


def test_every_rule_is_tried() -> None:
    """Those not tried above are tried with what they need: a later version (B16), something protected (B18)."""
    assert {*BREAKING, "B16", "B18"} == set(terms("brief_rules"))


def test_a_passage_of_an_older_version_is_told(grounds: dict[str, Ground]) -> None:
    """A sentence of one's own on a report that was captured again since is held back until somebody has compared the two."""
    ground = grounds["sitrep.en"]
    draft = by_hand(ground.fresh, "So it was told.")
    cited = ground.fresh.notes[first(ground.fresh, "/lead").cited[0]].citation.document_id
    assert check(draft, replace(ground, later_versions=frozenset())) == ()
    assert "B16" in {fault.rule for fault in check(draft, replace(ground, later_versions=frozenset([cited])))}


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_every_brief_of_acceptance_is_written_in_every_format(grounds: dict[str, Ground], ending: str) -> None:
    """Both languages; each file has its marking, its citations, and is not empty of words."""
    for ground in grounds.values():
        made = written(ground.fresh, ending)
        assert len(made) > 2_000
        if ending in (".md", ".html", ".json"):
            text = made.decode()
            assert ("UNCLASSIFIED" if ground.fresh.head["language"] == "en" else "NON CLASSIFIÉ") in text
            assert all(key in text for key in ground.fresh.notes)


HEAD = "---\noutlet: {}\npublished: 2023-02-09\n---\n\n"
RAPE = "Soldiers raped two women near Gao on 5 February 2023, a nurse said.\n"
KILLING = "Gunmen killed four traders in Bamako on 6 February 2023, police said.\n"
FRENCH = "Le 6 février 2023, des hommes armés ont tué quatre commerçants à Bamako, selon un élu.\n"


def test_what_the_door_out_holds_back_stands_in_no_brief(tmp_path: Path) -> None:
    """For the section it is told, and marked; for everybody else it is gone with its report, and the brief says how much is."""
    (tmp_path / "report.md").write_text(f"{HEAD.format('Northern Ledger')}{RAPE}\n{KILLING}", encoding="utf-8")
    (tmp_path / "other.md").write_text(f"{HEAD.format('Southern Ledger')}{KILLING}", encoding="utf-8")
    record = tmp_path / "x.record"
    build([tmp_path / "report.md", tmp_path / "other.md"], record)
    request = BriefRequest(BriefKind.CHRONOLOGY, "en", datetime(2023, 3, 1, tzinfo=UTC))
    inside, outside, smuggled = tmp_path / "inside.md", tmp_path / "outside.md", tmp_path / "smuggled.html"
    write_brief(request, inside, desk(record))
    write_brief(replace(request, audience="public"), outside, desk(record))
    assert "sexual violence" in inside.read_text("utf-8")
    public = outside.read_text("utf-8")
    assert "sexual violence" not in public.split("## Left out at the exit")[0]
    assert "Gao" not in public
    assert "nurse" not in public
    assert "Left out at the exit" in public
    assert check_draft(outside, desk(record)) == ()
    by_hand_again = re.sub(r"(\n## What is not known)", r"\nTwo women were raped near Gao, said a nurse.\n\1", public)
    outside.write_text(by_hand_again, "utf-8")
    with pytest.raises(BadDraftError, match="B01"):
        render_draft(outside, smuggled, desk(record))
    assert not smuggled.exists()


def test_what_changed_since_the_last_issue_is_told(tmp_path: Path) -> None:
    """A second report that corroborates is told as a move of support, in the brief's language."""
    record = tmp_path / "x.record"
    one, two = tmp_path / "one.md", tmp_path / "two.md"
    one.write_text(HEAD.format("Northern Ledger") + KILLING, "utf-8")
    two.write_text(HEAD.format("Le Relais") + FRENCH, "utf-8")
    build([one], record)
    build([two], record)
    out = tmp_path / "brief.md"
    request = BriefRequest(BriefKind.SITREP, "fr", CUT_OFF, date(2023, 2, 1), date(2023, 2, 28), since=date(2023, 2, 1))
    write_brief(request, out, desk(record))
    changes = out.read_text("utf-8").split("## Ce qui a changé depuis le dernier numéro")[1]
    assert "lignées indépendantes : 1 → 2" in changes
    assert "source unique → corroboré" in changes
