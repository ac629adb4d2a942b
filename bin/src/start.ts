import { environment, settings } from "./env.ts";
import { serveLocally } from "./serve-locally.ts";

// `npm start`: the product with its demo workspaces, as it would run in production.
process.exitCode = await serveLocally({ env: environment(), port: settings().PORT, watch: false });
