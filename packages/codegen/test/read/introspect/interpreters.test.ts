import { expect, test } from "vitest";
import { interpreters, interpreterVariables } from "../../../src/read/introspect/interpreters.js";

test.each([
  ["python3.12", { VIRTUAL_ENV: "/env" }, "linux", ["python3.12"]],
  [undefined, { VIRTUAL_ENV: "/env" }, "linux", ["/env/bin/python"]],
  [undefined, { VIRTUAL_ENV: "" }, "linux", ["python3", "python"]],
  [undefined, {}, "win32", ["python3", "python"]],
] as const)("the interpreter is the one asked for, else the environment's, else Python: %s %j", (...row) => {
  const [python, variables, platform, expected] = row;
  expect(interpreters(python, variables, platform)).toStrictEqual(expected);
});

test("an interpreter has the user's variables, but for the platform's key, and writes no compiled files", () => {
  const given = { PYTHONPATH: "src", BASETEN_API_KEY: "secret", Baseten_Api_Key: "secret", HOME: "/home" };
  expect(interpreterVariables(given)).toStrictEqual({
    PYTHONPATH: "src",
    HOME: "/home",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONUNBUFFERED: "1",
  });
});
