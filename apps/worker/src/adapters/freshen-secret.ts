import type { Application } from "@heed/amazon/grantless";
import { rotateClientSecret } from "@heed/amazon/rotate-secret";
import { keepSecret, newestSecret, validSecrets } from "@heed/db/identity/application-secrets";
import type { KeyRing } from "@heed/db/seal";
import type { SystemDb } from "@heed/db/system-db";
import type { GatewaySettings } from "./gateways.ts";

/** Amazon tells of the end 90 days ahead and ends a secret after 180: a month is left for what may go wrong. */
const OLD_AFTER_DAYS = 150;
/** Each request makes a new secret and ends an old one: where none arrives, the next request comes this much later. */
const ASK_EVERY_DAYS = 14;
const DAY_MS = 24 * 3_600_000;

interface Parts {
  readonly system: SystemDb;
  readonly ring: KeyRing;
  readonly settings: GatewaySettings;
  /** Whether the worker reads the queue by which a new secret comes; without it none is asked for. */
  readonly hasQueue: boolean;
}

export type Freshened = "no queue" | "first seen" | "young" | "asked";

/** In real time, as Amazon's dates do not follow a virtual clock. The secret of the settings counts from when it was first seen. */
export async function freshenSecret({ system, ring, settings, hasQueue }: Parts): Promise<Freshened> {
  const { clientId, clientSecret } = settings;
  if (!hasQueue) return "no queue";
  const newest = await newestSecret({ system, ring }, clientId);
  if (newest === null) {
    await keepSecret({ system, ring }, { clientId, secret: clientSecret, oldExpiresAt: null });
    return "first seen";
  }
  if (!isDue(newest.receivedAt)) return "young";
  await rotateClientSecret(await applicationOf({ system, ring, settings }));
  return "asked";
}

/** With the secrets that may be valid now; the one of the settings is the last resort. */
export async function applicationOf({ system, ring, settings }: Omit<Parts, "hasQueue">): Promise<Application> {
  const { clientId, clientSecret, endpoint, timeoutMs } = settings;
  const secrets = [...new Set([...(await validSecrets({ system, ring }, clientId)), clientSecret])];
  return { clientId, secrets, endpoint: endpoint ?? undefined, timeoutMs };
}

/** Asked each night: true on the 150th day and every fourteenth after it. */
export function isDue(receivedAt: Date, now = new Date()): boolean {
  const days = Math.floor((now.getTime() - receivedAt.getTime()) / DAY_MS) - OLD_AFTER_DAYS;
  return days >= 0 && days % ASK_EVERY_DAYS === 0;
}
