import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { createClient } from "@heed/db/commands/clients";
import { acceptOffer, offerGrant, revokeGrant } from "@heed/db/identity/grants";
import { invite } from "@heed/db/identity/invitations";
import { createWorkspace, deleteWorkspace, renameWorkspace } from "@heed/db/identity/workspace-life";
import { outbox } from "@heed/db/schema/work";
import { systemAccess } from "@heed/db/system-db";
import { type Access, withTenant } from "@heed/db/tenant-db";
import { createMember, createTenant, TEST_NOW, type TestTenant } from "@heed/db/testing/factories";

const VIEWER = { role: "viewer", storeIds: null, clientIds: null } as const;

/** Invitations and offers last some days, and the matrix asks at its own moment: theirs lie in the year 2098. */
const FAR = { hours: 24 * 365 * 72 };

/** Somebody to change, an open invitation and an offered grant. */
export async function createMatrixTeam(
  db: Db,
  access: Access,
): Promise<{ memberId: string; invitationId: string; grantId: string; heldGrantId: string; clientId: string }> {
  const heldGrantId = await createHeldGrant(db, access.tenantId);
  const memberId = await createMember(db, access, { role: "viewer" });
  const now = TEST_NOW.add(FAR);
  return withTenant(db, access, async (tx) => {
    const invited = await invite(tx, { ...VIEWER, email: "invited@example.com", now });
    const offered = await offerGrant(tx, { email: "agency@example.com", role: "viewer", storeIds: null, now });
    const client = await createClient(tx, { name: "Tea House", now });
    return { memberId, invitationId: invited.id, grantId: offered.id, heldGrantId, clientId: client.id };
  });
}

/** What was made long ago would look as if nobody had handed its events on since: the routes ask whether all is well. */
export function handEventsOn(db: Db, access: Access, now: Instant): Promise<unknown> {
  return withTenant(db, access, (tx) => tx.sql.update(outbox).set({ sentAt: now }));
}

/** What another workspace gave this one. */
async function createHeldGrant(db: Db, agencyId: string): Promise<string> {
  const { access } = await createTenant(db);
  const offer = { email: "someone@example.com", role: "viewer", storeIds: null, now: TEST_NOW } as const;
  const { id, token } = await withTenant(db, access, (tx) => offerGrant(tx, offer));
  const by = { userId: await createMember(db, systemAccess(agencyId), { role: "owner" }), network: null };
  await acceptOffer(db, { ...by, token, now: TEST_NOW, agency: { id: agencyId, name: "Agency" } });
  await handEventsOn(db, access, TEST_NOW);
  return id;
}

/** What waits in the mailbox of one person: an invitation and an offer of a workspace that is none of the others. */
export async function createMatrixMails(
  db: Db,
  { giver, email }: { giver: TestTenant; email: string },
): Promise<{ invitationToken: string; offerToken: string }> {
  const now = TEST_NOW.add(FAR);
  return withTenant(db, giver.access, async (tx) => {
    const invited = await invite(tx, { ...VIEWER, email, now });
    const offered = await offerGrant(tx, { email, role: "viewer", storeIds: null, now });
    return { invitationToken: invited.token, offerToken: offered.token };
  });
}

/** One that lives and one in its days of grace; returns the id of the latter. */
export async function createOwnWorkspaces(db: Db, { userId, now }: { userId: string; now: Instant }): Promise<string> {
  const kept = await createWorkspace(db, { userId, name: "Kept", kind: "seller", network: null, now });
  await createMember(db, systemAccess(kept.id), { role: "owner" });
  const { id } = await createWorkspace(db, { userId, name: "Given up", kind: "seller", network: null, now });
  await deleteTenant(db, systemAccess(id), now);
  return id;
}

export async function deleteTenant(db: Db, access: Access, now: Instant): Promise<void> {
  await withTenant(db, access, async (tx) => {
    await renameWorkspace(tx, { name: "Deleted", now });
    await deleteWorkspace(tx, { typedName: "Deleted", now });
  });
}

interface Let {
  readonly access: Access;
  readonly ended?: boolean;
}

/** Another agency, which the workspace made a manager; `ended`: and took it back. */
export async function createAgency(db: Db, { access, ended = false }: Let): Promise<Access> {
  const agency = await createTenant(db, { kind: "agency" });
  const userId = await createMember(db, agency.access, { role: "owner" });
  const offer = { email: "someone@example.com", role: "manager", storeIds: null, now: TEST_NOW } as const;
  const made = await withTenant(db, access, (tx) => offerGrant(tx, offer));
  const by = { userId, network: null, now: TEST_NOW, agency: { id: agency.tenantId, name: agency.slug } };
  await acceptOffer(db, { ...by, token: made.token });
  if (ended) await withTenant(db, access, (tx) => revokeGrant(tx, { grantId: made.id, now: TEST_NOW }));
  return agency.access;
}
