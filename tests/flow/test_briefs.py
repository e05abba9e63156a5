"""Briefs of the samples: every kind, both languages, every format; what they must say; and that nothing breaks a rule unseen."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from shutil import copyfile

import pytest
from tests.flow.briefs import CUT_OFF, desk, requests_of

from corro import build
from corro.brief.compose import compose
from corro.brief.draft import Block, BlockKind, Draft
from corro.brief.drafting import draft_of, request_of
from corro.brief.formats import FORMATS, written
from corro.brief.lint import Ground, check
from corro.brief.markdown import read
from corro.brief.sayings import strongest_verb, words_of_law
from corro.errors import BadDraftError, BadOptionError, FileExistsAlreadyError, UnknownIdError
from corro.model.brief import BriefKind, BriefRequest, Fault
from corro.pipeline.drafts import _ground, check_draft, refresh_draft, render_draft, write_brief
from corro.pipeline.view import open_record
from corro.values import slug

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = (BlockKind.PARAGRAPH, BlockKind.POINT)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of samples/mali of its own, for writing a brief leaves a line in the custody log."""
    path = tmp_path_factory.mktemp("briefs") / "mali.record"
    build(ROOT / "samples" / "mali", path)
    return path


@pytest.fixture(scope="module")
def grounds(record: Path) -> dict[str, Ground]:
    """What each brief of acceptance is held against, with the brief itself as a draft."""
    with open_record(record) as view:
        return {name: _ground(view, request, desk(record)) for name, request in requests_of(record).items()}


def test_every_sentence_cites_or_says_what_is_unknown(grounds: dict[str, Ground]) -> None:
    """A sentence of a brief has a citation; one without says what is not known or how the brief was made."""
    for ground in grounds.values():
        sentences = [block for block in ground.fresh.blocks if block.kind in SENTENCES]
        assert sentences
        assert all(block.cited or block.plain for block in sentences)
        assert any(block.cited for block in ground.fresh.blocks)


def test_composed_briefs_break_no_rule(grounds: dict[str, Ground]) -> None:
    """There is no false alarm on a brief as it is composed."""
    assert {name: check(ground.fresh, ground) for name, ground in grounds.items()} == dict.fromkeys(grounds, ())


def test_composed_sentences_keep_the_rules_of_words_by_themselves(grounds: dict[str, Ground]) -> None:
    """No composed sentence uses a verb above what the record allows, or a word of law of its own, whoever composed it."""
    for ground in grounds.values():
        language = ground.fresh.head["language"]
        for block in ground.fresh.blocks:
            assert not words_of_law(block.text), block.text
            assert strongest_verb(block.text, language) in ("", "corroborated"), block.text


def test_the_same_record_gives_the_same_bytes(grounds: dict[str, Ground]) -> None:
    """Each format is the same to the byte for the same record and cut-off."""
    for name in ("disputes-moura.fr", "flash-order.en"):
        for ending in FORMATS:
            assert written(grounds[name].fresh, ending) == written(grounds[name].fresh, ending)


def test_a_draft_is_read_back_as_it_was_written(grounds: dict[str, Ground]) -> None:
    """Markdown loses nothing: blocks, notes, head and what was composed."""
    for ground in grounds.values():
        back = read(written(ground.fresh, ".md").decode())
        assert [replace(block, number=0) for block in back.blocks] == list(ground.fresh.blocks)
        assert (back.head, back.title, back.header, back.notes, back.composed) == (
            ground.fresh.head,
            ground.fresh.title,
            ground.fresh.header,
            ground.fresh.notes,
            ground.fresh.composed,
        )


