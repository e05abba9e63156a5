"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from corro.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


class DayType(click.ParamType[date]):
    """A calendar day such as 2023-02-05."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day in ISO 8601 form, or fail with the form that is wanted."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2023-02-05.", param, ctx)


DAY = DayType()


def record_option(command: Command) -> Command:
    """Add `--record FILE`, by default what CORRO_RECORD names, else ./corro.record."""
    return click.option(
        "--record",
        type=click.Path(path_type=Path, dir_okay=False),
        default=lambda: Settings.from_environment().record,
        help="The record file; CORRO_RECORD, or ./corro.record if left out.",
    )(command)


def form_options(command: Command) -> Command:
    """Add `--json` and `--csv`; the form arrives as `form`."""
    as_json = click.option("--json", "form", flag_value="json", help="One JSON object a line.")
    as_csv = click.option("--csv", "form", flag_value="csv", help="Comma-separated values, safe from spreadsheet formulas.")
    as_table = click.option("--table", "form", flag_value="table", default=True, hidden=True)
    return as_json(as_csv(as_table(command)))


def window_options(command: Command) -> Command:
    """Add `--limit` and `--offset`."""
    limit = click.option(
        "--limit",
        type=click.IntRange(min=1),
        default=None,
        help="At most so many lines; if left out, 100 in a table and all elsewhere.",
    )
    offset = click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out the first so many lines.")
    return limit(offset(command))
