"""Imports a chain and writes what was found into a report, which no output of the user's code can disturb."""

from __future__ import annotations

import importlib
import json
import os
import sys
import warnings
from dataclasses import asdict
from typing import Any, Optional

from .problems import ChainProblem, Problem, failure
from .project import Project


def main(report: str, source: str, roots: list[str], entrypoint: Optional[str] = None) -> None:
    """Writes the report, and ends the process."""
    path = os.path.abspath(source)
    project = Project(path)
    # What stands there if the user's code ends the process, or is ended.
    _write(report, {"problems": [asdict(Problem("ended-early", "The import of the module exited Python", path))]})
    # A module that looks at its arguments sees none.
    sys.argv = [path]
    found = _examine(path, entrypoint, [os.path.dirname(path), *map(os.path.abspath, roots)], project)
    _write(report, {**found, "files": project.imported_files()})
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads that the user's code has started would keep the interpreter from ending.
    os._exit(0)


def _examine(path: str, wanted: Optional[str], folders: list[str], project: Project) -> dict[str, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # What libraries warn themselves of is nothing that a user could mend.
            _require_pydantic()
            # Only now: without pydantic these cannot be imported.
            from .chain import examine_chain

            _import_truss()
        # Only now: as with truss, what the user's modules are called is nothing to the libraries.
        sys.path[:0] = folders
        return examine_chain(path, wanted, project)
    except ChainProblem as stopped:
        return {"problems": [asdict(stopped.problem)]}
    except Exception as error:  # What a class says of itself is code of the user's, too.
        problem = failure("unreadable-classes", "The chain's classes cannot be read", error, project.has)
        return {"problems": [asdict(problem)]}


def _require_pydantic() -> None:
    try:
        import pydantic
    except ImportError:
        raise ChainProblem(Problem("truss-missing", "truss, which brings pydantic, is not installed")) from None
    version = str(getattr(pydantic, "VERSION", "0"))
    if int(version.split(".")[0]) < 2:
        raise ChainProblem(Problem("pydantic-too-old", f"pydantic {version} is too old"))


def _import_truss() -> None:
    try:
        importlib.import_module("truss_chains")
    except ImportError:
        pass  # A function that stands alone needs none; a chain's own import says what is missing.


def _write(report: str, content: dict[str, Any]) -> None:
    with open(report, "w", encoding="utf-8") as file:
        json.dump(content, file, allow_nan=False)
