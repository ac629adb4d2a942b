import { fixedClock, type Instant, realClock } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { TEST_RING } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";
import type { SecurityMail } from "@heed/emails/account/security-mail";
import { createStripeGateway, type StripeGateway } from "@heed/stripe/gateway";
import { amazonPort } from "../amazon/port.ts";
import { createLiveHub } from "../realtime/live-hub.ts";
import { createCaller } from "../routers/app.ts";
import type { RequestContext, Viewer } from "../services.ts";
import { GUARDS } from "../trpc/guards.ts";

const NO_SESSION = "00000000-0000-7000-8000-000000000000";

interface TestState {
  readonly factor?: "none" | "given" | "fresh";
  readonly now?: Instant;
  readonly sessionId?: string;
  readonly email?: string;
}

/** A signed-in person of a test; `factor: "fresh"` has given the second factor just now. */
export function testViewer(userId: string, { now = TEST_NOW, ...state }: TestState = {}): Viewer {
  const { factor = "none", sessionId = NO_SESSION, email = "person@example.com" } = state;
  const steppedUpAt = { none: null, given: now.subtract({ hours: 1 }), fresh: now }[factor];
  return { userId, email, sessionId, factorLevel: factor === "none" ? 1 : 2, steppedUpAt };
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

/** Nothing listens there either; tests of billing put a sandbox in its place. */
export const TEST_STRIPE: { gateway: StripeGateway } = {
  gateway: createStripeGateway({ secretKey: "sk_test_x", endpoint: { host: "127.0.0.1", port: 9 }, timeoutMs: 1_000 }),
};

/** What was told to owners of accounts in this test file. */
export const toldOfSecurity: { readonly to: string; readonly change: SecurityMail["change"] }[] = [];

/** Mails with a link that procedures sent in this test file, oldest first; what they say is tested where they are made. */
export const sentMails: { readonly to: string; readonly url: string }[] = [];
const keep = async (to: string, { url }: { readonly url: string }) => void sentMails.push({ to, url });

const MAIL = {
  domain: "heed.localhost",
  link: (path: string) => `http://localhost:3000${path}`,
  confirmAddress: keep,
  invitation: keep,
  grantOffer: keep,
  changeEmail: keep,
  emailChanged: async () => undefined,
  securityChanged: async (to: string, { change }: SecurityMail) => void toldOfSecurity.push({ to, change }),
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
    stripe: TEST_STRIPE.gateway,
    ownUrl: "http://localhost:3000",
    mail: MAIL,
  };
  return { services, viewer, requestId: "test", network: null, guards: GUARDS };
}

/** Procedures as functions, as this person: `testCaller(db, testViewer(userId, { factor: "fresh" }))`. */
export const testCaller = (...context: Parameters<typeof testContext>): ReturnType<typeof createCaller> =>
  createCaller(testContext(...context));
