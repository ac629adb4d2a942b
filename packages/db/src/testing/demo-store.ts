import { randomBytes } from "node:crypto";
import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import type { IncomingOrder, Order } from "@heed/core/order/order";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { seedDemo } from "../commands/seed-demo.ts";
import { address, store } from "../schema/store.ts";
import { type KeyRing, parseKeyRing } from "../seal.ts";
import { systemAccess } from "../system-db.ts";
import { type Access, withTenant } from "../tenant-db.ts";
import { TEST_NOW } from "./factories.ts";

export const TEST_RING: KeyRing = parseKeyRing(
  JSON.stringify({ active: "k1", keys: { k1: Buffer.alloc(32, 7).toString("base64") } }),
);

export const US = "ATVPDKIKX0DER";

export interface ReadyStore {
  readonly access: Access;
  readonly storeId: string;
  /** Local part of the address where notices arrive. */
  readonly noticeAddress: string;
}

/** A workspace with one connected US store, the built-in flow and template, as the demo has them. */
export async function createReadyStore(db: Db, options: { readonly emailLane?: boolean } = {}): Promise<ReadyStore> {
  const token = randomBytes(6).toString("hex");
  const [tenant] = await seedDemo({
    db,
    ring: TEST_RING,
    now: TEST_NOW,
    world: {
      stores: [
        {
          tenantSlug: `t-${token}`,
          tenantName: "Test",
          name: "Test store",
          region: "NA",
          sellerId: `A${token.toUpperCase()}`,
          refreshToken: `Atzr|${token}`,
          senderToken: `s${token}`,
          senderApproved: true,
          marketplaces: [{ marketplaceId: US, noticeToken: token, emailLane: options.emailLane ?? false }],
        },
      ],
    },
  });
  const access = systemAccess(tenant?.tenantId ?? "");
  return withTenant(db, access, async (tx) => {
    const [row] = await tx.sql.select({ id: store.id }).from(store).where(eq(store.tenantId, tx.tenantId));
    const [notice] = await tx.sql
      .select({ localPart: address.localPart })
      .from(address)
      .where(and(eq(address.tenantId, tx.tenantId), eq(address.kind, "notice")));
    return { access, storeId: row?.id ?? "", noticeAddress: notice?.localPart ?? "" };
  });
}

const DAY = 24;

let nextOrder = 1_000_000;

/** A shipped FBA order of the US store whose solicitation window is open; each has its own id. */
export function incomingOrder(changes: Partial<Order> = {}, alias: string | null = null): IncomingOrder {
  nextOrder += 1;
  const order: Order = {
    orderId: `111-${nextOrder}-${nextOrder}`,
    marketplaceId: US,
    channel: "amazon",
    fulfilledBy: "amazon",
    status: "SHIPPED",
    purchasedAt: TEST_NOW.subtract({ hours: 14 * DAY }),
    lastUpdatedAt: TEST_NOW.subtract({ hours: 12 * DAY }),
    shippedAt: TEST_NOW.subtract({ hours: 13 * DAY }),
    delivery: {
      earliest: TEST_NOW.subtract({ hours: 11 * DAY }),
      latest: TEST_NOW.subtract({ hours: 10 * DAY }),
      estimated: false,
    },
    programs: [],
    replacement: false,
    currency: "USD",
    totalMinor: 1999,
    serviceLevel: "Standard",
    items: [
      {
        orderItemId: "1",
        sku: "CUP-1",
        asin: "B000000001",
        title: "Cup",
        quantity: 1,
        quantityShipped: 1,
        priceMinor: 1999,
        customized: false,
        buyerRequestedCancel: false,
      },
    ],
    source: "sync",
    aftermath: NO_AFTERMATH,
    ...changes,
  };
  return { order, alias, aliasSource: alias === null ? null : "search_orders" };
}
