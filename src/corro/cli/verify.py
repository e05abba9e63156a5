"""`corro verify`: are evidence, logs and vault what was received and written?"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.cli.options import record_option
from corro.cli.unlocking import unlocked
from corro.errors import BadOptionError

if TYPE_CHECKING:
    from corro.model import Checkpoint
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.verifying import Verification

MOST_BREAKS = 20
"""Breaks that are printed; the rest is counted. Source: own choice: a screen."""

_FILE = click.Path(path_type=Path, dir_okay=False)
_THERE = click.Path(path_type=Path, exists=True, dir_okay=False)


@dataclass(frozen=True, slots=True)
class Stamping:
    """What is wanted of time-stamps.

    Attributes:
        request: Where a request is written to.
        response: An authority's answer.
        roots: Certificates that are trusted.
        authority: The address of an authority that is asked now.
    """

    request: Path | None
    response: Path | None
    roots: Path | None
    authority: str


@click.command("verify")
@click.option("--checkpoint", type=_THERE, help="A checkpoint kept elsewhere: shows whether a log was cut off or written anew.")
@click.option("--save", type=_FILE, help="Write a checkpoint of today into this file.")
@click.option("--sign", default="", metavar="NAME", help="Sign the checkpoint that --save writes, with this account of the vault.")
@click.option("--timestamp-request", "request", type=_FILE, help="Write a request for a time-stamp of the checkpoint (RFC 3161).")
@click.option("--timestamp-response", "response", type=_THERE, help="Check an authority's answer against the checkpoint.")
@click.option("--timestamp-roots", "roots", type=_THERE, help="Certificates (PEM) of authorities that you trust.")
@click.option(
    "--timestamp", "authority", default="", metavar="URL", help="Ask this authority now; its answer goes beside the file."
)
@click.option(
    "--package",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Look over a hand-over package instead of the record.",
)
@record_option
def command(checkpoint: Path | None, save: Path | None, sign: str, record: "RecordPlace", **stamping: Any) -> None:
    """Look over every byte of evidence, every decision, the logs' chains, and the vault as it is sealed; say where a break is.

    Exits with 1 if something is not as it was. A log whose end was cut off looks whole from inside: keep a checkpoint (--save) on
    another machine or on paper, and give it with --checkpoint. No password is asked for, save to sign. A time-stamp is of the
    checkpoint that --save writes or --checkpoint names.
    """
    from corro.pipeline.verifying import verify

    if package := stamping.pop("package"):
        _look_over(package)
        return
    if sign and not save:
        raise BadOptionError("--sign signs the checkpoint that --save FILE writes.")
    found = verify(record, checkpoint)
    _tell(found)
    if checkpoint is None:
        click.echo("Without a checkpoint nobody can tell whether a log's end was cut off: see --save and --checkpoint.")
    if save:
        made = _written(record, save, sign)
        click.echo(f"Checkpoint at entry {made.entries} written to {save}; keep it elsewhere. Its digest: {made.digest}")
    _stamp(save or checkpoint, Stamping(**stamping))


def _look_over(package: Path) -> None:
    from corro.pipeline.packaging import look_over

    found = look_over(package)
    click.echo(f"{found.files} files of the package looked over.")
    for problem in found.problems[:MOST_BREAKS]:
        click.echo(f"BREAK  {problem}")
    if len(found.problems) > MOST_BREAKS:
        click.echo(f"… and {len(found.problems) - MOST_BREAKS} more.")
    if found.problems:
        sys.exit(1)
    click.echo("All is as it was packed.")


def _tell(found: "Verification") -> None:
    click.echo(f"{found.pieces} pieces of evidence and {found.entries} entries of the custody log looked over.")
    if found.vault_entries is not None:
        click.echo(f"The vault and {found.vault_entries} entries of its log looked over.")
    for line in _lines(found):
        click.echo(line)
    if found.breaks:
        click.echo("Nothing was changed. Go back to a copy from before, and find out who could write to the file.", err=True)
        sys.exit(1)
    click.echo("All is as it was.")


def _lines(found: "Verification") -> Iterator[str]:
    for one in found.breaks[:MOST_BREAKS]:
        yield f"BREAK  {one.where} {one.which}  {one.what}"
    if len(found.breaks) > MOST_BREAKS:
        yield f"… and {len(found.breaks) - MOST_BREAKS} more."
    yield from (f"note   {note}" for note in found.notes[:MOST_BREAKS])


def _written(record: "RecordPlace", save: Path, sign: str) -> "Checkpoint":
    from corro.pipeline.checkpoints import write_checkpoint

    if not sign:
        return write_checkpoint(record, save)
    if not isinstance(record, Path):
        raise BadOptionError("--sign signs the logs of a record and its vault; the log of a case is within them.")
    return write_checkpoint(record, save, unlocked(record, sign))


def _stamp(file: Path | None, wanted: Stamping) -> None:
    from corro.pipeline.stamping import ask, request_for

    if not (wanted.request or wanted.response or wanted.authority):
        return
    if file is None:
        raise BadOptionError("A time-stamp is of a checkpoint: give --save FILE or --checkpoint FILE.")
    if wanted.request:
        wanted.request.write_bytes(request_for(file))
        click.echo(f"Request written to {wanted.request}; take it to an authority, and check the answer: --timestamp-response.")
    response = wanted.response
    if wanted.authority:
        response = file.with_name(file.name + ".tsr")
        response.write_bytes(ask(wanted.authority, request_for(file)))
    if response:
        _tell_stamp(file, response, wanted.roots)


def _tell_stamp(file: Path, response: Path, roots: Path | None) -> None:
    from corro.pipeline.stamping import check_stamp

    stamp = check_stamp(file, response.read_bytes(), roots)
    click.echo(f"{file} was there at {stamp.at.isoformat()}, says {stamp.by or 'an authority without a name'} in {response}.")
    if not stamp.trusted:
        click.echo("note   Whether that authority is who it says is open: give its root certificate with --timestamp-roots.")
