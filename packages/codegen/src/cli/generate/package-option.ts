import type { PackageConfig } from "../../config/config.js";
import { isPackageVersion, packageNameProblem } from "../../package/package-problems.js";
import { UsageError } from "../../usage-error.js";

/**
 * What a command line says of the package.
 *
 * @throws UsageError where no registry takes the name or the version.
 */
export function packageOption(name: string | undefined, version: string | undefined): PackageConfig {
  const problem = name === undefined ? undefined : packageNameProblem(name);
  if (problem !== undefined) {
    throw new UsageError(`--package is the name of a package, such as @acme/hello: ${problem}.`);
  }
  if (version !== undefined && !isPackageVersion(version)) {
    throw new UsageError("--package-version is a version such as 1.0.0.");
  }
  return { ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
}
