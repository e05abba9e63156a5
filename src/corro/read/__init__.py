"""Read: turn evidence into documents with parts, metadata and offsets, and doubts into issues; the second stage of the flow."""

from corro.read.door import read
from corro.read.options import ReadOptions
from corro.read.versions import Change, diff

__all__ = ["Change", "ReadOptions", "diff", "read"]
