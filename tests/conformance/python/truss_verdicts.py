"""Says what truss makes of small chains: refuses them, or generates a server that works, or one that fails.

Usage: truss_verdicts.py CASES FOLDER, where CASES is a JSON file: a list of `{ "files": …, "call": … }`, the file of the
chain first

Imports and generates as `truss chains push` does, then makes the generated model and calls it as the model server does.
A chain whose entrypoint depends on other chainlets is not called. `ruff` must be on PATH: the generator calls it.
"""

import asyncio
import inspect
import json
import logging
import pathlib
import runpy
import sys
import types
import typing
import warnings

from truss_chains import framework, private_types, public_types
from truss_chains.deployment import deployment_client


def main() -> None:
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    cases = json.loads(pathlib.Path(sys.argv[1]).read_text())
    folder = pathlib.Path(sys.argv[2]).resolve()
    json.dump([verdict_of(case, folder / str(index)) for index, case in enumerate(cases)], sys.stdout)


def verdict_of(case: dict, folder: pathlib.Path) -> dict:
    for name, text in case["files"].items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    chain_file = folder / next(iter(case["files"]))
    try:
        with framework.ChainletImporter.import_target(chain_file) as entrypoint:
            model_file = generate(entrypoint, chain_file.stem)
            return {"verdict": "works"} if model_file is None else try_call(model_file, case["call"])
    except Exception as error:
        return {"verdict": "refused", "reason": f"{type(error).__name__}: {error}"}
    finally:
        framework._global_error_collector.clear()


def generate(entrypoint, chain_name: str) -> typing.Optional[pathlib.Path]:
    options = private_types.PushOptionsLocalDocker(
        chain_name=chain_name, only_generate_trusses=True, use_local_src=False
    )
    artifact, dependencies, *_ = deployment_client._generate_chainlet_artifacts(options, entrypoint)
    return None if dependencies else artifact.truss_dir / "model" / "model.py"


def try_call(model_file: pathlib.Path, body: str) -> dict:
    try:
        call(runpy.run_path(str(model_file))["TrussChainletModel"], body)
        return {"verdict": "works"}
    except Exception as error:
        return {"verdict": "broken", "reason": f"{type(error).__name__}: {error}"}


def call(model_class: type, body: str) -> None:
    model = object.__new__(model_class)
    model._context = public_types.DeploymentContext(chainlet_to_service={}, secrets={})
    model.load()
    request = types.SimpleNamespace(headers={})
    if hasattr(model, "websocket"):
        asyncio.run(model.websocket(request))
        return
    inputs = typing.get_type_hints(model.predict)["inputs"].parse_raw(body)
    asyncio.run(consume(model.predict(inputs, request)))


async def consume(answer) -> None:
    if inspect.isasyncgen(answer):
        async for _ in answer:
            pass
    else:
        result = await answer if inspect.isawaitable(answer) else answer
        result.json()


if __name__ == "__main__":
    main()
