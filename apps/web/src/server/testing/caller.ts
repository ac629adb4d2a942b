import { fixedClock, type Instant, realClock } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { TEST_RING } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";
import { amazonPort } from "../amazon/port.ts";
import { createLiveHub } from "../realtime/live-hub.ts";
import { createCaller } from "../routers/app.ts";
import type { RequestContext, Viewer } from "../services.ts";

const NO_SESSION = "00000000-0000-7000-8000-000000000000";

/** A signed-in person of a test; `factor: "fresh"` has given the second factor just now. */
export function testViewer(
  userId: string,
  { now = TEST_NOW, ...state }: { factor?: "none" | "given" | "fresh"; now?: Instant; sessionId?: string } = {},
): Viewer {
  const { factor = "none", sessionId = NO_SESSION } = state;
  const steppedUpAt = { none: null, given: now.subtract({ hours: 1 }), fresh: now }[factor];
  return { userId, email: "person@example.com", sessionId, factorLevel: factor === "none" ? 1 : 2, steppedUpAt };
}

/** Nothing listens there: router tests and the access matrix make links to Amazon and follow none. */
const TEST_AMAZON = amazonPort({
  applicationId: "amzn1.sp.solution.test",
  clientId: "client",
  clientSecret: "secret",
  draft: false,
  ownUrl: "http://localhost:3000",
  endpoint: null,
  sellerCentral: null,
  clock: realClock(),
});

/** Mails go nowhere; what they say is tested where they are made. */
const NO_MAIL = {
  domain: "heed.localhost",
  link: (path: string) => `http://localhost:3000${path}`,
  confirmAddress: async () => undefined,
  selfTest: async () => undefined,
};

/** The context of a request on a test database; the clock stands still. */
export function testContext(db: Db, viewer: Viewer | null, now: Instant = TEST_NOW): RequestContext {
  const log = { error: () => undefined, warn: () => undefined, info: () => undefined };
  const services = {
    db,
    ring: TEST_RING,
    clock: fixedClock(now),
    live: createLiveHub(),
    log,
    amazon: TEST_AMAZON,
    mail: NO_MAIL,
  };
  return { services, viewer, requestId: "test", network: null };
}

/** Procedures as functions, as this person: `testCaller(db, testViewer(userId, { factor: "fresh" }))`. */
export const testCaller = (...context: Parameters<typeof testContext>): ReturnType<typeof createCaller> =>
  createCaller(testContext(...context));
