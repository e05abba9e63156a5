"""A browser in the reading room, for tests: it came in with the secret of this start, and sends what browsers send."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from corro.ports import Clock
from corro.web.app import make_app
from corro.web.visit import Room

PORT = 8765
HOME = f"http://127.0.0.1:{PORT}"
OWN_FORM = {"Origin": HOME, "Sec-Fetch-Site": "same-origin"}


def a_room(record: Path, by: str = "ada", clock: Clock | None = None) -> Room:
    """Return a start of the room over a record."""
    return Room(record, PORT, by, clock=clock) if clock else Room(record, PORT, by)


def outside(room: Room) -> TestClient:
    """Return a browser that has not come in."""
    return TestClient(make_app(room), base_url=HOME, raise_server_exceptions=True)


def inside(room: Room, language: str = "en") -> TestClient:
    """Return a browser that has."""
    browser = outside(room)
    browser.headers["Accept-Language"] = language
    browser.get(f"/?key={room.door.secret}")
    return browser


def fields(page: str, action: str) -> dict[str, str]:
    """Return the hidden fields of the form that goes to an address."""
    (form,) = re.findall(rf'<form[^>]*action="{re.escape(action)}".*?</form>', page, re.DOTALL)[:1]
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
