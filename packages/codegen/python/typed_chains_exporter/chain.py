"""From the file of a chain to what the report says of it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Optional

from .endpoint import Endpoint, problems_of, read_endpoint
from .entrypoint import choose_entrypoint
from .loading import load
from .problems import Problem, refusal
from .project import Project
from .signature import describe
from .truss_rules import truss_problem

#: Where there is one of these, there is no document.
FATAL = ("no-annotation", "no-return-annotation")


def examine_chain(path: str, wanted: Optional[str], project: Project) -> dict[str, Any]:
    """The document of a chain, where there is one, and its problems.

    :raises ChainProblem: where nothing can be said of it.
    """
    module = load(path, project)
    entrypoint = choose_entrypoint(module, wanted)
    endpoint = read_endpoint(entrypoint)
    problems = _all_problems(endpoint)
    if any(problem.kind in FATAL for problem in problems):
        return {"problems": [asdict(problem) for problem in problems]}
    try:
        document = describe(entrypoint, endpoint, module)
    except Exception as error:  # Pydantic has many errors of its own, and calls methods of the user's.
        what = "run_remote: pydantic has no JSON Schema for a type"
        refused = refusal("pydantic-refuses", what, error, endpoint.function)
        return {"problems": [asdict(problem) for problem in [*problems, refused]]}
    return {"document": document, "problems": [asdict(problem) for problem in problems]}


def _all_problems(endpoint: Endpoint) -> list[Problem]:
    """Our own, which are about one argument each; else what truss says."""
    own = problems_of(endpoint)
    said = truss_problem()
    return own or ([said] if said is not None else [])
