"""What is said of deprecations. Pydantic's schemas have a mark alone, and leave out the message."""

from __future__ import annotations

from typing import Any, Iterator, Tuple, get_type_hints

from pydantic.fields import FieldInfo


def add_message(json_schema: dict[str, Any], deprecation: Any) -> None:
    """Ends the description with the message of a deprecation, where it has one."""
    message = deprecation if isinstance(deprecation, str) else getattr(deprecation, "message", None)
    text = " ".join(message.split()) if isinstance(message, str) else ""
    if text and json_schema.get("deprecated") is True:
        paragraphs = [json_schema.get("description"), f"Deprecated: {text}"]
        json_schema["description"] = "\n\n".join(filter(None, paragraphs))


def field_deprecations(cls: Any) -> dict[str, Any]:
    """What is said of each field of a class, and of what it computes."""
    decorators = getattr(cls, "__pydantic_decorators__", None)
    computed = decorators.computed_fields if decorators is not None else {}
    return {
        **{name: field.deprecated for name, field in _fields_of(cls) if hasattr(field, "deprecated")},
        **{name: field.info.deprecated for name, field in computed.items()},
    }


def core_fields(schema: Any) -> Iterator[Tuple[str, Any]]:
    """The fields of a class in its core schema, with those that are computed."""
    while schema["type"] not in ("model-fields", "dataclass-args", "typed-dict"):
        if "schema" not in schema:
            return
        schema = schema["schema"]
    fields = schema["fields"]
    yield from fields.items() if isinstance(fields, dict) else ((field["name"], field) for field in fields)
    for field in schema.get("computed_fields", []):
        yield field["property_name"], field


def _fields_of(cls: Any) -> list[Tuple[str, Any]]:
    """Pydantic keeps the fields of its own classes; those of others are in their annotations."""
    kept = getattr(cls, "__pydantic_fields__", None) or getattr(cls, "model_fields", None)
    if kept is not None:
        return list(kept.items())
    try:
        hints = get_type_hints(cls, include_extras=True)
    except Exception:  # What a name stands for may be known to pydantic alone.
        return []
    marks = [(name, mark) for name, hint in hints.items() for mark in getattr(hint, "__metadata__", ())]
    return [(name, mark) for name, mark in marks if isinstance(mark, FieldInfo)]
