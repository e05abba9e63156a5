"""One request as the pages see it: what was asked, by whom, in which language, and how a page is made of an answer."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, RedirectResponse, Response

from corro.errors import BadOptionError
from corro.model import User
from corro.model.answer import Page, Window
from corro.pipeline.clock import SystemClock
from corro.pipeline.signing_in import who
from corro.pipeline.view import RecordView, open_record
from corro.ports import Clock
from corro.web.door import Door
from corro.web.words import Words

LINES = 50
"""Lines of a page of a list. Source: own choice: two screens, and well under 150 kB of page."""


@dataclass(frozen=True, slots=True)
class Room:
    """One start of the reading room.

    Attributes:
        record: The record's file.
        port: Where it listens.
        by: Who judges where the record has no accounts.
        door: What lets browsers in.
        clock: What tells the time.
        writing: Held by whoever judges, so that two judge one after the other.
    """

    record: Path
    port: int
    by: str
    door: Door = field(default_factory=Door)
    clock: Clock = field(default_factory=SystemClock)
    writing: Lock = field(default_factory=Lock)

    @property
    def hosts(self) -> frozenset[str]:
        """The names that it is reached under."""
        return frozenset({f"127.0.0.1:{self.port}", f"localhost:{self.port}"})

    def cookie(self, name: str) -> str:
        """Return the full name of a cookie: browsers keep those of all ports of a machine together."""
        return f"corro_{name}_{self.port}"


@dataclass(frozen=True, slots=True)
class Visit:
    """One request.

    Attributes:
        room: Where.
        path: The path that was asked for.
        named: What the path names.
        query: What stands behind its question mark.
        form: What a form brought.
        cookies: The browser's cookies.
        words: The language.
    """

    room: Room
    path: str
    named: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]
    cookies: Mapping[str, str]
    words: Words

    @property
    def given(self) -> str:
        """The cookie that the browser came in with."""
        return self.cookies.get(self.room.cookie("door"), "")

    @property
    def session(self) -> str:
        """The secret of the session; empty where nobody signed in."""
        return self.cookies.get(self.room.cookie("session"), "")

    def user(self) -> User:
        """Return who asks.

        Raises:
            SessionEndedError: They have to sign in.
        """
        return who(self.room.record, self.session, self.room.clock)

    @contextmanager
    def view(self) -> Iterator[RecordView]:
        """Open the record as whoever asks may read it."""
        with open_record(self.room.record, self.user()) as view:
            yield view

    def now(self) -> datetime:
        """Return the present moment."""
        return self.room.clock.now()

    def window(self) -> Window:
        """Return the part of a list that is asked for.

        Raises:
            BadOptionError: The number of the page is none.
        """
        return Window((number_in(self.query, "page", 1) - 1) * LINES, LINES)

    def turning(self, page: Page[Any]) -> "Turning":
        """Return how one gets to the other pages of a list."""
        return Turning(page.total, page.offset, self.path, {name: text for name, text in self.query.items() if name != "page"})

    def show(self, template: str, status: int = 200, /, **shown: Any) -> Response:
        """Make a page from a template."""
        told = {
            "visit": self,
            "token": self.room.door.form_token(self.given),
            "nav": not shown.pop("bare", False),
            "switch": {one: address(self.path, {**self.query, "lang": one}) for one in ("en", "fr")},
        }
        made = templates().get_template(f"{template}.html").render({**told, **self.words.for_pages, **shown})
        return HTMLResponse(made, status)

    def go(self, path: str, **query: str) -> Response:
        """Send the browser to another page."""
        return RedirectResponse(address(path, query), 303)


Handler = Callable[[Visit], Response]
Handlers = dict[str, Handler]
"""Who answers which path of an area."""


@dataclass(frozen=True, slots=True)
class Turning:
    """How one turns the pages of a list.

    Attributes:
        total: Lines of the whole list.
        offset: Lines before this page.
        path: The list's path.
        query: Its filters.
    """

    total: int
    offset: int
    path: str
    query: Mapping[str, str]

    @property
    def number(self) -> int:
        """The number of this page, from 1."""
        return self.offset // LINES + 1

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-self.total // LINES))

    def to(self, number: int) -> str:
        """Return the address of a page of the list."""
        return address(self.path, {**self.query, "page": str(number)})


def number_in(query: Mapping[str, str], name: str, otherwise: int) -> int:
    """Return a whole number from the address, from 0 on.

    Raises:
        BadOptionError: It is none.
    """
    text = query.get(name, "")
    if text and not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise BadOptionError(f"{name} is a whole number.")
    return max(int(text), min(otherwise, 1)) if text else otherwise


def address(path: str, query: Mapping[str, str]) -> str:
    """Return a path with what stands behind its question mark; empty parts are left out."""
    told = urlencode({name: text for name, text in query.items() if text})
    return f"{path}?{told}" if told else path


@cache
def templates() -> Environment:
    """Return the templates; everything that they put in is escaped, and a name that nobody gave is an error."""
    made = Environment(
        loader=PackageLoader("corro.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters["flat"] = lambda text, most=300: _flat(str(text), most)
    made.globals["address"] = address
    return made


def _flat(text: str, most: int) -> str:
    """Return a text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most] + " …"
