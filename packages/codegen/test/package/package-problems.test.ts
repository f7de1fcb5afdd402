import { expect, test } from "vitest";
import { isPackageVersion, isRegistryUrl, packageNameProblem } from "../../src/package/package-problems.js";

test.each(["@acme/hello", "hello", "@a1/b.c-d_e", "h2"])("%s can be the name of a package", (name) => {
  expect(packageNameProblem(name)).toBeUndefined();
});

test.each([
  "",
  " ",
  "@acme/",
  "@/hello",
  "Hello",
  "../hello",
  "@acme/../hello",
  "@acme/..",
  "@ac'me/hello",
  "@acme/hello(1)",
  "hello\n",
  "a`b",
  "node_modules",
  "fs",
  "<script>",
  "x".repeat(215),
])("%j cannot", (name) => {
  expect(packageNameProblem(name)).toMatch(/./);
});

test("a version is one to the letter", () => {
  expect(["0.1.0", "1.0.0-beta.1", "1.2.3-rc-1"].map(isPackageVersion)).toStrictEqual([true, true, true]);
  const wrong = ["", "1", "1.0", "v1.0.0", " 1.0.0", "1.0.0\n", "01.0.0", "latest", "^1.0.0"];
  expect(wrong.filter(isPackageVersion)).toStrictEqual([]);
});

test("a registry is an address without a key in it", () => {
  const right = ["https://npm.example.com/", "http://127.0.0.1:4873", "https://example.com/api/npm/internal/"];
  expect(right.filter((url) => !isRegistryUrl(url))).toStrictEqual([]);
  const wrong = [
    "",
    "npm.example.com",
    "ftp://example.com",
    "https://user:key@example.com/",
    "https://example.com/?k=1",
  ];
  expect(wrong.filter(isRegistryUrl)).toStrictEqual([]);
});
