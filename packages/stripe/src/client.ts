import { Stripe } from "stripe";

export interface StripeSettings {
  readonly secretKey: string;
  /** Where the API is; null: Stripe's own address. Only demo mode names another. */
  readonly endpoint: { readonly host: string; readonly port: number } | null;
  /** Real milliseconds for one call with its answer. */
  readonly timeoutMs: number;
}

/** The version that this SDK was made for (2026-10-28); events of other versions are read by id only. */
export const API_VERSION = "2026-10-28.endive";

/** The SDK repeats a call by itself with the same idempotency key; each POST of ours has a key of its own meaning. */
export function createClient({ secretKey, endpoint, timeoutMs }: StripeSettings): Stripe {
  const local = endpoint === null ? {} : { ...endpoint, protocol: "http" as const };
  return new Stripe(secretKey, {
    apiVersion: API_VERSION,
    telemetry: false,
    timeout: timeoutMs,
    maxNetworkRetries: 2,
    appInfo: { name: "Heed" },
    ...local,
  });
}

/** `sk_live_…` works on money, everything else on test data; the events of one never belong to the other. */
export const isLiveKey = (secretKey: string): boolean => /^(sk|rk)_live_/.test(secretKey);
