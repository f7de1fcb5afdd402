import type { Contest, Peer } from "../measure/contest.js";
import type { Way } from "../measure/interleave.js";
import type { Peers } from "../peers.js";
import { typedChains } from "./command-line.js";
import { runNode } from "./process-run.js";
import type { Workspace } from "./workspace.js";

/** Our ways to generate, and others': arguments of Node. */
const python = [typedChains, ..."generate chain.py --out out".split(" ")];
const schemas = [
  typedChains,
  ..."generate --input-schema schemas/input.json --output-schema schemas/output.json --name Bench --out out".split(" "),
];
const others = {
  "hey-api/openapi-ts": ["@hey-api/openapi-ts", "bin/run.js", "-i openapi.json -o out --no-log-file"],
  "openapi-typescript": ["openapi-typescript", "bin/cli.js", "openapi.json -o out/types.ts"],
  orval: ["orval", "dist/bin/orval.js", "--input openapi.json --output out/client.ts"],
  quicktype: [
    "quicktype",
    "dist/index.js",
    "-s schema -l typescript -o types.ts schemas/input.json schemas/output.json",
  ],
  json2ts: ["json-schema-to-typescript", "dist/src/cli.js", "-i schemas -o out"],
} as const;

/** Whole processes, from the start of Node to its end. "Cold" is without what an earlier run has written. */
export function oneChain(peers: Peers, workspace: Workspace): readonly Contest[] {
  const run = (args: readonly string[]): Way => {
    return () => runNode(args, workspace.folder);
  };
  const cold = (args: readonly string[]): Way => {
    return () => {
      workspace.clean();
      runNode(args, workspace.folder);
    };
  };
  const tools = Object.entries(others).map(([name, [tool, file, args]]): [string, Peer] => {
    const way = cold([peers.command(tool, file), ...args.split(" ")]);
    return [name, name === "hey-api/openapi-ts" ? { way, goal: { atMost: 0.5 } } : { way }];
  });
  const node = run(["-e", "0"]);
  const common = { measure: "time", rounds: 9, warmUpRounds: 1 } as const;
  return [
    { ...common, title: "generate, one chain in Python", ours: cold(python), peers: Object.fromEntries(tools) },
    {
      ...common,
      title: "generate, two JSON Schemas",
      ours: cold(schemas),
      peers: Object.fromEntries(tools.slice(0, 1)),
    },
    ...Object.entries(workspace.unchanged).map(([form, folder]) => ({
      ...common,
      title: `generate, nothing to do, config.${form}`,
      ours: () => runNode([typedChains, "generate"], folder),
      peers: { "node -e 0": { way: node, goal: { atMost: form === "ts" ? 4 : 3 } } },
    })),
    {
      ...common,
      title: "typed-chains --help",
      ours: run([typedChains, "--help"]),
      peers: { "node -e 0": { way: node } },
    },
  ];
}
