"""Law 8: what is protected does not leak: no list, snippet, count, history, relation, export, error message or log shows it."""

import hashlib
import hmac
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from tests.laws.builders import PlainReader
from tests.laws.invoking import commands, invocations, takes
from tests.laws.secrets_marked import TYPED, WITHOUT_RIGHT, Secrets, World, a_world, found_in, fresh, three_hundred

from corro import build
from corro.casework import Audience
from corro.cli.main import cli
from corro.errors import CorroError
from corro.pipeline.cases import CaseRecord
from corro.pipeline.exporting import FORMS, Wanted, export
from corro.pipeline.options import BuildOptions
from corro.pipeline.people import all_consents
from corro.pipeline.vault import unlock
from corro.values import content_id, slug

SLOW = {("demo",), ("analyse",), ("doctor",), ("gazetteer",), ("build",), ("reanalyse",)}
"""Commands that load language models; they are swept once for each right, and not once for each value."""


@dataclass
class Written:
    """Files that were opened to write, as the interpreter saw it happen; files that are gone again among them."""

    paths: set[str] = field(default_factory=set)
    on: bool = False


WRITTEN = Written()

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not WRITTEN.on:
        return
    if event == "open":
        path, mode, flags = arguments
        writes = bool(set(mode) & set("wax+")) if isinstance(mode, str) else bool(int(str(flags)) & _WRITING)
        if writes and not isinstance(path, int):
            WRITTEN.paths.add(str(path))
    if event == "sqlite3.connect":
        WRITTEN.paths.add(str(arguments[0]))


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[set[str]]:
    """Note which files are opened to write meanwhile."""
    WRITTEN.paths, WRITTEN.on = set(), True
    try:
        yield WRITTEN.paths
    finally:
        WRITTEN.on = False


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    """Three hundred of them."""
    return three_hundred()


