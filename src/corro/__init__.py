"""Corro: from conflicting reports on a conflict to a record that stands up.

The public library surface. Everything here is thin over `corro.pipeline`; nothing heavy is imported until a name is used.
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = [
    "Entry", "__version__", "analyse", "build", "change", "close", "enter", "export", "import_record", "import_table",
    "open_record", "reopen", "undo", "when", "where",
]  # fmt: skip

if TYPE_CHECKING:
    from corro.pipeline.analyse import analyse
    from corro.pipeline.build import build
    from corro.pipeline.exporting import export
    from corro.pipeline.importing import import_record, import_table
    from corro.pipeline.places import where
    from corro.pipeline.registers import Entry, change, close, enter, reopen, undo
    from corro.pipeline.times import when
    from corro.pipeline.view import open_record

_HOMES = {
    "Entry": "corro.pipeline.registers",
    "change": "corro.pipeline.registers",
    "close": "corro.pipeline.registers",
    "enter": "corro.pipeline.registers",
    "reopen": "corro.pipeline.registers",
    "undo": "corro.pipeline.registers",
    "analyse": "corro.pipeline.analyse",
    "build": "corro.pipeline.build",
    "export": "corro.pipeline.exporting",
    "import_record": "corro.pipeline.importing",
    "import_table": "corro.pipeline.importing",
    "open_record": "corro.pipeline.view",
    "when": "corro.pipeline.times",
    "where": "corro.pipeline.places",
}


def __getattr__(name: str) -> Any:
    """Import a public name on first use, so that `import corro` stays quick.

    Raises:
        AttributeError: The name is not part of the public surface.
    """
    if name not in _HOMES:
        raise AttributeError(f"module 'corro' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
