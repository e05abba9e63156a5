"""Takes in a record in the native form: all of its lines or none, then weighs anew and compares with what the file says."""

import base64
import binascii
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corro.errors import ImportRefusedError
from corro.exchange import native
from corro.model import (
    Analysis,
    ChainLink,
    Claim,
    CustodyEntry,
    Decision,
    DecisionKind,
    Difference,
    Document,
    Entered,
    Evidence,
    Issue,
    Mention,
    Statement,
)
from corro.pipeline.keying import keyed
from corro.pipeline.registers import keep_acts
from corro.pipeline.seconding import met_before, signature_fits
from corro.ports import Keyed, Store

HISTORY = frozenset({"run", "receipt", "fallen_claim", "claim_version", "event_name", "move", "custody"})
"""Lines that only a new record takes over: how another one came about is no part of a record that has a history of its own."""

BATCH_DOCUMENTS = 64
"""Documents kept together. Source: as for comparing, see `corro.pipeline.weighing`."""

_FINDINGS: Mapping[str, tuple[type[Any], str]] = {
    "statement": (Statement, "statements"),
    "claim": (Claim, "claims"),
    "inner_difference": (Difference, "differences"),
    "chain_link": (ChainLink, "chains"),
    "issue": (Issue, "issues"),
}


@dataclass(slots=True)
class Taken:
    """What became of the lines.

    Attributes:
        lines: How many lines of each kind there were.
        new: How many of each kind were taken in.
        known: How many of each kind the record held already.
        left: How many of each kind were left, because the record has a history of its own.
        computed: How many lines of what is computed there were; these are worked out anew.
    """

    lines: dict[str, int] = field(default_factory=dict)
    new: dict[str, int] = field(default_factory=dict)
    known: dict[str, int] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    computed: int = 0

    def count(self, column: dict[str, int], kind: str, number: int = 1) -> None:
        """Add to a count."""
        if number:
            column[kind] = column.get(kind, 0) + number


def take_in_lines(store: Store, lines: Iterable[tuple[int, dict[str, Any]]], contents: Path | None = None) -> Taken:
    """Take the lines of a record into another, inside a transaction of the caller's.

    Args:
        store: The record.
        lines: The lines with their numbers, as `corro.exchange.native.read` gives them.
        contents: Where the bytes of evidence lie, each under its SHA-256, when they do not come with the lines.

    Returns:
        What became of the lines; they add up.

    Raises:
        ImportRefusedError: A line does not say what its kind wants, or does not fit its own id or digest.
    """
    intake = _Intake(store, contents)
    for number, line in lines:
        try:
            intake.take(line)
        except ImportRefusedError:
            raise
        except (KeyError, TypeError, ValueError, AttributeError, binascii.Error) as error:
            raise ImportRefusedError(f"Line {number} of the file does not say what a line of its kind says.") from error
        except Exception as error:  # cattrs groups what it finds wrong in a kind of its own, which names values of the line
            if "cattrs" not in type(error).__module__:
                raise
            raise ImportRefusedError(f"Line {number} of the file does not say what a line of its kind says.") from None
    intake.close()
    return intake.taken


