import { fileURLToPath } from "node:url";

/** The folder of this repository, without a separator at its end. */
export const rootFolder: string = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
