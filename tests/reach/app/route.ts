import { invokeTell, type TellInput } from "../../../fixtures/failing-streams/expected/index.js";

const [, , baseUrl = "", apiKey] = process.argv;

/** A route handler, as frameworks for servers have them: it passes the stream of a chain on, and ends the call with its own. */
export async function POST(request: Request): Promise<Response> {
  const input = (await request.json()) as TellInput;
  const text = await invokeTell(input, { baseUrl, apiKey, signal: request.signal });
  const parts = text[Symbol.asyncIterator]();
  const body = new ReadableStream<string>({
    pull: async (controller) => {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(part.value);
    },
    cancel: async () => void (await parts.return?.()),
  });
  return new Response(body.pipeThrough(new TextEncoderStream()));
}
