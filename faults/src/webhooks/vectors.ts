import { type Delivery, sign } from "./oracle.ts";

export interface Vector {
  readonly name: string;
  readonly delivery: Delivery;
  readonly accept: boolean;
}

/** The fixed vector of standard-webhooks (commit b2fa7b87, libraries/javascript/src/webhook.test.ts, MIT). */
export const FIXED = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  stamp: "1614265330",
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
} as const;

/** The instant of the vectors, in seconds. */
export const VECTOR_NOW = Number(FIXED.stamp);

const BARE_SECRET = FIXED.secret.slice("whsec_".length);
const WRONG = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=";

type Name = "id" | "timestamp" | "signature";

function headers(change: Partial<Record<Name, string>> = {}, prefix = "webhook"): Record<string, string> {
  const all = { id: FIXED.id, timestamp: FIXED.stamp, signature: FIXED.signature, ...change };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [`${prefix}-${name}`, value]));
}

function without(name: Name): Record<string, string> {
  return Object.fromEntries(Object.entries(headers()).filter(([header]) => header !== `webhook-${name}`));
}

/** A delivery signed rightly, but at another time. */
function shifted(seconds: number): Record<string, string> {
  const stamp = String(VECTOR_NOW + seconds);
  return headers({ timestamp: stamp, signature: sign(FIXED.secret, { id: FIXED.id, stamp, body: FIXED.body }) });
}

function vector(accept: boolean) {
  return (name: string, given: Record<string, string>, secret: string = FIXED.secret): Vector => ({
    name,
    delivery: { secret, headers: given, body: FIXED.body },
    accept,
  });
}

const accept = vector(true);
const reject = vector(false);

/** What the specification and its test-suite say must be accepted and refused. */
export const VECTORS: readonly Vector[] = [
  accept("the fixed vector", headers()),
  accept("several signatures, one right", headers({ signature: `${WRONG} v2,abc ${FIXED.signature} ${WRONG}` })),
  accept("a secret without its prefix", headers(), BARE_SECRET),
  accept("svix headers", headers({}, "svix")),
  reject("no id", without("id")),
  reject("no timestamp", without("timestamp")),
  reject("a timestamp that is no number", headers({ timestamp: "hello" })),
  reject("no signature", without("signature")),
  reject("a signature of nonsense", headers({ signature: "v1,dawfeoifkpqwoekfpqoekf" })),
  reject("a signature cut to 8 characters", headers({ signature: FIXED.signature.slice(0, 8) })),
  reject("an empty signature", headers({ signature: "v1," })),
  reject("five minutes and a second old", shifted(-301)),
  reject("five minutes and a second ahead", shifted(301)),
  reject("an empty secret", headers(), "whsec_"),
];
