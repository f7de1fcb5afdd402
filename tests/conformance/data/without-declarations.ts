import { keysIn, type Program, type Snippet } from "../programs/program.js";

/** The program without some declarations, and without whatever names them. */
export function withoutDeclarations(program: Program, keys: ReadonlySet<string>): Program {
  const gone = withDependents(program, keys);
  const stays = ({ text }: Snippet): boolean => !keysIn(text).some((key) => gone.has(key));
  const modules = program.modules.map((module) => ({
    ...module,
    declarations: module.declarations
      .filter(({ key }) => !gone.has(key))
      .map((declaration) => ({ ...declaration, members: declaration.members.filter(stays) })),
  }));
  const { entry } = program;
  const result = stays(entry.result) ? entry.result : { text: "None", covers: [] };
  return {
    ...program,
    modules: modules.filter(({ declarations }) => declarations.length > 0),
    entry: { ...entry, arguments: entry.arguments.filter(stays), result },
  };
}

/** The keys, and those of the aliases and subclasses that cannot be without them. */
function withDependents(program: Program, keys: ReadonlySet<string>): ReadonlySet<string> {
  const dependents = program.modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ key, head }) => !keys.has(key) && keysIn(head.text).some((named) => keys.has(named)))
    .map(({ key }) => key);
  return dependents.length === 0 ? keys : withDependents(program, new Set([...keys, ...dependents]));
}
