import type { ModulePlan } from "./module-plan.js";

/** What the rest of a client has to know of one of its modules. */
export interface ModuleOutline extends Pick<ModulePlan, "fileName" | "exports"> {
  /** The constant in the module's second file, where there is one. */
  readonly inputSchema?: string;
  /** Whether it has types that the index does not pass on. */
  readonly hasModels: boolean;
}

/** The outline of a module. */
export function outlineOf({ fileName, exports, inputSchema, declarations }: ModulePlan): ModuleOutline {
  return {
    fileName,
    exports,
    ...(inputSchema === undefined ? {} : { inputSchema: inputSchema.name }),
    hasModels: declarations.some(({ name }) => !exports.types.includes(name)),
  };
}
