"""`corro enter`: an item of a register goes into a record, beside what reports say."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from corro.cli.options import acting, record_option
from corro.cli.output import write_rows
from corro.errors import BadOptionError
from corro.model.permission import Doing

if TYPE_CHECKING:
    from corro.model import Item
    from corro.pipeline.opening import RecordPlace

COLUMN_COLUMNS = ("column", "needed", "label", "takes", "example", "note")


@click.command(
    "enter",
    no_args_is_help=True,
    epilog="\b\nFor instance:\n"
    '  corro enter access --set kind=O1 --set subject="flight to Gao" --set needed_by=2023-02-08T12:00Z\n'
    '  corro enter measures --set genre=H1 --set target="post" --set announced=2023-02-05T20:00Z --set duration="48 h"\n',
)
@click.argument("register", metavar="REGISTER")
@click.option("--set", "given", multiple=True, metavar="COLUMN=VALUE", help="What a column holds; may be given many times.")
@click.option(
    "--about", "names", multiple=True, metavar="ID", help="An event, claim or item that it is about; may be given many times."
)
@click.option("--columns", is_flag=True, help="List the register's columns, what each takes, and an example.")
@click.option("--reason", default="", help="Why, or where you know it from; kept with the entry. No names of sources.")
@click.option("--by", default="", help="Who enters it; your user name if left out.")
@record_option
def command(
    register: str, given: tuple[str, ...], names: tuple[str, ...], columns: bool, record: "RecordPlace", **how: str
) -> None:
    """Open an item of a register.

    Registers: access, acts, briefers, investigations, involvements, measures, meetings, mission, reprisals, violations.
    Columns are named by key or label, values of lists in English or French. A moment names its zone. Who a witness or source is
    belongs in the vault; here stands their code.
    """
    from corro.pipeline.registers import Entry, enter, form_named

    if columns:
        write_rows(column_rows(register), COLUMN_COLUMNS, "table")
        return
    form_named(register)
    entry = Entry(by=acting(record, how["by"], Doing.ENTER), reason=how["reason"], rests_on=rests_on(names, record))
    item = enter(register, pairs(given), record, entry)
    click.echo(
        f"{item.id} entered in {register}. Look: corro show item {item.id}   Change: corro change {item.id} --set COLUMN=VALUE"
    )
    say_due(item)


def pairs(given: Sequence[str]) -> dict[str, str]:
    """Return what each column is to hold; one that comes twice holds both positions side by side.

    Raises:
        BadOptionError: There is no `=` in one of them.
    """
    from corro.registers.reading import BESIDE

    found: dict[str, list[str]] = {}
    for one in given:
        column, equals, text = one.partition("=")
        if not equals or not column.strip():
            raise BadOptionError(f"--set takes COLUMN=VALUE, for instance --set place=Gao; {one[:40]!r} is not that.")
        found.setdefault(column.strip(), []).append(text)
    return {column: BESIDE.join(texts) for column, texts in found.items()}


def rests_on(names: Sequence[str], record: "RecordPlace") -> tuple[str, ...]:
    """Return ids of what these names mean: the claims of an event, a claim, or an item."""
    from corro.cli.show import opened
    from corro.vocab.forms import form_of

    if not names:
        return ()
    with opened(record) as view:
        known = view.claims_by_id(names)
        found = []
        for name in names:
            if name in known:
                found.append(name)
            elif form_of(name) is not None:
                found.append(view.item(name).id)
            else:
                found.extend(view.event(name).claims)
    return tuple(sorted(set(found)))


def say_due(item: "Item") -> None:
    """Say what falls due of an item, and what is odd about it."""
    from corro.registers.deadlines import deadlines_of

    for deadline in deadlines_of(item):
        when = deadline.due.edtf if deadline.due else f"no date: {deadline.condition}"
        bases = "; ".join(basis.words for basis in deadline.bases)
        click.echo(f"  due {when}  {deadline.what}" + (f" ({bases})" if bases else ""))
    for remark in item.remarks:
        click.echo(f"  {remark}", err=True)


def column_rows(register: str) -> list[dict[str, str]]:
    """Return a register's columns as rows: key, whether it is needed, labels, what it takes, an example."""
    from corro.pipeline.registers import form_named
    from corro.registers.reading import expected

    return [
        {
            "column": column.key,
            "needed": "yes" if column.required else "",
            "label": f"{column.en} / {column.fr}",
            "takes": expected(column),
            "example": column.example,
            "note": column.meaning,
        }
        for column in form_named(register).columns
    ]
