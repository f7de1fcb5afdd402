"""What truss says of the chainlets that were imported."""

from __future__ import annotations

import re
import sys
from typing import Any, Optional

from .problems import MOST_DETAILS, Problem


def truss_problem() -> Optional[Problem]:
    """What truss would refuse when the chain is pushed, in its own words."""
    framework: Any = sys.modules.get("truss_chains.framework")
    raise_errors = getattr(framework, "raise_validation_errors", None)
    if raise_errors is None:
        return None
    try:
        raise_errors()
    except Exception as error:
        return _in_its_words(str(error))
    return None


def _in_its_words(text: str) -> Problem:
    """A problem where truss's first complaint is: it writes `chain.py:12 (Hello.run_remote) [kind: …]: …`."""
    lines = [line for line in text.splitlines() if line.strip()]
    place = re.search(r"^(.+):(\d+) \(.*?\) \[kind: ", text, re.MULTILINE)
    file, line = (place[1], int(place[2])) if place else (None, None)
    return Problem("truss-refuses", "truss refuses the chain", file, line, lines[:MOST_DETAILS])