class _Intake:
    """Gathers the lines of a document, and keeps batches."""

    def __init__(self, store: Store, contents: Path | None) -> None:
        self._store = store
        self._contents = contents
        self._whole = store.archive.empty()
        self._open: dict[str, Any] | None = None
        self._found: dict[str, list[Any]] = {}
        self._batch: list[Keyed] = []
        self._history: tuple[str, list[Mapping[str, Any]]] = ("", [])
        self.taken = Taken()

    def take(self, line: dict[str, Any]) -> None:
        kind = line["is"]
        self.taken.count(self.taken.lines, kind)
        if kind in native.COMPUTED:
            self.taken.computed += 1
        elif kind in _FINDINGS and not (kind == "issue" and line["raised_by"] == "reading"):
            self._finding(kind, line)
        elif kind in HISTORY:
            self._past(kind, line)
        else:
            self._flush_history()
            {
                "evidence": self._evidence,
                "document": self._document,
                "issue": self._issue,
                "decision": self._decision,
                "entered": self._entered,
            }[kind](line)

    def close(self) -> None:
        self._close_document()
        self._keep_batch()
        self._flush_history()

    def _finding(self, kind: str, line: dict[str, Any]) -> None:
        if self._open is None:
            raise ImportRefusedError(f"A {kind} of the file stands before any document.")
        thing = _structured(line["body"], _FINDINGS[kind][0])
        if thing.document_id != self._open["document"].id or line.get("id", getattr(thing, "id", "")) != getattr(thing, "id", ""):
            raise ImportRefusedError(f"The {kind} {line.get('id', '')} of the file is not as it was written, or in its place.")
        self._found.setdefault(_FINDINGS[kind][1], []).append(thing)

    def _document(self, line: dict[str, Any]) -> None:
        self._close_document()
        document = _structured({**line["body"], "text": line["text"]}, Document)
        if document.id != line["id"]:
            raise ImportRefusedError(f"The document {line['id']} of the file is not as it was written.")
        mentions = tuple(_structured(one, Mention) for one in line["mentions"])
        self._open = {"document": document, "mentions": mentions}

    def _close_document(self) -> None:
        if self._open is None:
            return
        found = {name: tuple(things) for name, things in self._found.items()}
        self._batch.append(keyed(Analysis(**{**self._open, **found})))
        self._open, self._found = None, {}
        if len(self._batch) >= BATCH_DOCUMENTS:
            self._keep_batch()

    def _keep_batch(self) -> None:
        ids = [one.analysis.document.id for one in self._batch]
        new = set(self._store.intake.unknown(ids))
        fresh = [one for one in self._batch if one.analysis.document.id in new]
        self._store.intake.add(fresh)
        for one in self._batch:
            column = self.taken.new if one.analysis.document.id in new else self.taken.known
            self.taken.count(column, "document")
            for kind, (_, name) in _FINDINGS.items():
                self.taken.count(column, kind, len(getattr(one.analysis, name)))
        self._batch = []

    def _evidence(self, line: dict[str, Any]) -> None:
        evidence = Evidence(line["sha256"], line["media_type"], line["size_bytes"], line["name"])
        if self._store.intake.known(evidence.sha256, evidence.media_type) is not None:
            self.taken.count(self.taken.known, "evidence")
            return
        content = self._content(line)
        if hashlib.sha256(content).hexdigest() != evidence.sha256 or len(content) != evidence.size_bytes:
            raise ImportRefusedError(f"The evidence {evidence.sha256} of the file is not the bytes that were received.")
        self._store.intake.add_evidence(evidence, content)
        self.taken.count(self.taken.new, "evidence")

    def _content(self, line: dict[str, Any]) -> bytes:
        if "content" in line:
            return base64.b64decode(line["content"], validate=True)
        if self._contents is None:
            raise ImportRefusedError("The file comes without its evidence. Give the package that it belongs to.")
        if not line["sha256"].isalnum():
            raise ImportRefusedError("A piece of evidence of the file is named by no digest.")
        try:
            return (self._contents / str(line["sha256"])).read_bytes()
        except OSError as error:
            raise ImportRefusedError(f"The evidence {line['sha256']} is not in the package.") from error

    def _issue(self, line: dict[str, Any]) -> None:
        self._close_document()
        self._keep_batch()
        self._store.intake.add_issues([_structured(line["body"], Issue)])
        self.taken.count(self.taken.new, "issue")

    def _decision(self, line: dict[str, Any]) -> None:
        self._close_document()
        self._keep_batch()
        decision = _structured(line["body"], Decision)
        if decision.id != line["id"]:
            raise ImportRefusedError(f"The decision {line['id']} of the file is not as it was written.")
        if decision.kind is DecisionKind.SECOND and not signature_fits(decision):
            raise ImportRefusedError(f"The signature under the decision {line['id']} of the file does not fit.")
        known = decision in self._store.questions.decisions(decision.subjects)
        if not (known or self._whole or decision.kind is not DecisionKind.SECOND or self._met(decision)):
            self.taken.count(self.taken.left, "decision")  # nobody here knows the signer: `corro review take`
            return
        if not known:
            self._store.intake.add_decision(decision)
        self.taken.count(self.taken.known if known else self.taken.new, "decision")

    def _met(self, decision: Decision) -> bool:
        return met_before(self._store.questions.decisions(), decision)

    def _entered(self, line: dict[str, Any]) -> None:
        self._close_document()
        self._keep_batch()
        act = _structured(line["body"], Entered)
        if act.id != line["id"]:
            raise ImportRefusedError(f"The entry {line['id']} of the file is not as it was written.")
        known = act in self._store.questions.entered([act.item])
        if self._whole:
            self._store.intake.add_entered([act])  # its entry in the log comes with the log
        else:
            keep_acts(self._store, [act])
        self.taken.count(self.taken.known if known else self.taken.new, "entered")

    def _past(self, kind: str, line: dict[str, Any]) -> None:
        self._close_document()
        self._keep_batch()
        if not self._whole:
            self.taken.count(self.taken.left, kind)
            return
        if self._history[0] != kind or len(self._history[1]) >= 1_000:
            self._flush_history()
            self._history = (kind, [])
        self._history[1].append(line)

    def _flush_history(self) -> None:
        kind, lines = self._history
        self._history = ("", [])
        if not lines:
            return
        if kind == "custody":
            wrong = self._store.archive.put_back_log([_entry(line) for line in lines])
            if wrong:
                raise ImportRefusedError(f"{wrong} Nothing was taken in.")
        else:
            self._store.archive.put_back(kind, lines)
        self.taken.count(self.taken.new, kind, len(lines))


def _entry(line: Mapping[str, Any]) -> CustodyEntry:
    words = (str(line[name]) for name in ("kind", "subject", "by", "at", "detail", "digest"))
    return CustodyEntry(int(line["number"]), *words)


def _structured(plain: Any, kind: type[Any]) -> Any:
    from corro.store.codec import from_plain

    return from_plain(plain, kind)
