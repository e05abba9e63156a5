"""`corro show figures` and `corro show heard`: reported figures beside what is documented, and who was heard."""

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING

import click

from corro.cli.options import DAY, form_options, record_option
from corro.cli.output import write_rows

FIGURE_COLUMNS = ("figure", "beside")
HEARD_COLUMNS = ("meeting", "item", "person", "side", "status", "date", "mode", "criteria", "chosen_by", "contested_by")

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command("figures", epilog="\b\nFor instance:\n  corro show figures --from 2023-01-01 --to 2023-03-31\n")
@click.option("--from", "since", type=DAY, help="Also count the documented requests from this day on.")
@click.option("--to", "until", type=DAY, help="Also count the documented requests until this day.")
@form_options
@record_option
def figures(since: date | None, until: date | None, form: str, record: "RecordPlace") -> None:
    """Show figures of obstruction with numerator, denominator, window and unit, beside the requests that are documented.

    What reports give is never added to what the record documents, and two figures over different windows are never one.
    """
    from corro.cli.show import opened
    from corro.pipeline.clock import SystemClock
    from corro.registers.reconciling import documented_figure, window_of

    now = SystemClock().now()
    with opened(record) as view:
        shown = [{"figure": one.reported.printed, "beside": one.remark} for one in view.figures(now)]
        if since or until:
            counted = documented_figure(view.items("access"), window_of(since, until), now)
            shown.append({"figure": f"documented here: {counted.printed}", "beside": ""})
    if write_rows(shown, FIGURE_COLUMNS, form) == 0:
        click.echo("No report of this record gives a figure of obstruction.", err=True)


@click.command("heard", epilog="\b\nFor instance:\n  corro show heard\n")
@form_options
@record_option
def heard(form: str, record: "RecordPlace") -> None:
    """Show who was heard, meeting by meeting: on which side, by which criteria, chosen by whom as who says.

    Sides stand in the order of their list, with their numbers; nobody is ranked, and what was not entered is called so.
    """
    from corro.cli.show import opened
    from corro.registers.hearing import overview

    with opened(record) as view:
        found = overview(view.items())
    rows = [{"meeting": hearing.meeting or "outside any", **asdict(one)} for hearing in found for one in hearing.heard]
    if write_rows(rows, HEARD_COLUMNS, form) == 0:
        click.echo("Nobody is entered in the register of briefers and witnesses.", err=True)
    if form == "table":
        for hearing in found:
            sides = ", ".join(f"{side} {number}" for side, number in hearing.by_side)
            criteria = ", ".join(f"{name} {number}" for name, number in hearing.by_criterion) or "nobody was heard"
            click.echo(f"{hearing.meeting or 'outside any meeting'} {hearing.subject}")
            click.echo(f"  heard by side: {sides}\n  by criterion: {criteria}")
