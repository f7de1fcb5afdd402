import { entrypoint, head, method, type ProbeDetails, type TrussProbe } from "./probe.js";

type Row = readonly [title: string, truss: TrussProbe["truss"], codes: string, source: string, details?: ProbeDetails];

const other = "class Other(chains.ChainletBase):\n    async def run_remote(self, a: int) -> int:\n        return a\n\n";
const derived = `${other}class Derived(Other):\n    pass\n\n`;
const socket =
  "class Other(chains.ChainletBase):\n    async def run_remote(self, a: chains.WebSocketProtocol) -> None: ...\n\n";
const protocol = `${other}class Like(Protocol):\n    async def run_remote(self, a: int) -> int: ...\n\n`;
const models = "import pydantic\n\nclass Job(pydantic.BaseModel):\n    x: int = 1\n";

/** A chain whose `__init__` has these arguments. */
const init = (parameters: string, before = other): string =>
  entrypoint(`def __init__(${parameters}):\n    pass`, before);

const inits: readonly Row[] = [
  ["no arguments", "works", "", init("self")],
  ["the context", "works", "", init("self, context: chains.DeploymentContext = chains.depends_context()")],
  ["the context without a type", "works", "", init("self, context=chains.depends_context()")],
  ["the context without a default", "refused", "TC225", init("self, context: chains.DeploymentContext")],
  ["the context of another default", "refused", "TC225", init("self, context=None")],
  ["the context under another name", "refused", "TC225", init("self, ctx=chains.depends_context()")],
  ["the context of another type", "refused", "TC225", init("self, context: int = chains.depends_context()")],
  [
    "the context that may be None",
    "refused",
    "TC225",
    init("self, context: Optional[chains.DeploymentContext] = chains.depends_context()"),
  ],
  ["the context first", "refused", "TC225", init("self, context=chains.depends_context(), a=chains.depends(Other)")],
  ["another chainlet", "works", "", init("self, a: Other = chains.depends(Other)")],
  [
    "another chainlet and the context",
    "works",
    "",
    init("self, a: Other = chains.depends(Other), context=chains.depends_context()"),
  ],
  [
    "another chainlet by keyword",
    "works",
    "",
    init("self, *, a: Other = chains.depends(chainlet_cls=Other, retries=2)"),
  ],
  [
    "another chainlet through a name",
    "works",
    "",
    init("self, a: Other = asked", `${other}asked = chains.depends(Other)\n\n`),
  ],
  ["another chainlet by a protocol", "works", "", init("self, a: Like = chains.depends(Other)", protocol)],
  ["another chainlet by its base", "works", "", init("self, a: Other = chains.depends(Derived)", derived)],
  [
    "another chainlet by a class that derives from it",
    "refused",
    "TC225",
    init("self, a: Derived = chains.depends(Other)", derived),
  ],
  ["another chainlet by a string", "refused", "TC225", init('self, a: "Other" = chains.depends(Other)')],
  ["another chainlet by a model", "refused", "TC225", init("self, a: Job = chains.depends(Other)")],
  ["another chainlet twice", "refused", "TC225", init("self, a=chains.depends(Other), b=chains.depends(Other)")],
  ["another chainlet that is made here", "refused", "TC225", init("self, a: Other = Other()")],
  ["another chainlet without brackets", "refused", "TC225", init("self, a=chains.depends")],
  ["a class that is no chainlet", "refused", "TC225", init("self, a=chains.depends(Job)")],
  ["a chainlet by its name", "refused", "TC225", init('self, a=chains.depends("Other")')],
  ["a websocket", "refused", "TC225", init("self, a=chains.depends(Other)", socket)],
  ["a value", "refused", "TC225", init("self, size: int = 1")],
  ["no default", "refused", "TC225", init("self, a: Other")],
  ["more arguments", "refused", "TC225", init("self, *args")],
  ["a first argument of another name", "refused", "TC223", init("this")],
  ["a chainlet in the body of the class", "refused", "TC225", entrypoint("a = chains.depends(Other)", other)],
];

