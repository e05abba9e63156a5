"""A draft: a brief as a Markdown file that people edit, in which each sentence keeps its citations and its name.

A sentence that was composed bears a mark, `<!-- corro H1-7KQ2MD/lead 3f9a… -->`: what it is about, and a digest of its words. Where
the words no longer fit the digest somebody has edited them, and no refreshing overwrites them; a sentence without a mark was
written by hand. A citation is a note, `[^c7kq2md]`, whose own line leads to the version of the report and the characters in it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from corro.model.brief import Citation


class BlockKind(StrEnum):
    """What a block of a draft is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"
    TABLE = "table"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a draft that stands for itself.

    Attributes:
        kind: What it is.
        text: Its words without citations; of a picture, what it shows.
        key: What it is about; empty for what was written by hand.
        digest: Digest of the words that were composed; empty for what was written by hand.
        cited: Names of its citations, in order; of a table, those of all rows.
        level: Of a heading, its depth.
        columns: Of a table.
        rows: Of a table, each with the names of its citations.
        plain: Whether it was composed as a line that needs no citation.
        number: Its line in the file, from 1; 0 before it is written.
    """

    kind: BlockKind
    text: str = ""
    key: str = ""
    digest: str = ""
    cited: tuple[str, ...] = ()
    level: int = 0
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    plain: bool = False
    number: int = 0

    @property
    def edited(self) -> bool:
        """Whether somebody has changed what was composed, or wrote it."""
        return self.digest != digest_of(self)


@dataclass(frozen=True, slots=True)
class Note:
    """A citation as a draft prints it.

    Attributes:
        citation: The passage.
        printed: How it is printed: report, outlet, day, characters.
    """

    citation: Citation
    printed: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A brief on its way: what was asked for, its blocks, and its notes.

    Attributes:
        head: What was asked for, by name (`kind`, `language`, `cut_off`, …).
        title: Its title.
        header: What stands at its head, each with its name.
        blocks: Its blocks, in order.
        notes: Its citations by name, in the order in which they are first cited.
        pictures: Drawings by name.
        composed: Names of all blocks that were ever composed for it, so that one which somebody took out is not put back.
    """

    head: Mapping[str, str]
    title: str
    header: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    notes: Mapping[str, Note] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    composed: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Return words as one line without what Markdown and our marks are made of."""
    return " ".join(text.split()).replace("<!--", "<--").replace("[^", "[ ^")


def digest_of(block: Block) -> str:
    """Return the digest of what a block says, by which an edit shows."""
    rows = [cell for cells, cited in block.rows for cell in (*cells, *cited)]
    said = "\x1f".join([block.kind, " ".join(block.text.split()), *block.cited, *block.columns, *rows])
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()
