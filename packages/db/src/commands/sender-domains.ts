import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { type DomainRecord, senderDomain } from "../schema/sender.ts";
import { store, storeMarketplace } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";

export type DomainState = (typeof senderDomain.$inferSelect)["state"];

interface DomainRef {
  readonly domainId: string;
  readonly now: Instant;
}

/** A domain of the tenant's own; the worker asks Resend for it. Added again, it stays as it is. @throws AppError CONFLICT where somebody has it */
export async function addDomain(
  tx: TenantDb,
  { name, now }: { readonly name: string; readonly now: Instant },
): Promise<string> {
  const [known] = await tx.sql
    .select({ id: senderDomain.id })
    .from(senderDomain)
    .where(and(eq(senderDomain.tenantId, tx.tenantId), eq(senderDomain.name, name.toLowerCase())));
  if (known !== undefined) return known.id;
  const [row] = await tx.sql
    .insert(senderDomain)
    .values({ tenantId: tx.tenantId, name: name.toLowerCase(), createdAt: now })
    .onConflictDoNothing()
    .returning({ id: senderDomain.id });
  if (row === undefined) throw new AppError("CONFLICT", "This domain is set up already, here or in another workspace.");
  await putJob(tx, { domainId: row.id, now });
  await appendAudit(tx, { now, act: "sender_domain.added", subject: `sender_domain:${row.id}`, after: { name } });
  return row.id;
}

/** Has Resend look at the DNS; the answer comes by itself. */
export async function checkDomain(tx: TenantDb, { domainId, now }: DomainRef): Promise<void> {
  const rows = await tx.sql
    .update(senderDomain)
    // From here on Resend looks for three days.
    .set({ state: sql`case when state in ('not_started', 'failed') then 'pending' else state end`, checkedAt: now })
    .where(here(tx, domainId))
    .returning({ id: senderDomain.id });
  if (rows.length === 0) throw new AppError("NOT_FOUND", "This domain does not exist here.");
  await putJob(tx, { domainId, now });
}

/** Stores that sent from it go back to the service's domain; the worker takes it away at Resend, and the row with it. */
export async function removeDomain(tx: TenantDb, { domainId, now }: DomainRef): Promise<void> {
  const rows = await tx.sql
    .update(senderDomain)
    .set({ state: "leaving" })
    .where(here(tx, domainId))
    .returning({ name: senderDomain.name });
  if (rows.length === 0) throw new AppError("NOT_FOUND", "This domain does not exist here.");
  const left = await tx.sql
    .update(store)
    .set({ senderDomainId: null })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.senderDomainId, domainId)))
    .returning({ id: store.id });
  for (const { id } of left) await proveAnew(tx, id);
  await putJob(tx, { domainId, now });
  await appendAudit(tx, {
    now,
    act: "sender_domain.removed",
    subject: `sender_domain:${domainId}`,
    before: { ...rows[0] },
  });
}

export interface ChosenDomain {
  readonly storeId: string;
  /** Null: the service's own domain. */
  readonly domainId: string | null;
  readonly now: Instant;
}

/** The store sends from there from now on. Amazon has to approve the new address before any e-mail goes. */
export async function chooseDomain(tx: TenantDb, { storeId, domainId, now }: ChosenDomain): Promise<void> {
  if (domainId !== null) await mustBeVerified(tx, domainId);
  const before = await tx.sql
    .select({ domainId: store.senderDomainId })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  if (before[0]?.domainId === domainId) return;
  await tx.sql
    .update(store)
    .set({ senderDomainId: domainId })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  await proveAnew(tx, storeId);
  await appendAudit(tx, {
    now,
    act: "sender_domain.chosen",
    subject: `store:${storeId}`,
    before: { domainId: before[0]?.domainId ?? null },
    after: { domainId },
  });
  await appendLive(tx, ["stores"], now);
}

async function mustBeVerified(tx: TenantDb, domainId: string): Promise<void> {
  const [row] = await tx.sql.select({ state: senderDomain.state }).from(senderDomain).where(here(tx, domainId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This domain does not exist here.");
  if (row.state !== "verified")
    throw new AppError("PRECONDITION_FAILED", "The DNS records of this domain are not verified yet.");
}

/** Another address is another sender to Amazon. */
async function proveAnew(tx: TenantDb, storeId: string): Promise<void> {
  await tx.sql
    .update(storeMarketplace)
    .set({ senderState: "not_proven" })
    .where(and(eq(storeMarketplace.tenantId, tx.tenantId), eq(storeMarketplace.storeId, storeId)));
}

export interface DomainNews {
  readonly domainId: string;
  readonly state: DomainState;
  readonly providerId: string | null;
  readonly records: readonly DomainRecord[];
  readonly problem: string | null;
  readonly now: Instant;
}

/** What Resend said. */
export async function noteDomain(tx: TenantDb, { domainId, now, ...news }: DomainNews): Promise<void> {
  await tx.sql
    .update(senderDomain)
    .set(news)
    .where(and(here(tx, domainId), sql`${senderDomain.state} <> 'leaving'`));
  await appendLive(tx, ["stores"], now);
}

export async function dropDomain(tx: TenantDb, { domainId, now }: DomainRef): Promise<void> {
  await tx.sql.delete(senderDomain).where(here(tx, domainId));
  await appendLive(tx, ["stores"], now);
}

async function putJob(tx: TenantDb, { domainId, now }: DomainRef): Promise<void> {
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "sender_domain", subject: domainId, runAt: now })
    .onConflictDoUpdate({
      target: [job.tenantId, job.kind, job.subject],
      targetWhere: sql`state in ('waiting','running')`,
      set: { runAt: now },
    });
}

function here(tx: TenantDb, domainId: string) {
  return and(eq(senderDomain.tenantId, tx.tenantId), eq(senderDomain.id, domainId));
}