def test_the_moura_sheet_shows_every_position(grounds: dict[str, Ground]) -> None:
    """Each figure of the dead stands there with its bound, unit and holder; “Wagner” only in a source's own words (D17, D22)."""
    ground = grounds["disputes-moura.en"]
    (dossier,) = ground.material.dossiers
    assert dossier.event is not None
    table = next(block for block in ground.fresh.blocks if block.key == "table/positions/killed")
    killed = dossier.event.value_of("killed")
    assert killed is not None
    assert len(table.rows) == len(killed.held)
    shown = {cells[0] for cells, _ in table.rows}
    assert any(re.match(r"at least 500 ", one) for one in shown)
    assert any(re.match(r"203 ", one) for one in shown)
    assert all(cells[1] for cells, _ in table.rows)
    cells_of = [cell for block in ground.fresh.blocks for cells, _ in block.rows for cell in cells]
    texts = [block.text for block in ground.fresh.blocks] + cells_of
    for text in texts:
        if "Wagner" in text:
            assert re.search(r"“[^”]*Wagner[^”]*”", text), text


def test_the_237_sheet_draws_the_chain(grounds: dict[str, Ground]) -> None:
    """The sheet on 237 names who had it from whom and what was done to it, and draws it (D01)."""
    ground = grounds["disputes-237.en"]
    steps = [block for block in ground.fresh.blocks if "/chain/" in block.key]
    assert len(steps) >= 5
    told = " ".join(block.text for block in steps)
    assert "unit changed" in told
    assert "conjunction changed" in told
    pictures = [block for block in ground.fresh.blocks if block.kind is BlockKind.PICTURE]
    assert pictures
    assert all(block.key.removeprefix("picture/") in ground.fresh.pictures for block in pictures)
    assert "denominator not reported" in " ".join(block.text for block in ground.fresh.blocks) or "window" in told


def test_allegations_have_the_official_version_beside_them(grounds: dict[str, Ground]) -> None:
    """Each alleged violation or obstruction in a SITREP has the official version, or is said to have none."""
    fresh = grounds["sitrep.en"].fresh
    leads = [block.key.partition("/")[0] for block in fresh.blocks if block.key.endswith("/lead")]
    official = {block.key.partition("/")[0] for block in fresh.blocks if block.key.endswith("/official")}
    assert {slug for slug in leads if slug[0] in "VO"} <= official
    chronology = grounds["chronology.en"].fresh
    assert any(block.key.endswith("/official") for block in chronology.blocks)


Mutation = Callable[[Draft, random.Random], tuple[Draft, set[str]] | None]


def _replaced(draft: Draft, block: Block, **changes: object) -> Draft:
    blocks = list(draft.blocks)
    blocks[blocks.index(block)] = replace(block, **changes)  # type: ignore[arg-type]
    return replace(draft, blocks=tuple(blocks))


def _citation_removed(draft: Draft, chance: random.Random) -> tuple[Draft, set[str]]:
    cited = [block for block in draft.blocks if block.cited]
    block = chance.choice(cited)
    if block.kind is not BlockKind.TABLE:
        return _replaced(draft, block, cited=()), {"B01"}
    rows = list(block.rows)
    at = chance.randrange(len(rows))
    rows[at] = (rows[at][0], ())
    return _replaced(draft, block, rows=tuple(rows)), {"B01", "B17"}


STRONGER = {
    "en": (("reported", ("confirmed", "verified", "established", "proved")), ("corroborate", ("confirm", "verify", "establish"))),
    "fr": (
        (" rapporté", (" confirmé", " vérifié", " établi", " constaté")),
        ("corroborent", ("confirment", "établissent", "prouvent")),
    ),
}


def _verb_strengthened(draft: Draft, chance: random.Random) -> tuple[Draft, set[str]] | None:
    ways = STRONGER[draft.head["language"]]
    told = [block for block in draft.blocks if block.key.endswith("/lead")]
    leads = [(block, weak, strong) for block in told for weak, strong in ways if weak in block.text]
    if not leads:
        return None
    block, weak, strong = chance.choice(leads)
    return _replaced(draft, block, text=block.text.replace(weak, chance.choice(strong), 1)), {"B03"}


def _figures_in(block: Block) -> list[re.Match[str]]:
    own = block.text.partition(":")[2]
    return [found for found in re.finditer(r"\b\d+\b", block.text) if found.start() >= len(block.text) - len(own)]


COUNTED = ("killed", "injured", "arrested", "requests", "occasions", "troops", "helicopters", "interviews", "persons", "total")