const healths: readonly Row[] = [
  ["a health check", "works", "", entrypoint("def is_healthy(self) -> bool:\n    return True")],
  ["an async health check", "works", "", entrypoint("async def is_healthy(self) -> bool:\n    return True")],
  ["a health check without a type", "refused", "TC223", entrypoint("def is_healthy(self):\n    return True")],
  ["a health check of another type", "refused", "TC223", entrypoint("def is_healthy(self) -> int:\n    return 1")],
  [
    "a health check with an argument",
    "refused",
    "TC223",
    entrypoint("def is_healthy(self, a: int = 1) -> bool:\n    return True"),
  ],
  ["a health check that is a value", "refused", "TC223", entrypoint('is_healthy = "yes"')],
  [
    "a health check that is a property",
    "refused",
    "TC223",
    entrypoint("@property\ndef is_healthy(self) -> bool:\n    return True"),
  ],
];

const classes: readonly Row[] = [
  ["a displayed name", "works", "", entrypoint('remote_config = chains.RemoteConfig(name="my-chain_1")')],
  [
    "a displayed name with a space",
    "refused",
    "TC226",
    entrypoint('remote_config = chains.RemoteConfig(name="my chain")'),
  ],
  ["a class name that is not ASCII", "refused", "TC226", entrypoint("", other.replace("Other", "Größe"))],
  [
    "a class name that is not ASCII, displayed otherwise",
    "works",
    "",
    entrypoint(
      "",
      other.replace(
        "Other(chains.ChainletBase):",
        'Größe(chains.ChainletBase):\n    remote_config = chains.RemoteConfig(name="size")',
      ),
    ),
  ],
  ["a dictionary for the configuration", "refused", "TC226", entrypoint("remote_config = {}")],
  ["the class of the configuration", "refused", "TC226", entrypoint("remote_config = chains.RemoteConfig")],
  ["a mark with a name", "works", "", entrypoint("", "", '@chains.mark_entrypoint("Hello there")')],
  ["a mark with nothing in its brackets", "refused", "TC226", entrypoint("", "", "@chains.mark_entrypoint()")],
  [
    "a mark on a class that is no chainlet",
    "refused",
    "TC206 TC226",
    entrypoint("", "@chains.mark_entrypoint\nclass Other:\n    pass\n\n"),
  ],
  ["two marks", "refused", "TC206", entrypoint("", `@chains.mark_entrypoint\n${other}`)],
];

const bad = "class Other(chains.ChainletBase):\n    async def run_remote(self, a: Any) -> int: ...\n\n";
const indented = bad.replaceAll(/^(?=.)/gm, "    ");
const others: readonly Row[] = [
  ["another chainlet", "works", "", entrypoint("", other)],
  ["another chainlet of another type", "refused", "TC216", entrypoint("", bad)],
  ["another chainlet without types", "refused", "TC203 TC204", entrypoint("", bad.replace(": Any) -> int", ")"))],
  ["another chainlet that is no method", "refused", "TC223", entrypoint("", bad.replace("self, a: Any", ""))],
  [
    "another chainlet that yields",
    "refused",
    "TC224",
    entrypoint("", bad.replace("a: Any", "a: int").replace("...", "yield 1")),
  ],
  ["another chainlet in a class", "refused", "TC216", entrypoint("", `class Outer:\n${indented}`)],
  ["another chainlet in a function", "works", "", entrypoint("", `def outer():\n${indented}`)],
  [
    "another chainlet where the file is run as a program",
    "works",
    "",
    entrypoint("", `if __name__ == "__main__":\n${indented}`),
  ],
  ["a base without the method", "refused", "TC223", entrypoint("", "class Base(chains.ChainletBase):\n    pass\n\n")],
  [
    "a base with an abstract method",
    "works",
    "",
    entrypoint(
      "",
      "class Base(chains.ChainletBase, abc.ABC):\n    @abc.abstractmethod\n    async def run_remote(self) -> int: ...\n\n",
    ),
  ],
  [
    "a base of a name that truss passes over",
    "works",
    "",
    entrypoint("", "class ChainletBase(chains.ChainletBase):\n    pass\n\n"),
  ],
  [
    "a class like a chainlet that derives from nothing",
    "works",
    "",
    entrypoint("", "class Fake:\n    def run_remote(this, a): ...\n\n"),
  ],
  [
    "an engine builder without a configuration",
    "refused",
    "TC226",
    entrypoint("", "class Llm(chains.EngineBuilderLLMChainlet):\n    remote_config = chains.RemoteConfig()\n\n"),
  ],
  ["two chainlets of one name", "refused", "TC226", entrypoint("", other + other)],
  [
    "two chainlets of one name, one in a class",
    "refused",
    "TC226",
    entrypoint("", `${other}class Outer:\n${other.replaceAll(/^(?=.)/gm, "    ")}`),
  ],
  [
    "a chainlet and a model of one name",
    "works",
    "",
    entrypoint("", `${other}class Other(pydantic.BaseModel):\n    pass\n\n`),
  ],
];

