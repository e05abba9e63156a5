"""The random codes by which the record and all that goes out speak of a protected person."""

import re
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any

_CODE = re.compile(r"\bP-[A-HJ-NP-Z2-9]{8}\b")
"""A person's code. Source: `corro.values.random_code` with the prefix of `corro.keyring.KeyKind.PERSON`."""


def codes_in(thing: object) -> frozenset[str]:
    """Return the codes of persons that stand anywhere in a thing: a text, a model object, a row, one inside another."""
    found: set[str] = set()
    _collect(thing, found)
    return frozenset(found)


def _collect(thing: object, found: set[str]) -> None:
    if isinstance(thing, str):
        if "P-" in thing and not isinstance(thing, Enum):
            found.update(_CODE.findall(thing))
    elif isinstance(thing, tuple | list | set | frozenset):
        for part in thing:
            _collect(part, found)
    elif isinstance(thing, dict):
        _collect((*thing.keys(), *thing.values()), found)
    else:
        kind: Any = type(thing)
        for name in _fields_of(kind):
            _collect(getattr(thing, name), found)


@cache
def _fields_of(kind: type) -> tuple[str, ...]:
    """Return the names of a dataclass's fields; none for anything else."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
