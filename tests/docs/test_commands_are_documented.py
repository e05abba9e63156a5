"""What the command line offers stands in its reference page, and the page offers nothing else."""

import re
from pathlib import Path

import click
import pytest

from corro.cli.main import COMMANDS, cli

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"


def all_commands() -> dict[str, click.Command]:
    """Return every command by its words, sub-commands too."""
    context = click.Context(cli)
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": part for sub, part in command.commands.items()}
    return found


@pytest.mark.parametrize("name", all_commands())
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    """Each has a heading, and its options stand under it."""
    text = REFERENCE.read_text(encoding="utf-8")
    part = re.search(rf"^## corro {re.escape(name)}$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert part, f"no heading for corro {name}: run `make docs`"
    for parameter in all_commands()[name].params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.opts[-1] in part.group(1)


def test_the_reference_names_no_command_that_is_gone() -> None:
    """Every heading is a command."""
    headings = set(re.findall(r"^## corro (.+)$", REFERENCE.read_text(encoding="utf-8"), re.MULTILINE))
    assert headings == set(all_commands())


def test_the_short_help_is_the_command_s_own() -> None:
    """The table that `corro --help` prints from has a line for every module, and the module exists."""
    folder = Path(__file__).resolve().parents[2] / "src" / "corro" / "cli"
    assert all((folder / f"{name}.py").is_file() for name in COMMANDS)
