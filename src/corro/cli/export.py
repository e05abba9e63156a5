"""`corro export`: the record, or a part of it, into a file."""

import getpass
from pathlib import Path
from typing import Any

import click

from corro.cli.options import event_filter, event_options, record_option

LOCAL_HINT = "Only you can read it; whoever you pass it on to reads all of it."


@click.command("export")
@click.argument("form", metavar="FORM")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file; it is written whole or not at all.")
@click.option("--register", default="", help="For csv: which register; without it the events.")
@click.option("--force", is_flag=True, help="Put the new file in the place of one that is there already.")
@event_options
@record_option
def command(form: str, out: Path, register: str, *, force: bool, record: Path, **wanted: Any) -> None:
    """Write the record, or a part of it, into a file.

    FORM is one of those that `corro export --help` lists below. The options that say which events are those of `corro show events`.
    What goes out is what may go out, and the custody log says who took it out.
    """
    from dataclasses import replace

    from corro.model.user import LOCAL
    from corro.pipeline.exporting import Wanted, export

    asked = Wanted(event_filter(wanted), register, replace(LOCAL, name=getpass.getuser()))
    done = export(form, out, record, asked, force=force)
    click.echo(f"{done.out} written (SHA-256 {done.sha256}). {LOCAL_HINT}")
