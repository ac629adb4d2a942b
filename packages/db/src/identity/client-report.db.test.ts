import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, placeStore } from "../commands/clients.ts";
import { countDays } from "../commands/count-day.ts";
import { grant, member } from "../schema/tenant.ts";
import { type Access, withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { clientReport } from "./client-report.ts";
import { ensureUser } from "./ensure-user.ts";
import { setRequireFactor } from "./workspace-life.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const US = "ATVPDKIKX0DER";
/** TEST_NOW is a Monday, so the week before it is the one that is told. */
const LAST_WEEK = NOW.subtract({ hours: 24 * 4 })
  .toZonedDateTimeISO("UTC")
  .toPlainDate();

async function storeThatSent(access: Access, sent: number): Promise<string> {
  const storeId = await createStore(base.db, access);
  const at = { storeId, marketplaceId: US, day: LAST_WEEK, lane: "email" };
  await withTenant(base.db, access, (tx) => countDays(tx, [{ ...at, outcome: "sent", count: sent }]));
  return storeId;
}

/** An agency with a client of two stores: its own, and one of a seller who let it in. */
async function agencyAndSeller() {
  const [agency, seller] = [await createTenant(base.db), await createTenant(base.db)];
  const own = await storeThatSent(agency.access, 5);
  const [granted, kept] = [await storeThatSent(seller.access, 7), await storeThatSent(seller.access, 100)];
  const userId = await ensureUser(base.db, `${crypto.randomUUID()}@agency.example`);
  const clientId = await withTenant(base.db, agency.access, async (tx) => {
    const { id } = await createClient(tx, { name: "Harbour", now: NOW });
    for (const [storeId, storeTenantId] of [
      [own, agency.tenantId],
      [granted, seller.tenantId],
      [kept, seller.tenantId],
    ] as const) {
      await placeStore(tx, { storeId, storeTenantId, clientId: id, now: NOW });
    }
    await tx.sql.insert(member).values({ tenantId: agency.tenantId, userId, role: "viewer", createdAt: NOW });
    return id;
  });
  await withTenant(base.db, seller.access, (tx) =>
    tx.sql.insert(grant).values({
      ...{ tenantId: seller.tenantId, email: "a@agency.example", role: "viewer", storeIds: [granted] },
      ...{ tokenHash: crypto.getRandomValues(new Uint8Array(32)), createdAt: NOW, expiresAt: NOW.add({ hours: 24 }) },
      ...{ agencyId: agency.tenantId, agencyName: "Agency", acceptedAt: NOW },
    }),
  );
  return { agency, seller, clientId, userId };
}

describe("a client's report", () => {
  it("tells the agency's own stores and those that it was let into, to the mail and to its people alike", async () => {
    const { agency, clientId, userId } = await agencyAndSeller();
    const ask = { agency: agency.access, clientId, now: NOW };
    for (const viewer of [null, { userId, factorLevel: 1 }]) {
      const { report, on } = await clientReport(base.db, { ...ask, viewer });
      expect(report.stores.map(({ sent }) => sent).toSorted()).toEqual([5, 7]);
      expect(report).toMatchObject({ client: "Harbour", total: { sent: 12 } });
      expect(on).toBe(false);
    }
  });

  it("holds nothing of a workspace that took its permission back", async () => {
    const { agency, seller, clientId } = await agencyAndSeller();
    await withTenant(base.db, seller.access, (tx) =>
      tx.sql.update(grant).set({ endedAt: NOW, endedBy: "seller" }).where(eq(grant.tenantId, seller.tenantId)),
    );
    const { report } = await clientReport(base.db, { agency: agency.access, clientId, viewer: null, now: NOW });
    expect(report.total.sent).toBe(5);
  });

  it("leaves a workspace that requires the second factor to people who gave it", async () => {
    const { agency, seller, clientId, userId } = await agencyAndSeller();
    await withTenant(base.db, seller.access, (tx) => setRequireFactor(tx, { requireFactor: true, now: NOW }));
    const sent = async (factorLevel: number) => {
      const ask = { agency: agency.access, clientId, viewer: { userId, factorLevel }, now: NOW };
      return (await clientReport(base.db, ask)).report.total.sent;
    };
    expect([await sent(1), await sent(2)]).toEqual([5, 12]);
  });

  it("is nobody else's", async () => {
    const { clientId } = await agencyAndSeller();
    const { access } = await createTenant(base.db);
    const asked = clientReport(base.db, { agency: access, clientId, viewer: null, now: NOW });
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
