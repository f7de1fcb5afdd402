"""Imports the module of a chain as truss does when it is pushed."""

from __future__ import annotations

import importlib.util
import os
import sys
from dataclasses import replace
from types import ModuleType

from .problems import ChainProblem, Problem, failure, is_missing
from .project import Project


def load(source: str, project: Project) -> ModuleType:
    """The module of a source, under the name of its file.

    :raises ChainProblem: where the import fails.
    """
    name = os.path.splitext(os.path.basename(source))[0]
    if name in sys.modules:
        message = f"A module `{name}` is already loaded, and truss does not replace it: rename the file"
        raise ChainProblem(Problem("import-failed", message, source))
    spec = importlib.util.spec_from_file_location(name, source)
    if spec is None or spec.loader is None:
        raise ChainProblem(Problem("import-failed", "Python does not accept the file as a module", source))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException as error:  # A module may end the interpreter, which is a `SystemExit`.
        raise ChainProblem(_import_problem(error, project)) from error
    return module


def _import_problem(error: BaseException, project: Project) -> Problem:
    problem = failure("import-failed", "The module cannot be imported", error, project.has)
    if is_missing(error, "truss_chains") or is_missing(error, "truss"):
        return replace(problem, kind="truss-missing", message="truss is not installed", details=[])
    return problem
