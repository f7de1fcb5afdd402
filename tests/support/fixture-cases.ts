import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ChainId,
  type ChainRequest,
  type ChainSource,
  diskHost,
  type EmitOptions,
  type GeneratedClient,
  generateClient,
  readChain,
  renderDiagnostics,
  type SourceHost,
  signatureText,
} from "@typed-chains/codegen";

const fixtures = fileURLToPath(new URL("../../fixtures", import.meta.url));

/** One folder of `fixtures/`: what goes in, and where the expected output lies. */
export interface FixtureCase {
  readonly name: string;
  readonly folder: string;
  readonly requests: readonly ChainRequest[];
  /** What its chains get beside their plain calls. */
  readonly features: Features;
}

type Features = Omit<EmitOptions, "importExtension">;

interface CaseOptions extends Features {
  readonly chains: readonly CaseChain[];
}

interface CaseChain {
  readonly source?: string;
  readonly inputSchema?: string;
  readonly outputSchema?: string;
  readonly name?: string;
  readonly entrypoint?: string;
  readonly chainId?: ChainId;
  readonly chainUrl?: string;
}

/** Every case: a folder of `fixtures/` with an `options.json`. */
export function fixtureCases(): readonly FixtureCase[] {
  return readdirSync(fixtures)
    .filter((name) => existsSync(join(fixtures, name, "options.json")))
    .map((name) => {
      const folder = join(fixtures, name);
      const text = readFileSync(join(folder, "options.json"), "utf8");
      const { chains, ...features } = JSON.parse(text) as CaseOptions;
      return { name, folder, requests: chains.map(requestOf), features };
    });
}

function requestOf(chain: CaseChain): ChainRequest {
  const { source, inputSchema, outputSchema, name, entrypoint, chainId, chainUrl } = chain;
  const label = `../${source ?? inputSchema ?? ""}`;
  const place = {
    label,
    ...(chainId === undefined ? {} : { chainId }),
    ...(chainUrl === undefined ? {} : { chainUrl }),
  };
  if (source === undefined) {
    return {
      ...place,
      source: { schemas: { name: name ?? "", inputSchema: inputSchema ?? "", outputSchema: outputSchema ?? "" } },
    };
  }
  const options = { ...(name === undefined ? {} : { name }), ...(entrypoint === undefined ? {} : { entrypoint }) };
  return { ...place, source: { path: source, options } };
}

/**
 * What a case gives: its client's files, the signature document of each Python source, as `describe` prints it, and
 * `diagnostics.txt` where anything is reported.
 */
export async function generateCase({ folder, requests, features }: FixtureCase): Promise<ReadonlyMap<string, string>> {
  const host = diskHost(folder);
  const client: GeneratedClient = await generateClient(host, requests, { importExtension: "js", ...features });
  const files = new Map([...client.files, ...requests.flatMap(({ source }) => signatureFiles(host, source))]);
  if (client.diagnostics.length === 0) return files;
  const readLines = (file: string): readonly string[] | undefined => {
    const path = join(folder, file);
    return existsSync(path) ? readFileSync(path, "utf8").split("\n") : undefined;
  };
  return files.set("diagnostics.txt", renderDiagnostics(client.diagnostics, readLines));
}

/** The signature document of a Python source, under the source's name: `chain.signature.json` for `chain.py`. */
function signatureFiles(host: SourceHost, source: ChainSource): readonly (readonly [string, string])[] {
  if ("schemas" in source || source.introspection !== undefined || !/\.pyi?$/.test(source.path)) return [];
  const { signature } = readChain(host, source);
  return signature === undefined ? [] : [[`${parse(source.path).name}.signature.json`, signatureText(signature)]];
}
