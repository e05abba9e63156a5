"""Makes docs/reference/ from the code: commands, event types, errors, issue codes. Run by `make docs`."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from corro import errors
from corro.cli.main import COMMANDS, cli
from corro.vocab import issue_codes
from corro.vocab.event_types import event_types

FOLDER = Path("docs/reference")
MADE = "<!-- Made from the code by `make docs`; change the code, not this page. -->\n"


def commands_page() -> str:
    """Return the page of the commands: each with what its --help says."""
    parts = ["# Commands\n", MADE]
    context = click.Context(cli, info_name="corro")
    for name in sorted(COMMANDS):
        command = cli.get_command(context, name)
        if command is None:
            continue
        parts += _command(name, command, context)
    return "\n".join(parts)


def _command(name: str, command: click.Command, parent: click.Context) -> Iterator[str]:
    context = click.Context(command, info_name=name, parent=parent)
    yield f"## corro {name}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for sub, part in sorted(command.commands.items()):
            inner = click.Context(part, info_name=sub, parent=context)
            yield f"## corro {name} {sub}\n\n```text\n{part.get_help(inner)}\n```\n"


def event_types_page() -> str:
    """Return the page of the event types with their roles and mappings."""
    rows = [
        "# Event types\n",
        MADE,
        "| code | name | French | roles | PLOVER | CAMEO | ACLED | UCDP |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for code, kind in sorted(event_types().items()):
        plover = "; ".join(
            "/".join([one.type, *one.modes]) + "".join(f" [{context}]" for context in one.contexts) for one in kind.plover
        )
        acled = "; ".join(": ".join([one.event, ", ".join(one.sub_events)]) for one in kind.acled)
        cells = [
            code,
            kind.name_en,
            kind.name_fr,
            ", ".join(kind.frame),
            plover,
            ", ".join(kind.cameo),
            acled,
            ", ".join(map(str, kind.ucdp)),
        ]
        rows.append("| " + " | ".join(cell or "–" for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def errors_page() -> str:
    """Return the page of the errors: message and what to do."""
    rows = [
        "# Errors\n",
        MADE,
        "```text",
        inspect.cleandoc(errors.__doc__ or ""),
        "```\n",
        "| error | message | what to do |",
        "|---|---|---|",
    ]
    for name, value in sorted(vars(errors).items()):
        if inspect.isclass(value) and issubclass(value, errors.CorroError) and value is not errors.CorroError:
            rows.append(f"| {name} | {value().message} | {value.hint} |")
    return "\n".join(rows) + "\n"


def issues_page() -> str:
    """Return the page of the issue codes."""
    rows = ["# Issue codes\n", MADE, "| code | meaning | what to do |", "|---|---|---|"]
    rows += [
        f"| {code} | {issue.meaning} | {issue.fields.get('what_to_do', '')} |" for code, issue in sorted(issue_codes().items())
    ]
    return "\n".join(rows) + "\n"


def main() -> int:
    """Write all pages.

    Returns:
        0.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = {"commands": commands_page, "event-types": event_types_page, "errors": errors_page, "issue-codes": issues_page}
    for name, make in pages.items():
        (FOLDER / f"{name}.md").write_text(make(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
