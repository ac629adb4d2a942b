import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import type { PageInput } from "./keyset.ts";
import { refsKeptOut } from "./refs-kept-out.ts";

/** More than all looks of a page of one pass over: 340 × 2. */
const OVERTAKEN = 720;
let test: TestDatabase;
let tenantId: string;
/** The orders that are still kept out, the newest bought first. */
let kept: readonly string[];

beforeAll(async () => {
  test = await cloneDatabase();
  const tenant = await createTenant(test.db);
  ({ tenantId } = tenant);
  const storeId = await createStore(test.db, tenant.access);
  await insertManyOrders(
    test.db,
    { tenantId, storeId },
    { count: OVERTAKEN + 6, from: TEST_NOW.subtract({ hours: 1000 }) },
  );
  await withTenant(test.db, systemAccess(tenantId), async (tx) => {
    const line = (rule: string, which: string) => sql`
      insert into decision (tenant_id, store_id, order_ref, at, phase, verdict, rule, slot, purpose, rule_pack, reasons, ordered_at)
      select tenant_id, store_id, id, purchased_at, 'plan', 'not_planned', ${rule}, 'proactive', 'review_request', 'p', '[]', purchased_at
      from "order" where tenant_id = ${tenantId} and ${sql.raw(which)}`;
    await tx.sql.execute(line("condition_not_met", "true"));
    // All but the first three and the last three were planned otherwise since.
    await tx.sql.execute(line("cancelled", `substr(order_id, 5, 7)::int between 4 and ${OVERTAKEN + 3}`));
    const rows = await tx.sql.execute<{ id: string }>(sql`
      select id from "order" where tenant_id = ${tenantId} and not substr(order_id, 5, 7)::int between 4 and ${OVERTAKEN + 3}
      order by purchased_at desc`);
    kept = rows.map(({ id }) => id);
  });
});
afterAll(() => test.drop());

const read = (input: PageInput) =>
  withTenant(test.db, systemAccess(tenantId), (tx) =>
    refsKeptOut(tx, { storeId: "all", rule: "condition_not_met", ...input }),
  );

it.each([1, 2, 4, 50])(
  "pages of %i pass over hundreds of overtaken lines, without a gap or a repeat, and end",
  async (limit) => {
    const seen: string[] = [];
    let page = await read({ limit });
    seen.push(...page.rows.map(({ id }) => id));
    for (let n = 0; page.older !== null && n < 20; n += 1) {
      page = await read({ limit, after: page.older });
      seen.push(...page.rows.map(({ id }) => id));
    }
    expect(seen).toEqual(kept);
    expect(page.older).toBeNull();
  },
);

it("goes back the same way", async () => {
  const last = await read({ limit: 50 });
  const oldest = last.rows.at(-1);
  let page = await read({ limit: 2, ...(oldest === undefined ? {} : { before: oldest }) });
  const seen = [...page.rows.map(({ id }) => id)];
  for (let n = 0; page.newer !== null && n < 20; n += 1) {
    page = await read({ limit: 2, before: page.newer });
    seen.unshift(...page.rows.map(({ id }) => id));
  }
  expect(seen).toEqual(kept.slice(0, -1));
});

it("a page of one ends its look at a place, and says that there is more", async () => {
  const third = await read({ limit: 3 });
  const page = await read({ limit: 1, ...(third.older === null ? {} : { after: third.older }) });
  expect(page.rows).toEqual([]);
  expect(page.older).not.toBeNull();
});
