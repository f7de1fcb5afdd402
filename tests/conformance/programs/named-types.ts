import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import { annotation } from "./annotations.js";
import type { Declared, Maker } from "./declared.js";
import { joinSnippets, type Snippet, snippet } from "./program.js";

/** Types that a statement names, and that are no classes with fields of their own. */
export const typeMakers: readonly Maker[] = [alias, genericAlias, recursiveAlias, newType, rootModel, taggedUnion];

/** A declaration without members. */
function bare(name: string, key: string, kind: Declared["named"]["kind"], head: Snippet, emptyBody?: string): Declared {
  return { declaration: { key, name, head, members: [], emptyBody }, named: { key, kind } };
}

function alias(...[random, name, key, before]: Parameters<Maker>): Declared {
  const head = joinSnippets([annotation(random, before, 2).type], (type) => `${name} = ${type}\n`);
  return bare(name, key, "alias", { ...head, covers: [...head.covers, "alias"] });
}

const genericForms: readonly ((name: string, variable: string) => Snippet)[] = [
  (name, variable) => snippet(`${name} = dict[str, list[${variable}]]\n`, "generic alias"),
  (name, variable) => snippet(`${name} = Union[${variable}, list[${variable}], None]\n`, "generic alias"),
  (name, variable) =>
    snippet(
      `${name} = TypeAliasType("${name}", tuple[${variable}, list[${variable}]], type_params=(${variable},))\n`,
      "generic TypeAliasType",
    ),
];

function genericAlias(random: Random, name: string, key: string): Declared {
  const variable = `${name}T`;
  const form = (random.pick(genericForms) ?? genericForms[0])?.(name, variable) ?? snippet("");
  return bare(name, key, "generic", { ...form, text: `${variable} = TypeVar("${variable}")\n${form.text}` });
}

function recursiveAlias(...[random, name, key, before]: Parameters<Maker>): Declared {
  const head = joinSnippets([annotation(random, before, 0).type], (type) => {
    return `${name} = TypeAliasType("${name}", "Union[${type.replaceAll('"', "'")}, list[${name}], dict[str, ${name}]]")\n`;
  });
  return bare(name, key, "alias", { ...head, covers: [...head.covers, "recursive alias"] });
}

function newType(...[random, name, key, before]: Parameters<Maker>): Declared {
  const head = joinSnippets([annotation(random, before, 1).type], (type) => `${name} = NewType("${name}", ${type})\n`);
  return bare(name, key, "alias", { ...head, covers: [...head.covers, "NewType"] });
}

const rootForms: readonly ((name: string, type: string) => string)[] = [
  (name, type) => `class ${name}(pydantic.RootModel[${type}]):\n`,
  (name, type) => `class ${name}(pydantic.RootModel[${type}]):\n    """What ${name} is."""\n`,
  (name, type) => `class ${name}(pydantic.RootModel):\n    root: ${type}\n`,
  (name, type) => `class ${name}(pydantic.RootModel):\n    root: ${type} = Field(description="What it holds.")\n`,
];

function rootModel(...[random, name, key, before]: Parameters<Maker>): Declared {
  const form = random.pick(rootForms) ?? ((): string => "");
  const head = joinSnippets([annotation(random, before, 2).type], (type = "") => form(name, type));
  return bare(name, key, "row", { ...head, covers: [...head.covers, "root model"] }, "    pass\n");
}

/** Two models that a tag tells apart, of which one has a default. */
function taggedUnion(...[random, name, key, before]: Parameters<Maker>): Declared {
  const parts = [annotation(random, before, 1).type, annotation(random, before, 1).type];
  const head = joinSnippets(parts, (left, right) =>
    [
      `class ${name}Cat(BaseModel):\n    kind: Literal["cat", "kitten"]\n    value: ${left}\n`,
      `class ${name}Dog(BaseModel):\n    kind: Literal["dog"] = "dog"\n    value: ${right}\n`,
      `${name} = Annotated[Union[${name}Cat, ${name}Dog], Field(discriminator="kind")]\n`,
    ].join(""),
  );
  return bare(name, key, "alias", { ...head, covers: [...head.covers, "discriminated union"] });
}
