import { environment, settings } from "./env.ts";
import { serveLocally } from "./serve-locally.ts";

// `npm run dev`: the same, each part starting again when its source changes.
process.exitCode = await serveLocally({ env: environment(), port: settings().PORT, watch: true });
