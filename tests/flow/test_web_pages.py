"""The pages of the reading room over the samples' record: all are there, in both languages, whole, and show text as text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html
from starlette.testclient import TestClient
from tests.flow.rooms import OWN_FORM, a_room, fields, inside

from corro import build, open_record

ROOT = Path(__file__).resolve().parents[2]
HEAVIEST = 150_000
"""Bytes of a page at the most, before it is packed. Source: the budget of the reading room is 150 kB packed."""

NASTY = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
LONG = "Ab" * 5_000


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of samples/mali, for this module to judge in."""
    made = tmp_path_factory.mktemp("room") / "mali.record"
    build(ROOT / "samples" / "mali", made)
    return made


@pytest.fixture(params=["en", "fr"])
def browser(record: Path, request: pytest.FixtureRequest) -> TestClient:
    """A browser of either language."""
    return inside(a_room(record), request.param)


def links(page: str) -> Iterator[str]:
    """Yield where a page leads."""
    for address in html.fromstring(page.encode()).xpath("//a/@href"):
        if address.startswith(("/", "?")) and not address.startswith("?"):
            yield address


def faults(page: str) -> list[str]:
    """Return what is wrong with a page: what the parser calls an error, ids given twice, fields and images without a name."""
    parser = etree.HTMLParser(recover=True, encoding="utf-8")
    tree = etree.fromstring(page.encode(), parser)
    found = [one.message for one in parser.error_log if "invalid" not in one.message]
    ids = tree.xpath("//@id")
    found += [f"id {one} twice" for one in set(ids) if ids.count(one) > 1]
    labelled = set(tree.xpath("//label/@for"))
    found += [
        f"no label: {one.get('name')}"
        for one in tree.xpath("//input[not(@type='hidden')]|//select|//textarea")
        if one.get("id") not in labelled
    ]
    found += [
        f"{name}: {len(tree.xpath(path))}"
        for name, path in {"h1": "//h1", "main": "//main", "title": "//title"}.items()
        if not tree.xpath(path)
    ]
    found += (
        ["style or handler in the page"]
        if tree.xpath("//@style|//style|//script[not(@src)]|//@*[starts-with(name(), 'on')]")
        else []
    )
    return found


def test_every_page_is_there_whole_and_light(browser: TestClient) -> None:
    """Following every link from the start page, in the reader's language: no dead link, no fault, none too heavy."""
    waiting, seen, wrong = ["/"], {"/"}, []
    while waiting:
        path = waiting.pop()
        answer = browser.get(path)
        if answer.status_code != 200 or len(answer.content) > HEAVIEST or faults(answer.text):
            wrong.append((path, answer.status_code, len(answer.content), faults(answer.text)))
        fresh = {link.partition("#")[0] for link in links(answer.text)} if answer.status_code == 200 else set()
        for link in sorted(fresh):
            key = link.partition("?")[0]
            if key not in seen:
                seen.add(key)
                waiting.append(link)
    assert wrong == []
    assert len(seen) > 150


def test_the_language_is_the_reader_s(record: Path) -> None:
    """By what the browser accepts, or by what one chose; the choice is kept."""
    browser = inside(a_room(record), "fr-CA,fr;q=0.9,en;q=0.5")
    assert '<html lang="fr"' in browser.get("/").text
    assert '<html lang="en"' in browser.get("/events?lang=en").text
    assert '<html lang="en"' in browser.get("/").text
    assert '<html lang="en"' in inside(a_room(record), "de, it;q=0.5").get("/").text


def test_an_event_shows_its_positions_with_holders_and_words(record: Path) -> None:
    """Every value of every event is on its page, with who holds it and a passage that is underlined."""
    browser = inside(a_room(record))
    with open_record(record) as view:
        lines = sorted(view.events(), key=lambda line: -line.documents)[:5]
        events = [view.event(line.id) for line in lines]
    for event in events:
        tree = html.fromstring(browser.get(f"/events/{event.slug}").content)
        text = " ".join(tree.text_content().split())
        for value in event.values:
            for held in value.held:
                assert " ".join(held.printed.split())[:300] in text
                assert all(" ".join(holder.split()) in text for holder in held.holders)
        assert tree.xpath("//blockquote//u")


def test_the_order_is_found_by_search_and_by_filters(record: Path) -> None:
    """Words without their accents find the reports; filters narrow, and an empty list says what to loosen."""
    browser = inside(a_room(record))
    assert "documents/" in browser.get("/search", params={"q": "expulsion"}).text
    assert browser.get("/search", params={"q": "zzzqqq"}).status_code == 200
    empty = browser.get("/events", params={"type": "H", "place": "Atlantis", "from": "2023-01-01"}).text
    assert "without “Place”" in empty
    (count,) = re.findall(r"without “Place”</a>: (\d+) event", empty)
    assert int(count) > 0
    for query in ({"from": "yesterday"}, {"type": "ZZ"}, {"support": "x"}, {"page": "-1"}, {"page": "9" * 40}, {"modality": "x"}):
        assert browser.get("/events", params=query).status_code == 400, query
    assert browser.get("/events", params={"page": "0"}).status_code == 200


