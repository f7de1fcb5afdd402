import { join } from "node:path";

/**
 * The interpreters to try, in order: the one that is asked for, else that of the virtual environment that is active,
 * else whatever Python there is. Only where one does not exist is the next one tried.
 */
export function interpreters(
  python: string | undefined,
  variables: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): readonly string[] {
  if (python !== undefined) return [python];
  const environment = variables["VIRTUAL_ENV"];
  if (environment === undefined || environment === "") return ["python3", "python"];
  return [platform === "win32" ? join(environment, "Scripts", "python.exe") : join(environment, "bin", "python")];
}

/**
 * The environment of the interpreter: the user's own, so that `PYTHONPATH` and settings of their code hold, without the
 * key of the platform, which nothing here needs. No compiled files appear beside their sources.
 */
export function interpreterVariables(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  // Windows has one variable under any case of its name.
  const kept = Object.entries(variables).filter(([name]) => name.toUpperCase() !== "BASETEN_API_KEY");
  return { ...Object.fromEntries(kept), PYTHONDONTWRITEBYTECODE: "1", PYTHONUNBUFFERED: "1" };
}
