import { afterEach, beforeEach, vi } from "vitest";

/** What a command that runs in this process has printed. */
export interface CapturedOutput {
  stdout: string;
  stderr: string;
}

/** Keeps what each test of a file prints, instead of printing it. */
export function captureOutput(): CapturedOutput {
  const printed: CapturedOutput = { stdout: "", stderr: "" };
  beforeEach(() => {
    for (const name of ["stdout", "stderr"] as const) {
      printed[name] = "";
      vi.spyOn(process[name], "write").mockImplementation((text) => {
        printed[name] += String(text);
        return true;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return printed;
}
