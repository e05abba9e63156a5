"""`corro deadlines`: what falls due, on what basis; on request as a calendar file."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.cli.options import DAY, form_options, record_option
from corro.cli.output import write_rows
from corro.cli.show import opened

DEADLINE_COLUMNS = ("due", "state", "about", "register", "what", "subject", "basis")

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command(
    "deadlines",
    epilog="\b\nFor instance:\n  corro deadlines --soon\n  corro deadlines --on 2023-02-06 --all\n  corro deadlines --ics a.ics\n",
)
@click.option("--on", "day", type=DAY, help="As of the beginning of this day (UTC); now if left out.")
@click.option("--until", type=DAY, help="Only what falls due on this day or earlier.")
@click.option("--soon", is_flag=True, help="Only what is overdue, due, or so near that one is reminded.")
@click.option("--all", "everything", is_flag=True, help="Also what reports tell of and what had passed by then.")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), help="Write them as a calendar file, codes and kinds only.")
@click.option("--with-words", is_flag=True, help="With --ics: also what each is about. Mind where the calendar is copied to.")
@click.option("--force", is_flag=True, help="With --ics: write over a file that is there.")
@form_options
@record_option
def command(day: date | None, until: date | None, everything: bool, form: str, record: "RecordPlace", **out: Any) -> None:
    """List what falls due, soonest first: answers needed, terms of measures, check-ins, reviews, renewals.

    What reports state stands beside what is computed from a moment and a term; where the two clash, both are listed.
    """
    from corro.pipeline.clock import SystemClock
    from corro.registers.deadlines import DueState

    now = datetime.combine(day, time.min, UTC) if day else SystemClock().now()
    with opened(record) as view:
        found = view.deadlines(None if everything else now)
    wanted = [one for one in found if until is None or (one.at is not None and one.at.date() <= until)]
    if out["soon"]:
        wanted = [one for one in wanted if one.state(now) in (DueState.OVERDUE, DueState.DUE, DueState.REMINDED)]
    if out["ics"]:
        from corro.pipeline.calendars import write_calendar

        written = write_calendar(record, out["ics"], wanted, words=out["with_words"], force=out["force"])
        click.echo(f"{out['ics']}: {written} deadlines" + ("." if out["with_words"] else ", codes and kinds only."))
        return
    if write_rows((deadline_row(one, now) for one in wanted), DEADLINE_COLUMNS, form) == 0:
        click.echo("Nothing falls due.", err=True)


def deadline_row(deadline: Any, now: datetime) -> dict[str, Any]:
    """Return a deadline as a row."""
    return {
        "due": deadline.due.edtf if deadline.due else "",
        "state": deadline.state(now).value,
        "about": deadline.about,
        "register": deadline.register,
        "what": deadline.what,
        "kind": deadline.kind,
        "subject": deadline.subject,
        "basis": [basis.words for basis in deadline.bases] or [f"on a condition: {deadline.condition}"],
        "condition": deadline.condition,
        "entered": deadline.entered,
        "reminders": [moment.isoformat() for moment in deadline.reminders],
    }