@dataclass(frozen=True)
class Sweep:
    """A world to sweep, and a copy of it as it was."""

    world: World
    pristine: Path
    root: Path

    def run(self, arguments: list[str], user: str, case: str = "") -> str:
        """Run a command as somebody, and return all that it says, its error too."""
        marked = arguments.index("--") if "--" in arguments else len(arguments)
        where = ["--record", str(self.world.record)] if self._takes(arguments, "--record") else []
        who = ["--user", user] if self._takes(arguments, "--user") else []
        told = [*arguments[:marked], *where, *who, *(["--case", case] if case else [])]
        result = CliRunner().invoke(cli, [*told, *arguments[marked:]], input=f"{TYPED}\n" + "name: x\n\n" + "y\n" * 5)
        assert result.exception is None or isinstance(result.exception, CorroError | SystemExit), [arguments, result.exc_info]
        raised = result.exception.message if isinstance(result.exception, CorroError) else ""
        return result.output + raised

    def _takes(self, arguments: list[str], option: str) -> bool:
        command: click.Command = cli
        for word in arguments:
            if not isinstance(command, click.Group):
                break
            command = command.get_command(click.Context(command), word) or command
        return takes(command, option)

    def files(self) -> dict[str, bytes]:
        """Return the bytes of every file of the world, of the home folder, and of the folder for temporary ones."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in sorted(self.root.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def sweep(tmp_path_factory: pytest.TempPathFactory, secrets: Secrets) -> Iterator[Sweep]:
    """The world, with home, working folder and temporary files inside what is swept."""
    root, beside = tmp_path_factory.mktemp("swept"), tmp_path_factory.mktemp("beside")
    for name in ("files", "home", "tmp"):
        (root / name).mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(root / "home"))
        patch.setenv("TMPDIR", str(root / "tmp"))
        patch.setattr(tempfile, "tempdir", None)
        patch.chdir(root / "files")
        world = a_world(root / "files", beside / "inputs", secrets)
        shutil.copytree(root / "files", beside / "pristine")
        yield Sweep(world, beside / "pristine", root)


def test_the_secrets_are_three_hundred_and_are_found_where_they_are(sweep: Sweep, secrets: Secrets) -> None:
    """Whoever has the right sees them: else nothing would be proven by not finding any."""
    assert len(set(secrets.all)) == 300
    asked = zip(("cleo", "ada"), sweep.world.cases, strict=True)
    seen = "".join(sweep.run(["show", "claims", "--json"], user, case) for user, case in asked)
    assert len(found_in(seen.encode(), secrets.parts)) > 100
    assert found_in(secrets.names[0].encode().hex().encode(), secrets.parts)


def test_no_file_holds_a_secret(sweep: Sweep, secrets: Secrets) -> None:
    """Every byte of every file, pages that are free again among them; the vault as it is stored."""
    fresh(sweep.pristine, sweep.world.folder)
    files = sweep.files()
    assert {"files/field.record", "files/field.vault"} <= set(files)
    assert {name: found for name, content in files.items() if (found := found_in(content, secrets.parts))} == {}


def _every(sweep: Sweep, *, all_values: bool = True) -> Iterator[tuple[click.Command, list[str]]]:
    for path, command in commands(cli):
        lists = list(invocations(path, command, sweep.world, sweep.world.folder / "out.file"))
        for arguments in lists if all_values and path not in SLOW else lists[:1]:
            yield command, arguments


@pytest.mark.parametrize("user", WITHOUT_RIGHT)
def test_no_command_shows_a_secret_to_who_has_no_right(sweep: Sweep, secrets: Secrets, user: str) -> None:
    """Every command of the tree, over the record and over a case, for one role with every value of its parameters; files too."""
    fresh(sweep.pristine, sweep.world.folder)
    said: list[str] = []
    for command, arguments in _every(sweep, all_values=user == "gus"):
        if takes(command, "--case"):
            said += [sweep.run(arguments, user, case) for case in sweep.world.cases[:1]]
        if (takes(command, "--user") and not takes(command, "--case")) or user == "gus":
            said.append(sweep.run(arguments, user))
    assert len(said) > 60
    assert found_in("\n".join(dict.fromkeys(said)).encode(), secrets.parts) == []
    assert {name: found for name, content in sweep.files().items() if (found := found_in(content, secrets.parts))} == {}


@pytest.mark.parametrize("user", ["cleo", "ada"])
def test_whoever_has_the_right_leaves_no_secret_in_any_file(sweep: Sweep, secrets: Secrets, user: str) -> None:
    """They may read; but no command writes what they read into a file or a log, nor opens a file that is gone afterwards."""
    fresh(sweep.pristine, sweep.world.folder)
    said: list[str] = []
    with watched() as paths:
        for command, arguments in _every(sweep, all_values=user == "ada"):
            if takes(command, "--case"):
                said.append(sweep.run(arguments, user, sweep.world.cases[0]))
            elif takes(command, "--user"):
                said.append(sweep.run(arguments, user))
                fresh(sweep.pristine, sweep.world.folder)
    assert sum(bool(found_in(told.encode(), secrets.parts)) for told in said) > len(said) // 20
    assert {name: found for name, content in sweep.files().items() if (found := found_in(content, secrets.parts))} == {}
    known = (str(sweep.world.folder / "out."), str(sweep.world.folder / ".out."), ".svg", "field.vault", ":memory:", "field.record")
    ours = {path for path in paths if not path.startswith(("/dev/", "/proc/"))}
    assert [path for path in sorted(ours) if not any(one in path for one in known)] == []


@pytest.mark.parametrize("form", sorted(FORMS))
@pytest.mark.parametrize("audience", list(Audience))
def test_no_export_carries_a_secret(sweep: Sweep, secrets: Secrets, form: str, audience: Audience, tmp_path: Path) -> None:
    """Every form of the table, for every audience, of the record and of each case, by somebody who may open both."""
    fresh(sweep.pristine, sweep.world.folder)
    keyring = unlock(sweep.world.record, "ada", TYPED)
    wanted = Wanted(user=keyring.user, audience=audience, consents=all_consents(keyring, "export"))
    places = [sweep.world.record, *(CaseRecord(keyring, case, "export") for case in sweep.world.cases)]
    for number, place in enumerate(places):
        with suppress(CorroError):  # a form that holds the whole of a record refuses a case, and every audience but the section
            export(form, tmp_path / f"{number}.out", place, wanted)
    keyring.close()
    for written in tmp_path.rglob("*"):
        if written.is_file():
            assert found_in(written.read_bytes(), secrets.parts) == [], written.name


Digest = Callable[[bytes], bytes]


def _hashed(name: str, word: bytes) -> bytes:
    return hashlib.new(name, word).digest()


def _blake(size: int, word: bytes) -> bytes:
    return hashlib.blake2b(word, digest_size=size).digest()


def _keyed(key: bytes, word: bytes) -> bytes:
    return hmac.digest(key, word, "sha256")


DIGESTS: tuple[Digest, ...] = (
    *(partial(_hashed, name) for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2s")),
    *(partial(_blake, size) for size in (8, 10, 16, 20, 32, 64)),
    *(partial(_keyed, key) for key in (b"", b"corro", b"key", b"secret")),
)
"""Ways in which somebody could have hashed a name."""

KINDS = ("person", "source", "actor", "place", "doc", "claim", "event", "series", "entered", "decision", "case", "P", "C", "")


def _digests(word: str) -> Iterator[str]:
    """Yield hexadecimal beginnings of every digest of a word, in three ways of writing it, and the ids that the record makes."""
    for form in dict.fromkeys((word, word.lower(), word.upper())):
        yield from (digest(form.encode())[:8].hex() for digest in DIGESTS)
        yield from (content_id(kind, form).split("_")[-1][:16] for kind in KINDS)


def _tokens(content: bytes) -> Iterator[str]:
    yield from (token.decode().lower()[:16] for token in re.findall(rb"[0-9a-fA-F]{16,}", content))


def _blobs(path: Path) -> Iterator[str]:
    """Yield the beginnings of all values of a database, as hexadecimal digits and as they are."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        try:
            rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - the names are the database's own
        except sqlite3.Error:
            continue
        for value in (value for row in rows for value in row):
            if isinstance(value, bytes):
                yield value[:8].hex()
            elif isinstance(value, str):
                yield from _tokens(value.encode())
    connection.close()


