"""`corro serve`: the reading room, a web application on this machine only."""

import getpass
from pathlib import Path

import click

from corro.cli.options import file_option
from corro.errors import RecordNotFoundError


@click.command("serve", epilog="\b\nFor instance:\n  corro serve --record mali.record\n")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Where it listens; any free port if left out.")
@click.option("--by", default=getpass.getuser, help="Who judges where the record has no accounts; your user name if left out.")
@file_option
def command(port: int, by: str, record: Path) -> None:
    """Open the record in a browser: read it, and judge what waits.

    It answers on this machine only (127.0.0.1), and only to a browser that opened the address that it prints, in which there is a
    secret of this start. Where the record has a vault, you sign in with your account. Stop it with Ctrl+C.
    """
    from corro.web.serving import serve

    if not record.exists():
        raise RecordNotFoundError(f"There is no record {record}.", path=str(record))
    serve(
        record,
        by,
        port,
        tell=lambda address: click.echo(f"The reading room is open. Open this address in your browser:\n{address}"),
    )
