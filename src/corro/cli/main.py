"""The `corro` command: a thin group whose commands are imported only when they run, so that `corro --help` answers at once."""

import os
import sys
from importlib import import_module
from pathlib import Path
from traceback import extract_tb

import click

from corro import __version__
from corro.errors import CorroError, InternalError

COMMANDS = {
    "analyse": "Analyse reports from JSON Lines, one by one, without a record.",
    "brief": "Write flash reports, SITREPs, chronologies, dispute sheets; check and refresh drafts.",
    "build": "Read reports and add them to a record.",
    "case": "Restricted cases: open one, let others in, keep it, destroy it.",
    "change": "Change an item of a register, or undo what was entered of it.",
    "close": "Close an item of a register, or open it again.",
    "deadlines": "List what falls due, on what basis; on request as a calendar file.",
    "decide": "Keep a person's judgement: same event, copies, accept, reject, assess, undo.",
    "demo": "Build the record of the sample reports and show what it found.",
    "doctor": "Say what is installed, what is missing, and what would run.",
    "enter": "Open an item of a register: an access request, a measure, a briefer …",
    "explain": "Show one event with every value, who says so, and the very words.",
    "export": "Write the record, or a part of it, into a file: JSON Lines, CSV, GeoJSON and others.",
    "gazetteer": "Check a gazetteer of your own and bring it in.",
    "import": "Take in a record that was exported, a dataset, or a sheet of your own.",
    "person": "Witnesses and sources in the vault: identity, consent, risk, erasure.",
    "reanalyse": "Analyse all reports of a record anew; decisions stay.",
    "review": "List what waits for a person, and answer; confirm what another person decided.",
    "search": "Find reports by their words, accents and case folded.",
    "serve": "Open the record in a browser, on this machine only: read it, and judge.",
    "users": "Make and change the accounts of those who share a record.",
    "vault": "Keep what is protected sealed, beside the record.",
    "verify": "Look over evidence, decisions and the custody log; say where something is not as it was.",
    "show": "List events, claims, disputes, sources, registers or issues.",
}

EXIT_INTERRUPTED = 130
"""128 + SIGINT. Source: the POSIX shell's exit status for a command ended by a signal (XCU 2.8.2)."""


class LazyGroup(click.Group):
    """A group that lists its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is click's
        """Return the names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the signature is click's
        """Import one command, or return None where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"corro.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - the signature is click's
        """Write the list of commands from the table, so that none is imported for --help."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corro")
def cli() -> None:
    """From conflicting reports to a record that stands up: who did what to whom, where, when, and who says so.

    Begin with `corro build FOLDER`, then `corro show events` and `corro explain ID`.
    """


def main() -> None:
    """Run the command line and exit: 0 good, 1 problems found, 2 wrong use or installation, 3 a defect of Corro."""
    try:
        _know_own_types()
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except CorroError as error:
        click.echo(f"corro: {error.message}" + (f"\n{error.hint}" if error.hint else ""), err=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("corro: interrupted. What was finished is kept; the same command goes on from there.", err=True)
        sys.exit(EXIT_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last catch: a message may hold words of a document, so only the place is named
        click.echo(f"corro: {_place(error)}\n{InternalError.hint}", err=True)
        sys.exit(InternalError.exit_code)


def _know_own_types() -> None:
    """Know the event types of the folder that CORRO_TYPES names, in whatever command."""
    folder = os.environ.get("CORRO_TYPES")
    if folder:
        from corro.vocab.event_types import know_types

        know_types(Path(folder))


def _place(error: Exception) -> str:
    """Return what sort of exception was raised where in the code, without its message."""
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).stem}, line {last.lineno}."
