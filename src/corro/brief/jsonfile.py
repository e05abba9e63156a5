"""Writes a draft as JSON: for programs that put briefs into a house's own form."""

import json
from typing import Any

from corro.brief.draft import Block, Draft, Note


def write(draft: Draft, notes_heading: str) -> str:
    """Return a draft as JSON, with sorted keys.

    Args:
        draft: The draft.
        notes_heading: Not used; every format is called alike.

    Returns:
        The text, ending with a line feed.
    """
    del notes_heading
    return json.dumps(plain(draft), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def plain(draft: Draft) -> dict[str, Any]:
    """Return a draft as plain values, which a template may see too."""
    return {
        "head": dict(draft.head),
        "title": draft.title,
        "header": [{"name": name, "value": value} for name, value in draft.header],
        "blocks": [_block(block) for block in draft.blocks],
        "notes": {key: _note(note) for key, note in draft.notes.items()},
    }


def _block(block: Block) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": block.kind.value, "about": block.key, "text": block.text, "cited": list(block.cited)}
    if block.level:
        found["level"] = block.level
    if block.columns:
        found["columns"] = list(block.columns)
        found["rows"] = [{"cells": list(cells), "cited": list(cited)} for cells, cited in block.rows]
    return found


def _note(note: Note) -> dict[str, Any]:
    one = note.citation
    where = {"document": one.document_id, "first_character": one.span.start, "last_character": one.span.end, "claim": one.claim_id}
    return {**where, "printed": note.printed}
