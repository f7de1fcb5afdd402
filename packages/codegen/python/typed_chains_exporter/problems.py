"""What can be wrong with a chain, in the form of the report."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Callable, Optional

LONGEST_MESSAGE = 300
MOST_DETAILS = 12


@dataclass(frozen=True)
class Problem:
    """One problem. Which code a kind has, and what to do about it, is said where the report is read."""

    kind: str
    message: str
    file: Optional[str] = None
    line: Optional[int] = None
    details: list[str] = field(default_factory=list)


class ChainProblem(Exception):
    """Raised where a problem leaves nothing to go on with."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def headline(error: BaseException) -> str:
    """The first line of an error, as Python prints it."""
    text = "".join(traceback.format_exception_only(type(error), error)[-1:]).strip()
    return (text.splitlines() or [""])[0][:LONGEST_MESSAGE]


def failure(kind: str, what: str, error: BaseException, is_users: Callable[[str], bool]) -> Problem:
    """The problem that an error of the user's code is: where in that code it was raised, and the traceback's end."""
    own = _own_traceback(error.__traceback__, is_users)
    file, line = _place(error, own, is_users)
    printed = "".join(traceback.format_exception(type(error), error, own)).splitlines()
    return Problem(kind, f"{what}: {headline(error)}", file, line, printed[-MOST_DETAILS:])


def refusal(kind: str, what: str, error: BaseException, function: Any) -> Problem:
    """The problem that a library's error is: its words, and the function that it is about."""
    others = [line for line in str(error).splitlines()[1:] if line.strip()]
    return Problem(kind, f"{what}: {headline(error)}", *place_of(function), others[:MOST_DETAILS])


def place_of(function: Any) -> tuple[Optional[str], Optional[int]]:
    """The file and line of a function."""
    code = getattr(function, "__code__", None)
    return (None, None) if code is None else (code.co_filename, code.co_firstlineno)


def _own_traceback(frames: Optional[TracebackType], is_users: Callable[[str], bool]) -> Optional[TracebackType]:
    """A traceback from the first frame of the user's on: those before are ours and the import system's."""
    while frames is not None and not is_users(frames.tb_frame.f_code.co_filename):
        frames = frames.tb_next
    return frames


def _place(
    error: BaseException, frames: Optional[TracebackType], is_users: Callable[[str], bool]
) -> tuple[Optional[str], Optional[int]]:
    if isinstance(error, SyntaxError) and error.filename is not None and is_users(error.filename):
        return error.filename, error.lineno
    inner = [
        (entry.filename, entry.lineno) for entry in traceback.extract_tb(frames) if is_users(entry.filename)
    ]
    return inner[-1] if inner else (None, None)


def is_missing(error: BaseException, package: str) -> bool:
    """Whether an error says that a package is not installed."""
    missing = error.name if isinstance(error, ModuleNotFoundError) else None
    return missing is not None and missing.split(".")[0] == package and package not in sys.modules
