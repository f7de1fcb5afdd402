import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (name: string): string => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

// Unit tests run the sources, so that coverage sees them; what is built is tested by the tests that start the command.
const alias = [
  { find: /^@typed-chains\/(runtime|codegen)$/, replacement: source("$1") },
  { find: /^@typed-chains\/runtime\/(\w+)$/, replacement: source("runtime").replace("index.ts", "$1/index.ts") },
];

/** Try some of their cases as unit tests, and all of them beside those of conformance. */
const ofManyCases = [
  "packages/codegen/test/diff/{any-signatures,changes}.test.ts",
  "packages/codegen/test/emit/{any-schema,layout,pydantic-cases}.test.ts",
];
const ofMemory = "packages/*/test/**/memory.test.ts";

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", "./scripts/plain-reporter.ts"],
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["packages/*/test/**/*.test.ts", "tests/unit/**/*.test.ts"],
          exclude: [ofMemory],
          // To start a process for each file, and to load the same modules again, took twice as long as the tests.
          isolate: false,
          // One more than there may be processors: many tests wait.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        // The memory of a process is its own: other files would leave some, or make room.
        test: { name: "unit-memory", include: [ofMemory], maxWorkers: 3, testTimeout: 60_000 },
      },
      {
        resolve: { alias },
        test: {
          name: "conformance",
          include: ["tests/conformance/**/*.test.ts", ...ofManyCases],
          env: { THOROUGH: "1" },
          testTimeout: 300_000,
          hookTimeout: 900_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "reach",
          include: ["tests/reach/**/*.test.ts"],
          globalSetup: "tests/reach/support/global-setup.ts",
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        resolve: { alias },
        test: { name: "soak", include: ["tests/soak/**/*.test.ts"], testTimeout: 900_000, hookTimeout: 600_000 },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
      thresholds: { lines: 85, functions: 85, branches: 75 },
    },
  },
});