const files: readonly Row[] = [
  [
    "postponed annotations",
    "refused",
    "TC222",
    `from __future__ import annotations\n${method("(self, a: int) -> int")}`,
  ],
  [
    "postponed annotations of a result alone",
    "refused",
    "TC222",
    `from __future__ import annotations\n${method("(self) -> None")}`,
  ],
  [
    "postponed annotations in the file of a model",
    "works",
    "",
    `${head}from shapes_1 import Job\n${entrypoint("").slice(head.length)}`,
    { files: { "shapes_1.py": `from __future__ import annotations\n${models}` } },
  ],
  [
    "a relative import",
    "refused",
    "TC226",
    `from .shapes_2 import Job\n${entrypoint("")}`,
    { files: { "shapes_2.py": models } },
  ],
  ["a file name with a hyphen", "refused", "TC226", entrypoint(""), { file: "my-chain.py" }],
  ["a file of the name model", "refused", "TC226", entrypoint(""), { file: "model.py" }],
  [
    "models in utils.py",
    "broken",
    "TC227",
    `${method("(self, a: utils.Job) -> int", { before: "import utils\n\n" })}`,
    { files: { "utils.py": models }, call: '{"a":{}}' },
  ],
  [
    "models in a utils of a package",
    "broken",
    "TC227",
    `${method("(self, a: Shape) -> int", { before: "from parts.utils import Job as Shape\n\n" })}`,
    { files: { "parts/utils.py": models }, call: '{"a":{}}' },
  ],
  [
    "models in two modules of one name",
    "broken",
    "TC227",
    `${method("(self, a: Left, b: Right) -> int", { before: "from left.shapes import Job as Left\nfrom right.shapes import Task as Right\n\n" })}`,
    { files: { "left/shapes.py": models, "right/shapes.py": models.replace("Job", "Task") }, call: '{"a":{},"b":{}}' },
  ],
  [
    "an argument of the name of its model's file",
    "broken",
    "TC228",
    method("(self, job_file: Job = Job()) -> int"),
    { file: "job_file.py", call: '{"job_file":{}}' },
  ],
  [
    "an argument of the name of its model's file, without a default",
    "works",
    "",
    method("(self, job_note: Job) -> int"),
    { file: "job_note.py", call: '{"job_note":{}}' },
  ],
];

/** Chains by what is around `run_remote`: `__init__`, other methods, other classes, other files. */
export const classProbes: readonly TrussProbe[] = [
  ...inits.map((row) => named("__init__", row)),
  ...[...healths, ...classes].map((row) => named("the class", row)),
  ...others.map((row) => named("the file", row)),
  ...files.map((row) => named("the program", row)),
];

function named(where: string, [title, truss, codes, source, details]: Row): TrussProbe {
  return {
    title: `${where}: ${title}`,
    truss,
    codes: codes.split(" ").filter((code) => code !== ""),
    source,
    ...details,
  };
}
