import type { Direction } from "../../../src/plan/schema/reading.js";

/** What a consumer of one value does with it, as written against the old client. */
export interface ValueUse {
  /** An expression that makes a `Value`. */
  readonly make: string;
  /** Statements that read a `Value` by the name `value`, every case of it. */
  readonly read: string;
}

/** A copy of the types of a client, as a consumer has that declares its own: types without names, and no interfaces. */
export function ownTypes(client: string): string {
  return client.replaceAll(/^export interface (\w+) \{$([\s\S]*?)^\}$/gm, "export type $1 = {$2};");
}

/**
 * The code of a consumer of `Value` in one direction: it calls, it imports each type by name, and has types of its own.
 * The client of the case `1` is `./1-old.js` or `./1-next.js`, and the types of its own are `./1-own.js`.
 */
export function valueConsumer(id: string, client: string, direction: Direction, { make, read }: ValueUse): string {
  const names = [...client.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = ""]) => name);
  const input = ["ScorerInput", "ScorerOutput"];
  const models = names.filter((name) => !input.includes(name));
  const pass = (name: string): string =>
    direction === "input"
      ? `export function pass${name}(value: own.${name}): ${name} { return value; }`
      : `export function pass${name}(value: ${name}): own.${name} { return value; }`;
  const calls =
    direction === "input"
      ? `export function call(value: own.Value): Promise<string> { return invokeScorer({ value }); }
export const written = (): Promise<string> => invokeScorer({ value: ${make} });
export const made: Value = ${make};`
      : `export async function call(): Promise<own.Value> { return await invokeScorer(); }
export async function read(): Promise<unknown> {
const value = await invokeScorer();
${read}
}
export function readNamed(value: Value): unknown {
${read}
}`;
  return `import { invokeScorer, ${models.map((name) => `type ${name}`).join(", ")} } from "./${id}.js";
import type * as own from "./${id.replace(/-.*/, "")}-own.js";
export function never(value: never): never { return value; }
${calls}
${models.map(pass).join("\n")}
`;
}

/** The code of a consumer that does what it is told with what it imports. */
export function chainConsumer(
  id: string,
  { imports, use }: { readonly imports: string; readonly use: string },
): string {
  return `import { ${imports} } from "./${id}.js";\nexport async function use(): Promise<unknown> {\n${use}\nreturn undefined;\n}\n`;
}

/** The code of a consumer of the chain `Hello` that has types of its own for its input and its result. */
export function passingConsumer(id: string, direction: Direction): string {
  const own = `import type * as own from "./${id.replace(/-.*/, "")}-own.js";`;
  return direction === "input"
    ? `${own}\nimport type { HelloInput } from "./${id}.js";\nexport const pass = (value: own.HelloInput): HelloInput => value;\n`
    : `${own}\nimport type { HelloOutput } from "./${id}.js";\nexport const pass = (value: HelloOutput): own.HelloOutput => value;\n`;
}
