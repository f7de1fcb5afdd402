"""The signature document of an entrypoint."""

from __future__ import annotations

import inspect
import os
import re
from types import ModuleType
from typing import Any, Optional

from .endpoint import Endpoint
from .entrypoint import Entrypoint
from .schemas import input_schema, output_schema


def describe(entrypoint: Entrypoint, endpoint: Endpoint, module: ModuleType) -> dict[str, Any]:
    """The document. It does not say where it was read: whoever asks knows."""
    name = entrypoint.__name__ if isinstance(entrypoint, type) else _function_name(module)
    head = {
        "chainName": _text(getattr(getattr(entrypoint, "meta_data", None), "chain_name", None)),
        "displayName": _text(getattr(getattr(entrypoint, "remote_config", None), "name", None)),
        "description": _description(endpoint.function) or _description(entrypoint),
    }
    return {
        "formatVersion": 1,
        "name": name,
        **{key: text for key, text in head.items() if text is not None},
        "transport": endpoint.transport,
        **_parts(name, endpoint),
    }


def _parts(name: str, endpoint: Endpoint) -> dict[str, Any]:
    if endpoint.transport == "websocket":
        return {}
    given = {"input": input_schema(name, endpoint.parameters, endpoint.function.__module__)}
    return {**given, "output": output_schema(endpoint.result)} if endpoint.transport == "json" else given


def _description(documented: Any) -> Optional[str]:
    """The docstring of a class or function itself: that of a base class is about something else."""
    docstring = _text(vars(documented).get("__doc__") if isinstance(documented, type) else documented.__doc__)
    return inspect.cleandoc(docstring) or None if docstring is not None else None


def _function_name(module: ModuleType) -> str:
    """A function that stands alone has the name of its file, as a class would be named."""
    stem = os.path.splitext(os.path.basename(module.__file__ or ""))[0]
    words = [word for word in re.split(r"[\W_]+", stem) if word]
    return "".join(word[0].upper() + word[1:] for word in words) or "Chain"


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) else None
