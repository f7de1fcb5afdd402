import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { generateClient } from "../../../src/generate.js";
import { diskHost } from "../../../src/read/hosts/disk-host.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { JsonSchemaObject } from "../../../src/signature.js";

const model = "from pydantic import BaseModel\nclass Item(BaseModel):\n    x: int\n";
/** A stub: what truss says of a chain's imports and of where its models are is no matter of these tests. */
const chain = (imports: string, annotation: string): string =>
  `import truss_chains as chains\n${imports}\n\nclass C:\n    def run_remote(self, a: ${annotation}) -> int: ...\n`;

interface Program {
  readonly files: Readonly<Record<string, string>>;
  readonly entry?: string;
  readonly roots?: readonly string[];
}

function read({ files, entry = "chain.py", roots }: Program): ReturnType<typeof readPythonSource> {
  return readPythonSource(memoryHost(files), entry, roots === undefined ? {} : { roots });
}

/** The argument's schema, with a reference replaced by what it refers to. */
function argument(program: Program): unknown {
  const { signature, diagnostics } = read(program);
  expect(diagnostics).toStrictEqual([]);
  const input: JsonSchemaObject = signature?.input ?? {};
  const schema = input.properties?.["a"];
  const name = typeof schema === "object" ? schema.$ref?.replace("#/$defs/", "") : undefined;
  return name === undefined ? schema : input.$defs?.[name];
}

const item = { properties: { x: { title: "X", type: "integer" } }, required: ["x"], title: "Item", type: "object" };

describe("a type is found where Python would import it from", () => {
  test.each<[string, string, string, Record<string, string>]>([
    ["a module beside the file", "from models import Item", "Item", { "models.py": model }],
    ["under another name", "from models import Item as I", "I", { "models.py": model }],
    ["through the module", "import models", "models.Item", { "models.py": model }],
    ["through the module under another name", "import models as m", "m.Item", { "models.py": model }],
    [
      "a module of a package",
      "import pkg.models",
      "pkg.models.Item",
      { "pkg/__init__.py": "", "pkg/models.py": model },
    ],
    [
      "a dotted module under another name",
      "import pkg.models as m",
      "m.Item",
      { "pkg/__init__.py": "", "pkg/models.py": model },
    ],
    ["a folder that is no package", "from pkg.models import Item", "Item", { "pkg/models.py": model }],
    [
      "a module as a name of its package",
      "from pkg import models",
      "models.Item",
      { "pkg/__init__.py": "", "pkg/models.py": model },
    ],
    ["a relative import", "from .models import Item", "Item", { "models.py": model }],
    ["a relative import of a module", "from . import models", "models.Item", { "models.py": model }],
    [
      "exported again",
      "from pkg import Item",
      "Item",
      { "pkg/__init__.py": "from .models import Item", "pkg/models.py": model },
    ],
    [
      "exported again under another name",
      "from pkg import Thing",
      "Thing",
      { "pkg/__init__.py": "from .models import Item as Thing", "pkg/models.py": model },
    ],
    [
      "exported again through an assignment",
      "import pkg",
      "pkg.Thing",
      { "pkg/__init__.py": "from . import models\nThing = models.Item", "pkg/models.py": model },
    ],
    [
      "from the package above",
      "from pkg.api.types import Item",
      "Item",
      { "pkg/__init__.py": "", "pkg/api/types.py": "from ..models import Item", "pkg/models.py": model },
    ],
    [
      "from two packages above",
      "from pkg.a.b.c import Item",
      "Item",
      { "pkg/a/b/c.py": "from ...models import Item", "pkg/models.py": model },
    ],
    ["a star import", "from models import *", "Item", { "models.py": model }],
    [
      "a star import of what is listed",
      "from models import *",
      "_Item",
      { "models.py": `__all__ = ["_Item"]\n${model}_Item = Item\n` },
    ],
    [
      "the last of several star imports",
      "from other import *\nfrom models import *",
      "Item",
      { "other.py": "class Item: pass", "models.py": model },
    ],
    [
      "a star import after a class of the name",
      "class Item: pass\nfrom models import *",
      "Item",
      { "models.py": model },
    ],
    [
      "a star import of a star import",
      "from pkg import *",
      "Item",
      { "pkg/__init__.py": "from .models import *", "pkg/models.py": model },
    ],
    [
      "star imports in a circle",
      "from a import *",
      "Item",
      { "a.py": "from b import *", "b.py": `from a import *\n${model}` },
    ],
    [
      "a star import of pydantic in another module",
      "from models import *",
      "Item",
      { "models.py": model.replace("import BaseModel", "import *") },
    ],
    [
      "under TYPE_CHECKING",
      "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from models import Item",
      "Item",
      { "models.py": model },
    ],
    [
      "in a try",
      "try:\n    from models import Item\nexcept ImportError:\n    Item = None",
      "Item",
      { "models.py": model },
    ],
    [
      "in a condition",
      "import os\nif os.environ.get('X'):\n    from models import Item\nelse:\n    Item = None",
      "Item",
      { "models.py": model },
    ],
    [
      "a class in a class",
      "from models import Outer",
      "Outer.Item",
      { "models.py": "from pydantic import BaseModel\nclass Outer:\n    class Item(BaseModel):\n        x: int\n" },
    ],
    [
      "a class in the base of a class",
      "from models import Outer",
      "Outer.Item",
      {
        "models.py":
          "from pydantic import BaseModel\nclass Base:\n    class Item(BaseModel):\n        x: int\nclass Outer(Base): pass\n",
      },
    ],
    [
      "a package before a module of its name",
      "from models import Item",
      "Item",
      { "models/__init__.py": model, "models.py": "Item = str" },
    ],
    ["a stub, where there is no module", "from models import Item", "Item", { "models.pyi": model }],
    [
      "what a package binds, before a module of the name",
      "from pkg import Item",
      "Item",
      { "pkg/__init__.py": model, "pkg/Item.py": "" },
    ],
    [
      "imports in a circle",
      "from a import Item",
      "Item",
      { "a.py": `import b\n${model}`, "b.py": "from a import Item" },
    ],
    [
      "a base in another module",
      "from models import Item",
      "Item",
      {
        "models.py": "from base import Base\nclass Item(Base):\n    x: int\n",
        "base.py": "from pydantic import BaseModel\nclass Base(BaseModel): pass\n",
      },
    ],
    [
      "a mixin of another module",
      "from models import Item",
      "Item",
      {
        "models.py": "from pydantic import BaseModel\nfrom mixins import X\nclass Item(X, BaseModel): pass\n",
        "mixins.py": "from pydantic import BaseModel\nclass X(BaseModel):\n    x: int\n",
      },
    ],
    [
      "a name that is bound again",
      "from other import Item\nfrom models import Item",
      "Item",
      { "other.py": "Item = str", "models.py": model },
    ],
    [
      "what Python imports, and not what type checkers see",
      "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from other import Item\nelse:\n    from models import Item",
      "Item",
      { "other.py": "Item = str", "models.py": model },
    ],
  ])("%s", (_title, imports, annotation, files) => {
    expect(argument({ files: { ...files, "chain.py": chain(imports, annotation) } })).toStrictEqual(item);
  });
});

