"""Law 8, consent: over ten thousand random histories, no exit carries more than what all persons concerned allow on that day."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from tests.keyrings import NOON, PlainKeyring
from tests.laws.builders import a_record, an_analysis

from corro.casework import ALL_USES, Audience, ConsentAct, ConsentKind, Request, Use, codes_in, entered
from corro.errors import BadOptionError, UnknownIdError
from corro.model import Item, ItemValue, RegisterEntry, RegisterField
from corro.pipeline.exits import Door
from corro.pipeline.people import all_consents, erase_person, give_consent, new_person, withdraw_consent
from corro.pipeline.view import RecordView

SEQUENCES = 10_000
"""Source: the acceptance of the issue on protected casework."""

THROUGH_THE_VAULT = 100

FIRST = date(2026, 1, 1)
CODES = ("P-AAAAAAAA", "P-BBBBBBBB", "P-CCCCCCCC")


@pytest.fixture(scope="module")
def view() -> RecordView:
    """A record; what matters here is handed to the door."""
    return RecordView(a_record([an_analysis()]))


def some_uses(chance: random.Random) -> frozenset[Use]:
    """Any of the uses."""
    return frozenset(use for use in Use if chance.random() < 0.6)


def a_history(chance: random.Random) -> list[ConsentAct]:
    """What one person did over some weeks, entered late at times; what cannot be entered is left out, as it would be."""
    acts: tuple[ConsentAct, ...] = ()
    for _ in range(chance.randrange(6)):
        kind = chance.choices(list(ConsentKind), (6, 4, 1))[0]
        on = FIRST + timedelta(chance.randrange(40))
        act = ConsentAct(kind, on, ALL_USES if kind is ConsentKind.ERASED else some_uses(chance), "bm", "signed", "ada")
        try:
            acts = (*acts, act) if kind is ConsentKind.ERASED else entered(acts, act, FIRST + timedelta(40))
        except BadOptionError:
            continue
    return list(acts)


def may(acts: Sequence[ConsentAct], use: Use, on: date) -> bool:
    """Say whether a person allows a use, told as simply as can be: the newest paper of that day or before says so, and nobody took
    it back in any line after, by day or by entry.
    """
    if any(act.kind is ConsentKind.ERASED for act in acts):
        return False
    papers = [place for place, act in enumerate(acts) if act.kind is ConsentKind.GIVEN and act.on <= on]
    if not papers:
        return False
    newest = max(papers, key=lambda place: (acts[place].on, place))
    later = [act for place, act in enumerate(acts) if (act.on, place) > (acts[newest].on, newest)]
    back = any(act.kind is ConsentKind.WITHDRAWN and use in act.uses for act in later)
    narrowed = any(act.kind is ConsentKind.GIVEN and act.on > on and use not in act.uses for act in later)
    return use in acts[newest].uses and not back and not narrowed


def a_line(codes: Sequence[str]) -> RegisterEntry:
    """A line of a register that names persons."""
    return RegisterEntry("meetings", None, (RegisterField("briefers", f"heard: {', '.join(codes)}"),))


def an_item(codes: Sequence[str]) -> Item:
    """An item that names persons, one of them in public."""
    values = (ItemValue("named_as", "Somebody Known", "ada", NOON, "act"), ItemValue("person", " ".join(codes), "ada", NOON, "act"))
    return Item("BR-7KQ2MD9R", "briefers", values, NOON, "ada", NOON)


def test_no_exit_carries_more_than_the_intersection(view: RecordView) -> None:
    """Whoever is named, for whatever audience, by code or by name: it goes out exactly where each allows all that it takes."""
    chance = random.Random(7)  # noqa: S311 - histories, not keys
    out = kept = 0
    for _ in range(SEQUENCES):
        known = {code: a_history(chance) for code in chance.sample(CODES, chance.randrange(1, 4))}
        named = chance.sample(CODES, chance.randrange(1, 4))
        request = Request(audience=chance.choice(list(Audience)), named=chance.random() < 0.3)
        on = FIRST + timedelta(chance.randrange(45))
        door = Door(view, request, known, today=on)
        cleared = [*door.entries([a_line(named)]), *door.items([an_item(named)])]
        allowed = all(may(known.get(code, ()), use, on) for code in named for use in request.uses)
        assert bool(cleared) is allowed
        assert not allowed or door.persons == set(named)
        if request.outside and not all(may(known.get(code, ()), Use.CITE_BY_NAME, on) for code in named):
            assert "Somebody Known" not in repr(cleared)
        out, kept = out + allowed, kept + (not allowed)
    assert min(out, kept) > SEQUENCES // 50


def test_the_same_holds_through_the_vault(view: RecordView) -> None:
    """Given, narrowed, withdrawn and erased as people do it, one after the other, and asked for after each."""
    chance = random.Random(8)  # noqa: S311 - histories, not keys
    today = NOON.date()
    for _ in range(THROUGH_THE_VAULT):
        keyring = PlainKeyring()
        codes = [new_person(keyring, {"name": "somebody"}) for _ in range(2)]
        now: dict[str, frozenset[Use]] = dict.fromkeys(codes, frozenset())
        for _ in range(6):
            code, uses = chance.choice(codes), some_uses(chance)
            now[code] = _done(keyring, chance, code, uses, now[code])
            request = Request(audience=chance.choice(list(Audience)))
            door = Door(view, request, all_consents(keyring, "test"), today=today)
            cleared = list(door.entries([a_line(codes)]))
            assert bool(cleared) is (request.uses <= now[codes[0]] & now[codes[1]])
            assert codes_in(cleared) <= set(codes)


def _done(keyring: PlainKeyring, chance: random.Random, code: str, uses: frozenset[Use], before: frozenset[Use]) -> frozenset[Use]:
    """Do one thing to a person's consent, and return what they then allow."""
    today = NOON.date()
    kind = chance.choices(list(ConsentKind), (6, 3, 1))[0]
    try:
        if kind is ConsentKind.ERASED:
            erase_person(keyring, code, "they asked for it")
            return frozenset()
        if kind is ConsentKind.WITHDRAWN:
            return withdraw_consent(keyring, code, uses, today, today)
        return give_consent(keyring, code, ConsentAct(kind, today, uses, "bm", "signed", "ada"), today)
    except (BadOptionError, UnknownIdError):
        return before
