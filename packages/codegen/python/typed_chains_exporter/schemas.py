"""The JSON Schemas of what a chain takes and gives, as pydantic makes them, by the rules of the wire."""

from __future__ import annotations

import math
import sys
import warnings
from inspect import Parameter
from typing import Any, List, Optional

from pydantic import ConfigDict, Field, TypeAdapter, create_model
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticSerializationError, to_jsonable_python

from .deprecations import add_message, core_fields, field_deprecations
from .enumerations import add_names_of_numbers
from .json_values import is_sayable, without_unsayable


def input_schema(name: str, parameters: list[Parameter], module: str) -> dict[str, Any]:
    """The schema of the arguments: an object that is validated, with a property for each that can be sent."""
    fields: dict[str, Any] = {
        parameter.name: (parameter.annotation, _default_of(parameter))
        for parameter in parameters
        if is_field_name(parameter.name)
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # A name may be that of a method of pydantic's models.
        # No class of the user's has this name, and none has to give way to it in `$defs`.
        model = create_model(
            "__typed_chains_arguments__",
            __config__=ConfigDict(title=f"{name}Input", protected_namespaces=()),
            __module__=module,
            **fields,
        )
        return without_unsayable(model.model_json_schema(schema_generator=ArgumentsSchema))


def output_schema(result: Any) -> dict[str, Any]:
    """The schema of the result on the wire. A model is a reference into `$defs`."""
    # As the item of a list nothing is written out in place of its reference.
    adapter: TypeAdapter[Any] = TypeAdapter(List[result])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schema = adapter.json_schema(mode="serialization", by_alias=False, schema_generator=ResultSchema)
    definitions = {"$defs": schema["$defs"]} if "$defs" in schema else {}
    return without_unsayable({**schema["items"], **definitions})


def is_field_name(name: str) -> bool:
    """Whether pydantic takes a name for a field's."""
    return name != "model_config" and not name.startswith("_")


def _default_of(parameter: Parameter) -> Any:
    if parameter.default is Parameter.empty:
        return ...
    # A stub says `= ...` of a default that it does not tell, where pydantic would read "required".
    is_told = parameter.default is not ... and _is_text(parameter.default)
    return parameter.default if is_told else Field(default_factory=lambda: None)


def _is_text(default: Any) -> bool:
    """Whether a default holds no bytes that are no text: truss serves these, and pydantic has no schema of them."""
    try:
        to_jsonable_python(default, fallback=str)
    except UnicodeDecodeError:
        return False
    except Exception:  # That is up to the schema.
        pass
    return True


class ArgumentsSchema(GenerateJsonSchema):
    """What the server takes."""

    def sort(self, value: Any, parent_key: Optional[str] = None) -> Any:
        """Keeps the author's order."""
        return value

    def encode_default(self, dft: Any) -> Any:
        """Leaves out a default that JSON cannot say."""
        encoded = super().encode_default(dft)
        if not is_sayable(encoded):
            raise PydanticSerializationError(f"JSON cannot say {dft!r}")
        return encoded

    def generate_inner(self, schema: Any) -> dict[str, Any]:
        """Says of numpy arrays what truss sends and takes, as their own schema names other keys, and what numbers are called."""
        json_schema = super().generate_inner(schema)
        if schema["type"] == "enum":
            definition = self.get_schema_from_definitions(json_schema["$ref"]) if "$ref" in json_schema else json_schema
            add_names_of_numbers(definition or {}, schema["members"])
        numpy_type = _numpy_type_of(schema)
        return json_schema if numpy_type is None else {**json_schema, **_numpy_schema(numpy_type)}

    def model_schema(self, schema: Any) -> dict[str, Any]:
        return self._with_messages(super().model_schema(schema), schema)

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        return self._with_messages(super().dataclass_schema(schema), schema)

    def typed_dict_schema(self, schema: Any) -> dict[str, Any]:
        return self._with_messages(super().typed_dict_schema(schema), schema)

    def _with_messages(self, json_schema: dict[str, Any], schema: Any) -> dict[str, Any]:
        """Says of a class and its fields what to use in their place."""
        add_message(json_schema, getattr(schema.get("cls"), "__deprecated__", None))
        deprecations = field_deprecations(schema.get("cls"))
        properties = json_schema.get("properties", {})
        for name, field in core_fields(schema) if any(deprecations.values()) else ():
            key = self._get_alias_name(field, name) if self.by_alias else name
            add_message(properties.get(key, {}), deprecations.get(name))
        return json_schema


class ResultSchema(ArgumentsSchema):
    """What the server sends: it leaves nothing out, and has no number for NaN and infinity."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        if field["type"] == "typed-dict-field" or field.get("serialization_exclude_if") is not None:
            return super().field_is_required(field, total)
        return True

    def p_arguments_schema(self, arguments: Any, var_args_schema: Any) -> dict[str, Any]:
        """A named tuple is sent whole."""
        json_schema = super().p_arguments_schema(arguments, var_args_schema)
        if arguments:
            json_schema.update(minItems=len(arguments), maxItems=json_schema.pop("maxItems"))
        return json_schema

    def default_schema(self, schema: Any) -> dict[str, Any]:
        json_schema = super().default_schema(schema)
        default = schema.get("default")
        if isinstance(default, float) and not math.isfinite(default):
            return {"anyOf": [json_schema, {"type": "null"}]}
        return json_schema


def _numpy_type_of(schema: Any) -> Any:
    """The class, where a schema is that of truss's `NumpyArrayField`: its validator is a method of the class."""
    module: Any = sys.modules.get("truss_chains.pydantic_numpy")
    if module is None or schema.get("type") != "function-after":
        return None
    owner = getattr(schema["function"]["function"], "__self__", None)
    return owner if isinstance(owner, type) and issubclass(owner, module.NumpyArrayField) else None


def _numpy_schema(numpy_type: Any) -> dict[str, Any]:
    properties = {
        numpy_type.data_key: {"type": "string", "format": "byte"},
        numpy_type.shape_key: {"type": "array", "items": {"type": "integer"}},
        numpy_type.dtype_key: {"type": "string"},
    }
    return {"type": "object", "properties": properties, "required": list(properties)}
