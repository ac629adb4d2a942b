import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { ensureUser } from "../identity/ensure-user.ts";
import { listWorkspaces } from "../identity/list-workspaces.ts";
import { subscription } from "../schema/billing.ts";
import { address, store, storeCredential, storeMarketplace } from "../schema/store.ts";
import { member, tenant } from "../schema/tenant.ts";
import { type KeyRing, seal } from "../seal.ts";
import { systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { ensureBuiltInFlow } from "./built-in-flow.ts";
import { beginChecks } from "./heartbeat.ts";

/** What the demo needs of the sandbox's world: its stores. */
export interface DemoStore {
  readonly tenantSlug: string;
  readonly tenantName: string;
  readonly name: string;
  readonly region: "NA" | "EU" | "FE";
  readonly sellerId: string;
  readonly refreshToken: string;
  readonly senderToken: string;
  readonly senderApproved: boolean;
  readonly marketplaces: readonly {
    readonly marketplaceId: string;
    readonly noticeToken: string;
    readonly emailLane: boolean;
  }[];
}

export interface SeedDemoInput {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly world: { readonly stores: readonly DemoStore[] };
  readonly now: Instant;
  /** Orders bought before this stay without messages; 60 days before `now` by default. */
  readonly cutOverAt?: Instant;
  /** Whether addresses are tested each day and owners told each week, as for a store that is connected. */
  readonly checked?: boolean;
}

export interface SeededTenant {
  readonly tenantId: string;
  readonly slug: string;
  readonly name: string;
  readonly ownerEmail: string;
}

const CUT_OVER = { hours: 24 * 60 };

/** Makes the demo's workspaces, each with an owner, its stores and the built-in flow. What exists already stays as it is. */
export async function seedDemo(input: SeedDemoInput): Promise<SeededTenant[]> {
  const seeded: SeededTenant[] = [];
  for (const [slug, stores] of Map.groupBy(input.world.stores, ({ tenantSlug }) => tenantSlug)) {
    seeded.push(await seedTenant(input, { slug, name: stores[0]?.tenantName ?? slug, stores }));
  }
  return seeded;
}

interface DemoTenant {
  readonly slug: string;
  readonly name: string;
  readonly stores: readonly DemoStore[];
}

async function seedTenant(input: SeedDemoInput, { slug, name, stores }: DemoTenant): Promise<SeededTenant> {
  const ownerEmail = `owner@${slug}.example`;
  const userId = await ensureUser(input.db, ownerEmail);
  const known = (await listWorkspaces(input.db, { userId })).find((workspace) => workspace.slug === slug);
  if (known !== undefined) return { tenantId: known.id, slug, name, ownerEmail };
  const [made] = await input.db.execute<{ id: string }>(sql`select uuidv7() as id`);
  const tenantId = made?.id ?? "";
  await withTenant(input.db, systemAccess(tenantId), async (tx) => {
    await tx.sql.insert(tenant).values({ id: tenantId, slug, name, kind: "seller", createdAt: input.now });
    await tx.sql.insert(member).values({ tenantId, userId, role: "owner", createdAt: input.now });
    await tx.sql.insert(subscription).values({ tenantId, complimentary: "agency" });
    await ensureBuiltInFlow(tx, input.now);
    for (const wanted of stores) await seedStore(tx, input, wanted);
  });
  return { tenantId, slug, name, ownerEmail };
}

async function seedStore(
  tx: TenantDb,
  { ring, now, cutOverAt, checked = false }: SeedDemoInput,
  wanted: DemoStore,
): Promise<void> {
  const { tenantId } = tx;
  const { name, region, sellerId } = wanted;
  const [row] = await tx.sql
    .insert(store)
    .values({
      tenantId,
      name,
      region,
      sellerId,
      cutOverAt: cutOverAt ?? now.subtract(CUT_OVER),
      nextSyncAt: now,
      firstFlowAt: now,
      // The demo's senders have been in use for long: their ramp is behind them.
      senderStartedAt: now.subtract(CUT_OVER),
      createdAt: now,
    })
    .returning({ storeId: store.id });
  if (row === undefined) throw new Error("A store of the demo was not stored.");
  const { storeId } = row;
  const context = { table: "store_credential", column: "refresh_token", tenantId, rowId: storeId };
  const refreshToken = seal(ring, context, wanted.refreshToken);
  await tx.sql.insert(storeCredential).values({ tenantId, storeId, refreshToken, authorisedAt: now });
  await tx.sql.insert(storeMarketplace).values(
    wanted.marketplaces.map(({ marketplaceId, emailLane }) => {
      const senderState = wanted.senderApproved ? ("proven" as const) : ("not_proven" as const);
      return { tenantId, storeId, marketplaceId, emailLane, senderState };
    }),
  );
  const proven = wanted.senderApproved ? { receivedAt: now, provenAt: now } : {};
  await tx.sql.insert(address).values(addresses(wanted).map((values) => ({ ...values, ...proven, tenantId, storeId })));
  if (checked) await beginChecks(tx, { storeId, now });
}

/** One sender address serves the store: it stands with the marketplace that mails, else with the first. */
function addresses({ marketplaces, senderToken }: DemoStore) {
  const mailing = marketplaces.find(({ emailLane }) => emailLane) ?? marketplaces[0];
  const notices = marketplaces.map(({ marketplaceId, noticeToken }) => {
    return { marketplaceId, kind: "notice" as const, localPart: `n-${noticeToken}`.toLowerCase() };
  });
  if (mailing === undefined) return notices;
  return [
    ...notices,
    { marketplaceId: mailing.marketplaceId, kind: "sender" as const, localPart: senderToken.toLowerCase() },
  ];
}
