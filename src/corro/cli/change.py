"""`corro change`: columns of an item get another value; what they held stays in its history."""

from typing import TYPE_CHECKING

import click

from corro.cli.enter import pairs, rests_on, say_due
from corro.cli.options import acting, record_option
from corro.model.permission import Doing

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command(
    "change",
    no_args_is_help=True,
    epilog="\b\nFor instance:\n"
    "  corro change AR-7KQ2MD9R --set outcome=refusé --set answered_on=2023-02-07\n"
    "  corro change HM-7KQ2MD9R --set status=lifted --set lifted=2022-08-15\n"
    "  corro change AR-7KQ2MD9R --undo entered_5f0c\n",
)
@click.argument("item", metavar="ITEM")
@click.option(
    "--set", "given", multiple=True, metavar="COLUMN=VALUE", help="What a column holds from now on; nothing behind = empties it."
)
@click.option("--about", "names", multiple=True, metavar="ID", help="An event, claim or item that it is about as well.")
@click.option("--undo", "act", default="", metavar="ACT", help="Undo an act on the item (corro show item ITEM lists them).")
@click.option("--reason", default="", help="Why; kept with the change. No names of sources.")
@click.option("--by", default="", help="Who changes it; your user name if left out.")
@record_option
def command(item: str, given: tuple[str, ...], names: tuple[str, ...], act: str, record: "RecordPlace", **how: str) -> None:
    """Change an item of a register, or undo what was entered of it.

    ITEM is the item's id, or as much of its beginning as tells it apart. A status must follow from the one before.
    """
    from corro.pipeline.registers import Entry, change, undo

    entry = Entry(by=acting(record, how["by"], Doing.ENTER), reason=how["reason"], rests_on=rests_on(names, record))
    if act:
        left = undo(act, record, entry)
        click.echo(f"{act} is undone." if left else f"{act} is undone; the item was opened by it, and is in no register any more.")
        return
    changed = change(item, pairs(given), record, entry)
    click.echo(f"{changed.id} changed: {', '.join(pairs(given)) or 'what it is about'}.")
    say_due(changed)
