"""What JSON can say."""

from __future__ import annotations

import math
import sys
from typing import Any


def is_sayable(value: Any) -> bool:
    """Whether JSON has a value, and a reader that knows numbers of 64 bits can take it."""
    if isinstance(value, dict):
        return all(is_sayable(item) for item in value.values())
    if isinstance(value, list):
        return all(is_sayable(item) for item in value)
    if isinstance(value, float):
        return math.isfinite(value)
    return not isinstance(value, int) or abs(value) <= sys.float_info.max


def without_unsayable(schema: Any) -> Any:
    """A schema without the bounds and values that JSON cannot say: `Field(le=math.inf)` says nothing."""
    if isinstance(schema, dict):
        kept = {key: without_unsayable(value) for key, value in schema.items()}
        return {key: value for key, value in kept.items() if is_sayable(value)}
    if isinstance(schema, list):
        return [without_unsayable(item) for item in schema]
    return schema
