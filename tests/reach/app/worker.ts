import { runScenario } from "./scenario.js";

export default {
  async fetch(request: Request): Promise<Response> {
    const { searchParams } = new URL(request.url);
    const origin = searchParams.get("origin") ?? "";
    return Response.json(await runScenario({ origin, apiKey: searchParams.get("key") ?? undefined }));
  },
};
