import type { CallOptions } from "./call-options.js";
import type { DeployedTarget } from "./target.js";

/** {@link CallOptions} for what only the platform does: a container has no queue, and does not sleep. */
export interface DeployedCallOptions extends CallOptions {
  /**
   * Which deployment of the chain is meant.
   *
   * @defaultValue "production"
   */
  target?: DeployedTarget | undefined;
}
