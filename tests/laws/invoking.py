"""Every command of the tree, with arguments made for it: a command that is added later is run without anybody thinking of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from tests.laws.secrets_marked import World

GIVEN = {"record", "case", "user", "help", "password_file"}
"""Options that the sweep sets itself."""


ENDINGS = (".html", ".md", ".json", ".docx", ".csv", ".ics", ".file")
"""Endings of files that commands write; what they cannot write in, they refuse."""


SERVING = frozenset({"serve"})
"""Commands that answer until somebody stops them; what the reading room's pages show is looked at in `tests/flow/test_web_*`."""


def commands(group: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command that can be run, with the words that name it."""
    if not isinstance(group, click.Group):
        yield path, group
        return
    context = click.Context(group)
    for name in sorted({*group.list_commands(context)} - SERVING):
        command = group.get_command(context, name)
        assert command is not None
        yield from commands(command, (*path, name))


def takes(command: click.Command, option: str) -> bool:
    """Say whether a command has an option."""
    return any(option in parameter.opts for parameter in command.params)


def invocations(path: tuple[str, ...], command: click.Command, world: World, out: Path) -> Iterator[list[str]]:
    """Yield argument lists: one that is enough, and one more for each other value that a parameter can have."""
    plain = [(parameter, _values(path, parameter, world, out)) for parameter in command.params if parameter.name not in GIVEN]
    needed = [(one, values) for one, values in plain if one.required or isinstance(one, click.Argument) or one.name == "about"]
    yield [*path, *_spelled(needed)]
    for parameter, values in plain:
        for value in values[1:] if (parameter, values) in needed else values:
            others = [(one, told) for one, told in needed if one is not parameter]
            yield [*path, *_spelled([*others, (parameter, [value])])]


def _spelled(chosen: list[tuple[click.Parameter, list[str]]]) -> list[str]:
    options = [part for one, values in chosen if isinstance(one, click.Option) for part in _option(one, values[0])]
    arguments = [values[0] for one, values in chosen if isinstance(one, click.Argument)]
    return [*options, *([] if not arguments else ["--", *arguments])]


def _option(option: click.Option, value: str) -> list[str]:
    return [option.opts[-1]] if option.is_flag else [option.opts[-1], value]


def _values(path: tuple[str, ...], parameter: click.Parameter, world: World, out: Path) -> list[str]:
    """Return values that a parameter can have; codes of cases and persons among those that could be ids."""
    kind: Any = parameter.type
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return [""]
    if isinstance(kind, click.Choice):
        return [str(choice) for choice in kind.choices]
    if isinstance(kind, click.Path):
        return [str(world.report)] if kind.exists or parameter.name == "paths" else [str(out.with_suffix(one)) for one in ENDINGS]
    if kind.name == "day":
        return ["2023-02-03"]
    if kind.name.startswith("integer"):
        return ["1"]
    special = {"form": _forms(path), "register": ["briefers", "violations"], "given": ["capacity=somebody"], "words": ["attacked"]}
    ids = [*world.events, *world.cases, *world.persons[:2], *world.items]
    special["about"] = list(world.events)
    return special.get(str(parameter.name), ids if isinstance(parameter, click.Argument) else ["x"])


def _forms(path: tuple[str, ...]) -> list[str]:
    from corro.pipeline.exporting import FORMS

    return sorted(FORMS) if path == ("export",) else ["table"]
