// Runs a task for a part of the packages that have it: node ci/shard.mjs <task> <shard>/<shards>
import { execFileSync, spawnSync } from "node:child_process";

const [task, part] = process.argv.slice(2);
const [shard, shards] = part.split("/").map(Number);
const run = ["turbo", "run", task];

const plan = execFileSync("npx", [...run, "--dry=json", "--cache=local:r"], { maxBuffer: Number.POSITIVE_INFINITY });
const filters = JSON.parse(plan)
  .tasks.filter((one) => one.task === task && one.command !== "<NONEXISTENT>")
  .map((one) => `--filter=${one.package}`)
  .sort()
  .filter((_, index) => index % shards === shard - 1);
// Without a filter turbo would run it in every package.
if (filters.length > 0) process.exitCode = spawnSync("npx", [...run, ...filters], { stdio: "inherit" }).status ?? 1;
