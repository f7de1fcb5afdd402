"""What `run_remote` of an entrypoint takes and gives."""

from __future__ import annotations

import collections.abc
import inspect
import sys
import typing
from dataclasses import dataclass
from inspect import Parameter
from types import FunctionType
from typing import Any, Optional

from .entrypoint import Entrypoint
from .problems import ChainProblem, Problem, place_of, refusal


@dataclass(frozen=True)
class Endpoint:
    """A `run_remote`, with its annotations as the types that they mean."""

    function: Any
    #: Without `self`.
    parameters: list[Parameter]
    result: Any
    transport: str


def read_endpoint(entrypoint: Entrypoint) -> Endpoint:
    """The endpoint of a class, or the function that stands alone.

    :raises ChainProblem: where there is none, or an annotation means nothing.
    """
    function = _function_of(entrypoint)
    signature = inspect.signature(function)
    given = _parameters_of(signature, isinstance(entrypoint, type))
    annotations = {parameter.name: parameter.annotation for parameter in given}
    types = _types_of({**annotations, "return": signature.return_annotation}, function)
    parameters = [parameter.replace(annotation=types[parameter.name]) for parameter in given]
    result = types["return"]
    transport = _transport_by_truss(entrypoint) or _transport_by_types(parameters, result)
    return Endpoint(function, parameters, result, transport)


def _function_of(entrypoint: Entrypoint) -> Any:
    if isinstance(entrypoint, FunctionType):
        return entrypoint
    function = getattr(entrypoint, "run_remote", None)
    if callable(function):
        return function
    message = f"The entrypoint `{entrypoint.__name__}` has no `run_remote`"
    raise ChainProblem(Problem("no-run-remote", message, inspect.getsourcefile(entrypoint)))


def _parameters_of(signature: inspect.Signature, is_method: bool) -> list[Parameter]:
    """All parameters but `self`, which a function that stands alone may lack."""
    first, *others = [*signature.parameters.values()] or [None]
    if first is None:
        return []
    is_plain = first.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
    is_self = is_plain and (is_method or (first.name == "self" and first.annotation is Parameter.empty))
    return others if is_self else [first, *others]


def _types_of(annotations: dict[str, Any], function: Any) -> dict[str, Any]:
    """Annotations with every name in a string looked up, as with `from __future__ import annotations`."""
    holder = type("Annotations", (), {"__annotations__": annotations})
    names = getattr(inspect.unwrap(function), "__globals__", {})
    try:
        return typing.get_type_hints(holder, globalns=names, include_extras=True)
    except Exception as error:  # What a string says is any expression of the user's.
        raise ChainProblem(refusal("pydantic-refuses", "run_remote: an annotation fails", error, function)) from error


def _transport_by_truss(entrypoint: Entrypoint) -> Optional[str]:
    """What truss itself says of a class that it serves; nothing where it knows none of that name."""
    get_descriptor = getattr(sys.modules.get("truss_chains.framework"), "get_descriptor", None)
    try:
        endpoint = get_descriptor(entrypoint).endpoint  # type: ignore[misc]
        if endpoint.is_websocket:
            return "websocket"
        if endpoint.is_streaming:
            return "text-stream" if endpoint.streaming_type.is_string else "byte-stream"
    except Exception:  # No chainlet, one that truss refuses, or another truss than this is written for.
        return None
    return "json"


def _transport_by_types(parameters: list[Parameter], result: Any) -> str:
    truss_chains: Any = sys.modules.get("truss_chains")
    web_socket = getattr(truss_chains, "WebSocketProtocol", None)
    if web_socket is not None and any(parameter.annotation is web_socket for parameter in parameters):
        return "websocket"
    is_stream = typing.get_origin(result) is collections.abc.AsyncIterator
    streamed = typing.get_args(result)[0] if is_stream else None
    return {str: "text-stream", bytes: "byte-stream"}.get(streamed, "json") if is_stream else "json"


def problems_of(endpoint: Endpoint) -> list[Problem]:
    """What keeps a chain from being called, though Python, truss and pydantic may take it."""
    problems = [problem for parameter in endpoint.parameters for problem in _problems_of_parameter(parameter)]
    if endpoint.result is Parameter.empty:
        problems.append(("no-return-annotation", "run_remote has no return annotation"))
    elif typing.get_origin(endpoint.result) is tuple:
        problems.extend(_problems_of_tuple(typing.get_args(endpoint.result)))
    return [Problem(kind, message, *place_of(endpoint.function)) for kind, message in problems]


def _problems_of_tuple(items: tuple[Any, ...]) -> list[tuple[str, str]]:
    """Truss takes both of these when the chain is pushed, and then has no code for the one and no answer with the other."""
    if items in ((), ((),)):
        return [("empty-tuple", "run_remote: truss does not accept the type of the result")]
    if len(items) == 1:
        return [("single-tuple", "run_remote: truss cannot send a tuple of one item: every call would fail")]
    return []


def _problems_of_parameter(parameter: Parameter) -> list[tuple[str, str]]:
    problems = []
    reason = _unsendable(parameter)
    if reason is not None:
        problems.append(("unsendable-argument", f"run_remote: `{parameter.name}` {reason}"))
    if parameter.annotation is Parameter.empty:
        problems.append(("no-annotation", f"run_remote: `{parameter.name}` has no type annotation"))
    return problems


def _unsendable(parameter: Parameter) -> Optional[str]:
    """Truss calls by keyword, with names that pydantic must take as fields."""
    if parameter.kind is Parameter.POSITIONAL_ONLY:
        return "is positional-only, but a chain is called by keyword"
    if parameter.kind is Parameter.VAR_POSITIONAL:
        return "collects positional arguments, but a chain is called by keyword"
    if parameter.kind is Parameter.VAR_KEYWORD:
        return "collects keyword arguments, but a chain takes only those it names"
    if parameter.name == "model_config":
        return "is a name that pydantic reserves for itself"
    if parameter.name.startswith("_"):
        return "begins with an underscore, so pydantic drops it from the request"
    return None
