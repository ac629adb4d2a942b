import { AppError } from "@heed/core/errors";
import { isConsentStatement, needsConsentStatement } from "@heed/core/lane/email-consent";
import { marketplaceById } from "@heed/core/marketplace/marketplaces";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { store, storeMarketplace } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";

export interface LaneSwitch {
  readonly storeId: string;
  readonly marketplaceId: string;
  readonly on: boolean;
  /** Typed by the person where consent is needed beforehand. */
  readonly statement: string;
  readonly now: Instant;
}

type Row = Awaited<ReturnType<typeof load>>;

/**
 * Switches review requests by e-mail on or off for a marketplace. On needs a confirmed customer-service address (buyers
 * answer), a sender that receives (Amazon's rejections come back there), and a typed statement where consent is needed.
 * The first e-mail goes alone, as a canary.
 * @throws AppError PRECONDITION_FAILED with `details.reason`: service_address, sender, statement
 */
export async function switchEmailLane(tx: TenantDb, input: LaneSwitch): Promise<void> {
  const { storeId, marketplaceId, on, now } = input;
  const row = await load(tx, input);
  if (on) requireReady(row, input);
  const stated = on && needsConsentStatement(marketplaceById(marketplaceId)?.country ?? "");
  await tx.sql
    .update(storeMarketplace)
    .set({
      emailLane: on,
      canary: on && row.place.canary !== "passed" && row.place.senderState !== "proven" ? "due" : row.place.canary,
      ...(stated ? { consentStatedAt: now, consentStatedBy: tx.access.userId } : {}),
    })
    .where(here(tx, input));
  const subject = `store:${storeId}`;
  await appendAudit(tx, {
    now,
    act: on ? "store.email_lane_on" : "store.email_lane_off",
    subject,
    before: { marketplaceId, on: row.place.emailLane },
    after: { marketplaceId, on, stated },
  });
  await askJob(tx, { kind: "replan_store", subject: storeId, now });
  await appendLive(tx, ["stores"], now);
}

function requireReady({ place, confirmedAt }: Row, { marketplaceId, statement }: LaneSwitch): void {
  if (confirmedAt === null)
    throw notReady("service_address", "Buyers answer e-mails: confirm a customer-service address first.");
  if (place.senderState === "not_proven")
    throw notReady("sender", "The sender address has not received a mail yet: test it first.");
  const needed = needsConsentStatement(marketplaceById(marketplaceId)?.country ?? "");
  if (needed && !isConsentStatement(statement))
    throw notReady("statement", "Type the sentence about your buyers' consent exactly as it stands there.");
}

function notReady(reason: string, words: string): AppError {
  return new AppError("PRECONDITION_FAILED", words, { details: { reason } });
}

const here = (tx: TenantDb, { storeId, marketplaceId }: Pick<LaneSwitch, "storeId" | "marketplaceId">) =>
  and(
    eq(storeMarketplace.tenantId, tx.tenantId),
    eq(storeMarketplace.storeId, storeId),
    eq(storeMarketplace.marketplaceId, marketplaceId),
  );

async function load(tx: TenantDb, input: LaneSwitch) {
  const [row] = await tx.sql
    .select({ place: storeMarketplace, confirmedAt: store.serviceAddressConfirmedAt })
    .from(storeMarketplace)
    .innerJoin(store, and(eq(store.tenantId, storeMarketplace.tenantId), eq(store.id, storeMarketplace.storeId)))
    .where(here(tx, input))
    .for("update", { of: storeMarketplace });
  if (row === undefined) throw new AppError("NOT_FOUND", "The store does not sell in this marketplace.");
  return row;
}
