import { expect, test } from "vitest";
import { packageOption } from "../../../src/cli/generate/package-option.js";
import { UsageError } from "../../../src/usage-error.js";

test("the command line names a package, its first version, or both", () => {
  expect(packageOption("@acme/hello", "1.0.0")).toStrictEqual({ name: "@acme/hello", version: "1.0.0" });
  expect(packageOption("@acme/hello", undefined)).toStrictEqual({ name: "@acme/hello" });
  expect(packageOption(undefined, "1.0.0")).toStrictEqual({ version: "1.0.0" });
});

test("a name or a version that no registry takes is a command line that cannot be used", () => {
  expect(() => packageOption("Foo Bar", undefined)).toThrow(UsageError);
  expect(() => packageOption("../hello", undefined)).toThrow("such as @acme/hello: name cannot start with a period");
  expect(() => packageOption("", undefined)).toThrow("name length must be greater than zero");
  expect(() => packageOption(undefined, "v1")).toThrow("--package-version is a version such as 1.0.0.");
});