def _counting(draft: Draft) -> list[Block]:
    found = [block for block in draft.blocks if block.kind in SENTENCES and any(f"/{role}" in block.key for role in COUNTED)]
    return [block for block in found if _figures_in(block) and "dispute" not in block.key]


def _figure_changed(draft: Draft, chance: random.Random) -> tuple[Draft, set[str]] | None:
    blocks = _counting(draft)
    if not blocks:
        return None
    block = chance.choice(blocks)
    found = chance.choice(_figures_in(block))
    other = str(int(found.group()) + chance.choice((1, 7, 90)))
    return _replaced(draft, block, text=block.text[: found.start()] + other + block.text[found.end() :]), {"B06", "B07", "B09"}


UNITS = "persons|personnes|occasions|flight requests|demandes de vol|aircraft|aéronefs|requests"


def _unit_dropped(draft: Draft, chance: random.Random) -> tuple[Draft, set[str]] | None:
    pattern = re.compile(
        r"(\d) (?:[“«][^”»]*[”»]|persons|personnes|occasions|flight requests|demandes de vol|aircraft|aéronefs|requests)"
    )
    blocks = [block for block in _counting(draft) if pattern.search(block.text)]
    if not blocks:
        return None
    block = chance.choice(blocks)
    found = chance.choice(list(pattern.finditer(block.text)))
    return _replaced(draft, block, text=block.text[: found.start()] + found.group(1) + block.text[found.end() :]), {"B07", "B09"}


SECRETS = ("Zakaria Tounkélé", "Oumou Bagayogo-Sissé", "Ndèye Wulibali", "Kalifa-Idriss Maradé")


def _protected_name(draft: Draft, chance: random.Random) -> tuple[Draft, set[str]]:
    blocks = [block for block in draft.blocks if block.kind in SENTENCES and not block.plain]
    block = chance.choice(blocks)
    words = block.text.split()
    at = chance.randrange(1, len(words))
    name = chance.choice(SECRETS)
    return _replaced(draft, block, text=" ".join([*words[:at], name, *words[at:]])), {"B18"}


MUTATIONS: dict[str, Mutation] = {
    "citation removed": _citation_removed,
    "verb strengthened": _verb_strengthened,
    "figure changed": _figure_changed,
    "unit dropped": _unit_dropped,
    "protected name": _protected_name,
}


def _guarded(words: str) -> bool:
    return any(part in words for secret in SECRETS for part in secret.split())


def _mutated(grounds: dict[str, Ground], how: Mutation, seed: int) -> Iterator[tuple[str, Draft, set[str]]]:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    names = sorted(grounds)
    made = 0
    while made < 100:
        name = chance.choice(names)
        done = how(grounds[name].fresh, chance)
        if done is not None:
            made += 1
            yield name, *done


@pytest.mark.parametrize("kind", MUTATIONS)
def test_each_of_a_hundred_mutations_is_caught_by_its_rule(grounds: dict[str, Ground], kind: str) -> None:
    """Of 500 mutated drafts none passes: a hundred of each kind, over every brief of acceptance."""
    watched = {name: replace_ground(ground) for name, ground in grounds.items()}
    missed: list[tuple[str, tuple[Fault, ...]]] = []
    for name, draft, rules in _mutated(grounds, MUTATIONS[kind], seed=20230207):
        faults = check(draft, watched[name])
        if not rules & {fault.rule for fault in faults}:
            missed.append((name, faults))
    assert missed == []


def replace_ground(ground: Ground) -> Ground:
    """Return a ground that knows what is protected."""
    return replace(ground, protected=_guarded)


