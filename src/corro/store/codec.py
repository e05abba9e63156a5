"""Turns model objects into JSON and back; the one place that knows the written form.

Fields that have their default are left out, so the defaults of the model's classes are part of the form:
changing one wants a migration.
"""

import json
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, get_args

from cattrs import Converter

from corro.model import Value
from corro.values import Span

Thing = TypeVar("Thing")


def dump(thing: object) -> str:
    """Write a model object as JSON, the same object always as the same text."""
    return json.dumps(_converter().unstructure(thing), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def load(body: str, kind: type[Thing]) -> Thing:
    """Read a model object of this class from JSON."""
    return _converter().structure(json.loads(body), kind)


def as_plain(thing: object) -> Any:
    """Return a model object as dictionaries, lists, texts and numbers, with defaults left out."""
    return _converter().unstructure(thing)


def from_plain(plain: Any, kind: type[Thing]) -> Thing:
    """Make a model object of this class of plain values, as `as_plain` gives them."""
    return _converter().structure(plain, kind)


@cache
def _converter() -> Converter:
    converter = Converter(omit_if_default=True)
    converter.register_unstructure_hook(Span, lambda span: [span.start, span.end])
    converter.register_structure_hook(Span, lambda pair, _: Span(*pair))
    converter.register_unstructure_hook(datetime, lambda moment: moment.isoformat())
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(date, lambda day: day.isoformat())
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    _tell_values_apart(converter)
    return converter


def _tell_values_apart(converter: Converter) -> None:
    """Write each kind of `Value` with its name (`{"is": "time", …}`), and read it by that name."""
    class_by_name = {kind.__name__.removesuffix("Value").lower(): kind for kind in get_args(Value)}
    name_by_class = {kind: name for name, kind in class_by_name.items()}

    def write(value: Value | None) -> Any:
        return None if value is None else {"is": name_by_class[type(value)], **converter.unstructure(value, type(value))}

    def read(written: Any, _: object) -> Any:
        return None if written is None else converter.structure(written, class_by_name[written["is"]])

    for union in (Value, Value | None):
        converter.register_unstructure_hook(union, write)
        converter.register_structure_hook(union, read)
