import { type Answer, containerError, jsonAnswer } from "./http/answer.js";
import type { MockCall, Route } from "./http/routes.js";
import { type MockChain, predict } from "./predict.js";

/** The interfaces of other model servers, which a chain does not have; the input is validated first all the same. */
const foreignInterfaces: ReadonlyMap<string, string> = new Map([
  ["chat/completions", "chat_completions"],
  ["completions", "completions"],
  ["embeddings", "embeddings"],
  ["messages", "messages"],
  ["responses", "responses"],
]);

/** What the chain's container serves. The order is the model server's: the first route of a path names its method. */
export function containerRoutes(chain: MockChain, schemaDocument: unknown): readonly Route[] {
  const call = (request: MockCall): Answer => predict(chain, request);
  const schema = (): Answer => {
    return schemaDocument === undefined ? containerError(404, 600, "No schema found") : jsonAnswer(200, schemaDocument);
  };
  const empty = (): Answer => jsonAnswer(200, {});
  return [
    { method: "GET", path: /^\/$/, answer: () => jsonAnswer(200, true) },
    { method: "GET", path: /^\/v1\/models\/[^/]+$/, answer: empty },
    { method: "GET", path: /^\/v1\/models\/[^/]+\/loaded$/, answer: empty },
    { method: "GET", path: /^\/v1\/models\/[^/]+\/schema$/, answer: schema },
    { method: "POST", path: /^\/v1\/models\/[^/]+:predict$/, answer: call },
    { method: "POST", path: /^\/v1\/models\/[^/]+:predict_binary$/, answer: call },
    { method: "POST", path: /^\/invocations$/, answer: call },
    { method: "GET", path: /^\/ping$/, answer: empty },
    ...[...foreignInterfaces].map(([path, method]) => foreignRoute(chain, path, method)),
  ];
}

function foreignRoute(chain: MockChain, path: string, method: string): Route {
  const answer = (call: MockCall): Answer => {
    const answered = predict(chain, call);
    if (answered.status !== 200) return answered;
    return containerError(404, 700, `\`${method}\` must only be called if model has it.`);
  };
  return { method: "POST", path: new RegExp(`^/v1/${path}$`), answer };
}
