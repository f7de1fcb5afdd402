import type { ClassBinding, Scope } from "../names/scope.js";
import { staticTest } from "../names/static-test.js";
import type { ClassDef, Statement } from "../syntax/nodes.js";
import { isChainlet, isEngineBuilder } from "./class-knowledge.js";

/** Names that truss takes for abstract bases, wherever they are: it does not look at such a class. */
const skippedNames: ReadonlySet<string> = new Set([
  "ChainletBase",
  "ModelBase",
  "EngineBuilderChainlet",
  "EngineBuilderLLMChainlet",
  "TrussChainlet",
]);

/**
 * The chainlets that truss sees when it imports a file, in order and with those inside classes: it checks each of them.
 * What stands under a condition that only running the file can tell, or in a function, is left out.
 */
export function certainChainlets(body: readonly Statement[], scope: Scope): readonly ClassBinding[] {
  return certainOf(isChainlet, body, scope);
}

/** Likewise the engine builders. */
export function certainEngineBuilders(body: readonly Statement[], scope: Scope): readonly ClassBinding[] {
  return certainOf(isEngineBuilder, body, scope);
}

function certainOf(
  isOfKind: (binding: ClassBinding) => boolean,
  body: readonly Statement[],
  scope: Scope,
): readonly ClassBinding[] {
  return certainClasses(body, scope).filter((binding) => {
    return isOfKind(binding) && !skippedNames.has(binding.definition.name);
  });
}

function certainClasses(body: readonly Statement[], scope: Scope): readonly ClassBinding[] {
  return definitions(body).flatMap((definition) => {
    const binding = bindingOf(definition, scope);
    return [binding, ...certainClasses(definition.body, binding.body())];
  });
}

function definitions(body: readonly Statement[]): readonly ClassDef[] {
  return body.flatMap((statement): readonly ClassDef[] => {
    if (statement.kind === "ClassDef") return [statement];
    if (statement.kind !== "If") return [];
    const holds = staticTest(statement.test);
    return holds === undefined ? [] : definitions(holds ? statement.body : statement.orelse);
  });
}

/** A class that another of its name replaces has no binding; truss sees it all the same. */
function bindingOf(definition: ClassDef, enclosing: Scope): ClassBinding {
  const bound = enclosing.names.get(definition.name);
  if (bound?.kind === "class" && bound.definition === definition) return bound;
  const qualifiedName = [enclosing.qualifiedName, definition.name].filter((part) => part !== "").join(".");
  return { kind: "class", definition, qualifiedName, enclosing, body: () => enclosing, mayBeReplaced: false };
}
