import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The root folder of the checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The folder of all local state: database, keys, logs. Removing it starts afresh. */
export const stateFolder = join(root, ".heed");
