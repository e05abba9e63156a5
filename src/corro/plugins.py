"""The hooks by which a package installed beside Corro adds to it; today one: a reader for a further format."""

from functools import cache
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = "corro"
"""The entry-point group, and the name that hook markers bear."""

_specification = pluggy.HookspecMarker(PROJECT)
hook = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as the implementation of a hook."""


class Hooks:
    """What a plugin may implement."""

    @_specification(firstresult=True)
    def corro_text(self, media_type: str, name: str, content: bytes) -> str | None:
        """Return the text of a file in a format that Corro does not read, paragraphs apart by blank lines.

        Args:
            media_type: What the bytes are taken for.
            name: File name as received.
            content: The bytes; not to be changed, and no other file is to be opened.

        Returns:
            The text, or None where the plugin does not know the format.
        """


@cache
def plugins() -> pluggy.PluginManager:
    """Return the plugins that are installed, found once per process by their entry points.

    Returns:
        The manager, to which a test or a program may register its own plugin.
    """
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    manager.load_setuptools_entrypoints(PROJECT)
    return manager


def text_from_plugins(media_type: str, name: str, content: bytes) -> str | None:
    """Ask the installed plugins for the text of a file.

    Args:
        media_type: What the bytes are taken for.
        name: File name as received.
        content: The bytes.

    Returns:
        The first answer, or None where no plugin knows the format.
    """
    ask: Callable[..., str | None] = plugins().hook.corro_text
    return ask(media_type=media_type, name=name, content=content)
