import type { ExamplePlan, ResultExample } from "../plan/module-plan.js";
import { valueLiteral } from "./literal.js";

/** An example of a call as text that is not formatted yet. */
export function printExample(name: string, { answer, input, needsAddress }: ExamplePlan): string {
  const address = needsAddress ? [`{ chainId: "…" }`] : [];
  const values = [...(input === undefined ? [] : [valueLiteral(input)]), ...address];
  const call = `await ${name}(${values.join(", ")})`;
  switch (answer.kind) {
    case "result":
      return `${printResult(answer)}${call};`;
    case "stream":
      return `for await (const ${answer.part} of ${call}) console.log(${answer.part});`;
    case "frames":
      return [
        `const stream = ${call};`,
        ...(answer.hasHeader ? ["console.log(await stream.header);"] : []),
        "for await (const item of stream) console.log(item);",
        ...(answer.hasFooter ? ["console.log(await stream.footer);"] : []),
      ].join("\n");
    case "socket":
      return [
        `const socket = ${call};`,
        'socket.send("…");',
        "for await (const message of socket) console.log(message);",
      ].join("\n");
  }
}

function printResult({ names, isTuple }: ResultExample): string {
  if (names.length === 0) return "";
  const joined = names.join(", ");
  return `const ${isTuple ? `[${joined}]` : joined} = `;
}
