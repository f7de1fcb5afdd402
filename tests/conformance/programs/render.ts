import { type Declaration, keysIn, type ModulePart, type Program, type Snippet } from "./program.js";

/** What every module of ours imports. */
const prelude = `import dataclasses
import datetime
import enum
import functools
import typing
import uuid
from decimal import Decimal
from typing import Annotated, Any, Dict, Generic, List, Literal, NamedTuple, NewType, Optional, TypeVar, Union

import pydantic
from pydantic import BaseModel, Field, PositiveInt
from pydantic.alias_generators import to_camel
from truss_chains import pydantic_numpy
from typing_extensions import TypeAliasType, TypedDict

SIZE = 4

def same(value):
    return value
`;

/** The ways to import a class, and what the class is called then. */
const styles: readonly ((module: string, name: string, key: string) => readonly [statement: string, use: string])[] = [
  (module, name, key) => [`from ${module} import ${name} as ${name}_${key}`, `${name}_${key}`],
  (module, name) => [`import ${module}`, `${module}.${name}`],
  (module, name, key) => [`import ${module} as module_${key}`, `module_${key}.${name}`],
  (module, name, key) => {
    const [, parent = "", own = module] = /^(?:(.*)\.)?(\w+)$/.exec(module) ?? [];
    return parent === ""
      ? [`import ${own} as module_${key}`, `module_${key}.${name}`]
      : [`from ${parent} import ${own} as module_${key}`, `module_${key}.${name}`];
  },
];

/** The names of the styles, as the table of what programs cover has them. */
export const styleNames: readonly string[] = ["from module import", "import a.b", "import a.b as c", "from a import b"];

/** The files of a program, by path. The entry is `app/entry.py`; further roots lie beside `app`. */
export function renderProgram(program: Program): ReadonlyMap<string, string> {
  const files = new Map<string, string>([["pyproject.toml", ""]]);
  for (const module of program.modules) {
    const path = `${module.root === "" ? "app" : module.root}/${module.name.replaceAll(".", "/")}.py`;
    files.set(path, renderModule(module, program));
  }
  return files.set("app/entry.py", renderEntry(program));
}

function renderModule(module: ModulePart, program: Program): string {
  const text = module.declarations.map(renderDeclaration).join("\n\n");
  // A feature brings its own imports.
  return module.name.startsWith("features.") ? text : `${prelude}${link(text, module.name, program)}`;
}

function renderDeclaration({ head, members, emptyBody }: Declaration): string {
  const body = members.map(({ text }) => text).join("");
  return head.text + (body === "" ? (emptyBody ?? "") : body);
}

function renderEntry(program: Program): string {
  const { importStyle, preamble, extraChainlets, isConditional, isAsync, result } = program.entry;
  const given = program.entry.arguments.map(({ text }) => `, ${text}`).join("");
  const method = `    ${isAsync ? "async " : ""}def run_remote(self${given}) -> ${result.text}:\n${bodyOf(result)}`;
  const chain = `@chains.mark_entrypoint\nclass Entry(chains.ChainletBase):\n${method}`;
  const guarded = isConditional ? `if SIZE == 4:\n${chain.replaceAll(/^(?=.)/gm, "    ")}` : chain;
  const before = [importStyle, ...preamble].map(({ text }) => text).join("");
  const others = extraChainlets.map(({ text }) => `${text}\n`).join("");
  // Path hacks have to stand before the imports that need them.
  return `${before}${prelude}${link(`${others}${guarded}`, "entry", program)}`;
}

function bodyOf({ text }: Snippet): string {
  return text.startsWith("AsyncIterator")
    ? "        yield typing.cast(Any, None)\n"
    : "        raise NotImplementedError\n";
}

/** Puts names in the place of keys, and the imports that they need before the text. */
function link(text: string, importer: string, program: Program): string {
  const imports = new Set<string>();
  const uses = new Map<string, string>();
  for (const key of new Set(keysIn(text))) {
    const [module, declaration] = find(key, program);
    if (module.name === importer) {
      uses.set(key, declaration.name);
      continue;
    }
    const style = styles[program.importStyle(importer, module.name)] ?? styles[0];
    const [statement, use] = style?.(module.name, declaration.name, key) ?? ["", declaration.name];
    imports.add(statement);
    uses.set(key, use);
  }
  const linked = text.replaceAll(/«(.*?)»/g, (_match, key: string) => uses.get(key) ?? key);
  return `${[...imports].sort().join("\n")}\n\n${linked}`;
}

function find(key: string, { modules }: Program): readonly [ModulePart, Declaration] {
  for (const module of modules) {
    const declaration = module.declarations.find((candidate) => candidate.key === key);
    if (declaration !== undefined) return [module, declaration];
  }
  throw new Error(`The program has no declaration ${key}`);
}
