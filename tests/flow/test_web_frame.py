"""The reading room lets in who came with the secret of this start, and answers to no other page; no answer tells of the inside."""

import socket
from pathlib import Path

import pytest
from tests.flow.rooms import HOME, OWN_FORM, PORT, a_room, fields, inside, outside
from tests.vaults import PASSWORDS, SetClock, a_team_vault, a_vault

from corro import build
from corro.pipeline.vault import vault_path
from corro.store import SqliteStore
from corro.web.pages import start
from corro.web.serving import bound
from corro.web.visit import Room

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("/", "/events", "/sources", "/disputes", "/registers", "/issues", "/review", "/search?q=order", "/static/room.css")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A room over a record of one report."""
    report = tmp_path / "one.txt"
    report.write_text("BELO, 5 March 2023 - Gunmen attacked the market of Belo on Friday and killed 12 people, the mayor said.\n")
    build(report, tmp_path / "a.record")
    return a_room(tmp_path / "a.record")


def test_it_listens_on_this_machine_only() -> None:
    """The socket is bound to 127.0.0.1, not to all addresses."""
    with bound(0) as listening:
        assert listening.family == socket.AF_INET
        assert listening.getsockname()[0] == "127.0.0.1"


def test_nobody_comes_in_without_the_secret(room: Room) -> None:
    """Without it, or with another start's, no page is shown; with it, the address is left without it."""
    browser = outside(room)
    for path in ("/", "/events", "/review", "/?key=", "/?key=wrong", "/nowhere"):
        answer = browser.get(path)
        assert answer.status_code == 403, path
        assert "Belo" not in answer.text
    browser.cookies.set(room.cookie("door"), a_room(room.record).door.new_pass())
    assert browser.get("/").status_code == 403
    answer = outside(room).get(f"/?key={room.door.secret}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert room.door.secret not in answer.headers["set-cookie"]


def test_the_cookies_are_for_the_room_alone(room: Room) -> None:
    """Each is HttpOnly and SameSite=Strict."""
    browser = outside(room)
    answers = [browser.get(f"/?key={room.door.secret}", follow_redirects=False), browser.get("/?lang=fr")]
    cookies = [cookie.lower() for answer in answers for cookie in answer.headers.get_list("set-cookie")]
    assert len(cookies) == 3
    assert all("httponly" in cookie and "samesite=strict" in cookie for cookie in cookies)


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{PORT}"]
)
def test_another_name_for_the_machine_is_refused(room: Room, host: str) -> None:
    """A page whose name was made to point at this machine (DNS rebinding) gets nothing, not even a style sheet."""
    browser = inside(room)
    assert [browser.get(path, headers={"Host": host}).status_code for path in PAGES] == [421] * len(PAGES)
    assert browser.get("/", headers={"Host": f"localhost:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:9999", "Sec-Fetch-Site": "same-site"},
        {"Origin": "null"},
        {"Origin": "null", "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "cross-site"},
        {},
    ],
)
def test_another_page_cannot_send_a_form(room: Room, headers: dict[str, str]) -> None:
    """Not from elsewhere, another port of this machine, or a page that hides what it is; even with the form's token."""
    browser = inside(room)
    token = room.door.form_token(browser.cookies[room.cookie("door")])
    assert browser.post("/lock", data={"token": token}, headers=headers).status_code == 403
    assert browser.get("/").status_code == 200


def test_another_page_cannot_read_either(room: Room) -> None:
    """What a foreign page asks for is refused, and no header lets it read an answer."""
    browser = inside(room)
    assert browser.get("/events", headers={"Origin": "http://evil.example"}).status_code == 403
    assert browser.get("/events", headers={"Sec-Fetch-Site": "same-site"}).status_code == 403
    assert not [name for name in browser.get("/events", headers=OWN_FORM).headers if name.startswith("access-control")]


