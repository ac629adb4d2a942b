import type { Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { notice, suppression } from "@heed/db/schema/notice";
import { address } from "@heed/db/schema/store";
import { type Access, withTenant } from "@heed/db/tenant-db";
import {
  createMember,
  createMessage,
  createOrder,
  createStore,
  createTenant,
  givePlan,
  TEST_NOW,
} from "@heed/db/testing/factories";
import { createDomain } from "@heed/db/testing/sender-steps";
import { createTyped } from "@heed/db/testing/typed-steps";
import type { Actor } from "../actors.ts";
import { createMatrixFlows, type MatrixFlows } from "./flows.ts";
import { createWaitingNotice } from "./notices.ts";
import { createMatrixPerson, type MatrixPerson } from "./people.ts";
import { createAgency, createMatrixTeam, deleteTenant, handEventsOn } from "./team.ts";

/** A workspace with two stores and something of each kind in the first. */
export interface MatrixTenant extends MatrixFlows {
  readonly tenantId: string;
  readonly slug: string;
  readonly store: string;
  readonly otherStore: string;
  readonly disconnectedStore: string;
  readonly addressId: string;
  readonly orderRef: string;
  readonly noticeId: string;
  /** A critical message that waits for a second member, and a task. */
  readonly approvalId: string;
  readonly taskId: string;
  /** A domain of the workspace's own. */
  readonly domainId: string;
  /** A viewer, whom an admin may change. */
  readonly memberId: string;
  readonly invitationId: string;
  /** Offered to somebody, not accepted. */
  readonly grantId: string;
  /** Given by another workspace, and accepted. */
  readonly heldGrantId: string;
  /** A notice that waits for a person. */
  readonly waitingNoticeId: string;
  readonly taughtId: string;
  readonly clientId: string;
}

export interface MatrixWorld {
  readonly target: MatrixTenant;
  readonly foreign: MatrixTenant;
  /** In its days of grace. */
  readonly deleted: MatrixTenant;
  /** Nobody for `no_session`. */
  readonly people: Readonly<Record<Exclude<Actor, "no_session">, MatrixPerson>>;
}

/** Two workspaces that know nothing of each other, and people of every kind. */
export async function createMatrixWorld(db: Db, now: Instant = TEST_NOW): Promise<MatrixWorld> {
  const { tenant: target, access } = await createMatrixTenant(db);
  const { tenant: foreign, access: foreignAccess } = await createMatrixTenant(db);
  const { tenant: deleted, access: deletedAccess } = await createMatrixTenant(db);
  const giver = await createTenant(db);
  await givePlan(db, giver);
  const person = async (of: Access, values: Parameters<typeof createMember>[2]) =>
    createMatrixPerson(db, { userId: await createMember(db, of, values), giver, now });
  const stranger = await person(foreignAccess, { role: "owner" });
  await createMember(db, foreignAccess, { role: "owner" });
  const member = (role: Role) => person(access, { role });
  const deletedOwner = await person(deletedAccess, { role: "owner" });
  await deleteTenant(db, deletedAccess, now);
  const world = {
    target,
    foreign,
    deleted,
    people: {
      other_tenant: stranger,
      foreign_ids: stranger,
      out_of_scope: await person(access, { role: "manager", stores: [target.otherStore] }),
      owner: await member("owner"),
      admin: await member("admin"),
      manager: await member("manager"),
      approver: await member("approver"),
      viewer: await member("viewer"),
      factor_too_low: await member("owner"),
      factor_stale: await member("owner"),
      granted: await person(await createAgency(db, { access }), { role: "owner" }),
      grant_revoked: await person(await createAgency(db, { access, ended: true }), {
        role: "owner",
      }),
      deleted_workspace: deletedOwner,
    },
  };
  for (const one of [access, foreignAccess, deletedAccess]) await handEventsOn(db, one, now);
  return world;
}

/** The workspace in whose address somebody asks. */
export function slugFor({ target, foreign, deleted }: MatrixWorld, actor: Actor): string {
  if (actor === "foreign_ids") return foreign.slug;
  return actor === "deleted_workspace" ? deleted.slug : target.slug;
}

async function createMatrixTenant(db: Db): Promise<{ tenant: MatrixTenant; access: Access }> {
  const made = await createTenant(db, { kind: "agency" });
  const { tenantId, slug, access } = made;
  // The samples of invitations and experiments are asked for at any time: a trial would be over.
  await givePlan(db, made);
  const store = await createStore(db, access);
  const otherStore = await createStore(db, access);
  const addressId = await createAddress(db, { access, storeId: store });
  const disconnectedStore = await createStore(db, access, { name: "Disconnected", authorisation: "disconnected" });
  const orderRef = await createOrder(db, { access, storeId: store });
  const place = { access, storeId: store, orderRef };
  await createMessage(db, place, { state: "sent", lane: "email", sentAt: TEST_NOW });
  const noticeId = await createNotice(db, place);
  const flows = await withTenant(db, access, (tx) => createMatrixFlows(tx, store));
  const typed = await createTyped(db, place);
  const domainId = await withTenant(db, access, (tx) => createDomain(tx, TEST_NOW));
  const people = await createMatrixTeam(db, access);
  const stores = { store, otherStore, disconnectedStore, addressId };
  const waiting = await createWaitingNotice(db, place);
  const about = { orderRef, noticeId, ...waiting, ...flows, ...typed, domainId, ...people };
  return { tenant: { tenantId, slug, ...stores, ...about }, access };
}

function createAddress(db: Db, { access, storeId }: { access: Access; storeId: string }): Promise<string> {
  return withTenant(db, access, async (tx) => {
    const localPart = `n-${storeId}`;
    const [made] = await tx.sql
      .insert(address)
      .values({ tenantId: tx.tenantId, storeId, marketplaceId: "ATVPDKIKX0DER", kind: "notice", localPart })
      .returning({ id: address.id });
    return made?.id ?? "";
  });
}

interface NoticePlace {
  readonly access: Access;
  readonly storeId: string;
  readonly orderRef: string;
}

/** A verified opt-out, with the buyer that it suppressed. */
function createNotice(db: Db, { access, storeId, orderRef }: NoticePlace): Promise<string> {
  return withTenant(db, access, async (tx) => {
    const common = { tenantId: tx.tenantId, storeId, orderRef };
    const [made] = await tx.sql
      .insert(notice)
      .values({
        ...common,
        receivedAt: TEST_NOW,
        kind: "opted_out",
        verification: "verified",
        confidence: "1",
        effect: "applied",
        text: "We were unable to deliver the message you sent for order <order>.",
      })
      .returning({ id: notice.id });
    const noticeId = made?.id ?? "";
    await tx.sql.insert(suppression).values({
      ...common,
      noticeId,
      buyerKey: new Uint8Array(32),
      buyerKeyId: "k1",
      masked: "a1…9z@marketplace.amazon.com",
      reason: "opted_out",
      at: TEST_NOW,
    });
    return noticeId;
  });
}
