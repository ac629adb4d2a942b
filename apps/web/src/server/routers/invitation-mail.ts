import type { Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import type { Workspace } from "@heed/db/identity/resolve-access";
import { listStores } from "@heed/db/queries/stores";
import type { TenantDb } from "@heed/db/tenant-db";
import type { InvitationToMail, OfferToMail, Services, Viewer } from "../services.ts";

interface Here {
  readonly services: Services;
  readonly viewer: Viewer;
  readonly workspace: Workspace;
  readonly tx: TenantDb;
}

interface Invited {
  readonly email: string;
  readonly role: Role;
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
  readonly token: string;
  readonly expiresAt: Instant;
}

export async function invitationMail(here: Here, invited: Invited): Promise<InvitationToMail> {
  const limited = invited.storeIds !== null || invited.clientIds !== null;
  return {
    workspace: here.workspace.name,
    invitedBy: here.viewer.email,
    role: invited.role,
    stores: limited ? await namesOf(here, invited.storeIds ?? []) : null,
    url: here.services.mail.link(`/invite/${invited.token}`),
    expiresAt: invited.expiresAt,
  };
}

interface Offered {
  readonly email: string;
  readonly role: Role;
  readonly storeIds: readonly string[] | null;
  readonly token: string;
}

export async function grantMail(here: Here, offered: Offered): Promise<OfferToMail> {
  return {
    seller: here.workspace.name,
    agency: "your agency",
    offeredBy: here.viewer.email,
    role: offered.role,
    stores: await namesOf(here, offered.storeIds),
    url: here.services.mail.link(`/grant/${offered.token}`),
  };
}

async function namesOf({ tx }: Here, ids: readonly string[] | null): Promise<readonly string[]> {
  const stores = await listStores(tx);
  return stores.filter(({ id }) => ids === null || ids.includes(id)).map(({ name }) => name);
}
