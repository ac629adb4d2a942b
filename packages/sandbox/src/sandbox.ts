import type { WaitableClock } from "@heed/core/time";
import type { Application } from "./amazon/login.ts";
import type { Entry, Fact } from "./journal/entry.ts";
import type { State } from "./state.ts";

export interface Settings {
  readonly application: Application;
  readonly mailDomain: string;
  readonly resendApiKey: string;
  /** Requests per second and team. */
  readonly resendRate: number;
  /** `whsec_` and base64, as Resend hands it out. */
  readonly webhookSecret: string;
  readonly stripeKey: string;
  /** `whsec_…`, as Stripe hands it out; used as it is, not decoded. */
  readonly stripeWebhookSecret: string;
}

export interface Keys {
  /** Seals access tokens and download links. */
  readonly token: string;
  /** PKCS#8 PEM; signs mail as Amazon. */
  readonly dkim: string;
}

/** What every part of the sandbox shares. */
export interface Sandbox {
  readonly clock: WaitableClock;
  readonly state: State;
  readonly settings: Settings;
  readonly keys: Keys;
  /** Where webhooks go; null until the product has told. */
  webhookUrl: string | null;
  stripeWebhookUrl: string | null;
  /** Where its own pages of Stripe are. */
  stripeUrl: string;
  /** Writes facts to the log, then lets them become true. Comes before any answer goes out. */
  record(...facts: readonly Fact[]): void;
  entries(): readonly Entry[];
}
