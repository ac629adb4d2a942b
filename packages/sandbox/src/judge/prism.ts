import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createRequire } from "node:module";

export interface Prism {
  readonly url: string;
  stop(): Promise<void>;
}

/** Real milliseconds; Prism hangs on some input, so nothing here waits for ever. */
const START_LIMIT = 60_000;

const require = createRequire(import.meta.url);

/** Serves an OpenAPI document and rejects requests that it does not describe. */
export async function startPrism(document: string): Promise<Prism> {
  const program = require.resolve("@stoplight/prism-cli/dist/index.js");
  const child = spawn(process.execPath, [program, "mock", "--multiprocess", "false", "--port", "0", document], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  try {
    return { url: await listening(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("Prism did not start in time")), START_LIMIT);
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      const url = /listening on (http:\/\/\S+)/.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(late);
      resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", () => reject(new Error(`Prism ended at its start: ${output.slice(-500)}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
