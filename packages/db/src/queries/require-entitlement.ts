import { allowsOneMore, type Counted, type Feature } from "@heed/core/billing/entitlements";
import { PLANS } from "@heed/core/billing/plans";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, ne, sql } from "drizzle-orm";
import { store } from "../schema/store.ts";
import { member } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { entitlements } from "./billing-facts.ts";

const WORDS = { stores: "stores", members: "people" } as const;

/** Any number; with the tenant it names the lock under which stores and people are counted. */
const COUNT_LOCK = 7_301_008;

/**
 * To be called in the transaction that adds a store or a person, before it does: two at once are counted one after the
 * other. `reserved` are places that are promised already, such as open invitations.
 * @throws AppError PAYMENT_REQUIRED
 */
export async function requireRoomFor(
  tx: TenantDb,
  counted: Counted,
  { now, reserved = 0 }: { readonly now: Instant; readonly reserved?: number },
): Promise<void> {
  const allowed = await entitlements(tx, now);
  if (allowed[counted] === null) return;
  await tx.sql.execute(sql`select pg_advisory_xact_lock(${COUNT_LOCK}, hashtext(${tx.tenantId}::text))`);
  if (allowsOneMore(allowed, counted, (await inUse(tx, counted)) + reserved)) return;
  throw new AppError(
    "PAYMENT_REQUIRED",
    `The plan ${PLANS[allowed.plan].name} has room for ${allowed[counted]} ${WORDS[counted]}. A larger plan has more.`,
    { details: { reason: "plan", plan: allowed.plan, counted, limit: allowed[counted] } },
  );
}

/** A disconnected store only waits to be erased: it takes no place. */
async function inUse(tx: TenantDb, counted: Counted): Promise<number> {
  const here =
    counted === "stores"
      ? tx.sql.$count(store, and(eq(store.tenantId, tx.tenantId), ne(store.authorisation, "disconnected")))
      : tx.sql.$count(member, eq(member.tenantId, tx.tenantId));
  return await here;
}

const FEATURES: Readonly<Record<Feature, string>> = {
  experiments: "Experiments",
  clientLabels: "Invoicing labels",
};

/** @throws AppError PAYMENT_REQUIRED where the plan does not have it */
export async function requireFeature(tx: TenantDb, feature: Feature, now: Instant): Promise<void> {
  const allowed = await entitlements(tx, now);
  if (allowed[feature]) return;
  throw new AppError(
    "PAYMENT_REQUIRED",
    `${FEATURES[feature]} are not part of the plan ${PLANS[allowed.plan].name}. A larger plan has them.`,
    { details: { reason: "plan", plan: allowed.plan, feature } },
  );
}
