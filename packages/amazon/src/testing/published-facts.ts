import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of published facts beside the project; absent on a user's machine. */
const folder = fileURLToPath(new URL("../../../../../shared/", import.meta.url));

export const sharedMissing = !existsSync(folder);

export function readShared(path: string): string {
  return readFileSync(`${folder}${path}`, "utf8");
}
