import { ROLES, type Role } from "./role.ts";

/** Ids of stores, or all of a workspace, those of later too. */
export type StoreScope = readonly string[] | "all";

/** What a person may do who comes in by a grant: no more than the grant gives, and no more than the agency gave. */
export function lowerRole(one: Role, other: Role): Role {
  return ROLES[Math.max(ROLES.indexOf(one), ROLES.indexOf(other))] ?? "viewer";
}

export function commonStores(one: StoreScope, other: StoreScope): StoreScope {
  if (one === "all") return other;
  if (other === "all") return one;
  return one.filter((id) => other.includes(id));
}

export interface MemberLimits {
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
}

/** Store ids of a client, by the client. */
export type StoresOfClients = ReadonlyMap<string, readonly string[]>;

/** The stores named one by one and those of the named clients; without any limit all. */
export function limitedStores({ storeIds, clientIds }: MemberLimits, clients: StoresOfClients): StoreScope {
  if (storeIds === null && clientIds === null) return "all";
  const ofClients = (clientIds ?? []).flatMap((id) => clients.get(id) ?? []);
  return [...new Set([...(storeIds ?? []), ...ofClients])];
}
