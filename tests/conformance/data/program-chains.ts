import { join } from "node:path";
import type { PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import { hasSeveralForms, readProgram } from "../programs/compare.js";
import { featureKey, featureModule, features } from "../programs/features.js";
import { generateProgram } from "../programs/generate.js";
import { type Declaration, type Program, snippet } from "../programs/program.js";
import type { ChainFile } from "./chain-files.js";
import { leftOutFeatures } from "./feature-chains.js";
import { withoutDeclarations } from "./without-declarations.js";
import { writeProgram } from "./write-program.js";

/** So many features each program gets beside its own. */
const moreFeatures = 6;

/** Programs that answer in JSON and together have every feature of pydantic's that can be used, written into a folder. */
export async function programChains(folder: string): Promise<readonly ChainFile[]> {
  const programs = [...choosePrograms()];
  return await Promise.all(
    programs.map(([seed, program]) => writeProgram(`the program of seed ${seed}`, program, join(folder, String(seed)))),
  );
}

function choosePrograms(): ReadonlyMap<number, Program> {
  let missing = features.filter((feature) => !leftOutFeatures.includes(feature));
  const chosen = new Map<number, Program>();
  for (let seed = 0; missing.length > 0; seed += 1) {
    const program = withoutDeclarations(generateProgram(seed), new Set(leftOutFeatures.map(featureKey)));
    // What is drawn for a result is from pydantic's document, which has one form of each class.
    if (!answersInJson(program) || hasSeveralForms(readProgram(program).signature)) continue;
    const others = missing.filter((feature) => !hasFeature(program, feature));
    // Its own are the next ones in the order of the features.
    chosen.set(seed, withFeatures(program, others.slice(-moreFeatures)));
    missing = others.slice(0, -moreFeatures);
  }
  return chosen;
}

function answersInJson({ entry }: Program): boolean {
  const isSocket = entry.arguments.some(({ text }) => text.includes("WebSocketProtocol"));
  return !isSocket && !entry.result.text.startsWith("AsyncIterator");
}

function hasFeature({ modules }: Program, feature: PydanticCase): boolean {
  return modules.some(({ declarations }) => declarations.some(({ key }) => key === featureKey(feature)));
}

/** The program with further features, as fields of the model that has those of its own. */
function withFeatures(program: Program, more: readonly PydanticCase[]): Program {
  const fields = more.map(featureKey).map((key) => snippet(`    f_${key}: «${key}»\n`));
  const extend = (declaration: Declaration): Declaration =>
    declaration.key === "features" ? { ...declaration, members: [...declaration.members, ...fields] } : declaration;
  const modules = program.modules.map((module) => ({ ...module, declarations: module.declarations.map(extend) }));
  return { ...program, modules: [...more.map(featureModule), ...modules] };
}
