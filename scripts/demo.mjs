// The main job, end to end: Python in, TypeScript out, type-check, a local stand-in for the deployed chain, a call, and
// the compile error that a wrong call gives. Arguments: the chain's file, and the folder for what is made.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const chain = process.argv[2] ?? join("fixtures", "hello", "chain.py");
const command = join(root, "packages", "codegen", "bin", "typed-chains.js");
const folder = process.argv[3] ?? join("out", "demo");

const step = (title) => console.log(`\n── ${title} ${"─".repeat(Math.max(0, 76 - title.length))}\n`);
const show = (text) => console.log(text.trimEnd().replace(/^/gm, "  "));
const typedChains = (...args) => execFileSync(process.execPath, [command, ...args], { encoding: "utf8" });

/** Values for the one argument of the chain, and values of another type: both follow the chain's own signature. */
function argumentsFor(signature) {
  const [name, schema] = Object.entries(signature.input.properties)[0];
  const texts = ["Ada", "Grace"];
  const numbers = [1, 2];
  return schema.items?.type === "string"
    ? { name, right: texts, wrong: numbers }
    : { name, right: numbers, wrong: texts };
}

function consumer(signature, name, values) {
  const file = signature.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
  return [
    `import { invoke${signature.name} } from "./chains/${file}.js";`,
    "",
    `const answer = await invoke${signature.name}(`,
    `  { ${name}: ${JSON.stringify(values)} },`,
    `  { baseUrl: process.env["CHAIN_URL"] ?? "", apiKey: "any-key-will-do" },`,
    ");",
    "console.log(JSON.stringify(answer));",
    "",
  ].join("\n");
}

function layProject() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "node_modules", "@typed-chains"), { recursive: true });
  symlinkSync(join(root, "packages", "runtime"), join(folder, "node_modules", "@typed-chains", "runtime"), "junction");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  const types = [join(root, "packages", "codegen", "node_modules", "@types")];
  const compilerOptions = { strict: true, module: "nodenext", target: "es2022", outDir: "dist", rootDir: "src" };
  const options = {
    ...compilerOptions,
    typeRoots: types,
    lib: ["es2022"],
    types: ["node"],
    skipLibCheck: true,
    noEmitOnError: true,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["src"] }));
}

/** Type-checks and builds the project; gives the compiler's messages where it is wrong. */
function compile() {
  const tsc = join(root, "packages", "codegen", "node_modules", "typescript", "bin", "tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", folder, "--pretty", "false"], { encoding: "utf8" });
    return undefined;
  } catch (failure) {
    return failure.stdout;
  }
}

async function startMock() {
  const mock = spawn(process.execPath, [command, "mock", chain, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: mock.stdout })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return { mock, url, line };
  }
  throw new Error("The mock ended before it served anything.");
}

step(`1. The chain: ${relative(root, chain)}`);
show(readFileSync(chain, "utf8"));

layProject();
step("2. typed-chains generate: the typed client");
typedChains("generate", chain, "--out", join(folder, "src", "chains"));
const signature = JSON.parse(typedChains("describe", chain));
const { name, right, wrong } = argumentsFor(signature);
const clientFile = /"\.\/chains\/(.*)\.js"/.exec(consumer(signature, name, right))[1];
show(readFileSync(join(folder, "src", "chains", `${clientFile}.ts`), "utf8"));

step("3. A consumer that type-checks");
const main = join(folder, "src", "main.ts");
writeFileSync(main, consumer(signature, name, right));
show(consumer(signature, name, right));
const problems = compile();
if (problems !== undefined) throw new Error(`The consumer does not compile:\n${problems}`);
console.log("\n  tsc: no error");

step("4. typed-chains mock: a local chain server");
const { mock, url, line } = await startMock();
show(line);

step("5. The call and its answer");
try {
  const env = { ...process.env, CHAIN_URL: url };
  show(execFileSync(process.execPath, [join(folder, "dist", "main.js")], { encoding: "utf8", env }));
} finally {
  mock.kill();
}

step("6. What a wrong call gives");
writeFileSync(main, consumer(signature, name, wrong));
show(consumer(signature, name, wrong));
console.log();
const mistakes = compile();
if (mistakes === undefined) throw new Error("A call with values of another type compiled.");
show(mistakes);
