"""Asks the models that truss generates for many chains about values, each chain in a process of its own.

Usage: judge_values.py EXPORTER REQUESTS, where EXPORTER is the folder of the exporter of introspection, and REQUESTS a
JSON file: a list of `{ "report": …, "source": …, "entrypoint": …, "inputs": […], "mutants": […], "results": […] }`. The
report gets a verdict for each value, and the schema that results are validated by. Inputs and results are made to fit
before they are judged; mutants, each with the path of what was changed, are taken as they are. Results are texts of
JSON, in which there may be NaN.
"""

import inspect
import json
import os
import sys
import traceback
import warnings

exporter, requests = sys.argv[1:]
sys.path.insert(0, exporter)
sys.dont_write_bytecode = True
warnings.simplefilter("ignore")

import pydantic  # noqa: E402
import truss_chains  # noqa: E402, F401
from truss_chains import framework  # noqa: E402
from truss_chains.deployment import code_gen  # noqa: E402
from fit_value import fit, prepare_files  # noqa: E402
from in_forks import run_in_forks  # noqa: E402
from typed_chains_exporter.endpoint import read_endpoint  # noqa: E402
from typed_chains_exporter.entrypoint import choose_entrypoint  # noqa: E402
from typed_chains_exporter.loading import load  # noqa: E402
from typed_chains_exporter.project import Project  # noqa: E402
from typed_chains_exporter.schemas import input_schema  # noqa: E402

# The exporter's folder and this one, which would come before the chains' own modules.
del sys.path[:2]


def judge(source: str, entrypoint, inputs: list, mutants: list, results: list) -> dict:
    sys.path.insert(0, os.path.dirname(source))
    module = load(source, Project(source))
    chainlet = choose_entrypoint(module, entrypoint)
    descriptor = framework.get_descriptor(chainlet)
    given = generated(code_gen._gen_truss_input_pydantic(descriptor), f"{descriptor.name}Input")
    sent = generated(code_gen._gen_truss_output_pydantic(descriptor), f"{descriptor.name}Output")
    result = read_endpoint(chainlet).result
    adapter = pydantic.TypeAdapter(result)
    fitting = [fit(value, given.model_validate) for value in inputs]
    return {
        "resultSchema": input_schema("", [parameter_of(result)], module.__name__),
        "inputs": [{"value": value, **attempt(lambda: is_coerced(given, value, []))} for value in fitting],
        "mutants": [attempt(lambda: is_coerced(given, **mutant)) for mutant in mutants],
        "results": [attempt(lambda: answer(adapter, sent, json.loads(text))) for text in results],
    }


def generated(source, name: str) -> type:
    """The model that a server has, of the text that truss writes for it."""
    scope: dict = {"__name__": "generated"}
    exec("\n".join([*source.imports, source.src]), scope)
    return scope[name]


def parameter_of(result) -> inspect.Parameter:
    return inspect.Parameter("result", inspect.Parameter.KEYWORD_ONLY, annotation=result)


def is_coerced(model: type, value, path: list) -> bool:
    """Takes an input as the server does; says whether what is at one place of it is not of the type that is meant."""
    text = json.dumps(value)
    taken = model.parse_raw(text)
    return is_refused_strictly(model, text) or is_another_type(taken, value, path)


def is_refused_strictly(model: type, text: str) -> bool:
    try:
        model.model_validate_json(text, strict=True)
    except Exception:
        return True
    return False


def is_another_type(taken: pydantic.BaseModel, value, path: list) -> bool:
    """Whether a value has become one of another type, as 1 for True."""
    try:
        return type(at(json.loads(taken.model_dump_json(by_alias=True)), path)) is not type(at(value, path))
    except (LookupError, TypeError, ValueError):  # What is written may be without the place, or nothing can be written.
        return False


def at(value, path: list):
    for step in path:
        value = value[step]
    return value


def answer(adapter: pydantic.TypeAdapter, model: type, value) -> str:
    """The body of the answer, where a chain returns the value."""
    result = adapter.validate_json(json.dumps(fit(value, lambda each: adapter.validate_json(json.dumps(each)))))
    return model(result).json()


def attempt(question) -> dict:
    try:
        return {"accepted": question()}
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        return {"refused": [{"type": type_of(detail), "place": list(map(str, detail["loc"]))} for detail in details]}
    except Exception as error:  # Validators of numpy's arrays and of the user's raise what they want.
        return {"refused": [{"type": type(error).__name__, "place": []}]}


def type_of(detail: dict) -> str:
    """The type of an error; of lengths, with what is too long or too short."""
    field_type = detail.get("ctx", {}).get("field_type")
    return detail["type"] if field_type is None else f"{detail['type']}: {field_type}"


def run(report: str, **request) -> None:
    try:
        found = judge(**request)
    except BaseException:
        found = {"failure": traceback.format_exc()}
    with open(report, "w", encoding="utf-8") as out:
        json.dump(found, out)
    os._exit(0)


prepare_files()
run_in_forks(requests, run)