def test_an_unknown_name_is_caught_without_knowing_what_is_protected(grounds: dict[str, Ground]) -> None:
    """A name that stands in no cited report is refused even where nobody knows that it is protected, and never repeated."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    for ground in grounds.values():
        draft, _ = _protected_name(ground.fresh, chance)
        faults = check(draft, ground)
        assert "B12" in {fault.rule for fault in faults}
        assert not any(part in fault.told for fault in faults for secret in SECRETS for part in secret.split())


def test_a_hand_edited_draft_is_checked_refreshed_and_rendered(record: Path, tmp_path: Path) -> None:
    """A sentence that a person wrote stays through a refresh, is held to the rules, and goes into the document."""
    request = requests_of(record)["sitrep.en"]
    path = tmp_path / "sitrep.md"
    write_brief(request, path, desk(record))
    assert check_draft(path, desk(record)) == ()
    note = re.search(r"\[\^(\w+)\]", path.read_text("utf-8"))
    assert note is not None
    own = f"The section followed this with care.[^{note.group(1)}]"
    text = path.read_text("utf-8").replace("\n## What is not known", f"\n{own}\n\n## What is not known")
    path.write_text(text, "utf-8")
    assert check_draft(path, desk(record)) == ()
    done = refresh_draft(path, desk(record))
    assert "The section followed this with care." in path.read_text("utf-8")
    assert done.renewed == done.added == done.gone == ()
    render_draft(path, tmp_path / "sitrep.docx", desk(record))
    path.write_text(path.read_text("utf-8").replace("with care", "and verified 31 killings"), "utf-8")
    rules = {fault.rule for fault in check_draft(path, desk(record))}
    assert {"B03", "B06"} <= rules
    with pytest.raises(BadDraftError, match="Nothing was written"):
        render_draft(path, tmp_path / "broken.docx", desk(record))
    assert not (tmp_path / "broken.docx").exists()


def test_what_was_taken_out_by_hand_is_not_put_back(record: Path, tmp_path: Path) -> None:
    """A refresh adds what is new in the record, and not what somebody chose to leave out."""
    path = tmp_path / "chronology.md"
    write_brief(requests_of(record)["chronology.en"], path, desk(record))
    lines = path.read_text("utf-8").split("\n")
    victim = next(line for line in lines if "/lead" in line and "C3-" in line)
    path.write_text("\n".join(line for line in lines if line != victim), "utf-8")
    assert refresh_draft(path, desk(record)).added == ()
    assert victim not in path.read_text("utf-8")


def test_an_event_that_is_gone_is_told_and_taken_out_unless_edited(record: Path, tmp_path: Path) -> None:
    """After the claims of an event are rejected its composed lines go at the next refresh, an edited one stays and is a fault."""
    from datetime import timedelta

    from corro.model import Decision, DecisionKind
    from corro.pipeline.decide import decide

    mine = tmp_path / "mine.record"
    copyfile(record, mine)
    path = tmp_path / "chronology.md"
    write_brief(requests_of(mine)["chronology.en"], path, desk(mine))
    with open_record(mine) as view:
        slug = next(line.slug for line in view.events() if line.slug.startswith("O8"))
        claims = view.event(slug).claims
    at = CUT_OFF + timedelta(days=1)
    decide([Decision(DecisionKind.CLAIM, (claim,), "rejected", "amina", at, "a test") for claim in claims], mine)
    assert "B15" in {fault.rule for fault in check_draft(path, desk(mine))}
    path.write_text(path.read_text("utf-8").replace(f"[{slug}]", f"[{slug}] as it seems"), "utf-8")
    done = refresh_draft(path, desk(mine))
    assert any(key.startswith(f"{slug}/lead") for key in done.moved_underneath)
    assert "as it seems" in path.read_text("utf-8")
    assert "B15" in {fault.rule for fault in check_draft(path, desk(mine))}


def test_an_assessment_lets_a_stronger_verb_through(record: Path, tmp_path: Path) -> None:
    """A verified event may be called verified; before the decision the same words are a fault."""
    from datetime import timedelta

    from corro.model import Decision, DecisionKind
    from corro.pipeline.decide import decide

    mine = tmp_path / "mine.record"
    copyfile(record, mine)
    with open_record(mine) as view:
        line = next(line for line in view.events() if line.slug.startswith("C4"))
        claims = view.event(line.slug).claims
    request = BriefRequest(BriefKind.FLASH, "en", CUT_OFF, about=line.slug)
    path = tmp_path / "flash.md"
    write_brief(request, path, desk(mine))
    assert "verified" not in path.read_text("utf-8").split("## Citations")[0].split("## ")[1]
    at = CUT_OFF + timedelta(days=1)
    decide([Decision(DecisionKind.ASSESSMENT, claims, "verified", "amina", at, "two calls", "reasonable_grounds")], mine)
    write_brief(request, path, desk(mine), force=True)
    assert "verified" in path.read_text("utf-8")
    assert check_draft(path, desk(mine)) == ()


def test_bad_requests_get_a_clear_answer_and_write_nothing(record: Path, tmp_path: Path) -> None:
    """An unknown event, a window that runs backwards, a flash report on a total, a strange ending: an error each, and no file."""
    from datetime import date

    out = tmp_path / "x.md"
    asked = requests_of(record)
    wrong = [
        (BriefRequest(BriefKind.FLASH, "en", CUT_OFF, about="H1-NOSUCH"), out, UnknownIdError),
        (BriefRequest(BriefKind.FLASH, "en", CUT_OFF), out, BadOptionError),
        (BriefRequest(BriefKind.SITREP, "en", CUT_OFF, date(2023, 2, 1), date(2023, 1, 1)), out, BadOptionError),
        (replace(asked["disputes-237.en"], kind=BriefKind.FLASH), out, BadOptionError),
        (asked["sitrep.en"], tmp_path / "x.odt", BadOptionError),
        (replace(asked["sitrep.en"], audience="press"), out, BadOptionError),
    ]
    for request, path, error in wrong:
        with pytest.raises(error):
            write_brief(request, path, desk(record))
    assert list(tmp_path.iterdir()) == []
    out.write_text("mine", "utf-8")
    with pytest.raises(FileExistsAlreadyError):
        write_brief(asked["sitrep.en"], out, desk(record))
    assert out.read_text("utf-8") == "mine"
    with pytest.raises(BadDraftError):
        check_draft(out, desk(record))


def test_an_empty_window_says_so(record: Path, tmp_path: Path) -> None:
    """A window without an event gives a brief that says that the record holds none."""
    from datetime import date

    out = tmp_path / "empty.md"
    write_brief(BriefRequest(BriefKind.SITREP, "fr", CUT_OFF, date(1990, 1, 1), date(1990, 1, 31)), out, desk(record))
    assert "Aucun événement du registre ne tombe dans cette période" in out.read_text("utf-8")


def test_writing_a_brief_is_logged(record: Path, tmp_path: Path) -> None:
    """The custody log says that a brief left, with its digest and by whom, and none of its words."""
    from corro.store import SqliteStore

    digest = write_brief(requests_of(record)["sitrep.fr"], tmp_path / "s.html", desk(record))
    store = SqliteStore.to_read(record)
    last = list(store.custody.entries())[-1]
    store.close()
    assert (last.kind, last.subject, last.by, last.detail) == ("exported", digest, "local", "brief; section")


def _two_ids_of_one_slug() -> tuple[str, str]:
    """Return two ids of events whose short names are the same; among some fifty thousand there is a pair."""
    seen: dict[str, str] = {}
    for number in count():
        name = f"event_{number}"
        other = seen.setdefault(slug("C1", name), name)
        if other != name:
            return other, name
    raise AssertionError


def test_two_events_that_share_a_slug_stay_two(grounds: dict[str, Ground]) -> None:
    """In a long brief two events can bear one short name; each line still has a name of its own, and no rule is broken."""
    ground = grounds["chronology.en"]
    first, second = [one for one in ground.material.dossiers if one.event and one.event.type == "C1"][:2]
    assert first.event
    assert second.event
    one, two = _two_ids_of_one_slug()
    twins = (replace(first, event=replace(first.event, id=one)), replace(second, event=replace(second.event, id=two)))
    material = replace(ground.material, dossiers=(*ground.material.dossiers, *twins))
    fresh = draft_of(compose(request_of(ground.fresh), material))
    keys = [block.key for block in fresh.blocks]
    assert len(keys) == len(set(keys))
    assert check(fresh, Ground(material, fresh)) == ()
