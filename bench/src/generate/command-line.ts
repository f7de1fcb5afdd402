import { join } from "node:path";
import { rootFolder } from "../root-folder.js";

/** Our command, to be run by Node. */
export const typedChains: string = join(rootFolder, "packages", "codegen", "bin", "typed-chains.js");
