import { atLeast, type Role } from "@heed/core/tenant/role";
import type { AccessRule } from "../trpc/procedure.ts";

/**
 * Who asks. `other_tenant` uses the address of the workspace it does not belong to; `foreign_ids` its own workspace with
 * the other's ids; `out_of_scope` is a manager of the workspace, limited to another store of it. The roles have just
 * given their second factor; `factor_too_low` is an owner who never gave one, `factor_stale` one who gave it an hour ago.
 */
export const ACTORS = [
  "no_session",
  "other_tenant",
  "foreign_ids",
  "out_of_scope",
  "owner",
  "admin",
  "manager",
  "approver",
  "viewer",
  "factor_too_low",
  "factor_stale",
] as const;
export type Actor = (typeof ACTORS)[number];

export type Answer = "ok" | "UNAUTHORIZED" | "FORBIDDEN" | "NOT_FOUND" | "error";

const ROLES: Partial<Readonly<Record<Actor, Role>>> = {
  owner: "owner",
  admin: "admin",
  manager: "manager",
  approver: "approver",
  viewer: "viewer",
  out_of_scope: "manager",
};

/**
 * What the declared access promises.
 *
 * scope      no session     other tenant  foreign ids  out of scope  role below   role enough
 * public     ok             ok            ok           ok            ok           ok
 * user       UNAUTHORIZED   ok            ok           ok            ok           ok
 * workspace  UNAUTHORIZED   NOT_FOUND     ok           ok            FORBIDDEN    ok
 * store      UNAUTHORIZED   NOT_FOUND     NOT_FOUND    NOT_FOUND     FORBIDDEN    ok
 *
 * A role that is too low comes before the store: somebody out of scope hears FORBIDDEN then. A factor that is too low
 * comes before all of it: FORBIDDEN, whatever the scope.
 */
export function expectedAnswer(rule: AccessRule, actor: Actor): Answer {
  if (rule.scope === "public") return "ok";
  if (actor === "no_session") return "UNAUTHORIZED";
  if (lacksFactor(rule, actor)) return "FORBIDDEN";
  if (rule.scope === "user") return "ok";
  if (actor === "other_tenant") return "NOT_FOUND";
  if (!atLeast(ROLES[actor] ?? "owner", rule.role)) return "FORBIDDEN";
  return rule.scope === "store" && (actor === "foreign_ids" || actor === "out_of_scope") ? "NOT_FOUND" : "ok";
}

function lacksFactor(rule: Exclude<AccessRule, { readonly scope: "public" }>, actor: Actor): boolean {
  if (rule.factor === 1) return false;
  return actor === "factor_too_low" || (actor === "factor_stale" && rule.fresh === true);
}
