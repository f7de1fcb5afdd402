import { createRandom, type Random } from "../../../packages/codegen/src/mock/sample/random.js";
import type { Named } from "./annotations.js";
import { declare } from "./declarations.js";
import type { Declared } from "./declared.js";
import { featureKey, featureModule, features } from "./features.js";
import { type Declaration, type EntryPart, type ModulePart, type Program, type Snippet, snippet } from "./program.js";
import { styleNames } from "./render.js";

/** Where modules of our own lie: the name, and the root that it is under. */
const places: readonly (readonly [name: string, root: string])[] = [
  ["models", ""],
  ["pkg.types", ""],
  ["pkg.deep.shapes", ""],
  ["common", "libs"],
];

/** Names are few, so that modules have classes of the same name. */
const classNames = ["Item", "Params", "Result", "Options", "Segment"];
/** So many features in each program. */
const featuresEach = 4;

/** The program of a seed: the same for the same seed. Features take turns, so that all come up. */
export function generateProgram(seed: number): Program {
  const random = createRandom(seed);
  const chosen = Array.from({ length: featuresEach }, (_, index) => {
    return features[(seed * featuresEach + index) % features.length];
  }).filter((feature) => feature !== undefined);
  const named: Named[] = chosen.map((feature) => ({ key: featureKey(feature), kind: "feature" }));
  const used = usedFeatures(named);
  named.push(used.named);
  const modules = places.map(([name, root]) => ownModule(random, name, root, named));
  return {
    modules: [...chosen.map(featureModule), { name: "used", root: "", declarations: [used.declaration] }, ...modules],
    entry: entryPart(random, named),
    importStyle: (importer, imported) =>
      createRandom(seed ^ hash(importer + imported)).between(0, styleNames.length - 1),
  };
}

/** A model with a field of every feature: as arguments of their own, truss would refuse some. */
function usedFeatures(chosen: readonly Named[]): Declared {
  const members = chosen.map(({ key }) => snippet(`    f_${key}: «${key}»\n`, "feature"));
  const head = snippet("class Features(BaseModel):\n", "model");
  const declaration: Declaration = { key: "features", name: "Features", head, members, emptyBody: "    pass\n" };
  return { declaration, named: { key: "features", kind: "model" } };
}

/** A number that follows from a text. */
function hash(text: string): number {
  return [...text].reduce((sum, character) => (Math.imul(sum, 31) + character.charCodeAt(0)) | 0, 7);
}

/** Modules are made in order, and use what was made before: imports never go in a circle, which Python would refuse. */
function ownModule(random: Random, name: string, root: string, named: Named[]): ModulePart {
  const declarations: Declaration[] = [];
  const taken = new Set<string>();
  for (let count = random.between(1, 3); count > 0; count -= 1) {
    const wanted = random.pick(classNames) ?? "Item";
    const className = taken.has(wanted) ? `${wanted}${taken.size}` : wanted;
    taken.add(className);
    const { declaration, named: made } = declare(random, className, `${named.length}`, named);
    declarations.push(declaration);
    named.push(made);
  }
  return { name, root, declarations };
}

const importStyles: readonly Snippet[] = [
  snippet("import truss_chains as chains\n", "import truss_chains as chains"),
  snippet("try:\n    import truss_chains as chains\nexcept ImportError:\n    chains = None\n", "try/except import"),
];

const extraChainlets: readonly Snippet[] = [
  snippet(
    "class Grid(BaseModel):\n    array: pydantic_numpy.NumpyArrayField\n\nclass Helper(chains.ChainletBase):\n    def run_remote(self, grid: Grid) -> int:\n        return 1\n",
    "other chainlets",
  ),
];

const results: readonly Snippet[] = [
  snippet("str", "returns str"),
  snippet("float", "returns float"),
  snippet("None", "returns None"),
  snippet("list[str]", "returns list[str]"),
  snippet("dict[str, int]", "returns dict"),
  snippet("AsyncIterator[str]", "streams text"),
  snippet("AsyncIterator[bytes]", "streams bytes"),
];

function entryPart(random: Random, named: readonly Named[]): EntryPart {
  const models = named.filter(({ kind }) => kind === "model");
  const result = resultOf(random, models);
  const isStream = result.text.startsWith("AsyncIterator");
  const isSocket = random.between(0, 19) === 0;
  const hack =
    'import sys\nfrom pathlib import Path\nsys.path.append(str(Path(__file__).resolve().parent.parent / "libs"))\n';
  const importStyle = random.pick(importStyles) ?? snippet("");
  const given = isSocket ? [snippet("websocket: chains.WebSocketProtocol", "websocket")] : argumentsOf(random, named);
  return {
    importStyle,
    preamble: [snippet(hack, "sys.path"), snippet("from typing import AsyncIterator\n")],
    extraChainlets: random.between(0, 2) === 0 ? extraChainlets : [],
    isConditional: random.between(0, 4) === 0,
    isAsync: isStream || isSocket || random.between(0, 1) === 0,
    arguments: given,
    result: isSocket ? snippet("None", "returns None") : result,
  };
}

function resultOf(random: Random, models: readonly Named[]): Snippet {
  const model = random.pick(models);
  const other = random.pick(models);
  if (model === undefined || other === undefined || random.between(0, 1) === 0) {
    return random.pick(results) ?? snippet("str");
  }
  const forms: readonly Snippet[] = [
    snippet(`«${model.key}»`, "returns a model"),
    snippet(`list[«${model.key}»]`, "returns list[Model]"),
    snippet(`tuple[int, «${model.key}», «${other.key}»]`, "returns tuple"),
  ];
  return random.pick(forms) ?? snippet("str");
}

/** One argument of every model, and some defaulted ones. */
function argumentsOf(random: Random, named: readonly Named[]): readonly Snippet[] {
  const models = named.filter(({ kind }) => kind === "model");
  const own = models.map(({ key }) => {
    const form = random.pick([`«${key}»`, `list[«${key}»]`, `dict[str, «${key}»]`]) ?? "";
    return snippet(`a_${key}: ${form}`, "model");
  });
  const defaulted: readonly Snippet[] = [
    snippet("count: int = SIZE * 2", "defaulted argument", "constant arithmetic"),
    snippet("label: str = None", "defaulted argument"),
    ...models.flatMap(({ key, default: value }) =>
      value === undefined ? [] : [snippet(`d_${key}: «${key}» = ${value}`, "model-instance default")],
    ),
  ];
  return [...own, ...defaulted.filter(() => random.between(0, 1) === 0)];
}

/** What is covered by an entry that no snippet says. */
export function coversOfEntry({ isConditional, isAsync }: EntryPart): readonly string[] {
  return [...(isConditional ? ["class in a condition"] : []), isAsync ? "async run_remote" : "sync run_remote"];
}
