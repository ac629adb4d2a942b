import { RATE_DAYS } from "@heed/core/analytics/first-emails";
import { AppError } from "@heed/core/errors";
import { type ClientReport, composeReport, type StoreReport } from "@heed/core/report/client-report";
import { lastWeek } from "@heed/core/report/report-times";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { firstEmails } from "../queries/insights.ts";
import { spanCounts } from "../queries/week-counts.ts";
import { store } from "../schema/store.ts";
import { client, clientStore, tenant } from "../schema/tenant.ts";
import { systemAccess } from "../system-db.ts";
import { type Access, type TenantDb, withTenant } from "../tenant-db.ts";
import { listReceivedGrants } from "./grants.ts";
import { type Looker, lookInto } from "./resolve-access.ts";

export interface ReportFacts {
  readonly report: ClientReport;
  readonly on: boolean;
  readonly to: readonly string[];
  readonly zone: string;
  readonly look: { readonly name: string | null; readonly colour: string | null };
}

export interface ReportAsk {
  readonly agency: Access;
  readonly clientId: string;
  /** Whose eyes see it; null: the weekly mail itself, which sees what the agency was let see. */
  readonly viewer: Looker | null;
  readonly now: Instant;
}

/**
 * The last week of a client's stores, each read in its own workspace. A store whose workspace took its permission back
 * is not in it, at once.
 */
export async function clientReport(db: Db, { agency, clientId, viewer, now }: ReportAsk): Promise<ReportFacts> {
  const { row, look, places } = await withTenant(db, agency, (tx) => placesOf(tx, clientId));
  const week = lastWeek(row.reportZone, now);
  const days = { from: week.from.toString(), to: week.to.toString() };
  const stores: StoreReport[] = [];
  for (const { storeId, workspace } of places) {
    const access = workspace === null ? agency : await enter(db, { workspace, viewer });
    if (access === null) continue;
    const found = await withTenant(db, access, (tx) => reportStore(tx, { storeId, ...days, now }));
    if (found !== null) stores.push(found);
  }
  const sender = look.name ?? look.workspace;
  const report = composeReport({ client: row.name, sender, colour: look.colour, week: days, stores });
  const { reportOn: on, reportTo: to, reportZone: zone } = row;
  return { report, on, to, zone, look: { name: look.name, colour: look.colour } };
}

interface Place {
  readonly storeId: string;
  /** The workspace that let the agency in; null: the agency's own. */
  readonly workspace: { readonly id: string; readonly slug: string } | null;
}

async function placesOf(tx: TenantDb, clientId: string) {
  const [row] = await tx.sql
    .select()
    .from(client)
    .where(and(eq(client.tenantId, tx.tenantId), eq(client.id, clientId)));
  const [look] = await tx.sql
    .select({ workspace: tenant.name, name: tenant.reportName, colour: tenant.reportColour })
    .from(tenant)
    .where(eq(tenant.id, tx.tenantId));
  if (row === undefined || look === undefined) throw new AppError("NOT_FOUND", "This client does not exist any more.");
  const stores = await tx.sql
    .select({ storeId: clientStore.storeId, tenantId: clientStore.storeTenantId })
    .from(clientStore)
    .where(and(eq(clientStore.tenantId, tx.tenantId), eq(clientStore.clientId, clientId)))
    .orderBy(clientStore.storeId);
  const grants = await listReceivedGrants(tx);
  const places = stores.flatMap(({ storeId, tenantId }): Place[] => {
    if (tenantId === tx.tenantId) return [{ storeId, workspace: null }];
    const grant = grants.find(({ workspace }) => workspace.id === tenantId);
    const open = grant !== undefined && (grant.storeIds === null || grant.storeIds.includes(storeId));
    return open ? [{ storeId, workspace: grant.workspace }] : [];
  });
  return { row, look, places };
}

/** A person comes in as everywhere; the mail by the grant that was just read, for its stores only. */
async function enter(
  db: Db,
  { workspace, viewer }: { workspace: { readonly id: string; readonly slug: string }; viewer: Looker | null },
): Promise<Access | null> {
  if (viewer === null) return systemAccess(workspace.id);
  return (await lookInto(db, viewer, workspace.slug))?.access ?? null;
}

interface StoreAsk {
  readonly storeId: string;
  readonly from: string;
  readonly to: string;
  readonly now: Instant;
}

/** Null where the store is gone or not this person's to see. */
async function reportStore(tx: TenantDb, { storeId, from, to, now }: StoreAsk): Promise<StoreReport | null> {
  const [row] = await tx.sql
    .select({ name: store.name })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (row === undefined) return null;
  const period = { storeId, from: now.subtract({ hours: 24 * RATE_DAYS }), to: now };
  return {
    ...{ name: row.name, ...(await spanCounts(tx, { storeId, from, to })) },
    firstEmails: await firstEmails(tx, period),
  };
}
