#!/usr/bin/env node
// The one entry of every npm script. Plain JavaScript with no dependency: it must run on Node 20 before anything is installed.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { installDependencies } from "./bootstrap/dependencies.mjs";
import { findToolchain, root } from "./bootstrap/toolchain.mjs";

const [command = "", ...rest] = process.argv.slice(2);
const entry = findEntry();

if (entry === undefined) {
  process.stderr.write(`heed: no command "${command}". See the table of commands in README.md.\n`);
  process.exit(2);
}

try {
  const toolchain = findToolchain(process.env);
  installDependencies(toolchain);
  runCommand(toolchain, entry);
} catch (error) {
  process.stderr.write(`heed: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

/** A command is a file of its name in `bin/src`, or the `run.ts` of a folder of its name. */
function findEntry() {
  if (!/^[a-z][a-z0-9-]*$/.test(command)) return undefined;
  const places = [join(root, "bin", "src", `${command}.ts`), join(root, command, "src", "run.ts")];
  return places.find((place) => existsSync(place));
}

/**
 * @param {import("./bootstrap/toolchain.mjs").Toolchain} toolchain
 * @param {string} entry
 */
function runCommand(toolchain, entry) {
  const child = spawn(toolchain.node, ["--disable-warning=ExperimentalWarning", entry, ...rest], {
    cwd: root,
    env: toolchain.env,
    stdio: "inherit",
  });
  // Ctrl-C reaches the child from the terminal by itself; a second copy would cut its clean stop short.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGTERM"));
  child.on("error", (error) => {
    process.stderr.write(`heed: cannot start Node (${error.message})\n`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0));
  });
}
