import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./toolchain.mjs";

const stampFile = join(root, "node_modules", ".heed-installed");

/**
 * Installs the locked dependencies unless the last installation was of this very lock file.
 * @param {import("./toolchain.mjs").Toolchain} toolchain
 */
export function installDependencies(toolchain) {
  const wanted = lockHash();
  if (readStamp() === wanted) return;
  process.stderr.write("heed: installing dependencies\n");
  const started = Date.now();
  const result = spawnSync(toolchain.pnpm, ["install", "--frozen-lockfile", "--reporter=append-only"], {
    cwd: root,
    // CI: never ask a question, never wait for an answer.
    env: { ...toolchain.env, CI: "true" },
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    throw new Error(
      "could not install the dependencies (see above). Is the npm registry reachable and the disk not full?",
    );
  }
  writeFileSync(stampFile, wanted);
  process.stderr.write(`heed: dependencies installed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function lockHash() {
  const hash = createHash("sha256");
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, name)));
  return hash.update(process.platform + process.arch).digest("hex");
}

function readStamp() {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return null;
  }
}
