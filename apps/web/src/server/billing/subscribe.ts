import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import { AppError } from "@heed/core/errors";
import { appendAudit } from "@heed/db/commands/append-audit";
import { type CheckoutSlot, checkoutSlot, keepCheckout, nextCheckout } from "@heed/db/commands/claim-checkout";
import { ensureSubscriptionRow, keepCustomer } from "@heed/db/commands/keep-customer";
import { subscriptionRow } from "@heed/db/queries/billing-facts";
import { withTenant } from "@heed/db/tenant-db";
import { type Acting, refresh } from "./acting.ts";
import { ENDED } from "./running.ts";

export interface Subscribing {
  readonly plan: PaidPlanId;
  readonly interval: Interval;
}

/** Rounds in which somebody else may be faster before we give up. */
const ROUNDS = 4;

/**
 * The address of Stripe's checkout page; null where the workspace has a subscription by now. Everybody who asks for the
 * same plan at the same time gets the same page; who asks for another one closes the first. A page can be finished once.
 */
export async function beginCheckout(acting: Acting, wanted: Subscribing): Promise<string | null> {
  const customerId = await ensureCustomer(acting);
  for (let round = 0; round < ROUNDS; round += 1) {
    if (await isSubscribed(acting)) return null;
    const slot = await slotFor(acting, { wanted, customerId });
    if (slot === "subscribed") {
      await refresh(acting);
      return null;
    }
    if (slot !== "again") return slot;
  }
  throw new AppError("CONFLICT", "Somebody else is choosing a plan at this moment. Look again before you go on.");
}

async function isSubscribed({ services: { db }, access }: Acting): Promise<boolean> {
  const row = await withTenant(db, access, subscriptionRow);
  return row?.subscriptionId != null && row.status !== null && !ENDED.has(row.status);
}

async function ensureCustomer(acting: Acting): Promise<string> {
  const { services, access, workspace, email } = acting;
  const row = await withTenant(services.db, access, async (tx) => {
    await ensureSubscriptionRow(tx);
    return subscriptionRow(tx);
  });
  const gone = row?.problem?.kind === "customer_deleted";
  const known = row?.customerId ?? null;
  if (known !== null && !gone) return known;
  const replaces = gone ? known : null;
  const made = await services.stripe.ensureCustomer({
    tenantId: access.tenantId,
    name: workspace.name,
    email,
    replaces,
  });
  await withTenant(services.db, access, async (tx) => {
    await keepCustomer(tx, { ...made, replaces });
    await appendAudit(tx, { now: services.clock.now(), act: "billing.customer_made", subject: subjectOf(acting) });
  });
  return made.id;
}

const subjectOf = ({ access }: Acting): string => `workspace:${access.tenantId}`;

interface Asked {
  readonly wanted: Subscribing;
  readonly customerId: string;
}

type Slot = string | "subscribed" | "again";

async function slotFor(acting: Acting, asked: Asked): Promise<Slot> {
  const { db } = acting.services;
  const soldFor = `${asked.wanted.plan}:${asked.wanted.interval}`;
  const slot = await withTenant(db, acting.access, checkoutSlot);
  if (slot.attempt > 0 && slot.soldFor === soldFor) return joinPage(acting, asked, slot);
  const ended = slot.attempt === 0 ? "expired" : await closePage(acting, asked, slot);
  if (ended === "complete") return "subscribed";
  const next = await withTenant(db, acting.access, (tx) => nextCheckout(tx, { after: slot.attempt, soldFor }));
  return next.soldFor === soldFor ? joinPage(acting, asked, next) : "again";
}

/** The same attempt is the same call at Stripe: it answers the page that it made the first time. */
async function joinPage(acting: Acting, asked: Asked, slot: CheckoutSlot): Promise<Slot> {
  const { services, access } = acting;
  const page =
    slot.checkoutId === null
      ? await openPage(acting, { ...asked, attempt: slot.attempt })
      : await services.stripe.readCheckout(slot.checkoutId);
  const { id: checkoutId, status, url } = page;
  await withTenant(services.db, access, (tx) => keepCheckout(tx, { attempt: slot.attempt, checkoutId }));
  if (status === "open" && url !== null) return url;
  if (status === "complete" && !(await hasEnded(acting))) return "subscribed";
  const soldFor = slot.soldFor ?? "";
  await withTenant(services.db, access, (tx) => nextCheckout(tx, { after: slot.attempt, soldFor }));
  return "again";
}

/** The page was finished long ago, and its subscription has ended since. */
async function hasEnded(acting: Acting): Promise<boolean> {
  await refresh(acting);
  return !(await isSubscribed(acting));
}

/** Closes the page of another plan; one whose id a crash has lost is found by asking for it again. */
async function closePage(acting: Acting, { customerId }: Asked, slot: CheckoutSlot): Promise<"expired" | "complete"> {
  const { stripe } = acting.services;
  const sold = soldOf(slot);
  if (sold === null) return "expired";
  const id = slot.checkoutId ?? (await openPage(acting, { wanted: sold, customerId, attempt: slot.attempt })).id;
  const { status } = await stripe.expireCheckout(id);
  return status === "complete" && !(await hasEnded(acting)) ? "complete" : "expired";
}

function soldOf({ soldFor }: CheckoutSlot): Subscribing | null {
  const [plan, interval] = (soldFor ?? "").split(":");
  return plan === undefined || interval === undefined ? null : ({ plan, interval } as Subscribing);
}

function openPage({ services, access, returnUrl }: Acting, page: Asked & { readonly attempt: number }) {
  const { wanted, customerId, attempt } = page;
  return services.stripe.openCheckout({ tenantId: access.tenantId, customerId, ...wanted, attempt, returnUrl });
}
