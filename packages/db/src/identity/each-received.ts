import type { Db } from "../client.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import type { ReceivedGrant } from "./grants.ts";
import { type Looker, lookInto, type Workspace } from "./resolve-access.ts";

const AT_ONCE = 8;

export interface Looking<T> {
  readonly viewer: Looker;
  readonly look: (tx: TenantDb) => Promise<T>;
}

export interface Seen<T> {
  /** By which the agency was let in. */
  readonly grantId: string;
  readonly workspace: Omit<Workspace, "kind">;
  readonly seen: T;
}

/**
 * Looks into the workspaces that let an agency in: one transaction each, eight at a time. Each goes the one way in, so
 * that a limit, a revoked grant or a required second factor holds here as everywhere; what may not be seen is left out.
 */
export async function eachReceived<T>(
  db: Db,
  received: readonly ReceivedGrant[],
  looking: Looking<T>,
): Promise<Seen<T>[]> {
  const all: Seen<T>[] = [];
  for (let from = 0; from < received.length; from += AT_ONCE) {
    const some = received.slice(from, from + AT_ONCE);
    const found = await Promise.all(some.map((grant) => lookThrough(db, grant, looking)));
    all.push(...found.filter((one) => one !== null));
  }
  return all;
}

async function lookThrough<T>(db: Db, grant: ReceivedGrant, { viewer, look }: Looking<T>): Promise<Seen<T> | null> {
  const found = await lookInto(db, viewer, grant.workspace.slug);
  if (found === null) return null;
  const { kind: _, ...workspace } = found.workspace;
  return { grantId: grant.id, workspace, seen: await withTenant(db, found.access, look) };
}
