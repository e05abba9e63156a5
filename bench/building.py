"""Builds records for benches, through the door that anybody uses."""

from collections.abc import Sequence
from pathlib import Path


def build_record(paths: Sequence[Path], record: Path, gazetteers: Sequence[Path] = ()) -> None:
    """Build a record in this process.

    Args:
        paths: Reports: files and folders.
        record: The record's file.
        gazetteers: Further gazetteer files, for this record only.
    """
    from corro import build
    from corro.pipeline.options import BuildOptions, Tables

    build(list(paths), record, options=BuildOptions(tables=Tables(places=tuple(gazetteers))))
