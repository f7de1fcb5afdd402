"""Makes values that fit a JSON Schema fit the Python types that the schema cannot say.

What pydantic says of a value tells which type is meant where: a value of that type is put there.
"""

import socket
from typing import Any, Optional

import pydantic

#: What pydantic says of a text that is not of a type, with one that is.
SAMPLES = {
    "base64_decode": "YWI=",
    "byte_size_unit": "1KiB",
    "bytes_invalid_encoding": "YWI=",
    "complex_str_parsing": "1+2j",
    "complex_type": "1+2j",
    "date_past": "2001-02-03",
    "fraction_parsing": "1/2",
    "import_error": "math.pi",
    "ip_any_address": "192.0.2.1",
    "ip_v6_network": "2001:db8::/32",
    "json_invalid": "[1]",
    "list_type": "[1]",  # The text of a `Json[list[…]]` that holds something else.
    "path_exists": "absent",
    "parent_does_not_exist": "absent",
    "path_not_directory": "/",
    "path_not_file": __file__,
    "path_not_socket": "socket",
    "zoneinfo_str": "UTC",
}

#: A value may hold so many values, one in the other, that each show only once the outer one fits.
ROUNDS = 5


def prepare_files() -> None:
    """Puts what the samples name into the current folder."""
    socket.socket(socket.AF_UNIX).bind(SAMPLES["path_not_socket"])


def fit(value: Any, validate: Any) -> Any:
    """The value, with other texts where the types that `validate` goes by want others."""
    for _ in range(ROUNDS):
        try:
            validate(value)
        except pydantic.ValidationError as error:
            for detail in error.errors(include_url=False, include_input=False):
                value = replaced(value, detail, detail["loc"])
        except Exception:  # Of what validators of the user's raise, nothing is known.
            return value
        else:
            return value
    return value


def replaced(value: Any, detail: dict, place: tuple) -> Any:
    """The value with a sample where something is wrong. Steps of the place that name members of unions lead nowhere."""
    if not place:
        sample = sample_for(detail) if isinstance(value, str) else None
        return value if sample is None else sample
    step, *rest = place
    if isinstance(value, dict) and step in value:
        if rest == ["[key]"]:
            return {key_for(detail, key) if key == step else key: part for key, part in value.items()}
        return {**value, step: replaced(value[step], detail, rest)}
    if isinstance(value, list) and isinstance(step, int):
        return [replaced(part, detail, rest) if index == step else part for index, part in enumerate(value)]
    return replaced(value, detail, rest)


def sample_for(detail: dict) -> Optional[str]:
    context = detail.get("ctx", {})
    if detail["type"] == "url_scheme":
        return context["expected_schemes"].split("'")[1] + "://localhost/1"
    if "codec can't decode" in detail["msg"]:
        return SAMPLES["base64_decode"]
    if detail["type"] == "url_parsing":
        return "https://localhost/1"
    if detail["type"] in ("string_too_short", "string_too_long"):
        return "x" * context.get("min_length", context.get("max_length"))
    return SAMPLES.get(detail["type"])


def key_for(detail: dict, key: str) -> str:
    """Keys are texts, and what text one has to be for another type, no schema says."""
    if detail["type"] == "bool_parsing":
        return "true"
    return "".join(filter(str.isdigit, key)) if detail["type"] in ("int_parsing", "float_parsing") else key
