import * as v from "valibot";
import { chainId, chainName, isChainUrl } from "../chain-values.js";
import { isPackageVersion, isRegistryUrl, packageNameProblem } from "../package/package-problems.js";
import type { ChainConfig, PackageConfig, SchemaPairConfig, SharedConfig, TypedChainsConfig } from "./config.js";

/** A schema for every key, so that none of a type is forgotten. */
type Entries<T> = Record<keyof T, v.GenericSchema>;

/** A text that is not empty. Its message says what to give. */
function text(expected: string, pattern?: RegExp): v.GenericSchema<string> {
  const isFit =
    pattern === undefined ? v.nonEmpty<string, string>(expected) : v.regex<string, string>(pattern, expected);
  return v.pipe(v.string(expected), isFit);
}

/** A key that may be left out, and what it means. */
function optional<T>(about: string, schema: v.GenericSchema<T>): v.OptionalSchema<v.GenericSchema<T>, undefined> {
  return v.optional(v.pipe(schema, v.description(about)));
}

/** An object that is no list, which valibot takes for an object without keys. */
function noList<T>(schema: v.GenericSchema<T>, expected: string): v.GenericSchema<T> {
  return v.pipe(
    v.custom<T>((value) => !Array.isArray(value), expected),
    schema,
  );
}

/** Whether a value is an object with this key alone. */
function isRecordOf(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).join() === key;
}

const flag = v.boolean("true or false");
const path = text("a path, relative to the folder of the config");

/** A text that passes a check. Its message says what to give. */
function checked(expected: string, isRight: (text: string) => boolean): v.GenericSchema<string> {
  return v.pipe(v.string(expected), v.check(isRight, expected));
}

const packageName = checked(
  'the name of a package, such as "@acme/hello"',
  (name) => packageNameProblem(name) === undefined,
);
const packageForm = 'the name of a package, such as "@acme/hello", or an object';
const packageEntries = {
  name: optional("The name in the registry, such as `@acme/hello`.", packageName),
  version: optional(
    "The version that a new package starts with.",
    checked('a version, such as "1.0.0"', isPackageVersion),
  ),
  registry: optional(
    "The registry to publish it to.",
    checked('the URL of a registry without a key in it, such as "https://npm.example.com/"', isRegistryUrl),
  ),
  access: optional("Who may install it.", v.picklist(["public", "restricted"], "public or restricted")),
  license: optional("The file of its licence.", path),
} satisfies Entries<PackageConfig>;
const packageParts = v.strictObject(packageEntries, packageForm);

const typesForm =
  'JSON Schemas by qualified name, such as { "torch.Tensor": { "type": "array" } }, or the path of a JSON file';
const jsonSchema = v.union([v.boolean(), noList(v.looseObject({}), "a JSON Schema")], "a JSON Schema");

const shared = {
  out: optional(
    "The folder of the client; chains in the same folder share an index.",
    text('a folder, such as "src/chains"'),
  ),
  package: optional(
    "Turns the folder into a package that can be published: its name, or an object that says more.",
    v.union([packageName, noList(packageParts, packageForm)], packageForm),
  ),
  binary: optional("Whether to also write calls in binary form, with bytes and numpy arrays as they are.", flag),
  nanAsNull: optional("Whether floats in answers may be `null`, because NaN and infinity arrive as `null`.", flag),
  schemas: optional("Whether to also write the JSON Schema of the arguments, as a constant.", flag),
  strict: optional("Whether to treat anything that is not known for certain as an error; excludes `lenient`.", flag),
  lenient: optional(
    "Whether to warn about what truss refuses in a Python source, instead of failing; excludes `strict`.",
    flag,
  ),
  roots: optional(
    "Other folders to look up imports in, besides the chain's own.",
    v.array(text('a folder, such as "src"'), 'a list of folders, such as ["src"]'),
  ),
  types: optional(
    "The types of other libraries: JSON Schemas by qualified name, or the path of a JSON file that contains them.",
    v.union([path, noList(v.record(v.string(), jsonSchema, typesForm), typesForm)], typesForm),
  ),
  introspect: optional("Whether to run the Python source instead of reading it; excludes `types`.", flag),
  python: optional(
    "The interpreter that runs it: a path, or a name (without a slash) that is on `PATH`.",
    text('an interpreter, such as ".venv/bin/python"'),
  ),
} satisfies Entries<SharedConfig>;

