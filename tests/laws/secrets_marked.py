"""Three hundred marked secrets, a world in which they are kept as a section would keep them, and ways to look for them."""

import base64
import io
import random
import re
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.laws.builders import PlainReader
from tests.vaults import CHEAP

from corro import build
from corro.casework import ConsentAct, ConsentKind, RiskLevel, RiskReview, Use
from corro.keyring import Keyring
from corro.model import Role
from corro.pipeline.cases import CaseRecord, new_case, tie_person
from corro.pipeline.clock import SystemClock
from corro.pipeline.decide import decide
from corro.pipeline.options import BuildOptions
from corro.pipeline.people import give_consent, look_at_risk, new_person
from corro.pipeline.registers import enter
from corro.pipeline.view import open_record
from corro.vault import Founder, Vault, vault_of

SYLLABLES = ("zaq", "vubo", "kwex", "tij", "moxu", "pyg", "ruzo", "hudja", "xem", "fyol", "dzi", "qwa", "bexo", "nju", "wyz")
TYPED = "six marked words of chance"
TODAY = SystemClock().today()
ROLES = {
    "ada": frozenset({Role.CUSTODIAN}),
    "ben": frozenset({Role.CUSTODIAN}),
    "cleo": frozenset({Role.ANALYST}),
    "dan": frozenset({Role.ADMINISTRATOR}),
    "eve": frozenset({Role.READER}),
    "flo": frozenset({Role.REVIEWER}),
    "gus": frozenset({Role.ANALYST}),
}
"""Who has an account; cleo opened the cases and keeps the persons, custodians hold every key."""

WITHOUT_RIGHT = ("dan", "eve", "flo", "gus")


@dataclass(frozen=True)
class Secrets:
    """What nobody without a right may find, in 300 pieces."""

    names: tuple[str, ...]
    phones: tuple[str, ...]
    villages: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """All of them."""
        return self.names + self.phones + self.villages + self.quotes

    @property
    def parts(self) -> frozenset[str]:
        """Them, and every word and number of them, in small letters."""
        words = {word for one in self.all for word in re.findall(r"\w{6,}", one.lower())}
        return frozenset({one.lower() for one in self.all} | words)