describe("a name that is bound several times stands for what it was bound to last where it is used", () => {
  test.each<[string, string, Record<string, string>]>([
    [
      "a class and its base of the same name",
      "from models import Item\nclass Item(Item): pass",
      { "models.py": model },
    ],
    ["a base of a star import", "from models import *\nclass Item(Item): pass", { "models.py": model }],
    ["a base of its own file", `${model}class Item(Item): pass`, {}],
    [
      "a base of pydantic's name",
      "from pydantic import BaseModel\nclass BaseModel(BaseModel): pass\nclass Item(BaseModel):\n    x: int",
      {},
    ],
    ["a base whose name is taken later", `${model.replace("Item", "Base")}class Item(Base): pass\nBase = int`, {}],
    ["an alias that is assigned again", `Number = int\n${model.replace("x: int", "x: Number")}Number = str`, {}],
    [
      "a class that is named before it is there",
      `from __future__ import annotations\n${model.replace("x: int", "x: Number")}Number = int`,
      {},
    ],
  ])("%s", (_title, imports, files) => {
    expect(argument({ files: { ...files, "chain.py": chain(imports, "Item") } })).toStrictEqual(item);
  });
});

describe("the folders that imports start in", () => {
  const imported = chain("from models import Item", "Item");

  test.each<[string, Program]>([
    ["the folder of the file", { entry: "app/chain.py", files: { "app/chain.py": imported, "app/models.py": model } }],
    [
      "a root that is asked for",
      { entry: "app/chain.py", roots: ["libs"], files: { "app/chain.py": imported, "libs/models.py": model } },
    ],
    [
      "the file's folder before a root",
      { roots: ["libs"], files: { "chain.py": imported, "models.py": model, "libs/models.py": "Item = str" } },
    ],
    [
      "a root of installed libraries",
      {
        roots: ["venv/site-packages"],
        files: {
          "chain.py": imported,
          "venv/site-packages/models/__init__.py": model,
          "venv/site-packages/pydantic/__init__.py": "BaseModel = object",
        },
      },
    ],
  ])("%s", (_title, program) => {
    expect(argument(program)).toStrictEqual(item);
  });

  test.each([
    [
      "append",
      'import sys, os\nsys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "libs"))',
    ],
    [
      "insert",
      'import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).resolve().parent.parent / "libs"))',
    ],
    [
      "extend",
      'import sys\nfrom pathlib import Path\nROOT = Path(__file__).parents[1]\nsys.path.extend([str(ROOT / "libs")])',
    ],
    ["+=", 'import sys, os\nsys.path += [os.path.dirname(__file__) + "/../libs"]'],
    [
      "in a condition",
      'from sys import path\nfrom pathlib import Path\nif True:\n    path.append(Path(__file__).absolute().parent.joinpath("..", "libs").as_posix())',
    ],
    ["a folder of the file's own", 'import sys\nsys.path.append("../libs")'],
  ])("sys.path: %s", (_title, statement) => {
    const files = {
      "pyproject.toml": "",
      "app/chain.py": chain(`${statement}\nfrom models import Item`, "Item"),
      "libs/models.py": model,
    };
    expect(argument({ entry: "app/chain.py", files })).toStrictEqual(item);
  });

  test("external_package_dirs", () => {
    const config =
      '    remote_config = chains.RemoteConfig(docker_image=chains.DockerImage(external_package_dirs=[chains.make_abs_path_here("../libs")]))\n';
    const source = chain("from models import Item", "Item").replace("    def run", `${config}    def run`);
    const files = { "pyproject.toml": "", "app/chain.py": source, "libs/models.py": model };
    expect(argument({ entry: "app/chain.py", files })).toStrictEqual(item);
  });

  test("a folder outside of the project is not read, and the root to give is named", () => {
    const statement =
      'import sys\nfrom pathlib import Path\nsys.path.append(str(Path(__file__).parent.parent.parent / "libs"))';
    const files = {
      "team/pyproject.toml": "",
      "team/app/chain.py": chain(`${statement}\nfrom models import Item`, "Item"),
      "libs/models.py": model,
    };
    const { signature, diagnostics, filesRead } = read({ entry: "team/app/chain.py", files });
    expect(signature?.input?.properties).toStrictEqual({ a: { title: "A" } });
    expect(diagnostics.map(({ code, help }) => [code, help])).toStrictEqual([
      [
        "TC210",
        'use a pydantic model or a type that pydantic knows, or say with `--types` what it is, by the key "models.Item"; `libs`, which the file puts on its path, lies outside the project (the nearest folder with .git or pyproject.toml): allow it with `--root libs`, or give `--introspect`, which reads the live classes with your own Python',
      ],
    ]);
    expect(filesRead.filter((path) => path.startsWith("libs"))).toStrictEqual([]);
    expect(argument({ entry: "team/app/chain.py", files, roots: ["libs"] })).toStrictEqual(item);
  });

  test("a relative import does not lead out of them", () => {
    const files = { "app/chain.py": chain("from ..models import Item", "Item"), "models.py": model };
    expect(read({ entry: "app/chain.py", files }).diagnostics.map(({ code, help }) => [code, help])).toStrictEqual([
      [
        "TC210",
        "use a pydantic model or a type that pydantic knows, or say with `--types` what it is; give the folder that holds it with `--root`, or give `--introspect`, which reads the live classes with your own Python",
      ],
    ]);
    expect(argument({ entry: "app/chain.py", files, roots: ["."] })).toStrictEqual(item);
  });

  test.each([
    ["the current folder", "import ml.common.models", "ml.common.models.Item", "."],
    ["a folder around the file", "from common import models", "models.Item", "ml"],
    ["a folder around the file, as a file", "from common.models import Item", "Item", "ml"],
  ])("a module that is found in %s is not read, and the root to give is named", (_where, statement, type, root) => {
    const source = chain(statement, type);
    const files = { "pyproject.toml": "", "ml/chains/chain.py": source, "ml/common/models.py": model };
    const { diagnostics, filesRead } = read({ entry: "ml/chains/chain.py", files });
    const module = /(?:import|from) (\S+)/.exec(statement)?.[1] ?? "";
    expect(diagnostics.map(({ code, help }) => [code, help])).toStrictEqual([
      ["TC210", `\`${module}\` is found below \`${root}\`: give \`--root ${root}\` (\`roots\` in a config)`],
    ]);
    expect(filesRead).toContain(`${root === "." ? "" : `${root}/`}${module.replaceAll(".", "/")}.py`);
    expect(argument({ entry: "ml/chains/chain.py", files, roots: [root] })).toStrictEqual(item);
  });

  test("a module of a folder around the project is nothing that is named", () => {
    const files = { "a/team/pyproject.toml": "", "a/team/app/chain.py": chain("from models import Item", "Item") };
    const { diagnostics } = read({ entry: "a/team/app/chain.py", files: { ...files, "a/models.py": model } });
    expect(diagnostics[0]?.help).toContain("if it is a module of yours");
  });

  test("a root that is no folder is said before what follows from it", () => {
    const files = { "app/chain.py": chain("from models import Item", "Item") };
    const { diagnostics } = read({ entry: "app/chain.py", files, roots: ["missing"] });
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC241", "TC210"]);
  });

  test("a root that is no folder is an error", () => {
    const { diagnostics } = read({ files: { "chain.py": chain("", "int") }, roots: ["missing"] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toStrictEqual([
      ["TC241", "The root `missing` is not a folder, or is empty"],
    ]);
  });
});

describe("what cannot be imported", () => {
  const codes = (files: Record<string, string>): readonly unknown[] =>
    read({ files }).diagnostics.map(({ code, message, location }) => [code, location?.file, location?.line, message]);

  test("a name that its module does not have", () => {
    const files = { "chain.py": chain("from models import Itme", "Itme"), "models.py": model };
    expect(codes(files)).toStrictEqual([["TC211", "chain.py", 5, "The module `models` has no `Itme`"]]);
  });

  test.each<[string, string, string, Record<string, string>]>([
    ["in a module that is read", "from models import Itme", "error", { "models.py": model }],
    [
      "in a module that may make names as it runs",
      "from models import Itme",
      "warning",
      { "models.py": `${model}globals()["X"] = 1\n` },
    ],
    [
      "in a module with names by __getattr__",
      "from models import Itme",
      "warning",
      { "models.py": `${model}def __getattr__(name): ...\n` },
    ],
    [
      "in a module with a star import of a library",
      "from models import Itme",
      "warning",
      { "models.py": `from torch import *\n${model}` },
    ],
    ["in the file", "from models import Item", "error", { "models.py": model }],
    [
      "in a file with a star import of a library",
      "from torch import *\nfrom models import Item",
      "warning",
      { "models.py": model },
    ],
  ])("a name that is not there %s is an error where that is certain: %s", (_title, imports, severity, files) => {
    const { diagnostics } = read({ files: { ...files, "chain.py": chain(imports, "Itme") } });
    expect(diagnostics.map((found) => found.severity)).toStrictEqual([severity]);
    expect(diagnostics[0]?.help).toContain("is `Item` meant?");
  });

  test("a module with a syntax error, said once and in its own file", () => {
    const source = chain("from models import Item, Other", "Item").replace("-> int", "-> Other");
    const found = codes({ "chain.py": source, "models.py": "class Item(:\n" });
    expect(found).toStrictEqual([["TC201", "models.py", 1, expect.any(String)]]);
  });

  test("a type of a library that another module imports, with the line of that import", () => {
    const files = {
      "chain.py": chain("from models import Item", "Item"),
      "models.py": "from torch import Tensor\nfrom pydantic import BaseModel\nclass Item(BaseModel):\n    x: Tensor\n",
    };
    expect(codes(files)).toStrictEqual([
      [
        "TC210",
        "models.py",
        4,
        "The type `Tensor`, imported from `torch` (models.py:1), cannot be resolved and becomes `unknown`",
      ],
    ]);
  });

  test("a problem in the alias of another module is said where the alias is used", () => {
    const files = {
      "chain.py": chain("from models import Item", "Item"),
      "models.py": "import torch\nItem = list[torch.Tensor]\n",
    };
    expect(codes(files)).toStrictEqual([
      [
        "TC210",
        "chain.py",
        5,
        "The type `torch.Tensor`, imported from `torch` (models.py:1), cannot be resolved and becomes `unknown`",
      ],
    ]);
  });
});

test("a link does not lead out of the folders that are read", async () => {
  const folder = await mkdtemp(join(tmpdir(), "typed-chains-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "app"));
  await mkdir(join(folder, "libs"));
  await writeFile(join(folder, "libs/models.py"), model);
  await symlink("../libs/models.py", join(folder, "app/models.py"));
  await writeFile(join(folder, "app/chain.py"), chain("from models import Item", "Item"));
  const host = diskHost(folder);
  const { diagnostics } = readPythonSource(host, "app/chain.py", {});
  expect(diagnostics.map(({ code, help }) => [code, help])).toStrictEqual([
    [
      "TC210",
      'use a pydantic model or a type that pydantic knows, or say with `--types` what it is, by the key "models.Item"; `app/models.py` is a link that leads out of the folders that are read: give the folder that it leads to with `--root`, or give `--introspect`, which reads the live classes with your own Python',
    ],
  ]);
  expect(readPythonSource(host, "app/chain.py", { roots: ["libs"] }).diagnostics).toStrictEqual([]);
});

test("modules that no annotation leads to are neither read nor looked for twice", () => {
  const files = {
    "chain.py": chain("import helpers\nfrom models import Item", "Item"),
    "helpers.py": "this is no Python",
    "models.py": `import more_helpers\n${model}`,
    "more_helpers.py": "nor is this",
  };
  const { diagnostics, filesRead } = read({ files });
  expect(diagnostics).toStrictEqual([]);
  expect(filesRead).toStrictEqual(["chain.py", "models/__init__.py", "models.py"]);
});

test("run_remote may be inherited from a class of another module", () => {
  const base =
    "import truss_chains as chains\nfrom models import Item\nclass Base(chains.ChainletBase):\n    def run_remote(self, a: Item) -> Item: ...\n";
  const source =
    "import truss_chains as chains\nfrom base import Base\n@chains.mark_entrypoint\nclass C(Base):\n    pass\n";
  expect(argument({ files: { "chain.py": source, "base.py": base, "models.py": model } })).toStrictEqual(item);
});

test("classes of one name in two modules are told apart as pydantic does", () => {
  const source = chain(
    "import one, two\nfrom pydantic import BaseModel\nclass Both(BaseModel):\n    a: one.Item\n    b: two.Item",
    "Both",
  );
  const { signature } = read({ files: { "chain.py": source, "one.py": model, "two.py": model.replace("x", "y") } });
  expect(Object.keys(signature?.input?.$defs ?? {}).sort()).toStrictEqual(["Both", "one__Item", "two__Item"]);
});

test("defaults and constants are followed into other modules", () => {
  const fields = "class Item(BaseModel):\n    mode: Mode = Mode.FAST\n    size: int = settings.SIZE * 2";
  const source = chain(`import settings\nfrom pydantic import BaseModel\nfrom settings import Mode\n${fields}`, "Item");
  const settings = 'from enum import Enum\nfrom limits import *\nclass Mode(str, Enum):\n    FAST = "fast"\n';
  const { signature, diagnostics } = read({
    files: { "chain.py": source, "settings.py": settings, "limits.py": "SIZE = 21\n" },
  });
  expect(diagnostics).toStrictEqual([]);
  const found = signature?.input?.$defs?.["Item"];
  expect(found).toMatchObject({ properties: { mode: { default: "fast" }, size: { default: 42, type: "integer" } } });
});

test("what is wrong with a module that chains share is said once", async () => {
  const files = {
    "a.py": chain("from models import Item", "Item"),
    "b.py": chain("from models import Item", "Item"),
    "models.py": "from inner import *\n",
    "inner.py": "class Item(:\n",
  };
  const requests = ["a.py", "b.py"].map((path) => ({ source: { path, options: {} }, label: path }));
  const { diagnostics } = await generateClient(memoryHost(files), requests, { importExtension: "js" });
  expect(diagnostics.map(({ code, location }) => [code, location?.file])).toStrictEqual([["TC201", "inner.py"]]);
});

test("a module that chains share is read anew where it has changed", () => {
  const files: Record<string, string> = { "chain.py": chain("from models import Item", "Item"), "models.py": model };
  const host = memoryHost(files);
  const changing = { ...host, read: (path: string) => memoryHost(files).read(path) };
  const keys = () => Object.keys(readPythonSource(changing, "chain.py", {}).signature?.input?.$defs?.["Item"] ?? {});
  expect(keys()).toContain("required");
  files["models.py"] = model.replace("x: int", "x: int = 1");
  expect(keys()).not.toContain("required");
});

test.each([
  ["types", "rename `types.py`, because Python has a module of that name, and import it without the dot"],
  ["models", "write `from models import …`: modules are looked up from the folder of the file"],
])("what to write for a relative import is said: of `.%s`", (module, help) => {
  const code = `import truss_chains as chains\nfrom .${module} import Item\nclass C(chains.ChainletBase):\n    async def run_remote(self, a: Item) -> int: ...\n`;
  const { diagnostics } = read({ files: { "chain.py": code, [`${module}.py`]: model } });
  expect(diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.help])).toStrictEqual([["TC226", help]]);
});
