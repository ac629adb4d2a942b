import { atLeast, type Role } from "@heed/core/tenant/role";
import type { AccessRule, TenantRule } from "../trpc/access-rule.ts";

/**
 * Who asks. `other_tenant` uses the address of the workspace it does not belong to; `foreign_ids` its own workspace with
 * the other's ids; `out_of_scope` is a manager of the workspace, limited to another store of it. The roles have just
 * given their second factor; `factor_too_low` is an owner who never gave one, `factor_stale` one who gave it an hour ago.
 * `granted` is the owner of an agency that the workspace made a manager, `grant_revoked` of one from whom that was
 * taken back; `deleted_workspace` asks in a workspace of the own that is in its days of grace.
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
  "granted",
  "grant_revoked",
  "deleted_workspace",
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
  granted: "manager",
};

/** For these the workspace does not exist. */
const OUTSIDE: ReadonlySet<Actor> = new Set(["other_tenant", "grant_revoked", "deleted_workspace"]);

/** What of the workspace the input of a procedure names besides it: a row of it, or one that belongs to its first store. */
export type Named = "nothing" | "row" | "row of the store";

/**
 * What the declared access promises.
 *
 * scope      no session     other tenant,     foreign ids  out of scope  role below   role enough
 *                           revoked, deleted
 * public     ok             ok                ok           ok            ok           ok
 * user       UNAUTHORIZED   ok                ok           ok            ok           ok
 * workspace  UNAUTHORIZED   NOT_FOUND         ok (1)       ok (1)        FORBIDDEN    ok
 * store      UNAUTHORIZED   NOT_FOUND         NOT_FOUND    NOT_FOUND     FORBIDDEN    ok
 *
 * (1) NOT_FOUND where the input names a row of the workspace, or of the store.
 * A role that is too low comes before the store: somebody out of scope hears FORBIDDEN then. A factor that is too low
 * comes before all of it: FORBIDDEN, whatever the scope.
 */
export function expectedAnswer(rule: AccessRule, actor: Actor, named: Named = "nothing"): Answer {
  if (rule.scope === "public") return "ok";
  if (actor === "no_session") return "UNAUTHORIZED";
  if (lacksFactor(rule, actor)) return "FORBIDDEN";
  if (rule.scope === "user") return "ok";
  if (OUTSIDE.has(actor)) return "NOT_FOUND";
  if (!mayEnter(rule, actor)) return "FORBIDDEN";
  return isElsewhere(rule.scope === "store" ? "row of the store" : named, actor) ? "NOT_FOUND" : "ok";
}

const mayEnter = (rule: TenantRule, actor: Actor): boolean =>
  atLeast(ROLES[actor] ?? "owner", rule.role) && !(rule.membersOnly === true && actor === "granted");

/** They are in a workspace, and ask for what belongs to another one, or to a store that they may not see. */
function isElsewhere(named: Named, actor: Actor): boolean {
  if (actor === "foreign_ids") return named !== "nothing";
  return actor === "out_of_scope" && named === "row of the store";
}

function lacksFactor(rule: Exclude<AccessRule, { readonly scope: "public" }>, actor: Actor): boolean {
  if (rule.factor === 1) return false;
  return actor === "factor_too_low" || (actor === "factor_stale" && rule.fresh === true);
}
