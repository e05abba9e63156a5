"""`corro brief`: writes documents that leave the office, checks and refreshes drafts, and renders what people edited."""

import getpass
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.options import DAY, record_option, signed_in
from corro.model.user import LOCAL

if TYPE_CHECKING:
    from corro.pipeline.drafts import Desk
    from corro.pipeline.opening import RecordPlace

KINDS = ("flash", "sitrep", "chronology", "register", "disputes", "council", "sources")
MARKINGS = ("unclassified", "confidential", "strictly_confidential")
AUDIENCES = ("section", "un", "courts", "public")


@click.group("brief")
def command() -> None:
    """Write documents in which every sentence stands on a passage, and keep their citations alive.

    \b
    corro brief write flash --about H1-7KQ2MD --out order.docx
    corro brief write sitrep --from 2023-01-27 --to 2023-02-08 --language fr --out DRAFT
    corro brief check DRAFT; corro brief refresh DRAFT; corro brief render DRAFT --out sitrep.pdf

    \b
    A DRAFT is a file that ends with .md.
    """  # noqa: D301 - click wants the character itself


@command.command("write")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--about", default="", help="The event (flash, disputes), reported figure (disputes) or register (register).")
@click.option("--from", "first", type=DAY, help="First day of the window.")
@click.option("--to", "last", type=DAY, help="Last day of the window.")
@click.option("--since", type=DAY, help="Day of the last issue: what moved since then is told.")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
@click.option(
    "--marking", type=click.Choice(MARKINGS), default="unclassified", show_default=True, help="The lowest marking it bears."
)
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default="section", show_default=True, help="Whom it is for.")
@click.option("--cut-off", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="In UTC; now if left out. It is printed.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File that ends with .md, .docx, .pdf, .html or .json.")
@click.option("--force", is_flag=True, help="Put the new file in the place of one that is there already.")
@record_option
def write(
    kind: str, out: Path, record: "RecordPlace", cut_off: datetime | None, *, force: bool, **asked: str | date | None
) -> None:
    """Write a brief of one KIND.

    \b
    flash       one event on a page            chronology  events day by day
    sitrep      a window by families           register    an extract of a register
    disputes    one event's or figure's positions side by side
    council     recent developments, human rights, key issues, positions
    sources     who was relied on, and how independent they are
    """  # noqa: D301 - as above
    from corro.model.brief import BriefKind, BriefRequest
    from corro.pipeline.clock import SystemClock
    from corro.pipeline.drafts import write_brief

    at = cut_off.replace(tzinfo=UTC) if cut_off else SystemClock().now().replace(microsecond=0)
    request = BriefRequest(BriefKind(kind), cut_off=at, **asked)  # type: ignore[arg-type]  # click gives each option its type
    digest = write_brief(request, out, _desk(record), force=force)
    click.echo(f"{out} written (SHA-256 {digest}).")
    if out.suffix == ".md":
        click.echo(f"Edit it; then: corro brief check {out}, and corro brief render {out} --out FILE.docx")


@command.command("check")
@click.argument("draft", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@record_option
def check(draft: Path, record: "RecordPlace") -> None:
    """Hold a DRAFT against the record; exits with 1 if it breaks a rule."""
    from corro.pipeline.drafts import check_draft
    from corro.vocab import terms

    faults = check_draft(draft, _desk(record))
    rules = terms("brief_rules")
    for fault in faults:
        where = f"line {fault.line}" if fault.line else "whole"
        click.echo(f"{fault.rule}  {where:9} {rules[fault.rule].en}: {fault.told}. {rules[fault.rule].fields['what_to_do']}")
    if faults:
        click.echo(f"{len(faults)} faults; the draft cannot leave as it is.", err=True)
        sys.exit(1)
    click.echo("No rule is broken.")


@command.command("refresh")
@click.argument("draft", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@record_option
def refresh(draft: Path, record: "RecordPlace") -> None:
    """Bring a DRAFT up to date with the record; what you wrote or changed in it stays as it is."""
    from corro.pipeline.drafts import refresh_draft

    done = refresh_draft(draft, _desk(record))
    for told, names in (("renewed", done.renewed), ("added", done.added), ("taken out", done.gone)):
        for name in names:
            click.echo(f"{told}: {name}")
    for name in done.moved_underneath:
        click.echo(f"moved under your words, left as you wrote it: {name}")
    if not (done.renewed or done.added or done.gone or done.moved_underneath):
        click.echo("Nothing moved but the cut-off.")


@command.command("render")
@click.argument("draft", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="File that ends with .docx, .pdf, .html, .json or .md.")
@click.option("--template", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A house's own form (Jinja).")
@click.option("--force", is_flag=True, help="Put the new file in the place of one that is there already.")
@record_option
def render(draft: Path, out: Path, template: Path | None, record: "RecordPlace", *, force: bool) -> None:
    """Write a DRAFT that you edited in another format, if it breaks no rule."""
    from corro.pipeline.drafts import render_draft

    digest = render_draft(draft, out, _desk(record), template=template, force=force)
    click.echo(f"{out} written (SHA-256 {digest}).")


def _desk(record: "RecordPlace") -> "Desk":
    from corro.pipeline.drafts import Desk

    return Desk(record, signed_in(record) or replace(LOCAL, name=getpass.getuser()))
