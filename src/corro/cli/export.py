"""`corro export`: the record, or a part of it, into a file."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.casework import Audience
from corro.cli.options import event_filter, event_options, keyring_beside, record_option, signed_in

LOCAL_HINT = "Only you can read it; whoever you pass it on to reads all of it."

if TYPE_CHECKING:
    from corro.pipeline.exits import Consents
    from corro.pipeline.opening import RecordPlace


@click.command("export")
@click.argument("form", metavar="FORM")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file; it is written whole or not at all.")
@click.option("--register", default="", help="For csv: which register; without it the events.")
@click.option(
    "--for", "audience", type=click.Choice([one.value for one in Audience]), help="Whom it is for; everybody if left out."
)
@click.option("--force", is_flag=True, help="Put the new file in the place of one that is there already.")
@click.option(
    "--consents", is_flag=True, help="Sign in to the vault for what persons consented to; else lines with their codes stay."
)
@event_options
@record_option
def command(form: str, out: Path, register: str, audience: str, *, record: "RecordPlace", **wanted: Any) -> None:
    """Write the record, or a part of it, into a file.

    FORM is jsonl or package (the whole record), prov (who did what to it), csv (events, or a register with --register), geojson,
    ucdp, acled, ftm or hxl. The options that say which events are those of `corro show events`; there is no limit on how many.
    What goes out is what may go out, and the custody log says who took it out.
    """
    from dataclasses import replace

    from corro.model.user import LOCAL
    from corro.pipeline.exporting import Wanted, export

    force, consents = wanted.pop("force"), wanted.pop("consents")
    asker = signed_in(record) or replace(LOCAL, name=getpass.getuser())
    asked = Wanted(
        event_filter(wanted), register, asker, Audience(audience) if audience else None, _consents(record, asked=consents)
    )
    done = export(form, out, record, asked, force=force)
    click.echo(f"{done.out} written (SHA-256 {done.sha256}). {LOCAL_HINT}")


def _consents(record: "RecordPlace", *, asked: bool) -> "Consents":
    """Return what persons consented to, as far as whoever signed in may know it."""
    from corro.pipeline.cases import CaseRecord
    from corro.pipeline.people import all_consents

    if isinstance(record, CaseRecord):
        return all_consents(record.keyring, "export")
    if not asked or not isinstance(record, str | Path):
        return {}
    return all_consents(keyring_beside(record), "export")
