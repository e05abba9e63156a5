"""The JSON Schema of the native form, made of the model's own classes, so that the two cannot come apart."""

import json
import types
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Union, get_args, get_origin, get_type_hints

from corro import model
from corro.exchange.native import FORMAT, KINDS, VERSION
from corro.model.entered import Entered
from corro.values import Span

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""Source: JSON Schema, draft 2020-12, section 8.1.1."""

NAME = f"record-{VERSION}.json"

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "integer", "minimum": 0}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_PLAIN: dict[type, Schema] = {str: _TEXT, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}}

_BODIES: dict[str, type] = {
    "statement": model.Statement,
    "claim": model.Claim,
    "inner_difference": model.Difference,
    "chain_link": model.ChainLink,
    "issue": model.Issue,
    "decision": model.Decision,
    "entered": Entered,
    "fallen_claim": model.Claim,
    "claim_version": model.Claim,
    "copy_link": model.CopyLink,
    "event_link": model.EventLink,
    "lineage": model.Lineage,
    "event": model.Event,
    "difference": model.Difference,
    "entry": model.RegisterEntry,
}
"""The class whose fields a line's `body` holds, by the line's kind."""

_STATE: Schema = {"type": "array", "prefixItems": [_TEXT, _TEXT, _NUMBER, _NUMBER, _TEXT], "minItems": 5, "maxItems": 5}

_OTHERS: dict[str, dict[str, Schema]] = {
    "run": {"number": _NUMBER, "started": _TEXT, "finished": {"type": ["string", "null"]}, "tables": _TEXT},
    "evidence": {"sha256": _TEXT, "media_type": _TEXT, "size_bytes": _NUMBER, "name": _TEXT},
    "receipt": {
        "run": _NUMBER,
        "locator": _TEXT,
        "outcome": {"enum": [outcome.value for outcome in model.Outcome]},
        "document_id": {"type": ["string", "null"]},
        "reason": _TEXT,
        "code": _TEXT,
    },
    "event_name": {"event_id": _TEXT, "slug": _TEXT, "claims": _TEXTS},
    "move": {
        **dict.fromkeys(("at", "event_id", "slug", "title", "support", "assessment"), _TEXT),
        "lineages": _NUMBER,
        "disputes": _NUMBER,
        "before": {"type": "array", "items": _STATE},
    },
    "custody": {"number": _NUMBER, **dict.fromkeys(("kind", "subject", "by", "at", "detail", "digest"), _TEXT)},
}
"""The fields of lines that hold no object of the model."""

_WITH_ID = frozenset({"statement", "claim", "inner_difference", "issue", "decision", "entered", "fallen_claim", "lineage", "event",
                      "difference", "entry"})  # fmt: skip


def record_schema() -> Schema:
    """Return the schema that each line of a record in the native form meets."""
    maker = _Maker()
    lines = {"header": _header(), **{kind: maker.line(kind) for kind in KINDS}, "end": _end()}
    return {
        "$schema": DIALECT,
        "$id": f"urn:corro:{NAME.removesuffix('.json')}",
        "title": f"A line of {FORMAT}, version {VERSION}",
        "oneOf": [{"$ref": f"#/$defs/line_{kind}"} for kind in lines],
        "$defs": {**{f"line_{kind}": line for kind, line in lines.items()}, **dict(sorted(maker.made.items()))},
    }


def printed() -> str:
    """Return the schema as its file has it."""
    return json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n"


@cache
def published() -> str:
    """Return the schema's file, as it stands in the package."""
    return files("corro.exchange").joinpath("schema", NAME).read_text(encoding="utf-8")


def _object(properties: dict[str, Schema], required: list[str] | None = None) -> Schema:
    needed = sorted(properties) if required is None else sorted(required)
    return {"type": "object", "properties": properties, "required": needed, "additionalProperties": False}


def _header() -> Schema:
    told: dict[str, Schema] = {
        "is": {"const": "header"},
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "made_by": _TEXT,
        "digest": {"type": ["string", "null"]},
        "counts": {"type": "object", "additionalProperties": _NUMBER},
        "evidence": {"enum": ["inside", "beside"]},
    }
    return _object(told)


def _end() -> Schema:
    return _object({"is": {"const": "end"}, "lines": _NUMBER, "sha256": _TEXT})


class _Maker:
    """Makes schemas of classes, each once."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def line(self, kind: str) -> Schema:
        """Return the schema of a kind of line."""
        named: dict[str, Schema] = {"is": {"const": kind}}
        if kind == "document":
            body = {"id": _TEXT, "text": _TEXT, "body": self._of(model.Document, without="text")}
            return _object({**named, **body, "mentions": {"type": "array", "items": self.of(model.Mention)}})
        if kind in _OTHERS:
            told = _OTHERS[kind]
            return _object({**named, **told, **({"content": _TEXT} if kind == "evidence" else {})}, [*named, *told])
        told = {"body": self.of(_BODIES[kind]), **({"id": _TEXT} if kind in _WITH_ID else {})}
        told |= {"raised_by": {"enum": ["analysis", "reading"]}} if kind == "issue" else {}
        told |= {"slug": _TEXT, "title": _TEXT} if kind == "event" else {}
        return _object({**named, **told})

    def of(self, kind: Any) -> Schema:
        """Return the schema of a type."""
        if kind in _PLAIN:
            return _PLAIN[kind]
        if kind is Span:
            return {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
        if kind in (date, datetime):
            return {"type": "string", "format": "date-time" if kind is datetime else "date"}
        if get_origin(kind) in (Union, types.UnionType):
            return self._union(list(get_args(kind)))
        if get_origin(kind) is tuple:
            return self._tuple(get_args(kind))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return {"enum": [member.value for member in kind]}
        return self._of(kind)

    def _of(self, kind: type, without: str = "") -> Schema:
        if not is_dataclass(kind):
            raise TypeError(f"{kind} has no form")
        if kind.__name__ not in self.made:
            self.made[kind.__name__] = {}
            self.made[kind.__name__] = self._fields(kind, without)
        return {"$ref": f"#/$defs/{kind.__name__}"}

    def _fields(self, kind: Any, without: str = "") -> Schema:
        hints = get_type_hints(kind)
        kept = [one for one in fields(kind) if one.init and one.name != without]
        properties = {one.name: self.of(hints[one.name]) for one in kept}
        return _object(properties, [one.name for one in kept if _needed(one)])

    def _union(self, parts: list[Any]) -> Schema:
        if set(get_args(model.Value)) <= set(parts):
            found = [self._value(part) for part in get_args(model.Value)]
        else:
            found = [self.of(part) for part in parts if part is not type(None)]
        return {"anyOf": [*found, *([{"type": "null"}] if type(None) in parts else [])]}

    def _value(self, kind: type) -> Schema:
        name = f"{kind.__name__}_as_value"
        if name not in self.made:
            made = self._fields(kind)
            word = kind.__name__.removesuffix("Value").lower()
            made["properties"] = {"is": {"const": word}, **made["properties"]}
            made["required"] = sorted(["is", *made["required"]])
            self.made[name] = made
        return {"$ref": f"#/$defs/{name}"}

    def _tuple(self, parts: tuple[Any, ...]) -> Schema:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return {"type": "array", "items": self.of(parts[0])}
        return {"type": "array", "prefixItems": [self.of(part) for part in parts], "minItems": len(parts), "maxItems": len(parts)}


def _needed(one: "Field[Any]") -> bool:
    return one.default is MISSING and one.default_factory is MISSING
