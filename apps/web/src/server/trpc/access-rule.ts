import type { Role } from "@heed/core/tenant/role";

/**
 * 1: signed in. 2: second factor given since signing in. Fresh: given within the last 15 minutes. `unlessNone`: people
 * who have set none up may pass, since this is how they get their first.
 */
export type FactorRule =
  | { readonly factor: 1 }
  | { readonly factor: 2; readonly fresh?: true; readonly unlessNone?: true };

/** What a procedure declares; the access matrix reads it, and the builders in procedure.ts enforce it. */
export type AccessRule =
  | { readonly scope: "public" }
  | ({ readonly scope: "user" } & FactorRule)
  | ({
      readonly scope: "workspace" | "store";
      readonly role: Role;
      /** Not for people of an agency that a grant let in. */
      readonly membersOnly?: true;
    } & FactorRule);

export type TenantRule = Extract<AccessRule, { readonly role: Role }>;
export type UserRule = Extract<AccessRule, { readonly scope: "user" }>;
