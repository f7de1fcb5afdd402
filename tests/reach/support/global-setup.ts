import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { createConsumerProject } from "./consumer-project.js";
import { type PackedPackages, packPackages } from "./pack-packages.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The tarballs of both packages. */
    readonly packages: PackedPackages;
    /** The command of the generator, installed from its tarball: a script for Node. */
    readonly generator: string;
  }
}

/** Packs both packages once for all tests, and installs the generator. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const project = createConsumerProject({ "package.json": "{}" });
  try {
    const packages = await packPackages(project.folder);
    await project.run("npm", "install", "--no-audit", "--no-fund", packages.codegen);
    provide("packages", packages);
    provide("generator", join(project.folder, "node_modules", "@typed-chains", "codegen", "bin", "typed-chains.js"));
  } catch (problem) {
    project.remove();
    throw problem;
  }
  // Not at one go: the thread that waits for the end of the tests' processes does it.
  return () => rm(project.folder, { recursive: true, force: true });
}
