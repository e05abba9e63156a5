"""The random codes by which the record and all that goes out speak of a protected person."""

import re
from dataclasses import fields, is_dataclass
from enum import Enum

_CODE = re.compile(r"\bP-[A-HJ-NP-Z2-9]{8}\b")
"""A person's code. Source: `corro.values.random_code` with the prefix of `corro.keyring.KeyKind.PERSON`."""


def codes_in(thing: object) -> frozenset[str]:
    """Return the codes of persons that stand anywhere in a thing: a text, a model object, a row, one inside another."""
    found: set[str] = set()
    _collect(thing, found)
    return frozenset(found)


def _collect(thing: object, found: set[str]) -> None:
    if isinstance(thing, Enum) or thing is None:
        return
    if isinstance(thing, str):
        found.update(_CODE.findall(thing) if "P-" in thing else ())
    elif isinstance(thing, dict):
        _collect((*thing.keys(), *thing.values()), found)
    elif isinstance(thing, list | tuple | set | frozenset):
        for part in thing:
            _collect(part, found)
    elif is_dataclass(thing):
        for field in fields(thing):
            _collect(getattr(thing, field.name), found)
