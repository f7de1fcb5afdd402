/** The last segment of a call's path (Baseten docs, "Inference API overview"). */
export type Operation = "run_remote" | "async_run_remote";
