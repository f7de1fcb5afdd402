"""Which class, or function, of a module is served: the rules are those of the reader that does not run Python."""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType
from typing import Any, Optional, Union

from .problems import ChainProblem, Problem

Entrypoint = Union[type, FunctionType]

#: What truss deploys, and does not take as the entrypoint of a chain.
OTHER_BASES = ("EngineBuilderLLMChainlet", "TrussChainlet", "ModelBase")


def choose_entrypoint(module: ModuleType, wanted: Optional[str]) -> Entrypoint:
    """The class that is asked for, else the marked one, else the only chainlet, else the only stub.

    :raises ChainProblem: where none or several could be it.
    """
    chainlets = _of_module(module, ("ChainletBase",))
    others = _of_module(module, OTHER_BASES)
    stubs = [cls for cls in _own_classes(module) if cls not in [*chainlets, *others] and hasattr(cls, "run_remote")]
    meant = [cls for cls in others if (_is_marked(cls) if wanted is None else cls.__qualname__ == wanted)]
    if meant:
        raise _of_other_kind(meant[0], module)
    if wanted is not None:
        return _find(wanted, [*chainlets, *stubs], module)
    marked = [chainlet for chainlet in chainlets if _is_marked(chainlet)]
    for group in (marked, chainlets, stubs):
        if len(group) > 1:
            raise _several(group, bool(marked), module)
        if group:
            return group[0]
    function = vars(module).get("run_remote")
    if isinstance(function, FunctionType):
        return function
    raise _of_other_kind(others[0], module) if others else _none(module)


def _is_marked(chainlet: type) -> bool:
    """Whether `mark_entrypoint` marks a class."""
    return bool(getattr(getattr(chainlet, "meta_data", None), "is_entrypoint", False))


def _of_module(module: ModuleType, base_names: tuple[str, ...]) -> list[type]:
    """The classes of a file that derive from bases of truss's; those that it imports where it has none of its own."""
    bases = _bases(base_names)
    own = [cls for cls in _own_classes(module) if issubclass(cls, bases)]
    imported = [cls for cls in _classes(module) if issubclass(cls, bases) and cls not in bases]
    return own or imported


def _bases(names: tuple[str, ...]) -> tuple[type, ...]:
    truss_chains: Any = sys.modules.get("truss_chains")
    found = (getattr(truss_chains, name, None) for name in names)
    return tuple(base for base in found if isinstance(base, type))


def _own_classes(module: ModuleType) -> list[type]:
    return [cls for cls in _classes(module) if cls.__module__ == module.__name__]


def _classes(module: ModuleType) -> list[type]:
    # One class may have several names; a dict keeps the order of definition.
    return list(dict.fromkeys(value for value in vars(module).values() if _is_class(value)))


def _is_class(value: Any) -> bool:
    """Asked of the value's own type: `isinstance` believes what a proxy, or `list[str]` before Python 3.11, says it is."""
    return issubclass(type(value), type)


def _find(wanted: str, classes: list[type], module: ModuleType) -> type:
    for cls in classes:
        if cls.__qualname__ == wanted:
            return cls
    candidates = f"the candidates are {_names(classes)}" if classes else "the file has no chainlet"
    message = f"The entrypoint `{wanted}` does not exist: {candidates}"
    raise ChainProblem(Problem("missing-entrypoint", message, module.__file__))


def _several(classes: list[type], are_marked: bool, module: ModuleType) -> ChainProblem:
    why = "are marked as entrypoint" if are_marked else "could be the entrypoint"
    return ChainProblem(Problem("several-entrypoints", f"Several chainlets {why}: {_names(classes)}", module.__file__))


def _of_other_kind(cls: type, module: ModuleType) -> ChainProblem:
    message = f"`{cls.__qualname__}` cannot be an entrypoint: it does not derive from `ChainletBase`"
    return ChainProblem(Problem("no-chainlet", message, module.__file__))


def _none(module: ModuleType) -> ChainProblem:
    message = "The file declares no chainlet and no `run_remote`"
    return ChainProblem(Problem("no-entrypoint", message, module.__file__))


def _names(classes: list[type]) -> str:
    return ", ".join(f"`{cls.__qualname__}`" for cls in classes)
