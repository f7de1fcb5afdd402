import type { Place } from "../../context.js";
import { resolutionOrder } from "../../models/class-bases.js";
import { methodsOf } from "../../models/class-statements.js";
import type { ClassBinding } from "../../names/scope.js";
import { bodyText } from "../../syntax/body-text.js";
import type { NameReference } from "../../syntax/function-code.js";
import type { Attribute, Call, Expression, Name } from "../../syntax/nodes.js";
import { type CalledFunction, type Code, CodeReader } from "./code.js";
import { type Origin, OriginFinder } from "./origins.js";

/** A call that makes a writer of frames. */
export interface WriterCall {
  readonly call: Call;
  readonly code: Code;
}

/** What a function writes a stream through. */
export interface Writers {
  readonly calls: readonly WriterCall[];
  /** A place that says `stream_writer` where it cannot be known what is written. */
  readonly unclear: Place | undefined;
  readonly origins: OriginFinder;
}

/** Finds the calls of `stream_writer` in a function and in what it uses, under whatever name it was imported. */
export function findWriters(called: CalledFunction): Writers {
  const search = new WriterSearch();
  search.visit(called);
  return { calls: [...search.calls], unclear: search.unclear, origins: search.origins };
}

const writer = "truss_chains.streaming.stream_writer";

class WriterSearch {
  readonly #reader = new CodeReader();
  readonly #visited = new Set<CalledFunction["definition"]>();
  readonly #found = new Map<string, WriterCall>();
  readonly origins: OriginFinder = new OriginFinder(this.#reader);
  unclear: Place | undefined;

  get calls(): readonly WriterCall[] {
    return [...this.#found.values()];
  }

  visit(called: CalledFunction): void {
    const { definition, enclosing } = called;
    if (this.#visited.has(definition)) return;
    this.#visited.add(definition);
    const code = this.#reader.read(called);
    if (code !== undefined) {
      for (const reference of code.references) this.#look(reference, code);
      return;
    }
    const body = bodyText(definition);
    if (/\bstream_writer\b/.test(body)) this.unclear ??= { node: definition.nameSpan, scope: enclosing };
  }

  /** What a name stands for counts, and what each name stands for that it is an attribute of. */
  #look(reference: NameReference, code: Code): void {
    for (const part of parts(reference.expression)) {
      const isWhole = part === reference.expression;
      const use = isWhole ? reference : { expression: part, readArguments: undefined };
      for (const origin of this.origins.originsOf(part, code)) this.#take(origin, use, code);
    }
  }

  #take(origin: Origin, { expression, readArguments }: NameReference, code: Code): void {
    switch (origin.kind) {
      case "function":
        this.visit(origin.called);
        break;
      case "class":
        if (readArguments !== undefined) this.#visitMethods(origin.binding);
        break;
      case "expression":
        this.#takeMade(origin.expression, origin.code);
        break;
      case "external":
      case "unknown": {
        const isWriter = origin.kind === "external" && origin.name === writer;
        if (isWriter && readArguments !== undefined) {
          this.#add({ ...expression, kind: "Call", func: expression, ...readArguments() }, code);
        } else if (isWriter || (lastName(expression) === "stream_writer" && readArguments !== undefined)) {
          this.unclear ??= { node: expression, scope: code.scope };
        }
        break;
      }
      default:
        break;
    }
  }

  /** An instance that is made on the spot may be asked for anything. */
  #visitMethods(owner: ClassBinding): void {
    for (const binding of resolutionOrder(owner)) {
      const enclosing = binding.body();
      for (const definition of methodsOf(binding.definition.body)) this.visit({ definition, enclosing, owner });
    }
  }

  /** A value that was made elsewhere: in `__init__`, or where the module was loaded. */
  #takeMade(expression: Expression, code: Code): void {
    if (expression.kind !== "Call") return;
    const functions = this.origins.originsOf(expression.func, code);
    if (functions.some((origin) => origin.kind === "external" && origin.name === writer)) this.#add(expression, code);
    for (const origin of functions) if (origin.kind === "function") this.visit(origin.called);
  }

  #add(call: Call, code: Code): void {
    this.#found.set(`${call.start} ${code.scope.module.path}`, { call, code });
  }
}

/** Of `a.b.c`: `a`, `a.b` and `a.b.c`. */
function parts(expression: Expression): readonly (Name | Attribute)[] {
  if (expression.kind === "Name") return [expression];
  return expression.kind === "Attribute" ? [...parts(expression.value), expression] : [];
}

function lastName(expression: Name | Attribute): string {
  return expression.kind === "Name" ? expression.id : expression.attr;
}
