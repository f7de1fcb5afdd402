/** A small chain, with what truss makes of it and what the reader says. */
export interface TrussProbe {
  readonly title: string;
  /** Refused when it is pushed; taken, with a server that fails; or taken, with one that works. */
  readonly truss: "refused" | "broken" | "works";
  /** The errors of the reader: none where the chain works. */
  readonly codes: readonly string[];
  readonly source: string;
  /** The name of its file, where it matters. */
  readonly file?: string;
  /** Other files of the chain. */
  readonly files?: Readonly<Record<string, string>>;
  /** The JSON that the generated server is called with. By default `{}`. */
  readonly call?: string;
}

/** What a probe may say of itself beside its title, verdict, codes and source. */
export type ProbeDetails = Pick<TrussProbe, "file" | "files" | "call">;

const imports = `import abc
import collections.abc
import contextlib
import dataclasses
import datetime
import functools
import typing
from typing import Annotated, Any, AsyncGenerator, AsyncIterator, Generic, Iterator, List, Literal, NewType, Optional
from typing import Protocol, Tuple, TypedDict, TypeVar, Union

import pydantic
import truss_chains as chains
`;

/** What the probes have at the top: imports, and a few models. */
export const head = `${imports}
T = TypeVar("T")

class Job(pydantic.BaseModel):
    x: int = 1

class Page(pydantic.BaseModel, Generic[T]):
    item: T = None

`;

/** What a method has around its signature. */
export interface MethodParts {
  readonly before?: string | undefined;
  readonly decorator?: string | undefined;
  readonly def?: string | undefined;
  readonly body?: string | undefined;
}

/** The source of a chain with one chainlet, given by what stands between `run_remote` and the colon. */
export function method(signature: string, parts: MethodParts = {}): string {
  const { before = "", decorator, def = "async def", body = "return 1" } = parts;
  const line = decorator === undefined ? "" : `    @${decorator}\n`;
  return `${head}${before}class Hello(chains.ChainletBase):\n${line}    ${def} run_remote${signature}:\n        ${body}\n`;
}

/** The source of a chain with a marked entrypoint, given by what is in its class beside `run_remote`. */
export function entrypoint(members: string, before = "", mark = "@chains.mark_entrypoint"): string {
  const indented = members === "" ? "" : `${members.replaceAll(/^(?=.)/gm, "    ")}\n`;
  const runRemote = "    async def run_remote(self) -> int:\n        return 1\n";
  return `${head}${before}${mark}\nclass Hello(chains.ChainletBase):\n${indented}${runRemote}`;
}