def test_a_passage_is_marked_where_it_stands(record: Path) -> None:
    """The link behind a quotation leads to the same words in the text, and layers are switched off by links."""
    browser = inside(a_room(record))
    with open_record(record) as view:
        event = view.event(max(view.events(), key=lambda line: line.documents).id)
    tree = html.fromstring(browser.get(f"/events/{event.slug}").content)
    quote = tree.xpath("//blockquote[.//u]")[0]
    page = html.fromstring(browser.get(quote.xpath(".//a/@href")[0]).content)
    marked = "".join(part.text_content() for part in page.xpath("//mark[contains(@class, 'here')]"))
    assert marked == quote.xpath(".//u")[0].text_content()
    off = list(page.xpath("//ul[@class='layers']//a/@href"))
    bare = html.fromstring(browser.get(off[0].replace("statement", "").replace("claim", "")).content)
    assert not bare.xpath("//mark[contains(@class, 'statement')]")


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of reports whose every field holds markup, or ten thousand characters."""
    folder = tmp_path_factory.mktemp("nasty")
    said = f"BELO, 5 March 2023 - Gunmen attacked the market of Belo on Friday and killed 12 people, {NASTY} Amadou {LONG} said.\n"
    other = said.replace("killed 12", "killed 15")
    lines = [(said, NASTY, "one"), (other, LONG, "two"), (said.replace("12", "13"), "Belo Courier", NASTY)]
    (folder / "in.jsonl").write_text(
        "\n".join(
            json.dumps({"id": name, "text": text, "outlet": outlet, "title": outlet, "published": "2023-03-05"})
            for text, outlet, name in lines
        )
    )
    build(folder / "in.jsonl", folder / "a.record")
    return folder / "a.record"


def test_stored_markup_is_text(nasty: Path) -> None:
    """On no page does any of it become an element, and names of any length leave the pages whole."""
    browser = inside(a_room(nasty, by=NASTY))
    waiting, seen = (
        ["/", "/search?q=Belo", "/search?q=%3Cscript%3E", "/events?text=%3Cscript%3E&place=%22%3E", "/events/%3Cscript%3E"],
        set(),
    )
    while waiting:
        path = waiting.pop()
        answer = browser.get(path)
        assert answer.status_code in (200, 404), path
        tree = html.fromstring(answer.content)
        assert not tree.xpath("//img|//script[not(starts-with(@src, '/static/'))]|//@onerror"), path
        assert len(answer.content) < HEAVIEST, path
        for link in links(answer.text):
            if link.partition("?")[0] not in seen:
                seen.add(link.partition("?")[0])
                waiting.append(link)
    assert any(path.startswith("/documents/") for path in seen)


def test_two_people_judge_one_thing(nasty: Path) -> None:
    """The second, who saw it before the first answered, sees that answer, keeps what they typed, and may still answer."""
    room = a_room(nasty)
    first, second = inside(room), inside(room)
    slug = first.get("/review?kind=event").text.split('href="/review/')[1].split('"')[0]
    path = f"/review/{slug}"
    seen = fields(second.get(path).text, path)
    kept = first.post(path, data=fields(first.get(path).text, path) | {"verdict": "accepted"}, headers=OWN_FORM)
    assert "Kept: accepted, by ada." in kept.text
    late = second.post(path, data=seen | {"verdict": "rejected", "reason": "a drill"}, headers=OWN_FORM)
    assert late.status_code == 409
    assert "ada answered “accepted”" in late.text
    assert "a drill</textarea>" in late.text
    again = second.post(path, data=fields(late.text, path) | {"verdict": "rejected", "reason": "a drill"}, headers=OWN_FORM)
    assert "Kept: rejected, by ada." in again.text


def test_an_answer_is_undone(record: Path) -> None:
    """What was accepted waits no more, and waits again once that is undone; a rejection without a reason is not taken."""
    browser = inside(a_room(record))
    slug = browser.get("/review").text.split('href="/review/')[1].split('"')[0]
    path = f"/review/{slug}"
    bare = browser.post(path, data=fields(browser.get(path).text, path) | {"verdict": "rejected"}, headers=OWN_FORM)
    assert (bare.status_code, "Say why" in bare.text) == (400, True)
    kept = browser.post(path, data=fields(browser.get(path).text, path) | {"verdict": "accepted"}, headers=OWN_FORM)
    assert f'href="{path}"' not in browser.get("/review").text
    back = browser.post("/undo", data=fields(kept.text, "/undo"), headers=OWN_FORM)
    assert back.url.path == path
    assert f'href="{path}"' in browser.get("/review").text
    assert browser.post("/undo", data=fields(kept.text, "/undo"), headers=OWN_FORM).status_code == 404


def test_a_reading_is_corrected(nasty: Path) -> None:
    """What the person says the report says stands in its place, marked; a value that cannot be read is refused."""
    browser = inside(a_room(nasty))
    with open_record(nasty) as view:
        claim = next(one for one in view.claims() if one.slots_of("killed"))
    token = fields(browser.get("/").text, "/lock")
    form = token | {"claim": claim.id, "role": "killed", "reason": "misread"}
    assert browser.post("/correct", data=form | {"value": "a great many"}, headers=OWN_FORM).status_code in (400, 503)
    assert "Kept: corrected" in browser.post("/correct", data=form | {"value": "14"}, headers=OWN_FORM).text
