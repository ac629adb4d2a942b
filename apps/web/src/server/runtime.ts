import "server-only";
import { realClock } from "@heed/core/time";
import { openDb } from "@heed/db/client";
import { type KeyRing, parseKeyRing } from "@heed/db/seal";
import { openSystemDb, type SystemDb } from "@heed/db/system-db";
import pino from "pino";
import { env } from "../env.ts";
import { startListener } from "./realtime/listener.ts";
import { createLiveHub } from "./realtime/live-hub.ts";
import type { Services } from "./services.ts";

interface Runtime extends Services {
  /** Login `heed_system`, for webhooks: which tenant an address belongs to. */
  readonly system: SystemDb;
  readonly ring: KeyRing;
}

// Kept on globalThis: in development the module is loaded again at each change, the pool must not be.
const holder: typeof globalThis & { heedRuntime?: Runtime } = globalThis;

export function services(): Runtime {
  holder.heedRuntime ??= start();
  return holder.heedRuntime;
}

function start(): Runtime {
  const settings = env();
  const log = pino({ name: "web" }, pino.destination(2));
  const live = createLiveHub();
  startListener({ url: settings.DATABASE_URL, hub: live, log });
  return {
    db: openDb(settings.DATABASE_URL),
    system: openSystemDb(settings.DATABASE_SYSTEM_URL),
    ring: parseKeyRing(settings.HEED_KEYS),
    clock: realClock(),
    live,
    log,
  };
}
