import valid from "semver/functions/valid.js";
import validateName from "validate-npm-package-name";

/** Characters that the rules for names let through in a scope, and that a shell or Markdown takes for its own. */
const special = /[~'!()*]/;

/** Why no registry takes a name for a new package; nothing where one does. */
export function packageNameProblem(name: string): string | undefined {
  const { validForNewPackages, errors = [], warnings = [] } = validateName(name);
  if (!validForNewPackages) return [...errors, ...warnings].join(", ");
  return special.test(name) ? `name cannot contain special characters ("~'!()*")` : undefined;
}

/** Whether a text is the version of a package, to the letter: `1.2.3` or `1.0.0-beta.1`. */
export function isPackageVersion(version: string): boolean {
  return valid(version) === version;
}

/** Whether a text is the address of a registry. A key in it would be published with the package. */
export function isRegistryUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false;
  return [url.username, url.password, url.search, url.hash].every((part) => part === "");
}
