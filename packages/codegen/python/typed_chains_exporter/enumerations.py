"""What the members of an enumeration are called. Pydantic's schemas have their values alone."""

from __future__ import annotations

from typing import Any


def add_names_of_numbers(json_schema: dict[str, Any], members: list[Any]) -> None:
    """Ends the description, once, with what each number is called: a text says of itself what it means."""
    distinct = list(dict.fromkeys(members))
    if not distinct or not all(type(member.value) in (int, float) for member in distinct):
        return
    names = ", ".join(f"`{member.name}` is {_written(member.value)}" for member in distinct)
    description = json_schema.get("description", "")
    if not description.endswith(f"{names}."):
        json_schema["description"] = "\n\n".join(filter(None, [description, f"{names}."]))


def _written(number: Any) -> str:
    """As JSON has it in JavaScript, which knows no 1.0."""
    return str(int(number)) if isinstance(number, float) and number.is_integer() else str(number)
