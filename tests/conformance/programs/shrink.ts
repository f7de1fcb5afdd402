import { keysIn, type ModulePart, type Program, snippetsOf } from "./program.js";

/**
 * Makes a program smaller for as long as it still fails: whole modules, declarations, members and arguments are left
 * out, with all that names them.
 *
 * @param failing - which of some programs still fail.
 */
export async function shrinkProgram(
  program: Program,
  failing: (programs: readonly Program[]) => Promise<readonly boolean[]>,
): Promise<Program> {
  let smallest = program;
  for (;;) {
    const candidates = smaller(smallest);
    const fails = await failing(candidates);
    const next = candidates.find((_, index) => fails[index]);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

/** Every program that lacks one thing of the given one; those that lack most come first. */
function smaller(program: Program): readonly Program[] {
  const keys = program.modules.flatMap(({ declarations }) => declarations.map(({ key }) => key));
  const { entry, modules } = program;
  return [
    ...keys.map((key) => without(program, key)),
    ...entry.arguments.map((_, index) => ({
      ...program,
      entry: { ...entry, arguments: entry.arguments.toSpliced(index, 1) },
    })),
    ...(entry.extraChainlets.length > 0 ? [{ ...program, entry: { ...entry, extraChainlets: [] } }] : []),
    ...(entry.result.text === "None"
      ? []
      : [{ ...program, entry: { ...entry, result: { text: "None", covers: [] } } }]),
    ...modules.flatMap((module, at) =>
      withoutMember(module).map((fewer) => ({ ...program, modules: modules.with(at, fewer) })),
    ),
  ].filter(isWhole);
}

/** The program without a declaration and without whatever names it. */
function without(program: Program, key: string): Program {
  const names = (text: string): boolean => keysIn(text).includes(key);
  const modules = program.modules.map((module) => ({
    ...module,
    declarations: module.declarations
      .filter((declaration) => declaration.key !== key)
      .map((declaration) => ({ ...declaration, members: declaration.members.filter(({ text }) => !names(text)) })),
  }));
  const { entry } = program;
  const given = entry.arguments.filter(({ text }) => !names(text));
  const result = names(entry.result.text) ? { text: "None", covers: [] } : entry.result;
  return {
    ...program,
    modules: modules.filter(({ declarations }) => declarations.length > 0),
    entry: { ...entry, arguments: given, result },
  };
}

function withoutMember(module: ModulePart): readonly ModulePart[] {
  return module.declarations.flatMap((declaration, at) =>
    declaration.members.map((_, index) => ({
      ...module,
      declarations: module.declarations.with(at, { ...declaration, members: declaration.members.toSpliced(index, 1) }),
    })),
  );
}

/** Whether every name of the program is still there: a base or an alias cannot be left out of its declaration. */
function isWhole(program: Program): boolean {
  const keys = new Set(program.modules.flatMap(({ declarations }) => declarations.map(({ key }) => key)));
  return snippetsOf(program).every(({ text }) => keysIn(text).every((key) => keys.has(key)));
}
