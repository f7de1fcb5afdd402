import { type Context, locationOf } from "../context.js";
import type { ClassBinding, FunctionBinding, Scope } from "../names/scope.js";
import type { Chainlet } from "./chainlets.js";
import type { OtherKind } from "./other-kinds.js";

/** What is served: a chainlet, or a function that stands alone. */
export type Entrypoint = ClassBinding | FunctionBinding;

/** What a file offers. */
export interface Candidates {
  readonly chainlets: readonly Chainlet[];
  /** Other classes with a `run_remote`, as in a stub. */
  readonly stubs: readonly ClassBinding[];
  readonly runRemote: FunctionBinding | undefined;
}

/** Chooses the entrypoint of a file; `undefined`, with a diagnostic, where none or several could be it. */
export function chooseEntrypoint(
  found: Candidates,
  wanted: string | undefined,
  context: Context,
): Entrypoint | undefined {
  const chainlets = found.chainlets.filter(({ otherKind }) => otherKind === undefined);
  const classes = [...chainlets.map((chainlet) => chainlet.binding), ...found.stubs];
  const others = found.chainlets.flatMap(refusable);
  const meant = others.find(({ binding, isMarked, otherKind }) => {
    const isMeant = wanted === undefined ? isMarked : isNamed(binding, wanted);
    return isMeant || (isMarked && otherKind.isMarkRefused);
  });
  if (meant !== undefined) return reportKind(meant, context);
  if (wanted !== undefined) {
    return classes.find((binding) => isNamed(binding, wanted)) ?? reportMissing(wanted, classes, context);
  }
  const marked = chainlets.filter((chainlet) => chainlet.isMarked).map((chainlet) => chainlet.binding);
  for (const group of [marked, chainlets.map((chainlet) => chainlet.binding), found.stubs]) {
    const [first, ...more] = group;
    if (first !== undefined) return more.length === 0 ? first : reportSeveral(first, group, marked.length > 0, context);
  }
  const [other] = others;
  return found.runRemote ?? (other === undefined ? reportNone(context.scope, context) : reportKind(other, context));
}

function isNamed(binding: ClassBinding, name: string): boolean {
  return binding.qualifiedName === name;
}

/** A chainlet whose kind cannot be an entrypoint. */
type RefusableChainlet = Chainlet & { readonly otherKind: OtherKind };

function refusable({ otherKind, ...chainlet }: Chainlet): readonly RefusableChainlet[] {
  return otherKind === undefined ? [] : [{ ...chainlet, otherKind }];
}

function reportKind({ binding, otherKind }: RefusableChainlet, context: Context): undefined {
  const { qualifiedName, definition, enclosing } = binding;
  const message = `\`${qualifiedName}\` cannot be an entrypoint: it ${otherKind.reason}`;
  const location = locationOf(definition.nameSpan, enclosing);
  context.reader.reporter.error("TC220", message, location, otherKind.help);
  return undefined;
}

function list(classes: readonly ClassBinding[]): string {
  return classes.map((binding) => `\`${binding.qualifiedName}\``).join(", ");
}

function reportMissing(wanted: string, classes: readonly ClassBinding[], context: Context): undefined {
  const candidates = classes.length === 0 ? "the file has no chainlet" : `the candidates are ${list(classes)}`;
  const message = `The entrypoint \`${wanted}\` does not exist: ${candidates}`;
  context.reader.reporter.error("TC207", message, { file: context.scope.module.path }, "name one of the candidates");
  return undefined;
}

function reportSeveral(
  first: ClassBinding,
  classes: readonly ClassBinding[],
  areMarked: boolean,
  context: Context,
): undefined {
  const why = areMarked ? "Several chainlets are marked as entrypoint" : "Several chainlets could be the entrypoint";
  const help = areMarked
    ? "mark only one of them, or choose with `--entrypoint`"
    : "mark one with `@chains.mark_entrypoint`, or choose with `--entrypoint`";
  const location = locationOf(first.definition.nameSpan, first.enclosing);
  context.reader.reporter.error("TC206", `${why}: ${list(classes)}`, location, help);
  return undefined;
}

function reportNone(scope: Scope, context: Context): undefined {
  const message = "The file declares no chainlet and no `run_remote`";
  const help = "derive a class from `chains.ChainletBase`, or write a stub `def run_remote(…) -> …: ...`";
  context.reader.reporter.error("TC205", message, { file: scope.module.path, line: 1, column: 1, length: 1 }, help);
  return undefined;
}