def test_a_dictionary_of_ten_thousand_matches_nothing(sweep: Sweep, secrets: Secrets) -> None:
    """Names and villages that somebody could try, the true ones among them, hashed every way: no id or log line is one of them."""
    fresh(sweep.pristine, sweep.world.folder)
    swept = [arguments for command, arguments in _every(sweep) if takes(command, "--user") and (arguments[0],) not in SLOW]
    said = [sweep.run(arguments, "gus") for arguments in swept]
    seen = set(_tokens("\n".join(said).encode()))
    for path in (sweep.world.record, sweep.world.record.with_suffix(".vault")):
        seen |= set(_tokens(path.read_bytes())) | set(_blobs(path))
    codes = set(re.findall(r"\b[CPE]-[A-Z0-9]{8}\b", "\n".join(said))) | set(sweep.world.persons) | set(sweep.world.cases)
    words = _dictionary(secrets)
    assert len(words) >= 10_000
    assert not [word for word in words for digest in _digests(word) if digest in seen]
    assert not [word for word in words for code in codes if code in (slug("P", word, 8), slug("C", word, 8))]


def _dictionary(secrets: Secrets) -> tuple[str, ...]:
    given = ("Moussa", "Aminata", "Ibrahim", "Fatoumata", "Oumar", "Mariam", "Seydou", "Awa", "Amadou", "Kadiatou")
    family = ("Traore", "Diallo", "Keita", "Cisse", "Toure", "Coulibaly", "Maiga", "Dicko", "Barry", "Sangare")
    real = [f"{one} {other} {number}" for one in given for other in family for number in ("", *range(1, 98))]
    parts = [word for one in secrets.all for word in (one, *one.split())]
    return tuple(dict.fromkeys([one.strip() for one in real] + parts))


DAYS = tuple(f"2023-03-{day:02}" for day in range(3, 27, 2))
"""Days on which children were attacked; the month may go out, none of them may."""

OUTSIDE = tuple(audience for audience in Audience if audience is not Audience.SECTION)


@pytest.fixture(scope="module")
def sensitive(tmp_path_factory: pytest.TempPathFactory, secrets: Secrets) -> Path:
    """An ordinary record of public reports on children who were attacked, with marked names and villages, and of a plain one."""
    folder = tmp_path_factory.mktemp("sensitive")
    (folder / "in").mkdir()
    told = zip(secrets.names[:12], secrets.villages[:12], DAYS, secrets.quotes[:12], strict=True)
    texts = [f"{who} attacked schoolgirls at {where} on {day}, killing 3. {quote}" for who, where, day, quote in told]
    for place, text in enumerate([*texts, "Masked men attacked traders at Aram on 2023-02-05, killing 12."]):
        (folder / "in" / f"report{place}.txt").write_text(text + "\n", encoding="utf-8")
    build(folder / "in", folder / "a.record", options=BuildOptions(executor=PlainReader()))
    return folder / "a.record"


@pytest.mark.parametrize("form", sorted(FORMS))
def test_sensitive_reports_stay_out_of_every_form(sensitive: Path, secrets: Secrets, form: str, tmp_path: Path) -> None:
    """Whatever the form, and whoever outside it is for; the section has the whole."""
    for audience in OUTSIDE:
        with suppress(CorroError):  # a form that holds the whole record stays in the section
            export(form, tmp_path / f"{audience}.out", sensitive, Wanted(audience=audience))
    for written in (path for path in tmp_path.rglob("*") if path.is_file()):
        content = written.read_bytes()
        assert found_in(content, secrets.parts) == [], written.name
        assert found_in(content, ["schoolgirls", *DAYS]) == [], written.name


def test_the_section_reads_what_is_sensitive(sensitive: Path, secrets: Secrets, tmp_path: Path) -> None:
    """Else nothing would be proven by not finding it outside."""
    for form, parts in (("csv", DAYS), ("jsonl", secrets.names[:12])):
        export(form, tmp_path / form, sensitive, Wanted(audience=Audience.SECTION))
        assert len(found_in((tmp_path / form).read_bytes(), [part.lower() for part in parts])) == 12
