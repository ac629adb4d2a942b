import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { startTestSandbox, type TestSandbox } from "@heed/sandbox/testing";
import { Stripe } from "stripe";
import { createStripeGateway, type StripeGateway } from "./gateway.ts";

/** Cards of Stripe's own test data. */
export const CARDS = {
  pays: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  insufficientFunds: "4000 0000 0000 9995",
  /** Can be attached, and fails at each charge. */
  failsLater: "4000 0000 0000 0341",
  asksBank: "4000 0027 6000 3184",
} as const;

/** The header of a delivery, as Stripe's own SDK makes it for tests; seconds. */
export function signDelivery(payload: string, { secret, timestamp }: { secret: string; timestamp: number }): string {
  return Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });
}

export interface StripeWorld {
  readonly sandbox: TestSandbox;
  readonly gateway: StripeGateway;
  /** Puts Stripe's test clock forward. */
  ahead(days: number): Promise<void>;
  /** Fills in one of Stripe's pages. */
  submit(url: string, fields: Readonly<Record<string, string>>): Promise<PageAnswer>;
  /** A customer who subscribed by the checkout page. */
  subscribe(input: { tenantId: string; plan: PaidPlanId; interval?: Interval; card?: string }): Promise<Subscriber>;
  stop(): Promise<void>;
}

export interface Subscriber {
  readonly customerId: string;
  readonly subscriptionId: string;
}

export interface PageAnswer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

/** Stripe's sandbox with our prices set up, and the gateway to it through the real SDK. */
export async function startStripeWorld(): Promise<StripeWorld> {
  const sandbox = await startTestSandbox();
  const gateway = createStripeGateway(settingsOf(sandbox));
  await gateway.provision();
  const submit: StripeWorld["submit"] = async (url, fields) => {
    const answer = await fetch(url, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
    return { status: answer.status, location: answer.headers.get("location"), text: await answer.text() };
  };
  return {
    sandbox,
    gateway,
    ahead: async (days) => {
      await sandbox.control("POST", "/stripe/ahead", { days });
    },
    submit,
    subscribe: async ({ tenantId, plan, interval = "month", card = CARDS.pays }) => {
      const { id: customerId } = await gateway.ensureCustomer({
        tenantId,
        name: "T",
        email: "t@x.example",
        replaces: null,
      });
      const returnUrl = "http://localhost:3000/back";
      const open = await gateway.openCheckout({ tenantId, customerId, plan, interval, attempt: 1, returnUrl });
      const answer = await submit(open.url ?? "", { card });
      if (answer.status !== 303) throw new Error(`The checkout page refused: ${answer.text}`);
      const { subscription } = await gateway.readState(customerId);
      return { customerId, subscriptionId: subscription?.subscriptionId ?? "" };
    },
    stop: () => sandbox.stop(),
  };
}

export function settingsOf({ running }: TestSandbox) {
  const endpoint = { host: "127.0.0.1", port: Number(new URL(running.stripeUrl).port) };
  return { secretKey: running.settings.stripeKey, endpoint, timeoutMs: 10_000 };
}
