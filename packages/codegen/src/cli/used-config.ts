import { type Config, openConfig } from "../config/open-config.js";
import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { diskHost } from "../read/hosts/disk-host.js";
import { report } from "./output/report.js";

/** The config of a command, reporting what is wrong with it. */
export type UsedConfig =
  | { readonly isUsable: true; readonly config?: Config }
  | { readonly isUsable: false; readonly diagnostics: readonly Diagnostic[] };

/** Opens the config that the user names, or the one of the current folder. */
export async function usedConfig(named: string | undefined): Promise<UsedConfig> {
  const host = diskHost(process.cwd());
  const { config, diagnostics } = await openConfig(host, named);
  report(diagnostics, host);
  if (hasError(diagnostics)) return { isUsable: false, diagnostics };
  return { isUsable: true, ...(config === undefined ? {} : { config }) };
}
