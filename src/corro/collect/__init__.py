"""Collect: turn paths, archives and standard input into pieces of evidence, each with its digest; the first stage of the flow."""

from corro.collect.archive import ArchiveLimits
from corro.collect.door import CollectOptions, collect
from corro.collect.media import media_type

__all__ = ["ArchiveLimits", "CollectOptions", "collect", "media_type"]
