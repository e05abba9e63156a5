"""A small reader of JSON Schema, as much of draft 2020-12 as the schema of the native form uses; written apart from its maker."""

from typing import Any

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
KNOWN = {
    "$ref", "oneOf", "anyOf", "const", "enum", "type", "properties", "required", "additionalProperties", "items", "prefixItems",
    "minItems", "maxItems", "minimum", "format", "$schema", "$id", "$defs", "title",
}  # fmt: skip


def problems(value: Any, schema: dict[str, Any], root: dict[str, Any], where: str = "$") -> list[str]:
    """Return what of a value does not fit a schema."""
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        return problems(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, where)
    if "oneOf" in schema or "anyOf" in schema:
        return _choice(value, schema, root, where)
    if "const" in schema:
        return [] if value == schema["const"] else [f"{where} is not {schema['const']!r}"]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{where} is none of {schema['enum']}"]
    if wrong := _type(value, schema, where):
        return wrong
    if isinstance(value, dict):
        return _object(value, schema, root, where)
    return _array(value, schema, root, where) if isinstance(value, list) else []


def _choice(value: Any, schema: dict[str, Any], root: dict[str, Any], where: str) -> list[str]:
    found = [problems(value, one, root, where) for one in schema.get("oneOf", schema.get("anyOf", ()))]
    fitting = sum(not one for one in found)
    if fitting == 1 or (fitting and "anyOf" in schema):
        return []
    return [f"{where} fits {fitting} forms; nearest: {min((one for one in found if one), key=len, default=[])[:3]}"]


def _type(value: Any, schema: dict[str, Any], where: str) -> list[str]:
    wanted = schema.get("type", list(_TYPES))
    names = [wanted] if isinstance(wanted, str) else wanted
    fits = any(isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool)) for name in names)
    if not fits:
        return [f"{where} is no {' or '.join(names)}"]
    return [f"{where} is below {schema['minimum']}"] if isinstance(value, int) and value < schema.get("minimum", value) else []


def _object(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], where: str) -> list[str]:
    inner = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    found = [f"{where} lacks {name}" for name in schema.get("required", ()) if name not in value]
    for name, part in value.items():
        if name in inner:
            found += problems(part, inner[name], root, f"{where}.{name}")
        elif others is False:
            found.append(f"{where} has {name}")
        elif isinstance(others, dict):
            found += problems(part, others, root, f"{where}.{name}")
    return found


def _array(value: list[Any], schema: dict[str, Any], root: dict[str, Any], where: str) -> list[str]:
    if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
        return [f"{where} has {len(value)} items"]
    first = schema.get("prefixItems", ())
    kinds = [*first, *([schema["items"]] * (len(value) - len(first)) if "items" in schema else [])]
    return [
        line
        for at, (part, kind) in enumerate(zip(value, kinds, strict=False))
        for line in problems(part, kind, root, f"{where}[{at}]")
    ]
