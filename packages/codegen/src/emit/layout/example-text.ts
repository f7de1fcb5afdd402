import type { ExamplePlan, ResultExample } from "../../plan/module-plan.js";
import type { JsonValue } from "../../signature.js";
import { assignment } from "./assignment.js";
import {
  breakParent,
  conditionalGroup,
  type Doc,
  group,
  hardline,
  indent,
  join,
  line,
  list,
  render,
  willBreak,
} from "./doc.js";
import { valueDoc } from "./value-doc.js";

/** How wide an example is: it stands in a comment. */
const exampleWidth = 96;

/** An example of a call as text. */
export function exampleText(name: string, plan: ExamplePlan): string {
  return render(join(hardline, [...statements(name, plan)]), exampleWidth);
}

function statements(name: string, { answer, input, needsAddress }: ExamplePlan): readonly Doc[] {
  const values: JsonValue[] = [...(input === undefined ? [] : [input]), ...(needsAddress ? [{ chainId: "..." }] : [])];
  const call: Doc = ["await ", name, callArguments(values)];
  switch (answer.kind) {
    case "result":
      return [resultStatement(answer, call, values)];
    case "stream":
      return [eachOf(answer.part, call)];
    case "frames":
      return [
        constant("stream", call, values),
        ...(answer.hasHeader ? ["console.log(await stream.header);"] : []),
        eachOf("item", "stream"),
        ...(answer.hasFooter ? ["console.log(await stream.footer);"] : []),
      ];
    case "socket":
      return [constant("socket", call, values), 'socket.send("...");', eachOf("message", "socket")];
  }
}

function eachOf(part: string, source: Doc): Doc {
  return group([`for await (const ${part} of `, source, ")", indent([line, `console.log(${part});`])]);
}

function resultStatement({ names, isTuple }: ResultExample, call: Doc, values: readonly JsonValue[]): Doc {
  if (names.length === 0) return [call, ";"];
  return constant(isTuple ? group(list("[", names, "]")) : names.join(", "), call, values);
}

/** A call without arguments has nowhere to be broken but before it. */
function constant(name: Doc, call: Doc, values: readonly JsonValue[]): Doc {
  const layout = values.length === 0 ? "after-operator" : "fluid";
  return group(["const ", assignment(layout, [name, " ="], call), ";"]);
}

/** An object that stands alone begins on the line of the call. */
function callArguments(values: readonly JsonValue[]): Doc {
  const [only] = values;
  const docs = values.map((value) => valueDoc(value));
  const apart = list("(", docs, ")");
  if (values.length !== 1 || only === undefined || !hasContent(only)) return values.length === 0 ? "()" : group(apart);
  const expanded: Doc = ["(", ...docs.map((doc) => group(doc, { shouldBreak: true })), ")"];
  const broken = group(list("(", docs, ")", line), { shouldBreak: true });
  if (docs.some(willBreak)) return [breakParent, conditionalGroup([expanded, broken])];
  return conditionalGroup([["(", ...docs, ")"], expanded, broken]);
}

function hasContent(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}
