"""`corro show registers` and `corro show item`: the record's lines with what people entered, and one item with its history."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from corro.cli.options import form_options, record_option, window_options
from corro.cli.output import write_rows
from corro.cli.rows import entry_row
from corro.errors import BadOptionError
from corro.model import Entered, Item, RegisterEntry

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.view import RecordView
    from corro.registers.lines import RegisterLine

ACT_COLUMNS = ("id", "at", "by", "what", "values", "holds", "reason")


@click.command(epilog="\b\nFor instance:\n  corro show registers access\n  corro show registers briefers --json\n")
@click.argument("register", required=False, default="")
@window_options
@form_options
@record_option
def registers(register: str, limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """List the registers, or one of them: what reports say, and what people entered, marked with who did."""
    from corro.cli.show import opened
    from corro.pipeline.clock import SystemClock
    from corro.vocab.forms import forms

    if register and register not in forms():
        raise BadOptionError(f"There is no register {register}. There are {', '.join(forms())}.", register=register)
    now = SystemClock().now()
    with opened(record) as view:
        for name in [register] if register else _filled(view):
            _show(view, name, slice(offset, offset + limit if limit else None), form, now)


def _filled(view: "RecordView") -> list[str]:
    """Return the registers that have lines, in the order in which they are listed."""
    told = [name for name, _ in view.totals().entries]
    return [*told, *sorted({item.register for item in view.items()} - set(told))]


def _show(view: "RecordView", name: str, part: slice, form: str, now: datetime) -> None:
    found = view.lines(name)
    if form == "table":
        click.echo(f"\n{name.upper()} ({len(found)})")
        click.echo("\n\n".join(line_block(line, now) for line in found[part]))
        return
    shown = [row for line in found[part] for row in line_rows(line, now)]
    write_rows(shown, list(dict.fromkeys(column for row in shown for column in row)), form)


def line_block(line: "RegisterLine", now: datetime) -> str:
    """Return a line of a register as lines of name and value: what reports say, then what people entered."""
    blocks = [entry_block(line.entry)] if line.entry else []
    return "\n".join([*blocks, *(item_block(item, now, beside=line.entry is not None) for item in line.items)])


def entry_block(entry: RegisterEntry) -> str:
    """Return a register entry as lines of name and value, empty fields left out."""
    from corro.cli.show import wrapped

    filled = [(field.name.replace("_", " "), field.printed) for field in entry.fields if field.printed]
    return "\n".join(wrapped(value, f"  {name:22}", " " * 24) for name, value in filled)


def item_block(item: Item, now: datetime, *, beside: bool = False) -> str:
    """Return an item as lines of name and value, with who entered it."""
    from corro.cli.show import wrapped
    from corro.registers.lines import LOST, cells_of

    state = f", closed{': ' + item.reason if item.reason else ''}" if item.closed else ""
    lost = f" ({LOST})" if item.rests_on and not beside and any(name.startswith("claim_") for name in item.rests_on) else ""
    head = f"  {item.id}  entered by {', '.join(item.entered_by)} on {item.opened.date().isoformat()}{state}{lost}"
    cells = [
        (cell.name.replace("_", " "), f"{cell.printed} (computed: {cell.why})" if cell.why else cell.printed)
        for cell in cells_of(item, now)
    ]
    remarks = [f"    ! {remark}" for remark in item.remarks]
    return "\n".join([head, *(wrapped(text, f"    {name:20}", " " * 24) for name, text in cells), *remarks])


def line_rows(line: "RegisterLine", now: datetime) -> list[dict[str, Any]]:
    """Return a line of a register as rows: one of what reports say, and one for each item."""
    told = [entry_row(line.entry)] if line.entry else []
    return [*told, *(item_row(item, now, line.entry) for item in line.items)]


def item_row(item: Item, now: datetime, entry: RegisterEntry | None = None) -> dict[str, Any]:
    """Return an item as a row."""
    from corro.registers.lines import cells_of

    cells = {cell.name: cell.printed for cell in cells_of(item, now)}
    computed = {cell.name: cell.why for cell in cells_of(item, now) if cell.why}
    return {
        "register": item.register,
        "item": item.id,
        **cells,
        "entered_by": list(item.entered_by),
        "opened": item.opened.isoformat(timespec="seconds"),
        "changed": item.changed.isoformat(timespec="seconds"),
        "closed": item.closed,
        "computed": computed,
        "event": (entry.event_id or "") if entry else "",
        "rests_on": list(item.rests_on),
    }


@click.command("item", epilog="\b\nFor instance:\n  corro show item AR-7KQ2MD9R\n")
@click.argument("name", metavar="ITEM")
@form_options
@record_option
def item(name: str, form: str, record: "RecordPlace") -> None:
    """Show an item of a register with all that was entered of it, by whom and when."""
    from corro.cli.show import opened, wrapped
    from corro.pipeline.clock import SystemClock
    from corro.registers.lines import linked, three_counts
    from corro.registers.state import holding

    with opened(record) as view:
        found = view.item(name)
        acts = view.entered(found.id)
        known = bool(view.claims_by_id(found.rests_on))
        beside = linked(found, view.items())
    held = {act.id for act in holding(acts)}
    if form == "table":
        now = SystemClock().now()
        click.echo(item_block(found, now, beside=known))
        if counts := three_counts(beside):
            click.echo(wrapped(counts, "    ", "    "))
        click.echo("".join(f"\n{item_block(one, now, beside=True)}\n" for one in beside))
    write_rows((act_row(act, holds=act.id in held) for act in acts), ACT_COLUMNS, form)


def act_row(act: Entered, *, holds: bool) -> dict[str, Any]:
    """Return an act as a row."""
    return {
        "id": act.id,
        "at": act.at.isoformat(timespec="seconds"),
        "by": act.by,
        "what": act.kind.value,
        "values": [f"{column}={text}" for column, text in act.values],
        "holds": "yes" if holds or act.kind.value == "undone" else "no",
        "reason": act.reason,
        "rests_on": list(act.rests_on),
    }
