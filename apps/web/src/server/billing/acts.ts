import { changeKind } from "@heed/core/billing/plan-change";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { CancelReason } from "@heed/stripe/cancel";
import type { Preview } from "@heed/stripe/change-plan";
import { type Acting, done } from "./acting.ts";
import { runningSubscription } from "./running.ts";
import type { Subscribing } from "./subscribe.ts";

export type PlanPreview =
  | { readonly kind: "none" }
  | { readonly kind: "next_period" }
  | ({ readonly kind: "now" } & Preview);

/** What a change of plan costs and when it begins. */
export async function previewPlan(acting: Acting, to: Subscribing): Promise<PlanPreview> {
  const from = await runningSubscription(acting);
  const kind = changeKind(from, to);
  if (kind !== "now") return { kind };
  const { subscriptionId } = from;
  const at = acting.services.clock.now();
  return { kind, ...(await acting.services.stripe.preview({ ...to, subscriptionId, at })) };
}

/** How long what a preview said may be agreed to. */
const VALID = { minutes: 15 };

/** Does what the preview said: `at` is the preview's instant, so that the amount is the same to the cent. */
export async function changePlan(acting: Acting, to: Subscribing & { readonly at: Instant | null }): Promise<void> {
  const from = await runningSubscription(acting);
  const { stripe, clock } = acting.services;
  const { subscriptionId } = from;
  const { plan, interval, at } = to;
  switch (changeKind(from, to)) {
    case "none":
      await stripe.keepPlan(subscriptionId);
      break;
    case "next_period":
      await stripe.scheduleDowngrade({ subscriptionId, plan, interval });
      break;
    case "now":
      await stripe.upgrade({ subscriptionId, plan, interval, at: agreed(at, clock.now()) });
      break;
  }
  const before = { plan: from.plan, interval: from.interval };
  await done(acting, { act: "billing.plan_changed", before, after: { plan, interval } });
}

function agreed(at: Instant | null, now: Instant): Instant {
  const old = at === null || at.add(VALID).epochMilliseconds < now.epochMilliseconds;
  if (old) throw new AppError("CONFLICT", "The price was looked up a while ago. Look at it again before you agree.");
  return at;
}

export async function cancelPlan(
  acting: Acting,
  { reason, comment }: { readonly reason: CancelReason; readonly comment: string | null },
): Promise<void> {
  const { subscriptionId, plan } = await runningSubscription(acting);
  await acting.services.stripe.cancel({ subscriptionId, reason, comment });
  await done(acting, { act: "billing.cancelled", before: { plan }, after: { reason } });
}

export async function reactivatePlan(acting: Acting): Promise<void> {
  const { subscriptionId, plan } = await runningSubscription(acting);
  await acting.services.stripe.reactivate(subscriptionId);
  await done(acting, { act: "billing.reactivated", after: { plan } });
}