def test_a_form_brings_its_token(room: Room) -> None:
    """Without it, or with another browser's, nothing is done."""
    browser, other = inside(room), inside(room)
    strange = room.door.form_token(other.cookies[room.cookie("door")])
    for form in ({}, {"token": ""}, {"token": strange}):
        assert browser.post("/lock", data=form, headers=OWN_FORM).status_code == 403
    assert browser.get("/").status_code == 200
    assert browser.post(
        "/lock", data=fields(browser.get("/").text, "/lock"), headers={"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    ).is_success


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/events/none", "/events?from=x"])
def test_every_answer_keeps_to_itself(room: Room, path: str) -> None:
    """Nothing is stored, guessed, framed, passed on, or run but the room's own scripts; refusals too."""
    for answer in (inside(room).get(path), outside(room).get(path), inside(room).get(path, headers={"Host": "evil.example"})):
        headers = answer.headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy


def test_no_answer_tells_of_the_inside(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """A defect shows a page that says what to do, without a word of the error or a line of code."""

    def broken(*_: object) -> None:
        raise ValueError("the witness is Fatoumata")

    monkeypatch.setattr(start, "last_visit", broken)
    answer = inside(room).get("/")
    assert answer.status_code == 500
    assert "Fatoumata" not in answer.text
    assert "Traceback" not in answer.text
    assert "ValueError" not in answer.text


def test_a_record_that_is_gone_says_so(room: Room) -> None:
    """With what to do about it; in the reader's language."""
    browser = inside(room, "fr")
    room.record.rename(room.record.with_name("b.record"))
    answer = browser.get("/events")
    assert answer.status_code == 503
    assert "Le fichier du dossier a disparu" in answer.text


def test_a_record_that_somebody_writes_to_can_be_read_and_says_so_to_who_judges(room: Room) -> None:
    """Reading goes on; an answer is refused with what to do, and nothing is half done."""
    browser = inside(room)
    page = browser.get("/review").text
    slug = page.split('href="/review/')[1].split('"')[0]
    form = fields(browser.get(f"/review/{slug}").text, f"/review/{slug}") | {"verdict": "accepted"}
    store = SqliteStore.to_write(room.record)
    try:
        assert browser.get("/events").status_code == 200
        answer = browser.post(f"/review/{slug}", data=form, headers=OWN_FORM)
    finally:
        store.close()
    assert answer.status_code == 503
    assert "Wait, go back and send it again" in answer.text
    assert browser.post(f"/review/{slug}", data=form, headers=OWN_FORM).status_code == 200


def test_locking_shows_nothing_any_more(room: Room) -> None:
    """The cookie is forgotten, and the next page wants the secret again."""
    browser = inside(room)
    answer = browser.post("/lock", data=fields(browser.get("/").text, "/lock"), headers=OWN_FORM)
    assert answer.status_code == 200
    assert "clear-site-data" in answer.headers
    assert browser.get("/events").status_code == 403


def test_where_there_is_a_vault_one_signs_in(room: Room) -> None:
    """A wrong password gets nowhere; a session ends after half an hour unused, and nothing typed is lost."""
    clock = SetClock()
    a_vault(vault_path(room.record), clock).close()
    room = Room(room.record, PORT, "somebody", clock=clock)
    browser = inside(room)
    for path in PAGES[:-1]:
        answer = browser.get(path)
        assert answer.status_code == 401, path
        assert "Belo" not in answer.text
    form = fields(browser.get("/events").text, "/sign-in")
    assert browser.post("/sign-in", data=form | {"name": "ada", "password": "wrong"}, headers=OWN_FORM).status_code == 401
    assert browser.post("/sign-in", data=form | {"name": "ada", "password": PASSWORDS["ada"]}, headers=OWN_FORM).status_code == 200
    slug = browser.get("/review").text.split('href="/review/')[1].split('"')[0]
    answered = fields(browser.get(f"/review/{slug}").text, f"/review/{slug}") | {"verdict": "rejected", "reason": "a drill <i>"}
    clock.go(minutes=31)
    asked = browser.post(f"/review/{slug}", data=answered, headers=OWN_FORM)
    assert asked.status_code == 401
    kept = fields(asked.text, "/sign-in")
    assert kept["reason"] == "a drill &lt;i&gt;"
    signed = {**kept, "reason": "a drill <i>", "name": "ada", "password": PASSWORDS["ada"]}
    again = browser.post("/sign-in", data=signed, headers=OWN_FORM)
    assert "a drill &lt;i&gt;</textarea>" in again.text
    sent = fields(again.text, f"/review/{slug}") | {"reason": "a drill <i>"}
    assert "rejected, by ada" in browser.post(f"/review/{slug}", data=sent, headers=OWN_FORM).text


def test_a_reader_reads_and_does_not_judge(room: Room) -> None:
    """The page offers no answer, and one that is sent all the same is refused."""
    clock = SetClock()
    a_team_vault(vault_path(room.record), clock).close()
    room = Room(room.record, PORT, "somebody", clock=clock)
    browser = inside(room)
    form = fields(browser.get("/").text, "/sign-in") | {"name": "eve", "password": PASSWORDS["eve"]}
    browser.post("/sign-in", data=form, headers=OWN_FORM)
    slug = browser.get("/review").text.split('href="/review/')[1].split('"')[0]
    page = browser.get(f"/review/{slug}").text
    assert "Your account may read, and not judge." in page
    assert 'name="verdict"' not in page
    token = fields(page, "/lock")
    for path in (f"/review/{slug}", "/undo", "/correct"):
        sent = browser.post(path, data=token | {"verdict": "accepted", "reason": "x"}, headers=OWN_FORM)
        assert sent.status_code == 403, path


def test_the_home_is_where_it_is_served() -> None:
    """The tests' browser asks the address that the room is reached under."""
    assert HOME.removeprefix("http://") in a_room(Path("none")).hosts