const pairEntries = {
  input: v.pipe(path, v.description("The schema of the arguments.")),
  output: v.pipe(path, v.description("The schema of the result.")),
} satisfies Entries<SchemaPairConfig>;
const sourceForm =
  'a path, a glob, or { input, output }; a list is several chains, such as [{ source: "a.py" }, { source: "b.py" }]';
const pair = noList(v.strictObject(pairEntries, "the file of a plain JSON Schema"), sourceForm);

const id = text('the id alone, such as "abc123": letters and digits', chainId);
const idForm = 'an id, such as "abc123", ids by environment, or { env: "VARIABLE" }';
const variable = noList(
  v.strictObject({ env: text("the name of an environment variable", /^[A-Za-z_]\w*$/) }, idForm),
  idForm,
);
const environment = text("the name of an environment: `env` must be the only key, and names a variable", /^(?!env$)./s);
const ids = v.pipe(
  // What looks like a variable is told what is wrong with that.
  v.custom<Record<string, string>>((value) => !isRecordOf(value, "env"), idForm),
  v.record(environment, id, idForm),
  v.minEntries<Record<string, string>, 1, string>(1, "the id of at least one environment"),
);

const chainEntries = {
  source: v.pipe(
    v.union([path, pair], sourceForm),
    v.description("Where the signature comes from: a path, `git:REV:path`, a glob, or two plain JSON Schemas."),
  ),
  entrypoint: optional(
    "The chain's class, if the file does not mark exactly one.",
    text('a class of the source, such as "HelloAll"'),
  ),
  name: optional(
    "The name in TypeScript, instead of the class's; required with two plain JSON Schemas.",
    text('a name such as "HelloWorld": letters, digits, - and _, beginning with a letter', chainName),
  ),
  chainId: optional(
    'Built into the client, so that calls need no address: an id, ids by environment, or `{ env: "VARIABLE" }`; excludes `chainUrl`.',
    v.union([id, variable, noList(ids, idForm)], idForm),
  ),
  chainUrl: optional(
    "Instead of the id: the chain's URL, as the platform shows it; excludes `chainId`.",
    checked(
      'the URL that the platform shows, such as "https://chain-abc123.api.baseten.co/production/run_remote"',
      isChainUrl,
    ),
  ),
  transport: optional(
    "What a running chain streams, if its schema document does not say.",
    v.picklist(["text-stream", "byte-stream", "framed-stream"], "text-stream, byte-stream or framed-stream"),
  ),
  ...shared,
} satisfies Entries<ChainConfig>;
const chain = v.strictObject(chainEntries, 'an object with a source, such as { source: "chain.py" }');

const configEntries = {
  $schema: optional("The JSON Schema of a config, for editors.", v.string("the path or the URL of a JSON Schema")),
  ...shared,
  importExtension: optional(
    "The extension in the client's own imports: `none` for Next.js, React Native and webpack.",
    v.picklist(["js", "ts", "none"], "js, ts or none"),
  ),
  chains: optional(
    "The chains that `generate` writes clients for.",
    v.array(chain, 'a list of chains, such as [{ source: "chain.py" }]'),
  ),
} satisfies Entries<TypedChainsConfig>;

/** What a config looks like: for checking one, and for the JSON Schema that editors read. */
export const configSchema: v.GenericSchema<TypedChainsConfig> = v.strictObject(configEntries, "the keys of a config");

/** The keys of each level of a config. */
export const configKeys: Readonly<Record<"config" | "chain" | "pair" | "package", readonly string[]>> = {
  config: Object.keys(configEntries),
  chain: Object.keys(chainEntries),
  pair: Object.keys(pairEntries),
  package: Object.keys(packageEntries),
};