def three_hundred() -> Secrets:
    """Make the secrets; no two share a word, and no word is one of a language."""
    chance = random.Random(20261124)  # noqa: S311 - marks, not keys
    known: set[str] = set()

    def word() -> str:
        while (made := "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()) in known:
            continue
        known.add(made)
        return made

    names = tuple(f"{word()} {word()}" for _ in range(100))
    phones = tuple(f"+223{chance.randrange(60_000_000, 99_999_999)}" for _ in range(60))
    quotes = tuple(f"{word()} said that {word()} came by night" for _ in range(70))
    return Secrets(names, phones, tuple(word() for _ in range(70)), quotes)


@dataclass(frozen=True)
class World:
    """A section's files, with the secrets in them.

    Attributes:
        folder: Where its files are; nothing else is there.
        record: The ordinary record.
        cases: Codes of the restricted cases.
        persons: Codes of the persons.
        report: A report that somebody may build.
        events: Slugs of an event of the ordinary record, and of one of the first case.
        items: Ids of items that people entered.
    """

    folder: Path
    record: Path
    cases: tuple[str, ...]
    persons: tuple[str, ...]
    report: Path
    events: tuple[str, str]
    items: tuple[str, ...]


def a_world(folder: Path, inputs: Path, secrets: Secrets) -> World:
    """Make the world: persons and cases in the vault, an ordinary record that knows codes only."""
    record = folder / "field.record"
    told = [f"Masked men attacked traders at Aram on 2023-02-{day:02}, killing 12." for day in range(1, 6)]
    plain = _reports(inputs / "plain", told)
    build(plain, record, options=BuildOptions(executor=PlainReader()))
    founders = [Founder(name, TYPED, roles) for name, roles in ROLES.items()]
    vault = Vault.make(vault_of(record), founders, SystemClock(), CHEAP)
    keyring = vault.unlock("cleo", TYPED)
    persons = _persons(keyring, secrets)
    cases = _cases(keyring, inputs, secrets, persons)
    slugs = (_first_event(CaseRecord(keyring, cases[0], "the sweep")), _first_event(record))
    keyring.close()
    vault.close()
    item = enter("briefers", _briefer(persons[0]), record)
    return World(folder, record, cases, persons, next(plain.iterdir()), slugs, (item.id,))


def _first_event(record: CaseRecord | Path) -> str:
    with open_record(record) as view:
        return next(iter(view.events())).slug


def _briefer(code: str) -> dict[str, str]:
    told = {"person": code, "side": "civil_society", "consent_to_be_named": "no", "risk_before": "medium", "status": "proposed"}
    return {**told, "capacity": "president, according to an agency"}


def _persons(keyring: Keyring, secrets: Secrets) -> tuple[str, ...]:
    codes = []
    for place, name in enumerate(secrets.names[:20]):
        code = new_person(keyring, {"name": name, "contact": secrets.phones[place], "village": secrets.villages[place]})
        uses = frozenset(Use) if place % 2 else frozenset({Use.INTERNAL_USE})
        given = ConsentAct(ConsentKind.GIVEN, date(2023, 1, 1), uses, "bm", secrets.quotes[place], "cleo")
        give_consent(keyring, code, given, TODAY)
        watched = (secrets.names[20 + place], secrets.villages[20 + place])
        look_at_risk(keyring, code, RiskReview(RiskLevel.LOW, TODAY, date(2999, 1, 1), "cleo", secrets.quotes[20 + place], watched))
        codes.append(code)
    return tuple(codes)


def _cases(keyring: Keyring, inputs: Path, secrets: Secrets, persons: tuple[str, ...]) -> tuple[str, ...]:
    """Open two cases, each with reports named after a village, full of the rest of the secrets."""
    codes = []
    for number in (0, 1):
        case = new_case(keyring, secrets.quotes[40 + number], SystemClock().now())
        texts, names, phones = _case_texts(secrets, number)
        folder = _reports(inputs / f"case{number}", [*texts, " ".join(phones)], [*names, "phones"])
        record = CaseRecord(keyring, case.code, "the sweep")
        build(folder, record, options=BuildOptions(executor=PlainReader()))
        _judge(record, secrets.quotes[42 + number], persons[number])
        tie_person(keyring, case.code, persons[number])
        codes.append(case.code)
    return tuple(codes)


def _case_texts(secrets: Secrets, number: int) -> tuple[list[str], tuple[str, ...], tuple[str, ...]]:
    """Return the texts of a case's reports, what the reports are called, and numbers that were reached."""
    names = secrets.names[40 + 30 * number : 70 + 30 * number]
    phones = secrets.phones[20 + 20 * number : 40 + 20 * number]
    villages = secrets.villages[40 + 15 * number : 55 + 15 * number]
    quotes = (*secrets.quotes[42 + 14 * number : 56 + 14 * number], "")
    texts = []
    for place, (village, quote) in enumerate(zip(villages, quotes, strict=True)):
        act = f"{names[2 * place]} attacked traders at {village} on 2023-03-{place + 1:02}, killing 3."
        texts.append(f"{act} {names[2 * place + 1]}, reached at {phones[place]}, was there. {quote}")
    return texts, villages, phones


def _judge(record: CaseRecord, reason: str, person: str) -> None:
    from corro.model import Decision, DecisionKind

    with open_record(record) as view:
        (claim,) = list(view.claims())[:1]
    decide([Decision(DecisionKind.CLAIM, (claim.id,), "accepted", "cleo", SystemClock().now(), reason)], record)
    named = {"named_as": reason, "consent_to_be_named": "yes", "consent_on": "2023-01-20"}
    enter("briefers", {**_briefer(person), **named}, record)


def _reports(folder: Path, texts: Iterable[str], names: Iterable[str] = ()) -> Path:
    folder.mkdir(parents=True)
    listed = list(names) or [f"report{place}" for place, _ in enumerate(list(texts))]
    for name, text in zip(listed, texts, strict=True):
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
    return folder


def found_in(content: bytes, parts: Iterable[str]) -> list[str]:
    """Return the parts that stand in some bytes: as text in two encodings, in hexadecimal digits, in base64, or packed."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content += b"".join(archive.read(name) for name in archive.namelist())
    lowered = content.lower()
    wide = lowered.replace(b"\0", b"") if b"\0" in lowered else b""
    unpacked = b" ".join(_unpacked(content)).lower()
    return sorted(one for one in parts if one.encode() in lowered or (wide and one.encode() in wide) or one.encode() in unpacked)


def _unpacked(content: bytes) -> Iterator[bytes]:
    for digits in re.findall(rb"(?:[0-9a-fA-F]{2}){8,}", content):
        yield bytes.fromhex(digits.decode())
    for letters in re.findall(rb"[A-Za-z0-9+/_-]{12,}", content):
        whole = letters[: len(letters) // 4 * 4].replace(b"-", b"+").replace(b"_", b"/")
        yield base64.b64decode(whole)


def fresh(pristine: Path, folder: Path) -> None:
    """Put the world's files back as they were, so that one command's doing does not hide another's."""
    for old in folder.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    shutil.copytree(pristine, folder, dirs_exist_ok=True)
