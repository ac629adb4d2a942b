import { randomBytes } from "node:crypto";
import type { PlanId } from "@heed/core/billing/plans";
import type { StoreScope } from "@heed/core/tenant/limits";
import type { Role } from "@heed/core/tenant/role";
import { Temporal } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { subscription } from "../schema/billing.ts";
import { user } from "../schema/identity.ts";
import { message } from "../schema/message.ts";
import { order, orderItem } from "../schema/order.ts";
import { store, storeMarketplace } from "../schema/store.ts";
import { member, tenant } from "../schema/tenant.ts";
import { systemAccess } from "../system-db.ts";
import { type Access, withTenant } from "../tenant-db.ts";

/** A day in the middle of a month, far from any change of clocks. */
export const TEST_NOW = Temporal.Instant.from("2026-11-23T09:00:00Z");

const unique = () => randomBytes(5).toString("hex");

export interface TestTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly access: Access;
}

export async function createTenant(db: Db, values: Partial<typeof tenant.$inferInsert> = {}): Promise<TestTenant> {
  const [made] = await db.execute<{ id: string }>(sql`select uuidv7() as id`);
  const access = systemAccess(made?.id ?? "");
  const slug = values.slug ?? `tenant-${unique()}`;
  await withTenant(db, access, (tx) =>
    tx.sql.insert(tenant).values({ name: slug, kind: "seller", createdAt: TEST_NOW, ...values, slug, id: tx.tenantId }),
  );
  return { tenantId: access.tenantId, slug, access };
}

/** A plan without a bill, as the demo's workspaces have. */
export async function givePlan(db: Db, { tenantId, access }: TestTenant, plan: PlanId = "agency"): Promise<void> {
  await withTenant(db, access, (tx) =>
    tx.sql
      .insert(subscription)
      .values({ tenantId, complimentary: plan })
      .onConflictDoUpdate({ target: subscription.tenantId, set: { complimentary: plan } }),
  );
}

/** A user with a membership; returns the user's id. */
export async function createMember(
  db: Db,
  access: Access,
  values: { role?: Role; stores?: StoreScope; email?: string } = {},
): Promise<string> {
  const { role = "owner", stores = "all", email = `user-${unique()}@example.com` } = values;
  const [made] = await db.insert(user).values({ email, createdAt: TEST_NOW }).returning({ id: user.id });
  const userId = made?.id ?? "";
  const storeIds = stores === "all" ? null : [...stores];
  await withTenant(db, access, (tx) =>
    tx.sql.insert(member).values({ tenantId: tx.tenantId, userId, role, storeIds, createdAt: TEST_NOW }),
  );
  return userId;
}

export type StoreValues = Partial<Omit<typeof store.$inferInsert, "tenantId">> & { readonly marketplaceIds?: string[] };

/** A store with its marketplaces, the US one by default; returns its id. */
export async function createStore(db: Db, access: Access, values: StoreValues = {}): Promise<string> {
  const { marketplaceIds = ["ATVPDKIKX0DER"], ...columns } = values;
  return withTenant(db, access, async (tx) => {
    const [made] = await tx.sql
      .insert(store)
      .values({
        name: "Test store",
        region: "NA",
        sellerId: `A${unique().toUpperCase()}`,
        cutOverAt: TEST_NOW.subtract({ hours: 24 * 90 }),
        createdAt: TEST_NOW,
        ...columns,
        tenantId: tx.tenantId,
      })
      .returning({ id: store.id });
    const storeId = made?.id ?? "";
    await tx.sql
      .insert(storeMarketplace)
      .values(marketplaceIds.map((marketplaceId) => ({ tenantId: tx.tenantId, storeId, marketplaceId })));
    return storeId;
  });
}

export type OrderValues = Partial<Omit<typeof order.$inferInsert, "tenantId" | "storeId">>;

/** A shipped order with one item; returns our id of it. */
export async function createOrder(
  db: Db,
  place: { access: Access; storeId: string },
  values: OrderValues = {},
): Promise<string> {
  return withTenant(db, place.access, async (tx) => {
    const [made] = await tx.sql
      .insert(order)
      .values({
        orderId: testOrderId(),
        marketplaceId: "ATVPDKIKX0DER",
        channel: "amazon",
        fulfilledBy: "amazon",
        status: "SHIPPED",
        purchasedAt: TEST_NOW.subtract({ hours: 24 * 10 }),
        lastUpdatedAt: TEST_NOW.subtract({ hours: 24 * 8 }),
        source: "sync",
        createdAt: TEST_NOW,
        ...values,
        tenantId: tx.tenantId,
        storeId: place.storeId,
      })
      .returning({ id: order.id });
    const orderRef = made?.id ?? "";
    await tx.sql.insert(orderItem).values({ tenantId: tx.tenantId, orderRef, quantity: 1, items: [TEST_ITEM] });
    return orderRef;
  });
}

const TEST_ITEM = {
  orderItemId: "1",
  sku: "SKU-1",
  asin: "B000000001",
  title: "Cup",
  quantity: 1,
  quantityShipped: 1,
  priceMinor: 1000,
  customized: false,
  buyerRequestedCancel: false,
};

export type MessageValues = Partial<Omit<typeof message.$inferInsert, "tenantId" | "storeId" | "orderRef">>;

/** A planned review request; returns its id. */
export async function createMessage(
  db: Db,
  place: { access: Access; storeId: string; orderRef: string },
  values: MessageValues = {},
): Promise<string> {
  return withTenant(db, place.access, async (tx) => {
    const [made] = await tx.sql
      .insert(message)
      .values({
        slot: "proactive",
        purpose: "review_request",
        lane: "solicitation",
        state: "planned",
        flowKey: "review",
        flowVersion: 1,
        stepKey: "ask",
        dueAt: TEST_NOW,
        createdAt: TEST_NOW,
        ...values,
        tenantId: tx.tenantId,
        storeId: place.storeId,
        orderRef: place.orderRef,
      })
      .returning({ id: message.id });
    return made?.id ?? "";
  });
}

function testOrderId(): string {
  const digits = String(BigInt(`0x${randomBytes(8).toString("hex")}`))
    .padStart(17, "0")
    .slice(-17);
  return `${digits.slice(0, 3)}-${digits.slice(3, 10)}-${digits.slice(10)}`;
}
