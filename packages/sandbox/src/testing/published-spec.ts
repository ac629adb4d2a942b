import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the published descriptions lie, beside the checkout; tests that need them are skipped without. */
export const SPEC_DIR = fileURLToPath(new URL("../../../../../shared/spec", import.meta.url));
export const hasSpec = existsSync(SPEC_DIR);
