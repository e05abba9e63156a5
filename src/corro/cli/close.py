"""`corro close`: nothing of an item falls due any more; it stays in its register."""

from typing import TYPE_CHECKING

import click

from corro.cli.options import acting, record_option
from corro.model.permission import Doing

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command(
    "close",
    no_args_is_help=True,
    epilog='\b\nFor instance:\n  corro close AR-7KQ2MD9R --reason "flown on 12 February"\n  corro close AR-7KQ2MD9R --reopen\n',
)
@click.argument("item", metavar="ITEM")
@click.option("--reopen", "again", is_flag=True, help="Open it again.")
@click.option("--reason", default="", help="Why; kept with it.")
@click.option("--by", default="", help="Who closes it; your user name if left out.")
@record_option
def command(item: str, again: bool, reason: str, by: str, record: "RecordPlace") -> None:
    """Close an item of a register, or open it again."""
    from corro.pipeline.registers import Entry, close, reopen

    done = (reopen if again else close)(item, record, Entry(by=acting(record, by, Doing.ENTER), reason=reason))
    click.echo(f"{done.id} is {'open again' if again else 'closed'}.")
